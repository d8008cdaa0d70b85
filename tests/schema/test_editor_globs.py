"""The patterns by which an editor finds the schema of a file reach every file of the library, each once."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

from evidence_kb.records.json_schema import file_name
from evidence_kb.store import list_files
from schema.test_json_schema import EXAMPLES, kind_of


def reached(pattern: str, path: str) -> bool:
    """Whether a pattern with `**` for any number of folders reaches a path; both begin at the root."""
    folder, _, name = pattern.lstrip("/").partition("**/")
    if not name:
        return PurePosixPath(path).match(folder) and path.count("/") == folder.count("/")
    return path.startswith(folder) and PurePosixPath(path).match(name)


def test_every_file_has_exactly_its_own_schema(repository: Path) -> None:
    patterns = json.loads((repository / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    for root in ("", f"{EXAMPLES}/"):
        files, _ = list_files(repository / root)
        assert files
        for file in files:
            found = [name for name, each in patterns.items() if any(reached(one, root + file.path) for one in each)]
            assert found == [f"./schema/{file_name(kind_of(file.path))}"], file.path
