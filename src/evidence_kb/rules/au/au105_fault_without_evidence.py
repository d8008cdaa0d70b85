"""A fault is named that nothing in the links shows.

Faults say what is wrong with a statement. `wrong-route` needs a claim that is indirect because of its route,
`contrary-evidence-omitted` a claim that contradicts or qualifies, `no-source` the absence of direct support.

Why it matters:
A fault without evidence is an accusation.

How to fix it:
Link the claim that shows the fault, correct its stance or its reason for being indirect, or remove the fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.verdicts import borne_out, has_passed
from evidence_kb.records.audit import Statement
from evidence_kb.rules.rule import Context, Problem, rule

REASONS: dict[str, tuple[str, ...]] = {
    "wrong-route": ("route",),
    "other-disease": ("condition", "population"),
    "deficiency-as-treatment": ("deficiency",),
    "surrogate": ("surrogate", "outcome"),
    "animal-or-in-vitro": ("species", "in-vitro"),
}
"""Faults that a link shows by being indirect for one of these reasons."""
AGAINST = ("contrary-evidence-omitted", "harm-omitted", "relief-as-freedom", "wrong-timepoint")
"""Faults that a link shows by contradicting or qualifying, or by being indirect."""


@rule("AU105", each=Statement)
def fault_without_evidence(statement: Statement, context: Context) -> Iterator[Problem]:
    """Look for the link that shows each fault."""
    # An indirect link without reasons (RF119) may be the one that shows the fault.
    if any(link.directness == "indirect" and not link.indirect_because for link in statement.claims):
        return
    for index, fault in enumerate(statement.faults):
        missing = _missing(fault, statement, context)
        if missing:
            message = f"{statement.id} has the fault `{fault}`, and {missing}."
            fix = "Link the claim that shows it, or remove the fault."
            yield Problem(message, ("faults", index), value=fault, fix=fix)


def _missing(fault: str, statement: Statement, context: Context) -> str | None:
    links = statement.claims
    reasons = {reason for link in links for reason in link.indirect_because or ()}
    if fault in REASONS and not reasons & set(REASONS[fault]):
        return f"no link is indirect because of {' or '.join(REASONS[fault])}"
    if fault in AGAINST and not reasons and all(link.stance == "supports" for link in links):
        return "no linked claim contradicts or qualifies it"
    borne = statement.verdict in borne_out(statement, context.kb).verdicts
    if fault == "range-endpoint-unsourced" and borne and statement.verdict not in ("unsupported", "overstated"):
        return f"the verdict is {statement.verdict}, not unsupported or overstated"
    if fault == "no-source" and any(link.stance == "supports" and link.directness != "indirect" for link in links):
        return "a claim supports it directly"
    if fault == "misattributed" and not links:
        return "no claim is linked"
    outdated = any(has_passed(link.claim, context.kb) for link in links) or statement.true_until
    if fault == "superseded" and not outdated:
        return "no linked claim comes from a source that was superseded"
    return None
