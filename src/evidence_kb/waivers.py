"""Whether a waiver answers a finding: it speaks of the rule, the place, and the very figures.

A waiver excuses what was printed when it was written. If a figure changes, its reason no longer names the figures of
the finding, and the finding stands again: a waiver cannot hide the next mistake at the same place.
"""

from __future__ import annotations

import re

from evidence_kb.findings import FieldPath, Finding
from evidence_kb.records.review import Waiver

NOT_WAIVABLE = ("SC", "WV")
_FIGURE = re.compile(r"\d+(?:\.\d+)?|\.\d+")


def answers(waiver: Waiver, finding: Finding) -> bool:
    """True where the waiver is for this rule and place, and its reason names every figure of the finding."""
    return (
        waiver.rule == finding.code
        and finding.code[:2] not in NOT_WAIVABLE
        and covers(waiver.at, finding.path)
        and not unnamed(waiver, finding)
    )


def unnamed(waiver: Waiver, finding: Finding) -> tuple[str, ...]:
    """The figures of the finding that the reason of the waiver does not name."""
    named = set(_FIGURE.findall(waiver.reason))
    wanted = [number for figure in finding.figures for number in _FIGURE.findall(figure)]
    return tuple(dict.fromkeys(number for number in wanted if number not in named))


def covers(at: str | None, path: FieldPath) -> bool:
    """True where the waiver's place is the path or contains it; list positions may be left out.

    A waiver without a place covers the whole record.
    """
    if at is None:
        return True
    wanted = at.split(".")
    return _prefix(wanted, [str(part) for part in path]) or _prefix(
        wanted, [str(part) for part in path if not isinstance(part, int)]
    )


def _prefix(wanted: list[str], path: list[str]) -> bool:
    return path[: len(wanted)] == wanted
