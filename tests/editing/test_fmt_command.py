"""`evidence-kb fmt`: exit codes, what is written, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from evidence_kb.cli.main import cli
from evidence_kb.editing import formatting

MESSY = "statement: S\ntype: fact\n"
CANONICAL = "type: fact\nstatement: S\n"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of one messy, one canonical and one unreadable file."""
    root = tmp_path / "library"
    for name, text in (("a", MESSY), ("b", CANONICAL), ("broken", "a: [\n")):
        (root / "claims/t").mkdir(parents=True, exist_ok=True)
        (root / f"claims/t/{name}.yaml").write_text(text)
    return root


def run(root: Path, *words: str) -> tuple[int, list[str]]:
    done = CliRunner().invoke(cli, ["fmt", "--library", str(root), *words])
    return done.exit_code, done.output.splitlines()


def test_check_says_what_would_change_and_changes_nothing(library: Path) -> None:
    code, lines = run(library, "--check")
    assert code == 1
    assert lines[0] == "claims/t/a.yaml: would change"
    assert lines[1].startswith("claims/t/broken.yaml:1:4 SC130 ")
    assert lines[1].endswith("left alone")
    assert lines[2:] == ["1 of 3 files would change."]
    assert (library / "claims/t/a.yaml").read_text() == MESSY


def test_files_are_written_and_the_unreadable_one_is_reported(library: Path) -> None:
    assert run(library)[0] == 1
    assert (library / "claims/t/a.yaml").read_text() == CANONICAL
    assert (library / "claims/t/broken.yaml").read_text() == "a: [\n"
    (library / "claims/t/broken.yaml").unlink()
    assert run(library) == (0, ["0 of 2 files changed."])
    assert run(library, "--check") == (0, ["0 of 2 files would change."])
    assert sorted(path.name for path in (library / "claims/t").iterdir()) == ["a.yaml", "b.yaml"]


def test_only_the_paths_given(library: Path) -> None:
    assert run(library, str(library / "claims/t/b.yaml")) == (0, ["0 of 1 files changed."])
    assert (library / "claims/t/a.yaml").read_text() == MESSY
    assert run(library, str(library / "claims/t/a.yaml"))[0] == 0
    assert (library / "claims/t/a.yaml").read_text() == CANONICAL


def test_misuse(library: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yaml").write_text(MESSY)
    (library / "README.md").write_text("x")
    assert run(library, str(tmp_path / "elsewhere.yaml"))[0] == 2
    assert run(library, str(library / "nothing.yaml"))[0] == 2
    assert run(library, str(library / "README.md"))[0] == 2
    assert run(tmp_path / "nowhere")[0] == 2
    (tmp_path / "empty").mkdir()
    assert run(tmp_path / "empty")[0] == 2  # nothing was looked at
    assert (tmp_path / "elsewhere.yaml").read_text() == MESSY


def test_links_are_left_alone(library: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text(MESSY)
    (library / "claims/t/broken.yaml").unlink()
    (library / "claims/t/link.yaml").symlink_to(outside)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/c.yaml").write_text(MESSY)
    (library / "claims/u").symlink_to(tmp_path / "folder")
    code, lines = run(library)
    assert code == 1
    assert any("link.yaml" in line and "Left alone" in line for line in lines)
    assert outside.read_text() == MESSY
    assert (library / "claims/t/link.yaml").is_symlink()
    assert (tmp_path / "folder/c.yaml").read_text() == MESSY


def test_a_result_that_would_say_something_else_is_our_fault(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formatting, "laid_out", lambda *_: "type: fact\nstatement: T\n")
    code, lines = run(library, str(library / "claims/t/a.yaml"))
    assert code == 3
    assert "fault of evidence-kb" in lines[0]
    assert (library / "claims/t/a.yaml").read_text() == MESSY


def test_check_fix_mends_and_then_checks(library: Path) -> None:
    (library / "claims/t/a.yaml").write_text("type: fact\nstatment: S\nstanding: establishd\n")
    done = CliRunner().invoke(cli, ["check", "--library", str(library), "--fix", "--format", "json"])
    assert (library / "claims/t/a.yaml").read_text() == "type: fact\nstatement: S\nstanding: establishd\n"
    assert "mended claims/t/a.yaml: `statment`" in done.stderr
    assert "+standing: established" in done.stderr
    assert done.stdout.startswith("{")
    assert done.exit_code == 1
