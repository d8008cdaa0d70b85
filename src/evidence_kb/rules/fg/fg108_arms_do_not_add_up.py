"""The arms of a study do not add up to its people.

In a parallel trial the people randomised (or analysed) are those of all arms together.

Why it matters:
An arm is missing, or a size was copied wrongly; percentages of that arm would be wrong, too.

How to fix it:
Look up the sizes. Add a missing arm, or leave out the size of an arm that was not seen.

Known exceptions:
Crossover trials, where everybody is in every arm, and series with one arm are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.analysis.checks.sums import of_study
from evidence_kb.records.study import Study
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG108", each=Study, where=lambda study, context: any(True for _ in of_study(study)))
def arms_do_not_add_up(study: Study, context: Context) -> Iterator[Problem]:
    """Read check P3 of the study."""
    for item in of_study(study):
        if item.unexplained:
            message = f"The {item.what} is {item.recomputed}, and the study has {item.printed} people."
            if item.cause == "study":
                message = f"{item.printed} people are analysed, and {item.recomputed} were randomised."
            yield Problem(message, item.path, value=item.printed, fix="Look up the sizes of the arms and of the study.")
