"""The one escape of the site: safe in Markdown, in the text of an element and in an attribute at once."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

# What HTML or Markdown could read as mark-up anywhere in a line.
_ACTIVE = str.maketrans({sign: f"&#{ord(sign)};" for sign in "&<>\"'`*_{}[]|\\~^$"})
# What Markdown would read as a heading, a list, a rule, a definition or an admonition at the start of a line.
_AT_START = re.compile(r"(?:\d+[.)]|[-+:!?/@%#=])")
# Control characters (spaces and ends of lines apart), those that reorder or hide text, and code points of no character.
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u202a-\u202e\u2066-\u2069\ud800-\udfff\ue000-\uf8ff\ufeff\ufff0-\uffff]"
)


@lru_cache(maxsize=8192)
def escape(text: str) -> Markup:
    """The text on one line with every character that could act as mark-up as a numeric entity.

    Control characters and those that reorder text are dropped, runs of white space become one space.
    """
    line = folded(text)
    start = _AT_START.match(line)
    if start is None:
        return Markup(line.translate(_ACTIVE))
    end = start.end()
    return Markup(f"{line[: end - 1]}&#{ord(line[end - 1])};{line[end:].translate(_ACTIVE)}")


def folded(text: str) -> str:
    """The text on one line, without characters that cannot be seen."""
    return " ".join(_DROPPED.sub("", text).split())
