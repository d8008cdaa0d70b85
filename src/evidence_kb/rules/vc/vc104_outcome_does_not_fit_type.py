"""The outcome of a claim does not fit its type.

Counts of people with an event need an outcome that people have or have not; means and medians need one that is
measured.

Why it matters:
Rows of a question bring together claims on one outcome. Means of an event, or shares of a measurement, are a slip in
the outcome or in the type.

How to fix it:
Choose the outcome that was counted or measured: freedom from pain (yes or no) is not intensity of pain (a scale). If
the outcome's `kind` is wrong, correct it in the vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.base import Finding
from evidence_kb.records.term import Outcome
from evidence_kb.rules.rule import Context, Problem, rule

FITTING: dict[str, tuple[str, ...]] = {
    "response_rate": ("dichotomous", "time-to-event"),
    "continuous": ("continuous", "ordinal", "count", "time-to-event"),
    "time_to_event": ("time-to-event", "dichotomous"),
}


@rule("VC104", each=Finding, where=lambda claim, context: claim.type in FITTING)
def outcome_does_not_fit_type(claim: Finding, context: Context) -> Iterator[Problem]:
    """Compare the kind of the outcome with the type of the claim."""
    term = context.kb.term("outcomes", claim.outcome)
    fitting = FITTING[claim.type]
    if isinstance(term, Outcome) and term.kind not in fitting:
        message = (
            f"`{claim.outcome}` is {term.kind}; a {claim.type} claim needs an outcome that is {' or '.join(fitting)}."
        )
        yield Problem(
            message, ("outcome",), value=claim.outcome, fix="Choose the outcome that was counted or measured."
        )
