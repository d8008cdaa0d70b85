"""The library as it stands in another commit, read out of git without touching the working copy."""

from __future__ import annotations

import subprocess
from pathlib import Path

import click

from evidence_kb.loading.library import Loaded, load_files
from evidence_kb.store import FOLDERS, SINGLE, StoredFile

ORDINARY = ("100644", "100755")


def library_at(root: Path, base: str) -> Loaded:
    """The library below `root` in the commit `base`; ends with exit code 2 where git does not know one of them.

    Only ordinary .yaml files are read, links and other things are left out.
    """
    if base.startswith("-"):
        raise click.UsageError(f"`{base}` is not the name of a commit.")
    prefix = _git(root, "rev-parse", "--show-prefix").decode("utf-8").strip()
    commit = _git(root, "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}").decode("ascii").strip()
    places = [f"{prefix}{name}" for name in (*FOLDERS, *SINGLE)]
    listing = _git(root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *places)
    wanted: list[tuple[str, str]] = []
    for row in filter(None, listing.decode("utf-8", "surrogateescape").split("\0")):
        about, _, path = row.partition("\t")
        mode, kind, blob = about.split(" ")[:3]
        if kind == "blob" and mode in ORDINARY and path.endswith(".yaml"):
            wanted.append((path.removeprefix(prefix), blob))
    return load_files(_contents(root, wanted))


def _contents(root: Path, wanted: list[tuple[str, str]]) -> list[StoredFile]:
    """The bytes of all blobs in one run of git: each comes after a line that ends with its size."""
    output = _git(root, "cat-file", "--batch", data="".join(f"{blob}\n" for _, blob in wanted).encode("ascii"))
    files, at = [], 0
    for path, _ in wanted:
        end = output.index(b"\n", at)
        size = int(output[at:end].rsplit(b" ", 1)[1])
        files.append(StoredFile(path, output[end + 1 : end + 1 + size]))
        at = end + size + 2
    return files


def _git(root: Path, *arguments: str, data: bytes | None = None) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], input=data, capture_output=True, check=False)
    except OSError as error:
        raise click.UsageError(f"git cannot be run: {error.strerror}.") from None
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise click.UsageError(f"git {arguments[0]} failed: {reason[-1] if reason else 'there is no such commit'}")
    return done.stdout
