"""`check`: the gate."""

from __future__ import annotations

from pathlib import Path

import click

from evidence_kb.cli.main import CLEAN, FINDINGS
from evidence_kb.cli.options import as_of_option, library_option, read_library
from evidence_kb.gate import check
from evidence_kb.reports.formats import FORMATS


@click.command("check")
@library_option
@as_of_option
@click.option("--format", "style", type=click.Choice(sorted(FORMATS)), default="text", show_default=True)
@click.option("--select", multiple=True, metavar="CODE", help="Only rules whose code begins so (repeatable).")
@click.option("--ignore", multiple=True, metavar="CODE", help="Not rules whose code begins so (repeatable).")
def command(root: Path, as_of: str | None, style: str, select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
    """Check the whole library: schema, citations, identifiers, figures, certainty, wording, currency.

    Exit codes: 0 no errors, 1 errors, 2 misuse, 3 a fault of this program.
    """
    loaded = read_library(root)
    report = check(loaded, as_of=as_of, select=select, ignore=ignore)
    click.echo(FORMATS[style](report, loaded), nl=False)
    raise SystemExit(CLEAN if report.passed else FINDINGS)
