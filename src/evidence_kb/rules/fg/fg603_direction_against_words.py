"""The figures point the other way than the authors are said to.

`authors_say` is the authors' reading of `of` against `versus`: higher or lower. The sign of the estimate, or the
arms, say the contrary.

Why it matters:
What the comparison favours is derived from the sign; here the derivation would contradict the source.

How to fix it:
Look up the sentence and the figures. Exchange `of` and `versus`, restore a lost minus sign, or correct `authors_say`.
If the source contradicts itself, keep both and add a waiver that says so.

Known exceptions:
Where the source counted people without the event (`counts: non-event`), or how far something fell, nothing is
compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.contrast import Contrast
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG603", each=Contrast, where=has("A3"))
def direction_against_words(contrast: Contrast, context: Context) -> Iterator[Problem]:
    """Read check A3 of the integrity report."""
    for item in unexplained("A3", context):
        message = f"The authors say {item.printed}, and by the figures `{contrast.of}` is {item.recomputed}."
        yield problem(
            item, message, context, "Look up the sentence and the figures; one of them is the wrong way round."
        )
