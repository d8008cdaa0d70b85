"""The effect measure does not fit the outcome.

Ratios and differences of risks belong to outcomes that people have or have not, differences of means to what is
measured on a scale.

Why it matters:
A risk ratio of a scale, or a mean difference of an event, cannot be pooled, nor turned into "per 1,000".

How to fix it:
Look up which measure the source prints, and whether the outcome is the one that it belongs to.

Known exceptions:
An odds ratio may belong to an ordered scale, and in a meta-analysis to any outcome, because pooled differences of means
are converted into it.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.base import Finding
from evidence_kb.records.claims.meta_analysis import MetaAnalysis
from evidence_kb.records.claims.network_meta_analysis import NetworkMetaAnalysis
from evidence_kb.records.contrast import Contrast
from evidence_kb.records.term import Outcome
from evidence_kb.rules.rule import Context, Problem, rule

RISKS = ("risk_ratio", "odds_ratio", "peto_odds_ratio", "risk_difference", "hazard_ratio", "nnt", "nnh")
MEANS = (
    "mean_difference",
    "median_difference",
    "standardized_mean_difference",
    "ratio_of_means",
    "difference_in_percent_change",
)
FITTING = dict.fromkeys(RISKS, ("dichotomous", "time-to-event")) | dict.fromkeys(
    MEANS, ("continuous", "ordinal", "count", "time-to-event")
)


@rule("VC105", each=Contrast)
def measure_does_not_fit_outcome(contrast: Contrast, context: Context) -> Iterator[Problem]:
    """Compare the kind of the outcome with the measure."""
    claim = context.record
    term = context.kb.term("outcomes", claim.outcome) if isinstance(claim, Finding) else None
    fitting = FITTING.get(contrast.measure, ())
    if contrast.measure == "odds_ratio":
        # Ordered scales have odds ratios of their own, and pooled differences of means are converted into them.
        pooled = isinstance(claim, MetaAnalysis | NetworkMetaAnalysis)
        fitting = () if pooled else (*fitting, "ordinal")
    if isinstance(term, Outcome) and fitting and term.kind not in fitting:
        message = (
            f"`{contrast.measure}` needs an outcome that is {' or '.join(fitting)}; `{claim.outcome}` is {term.kind}."
        )
        yield Problem(message, ("measure",), value=contrast.measure, fix="Look up the measure and the outcome.")
