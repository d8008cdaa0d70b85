"""Mistakes in what points at something: sources, claims, terms, arms, and the files behind them."""

from __future__ import annotations

from pathlib import PurePosixPath
from random import Random

from evidence_kb.records.references import TERM_KINDS
from seeded_faults.fault import Change, Operator, Spots, in_place, misspelt
from seeded_faults.library_text import LibraryText, Spot, deleted, renamed, replaced

CITED = ("citation.source", "citations.*.source")
ARMS = ("arms.*.arm", "arms.*")


def _pointing(*kinds: str) -> Spots:
    return lambda library: [
        spot
        for spot in library.spots
        if spot.scalar and spot.meant is not None and set(spot.meant.refers_to) & set(kinds)
    ]


def _misspell(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    wrong = misspelt(spot.scalar, random)
    known = {*library.ids("sources"), *library.ids("claims"), *library.ids("questions")}
    if wrong in known or any(wrong in library.terms(kind) for kind in TERM_KINDS):
        return None
    return in_place(spot, replaced(spot, wrong))


def _other_source(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    """Another source of the library: shown by arms that it lacks, or by a page that was not opened for it."""
    other = random.choice([id for id in library.ids("sources") if id != spot.scalar])
    there, seen = library.source(other), spot.sibling("seen")
    if there is None:
        return None
    pages = {one.scalar for one in there.spots if one.shape == "checked.*.url"}
    arms = {one.scalar for one in there.spots if one.shape == "study.arms.*.id"}
    own = {one.scalar for one in spot.file.spots if one.shape in ARMS and one.scalar and one.name in ("arm", "")}
    if (seen is None or seen.scalar in pages) and not own - arms:
        return None
    shows = [one.line for one in spot.file.spots if one.shape in ARMS] + ([seen.line] if seen else [])
    return in_place(spot, replaced(spot, other), *shows)


def _term_of_another_kind(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    kinds = set(spot.meant.refers_to) if spot.meant else set()
    foreign = [id for kind in TERM_KINDS if kind not in kinds for id in library.terms(kind)]
    own = {id for kind in kinds for id in library.terms(kind)}
    foreign = [id for id in foreign if id not in own]
    return in_place(spot, replaced(spot, random.choice(foreign))) if foreign else None


def _files(kind: str) -> Spots:
    """The first key of every file that another file names."""

    def found(library: LibraryText) -> list[Spot]:
        return [
            file.spots[0]
            for file in library.files.values()
            if file.kind == kind and any(s.file is not file for s in library.mentions.get(file.id, ()))
        ]

    return found


def _delete_file(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    return Change(spot.file.path, {spot.file.path: None}, word=spot.file.id)


def _rename_file(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    new = str(PurePosixPath(spot.file.path).with_name(f"{misspelt(spot.file.id, random)}.yaml"))
    return Change(spot.file.path, {spot.file.path: None, new: spot.file.text}, word=spot.file.id)


def _copy_file(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    path = PurePosixPath(spot.file.path)
    topics = {PurePosixPath(other).parent for other in library.files if other.startswith("claims/")}
    topic = random.choice(sorted(topics - {path.parent}))
    new = str(topic / path.name)
    second = max(new, spot.file.path)
    return Change(second, {new: spot.file.text}, frozenset({1}))


def _used_terms(library: LibraryText) -> list[Spot]:
    return [
        spot
        for spot in library.spots
        if spot.file.kind == "vocabulary"
        and spot.parent is None
        and spot.name in library.mentions
        and sum(spot.name in library.terms(kind) for kind in TERM_KINDS) == 1
    ]


def _delete_term(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    text = deleted(spot)
    return None if text is None else Change(spot.file.path, {spot.file.path: text}, word=spot.name)


def _rename_term(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    return Change(spot.file.path, {spot.file.path: renamed(spot, misspelt(spot.name, random))}, word=spot.name)


def _claim_arms(library: LibraryText) -> list[Spot]:
    """Arms of claims whose source describes its arms."""
    return [
        spot
        for spot in library.of("claims", ARMS)
        if spot.scalar and (source := library.source(spot.file.value("citation.source"))) and source.spot("study.arms")
    ]


def _another_arm(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    return in_place(spot, replaced(spot, misspelt(spot.scalar, random)))


def _arm_twice(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    others = [one for one in _arms_beside(spot) if one is not spot]
    return in_place(spot, replaced(spot, others[0].scalar), others[0].line) if others else None


def _arms_beside(spot: Spot) -> list[Spot]:
    return [one for one in spot.file.spots if one.shape == spot.shape and one.scalar]


def _study_arms(library: LibraryText) -> list[Spot]:
    """Arms of sources that claims name."""
    named: dict[str, set[str]] = {}
    for spot in library.of("claims", ARMS):
        named.setdefault(spot.file.value("citation.source"), set()).add(spot.scalar)
    return [
        spot for spot in library.of("sources", ["study.arms.*.id"]) if spot.scalar in named.get(spot.file.id, set())
    ]


def _remove_study_arm(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    text = deleted(spot.parent) if spot.parent else None
    return None if text is None else Change(spot.file.path, {spot.file.path: text}, word=spot.scalar)


def _rename_study_arm(spot: Spot, library: LibraryText, random: Random) -> Change | None:
    text = replaced(spot, misspelt(spot.scalar, random))
    return Change(spot.file.path, {spot.file.path: text}, word=spot.scalar)


def _sides(library: LibraryText) -> list[Spot]:
    return [
        spot
        for spot in library.of("claims", ["contrasts.*.of", "contrasts.*.versus"])
        if (kind := spot.sibling("kind"))
        and kind.scalar in ("between-arms", "between-periods")
        and _has_arms(spot, library)
    ]


def _has_arms(spot: Spot, library: LibraryText) -> bool:
    source = library.source(spot.file.value("citation.source"))
    return spot.file.spot("arms") is not None or (
        source is not None and source.spot("study.arms") is not None and spot.file.value("type") == "comparison"
    )


def operators() -> tuple[Operator, ...]:
    """All operators of this kind."""
    cited = lambda library: library.of("claims", CITED)  # noqa: E731
    nobody = ("RF105", "RF106")
    claims, sources = _files("claims"), _files("sources")
    broken = ("RF101",)
    elsewhere = ("CT108", "RF103", "CU105", "WD", *nobody)
    return (
        Operator("misspell a source", _pointing("source"), _misspell, broken),
        Operator("misspell a claim", _pointing("claim"), _misspell, broken),
        Operator("misspell a question", _pointing("question"), _misspell, broken),
        Operator("misspell a study", _pointing("study"), _misspell, broken),
        Operator("misspell a term", _pointing(*TERM_KINDS), _misspell, broken),
        Operator("another source", cited, _other_source, ("RF102", "CT116"), elsewhere, many=True),
        Operator("a term of another kind", _pointing(*TERM_KINDS), _term_of_another_kind, broken, nobody),
        Operator("delete a source file", sources, _delete_file, broken, nobody, many=True),
        Operator("delete a claim file", claims, _delete_file, broken, nobody, many=True),
        Operator("rename a source file", sources, _rename_file, broken, many=True),
        Operator("rename a claim file", claims, _rename_file, broken, many=True),
        Operator("rename a question file", _files("questions"), _rename_file, broken, many=True),
        Operator("one claim in two topics", lambda library: [
            file.spots[0] for file in library.files.values() if file.kind == "claims"], _copy_file, ("ID102",)),
        Operator("delete a term in use", _used_terms, _delete_term, broken, nobody, many=True),
        Operator("rename a term in use", _used_terms, _rename_term, broken, many=True),
        Operator("misspell an arm", _claim_arms, _another_arm, ("RF102",)),
        Operator("an arm twice", _claim_arms, _arm_twice, ("RF104",), ("WD107", "CT118", "FG106")),
        Operator("remove an arm of a study", _study_arms, _remove_study_arm, ("RF102",), ("FG108",), many=True),
        Operator("rename an arm of a study", _study_arms, _rename_study_arm, ("RF102",), many=True),
        Operator("misspell a side of a contrast", _sides, _another_arm, ("RF103",)),
    )  # fmt: skip
