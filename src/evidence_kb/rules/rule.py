"""What a rule is: a code, the value type it looks at, and a generator of problems."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

from evidence_kb.findings import FieldPath, Severity
from evidence_kb.knowledge_base import Entry, KnowledgeBase
from evidence_kb.records.model import Model
from evidence_kb.records.references import Reference
from evidence_kb.rules.documentation import Documentation, read_documentation

Subject = type[Model] | type[Reference]
NO_TEXTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule complains of; `at` is relative to the value that the rule was given."""

    message: str
    at: FieldPath = ()
    key: bool = False
    value: str | None = None
    allowed: tuple[str, ...] = ()
    nearest: str | None = None
    fix: str | None = None
    severity: Severity | None = None
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """Where the value stands: its entry, its path there, the knowledge base, and the date of judgement.

    `texts` are the texts of sources that lie on this machine, by source id; usually there are none.
    """

    kb: KnowledgeBase
    entry: Entry[Any]
    path: FieldPath
    as_of: str
    texts: Mapping[str, str] = field(default_factory=lambda: NO_TEXTS)

    @property
    def record(self) -> Any:
        """The whole record around the value."""
        return self.entry.record


Check = Callable[[Any, Context], Iterator[Problem]]
Applies = Callable[[Any, Context], bool]


@dataclass(frozen=True)
class Rule:
    """One rule. `check` is None for what loading and the gate themselves find."""

    code: str
    module: str
    severity: Severity
    each: tuple[Subject, ...] = ()
    check: Check | None = field(default=None, repr=False)
    without_subject: str | None = None
    where: Applies | None = field(default=None, repr=False)

    @property
    def family(self) -> str:
        """The two letters of the code."""
        return self.code[:2]

    @property
    def slug(self) -> str:
        """The name of the flaw, as in the file name: `percent-impossible`."""
        return self.module.rpartition(".")[2].partition("_")[2].replace("_", "-")

    @cached_property
    def documentation(self) -> Documentation:
        """Title, explanation and sections, from the docstring of the rule's module."""
        return read_documentation(sys.modules[self.module].__doc__ or "")


def rule(
    code: str,
    *,
    each: Subject | tuple[Subject, ...],
    severity: Severity = Severity.ERROR,
    where: Applies | None = None,
    without_subject: str | None = None,
) -> Callable[[Check], Rule]:
    """Make a rule of a generator: it is handed every value of the type `each` in every record.

    With `where` only the values for which it holds are handed over and counted as examined. `without_subject` says
    why a library may hold nothing that the rule could look at.
    """

    def decorate(check: Check) -> Rule:
        subjects = each if isinstance(each, tuple) else (each,)
        return Rule(code, check.__module__, severity, subjects, check, without_subject, where)

    return decorate


def found_elsewhere(code: str, module: str, severity: Severity = Severity.ERROR) -> Rule:
    """A rule whose findings come from reading or from the gate; only its documentation stands here."""
    return Rule(code, module, severity)
