"""`show`: an entry, what it points at and what points at it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from evidence_kb.cli.options import library_option, read_library
from evidence_kb.knowledge_base import Entry, KnowledgeBase
from evidence_kb.suggestions import nearest


@click.command("show")
@click.argument("id")
@library_option
def command(id: str, root: Path) -> None:
    """Print the entry ID (a claim, source, question, audit or term), and which entries use it."""
    kb = read_library(root).kb
    entries = [entry for entry in kb.entries if entry.id == id]
    if not entries:
        guess = nearest(id, {entry.id for entry in kb.entries})
        raise click.UsageError(f"There is no entry `{id}`." + (f" Did you mean `{guess}`?" if guess else ""))
    click.echo("\n".join(_describe(kb, entry) for entry in entries))


def _describe(kb: KnowledgeBase, entry: Entry[Any]) -> str:
    line, _ = entry.position()
    lines = [f"{entry.kind} {entry.id}  ({entry.file}:{line})", ""]
    if not entry.base:
        lines += [f"  {text}" for text in entry.document.text.rstrip().splitlines()]
    else:
        lines += [f"  {key}: {value}" for key, value in entry.document.data[entry.id].items()]
    kind = entry.folder if entry.kind == "term" else entry.kind
    users = kb.users.get((kind, entry.id), ())
    lines += ["", f"Used by {len(users)}:"] + [f"  {user.kind} {user.id}  ({user.file})" for user in users]
    return "\n".join(lines)
