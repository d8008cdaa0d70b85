"""Mistakes in the verdicts and links of an audit, as far as the links themselves show them."""

from __future__ import annotations

from random import Random

from seeded_faults.fault import Change, Operator, Spots, deleted_key, in_place
from seeded_faults.library_text import LibraryText, Spot, deleted, replaced


def _of(shape: str) -> Spots:
    return lambda library: library.of("audits", [shape])


def _statement(spot: Spot) -> Spot:
    return next(one for one in (spot, *spot.above) if one.shape == "statements.*")


def _stances(statement: Spot) -> list[tuple[str, bool]]:
    """The stance of every link of an audited statement, and whether it is direct."""
    claims = statement.below("claims")
    found = []
    for link in statement.file.spots:
        if claims is not None and link.parent is claims:
            stance, directness = link.below("stance"), link.below("directness")
            found.append((stance.scalar if stance else "", directness is None or directness.scalar == "direct"))
    return found


def _text(statement: Spot, name: str) -> str:
    below = statement.below(name)
    return below.scalar if below else ""


def shown_wrong(verdict: str, statement: Spot) -> bool:
    """Whether the links alone show that a verdict is wrong, by the list of verdicts in the contract."""
    links = _stances(statement)
    supports = [direct for stance, direct in links if stance == "supports"]
    against = ("contradicts", True) in links
    return {
        "not-checkable": bool(links),
        "not-assessed": bool(links),
        "contradicted": not against or any(supports),
        "unsupported": bool(supports),
        "indirect": not supports or any(supports),
        "overstated": not any(supports),
        "accurate": not any(supports) or against,
        "accurate-but-selective": not any(supports) or against,
        "outdated": not supports,
    }[verdict]


def _another_verdict(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    statement = _statement(spot)
    wrong = [v for v in (spot.meant.words if spot.meant else ()) if v != spot.scalar and shown_wrong(v, statement)]
    return in_place(spot, replaced(spot, random.choice(wrong))) if wrong else None


def _lone_support(library: LibraryText) -> list[Spot]:
    """The only support of a statement that nothing contradicts."""
    return [
        spot
        for spot in library.of("audits", ["statements.*.claims.*"])
        if _text(spot, "stance") == "supports"
        and [stance for stance, _ in _stances(_statement(spot))].count("supports") == 1
    ]


def _remove_link(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    shown = [below.line for name in ("verdict", "faults") if (below := _statement(spot).below(name))]
    return in_place(spot, deleted(spot) or replaced_list(spot), *shown)


def replaced_list(spot: Spot) -> str | None:
    """The file without the list of which this is the only item."""
    return deleted(spot.parent) if spot.parent else None


def _other_stance(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    stance, verdict = spot.below("stance"), _statement(spot).below("verdict")
    if stance is None or verdict is None:
        return None
    return in_place(stance, replaced(stance, "contradicts"), verdict.line)


def _searches(library: LibraryText) -> list[Spot]:
    return [
        s for s in library.of("audits", ["statements.*.searched"]) if _text(_statement(s), "verdict") == "unsupported"
    ]


def _without_search(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    verdict = _statement(spot).below("verdict")
    return in_place(spot, deleted(spot), verdict.line if verdict else 1)


def operators() -> tuple[Operator, ...]:
    """All operators of this kind."""
    verdicts = ("AU101", "AU102", "AU106")
    return (
        Operator("delete the stance of a link", _of("statements.*.claims.*.stance"), deleted_key, ("SC202",)),
        Operator("another verdict", _of("statements.*.verdict"), _another_verdict, verdicts, ("AU108", "AU107")),
        Operator("remove the only support", _lone_support, _remove_link, ("AU101", "AU105")),
        Operator("turn the only support round", _lone_support, _other_stance, ("AU101",)),
        Operator("delete a search", _searches, _without_search, ("AU102", "AU101")),
    )
