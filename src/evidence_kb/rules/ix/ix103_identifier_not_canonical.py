"""An identifier is not written in its canonical form.

DOIs are written without prefix or address, in the case that the source prints; PMIDs as digits, registrations with
their letters.

Why it matters:
The same work is recognised by comparing identifiers. Two ways of writing one DOI hide that two records are one work.

How to fix it:
Write the form that the message gives.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.identifiers import Normalised, normalise
from evidence_kb.records.csl import Csl
from evidence_kb.records.study import Study
from evidence_kb.rules.ix.ix101_identifier_malformed import KINDS
from evidence_kb.rules.ix.ix102_registration_malformed import READERS
from evidence_kb.rules.rule import Context, Problem, rule

# Hyphens of an ISBN divide it for the eye, and an address is kept as it was opened.
AS_PRINTED = ("ISBN", "URL")


@rule("IX103", each=(Csl, Study), severity=Severity.WARNING)
def identifier_not_canonical(record: Csl | Study, context: Context) -> Iterator[Problem]:
    """Compare each identifier with what normalising makes of it, but for upper and lower case."""
    if isinstance(record, Csl):
        for kind, name in KINDS:
            given = getattr(record, name)
            if given is not None and kind not in AS_PRINTED:
                yield from _compared(given, normalise(kind, given), (kind,))
        return
    for index, number in enumerate(record.registration):
        registry = next((kind for start, kind in READERS if number.strip().upper().startswith(start)), None)
        if registry:
            yield from _compared(number, normalise(registry, number), ("registration", index))


def _compared(given: str, result: object, at: tuple[str | int, ...]) -> Iterator[Problem]:
    if isinstance(result, Normalised) and result.value.casefold() != given.casefold():
        message = f"`{given}` is written `{result.value}` in its canonical form."
        yield Problem(message, at, value=given, nearest=result.value, fix=f"Write `{result.value}`.")
