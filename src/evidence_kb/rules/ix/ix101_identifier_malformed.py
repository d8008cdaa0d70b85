"""An identifier of a publication is not well-formed.

DOI, PMID, PMCID, ISBN, ISSN and addresses have fixed forms; some carry a check digit.

Why it matters:
A reader who follows a malformed identifier arrives nowhere, or at another paper.

How to fix it:
Copy the identifier from the page that shows it. An identifier that nobody saw belongs under `candidates`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.identifiers import Kind, Refused, normalise
from evidence_kb.records.csl import Csl
from evidence_kb.rules.rule import Context, Problem, rule

KINDS: tuple[tuple[Kind, str], ...] = (
    ("DOI", "doi"),
    ("PMID", "pmid"),
    ("PMCID", "pmcid"),
    ("ISBN", "isbn"),
    ("ISSN", "issn"),
    ("URL", "url"),
)


@rule("IX101", each=Csl)
def identifier_malformed(csl: Csl, context: Context) -> Iterator[Problem]:
    """Normalise each identifier that is present."""
    for kind, name in KINDS:
        given = getattr(csl, name)
        if given is None:
            continue
        result = normalise(kind, given)
        if isinstance(result, Refused):
            fix = (
                f"Write `{result.suggestion}`."
                if result.suggestion
                else f"Copy the {kind} from the page that shows it."
            )
            yield Problem(result.reason, (kind,), value=given, nearest=result.suggestion, fix=fix)
