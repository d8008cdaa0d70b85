"""How far a record has been reviewed: derived from its checks, never typed in.

A check by a machine is recorded and shown, and advances nothing. A disagreement stays open until a later check of the
same thing agrees or corrects.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from evidence_kb.records.review import Check

State = Literal["draft", "figures-checked", "appraised", "clinician-reviewed", "needs-update", "withdrawn"]
READ = frozenset({"full-text", "abstract", "label"})
SECOND = frozenset({"second-reader", "methodologist", "clinician"})


@dataclass(frozen=True, slots=True)
class ReviewState:
    """The state, the checks that carry it, what is disputed, and what machines said."""

    state: State
    carried_by: tuple[Check, ...]
    disputed: tuple[Check, ...]
    by_machines: tuple[Check, ...]


def review_state(checks: Iterable[Check], *, outdated: bool = False, withdrawn: bool = False) -> ReviewState:
    """The state of a record with these checks; `outdated` says that currency or a source's standing asks for an update.

    Each state needs the one before it: an appraisal of figures that nobody compared with the source is no appraisal.
    """
    made = sorted(checks, key=lambda check: check.on)
    people = [check for check in made if check.role != "ai"]
    disputed = open_disagreements(people)
    state: State = "draft"
    carried: list[Check] = []
    for reached, check in (
        ("figures-checked", _last(people, "figures", SECOND, READ)),
        ("appraised", _last(people, "appraisal", frozenset({"methodologist"}))),
        ("clinician-reviewed", _last(people, "clinical", frozenset({"clinician"}))),
    ):
        if check is None:
            break
        state, carried = reached, [*carried, check]  # type: ignore[assignment]
    if outdated or disputed:
        state = "needs-update"
    if withdrawn:
        state = "withdrawn"
    machines = tuple(check for check in made if check.role == "ai")
    return ReviewState(state, tuple(carried), disputed, machines)


def open_disagreements(checks: Iterable[Check]) -> tuple[Check, ...]:
    """Disagreements of people that no later check of the same thing by a person has answered."""
    people = [check for check in checks if check.role != "ai"]
    return tuple(
        check
        for check in people
        if check.outcome == "disagrees"
        and not any(
            later.of == check.of and later.outcome != "disagrees" and later.on >= check.on and later is not check
            for later in people
        )
    )


def _last(checks: list[Check], of: str, roles: frozenset[str], against: frozenset[str] | None = None) -> Check | None:
    fitting = [
        check
        for check in checks
        if check.of == of
        and check.role in roles
        and check.outcome == "agrees"
        and (against is None or check.against in against)
    ]
    return fitting[-1] if fitting else None
