"""A review is said to have measured a mechanism.

A review reports what others measured. As a source of its own it infers, or gives an opinion; what was measured is
cited from the study that measured it.

Why it matters:
The map of mechanisms shows measured edges in another way than assumed ones. A review's summary is no measurement.

How to fix it:
Cite the study itself (second-hand through the review where only that was read), or write `evidence: inferred`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.claims.mechanism import Mechanism
from evidence_kb.rules.rule import Context, Problem, rule

SECONDARY = (
    "systematic-review", "umbrella-review", "narrative-review", "guideline", "drug-label", "web-page", "news",
    "regulatory-communication",
)  # fmt: skip


@rule("CT121", each=Mechanism)
def mechanism_measured_by_a_review(claim: Mechanism, context: Context) -> Iterator[Problem]:
    """Compare `evidence` with the design of the source."""
    source = context.kb.sources.get(claim.citation.source)
    if source is not None and claim.evidence == "measured" and source.record.design in SECONDARY:
        message = f"`{source.id}` is a {source.record.design}; it did not measure this itself."
        fix = "Write `evidence: inferred`, or cite the study that measured it."
        yield Problem(message, ("evidence",), value=claim.evidence, allowed=("inferred", "opinion"), fix=fix)
