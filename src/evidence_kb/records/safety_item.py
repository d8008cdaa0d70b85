"""One item of a list of contraindications, warnings or interactions."""

from __future__ import annotations

from typing import Annotated

from evidence_kb.records.model import Model
from evidence_kb.records.references import SafetyRef
from evidence_kb.records.scalars import AsTuple, Text


class SafetyItem(Model):
    """A condition, drug or circumstance that a warning names."""

    what: Text
    """The item in the curator's words."""
    term: SafetyRef | None = None
    """Its term in the vocabulary, so that it can be looked up."""


Items = Annotated[tuple[SafetyItem, ...], AsTuple]
