"""Warnings are found by the circumstance that they name: gathered, in blocks, and apart from what may happen."""

from __future__ import annotations

from evidence_kb.gate import check
from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.loading.library import load_files
from evidence_kb.site.circumstances import Circumstance, circumstances, harms
from evidence_kb.site.pages.safety import SafetyPage, make
from evidence_kb.site.source import Site
from evidence_kb.site.views.safety import CircumstanceView
from evidence_kb.store import StoredFile
from site_library import library

CONDITIONS = """
blue-hiccups: {label: Blue hiccups}
rare-hiccups: {label: Rare hiccups, broader: [blue-hiccups]}
glow: {label: Glow, synonyms: [radiance]}
kidney-glow: {label: Kidney glow, synonyms: [renal glow], broader: [glow]}
liver-glow: {label: Liver glow, broader: [glow]}
dust-allergy: {label: Allergy to dust}
"""
CLASSES = """
lights: {label: Lights}
lanterns: {label: Lanterns, synonyms: [paper lantern], broader: [lights]}
candles: {label: Candles, broader: [lights]}
"""
INTERVENTIONS = """
glimmer-iv: {label: Glimmer, abbreviation: GLM, synonyms: [shine drip], substance: glimmer, route: intravenous}
placebo-iv: {label: Placebo, control: placebo}
glimmer-slow: {label: Slow glimmer, substance: glimmer, route: intravenous, broader: [glimmer-iv]}
glimmer-gleam: {label: Glimmer with gleam, synonyms: [glimmer plus gleam], broader: [glimmer-iv], route: intravenous}
gleam: {label: Gleam, synonyms: [sheen], substance: gleam}
gleam-iv: {label: "Gleam, intravenous", substance: gleam, route: intravenous, broader: [gleam]}
beeswax-candle: {label: Beeswax candle, substance: beeswax, broader: [candles]}
beeswax-gleam: {label: Beeswax with gleam, broader: [beeswax-candle]}
"""
CLAIM = """
type: safety
statement: The label names {kind}.
citation: {{source: glimmer-label, read: label, locator: {{part: label-section}}}}
intervention: [{drug}]
jurisdiction: EX
kind: {kind}
items: [{items}]
as_of: 2030-01-05
{more}
"""


def knowledge(**claims: str) -> Site:
    """The invented library with these vocabularies and, besides its own, these warnings: `id="kind|items|more"`.

    A fourth part names their treatment where it is another.
    """
    files = {file.path: file for file in library()}
    vocabularies = {"conditions": CONDITIONS, "drug-classes": CLASSES, "interventions": INTERVENTIONS}
    added = {f"vocabulary/{name}.yaml": text for name, text in vocabularies.items()}
    for id, text in claims.items():
        kind, items, more, *drug = text.split("|")
        added[f"claims/glimmer/{id}.yaml"] = CLAIM.format(
            kind=kind, items=items, more=more, drug=drug[0] if drug else "glimmer-iv"
        )
    files |= {path: StoredFile(path, text.encode()) for path, text in added.items()}
    loaded = load_files(list(files.values()))
    assert not loaded.findings, [str(finding) for finding in loaded.findings]
    return Site(loaded, check(loaded))


def found(kb: KnowledgeBase, label: str) -> Circumstance:
    return next(each for each in circumstances(kb) if each.label == label)


def page(site: Site) -> SafetyPage:
    content = next(make(site)).content
    assert isinstance(content, SafetyPage)
    return content


def shown(site: Site, label: str) -> CircumstanceView:
    return next(view for group in page(site).groups for view in group.circumstances if view.name.text == label)


def test_terms_gather_under_the_narrowest_term_that_holds_them() -> None:
    kb = knowledge(a="contraindication|{what: liver glow, term: liver-glow}|").kb
    assert {"Glow", "Kidney glow", "Liver glow"} & {each.label for each in circumstances(kb)} == {"Glow"}
    assert [key[1] for key in found(kb, "Glow").included] == ["kidney-glow", "liver-glow"]
    assert found(kb, "Glow").anchor == "conditions-glow"
    assert {"radiance", "renal glow"} <= set(found(kb, "Glow").names)


def test_what_is_treated_gathers_nothing() -> None:
    kb = knowledge(a="contraindication|{what: rare hiccups, term: rare-hiccups}|").kb
    assert "Blue hiccups" not in found(kb, "Rare hiccups").names
    assert not [each for each in circumstances(kb) if each.label == "Blue hiccups"]


def test_a_class_of_drugs_is_found_by_its_members() -> None:
    kb = knowledge(a="interaction|{what: lanterns, term: lanterns}, {what: candles, term: candles}|").kb
    lights = found(kb, "Lights")
    assert lights.group == "drugs"
    assert {"paper lantern", "Beeswax candle", "beeswax"} <= set(lights.names)


