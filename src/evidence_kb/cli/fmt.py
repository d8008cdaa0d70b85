"""`fmt`: canonical form of the library's files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from evidence_kb.cli.main import CLEAN, FAULT, FINDINGS
from evidence_kb.cli.options import library_option
from evidence_kb.editing.formatting import Formatted, format_library, write_changed
from evidence_kb.findings import Finding
from evidence_kb.store import LibraryNotFound


@click.command("fmt")
@library_option
@click.option("--check", "only_check", is_flag=True, help="Change nothing; say which files are not in canonical form.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def command(root: Path, only_check: bool, paths: tuple[Path, ...]) -> None:
    """Lay the library's YAML files out in canonical form, or only those at PATHS.

    Order of keys, quotes, brackets, indentation and line ends change; what a file says, its comments and every printed
    digit stay. A file that cannot be read is left alone.

    Exit codes: 0 all canonical, 1 a file is unreadable or (--check) not canonical, 2 misuse, 3 a fault of this program.
    """
    try:
        results, problems = format_library(root, [_below(root, path) for path in paths] or None)
    except LibraryNotFound as error:
        raise click.UsageError(str(error)) from None
    if not results and not problems:
        where = "None of these paths is, or holds," if paths else f"Nothing in {root} is"
        raise click.UsageError(f"{where} a YAML file of a library.")
    if not only_check:
        write_changed(root, results)
    _say(results, problems, only_check)
    raise SystemExit(_exit_code(results, problems, only_check))


def _below(root: Path, path: Path) -> str:
    """The path below the library; the last part is not resolved, so that a link stays a link."""
    place = path.parent.resolve() / path.name if path.name not in ("", "..") else path.resolve()
    if not path.exists():
        raise click.UsageError(f"There is no file or folder {path}.")
    if not place.is_relative_to(root.resolve()):
        raise click.UsageError(f"{path} is not in the library {root}.")
    return place.relative_to(root.resolve()).as_posix()


def _say(results: Iterable[Formatted], problems: Iterable[Finding], only_check: bool) -> None:
    """One line for each file that is not canonical, then how many there are of each."""
    states = {state: [one for one in results if one.state == state] for state in ("changed", "unreadable", "fault")}
    lines = [(one.path, f"{one.path}: {'would change' if only_check else 'changed'}") for one in states["changed"]]
    lines += [(one.path, f"{one.path}:{one.reason}; left alone") for one in states["unreadable"]]
    lines += [(one.path, f"{one.path}: left alone by a fault of evidence-kb: {one.reason}") for one in states["fault"]]
    lines += [(one.file, f"{one.file}: {one.code} {one.message} Left alone.") for one in problems]
    for _, line in sorted(lines):
        click.echo(line)
    changed, total = len(states["changed"]), len(list(results))
    click.echo(f"{changed} of {total} files {'would change' if only_check else 'changed'}.")


def _exit_code(results: Iterable[Formatted], problems: Iterable[Finding], only_check: bool) -> int:
    states = {one.state for one in results}
    if "fault" in states:
        return FAULT
    bad = {"unreadable", "changed"} if only_check else {"unreadable"}
    return FINDINGS if states & bad or any(problems) else CLEAN
