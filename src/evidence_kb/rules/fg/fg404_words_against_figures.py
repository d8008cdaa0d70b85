"""No difference is said to be detected, and the figures show one.

`authors_say: no-difference-detected` stands beside an interval that excludes no difference, or a p below 0.05.

Why it matters:
The sentence and the figures contradict each other.

How to fix it:
Look all figures up at the locator and correct what was copied wrongly. If the source prints them so, keep them and
add a waiver that says what is printed.

Known exceptions:
Tests in a hierarchy or with a correction for several tests (`analysis.multiplicity`).
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.findings import Severity
from evidence_kb.records.contrast import Contrast
from evidence_kb.rules.fg.figures import has, problem, unexplained
from evidence_kb.rules.rule import Context, Problem, rule


@rule("FG404", each=Contrast, severity=Severity.WARNING, where=has("S3"))
def words_against_figures(contrast: Contrast, context: Context) -> Iterator[Problem]:
    """Read check S3 of the integrity report."""
    for item in unexplained("S3", context, causes=("words",)):
        message = f"The authors detect no difference, and the figures show {item.recomputed}."
        yield problem(item, message, context, "Look up the figures and the authors' conclusion.")
