"""Looking closer at an event that may hold a mistake: keys, and values over several lines."""

from __future__ import annotations

import re
from typing import Any

from evidence_kb.strict_yaml import scalars
from evidence_kb.strict_yaml.characters import UNFIT, unfit_character
from evidence_kb.strict_yaml.problems import YamlProblem, problem, shown

_LOOKS_LIKE_FIELD = re.compile(r"(?:- +)*(?:[\w][\w -]*|\"[^\"]*\"|'[^']*'):(?:\s|$)|- ")


def _at(event: Any) -> tuple[int, int]:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def key(text: str, event: Any) -> list[YamlProblem]:
    """Keys that are no names: null, numbers, truth values, `<<`, and keys introduced by `? `."""
    index = event.start_mark.index
    line, column = _at(event)
    before = text[text.rfind("\n", 0, index) + 1 : index].rstrip(" ")
    if before.endswith("?") and (len(before) == 1 or before[-2] in " -{[,"):
        message = "A key introduced by `? ` is not used here."
        fix = f"Write `{shown(event.value)}:` and its value."
        return [problem("complex-key", message, line, column, fix=fix, value=event.value)]
    found = None if event.style else scalars.odd_key(event.value, line, column)
    return [found] if found else []


def plain(text: str, event: Any) -> list[YamlProblem]:
    """Values without quotes that are no text of this library."""
    found = scalars.odd_plain(text, *_at(event))
    return [found] if found else []


def own_line(lines: list[str], event: Any) -> list[YamlProblem]:
    """A value without quotes on a line of its own below its key."""
    line, column = _at(event)
    found = scalars.own_line(lines[line - 1].strip(" "), line, column)
    return [found] if found else []


def plain_lines(lines: list[str], event: Any, indent: int, glued: bool, at_most: int) -> list[YamlProblem]:
    """The further lines of a value without quotes; `glued` where the first lacks a space."""
    problems: list[YamlProblem] = []
    for number in range(event.start_mark.line + 1, event.end_mark.line + 1):
        rest = lines[number].strip(" ")
        column = len(lines[number]) - len(lines[number].lstrip(" "))
        if not rest or len(problems) >= at_most:
            continue
        found = None
        if rest == "-" or rest.startswith("- "):
            found = scalars.swallowed_item(rest, number + 1, column + 1)
        elif glued:
            found = scalars.own_line(rest, number + 1, column + 1)
        if found is None and column <= indent:
            found = _outdented(lines, number, column)
        if found:
            problems.append(found)
    return problems


def quoted_lines(lines: list[str], event: Any, indent: int) -> list[YamlProblem]:
    """The further lines of a value in quotes: they stand deeper than their key, or the quote was not closed."""
    for number in range(event.start_mark.line + 1, event.end_mark.line + 1):
        rest = lines[number].lstrip(" ")
        column = len(lines[number]) - len(rest)
        if not rest or column > indent:
            continue
        if _LOOKS_LIKE_FIELD.match(rest):
            return [unclosed_quote(lines, *_at(event), number + 1)]
        return [_outdented(lines, number, column)]
    return []


def _outdented(lines: list[str], number: int, column: int) -> YamlProblem:
    message = f"The text on line {number + 1} belongs to a value that began above, but is not indented below its key."
    fix = "Indent it by two spaces more than the key."
    return problem("bad-indentation", message, number + 1, column + 1, fix=fix, value=lines[number].strip())


def unclosed_quote(lines: list[str], line: int, column: int, until: int) -> YamlProblem:
    """The problem of a quote opened at `line`, `column` that runs into line `until`."""
    rest = lines[line - 1][column - 1 :]
    mark = rest[:1]
    if any(curly in rest for curly in "”’“"):
        message = f"The quote opened with `{mark}` is closed with a curly quotation mark, which YAML does not know."
        return problem("smart-quotes", message, line, column, fix=f"Close it with `{mark}`.", value=rest)
    where = f"line {until}" if until <= len(lines) else "the end of the file"
    message = f"The quote `{mark}` opened here is not closed on its line; the text runs on to {where}."
    fix = f"Close it with `{mark}` where the text ends."
    return problem("unclosed-quote", message, line, column, fix=fix, value=rest)


def quoted_characters(event: Any) -> list[YamlProblem]:
    """Control and invisible characters that came into a value as an escape."""
    match = UNFIT.search(event.value)
    return [unfit_character(match[0], *_at(event), event.value, escaped=True)] if match else []


def block_text(lines: list[str], event: Any) -> list[YamlProblem]:
    """Block text whose first line was meant as a value: `>5` is a header to YAML and leaves nothing."""
    line, column = _at(event)
    header = lines[line - 1][column - 1 :].split(" #")[0].strip()
    if event.value or not any(character.isdigit() for character in header):
        return []
    message = f"`{header}` begins a block text to YAML, which is empty here."
    return [problem("block-text-header", message, line, column, fix=f'Put it in quotes: "{header}".', value=header)]


def pair_in_list(text: str, event: Any) -> list[YamlProblem]:
    """A mapping without braces inside a list in brackets: an unquoted colon."""
    index = event.start_mark.index
    if text[index : index + 1] in ("{", "&", "!"):
        return []
    end = re.compile(r"[,\]\n]").search(text, index)
    item = text[index : end.start() if end else len(text)].strip()
    if item.startswith("?"):
        return []
    message = f"The colon in `{shown(item)}` makes a mapping of this list item."
    fix = f'If it is text, put it in quotes: "{shown(item)}"; if it is a mapping, in braces.'
    return [problem("unquoted-colon", message, *_at(event), fix=fix, value=item)]


def glued_bracket(text: str, event: Any) -> list[YamlProblem]:
    """`key:{…}` without a space, which one parser reads and the other refuses."""
    index = event.start_mark.index
    before = text[max(index - 2, 0) : index]
    if len(before) < 2 or before[1] != ":" or before[0] in "\"' ":
        return []
    message = "Between the colon and the bracket a space is missing."
    return [problem("missing-space-after-colon", message, *_at(event), fix="Write a space after the colon.")]


def stray_key(name: str, last: str | None, line: int, end: int) -> YamlProblem:
    """A key without a value inside braces; `end` is the column (from 0) after it."""
    return scalars.stray_key(name, last, line + 1, max(end - len(name), 0) + 1)
