"""The fields of a record in words, straight from the schema: a new field is shown without a word of code."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from evidence_kb.records.dose import Dose
from evidence_kb.records.model import Model
from evidence_kb.records.references import Ref
from evidence_kb.records.walk import reference_fields
from evidence_kb.site.addresses import Link, Links
from evidence_kb.site.views.doses import dose_words
from evidence_kb.site.words import plain, sentence

LABELS = {
    "n": "People",
    "n_randomised": "Randomised",
    "n_analysed": "Analysed",
    "as_of": "State of the document",
    "i2": "I²",
    "q": "Q",
    "df": "Degrees of freedom",
    "tau2": "τ²",
    "p": "p",
    "about": "About",
    "for": "For",
    "unit": "Unit of analysis",
    "set": "Analysis set",
    "participants": "People",
    "body": "Issued by",
    "value": "Grade",
    "system": "Shown in",
    "boxed": "In a boxed warning",
    "complete": "List seen to its end",
    "by": "By",
    "sha256": "SHA-256",
}
# Words that the schema writes as one, and that are no words for readers.
VALUES = {
    "mitt": "modified intention-to-treat",
    "key-secondary": "key secondary",
    "co-primary": "co-primary",
    "post-hoc": "post hoc",
    "off-label": "off-label",
    "non-inferiority": "non-inferiority",
    "human-in-vivo": "people",
    "human-tissue": "human tissue",
    "animal-in-vivo": "animals",
    "animal-tissue": "animal tissue",
    "systematic-review": "systematic review",
    "sponsor-pooling": "pooled by the sponsor",
    "post-hoc-pooling": "pooled post hoc",
    "not-seen": "not seen",
    "not-reported": "not reported",
}

# Fields that need no label on a line of their own kind.
UNLABELLED = frozenset({"Term", "Printed", "What", "Grade", "Detail"})
# Field names of the schema as the parts of a paper that readers know.
PLACES = {"contrasts": "the comparison", "arms": "the arms", "analysis": "the analysis", "timepoint": "the time"}


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands under it."""

    label: str
    values: tuple[Link, ...]


def facts(record: Model, links: Links, skip: Collection[str] = ()) -> tuple[Fact, ...]:
    """Every field that the record gives and that is not left out, in the order of the schema."""
    found = []
    marks = reference_fields(type(record))
    for name, field in type(record).model_fields.items():
        key = field.alias or name
        value = getattr(record, name)
        if name not in record.model_fields_set or value in (None, ()) or key in skip:
            continue
        values = tuple(_values(value, marks.get(name), links))
        if values:
            found.append(Fact(label(key), values))
    return tuple(found)


def label(key: str) -> str:
    """The label of a field."""
    return LABELS.get(key) or sentence(key)


def worded(value: str) -> str:
    """A value of the schema in words."""
    return VALUES.get(value) or plain(value)


def _values(value: object, mark: Ref | None, links: Links) -> Iterator[Link]:
    if isinstance(value, bool):
        yield Link("yes" if value else "no")
    elif isinstance(value, Model):
        yield Link(described(value, links))
    elif isinstance(value, tuple):
        for item in value:
            yield from _values(item, mark, links)
    elif isinstance(value, dict):
        yield from (Link(f"{plain(str(key))}: {item}") for key, item in value.items())
    elif mark is not None:
        yield referred(mark.kinds, str(value), links)
    else:
        text = str(value)
        yield Link(worded(text) if text in VALUES or text.replace("-", "").isalpha() else text)


def described(model: Model, links: Links) -> str:
    """A value type on one line: as its kind is written, else its fields with their labels."""
    if isinstance(model, Dose):
        return dose_words(model)
    parts = []
    for fact in facts(model, links):
        words = ", ".join(link.text for link in fact.values)
        parts.append(words if fact.label in UNLABELLED else f"{fact.label.lower()} {words}")
    return "; ".join(parts)


def referred(kinds: tuple[str, ...], id: str, links: Links) -> Link:
    """A link to whatever an id refers to."""
    for kind in kinds:
        if kind == "claim":
            return links.claim(id)
        if kind == "question":
            return links.question(id)
        if kind == "source" and id in links.kb.sources:
            return links.source(id)
        if kind == "study" and id in links.kb.studies:
            return links.source(links.kb.studies[id][0].id)
        if (kind, id) in links.kb.terms:
            return links.term(kind, id)
    return Link(plain(id))


def missing_words(path: str) -> str:
    """A field that could not be seen, in words: `contrasts.p` is `p of the comparison`; other words stay."""
    parts = [part for part in path.split(".") if not part.isdigit()]
    if " " in path or len(parts) < 2 or not all(part.replace("_", "").isalnum() for part in parts):
        return plain(path) if "." not in path and " " not in path else path
    return " of ".join(
        [plain(part) if n == 0 else PLACES.get(part, plain(part)) for n, part in enumerate(reversed(parts))]
    )
