"""A comparison names an arm that the claim does not list.

A contrast between arms or between the periods of a crossover compares two of the claim's own arms; `p_covers` names
arms of the claim or of its study.

Why it matters:
The reader sees a comparison of groups whose figures stand nowhere, and doses cannot be found.

How to fix it:
Use the ids of the claim's `arms`, or add the missing arm. For a comparison before and after, between groups or between
subgroups, correct `kind`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.base import Claim
from evidence_kb.records.contrast import Contrast
from evidence_kb.rules.rule import Context, Problem, rule
from evidence_kb.suggestions import nearest

OF_ARMS = ("between-arms", "between-periods")


def _listed(claim: object) -> tuple[str, ...]:
    return tuple(str(getattr(arm, "arm", arm)) for arm in getattr(claim, "arms", ()))


@rule("RF103", each=Contrast, where=lambda contrast, context: hasattr(context.record, "arms"))
def contrast_of_unknown_arm(contrast: Contrast, context: Context) -> Iterator[Problem]:
    """Compare both sides, and the arms behind p, with the arms of the claim (of its study where it lists none)."""
    claim = context.record
    study = tuple(arm.id for arm in context.kb.arms(claim)) if isinstance(claim, Claim) else ()
    listed = _listed(claim) or study
    if not listed:
        return
    # Where the list itself names a wrong arm or one twice (RF102, RF104), an arm of the study is right here.
    doubtful = len(set(listed)) < len(listed) or bool(study and set(listed) - set(study))
    if contrast.kind in OF_ARMS:
        for field in ("of", "versus"):
            if getattr(contrast, field) not in (*listed, *(study if doubtful else ())):
                yield _problem(getattr(contrast, field), (field,), listed, "this claim")
    for index, arm in enumerate(contrast.p_covers or ()):
        if arm not in (*listed, *study):
            yield _problem(arm, ("p_covers", index), tuple(dict.fromkeys((*listed, *study))), "this claim's study")


def _problem(arm: str, at: tuple[str | int, ...], known: tuple[str, ...], of: str) -> Problem:
    guess = nearest(arm, known)
    hint = f" Did you mean `{guess}`?" if guess else f" It has: {', '.join(known)}."
    fix = f"Write `{guess}`." if guess else f"Write one of: {', '.join(known)}."
    return Problem(f"`{arm}` is no arm of {of}.{hint}", at, value=arm, allowed=known, nearest=guess, fix=fix)
