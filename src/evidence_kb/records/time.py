"""The time point of a measurement, as printed and as far as it can be read."""

from __future__ import annotations

from typing import Literal

from evidence_kb.records.model import Model
from evidence_kb.records.scalars import Text


class Time(Model):
    """When an outcome was measured."""

    printed: Text
    """The words of the source in short."""
    at: Text | None = None
    """A single time (`30 min`, `2 h`, `3 mo`)."""
    start: Text | None = None
    """Begin of a window."""
    end: Text | None = None
    """End of a window."""
    since: Literal["dose", "infusion-start", "infusion-end", "onset", "baseline", "not-seen"] | None = None
    """The moment from which time was counted."""
