"""A reference leads to nothing.

Sources, claims, questions, terms and arms are named by their ids. This id belongs to no entry of the kind
that the field asks for.

Why it matters:
A claim whose source does not exist cannot be checked, and its page would link to nothing.

How to fix it:
Correct the id (the message names the nearest one), or add the missing entry: a source under `sources/`, a term
in `vocabulary/`, an arm under `study.arms` of the source.

Known exceptions:
A reference to a file that exists and could not be read is not reported here; that file has its own finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.references import Reference
from evidence_kb.rules.rule import Context, Problem, rule
from evidence_kb.suggestions import nearest

NAMES = {
    "source": "source",
    "claim": "claim",
    "question": "question",
    "audit": "audit",
    "study": "study",
}


@rule("RF101", each=Reference)
def reference_to_nothing(reference: Reference, context: Context) -> Iterator[Problem]:
    """Look the id up among the entries of its kinds; arms belong to the source and have their own rule."""
    if reference.kinds == ("arm",) or context.kb.resolves(reference):
        return
    kinds = " or ".join(NAMES.get(kind, f"term of `vocabulary/{kind}.yaml`") for kind in reference.kinds)
    if len(reference.kinds) > 3:
        kinds = "term of the vocabulary"
    known = tuple(id for kind in reference.kinds for id in context.kb.ids(kind))
    guess = nearest(reference.id, known)
    hint = f" Did you mean `{guess}`?" if guess else ""
    place = _place(reference)
    fix = f"Write `{guess}`, or add {place}." if guess else f"Correct the id, or add {place}."
    yield Problem(f"`{reference.id}` is no {kinds}.{hint}", value=reference.id, nearest=guess, fix=fix)


def _place(reference: Reference) -> str:
    """Where an entry of this id would stand, so that a file that was removed or renamed is named."""
    places = {
        "source": f"the file sources/{reference.id}.yaml",
        "claim": f"the file {reference.id}.yaml under claims/",
        "question": f"the file questions/{reference.id}.yaml",
        "study": f"a source whose `study.id` is `{reference.id}`",
    }
    kind = reference.kinds[0]
    vocabulary = "the vocabulary" if len(reference.kinds) > 3 else f"vocabulary/{kind}.yaml"
    return places.get(kind, f"the term `{reference.id}` to {vocabulary}")
