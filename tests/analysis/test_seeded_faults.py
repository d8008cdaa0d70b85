"""Faults that are put into the library's own claims are found; the library as it stands has no error.

Each operator changes one figure of one claim as a slip of the hand would. A figure is findable where its change
contradicts something else that is written: here every figure that its own statement repeats, and every limit and p.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from evidence_kb.findings import Finding, Severity
from evidence_kb.gate import check
from evidence_kb.loading import library
from evidence_kb.loading.library import Loaded, load_files
from evidence_kb.store import StoredFile

FIGURE = re.compile(r"\b(?P<key>value|percent|low|high|p|n_events|n): \"?(?P<figure>[<>]?-?\d*\.?\d+)\"?(?=[,}\n ])")
FAMILIES = ("FG", "WD", "SC")
TRIES = 20
ENOUGH = 0.9

Operator = Callable[[str, random.Random], str | None]


def digit(figure: str, chance: random.Random) -> str | None:
    places = [place for place, character in enumerate(figure) if character.isdigit()]
    place = chance.choice(places)
    other = chance.choice([each for each in "0123456789" if each != figure[place]])
    return figure[:place] + other + figure[place + 1 :]


def transposition(figure: str, chance: random.Random) -> str | None:
    pairs = [i for i in range(len(figure) - 1) if figure[i : i + 2].isdigit() and figure[i] != figure[i + 1]]
    if not pairs:
        return None
    place = chance.choice(pairs)
    return figure[:place] + figure[place + 1] + figure[place] + figure[place + 2 :]


def sign(figure: str, chance: random.Random) -> str | None:
    if figure.startswith(("<", ">")) or float(figure) == 0:
        return None
    return figure[1:] if figure.startswith("-") else f"-{figure}"


def tenfold(figure: str, chance: random.Random) -> str | None:
    return figure.replace("0.0", "0.", 1) if "0.0" in figure else figure.replace("0.", "0.0", 1)


def size(figure: str, chance: random.Random) -> str | None:
    return str(max(1, int(figure) + chance.choice([-7, -3, 4, 10])))


OPERATORS: dict[str, tuple[tuple[str, ...], Operator]] = {
    "digit": (("value", "percent", "n_events"), digit),
    "transposition": (("value", "percent", "n_events"), transposition),
    "sign": (("value",), sign),
    "bound": (("low", "high"), digit),
    "p": (("p",), tenfold),
    "denominator": (("n",), size),
}


@pytest.fixture(scope="module", autouse=True)
def _files_read_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(library, "read", lru_cache(maxsize=8192)(vars(library)["read"]))
        yield


@pytest.fixture(scope="module")
def files(repository: Path) -> tuple[StoredFile, ...]:
    folders = ("claims", "sources", "questions", "audits", "vocabulary")
    found = [path for folder in folders for path in sorted((repository / folder).rglob("*.yaml"))]
    found.append(repository / "library.yaml")
    stored = [StoredFile(path.relative_to(repository).as_posix(), path.read_bytes()) for path in found]
    return tuple(sorted(stored, key=lambda file: file.path))


def read(files: tuple[StoredFile, ...]) -> Loaded:
    return load_files(files)


def findings(files: tuple[StoredFile, ...]) -> set[tuple[str, str, str]]:
    return {key(finding) for finding in check(read(files), select=FAMILIES).findings}


def key(finding: Finding) -> tuple[str, str, str]:
    return finding.file, finding.code, finding.message


def test_the_library_as_it_stands_has_no_error_in_its_figures(files: tuple[StoredFile, ...]) -> None:
    report = check(read(files), select=FAMILIES)
    assert [f"{f.file}: {f.message}" for f in report.findings if f.severity is Severity.ERROR] == []


def around(file: StoredFile, files: tuple[StoredFile, ...]) -> tuple[StoredFile, ...]:
    """What a claim is judged by: the records of its publication, all that these point at, and the vocabulary.

    Nothing may be missing among them: rules that conclude from other records are silent where one of those is missing.
    """
    cited = re.search(r"\bsource: ([a-z0-9-]+)", file.raw.decode())
    assert cited
    records = {Path(each.path).stem: each for each in files if each.path.startswith(("sources/", "claims/"))}
    mark = re.compile(rf"\bsource: {cited[1]}\b".encode())
    wanted = {stem for stem, each in records.items() if mark.search(each.raw)} | {cited[1]}
    waiting = list(wanted)
    while waiting:
        named = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", records[waiting.pop()].raw.decode()))
        waiting += sorted((named & records.keys()) - wanted)
        wanted |= named & records.keys()
    kept = {records[stem].path for stem in wanted}
    return tuple(each for each in files if each.path in kept or each.path.startswith(("vocabulary/", "library")))


def sites(files: tuple[StoredFile, ...], keys: tuple[str, ...]) -> list[tuple[StoredFile, re.Match[str]]]:
    """Figures whose change contradicts something: the statement repeats them, and nothing else of the study does.

    A figure that stands elsewhere in the claim or its source, too, still bears the statement out when it is changed in
    one place: nobody could tell the fault from the statement.
    """
    found = []
    sources = {file.path: file.raw.decode() for file in files if file.path.startswith("sources/")}
    for file in files:
        text = file.raw.decode()
        if not file.path.startswith("claims/") or "type: mechanism" in text:
            continue
        statement = (re.search(r"^statement: (?:>-\n)?(.*(?:\n  .*)*)", text, re.M) or [""])[0]
        cited = re.search(r"\bsource: ([a-z0-9-]+)", text)
        elsewhere = text.replace(statement, "", 1) + sources.get(f"sources/{cited[1]}.yaml" if cited else "", "")
        for match in FIGURE.finditer(text):
            shown = re.compile(rf"(?<![\d.]){re.escape(match['figure'].lstrip('<>-'))}(?![\d.])")
            if match["key"] in keys and shown.search(statement) and len(shown.findall(elsewhere)) == 1:
                found.append((file, match))
    return found


@pytest.mark.fuzz
@pytest.mark.parametrize("name", OPERATORS)
def test_seeded_faults_are_found(name: str, files: tuple[StoredFile, ...]) -> None:
    keys, operator = OPERATORS[name]
    chance = random.Random(f"faults-{name}")
    found = 0
    missed: list[str] = []
    candidates = sites(files, keys)
    for file, match in chance.sample(candidates, min(len(candidates), 3 * TRIES)):
        figure = operator(match["figure"], chance)
        if figure is None or figure == match["figure"] or found + len(missed) == TRIES:
            continue
        text = file.raw.decode()
        changed = StoredFile(file.path, (text[: match.start("figure")] + figure + text[match.end("figure") :]).encode())
        near = around(file, files)
        if findings(tuple(changed if each.path == file.path else each for each in near)) - findings(near):
            found += 1
        else:
            missed.append(f"{file.path}: {match[0]} -> {figure}")
    assert found >= ENOUGH * (found + len(missed)), missed
    assert found
