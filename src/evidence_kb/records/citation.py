"""A citation: the source, the place in it, and what the curator really read."""

from __future__ import annotations

from typing import Literal

from evidence_kb.records.model import Model
from evidence_kb.records.references import SourceRef
from evidence_kb.records.scalars import Text

Read = Literal["full-text", "abstract", "part", "label", "registry", "second-hand"]


class Via(Model):
    """The page through which a source was read second-hand."""

    kind: Literal[
        "companion-paper",
        "citing-paper",
        "review",
        "guideline",
        "regulator-review",
        "registry",
        "press-release",
        "news",
        "society-page",
        "third-party-copy",
        "teaching-page",
        "other",
    ]
    """What kind of page it was."""
    source: SourceRef | None = None
    """The source of this library that was read instead."""
    url: Text | None = None
    """The address of the page that was read instead."""


class Locator(Model):
    """The place in the source at which a reader finds the figures."""

    part: Literal[
        "title",
        "abstract",
        "key-points",
        "introduction",
        "methods",
        "results",
        "table",
        "figure",
        "discussion",
        "conclusion",
        "supplement",
        "recommendation",
        "label-section",
        "boxed-warning",
        "registry-record",
        "web-page",
        "erratum",
        "other",
    ]
    """The part of the document."""
    label: Text | None = None
    """Its number or heading as printed (`Table 2`, `5.1`)."""
    page: Text | None = None
    """The page as printed."""
    place: Text | None = None
    """The place inside the part (`Results`)."""


class Citation(Model):
    """Where a finding was read."""

    source: SourceRef
    """Id of the source record."""
    read: Read
    """What the curator read of it; `second-hand` needs `via`."""
    via: Via | None = None
    """The page that was read instead of the source itself."""
    locator: Locator
    """The place in what was read."""
    quote: Text | None = None
    """The words of the source, only as far as needed to find the place."""
    seen: Text | None = None
    """The address of the page that showed the figures."""
