"""Finding the files of a library: what is read, what is refused, and that nothing odd is ever opened."""

from __future__ import annotations

import os
import socket
import unicodedata
from pathlib import Path

import pytest

from evidence_kb import store
from evidence_kb.findings import Finding
from evidence_kb.store import PROBLEMS, LibraryNotFound, StoredFile, list_files
from evidence_kb.strict_yaml import PROBLEMS as READING
from evidence_kb.strict_yaml import Limits


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with one sound file in each folder."""
    for name in (
        "claims/migraine/a-1",
        "sources/a-2001",
        "questions/q",
        "audits/page",
        "vocabulary/outcomes",
        "library",
    ):
        path = tmp_path / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return tmp_path


SOUND = [
    "audits/page.yaml",
    "claims/migraine/a-1.yaml",
    "library.yaml",
    "questions/q.yaml",
    "sources/a-2001.yaml",
    "vocabulary/outcomes.yaml",
]


def listed(root: Path) -> list[str]:
    files, findings = list_files(root)
    assert findings == ()
    return [file.path for file in files]


def told(root: Path) -> list[tuple[str, str]]:
    return [(PROBLEMS.get(each.code, each.code), each.file) for each in findings_of(root)]


def findings_of(root: Path) -> tuple[Finding, ...]:
    return list_files(root)[1]


def test_files_are_sorted_and_read(library: Path) -> None:
    files, findings = list_files(library)
    assert [file.path for file in files] == SOUND
    assert files[2] == StoredFile("library.yaml", b"library")
    assert findings == ()


def test_only_the_named_folders_are_looked_at(library: Path) -> None:
    (library / "build").mkdir()
    (library / "build/x.yaml").write_text("a: b")
    (library / "README.md").write_text("x")
    assert listed(library) == SOUND


def test_folders_and_single_files_can_be_chosen(library: Path) -> None:
    files, _ = list_files(library, ("sources",), ())
    assert [file.path for file in files] == ["sources/a-2001.yaml"]


def test_an_empty_library_has_no_files(tmp_path: Path) -> None:
    assert list_files(tmp_path) == ((), ())


@pytest.mark.parametrize("name", ["nowhere", "file"])
def test_a_missing_library_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryNotFound, match=name):
        list_files(tmp_path / name)


@pytest.mark.parametrize(
    "name", [".hidden.yaml", ".git", "a.yaml~", "#a.yaml#", "a.yaml.bak", ".#a.yaml", "a.yaml.swp"]
)
def test_hidden_files_and_backups_are_passed_over(library: Path, name: str) -> None:
    (library / "claims" / name).write_text("x")
    assert listed(library) == SOUND


@pytest.mark.parametrize("target", ["../outside.yaml", "claims/migraine/a-1.yaml", "nowhere.yaml", "/dev/zero"])
def test_links_are_refused_wherever_they_lead(library: Path, target: str) -> None:
    (library / "claims/link.yaml").symlink_to(target)
    assert told(library) == [("symbolic-link", "claims/link.yaml")]


def test_linked_folders_are_refused(library: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.yaml").write_text("x")
    (library / "claims/more").symlink_to(outside)
    (library / "audits/page.yaml").unlink()
    (library / "audits").rmdir()
    (library / "audits").symlink_to(outside)
    assert told(library) == [("symbolic-link", "audits"), ("symbolic-link", "claims/more")]
    assert not any("secret" in file.path for file in list_files(library)[0])


def test_a_circle_of_links_ends(library: Path) -> None:
    (library / "claims/again").symlink_to(library / "claims")
    assert told(library) == [("symbolic-link", "claims/again")]


def test_a_folder_called_yaml_is_no_file(library: Path) -> None:
    (library / "claims/x.yaml").mkdir()
    assert told(library) == [("not-a-file", "claims/x.yaml")]


def test_a_pipe_is_never_opened(library: Path) -> None:
    os.mkfifo(library / "claims/x.yaml")
    assert told(library) == [("not-a-file", "claims/x.yaml")]


def test_a_socket_is_no_file(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(library / "claims")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("x.yaml")
        assert told(library) == [("not-a-file", "claims/x.yaml")]


def test_a_file_where_a_folder_belongs(library: Path) -> None:
    (library / "audits/page.yaml").unlink()
    (library / "audits").rmdir()
    (library / "audits").write_text("x")
    assert told(library) == [("not-a-file", "audits")]


def test_a_pipe_put_in_place_of_a_listed_file_does_not_block(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = os.open

    def swap(path: Path, flags: int) -> int:
        if Path(path).name == "q.yaml":
            Path(path).unlink()
            os.mkfifo(path)
        return original(path, flags)

    monkeypatch.setattr(os, "open", swap)
    assert told(library) == [("not-a-file", "questions/q.yaml")]


def test_a_link_put_in_place_of_a_listed_file_is_not_followed(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = os.open

    def swap(path: Path, flags: int) -> int:
        if Path(path).name == "q.yaml":
            Path(path).unlink()
            Path(path).symlink_to(library / "library.yaml")
        return original(path, flags)

    monkeypatch.setattr(os, "open", swap)
    assert told(library) == [("unreadable-file", "questions/q.yaml")]


def test_a_file_that_vanishes_is_told(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = os.open

    def vanish(path: Path, flags: int) -> int:
        if Path(path).name == "q.yaml":
            Path(path).unlink()
        return original(path, flags)

    monkeypatch.setattr(os, "open", vanish)
    files, findings = list_files(library)
    assert [(PROBLEMS[each.code], each.file) for each in findings] == [("vanished-file", "questions/q.yaml")]
    assert len(files) == len(SOUND) - 1


def test_an_unreadable_file_is_told_and_the_others_are_read(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = os.open

    def refuse(path: Path, flags: int) -> int:
        if Path(path).name == "q.yaml":
            raise PermissionError(13, "Permission denied")
        return original(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    files, findings = list_files(library)
    assert [(PROBLEMS[each.code], each.file) for each in findings] == [("unreadable-file", "questions/q.yaml")]
    assert "Permission denied" in findings[0].message
    assert len(files) == len(SOUND) - 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("name", ["claims", "questions/q.yaml"])
def test_missing_rights_are_told(library: Path, name: str) -> None:
    (library / name).chmod(0)
    try:
        assert told(library) == [("unreadable-file", name)]
    finally:
        (library / name).chmod(0o700)


@pytest.mark.parametrize(("first", "second"), [("a-2001", "A-2001"), ("straße", "strasse"), ("é", "e\u0301")])
def test_names_that_some_systems_take_for_one(library: Path, first: str, second: str) -> None:
    folder = library / "questions"
    (folder / f"{first}.yaml").write_text("a: b")
    (folder / f"{second}.yaml").write_text("a: b")
    if len(list(folder.iterdir())) < 3:
        pytest.skip("this file system takes the two names for one")
    codes = [slug for slug, _ in told(library)]
    assert codes.count("names-differ-only-in-case") == 1


def test_folders_that_some_systems_take_for_one(library: Path) -> None:
    (library / "claims/Migraine").mkdir()
    if len(list((library / "claims").iterdir())) < 2:
        pytest.skip("this file system takes the two names for one")
    assert told(library) == [("names-differ-only-in-case", "claims/migraine")]


@pytest.mark.parametrize("name", ["a.yml", "a.YAML", "a.Yml"])
def test_other_extensions_are_told_with_the_right_one(library: Path, name: str) -> None:
    (library / "claims" / name).write_text("a: b")
    findings = findings_of(library)
    assert [PROBLEMS[each.code] for each in findings] == ["wrong-extension"]
    assert "a.yaml" in str(findings[0].fix)


@pytest.mark.parametrize("name", ["notes.txt", "README.md", "a.json", "yaml", "a.yaml.txt"])
def test_other_files_are_told(library: Path, name: str) -> None:
    (library / "claims" / name).write_text("x")
    assert told(library) == [("unknown-file", f"claims/{name}")]


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Bigal 2002", "bigal-2002"),
        ("müller_2020", "muller-2020"),
        ("a--b", "a-b"),
        ("-a", "a"),
        ("a.b", "a-b"),
        ("日本", ""),
    ],
)
def test_a_name_that_is_no_id_is_told_and_still_read(library: Path, name: str, better: str) -> None:
    (library / "sources" / f"{name}.yaml").write_text("a: b")
    files, findings = list_files(library)
    assert [PROBLEMS[each.code] for each in findings] == ["bad-file-name"]
    assert f"`{better}.yaml`" in str(findings[0].fix) or not better
    assert len(files) == len(SOUND) + 1


def test_a_name_that_cannot_be_shown_is_not_read(library: Path) -> None:
    try:
        (library / "sources" / os.fsdecode(b"caf\xe9.yaml")).write_text("a: b")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    files, findings = list_files(library)
    assert [PROBLEMS[each.code] for each in findings] == ["unknown-file"]
    assert findings[0].file.isprintable()
    assert findings[0].message.isprintable()
    assert len(files) == len(SOUND)


def test_folders_nested_too_deep_are_not_entered(library: Path) -> None:
    deep = library / "claims" / "/".join("abcdefghijkl")
    deep.mkdir(parents=True)
    (deep / "x.yaml").write_text("a: b")
    assert told(library) == [("folders-too-deep", "claims/a/b/c/d/e/f/g")]


def test_the_number_of_files_is_bounded(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MAX_FILES", 3)
    files, findings = list_files(library)
    assert len(files) == 3
    assert [PROBLEMS[each.code] for each in findings] == ["too-many-files"]


def test_a_large_file_is_not_kept(library: Path) -> None:
    (library / "sources/big.yaml").write_bytes(b"x" * 101)
    (library / "sources/just.yaml").write_bytes(b"x" * 100)
    files, findings = list_files(library, limits=Limits(size=100))
    assert [(READING[each.code], each.file) for each in findings] == [("file-too-large", "sources/big.yaml")]
    assert "sources/just.yaml" in [file.path for file in files]


def test_findings_and_files_come_in_one_order(library: Path) -> None:
    for name in ("zeta.txt", "alpha.txt", "Beta.yaml"):
        (library / "claims" / name).write_text("x")
    files, findings = list_files(library)
    assert [file.path for file in files] == sorted(file.path for file in files)
    assert list(findings) == sorted(findings, key=lambda finding: finding.order)


def test_codes_are_those_of_no_other_table() -> None:
    assert not set(PROBLEMS) & set(READING)
    assert len(set(PROBLEMS.values())) == len(PROBLEMS)
    assert all(unicodedata.normalize("NFC", slug) == slug for slug in PROBLEMS.values())
