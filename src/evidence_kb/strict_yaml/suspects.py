"""What a suspicious line most likely was meant to be, in words for its editor."""

from __future__ import annotations

import re

from evidence_kb.strict_yaml import scalars
from evidence_kb.strict_yaml.inspection import unclosed_quote
from evidence_kb.strict_yaml.problems import YamlProblem, in_quotes, problem, shown

_QUOTED_KEY = re.compile(r"(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*') *:(?= |$)")
_QUOTED_GLUED = re.compile(r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'):(?=\S)")
_COLON = re.compile(r":(?= |$)")
_COMMENT = re.compile(r" #")
_IDENTIFIER = re.compile(r"[\"']?[A-Za-z_][\w-]*[\"']?")
_LOWER_NAME = re.compile(r"[a-z][a-z0-9_-]*:")
_FORGOTTEN = re.compile(r"(?P<key>[A-Za-z_][\w-]*) *(?P<sign>=>|=|\uff1a|\ufe55|;)\s*(?P<value>.*)")
_FEW_WORDS = 4
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: .*)?")
_STRAIGHT = "\"'"


def is_dash(body: str) -> bool:
    """Whether a line without its indentation begins a list item."""
    return body[:2] == "- " or body == "-"


def key_end(body: str) -> int | None:
    """The column after the colon where a line without its indentation begins with `key:`; None elsewhere."""
    if body[0:1] in ("", "[", "{", "#", "|", ">", "&", "*", "!", "%", "@", "`"):
        return None
    if body[0] in _STRAIGHT:
        match = _QUOTED_KEY.match(body)
        return match.end() if match else None
    text = _without_comment(body)
    colon = _COLON.search(text)
    return colon.end() if colon and colon.start() else None


def _without_comment(text: str) -> str:
    comment = _COMMENT.search(text)
    return text[: comment.start()] if comment else text


def plain_value(body: str, index: int, column: int) -> list[YamlProblem]:
    """An unquoted value with a colon in it, or in curly quotes."""
    text = _without_comment(body).rstrip()
    colon = _COLON.search(text)
    if colon is None:
        return []
    if colon.start() == 0:
        return [nameless(text, index + 1, column + 1)]
    curly = scalars.first_character(text, index + 1, column + 1, "value")
    if curly is not None:
        return [curly]
    message = f"The value `{shown(text)}` holds a colon and a space, which make a key of what stands before them."
    fix = f"Put the whole value in quotes: {in_quotes(text)}."
    return [problem("unquoted-colon", message, index + 1, column + colon.start() + 1, fix=fix, value=text)]


def is_glued_dash(body: str) -> bool:
    """Whether a line begins with a list dash that lacks its space."""
    return scalars.GLUED_DASH.match(body) is not None


def stray(lines: list[str], index: int, start: int, after: str = "") -> YamlProblem:
    """Text at column `start` (from 0) that is neither `key: value` nor a list item nor the rest of a value."""
    body = lines[index][start:].rstrip(" ")
    line, column = index + 1, start + 1
    meant = scalars.own_line(body, line, column) or scalars.first_character(body, line, column, "line")
    if meant is not None:
        return meant
    glued = _QUOTED_GLUED.match(body)
    if glued:
        message = f"Between the colon after {shown(glued[1])} and its value a space is missing."
        place = (line, column + len(glued[1]))
        fix = f"Write `{glued[1]}: …`."
        return problem("missing-space-after-colon", message, *place, fix=fix, value=body)
    if body[0] in _STRAIGHT and body.count(body[0]) == 1:
        return unclosed_quote(lines, line, column, line + 1)
    if body[0] in "]}":
        message = f"The bracket `{body[0]}` closes nothing that is open here."
        return problem("wrong-bracket", message, line, column, fix="Delete it, or open its partner.", value=body)
    if _CONFLICT.fullmatch(body):
        message = f"`{shown(body)}` is the mark of a merge conflict that was not resolved."
        fix = "Keep one of the two versions and delete the three marks."
        return problem("merge-conflict", message, line, column, fix=fix, value=body)
    if body[0] == ":":
        return nameless(body, line, column)
    if after == "empty block":
        message = "The block text that begins above has no indented line: its text is indented below its key."
        return problem("bad-indentation", message, line, column, fix="Indent the text by two spaces.", value=body)
    match = _FORGOTTEN.fullmatch(body)
    if match:
        message = f"`{shown(body)}` has `{match['sign']}` where a colon belongs."
        fix = f"Write `{match['key']}: {shown(match['value'])}`."
        return problem("missing-colon", message, line, column, fix=fix, value=body)
    message = f"`{shown(body)}` is neither `key: value` nor a list item."
    fix = f"Write `{body.split(' ')[0]}: …`, or indent the line if it belongs to the value above."
    return problem("missing-colon", message, line, column, fix=fix, value=body)


def nameless(text: str, line: int, column: int) -> YamlProblem:
    """A colon without a key."""
    message = "A colon without a key before it: every field has a name."
    return problem("non-string-key", message, line, column, fix="Write `key: value`.", value=text)


def wrapped_colon(lines: list[str], index: int) -> YamlProblem:
    """A line of unquoted text over several lines that YAML takes for a key because of its colon."""
    body = lines[index].strip(" ")
    column = len(lines[index]) - len(lines[index].lstrip(" "))
    message = f"The text goes on with `{shown(body)}`, whose colon makes a key of what stands before it."
    fix = "Put the whole text in quotes, or begin it with `>-`."
    return problem("unquoted-colon", message, index + 1, column + 1, fix=fix, value=body)


