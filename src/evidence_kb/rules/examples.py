"""The wrong and the right example of a rule's page, taken from its first case that fires."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_kb.rules.cases import Case, case_file, changed_files, example_files
from evidence_kb.rules.rule import Rule
from evidence_kb.store import StoredFile

CONTEXT = 1
LONGEST = 24
WIDEST = 160


@dataclass(frozen=True, slots=True)
class Example:
    """What a rule complains of, with the lines that cause it and the lines as they should be."""

    wrong: str
    right: str
    message: str
    file: str


def example(rule: Rule) -> Example | None:
    """The example of a rule; None where its cases do not show one."""
    case = next((case for case in case_file(rule).cases if case.fires and not case.disk), None)
    if case is None or not case.expected:
        return None
    before, after = _texts(example_files()), _texts(changed_files(case, example_files()))
    file = _shown(case, before, after)
    wrong, right = _differing(after.get(file, ""), before.get(file, ""))
    if file not in before or case.right:
        wrong, right = _lines(after.get(file, "")), _lines(case.right)
    return Example(_cut(wrong), _cut(right), case.expected[0].message, file)


def _texts(stored: tuple[StoredFile, ...]) -> dict[str, str]:
    return {file.path: file.raw.decode("utf-8", "replace") for file in stored}


def _shown(case: Case, before: dict[str, str], after: dict[str, str]) -> str:
    """The file that changed; of several, the one that the finding stands in."""
    changed = [path for path in sorted({*before, *after}) if before.get(path) != after.get(path)]
    place = case.expected[0].file
    return place if place in changed or not changed else changed[0]


def _differing(wrong: str, right: str) -> tuple[list[str], list[str]]:
    """The lines in which two texts differ, with a line of context on either side."""
    one, other = _lines(wrong), _lines(right)
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    first, last = max(0, start - CONTEXT), max(0, end - CONTEXT)
    return one[first : len(one) - last], other[first : len(other) - last]


def _lines(text: str) -> list[str]:
    """The lines of a text; what has no form on paper is written as its number in Unicode."""
    lines = text.removesuffix("\n").split("\n")
    return ["".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in line) for line in lines]


def _cut(lines: list[str]) -> str:
    shown = [line if len(line) <= WIDEST else f"{line[: WIDEST - 1]}…" for line in lines[:LONGEST]]
    return "\n".join([*shown, *(["…"] if len(lines) > LONGEST else [])])
