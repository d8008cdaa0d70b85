"""Scalar types of the records: text, slugs, counts, flags, dates and printed figures.

The reader hands over every scalar as text (`Plain` where it was unquoted), so the type of a value is
decided here, by the field, and never by the YAML.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from evidence_kb.printed import Printed, parse
from evidence_kb.strict_yaml import Plain

SLUG = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
_SLUG = re.compile(SLUG)
_COUNT = re.compile(r"\d{1,9}")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")

# What an editor sees before the field decides: the YAML core schema makes numbers of unquoted digits.
_TEXT: dict[str, Any] = {"type": ["string", "number"]}
_ID: dict[str, Any] = {"type": ["string", "integer"], "pattern": SLUG, "maxLength": 120, "minimum": 0}
_WHOLE: dict[str, Any] = {"type": "integer", "minimum": 0, "maximum": 999_999_999}
_DAY: dict[str, Any] = {
    "type": ["string", "integer"],
    "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
    "minimum": 1,
    "maximum": 9999,
}
_PRINTED: dict[str, Any] = {
    "type": ["string", "number"],
    "pattern": r"^\s*(<=|>=|≤|≥|<|>|=)?\s*[-+−]?([0-9]{1,15}(\.[0-9]{1,15})?|\.[0-9]{1,15})\s*$",
}


def _scalar(value: object, expected: str) -> str:
    if isinstance(value, str):
        return value
    found = {dict: "a mapping", list: "a list", type(None): "nothing"}.get(type(value), type(value).__name__)
    raise PydanticCustomError(
        "scalar_type", "expects {expected}, found {found}", {"expected": expected, "found": found}
    )


def read_text(value: object) -> str:
    """Any scalar as its own characters."""
    return str(_scalar(value, "a text"))


def read_slug(value: object) -> str:
    """An id: lower-case words joined by hyphens."""
    text = str(_scalar(value, "an id"))
    if not _SLUG.fullmatch(text) or len(text) > 120:
        raise PydanticCustomError("slug", "expects an id of lower-case letters, digits and single hyphens")
    return text


def read_count(value: object) -> int:
    """A whole number of people, events or studies, written without quotes."""
    text = _scalar(value, "a whole number")
    if not isinstance(text, Plain) or not _COUNT.fullmatch(text):
        raise PydanticCustomError("count", "expects a whole number, written without quotes, signs or separators")
    return int(text)


def read_flag(value: object) -> bool:
    """`true` or `false`, nothing else: `yes`, `no` and quoted words are refused."""
    text = _scalar(value, "true or false")
    if not isinstance(text, Plain) or text not in ("true", "false"):
        raise PydanticCustomError("flag", "expects true or false, without quotes")
    return text == "true"


def read_date(value: object) -> str:
    """A year, month or day: `2026`, `2026-11`, `2026-11-22`."""
    text = str(_scalar(value, "a date"))
    match = _DATE.fullmatch(text)
    try:
        if match is None:
            raise ValueError
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        raise PydanticCustomError("date", "expects a date as YYYY, YYYY-MM or YYYY-MM-DD") from None
    return text


def read_printed(value: object) -> Printed:
    """A figure as printed; the characters are kept."""
    text = str(_scalar(value, "a figure"))
    if parse(text) is None:
        raise PydanticCustomError("printed", "expects a figure as printed, such as 86.6, -0.07 or <0.001")
    return Printed(text)


Text = Annotated[str, PlainValidator(read_text), WithJsonSchema(_TEXT)]
Slug = Annotated[str, PlainValidator(read_slug), WithJsonSchema(_ID)]
Count = Annotated[int, PlainValidator(read_count), WithJsonSchema(_WHOLE)]
Flag = Annotated[bool, PlainValidator(read_flag), WithJsonSchema({"type": "boolean"})]
DateText = Annotated[str, PlainValidator(read_date), WithJsonSchema(_DAY)]
Figure = Annotated[Printed, PlainValidator(read_printed), WithJsonSchema(_PRINTED)]


def _listed(value: object) -> object:
    if isinstance(value, list):
        return tuple(value)
    found = "a mapping" if isinstance(value, dict) else "nothing" if value is None else f"the text {str(value)!r}"
    raise PydanticCustomError("list_type", "expects a list, found {found}", {"found": found})


AsTuple = BeforeValidator(_listed)
