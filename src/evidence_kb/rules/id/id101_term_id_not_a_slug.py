"""The id of a term is not a slug.

Ids are lower-case letters, digits and single hyphens, because they become addresses of pages. The names of files are
looked at while reading (SC156); the ids of terms stand inside a file and are looked at here.

Why it matters:
The id is the address of the term's page and the word that every other record writes. An id that needs escaping breaks
links.

How to fix it:
Write the id in lower case with hyphens between its words, and correct the records that use it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence_kb.records.scalars import SLUG
from evidence_kb.records.term import Term
from evidence_kb.rules.rule import Context, Problem, rule


@rule("ID101", each=Term)
def term_id_not_a_slug(term: Term, context: Context) -> Iterator[Problem]:
    """Match the key of the term."""
    id = context.entry.id
    if re.fullmatch(SLUG, id):
        return
    proposed = re.sub(r"[^a-z0-9]+", "-", id.lower()).strip("-") or None
    fix = f"Write `{proposed}`." if proposed else "Write lower-case letters, digits and single hyphens."
    yield Problem(
        f"The id `{id}` is not made of lower-case letters, digits and single hyphens.",
        key=True,
        value=id,
        nearest=proposed,
        fix=fix,
    )
