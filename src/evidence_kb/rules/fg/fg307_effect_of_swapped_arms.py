"""An effect fits its arms only the other way round.

The printed effect is that of `versus` against `of`, or has the opposite sign.

Why it matters:
The comparison would be read as its contrary.

How to fix it:
Exchange `of` and `versus` or the figures of the arms, whichever was copied wrongly; or restore the sign.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.contrast import Contrast
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG307", each=Contrast, where=has("E1", "E2", "E3", "E4", "E6"))
def effect_of_swapped_arms(contrast: Contrast, context: Context) -> Iterator[Problem]:
    """Read check E1 and E2 and E3 and E4 and E6 of the integrity report."""
    for check in ("E1", "E2", "E3", "E4", "E6"):
        for item in unexplained(check, context, causes=("swapped",)):
            message = f"{item.printed} fits `{contrast.versus}` against `{contrast.of}`; here it is {item.recomputed}."
            yield problem(item, message, context, "Exchange `of` and `versus`, or correct the arms or the sign.")
