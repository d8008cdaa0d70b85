"""From the integrity report to problems: what every rule on figures does with its check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from evidence_kb.analysis.integrity import Recomputed
from evidence_kb.analysis.recomputation import integrity
from evidence_kb.findings import Severity
from evidence_kb.rules.rule import Context, Problem


def items(check: str, context: Context) -> tuple[Recomputed, ...]:
    """Every recomputed figure of this check at the rule's value or inside it; none outside claims."""
    if context.entry.kind != "claim":
        return ()
    return context.kb.once(integrity, context.entry.id).at(check, context.path)


def has(*checks: str) -> Callable[[Any, Context], bool]:
    """Whether the report holds anything of these checks at a value: only then has a rule looked at it."""

    def holds(value: Any, context: Context) -> bool:
        return any(items(check, context) for check in checks)

    return holds


def unexplained(
    check: str, context: Context, causes: tuple[str, ...] = (), but: tuple[str, ...] = ()
) -> Iterator[Recomputed]:
    """Recomputed figures of this check at the rule's value that differ without an explanation.

    `causes` keeps those with one of these causes, `but` leaves those with one of them to another rule.
    """
    for item in items(check, context):
        if item.unexplained and (not causes or item.cause in causes) and item.cause not in but:
            yield item


def problem(item: Recomputed, message: str, context: Context, fix: str, severity: Severity | None = None) -> Problem:
    """A problem at the place of a recomputed figure; a waiver answers it only if it names these very figures."""
    at, figures = item.path[len(context.path) :], (item.what, item.printed)
    return Problem(message, at, value=item.printed, fix=fix, severity=severity, figures=figures)


def difference(item: Recomputed) -> str:
    """What was recomputed and what is printed, in the words of a finding."""
    return f"{item.what} is {item.recomputed}, not {item.printed}" + (f": {item.note}." if item.note else ".")


def printed_otherwise(check: str, context: Context, but: tuple[str, ...] = ()) -> Iterator[Problem]:
    """A problem for each figure of this check that differs without an explanation."""
    for item in unexplained(check, context, but=but):
        yield problem(item, difference(item), context, "Look the figures up at the locator.")
