"""Mistakes in dates, identifiers, codes, links and waivers, which rules find."""

from __future__ import annotations

from random import Random

from seeded_faults.fault import Change, Operator, Spots, deleted_key, in_place
from seeded_faults.library_text import LibraryText, Spot, renamed, replaced

# The finding that the waiver was to answer stands again.
ANY_RULE = ("FG", "CT", "IX", "CU", "RF", "VC", "WD", "GR", "AU")
LINKS = ("statements.*.claims.*", "outcomes.*.body.*")


def _of(kind: str, *shapes: str) -> Spots:
    return lambda library: library.of(kind, shapes)


def _future(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    return in_place(spot, replaced(spot, "2031-05-01"))


def _seen_dates(library: LibraryText) -> list[Spot]:
    """Dates of what happened: of looking, reading, printing."""
    names = ("checked", "on", "as_of", "captured", "issued", "accessed", "published", "updated")
    return [
        s
        for s in library.spots
        if s.meant and s.meant.kind == "date" and s.name in names and s.file.kind != "library.yaml"
    ]


def _code_without_a_digit(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    digits = [i for i, char in enumerate(spot.scalar) if char.isdigit()]
    at = random.choice(digits)
    raw = spot.file.text[spot.value.start_mark.index : spot.value.end_mark.index]
    quote = raw[0] if raw[0] in "\"'" else ""
    return in_place(spot, replaced(spot, f"{quote}{spot.scalar[:at]}{spot.scalar[at + 1 :]}{quote}"))


def _fixed_length_codes(library: LibraryText) -> list[Spot]:
    """Codes whose systems say how long they are. An ATC code two characters shorter is that of a group."""
    return [s for s in library.of("vocabulary", ["*.codes.mesh", "*.codes.atc", "*.codes.unii", "*.codes.mondo"])
            if s.name == "mesh" or s.name in ("unii", "mondo") or len(s.scalar) == 7]  # fmt: skip


def _codes(library: LibraryText) -> list[Spot]:
    return [spot for spot in library.spots if spot.shape.startswith("*.codes.") and spot.file.kind == "vocabulary"]


def _unknown_system(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    return in_place(spot, renamed(spot, random.choice((spot.name + "s", "snomed", "cas", spot.name.upper() + "x"))))


def _code_of_another_term(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    others = [
        one
        for one in spot.file.spots
        if one.name == spot.name and one.shape == spot.shape and one.scalar != spot.scalar
    ]
    if not others:
        return None
    other = random.choice(others)
    return in_place(spot, replaced(spot, f'"{other.scalar}"'), other.line)


def _identifiers(library: LibraryText) -> list[Spot]:
    return library.of("sources", ["csl.DOI", "csl.PMID", "csl.PMCID", "csl.ISBN", "csl.ISSN", "study.registration.*"])


def _break_identifier(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    """A slip that a form or a checksum shows: a changed digit of a PMID or DOI is another well-formed one."""
    value, kind = spot.scalar, spot.name or "registration"
    digits = [i for i, char in enumerate(value) if char.isdigit()]
    at = random.choice(digits)
    without = value[:at] + value[at + 1 :]
    wrong = {
        "DOI": random.choice(
            (value[1:], value.replace("/", " ", 1), value.replace("10.", "1O.", 1), value.split("/")[0])
        ),
        "PMID": random.choice((value[:-1] + "x", value + " 1", f"{value}{value}")),
        "PMCID": random.choice((value.replace("PMC", "PCM"), value + "x", "PMC")),
        "ISBN": without,
        "ISSN": without,
    }.get(kind, random.choice((without, value[1:])) if value.startswith("NCT") else None)
    return in_place(spot, replaced(spot, f'"{wrong}"')) if wrong else None


def _addresses(library: LibraryText) -> list[Spot]:
    shapes = (
        "csl.URL",
        "checked.*.url",
        "citation.seen",
        "citations.*.seen",
        "citation.via.url",
        "citations.*.via.url",
    )
    return [spot for spot in library.spots if spot.shape in shapes and spot.scalar.startswith("http")]


def _break_address(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    value = spot.scalar
    wrong = random.choice(
        (value.replace("http", "htp", 1), value.replace("://", ":/", 1), value.replace("://", "", 1), f"see {value}")
    )
    return in_place(spot, replaced(spot, f'"{wrong}"'))


def _links(library: LibraryText) -> list[Spot]:
    return [s for s in library.spots if s.shape in LINKS and s.file.kind in ("audits", "questions")]


def _indirect_without_reason(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    claim = spot.below("claim")
    if claim is None or spot.below("directness"):
        return None
    end = claim.value.end_mark.index
    text = spot.file.text
    indent = " " * (claim.start - text.rfind("\n", 0, claim.start) - 1)
    more = ", directness: indirect" if claim.flow else f"\n{indent}directness: indirect"
    return in_place(claim, text[:end] + more + text[end:], claim.line + 1)


def _named(name: str) -> Spots:
    return lambda library: [s for s in library.spots if s.name == name and s.parent in set(_links(library))]


def _headline(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    rows = {one.scalar for one in spot.file.spots if one.shape == "outcomes.*.outcome"}
    others = [id for id in library.terms("outcomes") if id not in rows]
    return in_place(spot, replaced(spot, random.choice(others)))


def _unknown_rule(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    return in_place(spot, replaced(spot, random.choice(("FG999", "FG2O3", "percent-impossible"))))


def _waived(name: str) -> Spots:
    return lambda library: [spot for spot in library.spots if spot.shape == f"waivers.*.{name}"]


def _no_reason(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    return in_place(spot, replaced(spot, '""'))


def operators() -> tuple[Operator, ...]:
    """All operators of this kind."""
    of_links = _named("directness")
    reasons = _of("questions", "outcomes.*.certainty.down.*.reason", *(
        f"outcomes.*.certainty.down.{name}.reason"
        for name in ("risk_of_bias", "inconsistency", "indirectness", "imprecision", "publication_bias")))  # fmt: skip
    return (
        Operator("a date in the future", _seen_dates, _future, ("CU109", "CU110")),
        Operator("a digit of a code dropped", _fixed_length_codes, _code_without_a_digit, ("VC102",)),
        Operator("a code of an unknown system", _codes, _unknown_system, ("VC101",)),
        Operator("the code of another term", _codes, _code_of_another_term, ("VC103",)),
        Operator("break an identifier", _identifiers, _break_identifier, ("IX101", "IX102", "IX103")),
        Operator("break an address", _addresses, _break_address, ("IX106", "IX101")),
        Operator("indirect without a reason", _links, _indirect_without_reason, ("RF119",)),
        Operator("delete the reasons for being indirect", _named("indirect_because"), deleted_key, ("RF119",)),
        Operator("delete that a link is indirect", of_links, deleted_key, ("RF119",)),
        Operator("delete why a claim is context", _named("why"), deleted_key, ("RF118",)),
        Operator("delete the reason of a step", reasons, deleted_key, ("SC202", "GR103")),
        Operator("a headline without a row", _of("questions", "headline.*"), _headline, ("RF116",)),
        Operator("a waiver of an unknown rule", _waived("rule"), _unknown_rule, ("WV101",), ANY_RULE),
        Operator("a waiver without a reason", _waived("reason"), _no_reason, ("WV103",), ANY_RULE),
    )  # fmt: skip
