"""The systems of codes that terms may carry, and what their codes look like."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

PATTERNS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "atc": re.compile(r"[A-Z](?:\d{2}(?:[A-Z](?:[A-Z](?:\d{2})?)?)?)?"),
        "doid": re.compile(r"DOID:\d{1,7}"),
        "icd10cm": re.compile(r"[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?"),
        "ichd3": re.compile(r"\d{1,2}(?:\.\d{1,2}){0,4}"),
        "loinc": re.compile(r"\d{1,7}-\d"),
        "mesh": re.compile(r"D\d{6}(?:\d{3})?|C\d{6}(?:\d{3})?"),
        "mondo": re.compile(r"MONDO:\d{7}"),
        "rxnorm": re.compile(r"[1-9]\d{0,7}"),
        "sevco": re.compile(r"SEVCO:\d{5}"),
        "stato": re.compile(r"STATO:\d{7}"),
        "ucum": re.compile(r"[!-~]{1,40}"),
        "unii": re.compile(r"[0-9A-Z]{10}"),
        "v3route": re.compile(r"[A-Z][A-Z0-9]{1,15}"),
    }
)

LOOKS_LIKE: Mapping[str, str] = MappingProxyType(
    {
        "atc": "a letter, then up to `X00XX00`",
        "doid": "`DOID:` and a number",
        "icd10cm": "`X00.0`",
        "ichd3": "numbers joined by full stops, such as `1.2`",
        "loinc": "a number, a hyphen and a check digit",
        "mesh": "D (or C) and six or nine digits",
        "mondo": "`MONDO:` and seven digits",
        "rxnorm": "a number without leading zeros",
        "sevco": "`SEVCO:` and five digits",
        "stato": "`STATO:` and seven digits",
        "ucum": "a unit without spaces",
        "unii": "ten capital letters and digits",
        "v3route": "capital letters",
    }
)

LICENSED: Mapping[str, str] = MappingProxyType(
    {
        "snomed": "SNOMED CT needs a licence of whoever passes it on",
        "sct": "SNOMED CT needs a licence of whoever passes it on",
        "meddra": "MedDRA needs a subscription",
        "edqm": "EDQM terms must not be passed on without its terms",
    }
)
