"""A source that is no label was read as a label.

`read: label`, and locators that point at a section of a label or its boxed warning, belong to labels and to what
agencies publish of them.

Why it matters:
A label is an official document of one country at one date; calling something else so gives it that standing.

How to fix it:
Say what was read (`full-text`, `abstract`, `part`, `second-hand`), or correct the source's `design`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.citation import Citation
from evidence_kb.rules.rule import Context, Problem, rule

LABELS = ("drug-label", "regulatory-communication")
PARTS = ("label-section", "boxed-warning")


@rule("CT112", each=Citation)
def read_as_label_without_label(citation: Citation, context: Context) -> Iterator[Problem]:
    """Compare `read` and the locator with the design of the source."""
    source = context.kb.sources.get(citation.source)
    if source is None or source.record.design in LABELS:
        return
    design = source.record.design
    fix = "Correct `read` and `locator.part`, or the `design` of the source."
    if citation.read == "label":
        message = f"`{citation.source}` is a {design} and was read as a label."
        yield Problem(message, ("read",), value="label", fix=fix)
    elif citation.locator.part in PARTS:
        message = f"`{citation.source}` is a {design} and has no {citation.locator.part}."
        yield Problem(message, ("locator", "part"), value=citation.locator.part, fix=fix)
