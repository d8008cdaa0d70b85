"""ISBN and ISSN, with their check digits."""

from __future__ import annotations

import re

from evidence_kb.identifiers import pasting
from evidence_kb.identifiers.outcome import Normalised, Outcome, Refused, shown

_ISBN_LABELS = ("urn:isbn:", "isbn-13", "isbn-10", "isbn13", "isbn10", "e-isbn", "eisbn", "isbn")
_ISSN_LABELS = ("urn:issn:", "e-issn", "p-issn", "issn-l", "issn-e", "eissn", "pissn", "issnl", "issn")
_ISSN_HOSTS = frozenset({"portal.issn.org", "issn.org", "urn.issn.org"})
_GROUPED = re.compile(r"[0-9X](?:[ -]?[0-9X]){0,24}")
_ISSN = re.compile(r"(?P<first>[0-9]{4})[ -]?(?P<second>[0-9]{3}[0-9X])")


def normalise_isbn(given: str) -> Outcome:
    """The ISBN as thirteen digits without hyphens: a ten-digit ISBN is turned into the thirteen-digit one.

    Two spellings of one book thus compare equal. Check digits: ISBN Users' Manual (International ISBN Agency),
    modulo 11 for ten digits, modulo 10 with weights 1 and 3 for thirteen. 979-0 is refused: it belongs to printed
    music (ISMN).
    """
    text = pasting.plain_separators(pasting.without_labels(pasting.trimmed(given), _ISBN_LABELS))
    text = pasting.trimmed(text).upper()
    digits = text.replace("-", "").replace(" ", "") if _GROUPED.fullmatch(text) else ""
    if _is_thirteen(digits):
        return Normalised("ISBN", given, digits)
    if _is_ten(digits):
        return Normalised("ISBN", given, _thirteen(digits))
    reason = f"{shown(given)} is not an ISBN: {_isbn_fault(digits)}."
    return Refused("ISBN", given, reason, _isbn_suggestion(given, digits))


def _is_thirteen(digits: str) -> bool:
    return len(digits) == 13 and digits.isdigit() and _has_book_prefix(digits) and _check_13(digits[:12]) == digits[12]


def _has_book_prefix(digits: str) -> bool:
    return digits.startswith("978") or (digits.startswith("979") and digits[3:4] != "0")


def _is_ten(digits: str) -> bool:
    return len(digits) == 10 and digits[:9].isdigit() and int(digits[:9]) > 0 and _check_11(digits[:9], 10) == digits[9]


def _thirteen(ten: str) -> str:
    return "978" + ten[:9] + _check_13("978" + ten[:9])


def _check_13(digits: str) -> str:
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return str(-total % 10)


def _check_11(digits: str, first_weight: int) -> str:
    """The check character modulo 11 with falling weights, as ISBN-10 and ISSN have it; X stands for ten."""
    remainder = -sum(int(digit) * (first_weight - place) for place, digit in enumerate(digits)) % 11
    return "X" if remainder == 10 else str(remainder)


def _isbn_fault(digits: str) -> str:
    if "X" in digits[:-1] or (len(digits) == 13 and "X" in digits):
        return "X may only stand as the last of ten characters"
    if len(digits) not in (10, 13):
        return "an ISBN has ten or thirteen digits, parted by single hyphens or spaces at most"
    if len(digits) == 13 and not _has_book_prefix(digits):
        return "thirteen digits must begin with 978 or 979 (979-0 is printed music)"
    if len(digits) == 10 and not digits[:9].strip("0"):
        return "all zeros are a placeholder"
    return "the check digit does not fit, so at least one digit is wrong"


def _isbn_suggestion(given: str, digits: str) -> str | None:
    """The ISBN where nine digits lack the leading zero of the old SBN, or where one ISBN stands among other words."""
    if len(digits) == 9 and _is_ten("0" + digits):
        return _thirteen("0" + digits)
    words = {pasting.plain_hyphens(pasting.trimmed(word)).upper().replace("-", "") for word in given.split()}
    found = sorted({*filter(_is_thirteen, words), *map(_thirteen, filter(_is_ten, words))})
    return found[0] if len(found) == 1 and not digits else None


def normalise_issn(given: str) -> Outcome:
    """The ISSN as `NNNN-NNNC`; the check character C is modulo 11 with weights 8 to 2 (ISO 3297), X for ten."""
    text = pasting.trimmed(given)
    found = pasting.opened(text, _ISSN_HOSTS, _ISSN_LABELS)
    text = "".join(found.segments[-1:]) if isinstance(found, pasting.Link) else found
    text = pasting.plain_separators(text).upper()
    match = _ISSN.fullmatch(text)
    if match is None:
        reason = f"{shown(given)} is not an ISSN: an ISSN is four digits, a hyphen, three digits and a digit or X."
        return Refused("ISSN", given, reason)
    digits = match["first"] + match["second"]
    if not digits.strip("0"):
        return Refused("ISSN", given, f"{shown(given)} is not an ISSN: all zeros are a placeholder.")
    if _check_11(digits[:7], 8) != digits[7]:
        reason = f"{shown(given)} is not an ISSN: the check digit does not fit, so at least one digit is wrong."
        return Refused("ISSN", given, reason)
    return Normalised("ISSN", given, f"{match['first']}-{match['second']}")