def lone_text(lines: list[str], text: int, start: int, key: int) -> YamlProblem:
    """Unquoted text without a key, and a key right below: a forgotten colon above, or a colon in a wrapped text."""
    body = lines[text][start:].strip(" ")
    name = body.split(" ")[0] + ":"
    is_field = scalars.is_key_value(body) or any(line.lstrip(" -").startswith(name) for line in lines)
    is_field = is_field or bool(_LOWER_NAME.fullmatch(name) and _LOWER_NAME.match(lines[key].lstrip(" -")))
    if not is_field and (len(body.split()) > _FEW_WORDS or key > text + 1):
        return wrapped_colon(lines, key)
    return stray(lines, text, start)


def misplaced(lines: list[str], index: int, levels: list[int], after: str, before: int) -> YamlProblem:
    """A key or list item whose indentation fits none of the levels that are open."""
    body = lines[index].lstrip(" ")
    column = len(lines[index]) - len(body)
    end = key_end(body)
    is_field = end is not None and _IDENTIFIER.fullmatch(body[: end - 1].strip())
    if after == "plain" and end is not None and not is_dash(body) and not is_field:
        return wrapped_colon(lines, index)
    what = "list item" if is_dash(body) else "key"
    possible = ", ".join(str(level) for level in sorted(set(levels))) or "0"
    name = shown(body[: end - 1] if end else body)
    message = f"The {what} `{name}` is indented by {column} spaces, which fits nothing above it (expected: {possible})."
    if end and column in levels and not is_dash(body):
        message = f"The key `{name}` stands where the list above goes on: a list item or less indentation is expected."
    elif is_dash(body) and column in levels:
        message = f"The list item `{name}` stands where a key is expected."
    elif after in ("plain", "closed") and column > (levels[-1] if levels else 0):
        message = f"The {what} `{name}` is indented below line {before + 1}, which has its value already."
    fix = f"Indent it like the {what}s that it belongs to."
    return problem("bad-indentation", message, index + 1, column + 1, fix=fix, value=body)


def shallow_block(lines: list[str], index: int, inner: int) -> YamlProblem:
    """A line of a block text that is indented less than the text's first line."""
    body = lines[index].lstrip(" ")
    column = len(lines[index]) - len(body)
    message = f"This line of a block text is indented by {column} spaces, the text before it by {inner}."
    fix = f"Indent it by {inner} spaces."
    return problem("bad-indentation", message, index + 1, column + 1, fix=fix, value=body)


def block_header(body: str, index: int, column: int) -> YamlProblem:
    """A value that begins with `>` or `|` and is no block text."""
    text = _without_comment(body).rstrip()
    message = f"`{body[0]}` begins a block text, and nothing of it may stand on the same line: `{shown(text)}`."
    fix = f"Put the value in quotes: {in_quotes(text)}; or write the text on the indented lines below."
    return problem("block-text-header", message, index + 1, column + 1, fix=fix, value=text)


def reserved(body: str, index: int, column: int) -> YamlProblem:
    """A value that begins with a character that YAML keeps for itself."""
    text = _without_comment(body).rstrip()
    slug = "alias" if body[0] == "*" else "reserved-character"
    message = f"The value `{shown(text)}` begins with `{body[0]}`, which has a meaning of its own in YAML."
    return problem(slug, message, index + 1, column + 1, fix=f"Put it in quotes: {in_quotes(text)}.", value=text)


def dash_on_key_line(body: str, index: int, column: int) -> YamlProblem:
    """A list that begins on the line of its key."""
    message = f"The list item `{shown(body)}` stands on the line of its key."
    fix = "Put every item on a line of its own below the key; a text that begins with a dash goes in quotes."
    return problem("misplaced-dash", message, index + 1, column + 1, fix=fix, value=body)


def unclosed(lines: list[str], index: int, column: int, indent: int) -> YamlProblem:
    """A quote that is not closed before the next field."""
    until = index + 1
    while until < len(lines):
        body = lines[until].lstrip(" ")
        if body and len(lines[until]) - len(body) <= indent and (is_dash(body) or key_end(body) is not None):
            break
        until += 1
    return unclosed_quote(lines, index + 1, column + 1, until + 1)


def after_quote(line: str, index: int, after: int, mark: str) -> YamlProblem:
    """Text behind a closing quote: most often a quotation mark or an apostrophe inside the text."""
    rest = line[after:].strip()
    column = after + len(line[after:]) - len(line[after:].lstrip(" "))
    message = f"After the closing `{mark}` follows `{shown(rest)}`; the quoted text had ended before it."
    if mark == "'":
        fix = "Double an apostrophe inside the text (''), or put the text in double quotes."
    else:
        fix = 'Put a text that holds double quotes in single quotes, or write the inner ones as \\".'
    return problem("text-after-quote", message, index + 1, column + 1, fix=fix, value=rest)


def after_bracket(rest: str, index: int, column: int, bracket: str) -> YamlProblem:
    """Text behind a closing bracket: a text that begins with a bracket, or has one in it, without quotes."""
    message = f"After the closing `{bracket}` follows `{shown(rest)}`; to YAML the brackets are a whole value."
    fix = "If it is a text that has brackets in it, put the whole text in quotes."
    return problem("unquoted-bracket", message, index + 1, column + 1, fix=fix, value=rest)
