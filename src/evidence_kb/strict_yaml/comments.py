"""Comments that may be lost text: `note: group #2` ends at the number sign."""

from __future__ import annotations

import re
from bisect import bisect_right

import yaml

from evidence_kb.strict_yaml.parser import events
from evidence_kb.strict_yaml.problems import YamlProblem, problem, shown

# Linear on purpose: a pattern that also looked for what stands before would take quadratic time on long lines.
_CANDIDATE = re.compile(r" #(?=[^\s#])|[\"'\]}]#")


def doubtful_comments(text: str, at_most: int) -> list[YamlProblem]:
    """Comments after a value without a space before or behind the number sign, in a text that reads well."""
    if "#" not in text or not _CANDIDATE.search(text):
        return []
    starts, ends = _scalar_spans(text)
    problems: list[YamlProblem] = []
    offset = 0
    for number, line in enumerate(text.split("\n"), start=1):
        column = _comment_start(line, offset, starts, ends)
        if column is not None and len(problems) < at_most and line[:column].strip(" -"):
            before, after = line[column - 1 : column], line[column + 1 : column + 2]
            if before not in ("", " ") or after not in ("", " ", "#"):
                problems.append(_doubtful(line, number, column))
        offset += len(line) + 1
    return problems


def _scalar_spans(text: str) -> tuple[list[int], list[int]]:
    starts, ends = [], []
    scalars = (event for event in events(text) if isinstance(event, yaml.ScalarEvent))
    for start, end in ((event.start_mark, event.end_mark) for event in scalars):
        if start is not None and end is not None:
            starts.append(start.index)
            ends.append(end.index)
    return starts, ends


def _comment_start(line: str, offset: int, starts: list[int], ends: list[int]) -> int | None:
    """The column of the first number sign of the line that is in no value."""
    column = line.find("#")
    while column >= 0:
        index = offset + column
        nearest = bisect_right(starts, index) - 1
        if nearest < 0 or ends[nearest] <= index:
            return column
        column = line.find("#", column + 1)
    return None


def _doubtful(line: str, number: int, column: int) -> YamlProblem:
    text = line[column:]
    message = f"`{shown(text)}` is a comment to YAML and no part of the value."
    fix = "If it is a comment, write a space before and after #; if it is text, put the whole value in quotes."
    return problem("comment-without-space", message, number, column + 1, fix=fix, value=text)
