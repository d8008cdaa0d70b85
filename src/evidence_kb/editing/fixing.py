"""`check --fix`: makes the mends that leave no doubt, and shows the others as a difference to be looked at."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from evidence_kb.editing.byte_repairs import repaired
from evidence_kb.editing.mends import Mend, mends
from evidence_kb.editing.record_models import model_of
from evidence_kb.editing.shape import root_shape
from evidence_kb.editing.syntax import tree
from evidence_kb.outputs import write_file
from evidence_kb.records.model import Model
from evidence_kb.store import StoredFile, list_files
from evidence_kb.strict_yaml import Document, read

_TRAILING = re.compile(r" +$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Fixed:
    """What came of one file: its bytes after the certain mends, what was mended, and the rest as a unified diff."""

    path: str
    content: bytes
    done: tuple[str, ...] = ()
    diff: str = ""


def fix_library(root: Path) -> tuple[Fixed, ...]:
    """The mends of all files below `root`, sorted by path; files without any are left out. Writes nothing.

    Raises LibraryNotFound where `root` is no folder.
    """
    files, _ = list_files(root)
    found = [fix_file(file) for file in files]
    return tuple(one for one in found if one.done or one.diff)


def write_fixed(root: Path, results: Iterable[Fixed]) -> None:
    """Write the files with certain mends, each whole or not at all; symbolic links are left alone."""
    for result in results:
        target = root / result.path
        if result.done and not target.is_symlink():
            write_file(target, result.content)


def fix_file(file: StoredFile) -> Fixed:
    """The mends of one file. Never raises for any bytes; a file that cannot be read keeps all but its line ends."""
    raw = repaired(file.raw)
    done = ["line ends, byte order mark or final newline"] if raw != file.raw else []
    document = read(raw)
    if not isinstance(document, Document):
        return Fixed(file.path, raw, tuple(done))
    stripped = _TRAILING.sub("", document.text)
    if stripped != document.text and _data(stripped) == document.data:
        done.append("spaces at the ends of lines")
        document = Document(document.data, stripped)
    while True:
        mended, certain = _mended(file.path, document)
        if not certain:
            return Fixed(file.path, document.text.encode(), tuple(done), _proposal(file.path, document))
        # A mended key or type shows what stands below it, so that more can be mended.
        document = mended
        done += certain


def _mended(path: str, document: Document) -> tuple[Document, list[str]]:
    """The file after its certain mends, and what they were; the same file and nothing where there are none."""
    before = _complaints(path, document.data)
    certain = [one for one in _found(path, document) if one.certain and _helps(path, document.text, one, before)]
    mended = read(_apply(document.text, certain).encode())
    if not certain or not isinstance(mended, Document):
        return document, []
    return mended, [one.what for one in certain]


def _found(path: str, document: Document) -> list[Mend]:
    model, terms = model_of(path, document.data)
    return list(mends(tree(document.text), root_shape(model, terms), path.startswith("claims/")))


def _proposal(path: str, document: Document) -> str:
    old = document.text.splitlines(keepends=True)
    new = _apply(document.text, _found(path, document)).splitlines(keepends=True)
    return "".join(difflib.unified_diff(old, new, f"a/{path}", f"b/{path}"))


def _apply(text: str, chosen: list[Mend]) -> str:
    for one in sorted(chosen, key=lambda mend: mend.start, reverse=True):
        text = text[: one.start] + one.text + text[one.end :]
    return text


def _data(text: str) -> dict[str, Any] | None:
    document = read(text.encode())
    return document.data if isinstance(document, Document) else None


def _helps(path: str, text: str, mend: Mend, before: int) -> bool:
    """Whether the file reads as well as before with this mend alone, and no record of it is worse."""
    data = _data(_apply(text, [mend]))
    return data is not None and _complaints(path, data) <= before


def _complaints(path: str, data: dict[str, Any]) -> int:
    """How many complaints the models have; a claim whose type is unknown has more than any other."""
    model, terms = model_of(path, data)
    if model is None:
        return 1_000_000
    return sum(_errors(model, each) for each in (data.values() if terms else (data,)))


def _errors(model: type[Model], data: Any) -> int:
    try:
        model.model_validate(data)
    except ValidationError as error:
        return error.error_count()
    return 0
