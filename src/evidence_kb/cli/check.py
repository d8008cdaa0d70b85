"""`check`: the gate."""

from __future__ import annotations

from pathlib import Path

import click

from evidence_kb.cli.main import CLEAN, FINDINGS
from evidence_kb.cli.options import as_of_option, library_option, read_library
from evidence_kb.gate import check
from evidence_kb.reports.formats import FORMATS
from evidence_kb.store import LibraryNotFound


@click.command("check")
@library_option
@as_of_option
@click.option("--format", "style", type=click.Choice(sorted(FORMATS)), default="text", show_default=True)
@click.option("--select", multiple=True, metavar="CODE", help="Only rules whose code begins so (repeatable).")
@click.option("--ignore", multiple=True, metavar="CODE", help="Not rules whose code begins so (repeatable).")
@click.option("--fix", is_flag=True, help="First make mends that leave no doubt; show others as a diff (stderr).")
def command(
    root: Path, as_of: str | None, style: str, select: tuple[str, ...], ignore: tuple[str, ...], fix: bool
) -> None:
    """Check the whole library: schema, citations, identifiers, figures, certainty, wording, currency.

    Exit codes: 0 no errors, 1 errors, 2 misuse, 3 a fault of this program.
    """
    if fix:
        _fix(root)
    loaded = read_library(root)
    report = check(loaded, as_of=as_of, select=select, ignore=ignore)
    click.echo(FORMATS[style](report, loaded), nl=False)
    raise SystemExit(CLEAN if report.passed else FINDINGS)


def _fix(root: Path) -> None:
    """Mend what can be mended without thought; to stderr, because a report goes to stdout."""
    from evidence_kb.editing.fixing import fix_library, write_fixed

    try:
        results = fix_library(root)
    except LibraryNotFound as error:
        raise click.UsageError(str(error)) from None
    write_fixed(root, results)
    for result in results:
        for what in result.done:
            click.echo(f"mended {result.path}: {what}", err=True)
    for result in results:
        click.echo(result.diff, nl=False, err=True)
