"""What can be wrong with the text of a YAML file: the codes, the limits and the shape of a problem."""

from __future__ import annotations

from dataclasses import dataclass

PROBLEMS: dict[str, str] = {
    "SC101": "file-too-large",
    "SC102": "byte-order-mark",
    "SC103": "utf-16",
    "SC104": "not-utf-8",
    "SC105": "windows-line-ends",
    "SC106": "lone-carriage-return",
    "SC107": "control-character",
    "SC108": "invisible-character",
    "SC109": "tab-character",
    "SC110": "line-too-long",
    "SC111": "empty-file",
    "SC112": "not-a-mapping",
    "SC113": "several-documents",
    "SC114": "directive",
    "SC115": "anchor",
    "SC116": "alias",
    "SC117": "merge-key",
    "SC118": "tag",
    "SC119": "duplicate-key",
    "SC120": "non-string-key",
    "SC121": "complex-key",
    "SC122": "not-a-number-value",
    "SC123": "huge-integer",
    "SC124": "nested-too-deep",
    "SC125": "too-many-values",
    "SC126": "bad-indentation",
    "SC127": "unquoted-colon",
    "SC128": "unquoted-comma",
    "SC129": "unclosed-quote",
    "SC130": "unclosed-bracket",
    "SC131": "smart-quotes",
    "SC132": "reserved-character",
    "SC133": "missing-colon",
    "SC134": "missing-space-after-colon",
    "SC135": "missing-space-after-dash",
    "SC136": "text-after-quote",
    "SC137": "unquoted-bracket",
    "SC138": "block-text-header",
    "SC139": "bad-escape",
    "SC140": "misplaced-dash",
    "SC141": "comment-without-space",
    "SC142": "look-alike-character",
    "SC143": "wrong-bracket",
    "SC144": "missing-comma",
    "SC145": "merge-conflict",
    "SC146": "unreadable-yaml",
}
"""Code → slug of everything that reading a file can complain of."""

CODES: dict[str, str] = {slug: code for code, slug in PROBLEMS.items()}
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may hold, so that reading any file takes bounded time and memory.

    `size` is in bytes, `line` in characters; `depth` counts nested mappings and lists, `nodes` every key,
    value, mapping and list; after `problems` problems of one file reading it ends.
    """

    size: int = 512 * 1024
    line: int = 2_000
    depth: int = 40
    nodes: int = 50_000
    problems: int = 20


DEFAULT = Limits()


@dataclass(frozen=True, slots=True)
class YamlProblem:
    """One mistake in the text of a file, at the line and column (from 1, in characters) where it is mended."""

    code: str
    message: str
    line: int
    column: int
    fix: str | None = None
    value: str | None = None

    @property
    def slug(self) -> str:
        """The name of the flaw."""
        return PROBLEMS[self.code]


def problem(
    slug: str, message: str, line: int, column: int, *, fix: str | None = None, value: str | None = None
) -> YamlProblem:
    """A problem by the name of the flaw; `line` and `column` count from 1."""
    return YamlProblem(CODES[slug], message, line, column, fix, None if value is None else shown(value))


def shown(text: str) -> str:
    """Text fit for a message: one line, no invisible characters, at most 60 characters."""
    cut = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return "".join(character if character.isprintable() else f"<U+{ord(character):04X}>" for character in cut)


def in_quotes(text: str) -> str:
    """The text as a quoted YAML value, for a suggested mend."""
    stripped = text.strip()
    if '"' not in stripped and "\\" not in stripped:
        return f'"{stripped}"'
    return "'" + stripped.replace("'", "''") + "'"
