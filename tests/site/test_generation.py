"""The pages of a small invented library: the same bytes every time, as a person last read them, and complete."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from evidence_kb.gate import check
from evidence_kb.loading.library import load_files
from evidence_kb.outputs import OutputFile
from evidence_kb.site.definition import site_files
from evidence_kb.site.history import Change
from evidence_kb.site.render import Renderer, template_folders
from evidence_kb.site.source import Site
from evidence_kb.store import StoredFile
from site_library import library

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
# One page of each type that shows records. `UPDATE_GOLDEN=1 pytest tests/site` writes them anew: read the difference.
PAGES = (
    "index.md",
    "questions/glimmer-v-placebo.md",
    "claims/ayewell-2020-freedom.md",
    "claims/glimmer-kidney.md",
    "sources/ayewell-2020.md",
    "interventions/glimmer-iv.md",
    "audits/glimmer-flyer.md",
    "substantiation/glimmer-flyer.md",
    "safety.md",
    "compare.md",
    "evidence-map.md",
    "mechanisms.md",
    "overlap.md",
    "changes.md",
)
HISTORY = (
    Change(
        "f" * 40, "2031-05-03", "Add the flyer", (("audits/glimmer-flyer.yaml", "A"), ("claims/glimmer/gone.yaml", "D"))
    ),
)


def generated(files: list[StoredFile]) -> dict[str, bytes]:
    loaded = load_files(files)
    assert not loaded.findings, [str(finding) for finding in loaded.findings]
    site = Site(loaded, check(loaded), HISTORY)
    made: tuple[OutputFile, ...] = site_files(site, Renderer(template_folders(HERE)))
    return {file.path: file.content for file in made}


@pytest.fixture(scope="module")
def pages() -> dict[str, bytes]:
    return generated(library())


def test_two_generations_give_the_same_bytes(pages: dict[str, bytes]) -> None:
    assert generated(list(reversed(library()))) == pages


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_as_it_was_read(path: str, pages: dict[str, bytes]) -> None:
    golden = GOLDEN / path
    if os.environ.get("UPDATE_GOLDEN") == "1":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(pages[path])
    assert pages[path].decode() == golden.read_text("utf-8")


def test_every_page_says_who_reviewed_it_and_when(pages: dict[str, bytes]) -> None:
    texts = {path: content.decode() for path, content in pages.items() if path.endswith(".md")}
    assert texts
    for path, text in texts.items():
        assert "Everything in this library is invented." in text, path
        assert "Evidence as of 4 May 2031." in text, path


def test_an_alias_leads_to_the_page(pages: dict[str, bytes]) -> None:
    assert b'url=ayewell-2020-freedom.html"' in pages["claims/ayewell-freedom.html"]
    assert b'url=ayewell-2020.html"' in pages["sources/ayewell-2019.html"]


def test_certainty_is_never_without_its_word_and_status(pages: dict[str, bytes]) -> None:
    text = pages["questions/glimmer-v-placebo.md"].decode()
    symbols, words = text.count('class="kb-grade"'), text.count('certainty</span> <span class="kb-status">provisional')
    assert symbols == words > 0


def test_an_icon_array_needs_a_cited_baseline(pages: dict[str, bytes]) -> None:
    text = pages["questions/glimmer-v-placebo.md"].decode()
    dots = re.findall(r'class="kb-dots kb-dots--(\w+)" d="([^"]*)"', text)
    assert [kind for kind, _ in dots] == ["none", "more", "both"]
    assert sum(drawn.count("M") for _, drawn in dots) == 1000
    assert "no risk without the intervention is cited" in text


def test_evidence_for_and_against_stand_side_by_side(pages: dict[str, bytes]) -> None:
    text = pages["questions/glimmer-v-placebo.md"].decode()
    assert 'class="kb-side kb-side--for"' in text
    assert 'class="kb-side kb-side--against"' in text
    assert 'class="kb-side kb-side--neither"' in text
    assert text.index("Boxed warning") < text.index("## Bottom line")


def test_a_new_claim_type_is_shown_without_a_template(pages: dict[str, bytes]) -> None:
    text = pages["claims/glimmer-flutter.md"].decode()
    assert "Flutter of the diaphragm" in text
    assert "rat" in text
    assert "second-hand" in text.lower()
