"""References as RIS, which every reference manager reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from evidence_kb.references.csl_json import Item, issued_parts, names_of, text_of, to_csl_json

_TYPES = {
    "article-journal": "JOUR",
    "review": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry-encyclopedia": "ENCYC",
    "legislation": "STAT",
    "paper-conference": "CONF",
    "pamphlet": "PAMP",
    "report": "RPRT",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
    "post": "ELEC",
    "post-weblog": "BLOG",
}
_TEXTS = (
    ("title", "TI"), ("title-short", "ST"), ("container-title", "T2"), ("collection-title", "T3"), ("volume", "VL"),
    ("issue", "IS"), ("edition", "ET"), ("number", "M1"), ("genre", "M3"), ("publisher", "PB"),
    ("publisher-place", "CY"), ("language", "LA"), ("DOI", "DO"), ("URL", "UR"), ("note", "N1"),
)  # fmt: skip


def to_ris(sources: Iterable[tuple[str, Mapping[str, object]]]) -> str:
    """All sources as one RIS text, sorted by id, one empty line between records.

    PMID and PMCID have no tag of their own: they stand in `AN` and `C2`, where PubMed's own RIS has them.
    """
    ordered = sorted(sources, key=lambda source: source[0])
    return "\n".join("".join(_lines(to_csl_json(identifier, csl))) for identifier, csl in ordered)


def _lines(item: Item) -> Iterator[str]:
    yield _line("TY", _TYPES.get(text_of(item, "type"), "GEN"))
    yield _line("ID", text_of(item, "id"))
    for variable, tag in (("author", "AU"), ("editor", "ED")):
        for name in names_of(item, variable):
            yield _line(tag, _name(name))
    if parts := issued_parts(item):
        yield _line("PY", f"{parts[0]:04}")
        yield _line("DA", "/".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])] + [""] * (4 - len(parts))))
    for variable, tag in _TEXTS:
        if text := text_of(item, variable):
            yield _line(tag, text)
    if page := text_of(item, "page"):
        first, mark, last = page.partition("-")
        yield _line("SP", first.strip())
        if mark:
            yield _line("EP", last.strip())
    if serial := text_of(item, "ISBN") or text_of(item, "ISSN"):
        yield _line("SN", serial)
    for variable, tag in (("PMID", "AN"), ("PMCID", "C2")):
        if text := text_of(item, variable):
            yield _line(tag, text)
    yield "ER  - \n"


def _line(tag: str, text: str) -> str:
    return f"{tag}  - {text}\n"


def _name(name: Mapping[str, str]) -> str:
    """`Family, Given, Suffix`; an institution ends in a comma so that no reader takes its words for names."""
    if "literal" in name:
        return name["literal"] if "," not in name["literal"] else name["literal"] + ","
    family = " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family"))))
    return ", ".join(filter(None, (family, name.get("given"), name.get("suffix"))))
