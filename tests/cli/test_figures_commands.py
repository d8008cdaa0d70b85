"""`effect`, `pool` and `verify` answer in a sentence or in JSON, with the exit codes that they promise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from evidence_kb.cli.main import cli


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments))


def test_effect_in_a_sentence() -> None:
    done = run("effect", "15/30", "4/30")
    assert done.exit_code == 0
    first = done.output.splitlines()[0]
    assert first.startswith(
        "15 of 30 (50.0%) against 4 of 30 (13.3%): RR 3.75 (1.41 to 9.99); OR 6.50 (1.82 to 23.21);"
    )
    assert "RD 36.7 points (15.0 to 58.3)" in first
    assert "NNTB 2.7 (1.7 to 6.7)" in first
    assert "RD 36.7 points (13.2 to 55.3), Newcombe" in done.output


def test_effect_for_machines() -> None:
    data = json.loads(run("effect", "15/30", "4/30", "--json").output)
    katz = next(each for each in data["effects"] if each["measure"] == "RR")
    assert katz["estimate"] == pytest.approx(3.75)
    assert (katz["low"], katz["high"]) == pytest.approx((1.4074, 9.9921), abs=1e-3)


def test_an_interval_through_infinity() -> None:
    assert "to infinity to NNTH" in run("effect", "10/30", "8/30").output
    assert "NNTH" in run("effect", "15/30", "4/30", "--unwanted").output


@pytest.mark.parametrize("arms", [("15", "4/30"), ("31/30", "4/30"), ("a/b", "4/30"), ("0/0", "4/30")])
def test_arms_that_cannot_be(arms: tuple[str, str]) -> None:
    assert run("effect", *arms).exit_code == 2


def test_all_or_nothing_is_answered_or_refused() -> None:
    done = run("effect", "0/30", "0/30")
    assert done.exit_code == 0
    assert "nan" not in done.output


def test_verify_says_consistent() -> None:
    done = run("verify", "RR 3.75 (1.41 to 9.99), p = 0.008", "--arms", "15/30", "4/30")
    assert done.exit_code == 0
    assert done.output.startswith("Consistent: ")
    assert "RR from counts 3.75 (1.41 to 9.99), printed 3.75: agrees" in done.output


def test_verify_says_what_differs() -> None:
    done = run("verify", "RR 3.57 (1.41 to 9.99)", "--arms", "15/30", "4/30")
    assert done.exit_code == 1
    assert done.output.startswith("Inconsistent: RR from counts 3.75")


def test_verify_for_machines() -> None:
    data = json.loads(run("verify", "OR 0.23 (0.09 to 0.85)", "--json").output)
    assert data["consistent"] is False
    assert [check["check"] for check in data["checks"] if check["verdict"] == "differs"] == ["S1"]


def test_verify_takes_the_measure_from_outside() -> None:
    assert run("verify", "3.75 (1.41 to 9.99)", "--measure", "rr", "--arms", "15/30", "4/30").exit_code == 0


def test_verify_refuses_what_it_cannot_read() -> None:
    assert run("verify", "it went well").exit_code == 2


def table(folder: Path, text: str) -> str:
    file = folder / "studies.csv"
    file.write_text(text, "utf-8")
    return str(file)


COUNTS = "study,events1,n1,events0,n0\nFirst,15,30,4,30\nSecond,20,40,10,40\nThird,9,25,7,25\n"


def test_pool_of_a_table(tmp_path: Path) -> None:
    done = run("pool", table(tmp_path, COUNTS), "--measure", "RR", "--model", "MH")
    assert done.exit_code == 0
    assert done.output.startswith("Computed here from 3 studies (190 people): RR 2.10 (")
    assert "Mantel-Haenszel" in done.output
    assert "First: 3.75 (1.41 to 9.99)" in done.output


def test_pool_for_machines(tmp_path: Path) -> None:
    data = json.loads(run("pool", table(tmp_path, COUNTS), "--measure", "OR", "--json").output)
    assert [study["study"] for study in data["studies"]] == ["First", "Second", "Third"]
    assert sum(study["weight"] for study in data["studies"]) == pytest.approx(1.0)
    assert data["low"] < data["estimate"] < data["high"]


def test_pool_of_estimates(tmp_path: Path) -> None:
    text = "study,estimate,low,high\nA,0.80,0.66,0.97\nB,0.90,0.70,1.16\n"
    assert (
        "from 2 studies: OR 0.84" in run("pool", table(tmp_path, text), "--measure", "OR", "--model", "common").output
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("study,events1\nA,3\n", "needs the columns"),
        ("study,events1,n1,events0,n0\nA,x,30,4,30\n", "no number"),
        ("study,events1,n1,events0,n0\n", "no rows"),
    ],
)
def test_pool_names_what_is_wrong(tmp_path: Path, text: str, message: str) -> None:
    done = run("pool", table(tmp_path, text), "--measure", "RR")
    assert done.exit_code == 2
    assert message in done.output


def test_pool_of_claims() -> None:
    example = str(Path(__file__).parents[2] / "src" / "evidence_kb" / "rules" / "example_library")
    done = run("pool", "aster-2001-relief", "aster-2001-relief-men", "--measure", "RR", "--library", example)
    assert done.exit_code == 2
    assert "would count twice" in done.output
    assert run("pool", "nothing-there", "--measure", "RR", "--library", example).exit_code == 2
