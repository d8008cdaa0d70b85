"""`build`: the gate, then the site."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import click

from evidence_kb.cli.main import CLEAN, FINDINGS
from evidence_kb.cli.options import as_of_option, library_option


@click.command("build")
@library_option
@as_of_option
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the Markdown and the site.  [default: build, in the library]",
)
@click.option(
    "--even-with-errors", is_flag=True, help="Build although the checks found errors; every page shows its own."
)
def command(root: Path, as_of: str | None, output: Path | None, even_with_errors: bool) -> None:
    """Check the library and build its site into build/site.

    With errors nothing is built and the exit code is 1. A broken link fails the build, and the former site stands.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from evidence_kb.reports.summary import closing
    from evidence_kb.reports.text import render
    from evidence_kb.site.building import build_site, read_and_check
    from evidence_kb.site.mkdocs import Folders, SiteNotBuilt
    from evidence_kb.store import LibraryNotFound

    folders = Folders(root, output or root / "build")
    try:
        checked = read_and_check(folders, as_of)
    except LibraryNotFound as error:
        raise click.UsageError(str(error)) from None
    gc.freeze()  # what was read stays to the end: looking through it for rubbish again and again takes time
    report = checked.report
    if not report.passed:
        click.echo(render(report, checked.loaded), nl=False)
        if not even_with_errors or checked.loaded.kb.library is None:
            click.echo("Nothing was built: mend the errors, or say --even-with-errors to look at the site as it is.")
            raise SystemExit(FINDINGS)
    else:
        click.echo("\n".join(closing(report)))
    try:
        number = build_site(folders, checked, click.echo, cores())
    except SiteNotBuilt as error:
        click.echo(
            "\n".join(["The site was not built; the former one stands.", str(error), *map(str, error.broken)]), err=True
        )
        raise SystemExit(FINDINGS) from None
    click.echo(f"{number} pages in {folders.site}")
    raise SystemExit(CLEAN if report.passed else FINDINGS)


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
