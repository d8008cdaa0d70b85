"""A claim rests on a source whose standing is in doubt.

The source was superseded or retired, or the journal has expressed concern about it. The claim may still hold; somebody
has to have looked, and to say why.

Why it matters:
The reader meets the figure, not the notice. Superseded documents are the commonest reason for statements that were
true once.

How to fix it:
Cite the newer source, or remove the claim. If the claim still holds, add a waiver that says why: it is printed beside
it.

Known exceptions:
Recommendations carry a status of their own (CU105); an absence says only what a document does not hold. Retracted
sources are told by CU101.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.base import Claim
from evidence_kb.records.citation import Citation
from evidence_kb.records.claims.absence import Absence
from evidence_kb.records.claims.recommendation import Recommendation
from evidence_kb.rules.rule import Context, Problem, rule

# A recommendation has a status of its own, and an absence says only what a document does not hold.
EXEMPT = (Recommendation, Absence)
DOUBTFUL = ("superseded", "retired", "expression-of-concern")


@rule("CU103", each=Citation, severity=Severity.WARNING)
def doubtful_source_cited(citation: Citation, context: Context) -> Iterator[Problem]:
    """Look the standing of the cited source up."""
    claim, source = context.record, context.kb.sources.get(citation.source)
    if source is None or not isinstance(claim, Claim) or isinstance(claim, EXEMPT):
        return
    standing = source.record.standing
    if standing.value in DOUBTFUL:
        what = "has an expression of concern" if standing.value == "expression-of-concern" else f"is {standing.value}"
        newer = f" (by `{standing.by}`)" if standing.by else ""
        fix = f"Cite `{standing.by}`, or say" if standing.by else "Say"
        yield Problem(
            f"`{citation.source}` {what}{newer}, and the claim does not say why it still holds.",
            ("source",),
            value=citation.source,
            fix=f"{fix} in a waiver why the claim still holds.",
        )
