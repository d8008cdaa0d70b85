"""The command `check`: exit codes, paths, the base branch, texts and the job summary."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from evidence_kb.cli.main import cli
from evidence_kb.rules.cases import example_files

CLAIM = "claims/trials/birch-2004-intensity.yaml"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for file in example_files():
        place = tmp_path / "kb" / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.raw)
    return tmp_path / "kb"


def run(library: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["check", "--library", str(library), *arguments], catch_exceptions=False)


def change(library: Path, old: str, new: str, file: str = CLAIM) -> None:
    place = library / file
    text = place.read_text("utf-8")
    assert text.count(old) == 1
    place.write_text(text.replace(old, new), "utf-8")


def git(library: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Example", "-c", "user.email=example@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(library), *identity, *arguments], check=True, capture_output=True)


def test_a_clean_library_ends_with_0(library: Path) -> None:
    assert run(library).exit_code == 0


def test_an_error_ends_with_1_and_a_warning_with_0(library: Path) -> None:
    change(library, "arms: [velorine, placebo]", "arms: [velorine, nobody]")
    assert run(library).exit_code == 1
    assert run(library, "--select", "CU").exit_code == 0


@pytest.mark.parametrize(
    "arguments", [["--as-of", "soon"], ["--format", "pdf"], ["nowhere.yaml"], ["--new-only", "no-such-branch"]]
)
def test_misuse_ends_with_2(library: Path, arguments: list[str]) -> None:
    git(library, "init", "--quiet")
    assert run(library, *arguments).exit_code == 2


def test_a_path_outside_the_library_is_misuse(library: Path) -> None:
    (library.parent / "other.yaml").write_text("a: b\n", "utf-8")
    result = run(library, str(library.parent / "other.yaml"))
    assert result.exit_code == 2
    assert "is not in the library" in result.output


def test_paths_choose_what_is_shown_and_counts(library: Path) -> None:
    change(library, "arms: [velorine, placebo]", "arms: [velorine, nobody]")
    assert run(library, str(library / "sources")).exit_code == 0
    shown = run(library, str(library / CLAIM))
    assert shown.exit_code == 1
    assert "RF102" in shown.output


def test_new_only_leaves_out_what_the_base_has(library: Path) -> None:
    change(library, "arms: [velorine, placebo]", "arms: [velorine, nobody]")
    git(library, "init", "--quiet")
    git(library, "add", ".")
    git(library, "commit", "--quiet", "--message", "base")
    assert run(library, "--new-only", "HEAD").exit_code == 0
    change(library, "\ntimepoint:", "\n\ntimepoint:")
    change(library, "label: Placebo, intravenous", "label: ''", "vocabulary/interventions.yaml")
    result = run(library, "--new-only", "HEAD", "--format", "json")
    assert result.exit_code == 1
    assert {finding["code"] for finding in json.loads(result.output)["findings"]} == {"SC207"}


def test_new_only_works_in_a_folder_of_a_repository(library: Path) -> None:
    change(library, "arms: [velorine, placebo]", "arms: [velorine, nobody]")
    git(library.parent, "init", "--quiet")
    git(library.parent, "add", ".")
    git(library.parent, "commit", "--quiet", "--message", "base")
    assert run(library, "--new-only", "HEAD").exit_code == 0


def test_the_name_of_a_base_cannot_be_an_option(library: Path) -> None:
    git(library, "init", "--quiet")
    assert run(library, "--new-only=--upload-pack=x").exit_code == 2


def test_texts_are_searched_for_quotes_and_figures(library: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "birch-2004.txt").write_text("Pain was 1.2 points lower (0.4 to 2.1).", "utf-8")
    result = run(library, "--texts", str(texts), "--select", "CT114", "--format", "json")
    (finding,) = json.loads(result.output)["findings"]
    assert finding["path"] == "contrasts.0.interval.low"


def test_annotations_leave_the_rest_in_the_job_summary(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    change(library, "arms: [velorine, placebo]", "arms: [velorine, nobody]")
    assert "::error file=" in run(library, "--format", "github").output
    assert "| RF102 |" in summary.read_text("utf-8")
    summary.unlink()
    run(library)
    assert not summary.exists()
