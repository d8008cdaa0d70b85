"""One mistake in the real library is one finding, on its line, in words that say how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import pytest

from evidence_kb.findings import Finding
from evidence_kb.gate import check
from evidence_kb.loading.library import load_files
from evidence_kb.store import list_files
from seeded_faults import operators_audits, operators_references, operators_structure, operators_values
from seeded_faults.fault import Fault, Operator
from seeded_faults.judging import Judge, Verdict
from seeded_faults.library_text import LibraryText, read_library

pytestmark = pytest.mark.fuzz

SEED = "2026-11-22"
FAULTS = 3
OPERATORS = {
    operator.name: operator
    for module in (operators_structure, operators_references, operators_values, operators_audits)
    for operator in module.operators()
}
MENDED_BY_THE_NEAREST = (
    "misspell a key",
    "misspell a word of a list",
    "misspell a source",
    "misspell a claim",
    "misspell a term",
    "misspell an arm",
)


@pytest.fixture(scope="module")
def judge(repository: Path) -> Judge:
    files, problems = list_files(repository)
    loaded = load_files(files, problems)
    return Judge(loaded, check(loaded), read_library(files))


@cache
def verdicts(judge: Judge, name: str) -> tuple[Verdict, ...]:
    """What the gate says of each fault of an operator; computed once for all tests."""
    return tuple(judge.verdict(fault) for fault in _faults(OPERATORS[name], judge.text))


def _faults(operator: Operator, library: LibraryText) -> Iterator[Fault]:
    random = Random(f"{SEED} {operator.name}")
    spots = list(operator.spots(library))
    random.shuffle(spots)
    made = 0
    for spot in spots:
        change = operator.change(spot, library, random)
        if change is not None:
            yield Fault(operator, spot, change)
            made += 1
        if made == FAULTS:
            return


def _told(findings: tuple[Finding, ...]) -> str:
    return "; ".join(f"{f.file}:{f.line} {f.code} {f.message}" for f in findings) or "nothing"


@pytest.mark.parametrize("name", OPERATORS)
def test_every_fault_is_told_on_its_line(judge: Judge, name: str) -> None:
    made = verdicts(judge, name)
    assert made, "the library has no place for this fault"
    missed = [f"{verdict.fault}: {_told(verdict.new)}" for verdict in made if not verdict.placed(judge.texts)]
    assert missed == []


@pytest.mark.parametrize("name", OPERATORS)
def test_every_message_says_what_is_expected(judge: Judge, name: str) -> None:
    answers = [finding for verdict in verdicts(judge, name) for finding in verdict.answers]
    assert [_told((one,)) for one in answers if not one.fix and "expects" not in one.message] == []


@pytest.mark.parametrize("name", MENDED_BY_THE_NEAREST)
def test_a_slip_of_the_keyboard_is_mended_by_what_the_message_proposes(judge: Judge, name: str) -> None:
    made = verdicts(judge, name)
    meant = [verdict.fault.spot.name if name == "misspell a key" else verdict.fault.spot.scalar for verdict in made]
    proposed = [verdict.answers[0].nearest for verdict in made]
    assert sum(a == b for a, b in zip(meant, proposed, strict=True)) >= len(made) - 1, list(
        zip(meant, proposed, strict=True)
    )


def test_one_mistake_is_told_once(judge: Judge) -> None:
    made = [verdict for name in OPERATORS for verdict in verdicts(judge, name)]
    twice = [f"{verdict.fault}: {_told(verdict.besides)}" for verdict in made if verdict.besides]
    assert len(made) > 150
    assert len(twice) <= 0.05 * len(made), "\n".join(twice)


def test_looking_near_the_fault_finds_what_looking_everywhere_finds(judge: Judge) -> None:
    change = next(_faults(OPERATORS["delete a claim file"], judge.text)).change
    near = set(judge.new(change))
    assert near
    assert near == set(judge.new(change, everywhere=True))
