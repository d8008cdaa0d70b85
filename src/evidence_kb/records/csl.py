"""Bibliographic variables of CSL-JSON, as far as a page that was seen shows them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from evidence_kb.records.model import Model
from evidence_kb.records.scalars import AsTuple, DateText, Text

CslType = Literal[
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "article",
    "book",
    "chapter",
    "dataset",
    "document",
    "entry",
    "entry-encyclopedia",
    "legislation",
    "manuscript",
    "paper-conference",
    "pamphlet",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "speech",
    "standard",
    "thesis",
    "webpage",
]


class Name(Model):
    """A person or an institution."""

    family: Text | None = None
    """Family name."""
    given: Text | None = None
    """Given names or initials, as printed."""
    suffix: Text | None = None
    """`Jr`, `III`."""
    particle: Text | None = Field(default=None, alias="non-dropping-particle")
    """`van der`, `de`."""
    literal: Text | None = None
    """An institution, or a name that cannot be divided."""


Names = Annotated[tuple[Name, ...], AsTuple]


class Csl(Model):
    """CSL-JSON variables; only what a page seen shows, everything else under `candidates`."""

    type: CslType
    """CSL type of the item."""
    title: Text | None = None
    """Title as printed."""
    title_short: Text | None = Field(default=None, alias="title-short")
    """Short title."""
    author: Names = ()
    """Authors in order."""
    editor: Names = ()
    """Editors in order."""
    container_title: Text | None = Field(default=None, alias="container-title")
    """Journal, book or site."""
    collection_title: Text | None = Field(default=None, alias="collection-title")
    """Series."""
    collection_number: Text | None = Field(default=None, alias="collection-number")
    """Number in the series."""
    issued: DateText | None = None
    """Date of publication."""
    accessed: DateText | None = None
    """When a page was read."""
    volume: Text | None = None
    """Volume."""
    issue: Text | None = None
    """Issue."""
    page: Text | None = None
    """Pages as printed."""
    number: Text | None = None
    """Report or article number."""
    edition: Text | None = None
    """Edition."""
    version: Text | None = None
    """Version of a document."""
    publisher: Text | None = None
    """Publisher."""
    publisher_place: Text | None = Field(default=None, alias="publisher-place")
    """Place of publication."""
    event_title: Text | None = Field(default=None, alias="event-title")
    """Conference."""
    genre: Text | None = None
    """Kind of document."""
    status: Text | None = None
    """`in press`, `preprint`."""
    language: Text | None = None
    """BCP 47 language of the work."""
    doi: Text | None = Field(default=None, alias="DOI")
    """DOI without prefix."""
    pmid: Text | None = Field(default=None, alias="PMID")
    """PubMed number."""
    pmcid: Text | None = Field(default=None, alias="PMCID")
    """PubMed Central number."""
    isbn: Text | None = Field(default=None, alias="ISBN")
    """ISBN."""
    issn: Text | None = Field(default=None, alias="ISSN")
    """ISSN."""
    url: Text | None = Field(default=None, alias="URL")
    """Address."""
    note: Text | None = None
    """Anything else that a reader needs to find the work."""


class Candidates(Model):
    """Bibliographic values that nobody saw: to be checked, never cited, never exported."""

    doi: Text | None = Field(default=None, alias="DOI")
    """Remembered DOI."""
    pmid: Text | None = Field(default=None, alias="PMID")
    """Remembered PubMed number."""
    pmcid: Text | None = Field(default=None, alias="PMCID")
    """Remembered PubMed Central number."""
    isbn: Text | None = Field(default=None, alias="ISBN")
    """Remembered ISBN."""
    issn: Text | None = Field(default=None, alias="ISSN")
    """Remembered ISSN."""
    url: Text | None = Field(default=None, alias="URL")
    """Remembered address."""
    registration: Annotated[tuple[Text, ...], AsTuple] = ()
    """Remembered trial registrations."""
    other: dict[Text, Text] | None = None
    """Other CSL variables that were remembered, by name."""
