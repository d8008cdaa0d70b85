"""From the integrity report to problems: what every rule on figures does with its check."""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.integrity import Recomputed
from evidence_kb.analysis.recomputation import integrity
from evidence_kb.rules.rule import Context, Problem


def unexplained(check: str, context: Context) -> Iterator[Recomputed]:
    """Recomputed figures of this check at the rule's value that differ without an explanation."""
    if context.entry.kind != "claim":
        return
    report = context.kb.once(integrity, context.entry.id)
    yield from (item for item in report.at(check, context.path) if item.unexplained)


def problem(item: Recomputed, message: str, context: Context, fix: str) -> Problem:
    """A problem at the place of a recomputed figure."""
    return Problem(message, item.path[len(context.path) :], value=item.printed, fix=fix, figures=(item.what, item.printed))
