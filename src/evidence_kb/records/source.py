"""A source: a publication, label, guideline or page, with what was verified of it."""

from __future__ import annotations

from typing import Annotated, Literal

from evidence_kb.records.appraisal import RiskOfBias, Trustworthiness
from evidence_kb.records.base import Entity
from evidence_kb.records.csl import Candidates, Csl
from evidence_kb.records.model import Model
from evidence_kb.records.references import SourceRef, StudyRef
from evidence_kb.records.scalars import AsTuple, DateText, Text
from evidence_kb.records.study import Study

Design = Literal[
    "randomized-controlled-trial",
    "non-randomized-trial",
    "cohort",
    "case-control",
    "cross-sectional",
    "case-series",
    "meta-analysis",
    "network-meta-analysis",
    "systematic-review",
    "umbrella-review",
    "pooled-analysis",
    "narrative-review",
    "guideline",
    "physiology-study",
    "laboratory",
    "drug-label",
    "regulatory-communication",
    "web-page",
    "news",
]


class Seen(Model):
    """A page that was opened, and what it showed."""

    url: Text
    """Its address."""
    shows: Annotated[tuple[Text, ...], AsTuple] = ()
    """What could be read there."""
    on: DateText | None = None
    """When it was opened."""


class Standing(Model):
    """Whether the publication still stands; a look at pages seen, not at a retraction database."""

    value: Literal[
        "no-notice-seen",
        "current",
        "corrected",
        "expression-of-concern",
        "retracted",
        "withdrawn",
        "superseded",
        "retired",
        "preprint",
        "not-established",
        "not-applicable",
    ]
    """The standing as far as seen."""
    by: SourceRef | None = None
    """The source that corrects or replaces it."""
    checked: DateText | None = None
    """When this was looked up."""
    note: Text | None = None
    """What was seen."""


class Source(Entity):
    """One publication; identifiers that nobody saw stand under `candidates`, never in `csl`."""

    csl: Csl
    """Bibliographic variables as shown on a page that was seen."""
    candidates: Candidates | None = None
    """Remembered values: to be checked, never exported."""
    design: Design
    """The design; it decides which types of claims the source may carry."""
    design_note: Text | None = None
    """What the design's name leaves out."""
    study: Study | None = None
    """The study reported, with its arms."""
    post_hoc_of: Annotated[tuple[StudyRef, ...], AsTuple] = ()
    """Studies whose data a pooled or later analysis uses."""
    includes: Annotated[tuple[StudyRef, ...], AsTuple] = ()
    """Studies of this library that a review includes, as far as seen."""
    standing: Standing
    """Corrections, retraction, succession."""
    checked: Annotated[tuple[Seen, ...], AsTuple] = ()
    """The pages that were opened, and what they showed."""
    limitations: Annotated[tuple[Text, ...], AsTuple] = ()
    """Limitations that a reader must know."""
    not_seen: Annotated[tuple[Text, ...], AsTuple] = ()
    """What could not be seen of it."""
    risk_of_bias: RiskOfBias | None = None
    """Risk of bias, where the full text was read for it."""
    trustworthiness: Trustworthiness | None = None
    """Trustworthiness of a trial by domain."""
