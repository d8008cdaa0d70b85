"""The description of every kind of file: complete, linked without a gap, with an example of each type."""

from __future__ import annotations

from pathlib import Path

from evidence_kb.records.claims.union import CLAIM_TYPES
from evidence_kb.records.describe import examples, file_descriptions, part_descriptions
from evidence_kb.records.fields import fields
from evidence_kb.records.json_schema import FILE_KINDS


def test_every_kind_and_type_is_described() -> None:
    described = file_descriptions()
    assert {one.kind for one in described} == set(FILE_KINDS)
    assert [one.type for one in described if one.kind == "claim"] == list(CLAIM_TYPES)
    assert all(one.title and one.description and one.keys and one.files for one in described)


def test_anchors_are_unique_and_every_link_arrives() -> None:
    every = [*file_descriptions(), *part_descriptions()]
    anchors = [one.anchor for one in every]
    assert len(anchors) == len(set(anchors))
    assert {key.part for one in every for key in one.keys if key.part} == {one.anchor for one in part_descriptions()}


def test_keys_say_what_they_are() -> None:
    claim = next(one for one in file_descriptions() if one.type == "response_rate")
    assert [key.key for key in claim.keys] == list(fields(CLAIM_TYPES["response_rate"]))
    by_key = {key.key: key for key in claim.keys}
    assert by_key["statement"].required
    assert (by_key["arms"].type, by_key["arms"].part) == ("a list of mappings (arm proportion)", "part-arm-proportion")
    assert by_key["ascertained"].allowed == ("asked", "volunteered", "coded", "not-seen")
    assert by_key["outcome"].refers_to == ("outcomes",)
    contrast = next(one for one in part_descriptions() if one.anchor == "part-contrast")
    assert {key.key: key.type for key in contrast.keys}["value"] == "a figure as printed"


def test_examples_are_found_by_kind_and_type(repository: Path) -> None:
    folder = repository / "src/evidence_kb/rules/example_library"
    texts = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.yaml")}
    found = examples(texts)
    missing = {one.anchor for one in file_descriptions() if one.kind in ("claim", "source")} - set(found)
    assert not missing
    assert all(text in texts.values() for text in found.values())


def test_files_that_cannot_be_read_are_passed_over() -> None:
    texts = {
        "claims/a.yaml": "type: [",
        "claims/b.yaml": "type: fact\n",
        "claims/c.yaml": "type: fact\nx: 1\n",
        "x": "",
    }
    assert examples(texts) == {"claim-fact": "type: fact\n"}
