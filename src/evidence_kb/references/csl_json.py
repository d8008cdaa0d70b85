"""CSL variables of a source record as a valid CSL-JSON item: dates in parts, an id, nothing empty, a fixed order."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence

JsonValue = str | int | list["JsonValue"] | dict[str, "JsonValue"]
Item = dict[str, JsonValue]

NAME_VARIABLES = ("author", "editor", "translator", "collection-editor", "container-author")
DATE_VARIABLES = ("issued", "accessed", "event-date", "original-date", "submitted", "available-date")
TEXT_VARIABLES = (
    "title", "title-short", "container-title", "container-title-short", "collection-title", "collection-number",
    "volume", "issue", "page", "number", "edition", "version", "event-title", "event-place", "publisher",
    "publisher-place", "genre", "medium", "status", "language", "abstract", "DOI", "PMID", "PMCID", "ISBN", "ISSN",
    "URL", "note",
)  # fmt: skip
NAME_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")

_ISO_DATE = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")


def to_csl_json(identifier: str, csl: Mapping[str, object]) -> Item:
    """One source as a CSL-JSON item (CSL 1.0.2): `id` and `type` first, then names, dates and texts in a fixed order.

    Dates are ISO texts (`2001`, `2001-02`, `2001-02-03`, or two of them parted by `/`) or already CSL dates. Values
    that are empty and keys that CSL does not know are left out.
    """
    item: Item = {"id": identifier, "type": _text(csl.get("type")) or "document"}
    for variable in NAME_VARIABLES:
        if names := _names(csl.get(variable)):
            item[variable] = names
    for variable in DATE_VARIABLES:
        if date := to_csl_date(csl.get(variable)):
            item[variable] = date
    for variable in TEXT_VARIABLES:
        if text := _text(csl.get(variable)):
            item[variable] = text
    return item


def references(sources: Iterable[tuple[str, Mapping[str, object]]]) -> list[JsonValue]:
    """All sources as the content of a `references.json`, sorted by id."""
    return [to_csl_json(identifier, csl) for identifier, csl in sorted(sources, key=lambda source: source[0])]


def to_csl_date(value: object) -> dict[str, JsonValue] | None:
    """A date as CSL has it: `date-parts` for an ISO date or a range of two, `literal` for any other text."""
    if isinstance(value, Mapping):
        return _checked_date(value)
    text = _text(value)
    if not text:
        return None
    parts = [_date_parts(part) for part in text.split("/")]
    if len(parts) > 2 or not all(parts):
        return {"literal": text}
    return {"date-parts": [list(part) for part in parts if part]}


def _checked_date(value: Mapping[object, object]) -> dict[str, JsonValue] | None:
    """A CSL date whose years may be texts, as some reference managers write them, with numbers for them."""
    dates: list[JsonValue] = []
    given = value.get("date-parts")
    for date in given if isinstance(given, Sequence) and not isinstance(given, str) else ():
        numbers = [str(part) for part in date] if isinstance(date, Sequence) and not isinstance(date, str) else []
        parts = _date_parts("-".join([number.zfill(4 if not place else 2) for place, number in enumerate(numbers)]))
        if parts:
            dates.append(list(parts))
    if dates:
        return {"date-parts": dates[:2]}
    literal = _text(value.get("literal")) or _text(value.get("raw"))
    return {"literal": literal} if literal else None


def _date_parts(text: str) -> tuple[int, ...] | None:
    match = _ISO_DATE.fullmatch(text.strip())
    if match is None:
        return None
    parts = tuple(int(part) for part in match.groups() if part is not None)
    if parts[0] == 0 or (len(parts) > 1 and not 1 <= parts[1] <= 12):
        return None
    if len(parts) == 3 and not 1 <= parts[2] <= monthrange(parts[0], parts[1])[1]:
        return None
    return parts


def year_of(item: Item) -> str:
    """The year of publication as text, empty where none is known."""
    parts = issued_parts(item)
    return str(parts[0]) if parts else ""


def issued_parts(item: Item) -> tuple[int, ...]:
    """Year, month and day of publication, as far as they are known."""
    issued = item.get("issued")
    dates = issued.get("date-parts") if isinstance(issued, dict) else None
    first = dates[0] if isinstance(dates, list) and dates else None
    return tuple(part for part in first if isinstance(part, int)) if isinstance(first, list) else ()


def names_of(item: Item, variable: str) -> list[dict[str, str]]:
    """The names of one role, each as its parts."""
    names = item.get(variable)
    return [
        {part: text for part, text in name.items() if isinstance(text, str)}
        for name in (names if isinstance(names, list) else ())
        if isinstance(name, dict)
    ]


def text_of(item: Item, variable: str) -> str:
    """A text variable, empty where it is missing."""
    value = item.get(variable)
    return value if isinstance(value, str) else ""


def _names(value: object) -> list[JsonValue]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        return []
    names: list[JsonValue] = []
    for name in value:
        parts = {part: _text(name.get(part)) for part in NAME_PARTS} if isinstance(name, Mapping) else {}
        kept: dict[str, JsonValue] = {part: text for part, text in parts.items() if text}
        if kept.get("family"):
            kept.pop("literal", None)
            names.append(kept)
        elif kept.get("literal"):
            names.append({"literal": kept["literal"]})
        elif kept.get("given"):
            names.append({"literal": kept["given"]})
    return names


def _text(value: object) -> str:
    """The value as one line of text: runs of white space become one space, so that no line format can be broken."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in str(value)).split())
