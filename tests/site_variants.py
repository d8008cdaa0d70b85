"""The invented library with more treatments, claims and questions, for tests of pages that compare treatments."""

from __future__ import annotations

from evidence_kb.loading.library import Loaded, load_files
from evidence_kb.store import StoredFile
from site_library import library

TERMS = """
glimmer:
  label: "Glimmer"
  substance: "glimmer"
  broader: [lights]
glimmer-iv:
  label: "Glimmer, intravenous"
  substance: "glimmer"
  route: drip
  broader: [glimmer]
glimmer-oxide-iv:
  label: "Glimmer oxide, intravenous"
  substance: "glimmer oxide"
  route: drip
  broader: [glimmer-iv]
glimmer-nasal:
  label: "Glimmer, nasal"
  substance: "glimmer"
  route: nasal
  broader: [glimmer]
shimmer:
  label: "Shimmer"
  substance: "shimmer"
shimmer-nasal:
  label: "Shimmer, nasal"
  substance: "shimmer"
  route: nasal
  broader: [shimmer]
light-any:
  label: "Light, any"
  broader: [lights]
placebo-iv:
  label: "Placebo, intravenous"
  control: placebo
"""
ROUTES = """
parenteral: {label: "Parenteral"}
intravenous: {label: "Intravenous", broader: [parenteral]}
drip: {label: "Drip", broader: [intravenous]}
nasal: {label: "Nasal"}
"""
RECOMMENDATION = """
type: recommendation
statement: "The society speaks of it."
citation: {{source: society-2024, read: abstract, locator: {{part: recommendation}}}}
intervention: [{term}]
purpose: acute
body: hiccup-society
direction: for
scheme: "Society scheme"
value: "{value}"
date: {date}
status: {{value: {status}}}
"""
SAFETY = """
type: safety
statement: "A label warns."
citation: {{source: {source}, read: {read}, locator: {{part: boxed-warning}}}}
intervention: [{term}]
jurisdiction: "EX"
kind: warning
items: [{{what: "glowing"}}]
as_of: 2030-01-05
"""
OUTCOME = """
  - outcome: {outcome}
    kind: {kind}
    importance: critical
    synthesis: {synthesis}
    body: [{body}]
    effect: benefit
    certainty: {certainty}
"""
RATED = (
    "{status: provisional, basis: abstracts, of: any-benefit, start: high, "
    "down: {imprecision: {levels: 1, reason: few}}, final: moderate}"
)
UNRATED = "{status: not-rated, basis: abstracts}"
QUESTION = """
question: "{text}"
pico: {{population: adults, conditions: [blue-hiccups], intervention: [{intervention}], comparator: [placebo-iv]{more}}}
search: {{method: targeted, on: 2031-05-04, where: "invented places"}}
headline: [hiccup-freedom]
outcomes: {outcomes}
guidance: [society-2024-glimmer]
"""


def changed(**more: str) -> list[StoredFile]:
    """The invented library with more terms, and with more files by path (`claims__x` is `claims/glimmer/x.yaml`)."""
    texts = {file.path: file.raw.decode() for file in library()}
    texts["vocabulary/interventions.yaml"] = TERMS
    texts["vocabulary/routes.yaml"] = ROUTES
    texts["vocabulary/drug-classes.yaml"] = 'lights: {label: "Lights"}\n'
    for name, text in more.items():
        kind, _, id = name.partition("__")
        folder = {"claims": "claims/glimmer", "questions": "questions"}[kind]
        texts[f"{folder}/{id.replace('_', '-')}.yaml"] = text
    claim = texts["claims/glimmer/glimmer-regimen.yaml"]
    texts["claims/glimmer/glimmer-regimen.yaml"] = claim.replace("route: intravenous", "route: drip")
    return [StoredFile(path, text.encode()) for path, text in sorted(texts.items())]


def read(files: list[StoredFile]) -> Loaded:
    """The files as a library without findings."""
    loaded = load_files(files)
    assert not loaded.findings, [str(finding) for finding in loaded.findings]
    return loaded


def asked(intervention: str, rows: list[str], more: str = "") -> str:
    """A question in adults with blue hiccups against placebo."""
    return QUESTION.format(text="Does it help?", intervention=intervention, outcomes="".join(rows), more=more)


def row(certainty: str, body: str = "", outcome: str = "hiccup-freedom", kind: str = "benefit") -> str:
    """One row of a question; without a body it has no study."""
    synthesis = "narrative" if body else "none"
    return OUTCOME.format(outcome=outcome, kind=kind, synthesis=synthesis, body=body, certainty=certainty)