def test_adverse_reactions_are_no_circumstances() -> None:
    kb = knowledge(a="adverse-reaction|{what: glow, term: glow}, {what: sneezing}|").kb
    assert {harm.label for harm in harms(kb)} == {"Glow", "Sneezing"}
    assert "Sneezing" not in {each.label for each in circumstances(kb)}


def test_an_effect_beside_a_circumstance_is_its_consequence() -> None:
    site = knowledge(a="renal|{what: kidney glow, term: kidney-glow}, {what: sparks, term: sparkles}|")
    assert not harms(site.kb)
    care = next(block for block in shown(site, "Kidney glow").blocks if block.heading == "Take care")
    assert care.warnings[0].consequence == "sparks"


def test_a_personal_warning_without_such_an_item_stands_under_its_kind() -> None:
    kb = knowledge(a="pregnancy|{what: sparks, term: sparkles}|").kb
    assert found(kb, "Pregnancy").group == "people"
    assert not harms(kb)


def test_what_is_monitored_stands_under_the_course_of_treatment() -> None:
    kb = knowledge(a="monitoring|{what: sparks, term: sparkles}|instruction: monitor").kb
    assert [each.claims[0].claim.id for each in circumstances(kb) if each.group == "course"] == ["a"]


def test_words_that_differ_in_case_alone_are_one_circumstance() -> None:
    kb = knowledge(a="precaution|{what: use by night}|", b="precaution|{what: Use by Night}|").kb
    nights = [each for each in circumstances(kb) if each.anchor == "use-use-by-night"]
    assert [len(each.claims) for each in nights] == [2]


def test_the_gravest_instruction_comes_first() -> None:
    site = knowledge(
        a="renal|{what: kidney glow, term: kidney-glow}|instruction: monitor",
        b="renal|{what: kidney glow, term: kidney-glow}|",
        c="contraindication|{what: kidney glow, term: kidney-glow}|",
    )
    blocks = shown(site, "Kidney glow").blocks
    assert [block.heading for block in blocks] == ["Do not use", "Monitor", "Take care"]
    assert [view.boxed for view in blocks[0].warnings] == ["boxed warning", ""]


def test_a_warning_is_found_by_every_name_of_its_treatment() -> None:
    warning = shown(knowledge(), "Kidney glow").blocks[0].warnings[0]
    assert {"GLM", "shine drip"} <= set(warning.drug_names.split("; "))
    assert warning.drugs == "glimmer-iv"


def test_the_page_names_what_was_read() -> None:
    assert [link.text for link in page(knowledge()).read] == ["Glimmer injection: prescribing information"]


def test_a_combination_lends_a_drug_none_of_its_names() -> None:
    site = knowledge(a="interaction|{what: candles, term: candles}|")
    warning = shown(site, "Kidney glow").blocks[0].warnings[0]
    assert "Slow glimmer" in warning.drug_names
    assert "gleam" not in warning.drug_names
    assert "Beeswax candle" in shown(site, "Candles").names
    assert "gleam" not in shown(site, "Candles").names


def test_a_class_tells_how_the_names_of_its_drugs_may_end() -> None:
    site = knowledge(a="interaction|{what: lanterns, term: lanterns}, {what: candles, term: candles}|")
    assert shown(site, "Lights").endings == "candle lantern light"
    assert shown(site, "Kidney glow").endings == ""
    assert page(site).classes == ("Lights", "Candles", "Lanterns")


def test_the_forms_of_a_substance_by_one_family_of_routes_are_one_treatment() -> None:
    site = knowledge(a="contraindication|{what: liver glow, term: liver-glow}||glimmer-slow")
    assert [(drug.id, drug.label) for drug in page(site).drugs] == [("glimmer-iv", "Glimmer")]
    assert [link.text for link in page(site).drugs[0].pages] == ["Glimmer", "Slow glimmer"]
    warnings = [warning for block in shown(site, "Glow").blocks for warning in block.warnings]
    assert {warning.drug[0].text: warning.drugs for warning in warnings} == {
        "Glimmer": "glimmer-iv",
        "Slow glimmer": "glimmer-iv",
    }


def test_the_page_names_the_substances_of_whose_label_nothing_was_read() -> None:
    assert [(each.drug.text, each.names) for each in page(knowledge()).unread] == [
        ("Beeswax candle", "Beeswax candle; beeswax"),
        ("Gleam", "Gleam; sheen; gleam"),
    ]
    site = knowledge(a="precaution|{what: use by night}||gleam-iv")
    assert [each.drug.text for each in page(site).unread] == ["Beeswax candle"]
