"""All rules of the package, found by looking into its files, sorted by code."""

from __future__ import annotations

from functools import cache

import evidence_kb.rules
from evidence_kb.discovery import instances
from evidence_kb.rules.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, sorted by code."""
    return tuple(sorted(instances(evidence_kb.rules, Rule), key=lambda rule: rule.code))
