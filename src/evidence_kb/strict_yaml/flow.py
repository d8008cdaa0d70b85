"""The same tolerant reading inside brackets and braces, and the search for the end of a quote."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_kb.strict_yaml import suspects
from evidence_kb.strict_yaml.problems import YamlProblem, in_quotes, problem, shown
from evidence_kb.strict_yaml.suspects import is_dash, key_end

_MOST = 50
_FARTHEST = 200
_CLOSING = {"[": "]", "{": "}"}
_DOUBLE_END = re.compile(r'(?:[^"\\]|\\.)*"')
_SINGLE_END = re.compile(r"(?:[^']|'')*'(?!')")
_ENDS = ",]}"


def closing_quote(lines: list[str], index: int, column: int, indent: int) -> tuple[int, int] | None:
    """Line and column behind the quote that closes the one at `column`; None where a field begins first."""
    pattern = _DOUBLE_END if lines[index][column] == '"' else _SINGLE_END
    match = pattern.match(lines[index], column + 1)
    if match:
        return index, match.end()
    for number in range(index + 1, min(index + _FARTHEST, len(lines))):
        line = lines[number]
        body = line.lstrip(" ")
        if body and len(line) - len(body) <= indent and (is_dash(body) or key_end(body) is not None):
            return None
        match = pattern.match(line)
        if match:
            return number, match.end()
    return None


@dataclass(slots=True)
class _Bracket:
    mark: str
    line: int
    column: int
    # Of the entry in progress: whether it has text already, a colon already, and where it began.
    filled: bool = False
    colons: int = 0
    # A quoted text or a bracket has ended and only a comma may follow; where the text of this entry was wrapped.
    complete: bool = False
    wrapped: tuple[int, int] | None = None
    begin: int = 0


class FlowScan:
    """Goes through one value in brackets, over as many lines as it has."""

    def __init__(self, lines: list[str], indent: int) -> None:
        self.lines = lines
        self.found: list[YamlProblem] = []
        self._indent = indent
        self._open: list[_Bracket] = []

    def scan(self, index: int, column: int) -> int:
        """Read the value that begins at `column`; the number of the next line to read."""
        self._open.append(_Bracket(self.lines[index][column], index, column, begin=column + 1))
        column += 1
        while self._open and len(self.found) < _MOST:
            index, column = self._step(index, column)
            if self._open and index >= len(self.lines):
                self._unclosed()
                return index
            if self._open and column == 0 and self._is_field(index):
                self._unclosed()
                return index
        if index >= len(self.lines) or column == 0:
            return index
        rest = self.lines[index][column:]
        text = rest.strip()
        if text and not text.startswith("#"):
            self._after_all(text, index, column + len(rest) - len(rest.lstrip(" ")))
        return index + 1

    def _after_all(self, text: str, index: int, column: int) -> None:
        closer = self.lines[index][:column].rstrip()[-1:]
        if text[0] in "]}":
            message = f"The bracket `{text[0]}` closes nothing that is open here."
            fix = "Delete it, or open its partner."
            self.found.append(problem("wrong-bracket", message, index + 1, column + 1, fix=fix, value=text))
        else:
            self.found.append(suspects.after_bracket(text, index, column, closer))

    def _is_field(self, index: int) -> bool:
        body = self.lines[index].lstrip(" ")
        indent = len(self.lines[index]) - len(body)
        return bool(body) and indent <= self._indent and (is_dash(body) or key_end(body) is not None)

    def _unclosed(self) -> None:
        bracket = self._open[-1]
        closing = _CLOSING[bracket.mark]
        message = f"The bracket `{bracket.mark}` opened here is not closed."
        text = self.lines[bracket.line][bracket.column :]
        fix = f"Write `{closing}` where it ends."
        place = (bracket.line + 1, bracket.column + 1)
        self.found.append(problem("unclosed-bracket", message, *place, fix=fix, value=text))

    def _step(self, index: int, column: int) -> tuple[int, int]:
        """Read one token of the line; at its end go on to the next line."""
        line = self.lines[index]
        while column < len(line) and line[column] == " ":
            column += 1
        if column >= len(line) or (line[column] == "#" and (column == 0 or line[column - 1] == " ")):
            return index + 1, 0
        bracket, mark = self._open[-1], line[column]
        if bracket.complete and mark not in ",]}:" and line[:column].strip(" ") == "":
            self._missing_comma(index)
            self._open[-1] = bracket = _Bracket(bracket.mark, bracket.line, bracket.column, begin=column)
        if mark in _CLOSING:
            return self._opening(index, column, bracket)
        if mark in "]}":
            return self._closing(index, column, bracket)
        if mark == ",":
            return self._comma(index, column, bracket)
        if mark == ":" and (line[column + 1 : column + 2] in ("", " ", ",", "]", "}") or bracket.filled):
            return self._colon(index, column, bracket)
        if mark in "\"'" and not bracket.filled:
            return self._quote(index, column, bracket)
        return self._text(index, column, bracket)

    def _opening(self, index: int, column: int, bracket: _Bracket) -> tuple[int, int]:
        if bracket.filled and self.lines[index][column - 1] == ":":
            message = "Between the colon and the bracket a space is missing."
            place = (index + 1, column + 1)
            self.found.append(
                problem("missing-space-after-colon", message, *place, fix="Write a space after the colon.")
            )
            bracket.colons += 1
        elif bracket.filled:
            line = self.lines[index]
            text = line[bracket.begin :] if bracket.line == index else line.strip()
            message = f"The text `{shown(text.strip())}` has a bracket in it and no quotes."
            fix = "Put the whole text in quotes."
            self.found.append(problem("unquoted-bracket", message, index + 1, column + 1, fix=fix, value=text))
        bracket.filled = True
        self._open.append(_Bracket(self.lines[index][column], index, column, begin=column + 1))
        return index, column + 1

    def _closing(self, index: int, column: int, bracket: _Bracket) -> tuple[int, int]:
        mark = self.lines[index][column]
        if _CLOSING[bracket.mark] != mark:
            if len(self._open) > 1 and _CLOSING[self._open[-2].mark] == mark:
                # `{a: [1, 2}`: the inner bracket was forgotten, the outer one closes here.
                self._unclosed()
                self._open.pop()
            else:
                message = f"The bracket `{bracket.mark}` of line {bracket.line + 1} is closed with `{mark}`."
                fix = f"Write `{_CLOSING[bracket.mark]}`."
                self.found.append(problem("wrong-bracket", message, index + 1, column + 1, fix=fix, value=mark))
        self._open.pop()
        if self._open:
            self._open[-1].complete = True
        return index, column + 1

    def _comma(self, index: int, column: int, bracket: _Bracket) -> tuple[int, int]:
        if not bracket.filled and not bracket.colons:
            message = "Two commas follow each other, or one stands first: an entry is missing."
            place = (index + 1, column + 1)
            self.found.append(problem("reserved-character", message, *place, fix="Delete the comma.", value=","))
        self._open[-1] = _Bracket(bracket.mark, bracket.line, bracket.column, begin=column + 1)
        return index, column + 1

    def _colon(self, index: int, column: int, bracket: _Bracket) -> tuple[int, int]:
        bracket.colons += 1
        bracket.filled = bracket.complete = False
        if bracket.colons == 1:
            bracket.begin = column + 1
        elif bracket.colons == 2 and bracket.wrapped is not None and bracket.wrapped[0] == index:
            self._missing_comma(index)
        elif bracket.colons == 2:
            text = re.split(r"[,\]}]", self.lines[index][min(bracket.begin, column) :])[0].strip()
            message = f"The value `{shown(text)}` holds a colon followed by a space."
            fix = f"Put the value in quotes: {in_quotes(text)}."
            self.found.append(problem("unquoted-colon", message, index + 1, column + 1, fix=fix, value=text))
        return index, column + 1

    def _quote(self, index: int, column: int, bracket: _Bracket) -> tuple[int, int]:
        end = closing_quote(self.lines, index, column, self._indent)
        bracket.filled = bracket.complete = True
        if end is None:
            self.found.append(suspects.unclosed(self.lines, index, column, self._indent))
            # What follows on this line lies inside the quote; the brackets around it cannot be judged.
            self._open.clear()
            return index + 1, 0
        line, after = end
        rest = self.lines[line][after:].lstrip(" ")
        if rest and rest[0] not in _ENDS and rest[0] not in ":#":
            self.found.append(suspects.after_quote(self.lines[line], line, after, self.lines[index][column]))
            return line, self._skip(line, after)
        return line, after

    def _skip(self, index: int, column: int) -> int:
        line = self.lines[index]
        while column < len(line) and line[column] not in _ENDS:
            column += 1
        return column

    def _missing_comma(self, index: int) -> None:
        """Two entries on two lines without a comma: it is missing at the end of the line before."""
        before = index - 1
        while before > 0 and not self.lines[before].strip(" "):
            before -= 1
        line = self.lines[before].rstrip(" ")
        message = f"A comma is missing after `{shown(line.strip())}`: the next line begins another entry."
        self.found.append(
            problem("missing-comma", message, before + 1, len(line) + 1, fix="Write a comma.", value=line)
        )

    def _text(self, index: int, column: int, bracket: _Bracket) -> tuple[int, int]:
        line = self.lines[index]
        mark = line[column]
        place = (index + 1, column + 1)
        if not bracket.filled and (mark in "@`%|>" or line[column : column + 2] in ("- ", "-")):
            text = re.split(r"[,\]}]", line[column:])[0].strip()
            message = f"The value `{shown(text)}` begins with `{mark}`, which has a meaning of its own in YAML."
            fix = f"Put it in quotes: {in_quotes(text)}."
            slug = "misplaced-dash" if mark == "-" else "reserved-character"
            self.found.append(problem(slug, message, *place, fix=fix, value=text))
        elif bracket.filled and line[:column].rstrip(" ")[-1:] in ("]", "}"):
            text = re.split(r"[,\]}]", line[column:])[0].strip()
            self.found.append(suspects.after_bracket(text, index, column, line[:column].rstrip(" ")[-1]))
        if bracket.filled and line[:column].strip(" ") == "":
            bracket.wrapped = (index, column)
        bracket.filled = True
        while column < len(line) and line[column] not in ",[]{}":
            if line[column] == ":" and line[column + 1 : column + 2] in ("", " ", ",", "]", "}"):
                break
            if line[column] == "#" and line[column - 1 : column] == " ":
                break
            column += 1
        return index, column
