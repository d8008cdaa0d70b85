"""How a value is written: without quotes where no reader of YAML 1.1 or 1.2 can take it for anything but this text."""

from __future__ import annotations

import json
import re

from evidence_kb.editing.syntax import Scalar
from evidence_kb.records.fields import FieldKind
from evidence_kb.strict_yaml.scalars import SUSPECT_FIRST

_WORDS = frozenset(("", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<", "...", "---"))
_OTHER_TYPES = re.compile(
    r"[-+]?[0-9][0-9_]*\.?[0-9_]*(?:[eE][-+]?[0-9]+)?"  # decimal
    r"|[-+]?\.[0-9_]+(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?0[xXoObB][0-9a-fA-F_]+"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"  # sexagesimal numbers of YAML 1.1
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?"  # its dates
    r"|[-+]?\.(?:inf|nan)",
    re.IGNORECASE,
)
_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`") | SUSPECT_FIRST
_UNPRINTED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_GLUED_KEY = re.compile(r"[A-Za-z_][\w-]*:(?!//)\S", re.DOTALL)
_CUT_IN_BRACKETS = re.compile(r"[,\[\]{}?]|:(?!\S)")
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


def needs_no_quotes(text: str, in_brackets: bool) -> bool:
    """Whether every reader, unquoted, gives this text back as text."""
    if text.lower() in _WORDS or _OTHER_TYPES.fullmatch(text):
        return False
    return _may_stand_bare(text, in_brackets)


def _may_stand_bare(text: str, in_brackets: bool) -> bool:
    """Whether the text without quotes is one value at all, whatever type a reader gives it."""
    if not text or text != text.strip() or text[0] in _FIRST or _UNPRINTED.search(text):
        return False
    if ": " in text or " #" in text or text.endswith(":") or _GLUED_KEY.match(text):
        return False
    return not (in_brackets and _CUT_IN_BRACKETS.search(text))


def quoted(text: str) -> str:
    """The text in quotes on one line: double ones, or single ones where that spares escapes."""
    if not _UNPRINTED.search(text):
        if '"' not in text and "\\" not in text:
            return f'"{text}"'
        return "'" + text.replace("'", "''") + "'"
    return _UNPRINTED.sub(lambda match: _escape(match[0]), json.dumps(text, ensure_ascii=False))


def _escape(character: str) -> str:
    return f"\\x{ord(character):02x}" if ord(character) < 0x100 else f"\\u{ord(character):04x}"


def value_text(scalar: Scalar, kind: FieldKind | None, in_brackets: bool) -> str:
    """One value on one line as the kind of its field asks; where the field is unknown, quotes stay as they are.

    Figures and codes are always quoted, so that no other program drops a printed zero. Counts and flags keep their
    quotes or the lack of them, because there it makes a difference to what the file says.
    """
    text = scalar.value
    if text is None:
        return "null"
    if kind in ("figure", "code"):
        return quoted(text)
    if kind == "date" and _DATE.fullmatch(text):
        return text
    if kind in ("count", "flag", None):
        return text if not scalar.style and _may_stand_bare(text, in_brackets) else quoted(text)
    return text if needs_no_quotes(text, in_brackets) else quoted(text)


def key_text(scalar: Scalar, known: bool, in_brackets: bool) -> str:
    """A key: names without quotes, even where YAML 1.1 has another meaning for them (`on`)."""
    text = scalar.value or ""
    bare = (known or not scalar.style) and _NAME.fullmatch(text)
    return text if bare or needs_no_quotes(text, in_brackets) else quoted(text)
