"""Words of derived sentences: outcomes and interventions inside a sentence, numbers, lists."""

from __future__ import annotations

from collections.abc import Sequence

from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.term import Intervention, Outcome


def in_sentence(label: str) -> str:
    """A label inside a sentence: its first letter small, unless the word is an abbreviation or a name of letters."""
    first = label.split(" ", 1)[0]
    if len(first) > 1 and (first[1:] != first[1:].lower() or any(letter.isdigit() for letter in first)):
        return label
    return label[:1].lower() + label[1:]


def outcome_phrase(outcome: str, kb: KnowledgeBase) -> str:
    """An outcome as the object of a verb: `the number of people with pain relief`, `pain intensity`."""
    term = kb.term("outcomes", outcome)
    label = in_sentence(kb.label("outcomes", outcome))
    kind = term.kind if isinstance(term, Outcome) else ""
    if kind == "dichotomous":
        return f"the number of people with {label}" + ("," if "," in label else "")
    if kind == "time-to-event":
        return f"the {label}" if label.startswith("time to ") else f"the time to {label}"
    return label


def treatment_phrase(interventions: Sequence[str], kb: KnowledgeBase) -> str:
    """Interventions as a reader says them: `intravenous magnesium sulfate`, joined with `or`."""
    return listed([_treatment(term, kb) for term in interventions], "or")


def _treatment(term: str, kb: KnowledgeBase) -> str:
    label = in_sentence(kb.label("interventions", term))
    record = kb.term("interventions", term)
    if isinstance(record, Intervention) and record.control is not None:
        return label.partition(",")[0]
    name, comma, route = label.rpartition(", ")
    if comma and " " not in route:
        return f"{route} {name}"
    return label


def listed(parts: Sequence[str], conjunction: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`; parts that repeat are named once."""
    once = list(dict.fromkeys(part for part in parts if part))
    if len(once) < 2:
        return "".join(once)
    return f"{', '.join(once[:-1])} {conjunction} {once[-1]}"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """`1 study`, `5 studies`."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def capitalised(sentence: str) -> str:
    """The sentence with a capital first letter."""
    return sentence[:1].upper() + sentence[1:]
