"""A library of clinical evidence in which every statement can be checked.

Four functions are enough to use it from Python; each imports what it needs when it is called:

- `load(folder)` reads a library into a `Loaded`: the knowledge base, and what is wrong with the files;
- `check(loaded)` runs the gate and returns a `Report`;
- `build(folder, output)` checks a library and makes its site;
- `export(loaded)` gives the machine-readable files.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evidence_kb.gate import Report
    from evidence_kb.loading.library import Loaded
    from evidence_kb.outputs import OutputFile

__version__ = "0.1.0"


def load(folder: Path) -> Loaded:
    """Read the library in `folder`; raises `LibraryNotFound` where there is none, everything else is a finding."""
    from evidence_kb.loading.library import load as read

    return read(folder)


def check(loaded: Loaded, as_of: str | None = None) -> Report:
    """Run every rule over a library, judging currency for the day `as_of` (its own date where left out)."""
    from evidence_kb.gate import check as run

    return run(loaded, as_of=as_of)


def export(loaded: Loaded) -> tuple[OutputFile, ...]:
    """All exports of a library as files: JSON, CSL-JSON and the others."""
    from evidence_kb.exports.catalogue import all_exports
    from evidence_kb.outputs import OutputFile

    return tuple(OutputFile(one.path, one.render(loaded.kb)) for one in all_exports())
