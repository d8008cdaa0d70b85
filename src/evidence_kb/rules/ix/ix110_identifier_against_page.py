"""An identifier nearly agrees with the page that was opened.

The address of a page under `checked` holds a DOI or a PubMed number that differs from the source's in a character or
two.

Why it matters:
A mistyped digit still makes a well-formed identifier, which leads to another paper. The address was copied, not typed.

How to fix it:
Copy the identifier from the page. If the page is that of another publication, such as a companion, add a waiver.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from evidence_kb.findings import Severity
from evidence_kb.identifiers import Kind, Normalised, normalise
from evidence_kb.records.source import Source
from evidence_kb.rules.rule import Context, Problem, rule

FORMS: tuple[tuple[Kind, str, re.Pattern[str]], ...] = (
    ("DOI", "doi", re.compile(r"10\.\d{4,9}/[^\s?#&]+")),
    ("PMID", "pmid", re.compile(r"(?<![\d.])\d{7,8}(?![\d.])")),
    ("PMCID", "pmcid", re.compile(r"PMC\d{4,8}")),
)
ALMOST = 0.85


@rule("IX110", each=Source, severity=Severity.WARNING)
def identifier_against_page(source: Source, context: Context) -> Iterator[Problem]:
    """Look for identifiers in the addresses of the pages that are almost the source's own."""
    for kind, name, pattern in FORMS:
        given = getattr(source.csl, name)
        known = normalise(kind, given) if given else None
        if not isinstance(known, Normalised):
            continue
        own = known.value.casefold()
        shown = [text.casefold() for page in source.checked for text in pattern.findall(page.url)]
        if any(text.startswith(own) for text in shown):
            continue
        near = next(
            (text for text in shown if SequenceMatcher(None, text, own, autojunk=False).ratio() >= ALMOST), None
        )
        if near:
            message = f"The {kind} is `{given}`, and a page that was opened has `{near}` in its address."
            yield Problem(message, ("csl", kind), value=given, nearest=near, fix="Copy the identifier from that page.")
