"""On a wide screen the links of a table's cells break between words: the theme lets them break anywhere."""

from __future__ import annotations

import re

from evidence_kb.site.render import packaged_templates


def wide_screen_rules() -> dict[str, str]:
    """The declarations by selector inside the rules for screens of 45em and more, the later ones added."""
    text = (packaged_templates() / "assets/site.css").read_text("utf-8")
    found: dict[str, str] = {}
    for block in re.findall(r"@media screen and \(min-width: 45em\) \{((?:[^{}]*\{[^{}]*\})*)\s*\}", text):
        for selectors, declarations in re.findall(r"([^{}]+)\{([^{}]*)\}", block):
            for selector in selectors.split(","):
                found[selector.strip()] = found.get(selector.strip(), "") + declarations
    return found


def test_links_in_cells_break_between_words() -> None:
    declared = wide_screen_rules()[".md-typeset .kb-table a"]
    assert "overflow-wrap: break-word" in declared
    assert "word-break: normal" in declared


def test_the_columns_of_the_comparison_have_room_for_a_word() -> None:
    assert "min-width" in wide_screen_rules()[".md-typeset .kb-compare td"]
