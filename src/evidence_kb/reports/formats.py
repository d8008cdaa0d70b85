"""The formats of a report by name."""

from __future__ import annotations

from collections.abc import Callable

from evidence_kb.gate import Report
from evidence_kb.loading.library import Loaded
from evidence_kb.reports import github, json, junit, markdown, sarif, text

FORMATS: dict[str, Callable[[Report, Loaded], str]] = {
    "github": github.render,
    "json": json.render,
    "junit": junit.render,
    "markdown": markdown.render,
    "sarif": sarif.render,
    "text": text.render,
}
