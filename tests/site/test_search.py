"""The index of the search: what it holds of each page, and what it leaves out."""

from __future__ import annotations

import json
from typing import Any

import pytest

from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.loading.library import load_files
from evidence_kb.site.pages.terms import claims_about, claims_naming, says_something
from evidence_kb.site.search_document import Document
from evidence_kb.site.search_index import KINDS, search_index
from evidence_kb.site.search_questions import question_documents
from evidence_kb.store import StoredFile
from site_library import library

SETTINGS = """
glow-ward: {label: Adults with blue hiccups, abbreviation: ABH}
attic: {label: Attic}
"""
CLASSES = """
lights: {label: Lights, synonyms: [mAbs, things that shine]}
unsaid: {label: "-gleamers"}
"""
CONDITIONS = """
blue-hiccups: {label: Blue hiccups, synonyms: [azure singultus]}
glow: {label: Glow}
kidney-glow: {label: Kidney glow, broader: [glow]}
unheard-of: {label: Unheard-of state}
"""


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    files = {file.path: file for file in library()}
    vocabularies = {"conditions": CONDITIONS, "settings": SETTINGS, "drug-classes": CLASSES}
    added = {f"vocabulary/{name}.yaml": text for name, text in vocabularies.items()}
    files |= {path: StoredFile(path, text.encode()) for path, text in added.items()}
    loaded = load_files(list(files.values()))
    assert not loaded.findings
    return loaded.kb


@pytest.fixture(scope="module")
def index(kb: KnowledgeBase) -> Any:
    text = search_index(kb).content.decode()
    return json.loads(text.removeprefix("window.kbSearch=").removesuffix(";\n"))


def documents(index: Any, kind: str) -> dict[str, int]:
    """The numbers of the documents of a kind by their addresses."""
    return {doc[2]: number for number, doc in enumerate(index["docs"]) if index["kinds"][doc[0]] == kind}


def weight(index: Any, word: str, number: int) -> int:
    postings: list[int] = index["words"].get(word, [])
    return dict(zip(postings[::2], postings[1::2], strict=True)).get(number, 0)


def test_every_document_says_something(index: Any) -> None:
    held = {number for postings in index["words"].values() for number in postings[::2]}
    assert held == set(range(len(index["docs"])))
    assert set(KINDS) >= {index["kinds"][doc[0]] for doc in index["docs"]}


def test_a_question_shows_its_answer_and_certainty(index: Any) -> None:
    for number in documents(index, "Question").values():
        outcome, _, answer = index["docs"][number][3].partition(": ")
        assert outcome
        assert "certainty" in answer.lower()


def test_a_circumstance_is_found_at_its_place_under_the_names_of_its_treatments(index: Any) -> None:
    found = documents(index, "Warnings")
    number = found["safety.html#conditions-kidney-glow"]
    assert index["docs"][number][3] == "Do not use: Glimmer, intravenous"
    assert weight(index, "kidney", number) > weight(index, "glimmer", number) > 0
    assert all(weight(index, word, number) for word in ("glm", "shine", "contraindication", "interaction"))
    assert "safety.html?drug=glimmer-iv" in found


def test_what_only_a_comparator_is_called_weighs_less(index: Any) -> None:
    number = documents(index, "Question")["questions/glimmer-v-placebo.html"]
    assert weight(index, "glimmer", number) == 10
    assert 0 < weight(index, "placebo", number) < 4


def test_a_statement_of_an_audit_is_found_at_its_place_with_its_verdict(index: Any) -> None:
    found = documents(index, "Statement")
    assert found
    for address, number in found.items():
        assert address.startswith("audits/glimmer-flyer.html#statement-")
        assert index["docs"][number][3]


def test_an_audit_is_found_by_what_people_call_such_documents(index: Any) -> None:
    (number,) = documents(index, "Audit").values()
    assert all(weight(index, word, number) for word in ("flyer", "brochure", "leaflet", "website", "clinic"))


def test_a_question_is_found_by_every_name_of_the_setting_that_it_names(index: Any) -> None:
    number = documents(index, "Question")["questions/glimmer-v-placebo.html"]
    assert weight(index, "abh", number)
    assert not weight(index, "attic", number)


def test_a_question_is_found_by_other_words_for_what_it_asks(kb: KnowledgeBase) -> None:
    files = [StoredFile(file.path, file.raw.replace(b"stop them", b"prevent them")) for file in library()]
    (document,) = question_documents(load_files(files).kb)
    assert document.words["prophylaxis"] == document.words["prevent"] == 10
    (document,) = question_documents(kb)
    assert "prophylaxis" not in document.words


def test_the_names_of_classes_that_names_of_drugs_may_end_with(index: Any) -> None:
    assert index["endings"] == ["gleamer", "light"]


def test_a_page_without_question_or_claim_is_no_result(kb: KnowledgeBase, index: Any) -> None:
    found = documents(index, "Condition")
    assert not says_something(kb, "conditions", "unheard-of")
    assert {"conditions/unheard-of.html", "conditions/kidney-glow.html"} & set(found) == {"conditions/kidney-glow.html"}


def test_a_warning_bears_on_the_terms_that_it_names_and_on_broader_ones(kb: KnowledgeBase) -> None:
    for id in ("kidney-glow", "glow"):
        assert not claims_about(kb, "conditions", id)
        assert [entry.id for entry in claims_naming(kb, "conditions", id)] == ["glimmer-kidney"]
    assert says_something(kb, "conditions", "glow")


def test_a_word_keeps_its_greatest_weight_and_words_that_say_nothing_are_left_out() -> None:
    document = Document("Page", "", "", "")
    document.add("Doses of the drug", 2)
    document.add("dose", 5)
    assert document.words == {"dose": 5, "drug": 2}
