"""The mechanism map: signs and labels stand apart, a key comes first, and a lack is named once."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_kb.gate import check
from evidence_kb.site.figures.network import SIGNS, Edge, Network, network
from evidence_kb.site.pages.mechanisms import MECHANISMS, MechanismsPage, make, names_lack
from evidence_kb.site.render import Renderer, template_folders
from evidence_kb.site.source import Site
from evidence_kb.site.views.status import notice
from evidence_kb.store import StoredFile
from site_variants import changed, read

EDGES = st.builds(
    Edge,
    st.sampled_from("abcdefg"),
    st.sampled_from("vwxyz"),
    st.sampled_from(sorted(SIGNS)),
    st.sampled_from(["human", "animal", "other"]),
)
MECHANISM = """
type: mechanism
statement: "Without it the diaphragm fluttered."
citation: {{source: beeman-2022, read: abstract, locator: {{part: discussion}}}}
cause: {cause}
process: diaphragm-flutter
manipulation: withheld-or-depleted
system: human-in-vivo
evidence: measured
change: increases
"""
CAUSES = """
glimmer-iv: {label: "Glimmer, intravenous", substance: glimmer}
glimmer-poor-diet: {label: "Glimmer-deficient diet"}
glimmer-free-fluid: {label: "Glimmer-free bathing fluid"}
raised-glimmer: {label: "Raised glimmer in tissue"}
placebo-iv: {label: "Placebo, intravenous", control: placebo}
"""


@given(st.lists(EDGES, min_size=1, max_size=40, unique=True))
def test_no_sign_meets_another(edges: list[Edge]) -> None:
    places = [(float(curve.sign_x), float(curve.sign_y)) for curve in network(edges).curves]
    assert len(places) == len(edges)
    assert all(abs(x1 - x2) >= 20 or abs(y1 - y2) >= 12 for (x1, y1), (x2, y2) in combinations(places, 2))


@given(st.lists(EDGES, min_size=1, max_size=40, unique=True))
def test_every_sign_stands_within_the_bar_of_its_process(edges: list[Edge]) -> None:
    drawn = network(edges)
    bars = [(float(node.top) - 3, float(node.bottom) + 3) for node in drawn.processes]
    for curve in drawn.curves:
        assert sum(low <= float(curve.sign_y) - 4 <= high for low, high in bars) == 1
    assert all(float(node.bottom) < float(drawn.height) for node in drawn.processes)


@pytest.mark.parametrize(
    ("label", "lack"),
    [
        ("Magnesium-deficient diet", True),
        ("Magnesium-free bathing fluid", True),
        ("Magnesium deficiency, as a cause", True),
        ("Low magnesium", True),
        ("No treatment", True),
        ("Hydration", False),
        ("Raised extracellular magnesium", False),
        ("Free radicals", False),
        ("Blood flow", False),
        ("Normal saline", False),
    ],
)
def test_a_label_that_names_a_lack_is_recognised(label: str, lack: bool) -> None:
    assert names_lack(label) == lack


def with_cause(cause: str) -> list[StoredFile]:
    files = [file for file in changed(claims__lack=MECHANISM.format(cause=cause)) if "interventions" not in file.path]
    return [*files, StoredFile("vocabulary/interventions.yaml", CAUSES.encode())]


@pytest.mark.parametrize(
    ("cause", "name", "how"),
    [
        ("glimmer-iv", "Lack of glimmer, intravenous", "lack of it, not treatment with it"),
        ("glimmer-poor-diet", "Glimmer-deficient diet", "a lack, not a treatment"),
        ("glimmer-free-fluid", "Glimmer-free bathing fluid", "a lack, not a treatment"),
        ("raised-glimmer", "Without raised glimmer in tissue", "lack of it, not treatment with it"),
    ],
)
def test_a_lack_is_named_once(cause: str, name: str, how: str) -> None:
    loaded = read(with_cause(cause))
    (page,) = make(Site(loaded, check(loaded)))
    content: MechanismsPage = page.content
    drawing = content.drawing[0].content
    assert isinstance(drawing, Network)
    assert name in [node.text for node in drawing.causes]
    assert how in [edge.how for process in content.processes for edge in process.edges]


def test_the_key_stands_above_the_drawing() -> None:
    loaded = read(changed())
    site = Site(loaded, check(loaded))
    (page,) = make(site)
    text = Renderer(template_folders(Path(__file__).parent)).page(MECHANISMS, page, notice(site)).decode()
    assert 0 < text.index("increases it") < text.index("<svg")
