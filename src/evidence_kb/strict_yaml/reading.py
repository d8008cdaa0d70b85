"""Reading a file: decode, look at its characters, build its tree, and explain what stops the parser."""

from __future__ import annotations

import re

import yaml

from evidence_kb.strict_yaml import inspection, scalars
from evidence_kb.strict_yaml.characters import cleaned
from evidence_kb.strict_yaml.comments import doubtful_comments
from evidence_kb.strict_yaml.decoding import decoded
from evidence_kb.strict_yaml.diagnosis import explain
from evidence_kb.strict_yaml.document import Document
from evidence_kb.strict_yaml.parser import events
from evidence_kb.strict_yaml.problems import DEFAULT, Limits, YamlProblem, problem, shown
from evidence_kb.strict_yaml.tree import TreeBuilder

_DIRECTIVE = re.compile(r"%[^\n]*")
_NOT_STARTED = re.compile(r"\s*(?:#.*)?")


def read(raw: bytes, *, limits: Limits = DEFAULT) -> Document | tuple[YamlProblem, ...]:
    """The mapping in a file, or everything that is wrong with the file's text, in the order of its lines.

    Never raises for any bytes; nothing of the file is executed, expanded or constructed. Time and memory are
    bounded by `limits`.
    """
    text, problems = decoded(raw, limits)
    if text is not None:
        text, unfit = cleaned(text, limits)
        problems += unfit
    if text is None:
        return _sorted(problems, limits)
    if "%" in text:
        text = _without_directives(text, problems)
    builder = TreeBuilder(text, limits)
    found = _built(text, builder)
    problems += found
    if not found:
        problems += doubtful_comments(text, limits.problems)
        problems += _root(builder)
    return _sorted(problems, limits) if problems else Document(builder.root, text)


def _sorted(problems: list[YamlProblem], limits: Limits) -> tuple[YamlProblem, ...]:
    # A line that is too long because of one number is one mistake.
    huge = {one.line for one in problems if one.slug == "huge-integer"}
    kept = [one for one in problems if one.slug != "line-too-long" or one.line not in huge]
    return tuple(sorted(kept, key=lambda one: (one.line, one.column, one.code))[: limits.problems])


def _without_directives(text: str, problems: list[YamlProblem]) -> str:
    """Report directives and turn them into comments, so that what follows can be read."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.startswith("%"):
            message = f"`{shown(line)}` is a directive; files of this library begin with their first field."
            problems.append(problem("directive", message, number + 1, 1, fix="Delete the line.", value=line))
            lines[number] = "#" + line[1:]
        elif not _NOT_STARTED.fullmatch(line):
            break
    return "\n".join(lines)


def _built(text: str, builder: TreeBuilder) -> list[YamlProblem]:
    """Run the parser; what it finds, what the tree shows, and what stopped it."""
    try:
        for event in events(text):
            if not builder.feed(event):
                break
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        return explain(error, text, builder.problems)
    return builder.problems


def _root(builder: TreeBuilder) -> list[YamlProblem]:
    """What is wrong with a file that reads well and is no mapping."""
    if isinstance(builder.root, dict):
        return []
    event = builder.root_event
    if event is None or (isinstance(builder.root, str) and builder.root in scalars.NULLS and not event.style):
        message = "The file is empty: it holds no field, only white space or comments."
        return [problem("empty-file", message, 1, 1, fix="Write the record's fields, or delete the file.")]
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    if isinstance(builder.root, list):
        message = "The file holds a list; a record is a mapping of fields (`key: value`)."
        return [problem("not-a-mapping", message, line, column, fix="Take the dashes away: one file is one record.")]
    first = builder.root.split("\n")[0]
    if not event.style:
        lines = enumerate(builder.lines[line - 1 : event.end_mark.line + 1], start=line)
        meant = [scalars.own_line(one.strip(" "), number, column) for number, one in lines if one.strip(" ")]
        if meant and meant[0] is not None:
            return [one for one in meant if one is not None]
    if event.style in ("'", '"') and event.end_mark.line != event.start_mark.line:
        return [inspection.unclosed_quote(builder.lines, line, column, event.end_mark.line + 1)]
    message = f"The file holds the text {shown(first)} and no field; a record is a mapping of fields (`key: value`)."
    return [problem("not-a-mapping", message, line, column, fix="Write `key: value` lines.", value=first)]
