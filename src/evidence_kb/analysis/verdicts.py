"""Which verdicts the links of an audited statement bear out: the first case that matches.

The links tell supports from contradictions and direct from indirect evidence. They cannot tell how much less the
evidence says than the document; where that decides, several verdicts are admissible and the statement's faults narrow
them down.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from evidence_kb.knowledge_base import KnowledgeBase
from evidence_kb.records.audit import Statement
from evidence_kb.records.claims.recommendation import Recommendation
from evidence_kb.records.links import Link

NO_FACT = frozenset({"advice", "definition"})
PASSED = frozenset({"superseded", "retired", "retracted", "withdrawn"})


@dataclass(frozen=True, slots=True)
class BorneOut:
    """The admissible verdicts, and why: a half-sentence that goes after "because"."""

    verdicts: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class _Links:
    """The links of one statement, sorted by what they do."""

    all: tuple[Link, ...]

    def of(self, stance: str, direct: bool | None = None) -> tuple[Link, ...]:
        return tuple(
            link
            for link in self.all
            if link.stance == stance and (direct is None or (link.directness != "indirect") is direct)
        )


def borne_out(statement: Statement, kb: KnowledgeBase) -> BorneOut:
    """The verdicts that fit the kind, the links and the faults of a statement; the first case that matches."""
    return judged(statement, lambda claim: has_passed(claim, kb))


def judged(statement: Statement, passed: Callable[[str], bool]) -> BorneOut:
    """The same with a function that says whether a claim rests on a source that no longer stands."""
    links = _Links(statement.claims)
    supports, direct = links.of("supports"), links.of("supports", True)
    against = links.of("contradicts", True)
    if statement.kind in NO_FACT:
        return BorneOut(("not-checkable",), f"a statement of kind `{statement.kind}` states no fact")
    if not links.all and statement.searched is None:
        loose = ("not-assessed", "not-checkable") if statement.kind == "procedure" else ("not-assessed",)
        return BorneOut(loose, "no claim is linked and no search is recorded")
    if against and not direct:
        return BorneOut(("contradicted",), "a claim contradicts it directly and none supports it directly")
    if not supports:
        return BorneOut(("unsupported",), "no claim supports it")
    if statement.true_until is not None or all(passed(link.claim) for link in supports):
        return BorneOut(("outdated",), "only claims from sources that no longer stand support it, or it was true once")
    if not direct:
        return BorneOut(("indirect",), "all claims that support it do so indirectly")
    if against:
        return BorneOut(("overstated",), "claims support it directly and others contradict it directly")
    return _supported(statement, len(links.all) > len(supports))


def _supported(statement: Statement, qualified: bool) -> BorneOut:
    """Direct support and no direct contradiction: what the document left out decides."""
    if statement.faults:
        return BorneOut(("accurate-but-selective", "overstated"), "it is supported directly and has faults")
    if qualified:
        return BorneOut(
            ("accurate", "accurate-but-selective"), "it is supported directly, and another claim qualifies it"
        )
    return BorneOut(("accurate",), "it is supported directly, nothing qualifies it and no fault is named")


def has_passed(claim: str, kb: KnowledgeBase) -> bool:
    """Whether a claim rests only on sources that were superseded, retired, retracted or withdrawn."""
    entry = kb.claims.get(claim)
    if entry is None:
        return False
    record = entry.record
    if isinstance(record, Recommendation) and record.status.value in PASSED:
        return True
    standing = [
        kb.sources[citation.source].record.standing.value
        for citation in record.citations
        if citation.source in kb.sources
    ]
    return bool(standing) and all(value in PASSED for value in standing)
