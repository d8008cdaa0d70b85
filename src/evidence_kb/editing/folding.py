"""Long and many-lined texts as block text: folded at spaces, or line by line."""

from __future__ import annotations

import re

_UNFIT = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


def folded(text: str, width: int) -> list[str] | None:
    """Header and lines of a folded block text (`>`), broken at single spaces; None where that would change it.

    Lines are at most `width` characters, unless one word is longer.
    """
    body, header = _ended(text, ">")
    if header is None or _UNFIT.search(body):
        return None
    lines: list[str] = []
    for paragraph in body.split("\n"):
        if lines:
            lines.append("")
        if paragraph != paragraph.strip():
            return None
        lines += _wrapped(paragraph, width)
    return [header, *lines] if all(lines[:1]) and lines[-1] else None


def literal(text: str) -> list[str] | None:
    """Header and lines of a literal block text (`|`); None where that would change it."""
    body, header = _ended(text, "|")
    lines = body.split("\n")
    if header is None or _UNFIT.search(body) or lines[0].startswith(" ") or not lines[0] or not lines[-1]:
        return None
    return None if any(line != line.rstrip() for line in lines) else [header, *lines]


def _ended(text: str, header: str) -> tuple[str, str | None]:
    """The text without its final newline, and the header that says whether there is one; None for several."""
    body = text.removesuffix("\n")
    if not body or body.endswith("\n"):
        return body, None
    return body, header if body != text else f"{header}-"


def _wrapped(paragraph: str, width: int) -> list[str]:
    # Only a single space between two words is a place to break: a fold gives back exactly one.
    words = re.split(r"(?<! ) (?! )", paragraph)
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
