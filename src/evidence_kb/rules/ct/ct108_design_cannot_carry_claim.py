"""A source of this design cannot carry a claim of this type.

A pooled estimate comes from a meta-analysis, a recommendation from a guideline, counts in arms from a study in which
somebody was counted. A web page that repeats a figure is not its source.

Why it matters:
The claim would be shown with the weight of a kind of evidence that its source is not.

How to fix it:
Cite the study, review or guideline itself, with `read: second-hand` and the page under `via` where only a page was
read. If the source does report this itself, correct its `design` or the claim's `type`.

Known exceptions:
A trial that prints a pooled result of two trials has the design `pooled-analysis`. Regimens that a study used (`status:
studied`) come from studies and reviews, those of a label from the label.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.base import Claim
from evidence_kb.records.citation import Citation
from evidence_kb.records.claims.regimen import Regimen
from evidence_kb.rules.rule import Context, Problem, rule

STUDIES = (
    "randomized-controlled-trial", "non-randomized-trial", "cohort", "case-control", "cross-sectional", "case-series",
    "physiology-study", "pooled-analysis",
)  # fmt: skip
POOLING = ("meta-analysis", "network-meta-analysis", "systematic-review", "umbrella-review", "pooled-analysis")
REVIEWS = ("meta-analysis", "network-meta-analysis", "systematic-review", "umbrella-review", "narrative-review")
OFFICIAL = ("drug-label", "regulatory-communication")
RESULTS = (*STUDIES, "laboratory", *OFFICIAL)
MAY_CARRY: dict[str, tuple[str, ...]] = {
    "response_rate": RESULTS,
    "continuous": RESULTS,
    "time_to_event": RESULTS,
    "comparison": RESULTS,
    "association": STUDIES,
    "meta_analysis": (*POOLING, "guideline"),
    "network_meta_analysis": ("network-meta-analysis", "umbrella-review", "guideline"),
    "recommendation": ("guideline",),
    "regulatory": (*OFFICIAL, "guideline"),
    "safety": (*OFFICIAL, "guideline", *REVIEWS),
    "regimen": (*OFFICIAL, "guideline"),
    "mechanism": (*STUDIES, "laboratory", *REVIEWS, "drug-label"),
}
"""Designs by type of claim; facts and absences may rest on anything."""


@rule("CT108", each=Citation)
def design_cannot_carry_claim(citation: Citation, context: Context) -> Iterator[Problem]:
    """Compare the design of the cited source with the type of the claim."""
    claim, source = context.record, context.kb.sources.get(citation.source)
    if not isinstance(claim, Claim) or source is None:
        return
    allowed = MAY_CARRY.get(claim.type, ())
    if isinstance(claim, Regimen) and claim.status != "labelled":
        allowed = (*allowed, *STUDIES, *REVIEWS)
    design = source.record.design
    if allowed and design not in allowed:
        message = f"`{citation.source}` is a {design}; it cannot carry a claim of type `{claim.type}`."
        fix = "Cite the document that reports it, or correct the source's `design` or this claim's `type`."
        yield Problem(message, ("source",), value=citation.source, allowed=allowed, fix=fix)
