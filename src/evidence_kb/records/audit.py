"""An audit: a public document, statement by statement, against the evidence."""

from __future__ import annotations

from typing import Annotated, Literal

from evidence_kb.records.base import Entity
from evidence_kb.records.links import Links
from evidence_kb.records.model import Model
from evidence_kb.records.references import ClaimRef
from evidence_kb.records.review import Checks
from evidence_kb.records.scalars import AsTuple, DateText, Flag, Text

Verdict = Literal[
    "accurate",
    "accurate-but-selective",
    "overstated",
    "indirect",
    "outdated",
    "contradicted",
    "unsupported",
    "not-assessed",
    "not-checkable",
]
Fault = Literal[
    "no-control-group",
    "mixed-conditions",
    "wrong-denominator",
    "relief-as-freedom",
    "wrong-timepoint",
    "subgroup-as-whole",
    "range-endpoint-unsourced",
    "wrong-route",
    "other-disease",
    "deficiency-as-treatment",
    "surrogate",
    "animal-or-in-vitro",
    "contrary-evidence-omitted",
    "harm-omitted",
    "no-difference-as-equal",
    "superseded",
    "misattributed",
    "no-source",
]


class Document(Model):
    """The document that is audited."""

    title: Text
    """Its title, or a description."""
    kind: Text
    """What kind of document."""
    audience: Text
    """For whom it is written."""
    publisher: Text | None = None
    """Who published it, where seen."""
    published: DateText | None = None
    """When."""
    updated: DateText | None = None
    """Last update as printed."""
    captured: DateText
    """When the text was taken."""
    sha256: Text | None = None
    """Fingerprint of the text."""
    left_out: Text | None = None
    """What was not audited."""


class Searched(Model):
    """A search for support of a statement."""

    on: DateText
    """When."""
    where: Text
    """Where."""
    result: Text
    """What came of it."""


class Statement(Model):
    """One fact that the document states, with its verdict."""

    id: Text
    """Id inside the audit (`A18`)."""
    locator: Text
    """Where it stands in the document."""
    implied: Flag | None = None
    """True where it is implied and not said."""
    kind: Literal[
        "effect",
        "safety",
        "comparison",
        "mechanism",
        "regimen",
        "recommendation",
        "regulatory",
        "procedure",
        "definition",
        "advice",
    ]
    """What kind of statement."""
    says: Text
    """The statement in other words."""
    figures: Annotated[tuple[Text, ...], AsTuple] = ()
    """Figures as the document prints them."""
    verdict: Verdict
    """The verdict; it must be borne out by the links."""
    true_until: DateText | None = None
    """The date until which it was true."""
    faults: Annotated[tuple[Fault, ...], AsTuple] = ()
    """What is wrong with it."""
    claims: Links = ()
    """The claims that bear on it."""
    searched: Searched | None = None
    """The search, where no claim supports it."""
    consequence: Literal["none", "could-mislead", "could-harm"]
    """What may come of it."""
    reason: Text
    """Why this verdict."""
    honest_wording: Text
    """What may be said instead."""
    checks: Checks = ()
    """Readings of this verdict."""


class Omission(Model):
    """Something that the document leaves out."""

    what: Text
    """What is missing."""
    claims: Annotated[tuple[ClaimRef, ...], AsTuple]
    """The claims that show it."""
    consequence: Literal["could-mislead", "could-harm"]
    """What may come of it."""
    honest_wording: Text
    """What it should say."""


class Audit(Entity):
    """A document with all its statements."""

    document: Document
    """The document."""
    as_of: DateText
    """The state of the evidence."""
    statements: Annotated[tuple[Statement, ...], AsTuple]
    """Every statement of fact, in the order of the document."""
    omissions: Annotated[tuple[Omission, ...], AsTuple] = ()
    """What it leaves out."""
