"""The time point as it was read against the time point as printed, and against the id of the claim (X2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_kb.analysis.checks.durations import UNIT_OF, Duration, close, durations
from evidence_kb.analysis.integrity import Recomputed
from evidence_kb.analysis.number_words import all_numbers
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.base import Finding
from evidence_kb.records.time import Time

# Neither the year of a publication (`lee-2020-weeks-1-4`) nor a threshold (`responder-50-weeks`) is a time.
_IN_ID = re.compile(r"(?:^|(?<!responder)-)(?!(?:19|20)\d\d-)(\d+)-(min|h|hours|days|weeks|wk|months|mo)(?=-(?!\d)|$)")


def recompute_claim(kb: KnowledgeBase, claim_id: str) -> Iterator[Recomputed]:
    """X2 for the parts of a time point."""
    claim = kb.claims[claim_id].record
    if not isinstance(claim, Finding) or claim.timepoint is None:
        return
    time = claim.timepoint
    for name in ("at", "start", "end"):
        value = getattr(time, name)
        if value is not None:
            yield from _part(name, value, time)
    yield from _order(time)
    yield from _id(claim_id, time)


def _part(name: str, value: str, time: Time) -> Iterator[Recomputed]:
    read, printed = durations(value), durations(time.printed)
    bare = all_numbers(time.printed)
    if len(read) != 1 or not bare:
        return
    fits = any(close(read[0], one) for one in printed) or (not printed and read[0].number in bare)
    yield _item(("timepoint", name), f"timepoint.{name}", value, time.printed, fits)


def _order(time: Time) -> Iterator[Recomputed]:
    start = durations(time.start) if time.start else ()
    end = durations(time.end) if time.end else ()
    if len(start) == 1 and len(end) == 1 and start[0].minutes > end[0].minutes:
        yield _item(("timepoint", "end"), "timepoint.end", str(time.end), f"not before {time.start}", False)


def _id(claim_id: str, time: Time) -> Iterator[Recomputed]:
    """A time in the id of the claim, which was given when the figure was read."""
    texts = " ; ".join(text for text in (time.at, time.start, time.end, time.printed) if text)
    known = durations(texts)
    for number, unit in _IN_ID.findall(claim_id):
        named = Duration(next(iter(all_numbers(number))), UNIT_OF[unit])
        if known:
            fits = any(close(named, one) for one in known)
            yield _item(("timepoint",), f"time in the id {claim_id}", f"{number} {unit}", texts, fits)


def _item(path: tuple[str, ...], what: str, printed: str, found: str, fits: bool) -> Recomputed:
    return Recomputed(
        "X2",
        path,
        what,
        "the parts of a time point say what is printed",
        printed,
        found,
        "agrees" if fits else "differs",
        cause="" if fits else "time",
    )
