"""Single keys and values that YAML reads without complaint and that say something else than their editor meant."""

from __future__ import annotations

import re

from evidence_kb.strict_yaml.problems import YamlProblem, in_quotes, problem, shown

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_TRUTHS = frozenset(("true", "True", "TRUE", "false", "False", "FALSE"))
ODD_KEYS = NULLS | _TRUTHS
_NUMBER = re.compile(r"[-+]?(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|0x[0-9a-fA-F]+|0o[0-7]+")
_NOT_A_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_HUGE = re.compile(r"[-+]?\d{16,}")
# Curly, low and angle quotes, primes and full-width quotes: what word processors make of straight ones.
_OPENING = "\u201c\u201d\u201e\u201f\u2018\u201a\u201b\xab\xbb\u2039\u203a\xb4\u2032\u2033\uff02\uff07"
_SPACES = "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
# En and em dash, minus sign, hyphens, bullets.
_DASHES = "\u2013\u2014\u2212\u2010\u2011\u2022\xb7"
SUSPECT_FIRST = frozenset("-+." + _OPENING + "’" + _SPACES + _DASHES)
"""First characters that make a look at the whole unquoted value worth its time."""

_KEY_VALUE = re.compile(r"(?P<key>[A-Za-z_][\w-]*):(?!//)(?P<value>\S.*)", re.DOTALL)
GLUED_DASH = re.compile(r"-(?=[^\s\d.,\-∞])")
_ODD_SPACE_AFTER_COLON = re.compile(rf"(?P<key>[A-Za-z_][\w-]*):[{_SPACES}]\s*(?P<value>.*)", re.DOTALL)
_LOOK_ALIKE_DASH = re.compile(rf"[{_DASHES}](?=\s)")
_LONGEST_INTEGER = 15


def is_key_value(text: str) -> bool:
    """Whether an unquoted text is rather a key and a value with the space after the colon forgotten."""
    return _KEY_VALUE.fullmatch(text) is not None


def odd_key(key: str, line: int, column: int) -> YamlProblem | None:
    """What is wrong with an unquoted key, if anything."""
    if key == "<<":
        message = "The merge key `<<` is not used here: every record says all it has to say itself."
        return problem("merge-key", message, line, column, fix="Copy the fields that you need.", value=key)
    kind = None
    if key in NULLS:
        kind = "nothing" if not key else "null"
    elif key in _TRUTHS:
        kind = "a truth value"
    elif _NUMBER.fullmatch(key) or _NOT_A_NUMBER.fullmatch(key):
        kind = "a number"
    if kind is not None:
        message = f"The key `{shown(key)}` is {kind} to YAML; a key is a name."
        fix = f'Put it in quotes ("{shown(key)}") or name the field.'
        return problem("non-string-key", message, line, column, fix=fix, value=key)
    if GLUED_DASH.match(key):
        return own_line(key, line, column)
    return first_character(key, line, column, "key") if key[0] in SUSPECT_FIRST else None


def odd_plain(text: str, line: int, column: int) -> YamlProblem | None:
    """What is wrong with an unquoted value on one line that is long or begins with a suspect character."""
    if _NOT_A_NUMBER.fullmatch(text):
        message = f"`{text}` stands for no figure; a value that is not known is null or listed under `not_seen`."
        fix = "Write null, or leave the field out."
        return problem("not-a-number-value", message, line, column, fix=fix, value=text)
    if _HUGE.fullmatch(text):
        message = (
            f"The number `{shown(text)}` has {len(text.lstrip('+-'))} digits; "
            f"an unquoted number has at most {_LONGEST_INTEGER}."
        )
        fix = "Put it in quotes if it is an identifier; shorten it if it is a number."
        return problem("huge-integer", message, line, column, fix=fix, value=text)
    return first_character(text, line, column, "value")


def first_character(text: str, line: int, column: int, what: str) -> YamlProblem | None:
    """Curly quotes, odd spaces and odd dashes at the beginning of an unquoted key or value."""
    first = text[0]
    if first in _OPENING or (first == "’" and text[-1] in "’‘"):
        message = f"The {what} `{shown(text)}` begins with `{first}` (U+{ord(first):04X}), which is no quote to YAML."
        fix = 'Use straight quotes ("…"); if the curly ones belong to the text, put straight quotes around it all.'
        return problem("smart-quotes", message, line, column, fix=fix, value=text)
    if first in _SPACES:
        message = f"A space that YAML does not know (U+{ord(first):04X}) stands before `{shown(text.strip())}`."
        return problem("look-alike-character", message, line, column, fix="Type an ordinary space.", value=text)
    return None


def own_line(text: str, line: int, column: int) -> YamlProblem | None:
    """What a line that holds only unquoted text was rather meant to be."""
    odd = _ODD_SPACE_AFTER_COLON.fullmatch(text)
    if odd:
        column += len(odd["key"]) + 1
        message = f"After the colon of `{odd['key']}` stands a space that YAML does not know (a no-break space)."
        return problem("look-alike-character", message, line, column, fix="Type an ordinary space.", value=text)
    match = _KEY_VALUE.fullmatch(text)
    if match:
        key, value = match["key"], match["value"]
        message = f"`{shown(text)}` is text to YAML: between the colon after `{key}` and its value a space is missing."
        fix = f"Write `{key}: {shown(value)}`."
        return problem("missing-space-after-colon", message, line, column + len(key), fix=fix, value=text)
    if GLUED_DASH.match(text):
        message = f"`{shown(text)}` is text to YAML: after the dash of a list item a space is missing."
        fix = f"Write `- {shown(text[1:])}`."
        return problem("missing-space-after-dash", message, line, column, fix=fix, value=text)
    if text[0] == "-" and text[1:2] in _SPACES and len(text) > 1:
        message = f"After the dash stands a space that YAML does not know (U+{ord(text[1]):04X})."
        return problem("look-alike-character", message, line, column + 1, fix="Type an ordinary space.", value=text)
    if _LOOK_ALIKE_DASH.match(text):
        message = f"The line begins with `{text[0]}` (U+{ord(text[0]):04X}), which is no list dash to YAML."
        fix = f"Write `- {shown(text[1:].strip())}`."
        return problem("look-alike-character", message, line, column, fix=fix, value=text)
    return None


def swallowed_item(rest: str, line: int, column: int) -> YamlProblem:
    """A list item that YAML took for the next line of the value above."""
    message = f"The list item `{shown(rest)}` is text to YAML: it goes on with the value above."
    fix = "Give it the indentation of the other items; if it is text, put the whole value in quotes."
    return problem("bad-indentation", message, line, column, fix=fix, value=rest)


def stray_key(key: str, last: str | None, line: int, column: int) -> YamlProblem:
    """A key without a value inside braces: the value before it was cut by a comma, or a colon lacks its space."""
    glued = _KEY_VALUE.fullmatch(key)
    if glued:
        return problem(
            "missing-space-after-colon",
            f"`{shown(key)}` is one name to YAML: after the colon a space is missing.",
            line,
            column + len(glued["key"]),
            fix=f"Write `{glued['key']}: {shown(glued['value'])}`.",
            value=key,
        )
    if last is None:
        message = f"`{shown(key)}` has no value; inside {{…}} every entry is `key: value`."
        fix = "Give it a value; for a list use […]."
    else:
        message = f"The comma before `{shown(key)}` ends the value of `{shown(last)}` and leaves a key without a value."
        fix = f"Put the value of `{shown(last)}` in quotes: {in_quotes('… , ' + shown(key))}."
    return problem("unquoted-comma", message, line, column, fix=fix, value=key)
