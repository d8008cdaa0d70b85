"""The integrity report of a claim: each figure that can be recomputed, printed beside recomputed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from evidence_kb.findings import FieldPath

Verdict = Literal["agrees", "differs", "cannot-tell"]
VERDICTS: dict[Verdict, str] = {"agrees": "agrees", "differs": "differs", "cannot-tell": "cannot be told"}


@dataclass(frozen=True, slots=True)
class Recomputed:
    """One figure of a claim, recomputed.

    `check` is the id of the catalogue of numeric checks (P1, E1, S2 …), `path` the place in the record, `formula` names
    the formula with its conventions, `excuse` the field of the record that explains a difference (then no rule
    complains of it), `cause` one word for what the difference looks like (`truncated`, `odds-ratio`, `swapped` …).
    """

    check: str
    path: FieldPath
    what: str
    formula: str
    printed: str
    recomputed: str
    verdict: Verdict
    note: str = ""
    excuse: str | None = None
    cause: str = ""

    @property
    def unexplained(self) -> bool:
        """Whether it differs and nothing in the record says why."""
        return self.verdict == "differs" and self.excuse is None

    @property
    def sentence(self) -> str:
        """`RR from counts 3.75 (1.41 to 9.99), printed 3.75: agrees`."""
        explained = f", explained by {self.excuse}" if self.verdict == "differs" and self.excuse else ""
        return f"{self.what} {self.recomputed}, printed {self.printed}: {VERDICTS[self.verdict]}{explained}"


@dataclass(frozen=True)
class Integrity:
    """All recomputed figures of one claim, in the order of its fields."""

    claim: str
    items: tuple[Recomputed, ...]

    def at(self, check: str, path: FieldPath) -> tuple[Recomputed, ...]:
        """The items of one check at one place or inside it."""
        return tuple(item for item in self.items if item.check == check and item.path[: len(path)] == path)

    def count(self, verdict: Verdict) -> int:
        """How many items have this verdict."""
        return sum(item.verdict == verdict for item in self.items)
