"""A printed figure of a claim does not stand in the text of its source.

Where the text of the source lies on this machine (`--texts`) and the claim says that it was read there, every printed
figure of the claim is looked for in it, digit by digit.

Why it matters:
A mistyped digit is the commonest mistake of all, and no other check can see it where the figures stay plausible.

How to fix it:
Look the figure up at its locator. If it stands in a picture or a supplement that the text lacks, add a waiver that
says so.

Known exceptions:
Figures that somebody took second-hand are not looked for in the source's own text. Counts with a `derivation` are not
printed.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.quotes import figures_in
from evidence_kb.printed import Printed
from evidence_kb.records.base import Claim
from evidence_kb.records.model import Model
from evidence_kb.rules.rule import Context, Problem, rule


def _at_hand(claim: Claim, context: Context) -> bool:
    cited = claim.citations
    return bool(cited) and all(one.source in context.texts and one.read != "second-hand" for one in cited)


@rule(
    "CT114",
    each=Claim,
    where=_at_hand,
    without_subject="No texts of sources are committed; they are handed over with `--texts`.",
)
def figure_not_in_text(claim: Claim, context: Context) -> Iterator[Problem]:
    """Look for the digits of every printed figure."""
    known = frozenset[str]().union(*(figures_in(context.texts[one.source]) for one in claim.citations))
    sources = ", ".join(f"`{one.source}`" for one in claim.citations)
    for node in context.entry.nodes:
        if not isinstance(node.value, Model):
            continue
        for key, value in node.value.parts():
            # The level of an interval is a convention that texts state once, or not at all.
            if isinstance(value, Printed) and key != "level" and value.lstrip("<>=≤≥+-− ") not in known:
                message = f"`{value}` stands nowhere in the text of {sources}."
                yield Problem(message, (*node.path, key), value=value, fix="Look it up at the locator, digit by digit.")
