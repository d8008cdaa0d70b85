"""A tolerant reading of lines, made only when the parser has given up, that finds where a mistake was made."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence_kb.strict_yaml import suspects
from evidence_kb.strict_yaml.flow import FlowScan, closing_quote
from evidence_kb.strict_yaml.problems import YamlProblem
from evidence_kb.strict_yaml.suspects import is_dash, key_end

_MOST = 50
_PROPERTY = re.compile(r"[&!][^\s,\[\]{}]*(?:\s+|$)")
_ALIAS = re.compile(r"\*[\w-]+\s*(?:#.*)?")
_HEADER = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])\s*(?:\s#.*)?")
_RESERVED = frozenset("@`%,]}")


@dataclass(slots=True)
class _Level:
    indent: int
    is_mapping: bool


@dataclass(slots=True)
class _Last:
    """What the line before ended with: nothing yet, an open key, unquoted text, or something complete.

    `own_column` is where unquoted text began that has no key on its line.
    """

    kind: str
    line: int = 0
    own_column: int | None = None


class BlockScan:
    """Goes through the lines of a text once, recovering after every mistake at the next line."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.found: list[YamlProblem] = []
        self._levels: list[_Level] = []
        self._last = _Last("start")

    def scan(self) -> list[YamlProblem]:
        """The suspected mistakes in the order of their lines."""
        index = 0
        while index < len(self.lines) and len(self.found) < _MOST:
            index = self._line(index)
        return sorted(self.found, key=lambda one: (one.line, one.column))

    @property
    def _indent(self) -> int:
        return self._levels[-1].indent if self._levels else -1

    def _line(self, index: int) -> int:
        line = self.lines[index]
        body = line.lstrip(" ")
        indent = len(line) - len(body)
        if not body or body.startswith("#"):
            return index + 1
        if indent == 0 and body[:3] in ("---", "...") and body[3:4] in ("", " "):
            self._levels.clear()
            self._last = _Last("start")
            return index + 1
        end = key_end(body)
        if end is not None and suspects.is_glued_dash(body):
            self.found.append(suspects.stray(self.lines, index, indent))
        elif end is None and not is_dash(body):
            return self._text_line(index, indent)
        self._settle(index, indent, body)
        column = indent
        while is_dash(line[column:]):
            if column != indent:
                self._levels.append(_Level(column, False))
            column += 1
            column += len(line[column:]) - len(line[column:].lstrip(" "))
        end = key_end(line[column:])
        if end is None:
            return self._value(index, column, column)
        if column != indent:
            self._levels.append(_Level(column, True))
        return self._value(index, column + end, None)

    def _settle(self, index: int, indent: int, body: str) -> None:
        """Find the level that a key or a list item belongs to; report indentation that fits none."""
        is_mapping = not is_dash(body)
        last, depth = self._last, len(self._levels)
        lone = last.kind == "plain" and last.own_column is not None and indent >= last.own_column
        lone = lone and (is_mapping or not is_dash(self.lines[last.line].lstrip(" ")))
        if lone and last.own_column is not None:
            self.found.append(suspects.lone_text(self.lines, last.line, last.own_column, index))
        while self._levels and self._levels[-1].indent > indent:
            self._levels.pop()
        popped = len(self._levels) < depth
        top = self._levels[-1] if self._levels else None
        if top is not None and top.indent == indent and top.is_mapping != is_mapping:
            if is_mapping:
                self._levels.pop()
                fits = bool(self._levels) and self._levels[-1].indent == indent
            else:
                fits = last.kind == "open" and not popped
            if fits and is_mapping:
                return
        elif top is not None and top.indent == indent:
            return
        else:
            fits = not popped and (last.kind in ("open", "start") or (top is None and last.kind == "stray"))
            fits = fits or lone
        if not fits:
            levels = [level.indent for level in self._levels]
            self.found.append(suspects.misplaced(self.lines, index, levels, last.kind, last.line))
        self._levels.append(_Level(indent, is_mapping))

    def _text_line(self, index: int, indent: int) -> int:
        """A line that is neither `key: value` nor a list item."""
        last = self._last
        if last.kind == "start" or (last.kind == "open" and indent > self._indent):
            return self._value(index, indent, indent)
        if last.kind == "plain" and indent > self._indent:
            return index + 1
        self.found.append(suspects.stray(self.lines, index, indent, after=last.kind))
        self._last = _Last("stray", index)
        return index + 1

    def _value(self, index: int, column: int, own_column: int | None) -> int:
        body = self.lines[index][column:]
        column += len(body) - len(body.lstrip(" "))
        body = body.lstrip(" ")
        while (match := _PROPERTY.match(body)) is not None:
            column += match.end()
            body = body[match.end() :]
        self._last = _Last("closed", index)
        if not body or body.startswith("#"):
            self._last = _Last("open", index)
        elif body[0] in "\"'":
            return self._quoted(index, column)
        elif body[0] in "[{":
            flow = FlowScan(self.lines, self._indent)
            after = flow.scan(index, column)
            self.found += flow.found
            return after
        elif body[0] in "|>":
            return self._block(index, column, body)
        elif body[0] in _RESERVED or body.startswith("? ") or (body[0] == "*" and not _ALIAS.fullmatch(body)):
            self.found.append(suspects.reserved(body, index, column))
        elif is_dash(body):
            self.found.append(suspects.dash_on_key_line(body, index, column))
        elif body[0] != "*":
            self._last = _Last("plain", index, own_column)
            self.found += suspects.plain_value(body, index, column)
        return index + 1

    def _quoted(self, index: int, column: int) -> int:
        end = closing_quote(self.lines, index, column, self._indent)
        if end is None:
            self.found.append(suspects.unclosed(self.lines, index, column, self._indent))
            return index + 1
        line, after = end
        rest = self.lines[line][after:]
        if rest.strip() and not rest.lstrip().startswith("#"):
            self.found.append(suspects.after_quote(self.lines[line], line, after, self.lines[index][column]))
        return line + 1

    def _block(self, index: int, column: int, body: str) -> int:
        if not _HEADER.fullmatch(body):
            self.found.append(suspects.block_header(body, index, column))
            self._last = _Last("plain", index)
            return index + 1
        inner: int | None = None
        blank, number = 0, index + 1
        while number < len(self.lines):
            line = self.lines[number]
            indent = len(line) - len(line.lstrip(" "))
            if not line.strip(" "):
                blank = max(blank, len(line)) if inner is None else blank
            elif indent <= self._indent:
                break
            elif inner is None:
                inner = indent
                if blank > indent and not any(character.isdigit() for character in body[:3]):
                    self.found.append(suspects.shallow_block(self.lines, number, blank))
            elif indent < inner and not line.lstrip(" ").startswith("#"):
                self.found.append(suspects.shallow_block(self.lines, number, inner))
                inner = indent
            number += 1
        self._last = _Last("closed" if inner is not None else "empty block", index)
        return number
