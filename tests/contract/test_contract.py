"""What the data contract allows can be said: every shape loads, and no rule of structure complains of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from evidence_kb.gate import check
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.loading.library import Loaded, load_files
from evidence_kb.records.claims.union import CLAIM_TYPES
from evidence_kb.records.fields import fields
from evidence_kb.records.model import Model
from evidence_kb.rules.cases import example_files
from evidence_kb.store import StoredFile

SHAPES: dict[str, dict[str, str]] = yaml.safe_load((Path(__file__).parent / "shapes.yaml").read_text("utf-8"))
FOLDERS = {"claims": "claims/shapes", "sources": "sources", "questions": "questions", "audits": "audits"}
FILES = {
    f"{FOLDERS[kind]}/{name}.yaml": StoredFile(f"{FOLDERS[kind]}/{name}.yaml", text.encode("utf-8"))
    for kind, shapes in SHAPES.items()
    for name, text in shapes.items()
}
STRUCTURE = ("SC", "ID", "RF", "CT", "IX", "VC", "CU", "AU", "WV")
# A source of shapes alone is cited by nothing, which is a shape, too.
EXPECTED = {("sources/full.yaml", "RF105")}

# Codes are not made up, and an address, a contact and rules that are switched off are for real libraries.
NOT_MADE_UP = {"codes", "address", "repository", "contact", "switched_off"}


@cache
def everything() -> Loaded:
    return load_files([*example_files(), *FILES.values()])


@pytest.mark.parametrize("path", FILES)
def test_a_shape_loads(path: str) -> None:
    assert [finding for finding in everything().findings if finding.file == path] == []
    assert any(entry.file == path for entry in everything().kb.entries)


def test_no_rule_of_structure_complains() -> None:
    found = check(everything(), select=STRUCTURE).findings
    told = {(finding.file, finding.code): finding.message for finding in found if finding.file in FILES}
    assert {key: message for key, message in told.items() if key not in EXPECTED} == {}
    assert set(told) >= EXPECTED


def test_every_type_of_claim_is_shown() -> None:
    types = {entry.record.type for entry in everything().kb.claims.values() if entry.file in FILES}
    shown_by_the_library_itself = {entry.record.type for entry in everything().kb.claims.values()}
    assert shown_by_the_library_itself == set(CLAIM_TYPES)
    assert len(types) >= 12


def test_every_key_of_every_record_is_shown() -> None:
    used: dict[type[Model], set[str]] = {}
    for value in _values(everything().kb):
        used.setdefault(type(value), set()).update(key for key, _ in value.parts())
    known = {key for model in _models(everything().kb) for key in fields(model)}
    assert known - {key for keys in used.values() for key in keys} <= NOT_MADE_UP


def _values(kb: KnowledgeBase) -> Iterator[Model]:
    for entry in kb.entries:
        yield from (node.value for node in entry.nodes if isinstance(node.value, Model))


def _models(kb: KnowledgeBase) -> set[type[Model]]:
    """Every model that a record can hold, followed from the models in use."""
    found = {type(value) for value in _values(kb)} | set(CLAIM_TYPES.values())
    waiting = list(found)
    while waiting:
        for field in fields(waiting.pop()).values():
            if field.part is not None and field.part not in found:
                found.add(field.part)
                waiting.append(field.part)
    return found
