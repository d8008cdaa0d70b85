"""The wrong and the right example of a rule's page, taken from its first case that fires."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from evidence_kb.rules.cases import Case, case_file, changed_files, example_files
from evidence_kb.rules.rule import Rule

CONTEXT = 2
LONGEST = 24
WIDEST = 160


@dataclass(frozen=True, slots=True)
class ExampleLine:
    """A line of a file, and whether it is one of those that differ between the wrong and the right file."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Example:
    """What a rule complains of, with the lines that cause it and the lines as they should be."""

    wrong: tuple[ExampleLine, ...]
    right: tuple[ExampleLine, ...]
    message: str
    file: str


def example(rule: Rule) -> Example | None:
    """The example of a rule; None where its cases do not show one."""
    case = next((case for case in case_file(rule).cases if case.fires and not case.disk), None)
    if case is None or not case.expected:
        return None
    before = {file.path: file.raw for file in example_files()}
    after = {file.path: file.raw for file in changed_files(case, example_files())}
    file = _shown(case, before, after)
    mended = case.right.encode("utf-8") if case.right or file not in before else before[file]
    wrong, right = _differing(_lines(after.get(file, b"")), _lines(mended))
    return Example(_cut(wrong), _cut(right), case.expected[0].message, file)


def _shown(case: Case, before: dict[str, bytes], after: dict[str, bytes]) -> str:
    """The file that changed; of several, the one that the finding stands in."""
    changed = [path for path in sorted({*before, *after}) if before.get(path) != after.get(path)]
    place = case.expected[0].file
    return place if place in changed or not changed else changed[0]


def _differing(wrong: list[str], right: list[str]) -> tuple[list[ExampleLine], list[ExampleLine]]:
    """The lines in which two texts differ, with some context; an ellipsis stands for what is left out."""
    one: list[ExampleLine] = []
    other: list[ExampleLine] = []
    for hunk in SequenceMatcher(None, wrong, right, autojunk=False).get_grouped_opcodes(CONTEXT):
        for shown in (one, other):
            if hunk[0][1]:
                shown.append(ExampleLine("…", False))
        for tag, a, b, c, d in hunk:
            one.extend(ExampleLine(line, tag != "equal") for line in wrong[a:b])
            other.extend(ExampleLine(line, tag != "equal") for line in right[c:d])
    return one, other


def _lines(raw: bytes) -> list[str]:
    """The lines of a file; what has no form on paper is written as its number in Unicode."""
    return [_visible(line) for line in raw.decode("utf-8", "replace").removesuffix("\n").split("\n")]


def _visible(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in line)


def _cut(lines: list[ExampleLine]) -> tuple[ExampleLine, ...]:
    """At most so many lines of at most so many characters: hostile files are examples too."""
    kept = [line if len(line.text) <= WIDEST else replace(line, text=f"{line.text[: WIDEST - 1]}…") for line in lines]
    return (*kept[:LONGEST], *([ExampleLine("…", False)] if len(lines) > LONGEST else []))
