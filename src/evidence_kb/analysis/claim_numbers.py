"""The numbers that a claim holds, and the numbers of its statement or quote that it does not."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from evidence_kb.analysis.checks.durations import conversions
from evidence_kb.analysis.number_words import TextNumber, all_numbers, numbers, word_numbers
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.printed import Printed
from evidence_kb.records.base import Claim, Finding
from evidence_kb.records.contrast import Contrast
from evidence_kb.records.model import Model
from evidence_kb.records.references import Reference
from evidence_kb.records.walk import walk

SILENT = frozenset({"statement", "checks", "waivers", "aliases", "seen", "url", "quote", "not_seen", "not_reported"})
ALWAYS = frozenset({Fraction(95)})
"""The usual level of an interval needs no field of its own."""
LOOSE = frozenset({"half", "once", "twice", "thrice", "dozen"})
FIRST_WORD = 3
"""Words below this number (one, two, both) are too common to be figures."""


def missing_in_statement(claim: Claim, kb: KnowledgeBase) -> tuple[TextNumber, ...]:
    """Numbers of the statement that neither the claim nor its study holds, in their order."""
    held = held_numbers(claim, kb)
    found = [number for number in numbers(claim.statement) if number.value not in held]
    words = (number for number in word_numbers(claim.statement) if number.text.lower() not in LOOSE)
    found += [number for number in words if number.value >= FIRST_WORD and number.value not in held]
    return tuple(sorted(found, key=lambda number: number.at))


def missing_in_quote(claim: Claim, quote: str, kb: KnowledgeBase) -> tuple[TextNumber, ...]:
    """Numbers of a quoted passage, in digits, that the claim does not hold."""
    held = held_numbers(claim, kb)
    return tuple(number for number in numbers(quote) if number.value not in held)


def held_numbers(claim: Claim, kb: KnowledgeBase) -> frozenset[Fraction]:
    """Every number that the claim may speak of: its figures, texts and terms, its study, the claim on the whole."""
    found = set(ALWAYS) | set(_of_record(claim, kb))
    found |= set(_counts_of_lists(claim))
    found |= numbers_of_source(claim, kb)
    analysis = claim.analysis if isinstance(claim, Finding) else None
    whole = analysis.subgroup.whole if analysis is not None and analysis.subgroup is not None else None
    if whole is not None and whole in kb.claims and kb.claims[whole].record is not claim:
        found |= {value for value in _of_record(kb.claims[whole].record, kb) if value.denominator == 1}
    return frozenset(found)


def numbers_of_source(claim: Claim, kb: KnowledgeBase) -> frozenset[Fraction]:
    """Numbers of the study and the publication that a claim cites."""
    return frozenset().union(*(kb.once(_of_source, citation.source) for citation in claim.citations))


def _of_source(kb: KnowledgeBase, id: str) -> frozenset[Fraction]:
    source = kb.sources.get(id)
    if source is None:
        return frozenset()
    study = source.record.study
    found = set(_of_record(study, kb)) if study is not None else set()
    found |= all_numbers(f"{source.record.csl.issued or ''} {source.record.csl.title or ''}")
    found |= all_numbers(source.record.design_note or "")
    return frozenset(found)


def _of_record(record: Model, kb: KnowledgeBase) -> Iterator[Fraction]:
    for node in walk(record):
        value = node.value
        if SILENT.intersection(part for part in node.path if isinstance(part, str)):
            continue
        if isinstance(value, Reference):
            yield from all_numbers(value.id.replace("-", " "))
            for kind in value.kinds:
                if (kind, value.id) in kb.terms:
                    yield from all_numbers(kb.label(kind, value.id))
            continue
        for name, content in value.parts():
            if name not in SILENT:
                yield from _of_content(content)
        if isinstance(value, Contrast) and value.unit in ("1", None):
            yield from _as_points(value)


def _of_content(content: object) -> Iterator[Fraction]:
    if isinstance(content, Printed):
        number = content.number
        if number is not None:
            yield abs(number.value)
    elif isinstance(content, bool):
        return
    elif isinstance(content, int):
        yield Fraction(content)
    elif isinstance(content, str):
        yield from all_numbers(content.replace("-", " "))
        yield from all_numbers(content)
        yield from conversions(content)
    elif isinstance(content, tuple):
        for item in content:
            if not isinstance(item, Model):
                yield from _of_content(item)
    elif isinstance(content, dict):
        for key, value in content.items():
            yield from _of_content(key)
            yield from _of_content(value)


def _as_points(contrast: Contrast) -> Iterator[Fraction]:
    """A difference of shares may be told in points: 0.36 as 36."""
    interval = contrast.interval
    for figure in (contrast.value, interval.low if interval else None, interval.high if interval else None):
        number = figure.number if figure is not None else None
        if number is not None and contrast.measure in ("risk_difference", "percent_difference"):
            yield abs(number.value) * 100


def _counts_of_lists(claim: Claim) -> Iterator[Fraction]:
    """How many arms, contrasts, conditions or items there are, and the people in all arms together."""
    for name in ("arms", "contrasts", "conditions", "items", "options", "includes", "intervention", "about"):
        content = getattr(claim, name, None)
        if isinstance(content, tuple):
            yield Fraction(len(content))
    sizes = [getattr(arm, "n", None) for arm in getattr(claim, "arms", ())]
    if sizes and None not in sizes:
        yield Fraction(sum(size for size in sizes if size is not None))
