"""Claims from YAML texts, put into the example library that the rules are shown on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evidence_kb.analysis.integrity import Recomputed
from evidence_kb.analysis.recomputation import integrity
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.loading.library import load_files
from evidence_kb.rules.cases import example_files
from evidence_kb.store import StoredFile

Library = Callable[[dict[str, str]], KnowledgeBase]
Report = Callable[[str], list[Recomputed]]

HEAD = """\
population: {term: adults}
conditions: [{term: tidal-headache}]
citation: {source: SOURCE, read: full-text, locator: {part: results}}
"""


def with_head(text: str, source: str = "aster-2001") -> str:
    """A claim with a citation, where the text gives none."""
    return text if "citation:" in text else text + HEAD.replace("SOURCE", source)


@pytest.fixture(scope="session")
def library() -> Library:
    """The example library with files added or replaced, by path."""

    def build(changes: dict[str, str]) -> KnowledgeBase:
        stored = {file.path: file.raw for file in example_files()}
        stored |= {path: text.encode() for path, text in changes.items()}
        loaded = load_files(tuple(StoredFile(path, stored[path]) for path in sorted(stored)))
        assert not [finding for finding in loaded.findings if finding.file in changes], loaded.findings
        return loaded.kb

    return build


@pytest.fixture(scope="session")
def report(library: Library) -> Report:
    """The integrity report of one claim of the made-up trial `aster-2001`, with nothing else in the library like it."""

    def recomputed(text: str) -> list[Recomputed]:
        path = "claims/trials/aster-2001-extra.yaml"
        return list(integrity(library({path: with_head(text)}), "aster-2001-extra").items)

    return recomputed
