"""Guidelines in the bottom line: the newest edition of a body, the treatments asked about, and what no longer holds."""

from __future__ import annotations

from evidence_kb.loading.library import load_files
from evidence_kb.rules.cases import example_files
from evidence_kb.site.addresses import Links
from evidence_kb.site.views.guideline_lines import guideline_lines
from evidence_kb.site.views.position import entries


def test_the_newest_edition_of_a_body_stands_alone() -> None:
    kb = load_files(example_files()).kb
    links = Links(kb, "questions/velorine-v-placebo.md")
    pico = kb.questions["velorine-v-placebo"].record.pico
    both = entries(("fern-2012-velorine", "fern-2020-velorine"), links)
    (line,) = guideline_lines(both, pico, links)
    assert [said.href for said in line.says] == ["../claims/fern-2020-velorine.html"]
    assert line.status == ""
    (older,) = guideline_lines(both[:1], pico, links)
    assert older.status == "superseded"
    assert guideline_lines(both, pico.model_copy(update={"intervention": ("placebo-iv",)}), links) == ()
