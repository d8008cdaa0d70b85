"""`check`: the gate."""

from __future__ import annotations

import os
from pathlib import Path

import click

from evidence_kb.cli.main import CLEAN, FINDINGS
from evidence_kb.cli.options import as_of_option, library_option, path_below, read_library
from evidence_kb.gate import check
from evidence_kb.reports import markdown
from evidence_kb.reports.formats import FORMATS
from evidence_kb.reports.narrowing import below, new_since
from evidence_kb.store import LibraryNotFound

SUMMARY = "GITHUB_STEP_SUMMARY"


@click.command("check")
@library_option
@as_of_option
@click.option("--format", "style", type=click.Choice(sorted(FORMATS)), default="text", show_default=True)
@click.option("--select", multiple=True, metavar="CODE", help="Only rules whose code begins so (repeatable).")
@click.option("--ignore", multiple=True, metavar="CODE", help="Not rules whose code begins so (repeatable).")
@click.option("--new-only", "base", metavar="BASE", help="Only findings that the commit or branch BASE does not have.")
@click.option(
    "--texts",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder with texts of sources (<source-id>.txt), in which quotes and figures are looked for.",
)
@click.option("--fix", is_flag=True, help="First make mends that leave no doubt; show others as a diff (stderr).")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def command(
    root: Path,
    as_of: str | None,
    style: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    base: str | None,
    texts: Path | None,
    fix: bool,
    paths: tuple[Path, ...],
) -> None:
    """Check the whole library: schema, citations, identifiers, figures, certainty, wording, currency.

    With PATHS only findings in these files and folders are shown (and count for the exit code).

    Exit codes: 0 no errors, 1 errors, 2 misuse, 3 a fault of this program.
    """
    chosen = [path_below(root, path) for path in paths]
    if fix:
        _fix(root)
    loaded = read_library(root)
    known = _texts(texts) if texts else {}
    report = check(loaded, as_of=as_of, select=select, ignore=ignore, texts=known)
    if base is not None:
        from evidence_kb.cli.base import library_at

        old = check(library_at(root, base), as_of=report.as_of, select=select, ignore=ignore, texts=known)
        report = new_since(report, old, base)
    if chosen:
        report = below(report, chosen)
    click.echo(FORMATS[style](report, loaded), nl=False)
    if style == "github" and os.environ.get(SUMMARY):
        with Path(os.environ[SUMMARY]).open("a", encoding="utf-8") as summary:
            summary.write(markdown.render(report, loaded))
    raise SystemExit(CLEAN if report.passed else FINDINGS)


def _texts(folder: Path) -> dict[str, str]:
    """The texts of sources in a folder, by the names of their files."""
    return {path.stem: path.read_text("utf-8", "replace") for path in sorted(folder.glob("*.txt"))}


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
