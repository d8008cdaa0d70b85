"""Finding the real mistake behind a parser's complaint, which often stands on a later line."""

from __future__ import annotations

import re

import yaml

from evidence_kb.strict_yaml.blocks import BlockScan
from evidence_kb.strict_yaml.indentation import blamed
from evidence_kb.strict_yaml.problems import YamlProblem, problem, shown

# What the parser's words point to: exact mistakes first, whose mark is the place itself.
_EXACT: tuple[tuple[str, str, str, str], ...] = (
    (
        "escape",
        "bad-escape",
        "The backslash in this quoted text begins no escape that YAML knows.",
        "Double the backslash, or put the text in single quotes.",
    ),
    (
        "hexdecimal number",
        "bad-escape",
        "The escape in this quoted text is not complete.",
        "Double the backslash, or put the text in single quotes.",
    ),
    (
        "alias",
        "alias",
        "A value that begins with * refers to another place, which is not used here.",
        "Put the whole text in quotes.",
    ),
    (
        "anchor",
        "anchor",
        "A value that begins with & is an anchor, which is not used here.",
        "Put the whole text in quotes.",
    ),
    ("tag", "tag", "A value that begins with ! is a tag, which is not used here.", "Put the whole text in quotes."),
    ("directive", "directive", "A line that begins with % is a directive, which is not used here.", "Delete the line."),
)
_GENERAL: tuple[tuple[str, str, str, str], ...] = (
    (
        "cannot start any token",
        "reserved-character",
        "A value cannot begin with this character.",
        "Put the whole text in quotes.",
    ),
    (
        "block scalar",
        "block-text-header",
        "This block text cannot be read.",
        "Write `>-` or `|-` alone on the line and indent the text below it.",
    ),
    ("quoted scalar", "unclosed-quote", "The quote opened here is not closed.", "Close it where the text ends."),
    (
        "mapping values",
        "unquoted-colon",
        "A colon with a space after it makes a key of what stands before it.",
        "Put the whole value in quotes, or mend the indentation.",
    ),
    (
        "found unexpected ':'",
        "unquoted-colon",
        "A colon stands inside an unquoted text.",
        "Put the whole text in quotes; between a key's colon and its value stands a space.",
    ),
    (
        "mapping keys",
        "complex-key",
        "A key introduced by `? ` is not used here.",
        "Put a text with `?` first in quotes.",
    ),
    (
        "could not find expected ':'",
        "missing-colon",
        "This line is neither `key: value` nor a list item.",
        "Write `key: value`.",
    ),
    (
        "sequence entries",
        "misplaced-dash",
        "A list item cannot begin here.",
        "Put the list on the lines below its key.",
    ),
    (
        "document",
        "several-documents",
        "Something stands where only a second document could begin.",
        "A file holds one record: delete `---` or `...` and what belongs to no field.",
    ),
    (
        "flow",
        "unclosed-bracket",
        "The bracket opened here is not closed, or a value in it needs quotes.",
        "Close it; put texts with , : [ ] { } in quotes.",
    ),
    ("max depth", "nested-too-deep", "Too many mappings and lists are nested here.", "Check the brackets."),
    (
        "parsing a block",
        "bad-indentation",
        "The indentation of this line fits nothing above it.",
        "Align it with the line that it belongs to.",
    ),
)
_TOO_HIGH = re.compile(r"\\U(?!000|0010)[0-9A-Fa-f]{8}")
_AT_ITS_START = frozenset(("unclosed-quote", "missing-colon", "alias", "anchor", "tag"))
_LOCAL = frozenset(
    (
        "unquoted-colon",
        "reserved-character",
        "smart-quotes",
        "missing-space-after-colon",
        "text-after-quote",
        "unquoted-bracket",
        "misplaced-dash",
        "missing-space-after-dash",
        "missing-colon",
        "look-alike-character",
        "merge-conflict",
    )
)


def explain(error: Exception, text: str, before: list[YamlProblem]) -> list[YamlProblem]:
    """The mistakes in a text that the parser could not read: what it met before, and what stopped it."""
    lines = text.split("\n")
    named = _named(error, lines)
    suspects = BlockScan(lines).scan()
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    reached = max(named.line, mark.line + 1 if mark is not None else 0)
    exact = any(named.slug == slug for _, slug, _, _ in _EXACT)
    if not suspects or suspects[0].line > reached or (exact and suspects[0].line == named.line):
        first, others = named, []
    else:
        first = suspects[0]
        # Further mistakes are told only where one line by itself shows them; the rest may follow from the first.
        others = [one for one in suspects[1:] if one.slug in _LOCAL and one.line > first.line]
    if first.slug == "bad-indentation":
        first = blamed(lines, first)
    # What was met before the first mistake is sure; what came after it may be its consequence.
    sure = [one for one in before if one.line < first.line or (one.line == first.line and one.slug == "duplicate-key")]
    return [*sure, first, *_one_a_line(others)]


def _one_a_line(problems: list[YamlProblem]) -> list[YamlProblem]:
    first: dict[int, YamlProblem] = {}
    for one in problems:
        first.setdefault(one.line, one)
    return list(first.values())


def _unmarked(lines: list[str]) -> YamlProblem:
    """The pure parser fails without a place on escapes beyond Unicode."""
    for number, line in enumerate(lines, start=1):
        match = _TOO_HIGH.search(line)
        if match:
            message = f"The escape {match[0]} stands for no character."
            fix = "Double the backslash, or put the text in single quotes."
            return problem("bad-escape", message, number, match.start() + 1, fix=fix, value=line.strip())
    message = "The file cannot be read as YAML."
    return problem("unreadable-yaml", message, 1, 1, fix="Check quotes, brackets and indentation.")


def _named(error: Exception, lines: list[str]) -> YamlProblem:
    """The parser's complaint in an editor's words, at the mark that is nearest to the mistake."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return _unmarked(lines)
    context, complaint = error.context or "", error.problem or ""
    mark, start = error.problem_mark or error.context_mark, error.context_mark
    words = f"{complaint} {context}"
    found = next((entry for entry in (*_EXACT, *_GENERAL) if entry[0] in words), None)
    if found is None:
        found = ("", "unreadable-yaml", f"YAML cannot be read here: {shown(complaint)}.", "Check the line.")
    _, slug, message, fix = found
    wraps = slug == "unclosed-bracket" and start is not None and mark is not None and mark.line > start.line
    if start is not None and (wraps or slug in _AT_ITS_START):
        mark = start
    line = min(mark.line, len(lines) - 1) if mark is not None else 0
    column = mark.column if mark is not None else 0
    return problem(slug, message, line + 1, column + 1, fix=fix, value=lines[line].strip())
