"""Options that several commands share: which library, which date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from evidence_kb.loading.library import Loaded, load
from evidence_kb.store import LibraryNotFound


def library_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--library DIR`: the folder that holds library.yaml; this folder where left out."""
    return click.option(
        "--library",
        "root",
        type=click.Path(path_type=Path, file_okay=False),
        default=Path(),
        show_default="this folder",
        help="Folder that holds library.yaml.",
    )(function)


def as_of_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--as-of DATE`: the date for which currency is judged."""
    return click.option(
        "--as-of",
        callback=_date,
        metavar="DATE",
        help="Judge currency for this day (YYYY-MM-DD, or `today`); the date in library.yaml where left out.",
    )(function)


def _date(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value == "today":
        return date.today().isoformat()
    if value is not None:
        try:
            date.fromisoformat(value)
        except ValueError:
            raise click.BadParameter("write it as YYYY-MM-DD, or `today`") from None
    return value


def read_library(root: Path) -> Loaded:
    """Load the library, or end with exit code 2 and a sentence."""
    try:
        return load(root)
    except LibraryNotFound as error:
        raise click.UsageError(str(error)) from None


def path_below(root: Path, path: Path) -> str:
    """A path given on the command line as a path below the library, or exit code 2 and a sentence.

    The last part is not resolved, so that a link stays a link.
    """
    place = path.parent.resolve() / path.name if path.name not in ("", "..") else path.resolve()
    if not path.exists() and (root / path).exists():
        place = (root / path).resolve()
    elif not path.exists():
        raise click.UsageError(f"There is no file or folder {path}.")
    if not place.is_relative_to(root.resolve()):
        raise click.UsageError(f"{path} is not in the library {root}.")
    return place.relative_to(root.resolve()).as_posix()
