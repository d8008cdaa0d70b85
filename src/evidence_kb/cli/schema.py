"""`schema`: the JSON Schema of each kind of file, for editors and other programs."""

from __future__ import annotations

from pathlib import Path

import click

from evidence_kb.cli.main import CLEAN, FINDINGS
from evidence_kb.outputs import write_file
from evidence_kb.records.json_schema import FILE_KINDS, as_text, file_name

_FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command("schema")
@click.argument("kind", required=False, type=click.Choice(FILE_KINDS), metavar="[KIND]")
@click.option("--write", "target", type=_FOLDER, metavar="DIR", help="Write the schema of KIND, or all of them, there.")
@click.option("--check", "against", type=_FOLDER, metavar="DIR", help="Compare with the files there.")
def command(kind: str | None, target: Path | None, against: Path | None) -> None:
    """Print the JSON Schema of a KIND of file; the list of kinds where none is given.

    Exit codes: 0 done or equal, 1 a file of --check is missing or different, 2 misuse.
    """
    kinds = FILE_KINDS if kind is None else (kind,)
    if target is not None and against is not None:
        raise click.UsageError("Give either --write or --check.")
    if target is not None:
        changed = [kind for kind in kinds if write_file(target / file_name(kind), as_text(kind).encode())]
        click.echo(f"{len(changed)} of {len(kinds)} schemas written anew in {target}.")
    elif against is not None:
        raise SystemExit(_compare(kinds, against))
    elif kind is None:
        click.echo("\n".join(FILE_KINDS))
    else:
        click.echo(as_text(kind), nl=False)


def _compare(kinds: tuple[str, ...], folder: Path) -> int:
    different = [kind for kind in kinds if not _same(folder / file_name(kind), as_text(kind))]
    for kind in different:
        click.echo(f"{folder / file_name(kind)} is not what the models say; `evidence-kb schema --write DIR` mends it.")
    return FINDINGS if different else CLEAN


def _same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode()
