"""`verify`: a printed result against itself and its arms."""

from __future__ import annotations

import json

import click

from evidence_kb.analysis.effect_measures import SHORT
from evidence_kb.analysis.verification import Verification
from evidence_kb.analysis.verification import verify as check
from evidence_kb.cli.main import CLEAN, FINDINGS
from evidence_kb.statistics.errors import CannotCompute

NAMES = {short.lower().replace(" ", "-"): measure for measure, short in SHORT.items() if measure != "none"}


@click.command("verify")
@click.argument("result")
@click.option("--arms", nargs=2, metavar="ARM ARM", help="Both arms: 15/30 4/30, 50%/30 13%/30 or '3.1 (1.2)/30' …")
@click.option("--measure", type=click.Choice(sorted(NAMES)), help="The measure, where the text does not name it.")
@click.option("--people", type=click.IntRange(min=2), help="People in both arms together, for t instead of z.")
@click.option("--adjusted", is_flag=True, help="The estimate is adjusted, so that the crude one may differ a little.")
@click.option("--json", "as_json", is_flag=True, help="Every check for a program instead of a sentence.")
def command(
    result: str,
    arms: tuple[str, str] | None,
    measure: str | None,
    people: int | None,
    adjusted: bool,
    as_json: bool,
) -> None:
    """Check RESULT as an article prints it: range, symmetry, p against interval, effect against arms.

    evidence-kb verify "RR 3.75 (1.41 to 9.99), p = 0.008" --arms 15/30 4/30

    Exit codes: 0 consistent, 1 inconsistent, 2 nothing could be read.
    """
    try:
        chosen = NAMES[measure] if measure else None
        found = check(result, arms or (), measure=chosen, people=people, adjusted=adjusted)
    except CannotCompute as refusal:
        raise click.UsageError(refusal.reason) from None
    click.echo(json.dumps(as_data(found), indent=2, ensure_ascii=False) if as_json else as_text(found))
    raise SystemExit(CLEAN if found.consistent else FINDINGS)


def as_text(found: Verification) -> str:
    """The answer, then one line a check."""
    return "\n".join([found.sentence, "", *(f"  {item.check}  {item.sentence}" for item in found.items)]).rstrip()


def as_data(found: Verification) -> dict[str, object]:
    """The same as plain data."""
    return {
        "consistent": found.consistent,
        "checked": found.checked,
        "sentence": found.sentence,
        "checks": [
            {
                "check": item.check,
                "what": item.what,
                "formula": item.formula,
                "printed": item.printed,
                "recomputed": item.recomputed,
                "verdict": item.verdict,
                "explained_by": item.excuse,
            }
            for item in found.items
        ],
    }
