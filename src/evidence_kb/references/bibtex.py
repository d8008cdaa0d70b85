"""References as BibTeX, with everything that TeX would take for a command escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from evidence_kb.references.csl_json import Item, issued_parts, names_of, text_of, to_csl_json

_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "review": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
_CONTAINERS = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
_PUBLISHERS = {"techreport": "institution", "phdthesis": "school"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TEXTS = (
    ("volume", "volume"), ("issue", "number"), ("number", "number"), ("edition", "edition"),
    ("collection-title", "series"), ("publisher-place", "address"), ("genre", "type"), ("language", "language"),
    ("ISBN", "isbn"), ("ISSN", "issn"), ("note", "note"),
)  # fmt: skip
# BibTeX counts braces even behind a backslash, so those of a title become commands.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "%": r"\%",
        "&": r"\&",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
# In addresses and DOIs the signs must stay; only braces would break the entry.
_VERBATIM = str.maketrans({"{": "%7B", "}": "%7D"})


def to_bibtex(sources: Iterable[tuple[str, Mapping[str, object]]]) -> str:
    """All sources as one BibTeX text in UTF-8, sorted by id, which is also the citation key.

    Titles stand in double braces, so that no style changes their capitals.
    """
    ordered = sorted(sources, key=lambda source: source[0])
    return "\n".join(_entry(to_csl_json(identifier, csl)) for identifier, csl in ordered)


def _entry(item: Item) -> str:
    kind = _TYPES.get(text_of(item, "type"), "misc")
    fields: dict[str, str] = {}
    for name, value in _fields(item, kind):
        fields.setdefault(name, value)
    body = "".join(f"  {name} = {value},\n" for name, value in fields.items())
    return f"@{kind}{{{text_of(item, 'id')},\n{body}}}\n"


def _fields(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    for role in ("author", "editor"):
        if names := names_of(item, role):
            yield role, "{" + " and ".join(map(_name, names)) + "}"
    if title := text_of(item, "title"):
        yield "title", "{{" + title.translate(_ESCAPES) + "}}"
    if container := text_of(item, "container-title"):
        yield _CONTAINERS.get(kind, "howpublished"), _braced(container)
    if parts := issued_parts(item):
        yield "year", _braced(str(parts[0]))
        if len(parts) > 1:
            yield "month", _MONTHS[parts[1] - 1]
    if publisher := text_of(item, "publisher"):
        yield _PUBLISHERS.get(kind, "publisher"), _braced(publisher)
    if page := text_of(item, "page"):
        yield "pages", _braced(page.replace("-", "--"))
    for variable, field in _TEXTS:
        if text := text_of(item, variable):
            yield field, _braced(text)
    for variable, field in (("DOI", "doi"), ("PMID", "pmid"), ("PMCID", "pmcid"), ("URL", "url")):
        if text := text_of(item, variable):
            yield field, "{" + text.translate(_VERBATIM) + "}"


def _braced(text: str) -> str:
    return "{" + text.translate(_ESCAPES) + "}"


def _name(name: Mapping[str, str]) -> str:
    """`von Family, Suffix, Given`; an institution is one word in braces."""
    if "literal" in name:
        return _braced(name["literal"])
    family = " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family"))))
    parts = filter(None, (family, name.get("suffix"), name.get("given")))
    return ", ".join(part.translate(_ESCAPES) for part in parts)
