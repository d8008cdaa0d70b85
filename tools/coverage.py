"""Compares the library with the dossier that it was made from: which row became which claim, and what was left out.

    python tools/coverage.py DOSSIER            rewrite docs/coverage.md
    python tools/coverage.py DOSSIER --check    only say what is missing; exit code 1 if anything is

DOSSIER is the folder with one YAML file a publication. `tools/coverage/<publication>.yaml` says for each row of its
results, adverse events and mechanism which claims carry it, or why it was left out. A row is covered only if every
figure printed in it stands in one of its claims.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
NUMBER = re.compile(r"\d+(?:\.\d+)?")
OURS = re.compile(r"comput|calculat|deriv|inferr|own sum|sum of", re.IGNORECASE)


@dataclass
class Publication:
    """One publication of the dossier and what became of its rows."""

    key: str
    rows: dict[str, dict[str, Any]]
    covered: dict[str, list[str]] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def rows_of(dossier: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The rows that have to be accounted for, by name: `results.0`, `adverse_events.2`, `mechanism`."""
    rows: dict[str, dict[str, Any]] = {}
    for name in ("results", "adverse_events"):
        for index, row in enumerate(dossier.get(name) or []):
            rows[f"{name}.{index}"] = row
    if dossier.get("mechanism"):
        rows["mechanism"] = {"mechanism": dossier["mechanism"]}
    return rows


def printed(row: dict[str, Any]) -> Iterator[str]:
    """The figures that a row prints; figures that its note calls computed are not printed ones."""
    # The dossier marks rows whose printed percentages nobody confirmed: those may not be entered.
    derived = row.get("precision") == "not-confirmed" or bool(
        OURS.search(f"{row.get('note', '')} {(row.get('effect') or {}).get('measure', '')}")
    )
    for key, value in _leaves(row):
        if key in ("events", "total", "n", "trials") or (
            key in ("percent", "value", "sd", "iqr", "ci", "p", "i2") and not (derived and key in ("percent", "value"))
        ):
            yield from NUMBER.findall(str(value))


def _leaves(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, key)
    elif value is not None:
        yield key, value


def read(dossier: Path) -> list[Publication]:
    """Every publication with its rows, claims and gaps."""
    claims = {path.stem: path.read_text("utf-8") for path in sorted((ROOT / "claims").rglob("*.yaml"))}
    return [_publication(path, claims) for path in sorted(dossier.glob("*.yaml"))]


def _publication(path: Path, claims: dict[str, str]) -> Publication:
    found = Publication(path.stem, rows_of(yaml.safe_load(path.read_text("utf-8"))))
    listed = ROOT / "tools" / "coverage" / path.name
    if not listed.exists():
        found.problems.append("no coverage file")
        return found
    source = ROOT / "sources" / path.name
    text = source.read_text("utf-8") if source.exists() else ""
    if not source.exists():
        found.problems.append("no source record")
    for entry in yaml.safe_load(listed.read_text("utf-8")).get("rows") or []:
        name = str(entry["row"])
        if name not in found.rows:
            found.problems.append(f"{name}: no such row")
        elif entry.get("left_out"):
            found.left_out[name] = str(entry["left_out"])
        else:
            found.covered[name] = list(entry["claims"])
            found.problems += _problems(name, found.rows[name], entry["claims"], claims, text)
    found.problems += [
        f"{name}: not accounted for" for name in found.rows if name not in found.covered | found.left_out
    ]
    return found


def _problems(name: str, row: dict[str, Any], ids: list[str], claims: dict[str, str], source: str) -> Iterator[str]:
    missing = [id for id in ids if id not in claims]
    yield from (f"{name}: there is no claim {id}" for id in missing)
    held = set(NUMBER.findall(source + " ".join(claims.get(id, "") for id in ids)))
    held |= {number.lstrip("0") for number in held}
    unseen = sorted({number for number in printed(row) if number not in held and number.lstrip("0") not in held})
    if unseen and not missing:
        yield f"{name}: {', '.join(unseen)} stand in no claim of the row"


def table(publications: list[Publication]) -> str:
    """The coverage page."""
    rows = sum(len(one.rows) for one in publications)
    covered = sum(len(one.covered) for one in publications)
    left = sum(len(one.left_out) for one in publications)
    lines = [
        "# What became of every row of the dossier",
        "",
        "Made by `tools/coverage.py`; do not edit. The library was entered from a dossier of notes on publications,",
        "one file each. Nothing is dropped in silence: a row became a claim, or is listed here with the reason.",
        "",
        f"{len(publications)} publications, {rows} rows: {covered} became claims, {left} were left out,",
        f"{rows - covered - left} are not accounted for yet.",
        "",
        "## Left out",
        "",
        "| publication | row | reason |",
        "|---|---|---|",
    ]
    lines += [f"| {one.key} | {name} | {_cell(why)} |" for one in publications for name, why in one.left_out.items()]
    lines += ["", "## Claims by publication", "", "| publication | rows | claims |", "|---|---|---|"]
    for one in publications:
        ids = sorted({id for claims in one.covered.values() for id in claims})
        lines.append(f"| {one.key} | {len(one.covered)} of {len(one.rows)} | {', '.join(ids) or '-'} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def main(arguments: list[str]) -> int:
    """Write the page, or only check."""
    if not arguments or not Path(arguments[0]).is_dir():
        print(__doc__)
        return 2
    publications = read(Path(arguments[0]))
    problems = [f"{one.key}: {problem}" for one in publications for problem in one.problems]
    print("\n".join(problems))
    print(f"{len(problems)} problems in {len(publications)} publications")
    if "--check" not in arguments:
        (ROOT / "docs" / "coverage.md").write_text(table(publications), "utf-8")
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
