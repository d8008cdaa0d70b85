"""The library itself: title, windows of review, settings, licence."""

from __future__ import annotations

from typing import Annotated

from evidence_kb.records.model import Model
from evidence_kb.records.scalars import AsTuple, Count, DateText, Text


class Licence(Model):
    """The licence of the content."""

    name: Text
    """Its name."""
    url: Text | None = None
    """Its address."""


class ReviewWindows(Model):
    """Months after which a record of each kind is due for review."""

    guideline: Count = 6
    """Recommendations."""
    label: Count = 6
    """Regulatory, safety and regimen claims."""
    review: Count = 12
    """Meta-analyses, network meta-analyses and questions."""
    trial: Count = 36
    """Results of single studies."""
    mechanism: Count = 36
    """Mechanisms, facts and absences."""
    grace: Count = 3
    """Months beyond the window after which a due review blocks."""


class RuleSetting(Model):
    """A rule switched off for the whole library, with the reason."""

    rule: Text
    """Code of the rule."""
    reason: Text
    """Why it does not apply here."""


class Library(Model):
    """What a library says of itself."""

    title: Text
    """Title of the site."""
    subject: Text
    """What it is about, in one sentence."""
    address: Text | None = None
    """Public address of the site, where there is one."""
    repository: Text | None = None
    """Address at which changes are proposed."""
    contact: Text | None = None
    """Where to write."""
    as_of: DateText
    """The date for which currency is judged unless another is given."""
    search: Text
    """How the evidence was searched for, honestly."""
    citation_style: Text = "vancouver"
    """Style of formatted references."""
    content_licence: Licence
    """Licence of the content."""
    review_windows: ReviewWindows = ReviewWindows()
    """When records are due for review."""
    switched_off: Annotated[tuple[RuleSetting, ...], AsTuple] = ()
    """Rules that do not apply to this library."""
    notice: Text
    """What every page says of the state of review and of the use of the library."""
