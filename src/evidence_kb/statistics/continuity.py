"""What is done about empty cells of a 2x2 table, by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal

from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.study_data import PersonTime, SingleArm, TwoByTwo

ZeroCells = Literal["none", "half-where-zero", "half-where-needed", "half-if-any-zero", "half-in-all", "treatment-arm"]
"""How empty cells are treated.

none: nothing is added. half-where-zero: 0.5 to all four cells of a table with an empty cell. half-where-needed: the
same, but for a risk ratio only where it has no value or no width, for a risk difference only where it has no width.
half-if-any-zero: 0.5 to every table as soon as one has an empty cell. half-in-all: 0.5 to every table.
treatment-arm: in tables with an empty cell, n1 / (n1 + n0) to both cells of arm 1 and n0 / (n1 + n0) to those of arm 0
(Sweeting, Sutton and Lambert 2004, Statistics in Medicine 23, 1351-1375).
"""


def corrected(table: TwoByTwo, convention: ZeroCells, measure: str) -> TwoByTwo:
    """One table after the correction that the convention asks for; `measure` matters to half-where-needed only."""
    return corrected_all([table], convention, measure)[0]


def corrected_all(tables: Sequence[TwoByTwo], convention: ZeroCells, measure: str) -> list[TwoByTwo]:
    """Every table after the correction that the convention asks for, in the given order."""
    if convention == "none":
        return list(tables)
    if convention == "half-in-all":
        return [_add(table, 0.5, 0.5) for table in tables]
    if convention == "half-if-any-zero":
        if any(table.has_zero_cell for table in tables):
            return [_add(table, 0.5, 0.5) for table in tables]
        return list(tables)
    if convention == "half-where-zero":
        return _where(tables, lambda table: table.has_zero_cell)
    if convention == "half-where-needed":
        return _where(tables, lambda table: _cannot_do_without(table, measure))
    if convention == "treatment-arm":
        return [_add_by_arm(table) if table.has_zero_cell else table for table in tables]
    raise CannotCompute(f"there is no convention for empty cells named {convention!r}")


def corrected_arms(arms: Sequence[SingleArm], convention: ZeroCells) -> list[SingleArm]:
    """The same for single groups: 0.5 to the events and to the non-events."""
    chosen = _chosen([arm.events in (0.0, arm.n) for arm in arms], convention)
    return [
        replace(arm, events=arm.events + 0.5, n=arm.n + 1.0) if which else arm
        for arm, which in zip(arms, chosen, strict=True)
    ]


def corrected_times(data: Sequence[PersonTime], convention: ZeroCells) -> list[PersonTime]:
    """The same for events over time: 0.5 to the events of both arms, the times as they are."""
    chosen = _chosen([0.0 in (study.events_1, study.events_0) for study in data], convention)
    return [
        replace(study, events_1=study.events_1 + 0.5, events_0=study.events_0 + 0.5) if which else study
        for study, which in zip(data, chosen, strict=True)
    ]


def _chosen(empty: Sequence[bool], convention: ZeroCells) -> list[bool]:
    """Which studies get the constant correction, given which of them have an empty cell."""
    if convention == "none":
        return [False] * len(empty)
    if convention in ("half-where-zero", "half-where-needed"):
        return list(empty)
    if convention in ("half-in-all", "half-if-any-zero"):
        return [convention == "half-in-all" or any(empty)] * len(empty)
    raise CannotCompute(f"the convention {convention!r} for empty cells belongs to tables of two arms")


def _where(tables: Sequence[TwoByTwo], chosen: Callable[[TwoByTwo], bool]) -> list[TwoByTwo]:
    return [_add(table, 0.5, 0.5) if chosen(table) else table for table in tables]


def _cannot_do_without(table: TwoByTwo, measure: str) -> bool:
    """Whether the measure or its standard error has no value, or no width, without a correction."""
    a, b, c, d = table.cells
    if measure == "RR":
        return a == 0.0 or c == 0.0 or (b == 0.0 and d == 0.0)
    if measure == "RD":
        return (a == 0.0 or b == 0.0) and (c == 0.0 or d == 0.0)
    return table.has_zero_cell


def _add(table: TwoByTwo, to_arm_1: float, to_arm_0: float) -> TwoByTwo:
    return TwoByTwo(
        table.events_1 + to_arm_1,
        table.n_1 + 2.0 * to_arm_1,
        table.events_0 + to_arm_0,
        table.n_0 + 2.0 * to_arm_0,
        table.label,
    )


def _add_by_arm(table: TwoByTwo) -> TwoByTwo:
    total = table.n_1 + table.n_0
    return _add(table, table.n_1 / total, table.n_0 / total)
