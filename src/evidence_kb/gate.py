"""All rules over a knowledge base, with waivers: the report of what was examined and found."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from evidence_kb.analysis.footing import Missing, missing_ground
from evidence_kb.findings import FieldPath, Finding, Severity
from evidence_kb.knowledge_base import Entry
from evidence_kb.loading.library import Loaded
from evidence_kb.records.base import Entity
from evidence_kb.records.review import Waiver
from evidence_kb.rules.catalogue import all_rules
from evidence_kb.rules.rule import NO_TEXTS, Context, Problem, Rule
from evidence_kb.rules.wv.wv102_waiver_unused import waiver_unused
from evidence_kb.waivers import answers, covers, unnamed

CONCLUDING = frozenset({"AU", "FG", "GR", "WD"})
"""Families that conclude from other records: where one of those is missing or unread, that alone is told."""


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that a waiver of its record answers."""

    finding: Finding
    waiver: Waiver


@dataclass(frozen=True)
class Report:
    """What the gate found; `examined` counts the values that each rule looked at."""

    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]
    examined: dict[str, int]
    rules: tuple[Rule, ...]
    as_of: str
    files: int
    records: int
    notes: tuple[str, ...] = ()
    """What a reader has to know of the findings shown, in sentences: that some were left out, and why."""

    @property
    def errors(self) -> int:
        """Number of errors."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def warnings(self) -> int:
        """Number of warnings."""
        return len(self.findings) - self.errors

    @property
    def passed(self) -> bool:
        """No error, and something was examined: a run that looked at nothing has not passed."""
        return self.errors == 0 and self.records > 0 and any(self.examined.values())

    @property
    def idle(self) -> tuple[Rule, ...]:
        """Rules that found nothing to look at; they have not passed."""
        return tuple(rule for rule in self.rules if rule.check is not None and not self.examined.get(rule.code))


def chosen(rules: Iterable[Rule], select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """Rules whose code begins with one of `select` (all where empty) and with none of `ignore`."""
    return tuple(
        rule
        for rule in rules
        if (not select or rule.code.startswith(tuple(select))) and not (ignore and rule.code.startswith(tuple(ignore)))
    )


def check(
    loaded: Loaded,
    *,
    as_of: str | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    texts: Mapping[str, str] = NO_TEXTS,
) -> Report:
    """Run the rules over the whole library. Pure: the same files, date and texts give the same report.

    `texts` are texts of sources by source id, in which quotes and figures are looked for.
    """
    library = loaded.kb.library
    date = as_of or (library.record.as_of if library else "9999-12-31")
    off = tuple(setting.rule for setting in library.record.switched_off) if library else ()
    rules = chosen(all_rules(), select, (*ignore, *off))
    missing = missing_ground(loaded.kb)
    found, examined = _run(rules, loaded, date, texts, missing)
    codes = {rule.code for rule in rules}
    found.extend(finding for finding in loaded.findings if finding.code in codes)
    kept, waived, used = _apply_waivers(found, loaded)
    if waiver_unused.code in codes:
        kept.extend(_unused_waivers(rules, loaded, used, missing))
    return Report(
        findings=tuple(sorted(set(kept), key=lambda finding: finding.order)),
        waived=tuple(sorted(waived, key=lambda pair: pair.finding.order)),
        examined=dict(sorted(examined.items())),
        rules=rules,
        as_of=date,
        files=loaded.files,
        records=len(loaded.kb.entries),
    )


def _run(
    rules: Sequence[Rule], loaded: Loaded, as_of: str, texts: Mapping[str, str], missing: Missing
) -> tuple[list[Finding], Counter[str]]:
    by_type: dict[type, list[Rule]] = {}
    found: list[Finding] = []
    examined: Counter[str] = Counter({rule.code: 0 for rule in rules if rule.check is not None})
    for entry in loaded.kb.entries:
        for node in entry.nodes:
            kind = type(node.value)
            if kind not in by_type:
                by_type[kind] = [rule for rule in rules if rule.check and issubclass(kind, rule.each)]
            context = Context(loaded.kb, entry, node.path, as_of, texts)
            groundless = _groundless(entry, node.path, missing)
            for rule in by_type[kind]:
                assert rule.check is not None
                if groundless and rule.family in CONCLUDING:
                    continue
                if rule.where is not None and not rule.where(node.value, context):
                    continue
                examined[rule.code] += 1
                found.extend(_finding(rule, problem, context) for problem in rule.check(node.value, context))
    return found, examined


def _groundless(entry: Entry[Any], path: FieldPath, missing: Missing) -> bool:
    """Whether a value rests on what is missing: anything in a claim, the row or statement around it elsewhere."""
    places = missing.get((entry.kind, entry.id), ())
    if not places or entry.kind in ("claim", "source"):
        return bool(places)
    part = path[:2]
    return len(part) == 2 and any(place[:2] == part for place in places)


def _finding(rule: Rule, problem: Problem, context: Context) -> Finding:
    path = (*context.path, *problem.at)
    line, column = context.entry.position(path, key=problem.key)
    return Finding(
        code=rule.code,
        severity=problem.severity or rule.severity,
        message=problem.message,
        file=context.entry.file,
        line=line,
        column=column,
        record=context.entry.id,
        path=path,
        value=problem.value,
        allowed=problem.allowed,
        nearest=problem.nearest,
        fix=problem.fix,
        figures=problem.figures,
    )


def _waivers(entry: Entry[Any]) -> tuple[Waiver, ...]:
    return entry.record.waivers if isinstance(entry.record, Entity) else ()


def _apply_waivers(
    found: Iterable[Finding], loaded: Loaded
) -> tuple[list[Finding], list[Waived], set[tuple[str, int]]]:
    by_file: defaultdict[str, list[tuple[int, Waiver]]] = defaultdict(list)
    for entry in loaded.kb.entries:
        by_file[entry.file].extend(enumerate(_waivers(entry)))
    kept: list[Finding] = []
    waived: list[Waived] = []
    used: set[tuple[str, int]] = set()
    for finding in found:
        near = [
            (i, w) for i, w in by_file.get(finding.file, ()) if w.rule == finding.code and covers(w.at, finding.path)
        ]
        used.update((finding.file, index) for index, _ in near)
        answering = [waiver for _, waiver in near if answers(waiver, finding)]
        if answering:
            waived.append(Waived(finding, answering[0]))
        else:
            kept.append(_with_hint(finding, [waiver for _, waiver in near]))
    return kept, waived, used


def _with_hint(finding: Finding, waivers: Sequence[Waiver]) -> Finding:
    """A waiver that does not name the figures is told in the fix, not as a second finding."""
    if not waivers or not unnamed(waivers[0], finding):
        return finding
    missing = ", ".join(unnamed(waivers[0], finding))
    hint = (
        f"The waiver of {finding.code} here does not name {missing}; it excuses only the figures that its reason names."
    )
    return replace(finding, fix=f"{finding.fix} {hint}" if finding.fix else hint)


def _unused_waivers(
    rules: Sequence[Rule], loaded: Loaded, used: set[tuple[str, int]], missing: Missing
) -> list[Finding]:
    run = {rule.code for rule in rules if rule.check is not None}
    found: list[Finding] = []
    for entry in loaded.kb.entries:
        for index, waiver in enumerate(_waivers(entry)):
            if waiver.rule[:2] in (*CONCLUDING, "CT") and (entry.kind, entry.id) in missing:
                continue  # the rule was not run here, so nobody can tell whether the waiver is needed
            if waiver.rule in run and (entry.file, index) not in used:
                problem = Problem(
                    f"The waiver of {waiver.rule} answers no finding" + (f" at `{waiver.at}`." if waiver.at else "."),
                    value=waiver.rule,
                    fix="Remove the waiver, or correct its `rule` and `at`.",
                )
                context = Context(loaded.kb, entry, ("waivers", index), "")
                found.append(_finding(waiver_unused, problem, context))
    return found
