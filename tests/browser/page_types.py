"""One built page of each type: the fixed ones, and the largest of each kind of record."""

from __future__ import annotations

from pathlib import Path

FIXED = (
    "index.html",
    "questions/index.html",
    "evidence-map.html",
    "interventions/index.html",
    "compare.html",
    "safety.html",
    "mechanisms.html",
    "claims/index.html",
    "sources/index.html",
    "overlap.html",
    "conditions/index.html",
    "outcomes/index.html",
    "audits/index.html",
    "method.html",
    "checks.html",
    "rules/index.html",
    "review-due.html",
    "changes.html",
    "glossary.html",
    "schema.html",
    "downloads/index.html",
    "search.html",
    "404.html",
)
FOLDERS = (
    "questions",
    "claims",
    "sources",
    "audits",
    "interventions",
    "conditions",
    "outcomes",
    "rules",
    "topics",
    "substantiation",
)


def sample_pages(site: Path) -> list[str]:
    """The fixed pages and the largest page of each folder."""
    largest = []
    for folder in FOLDERS:
        files = [file for file in (site / folder).glob("*.html") if file.name != "index.html"]
        assert files, f"no page below {folder}"
        largest.append(max(files, key=lambda file: (file.stat().st_size, file.name)).relative_to(site).as_posix())
    return [*FIXED, *largest]
