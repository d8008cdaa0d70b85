"""`pool`: claims, or a table of studies, pooled here."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import click

from evidence_kb.analysis.pooling import PooledHere, pool_claims, pool_studies
from evidence_kb.analysis.study_table import studies_from_rows
from evidence_kb.cli.options import library_option, read_library
from evidence_kb.statistics.errors import CannotCompute

MEASURES = ("OR", "RR", "RD", "MD", "SMD", "ROM")
MODELS = ("common", "MH", "Peto", "DL", "DL-RevMan", "PM", "REML")
TESTS = ("z", "HK", "HK-adhoc")


@click.command("pool")
@click.argument("what", nargs=-1, required=True, metavar="(CLAIM… | FILE.csv)")
@click.option("--measure", type=click.Choice(MEASURES), required=True, help="The effect measure.")
@click.option("--model", type=click.Choice(MODELS), default="DL", show_default=True, help="The model.")
@click.option("--test", type=click.Choice(TESTS), default="z", show_default=True, help="z, or Hartung-Knapp.")
@click.option("--json", "as_json", is_flag=True, help="Numbers for a program instead of a sentence.")
@library_option
def command(what: tuple[str, ...], measure: str, model: str, test: str, as_json: bool, root: Path) -> None:
    """Pool claims on single studies, or a CSV file of studies. The result is computed here, not published.

    Columns of the file: study, then events1, n1, events0, n0; or mean1, sd1, n1, mean0, sd0, n0; or estimate, low,
    high.
    """
    try:
        if len(what) == 1 and what[0].endswith(".csv"):
            with Path(what[0]).open(encoding="utf-8-sig", newline="") as lines:
                studies = studies_from_rows(list(csv.DictReader(lines)), measure)  # type: ignore[arg-type]
            found = pool_studies(studies, measure, model, test)  # type: ignore[arg-type]
        else:
            kb = read_library(root).kb
            unknown = [id for id in what if id not in kb.claims]
            if unknown:
                raise click.UsageError(f"There is no claim `{unknown[0]}`.")
            found = pool_claims(what, kb, measure, model, test)  # type: ignore[arg-type]
    except CannotCompute as refusal:
        raise click.UsageError(refusal.reason) from None
    except OSError as error:
        raise click.UsageError(str(error)) from None
    click.echo(json.dumps(as_data(found), indent=2, ensure_ascii=False) if as_json else as_text(found))


def as_text(found: PooledHere) -> str:
    """The sentence, the conventions, and one line a study."""
    lines = [found.sentence, f"  {found.conventions}", ""]
    lines += [f"  {row.label}: {row.text}, {100 * row.weight:.1f}%" for row in found.rows]
    return "\n".join([*lines, *(f"  left out: {reason}" for _, reason in found.excluded)])


def as_data(found: PooledHere) -> dict[str, object]:
    """The same as plain data."""
    return {
        "sentence": found.sentence,
        "conventions": found.conventions,
        "measure": found.measure,
        "estimate": found.estimate,
        "low": found.low,
        "high": found.high,
        "p": found.p,
        "i_squared": found.i_squared,
        "tau_squared": found.tau_squared,
        "prediction": list(found.prediction) if found.prediction else None,
        "studies": [
            {"study": row.label, "estimate": row.estimate, "low": row.low, "high": row.high, "weight": row.weight}
            for row in found.rows
        ],
        "excluded": [{"claim": claim, "reason": reason} for claim, reason in found.excluded],
    }
