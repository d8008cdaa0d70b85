"""The locator names a part that such a source does not have.

Recommendations stand in guidelines (and in reviews that make them), registry records in registries, and an erratum
belongs to a paper that was corrected.

Why it matters:
Nobody who follows the citation finds the place; or the source is another one than it says.

How to fix it:
Correct `locator.part`, the cited source, or its `design` and `standing`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.citation import Citation
from evidence_kb.records.source import Source
from evidence_kb.rules.rule import Context, Problem, rule

ADVISING = (
    "guideline", "systematic-review", "meta-analysis", "network-meta-analysis", "umbrella-review", "narrative-review",
    "drug-label", "regulatory-communication",
)  # fmt: skip
CORRECTED = ("corrected", "expression-of-concern", "retracted", "withdrawn")


@rule("CT115", each=Citation)
def part_the_source_does_not_have(citation: Citation, context: Context) -> Iterator[Problem]:
    """Compare the part with the design and the standing of the source."""
    entry = context.kb.sources.get(citation.source)
    reason = _missing(citation, entry.record) if entry else None
    if reason:
        fix = "Correct `locator.part`, or the record of the source."
        yield Problem(f"`{citation.source}` {reason}.", ("locator", "part"), value=citation.locator.part, fix=fix)


def _missing(citation: Citation, source: Source) -> str | None:
    part = citation.locator.part
    if part == "recommendation" and source.design not in ADVISING:
        return f"is a {source.design} and makes no recommendations"
    if part == "erratum" and source.standing.value not in CORRECTED:
        return f"has no erratum: its standing is `{source.standing.value}`"
    by_registry = citation.read == "registry" or (citation.via is not None and citation.via.kind == "registry")
    if part == "registry-record" and not by_registry:
        return "was not read in a registry"
    return None
