"""The JSON Schemas: equal to the code, true of every file of the library, and no wider than the models."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from evidence_kb.cli.main import cli
from evidence_kb.records import scalars
from evidence_kb.records.claims.union import CLAIM_TYPES
from evidence_kb.records.fields import fields
from evidence_kb.records.json_schema import FILE_KINDS, RECORDS, as_text, file_name, schema
from evidence_kb.records.references import TERM_KINDS
from evidence_kb.store import StoredFile, list_files
from evidence_kb.strict_yaml import Document, Plain, read
from schema.editor_view import as_seen, data_of

EXAMPLES = "src/evidence_kb/rules/example_library"
FOLDERS = {"claims": "claim", "sources": "source", "questions": "question", "audits": "audit"}


def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(schema(kind))


def kind_of(path: str) -> str:
    top, _, rest = path.partition("/")
    return rest.removesuffix(".yaml") if top == "vocabulary" else FOLDERS.get(top, "library")


@pytest.fixture(scope="module")
def stored(repository: Path) -> list[StoredFile]:
    """Every file of the library and of the example library that reads well."""
    files = [*list_files(repository)[0], *list_files(repository / EXAMPLES)[0]]
    sound = [file for file in files if isinstance(read(file.raw), Document)]
    assert len(sound) > 40
    return sound


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_the_committed_schema_is_that_of_the_code(kind: str, repository: Path) -> None:
    committed = (repository / "schema" / file_name(kind)).read_text("utf-8")
    assert committed == as_text(kind), "run: evidence-kb schema --write schema"


def test_no_other_schema_is_committed(repository: Path) -> None:
    assert {path.name for path in (repository / "schema").iterdir()} == {file_name(kind) for kind in FILE_KINDS}


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_every_schema_is_one_and_closed(kind: str) -> None:
    made = schema(kind)
    Draft202012Validator.check_schema(made)
    objects = [each for each in inside(made) if "properties" in each and each is not made and "if" not in each]
    assert all(each.get("additionalProperties") is False for each in objects if "title" in each)
    for each in objects:
        if "title" in each:
            assert each["description"], each["title"]
            assert [key for key, one in each["properties"].items() if not one.get("description")] == []


def inside(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from inside(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from inside(inner)


def test_every_file_fits_its_schema(stored: list[StoredFile]) -> None:
    validators = {kind: validator(kind) for kind in {kind_of(file.path) for file in stored}}
    wrong = [
        f"{file.path}: {error.json_path}: {error.message[:200]}"
        for file in stored
        for error in validators[kind_of(file.path)].iter_errors(data_of(file.raw))
    ]
    assert not wrong


def test_a_misspelt_key_fits_nowhere(stored: list[StoredFile]) -> None:
    seen = set()
    for file in stored:
        kind, data = kind_of(file.path), data_of(file.raw)
        if (kind, data.get("type")) in seen:
            continue
        seen.add((kind, data.get("type")))
        target = next(iter(data.values())) if kind in TERM_KINDS else data
        key = next(key for key in reversed(target) if key != "type")
        target[f"{key}x"] = target.pop(key)
        assert not validator(kind).is_valid(data), f"{file.path}: {key}x"
    assert {kind for kind, _ in seen} >= {"claim", "source", "library", "outcomes"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("percent: '86.6'", "percent: high"),
        ("n: 15", "n: '15'"),
        ("n: 15", "n: -1"),
        ("read: abstract", "read: abstrct"),
        ("source: s", "source: Not A Slug"),
        ("outcome: o", "outcome: [o]"),
        ("type: response_rate", "type: response-rate"),
        ("type: response_rate\n", ""),
        ("event: e\n", ""),
        ("on: 2026-11-22", "on: 22.11.2026"),
    ],
)
def test_what_the_models_refuse_the_schema_refuses(old: str, new: str) -> None:
    text = (
        "type: response_rate\nstatement: S\ncitation: {source: s, read: abstract, locator: {part: abstract}}\n"
        "outcome: o\nevent: e\narms: [{arm: a, n: 15, percent: '86.6'}]\n"
        "checks: [{of: figures, by: x, role: ai, against: abstract, on: 2026-11-22, outcome: agrees}]\n"
    )
    assert validator("claim").is_valid(data_of(text.encode()))
    assert old in text
    assert not validator("claim").is_valid(data_of(text.replace(old, new).encode()))


SCALARS = {
    name: (TypeAdapter(getattr(scalars, name)), Draft202012Validator(TypeAdapter(getattr(scalars, name)).json_schema()))
    for name in ("Text", "Slug", "Count", "Flag", "DateText", "Figure")
}
WRITTEN = st.one_of(
    st.from_regex(r"[-+−<>=≤ ]{0,2}[0-9]{0,4}\.?[0-9]{0,4}", fullmatch=True),
    st.from_regex(r"[a-z0-9A-Z]{1,4}(-[a-z0-9]{1,3}){0,2}", fullmatch=True),
    st.from_regex(r"[0-9]{4}(-[0-9]{2}){0,3}", fullmatch=True),
    st.sampled_from(["true", "false", "yes", "null words", "<0.001", "1e3"]),
)


@given(st.sampled_from(sorted(SCALARS)), WRITTEN, st.booleans())
@example("Figure", "0.80", False)
@example("DateText", "2005", True)
@example("Slug", "2005", True)
def test_what_a_field_takes_its_schema_takes(name: str, text: str, quoted: bool) -> None:
    """A file that loads is never underlined by an editor; truth values and exponents apart, which texts are not."""
    adapter, seen = SCALARS[name]
    value = text if quoted else Plain(text)
    try:
        adapter.validate_python(value)
    except ValidationError:
        return
    if (text and not isinstance(as_seen(value), bool | float)) or name in ("Flag", "Figure"):
        assert seen.is_valid(as_seen(value))


def test_editors_find_a_schema_for_every_kind(repository: Path) -> None:
    settings = json.loads((repository / ".vscode/settings.json").read_text("utf-8"))
    assert set(settings["yaml.schemas"]) == {f"./schema/{file_name(kind)}" for kind in FILE_KINDS}
    for name in settings["yaml.schemas"]:
        assert (repository / name).is_file()


def test_every_model_and_key_is_described() -> None:
    for model in (*CLAIM_TYPES.values(), *RECORDS.values()):
        assert all(field.description for field in fields(model).values()), model


class TestCommand:
    def run(self, *words: str) -> tuple[int, str]:
        done = CliRunner().invoke(cli, ["schema", *words])
        return done.exit_code, done.output

    def test_kinds_are_listed(self) -> None:
        assert self.run() == (0, "\n".join(FILE_KINDS) + "\n")

    def test_one_is_printed(self) -> None:
        assert self.run("audit") == (0, as_text("audit"))

    def test_a_kind_that_is_none_is_misuse(self) -> None:
        assert self.run("claims")[0] == 2

    def test_written_files_are_equal_and_changed_ones_are_not(self, tmp_path: Path) -> None:
        folder = str(tmp_path / "out")
        assert self.run("--check", folder)[0] == 1
        assert self.run("--write", folder)[0] == 0
        assert self.run("--check", folder) == (0, "")
        (tmp_path / "out/claim.schema.json").write_text("{}")
        code, output = self.run("--check", folder)
        assert code == 1
        assert "claim.schema.json" in output

    def test_other_files_of_the_folder_stay(self, tmp_path: Path) -> None:
        (tmp_path / "mine.txt").write_text("x")
        self.run("source", "--write", str(tmp_path))
        assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.txt", "source.schema.json"]
