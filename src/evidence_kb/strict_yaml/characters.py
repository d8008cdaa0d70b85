"""Characters that a file may not hold, whatever its structure: line ends, tabs, control and invisible characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from evidence_kb.strict_yaml.problems import Limits, YamlProblem, problem, shown

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff"
_INVISIBLE = "\x85\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\U000e0000-\U000e007f"
UNFIT = re.compile(f"[{_CONTROL}{_INVISIBLE}]")
"""Characters that no value may hold, typed or as an escape."""

_IS_CONTROL = re.compile(f"[{_CONTROL}]")
_ORDINARY = bytes(range(0x20, 0x7F)) + b"\n"
_INDENT_TAB = re.compile(r"[ ]*(?:- *)*\t")
_NAMES = {
    "\x85": "next line",
    "\xad": "soft hyphen",
    "\ufeff": "byte-order mark",
    "\ufffd": "replacement character: a letter was lost here",
}


def cleaned(text: str, limits: Limits) -> tuple[str | None, list[YamlProblem]]:
    """The text with every unfit character replaced, so that its structure can still be read, and the problems.

    Lines and columns stay as they are. No text where the structure cannot be read honestly any more: tabs in the
    indentation, carriage returns as line ends.
    """
    problems: list[YamlProblem] = []
    if len(text) > limits.line:
        problems += _long_lines(text, limits)
    if not text.encode("utf-8", "replace").translate(None, _ORDINARY):
        return text, problems
    readable = True
    if "\r" in text:
        text, readable = _line_ends(text, problems)
    if "\t" in text:
        readable = _tabs(text, problems) and readable
        text = text.replace("\t", " ")
    text = _unfit(text, limits, problems)
    return (text if readable else None), problems


def _long_lines(text: str, limits: Limits) -> list[YamlProblem]:
    problems: list[YamlProblem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > limits.line and len(problems) < limits.problems:
            message = f"The line has {len(line):,} characters; a line has at most {limits.line:,}."
            fix = "Break the text over several lines with `>-`."
            problems.append(problem("line-too-long", message, number, limits.line + 1, fix=fix))
    return problems


def _line_ends(text: str, problems: list[YamlProblem]) -> tuple[str, bool]:
    lines = text.split("\n")
    windows = [number for number, line in enumerate(lines[:-1], start=1) if line.endswith("\r")]
    if windows:
        line = windows[0]
        message = f"Windows line ends (CR LF) on {_lines(windows)}; lines end with LF alone."
        fix = "Switch the editor from CRLF to LF and save."
        problems.append(problem("windows-line-ends", message, line, len(lines[line - 1]), fix=fix))
    rest = text.replace("\r\n", "\n")
    lone = [(number, line.index("\r") + 1) for number, line in enumerate(rest.split("\n"), start=1) if "\r" in line]
    if lone:
        message = f"A carriage return (CR) without a line feed on {_lines([number for number, _ in lone])}."
        fix = "Replace it by an ordinary line end (LF)."
        problems.append(problem("lone-carriage-return", message, *lone[0], fix=fix))
    return rest.replace("\r", " "), not lone


def _tabs(text: str, problems: list[YamlProblem]) -> bool:
    """Report tabs, once for the indentation and once for the rest; False where the indentation has any."""
    lines = text.split("\n")
    found = [(number, line) for number, line in enumerate(lines, start=1) if "\t" in line]
    indented = [(number, line) for number, line in found if _INDENT_TAB.match(line)]
    inside = [(number, line) for number, line in found if not _INDENT_TAB.match(line)]
    if indented:
        message = f"A tab in the indentation of {_lines([number for number, _ in indented])}; YAML indents with spaces."
        number, line = indented[0]
        fix = "Replace every tab by two spaces."
        problems.append(problem("tab-character", message, number, line.index("\t") + 1, fix=fix))
    if inside:
        message = f"A tab within {_lines([number for number, _ in inside])}; it cannot be told from spaces."
        number, line = inside[0]
        problems.append(problem("tab-character", message, number, line.index("\t") + 1, fix="Replace it by a space."))
    return not indented


def _unfit(text: str, limits: Limits, problems: list[YamlProblem]) -> str:
    if not UNFIT.search(text):
        return text
    for number, line in enumerate(text.split("\n"), start=1):
        match = UNFIT.search(line)
        if match and len(problems) < limits.problems:
            problems.append(unfit_character(match[0], number, match.start() + 1, line))
    return UNFIT.sub("_", text)


def unfit_character(character: str, line: int, column: int, where: str, *, escaped: bool = False) -> YamlProblem:
    """The problem of a control or invisible character, typed or written as an escape."""
    name = _NAMES.get(character) or unicodedata.name(character, "control character").lower()
    if "\ud800" <= character <= "\udfff":
        message = f"The escape U+{ord(character):04X} stands for half a character."
        return problem("bad-escape", message, line, column, fix="Type the character itself.", value=where)
    slug = "control-character" if _IS_CONTROL.match(character) else "invisible-character"
    how = "written as an escape" if escaped else f"at column {column}"
    message = f"The character U+{ord(character):04X} ({name}) {how} is not allowed in a file."
    fix = "Delete it; where a letter is missing, type it again."
    return problem(slug, message, line, column, fix=fix, value=shown(where.strip()))


def _lines(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"line {numbers[0]}"
    more = len(numbers) - 4
    listed = ", ".join(str(number) for number in numbers[:4])
    return f"lines {listed} and {more} more" if more > 0 else f"lines {listed}"
