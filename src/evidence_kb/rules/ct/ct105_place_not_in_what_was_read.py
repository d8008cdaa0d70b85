"""The locator points at a part that was not read.

Who read the abstract did not see Table 2; who read a label saw its sections; and a news page shows itself, not the
chapters of a paper. `locator.part` names a place in what
`read` says was read.

Why it matters:
Either the figures come from somewhere else than the citation says, or more was read than it admits.

How to fix it:
Correct `read` or `locator.part`. Figures of a table that somebody else repeats are `second-hand`.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence_kb.records.citation import Citation
from evidence_kb.rules.rule import Context, Problem, rule

FITTING: dict[str, tuple[str, ...]] = {
    "abstract": ("title", "abstract", "key-points"),
    "label": ("title", "label-section", "boxed-warning", "table", "figure"),
    "registry": ("title", "registry-record"),
}
NOT_FITTING: dict[str, tuple[str, ...]] = {
    "full-text": ("registry-record",),
    "part": ("abstract", "registry-record", "label-section", "boxed-warning"),
}
# What a news page, a lecture or a society shows of a paper: not its chapters.
RETOLD = ("title", "key-points", "web-page", "recommendation", "table", "figure", "other")
BY_PAGE: dict[str, tuple[str, ...]] = {
    "news": RETOLD,
    "press-release": RETOLD,
    "teaching-page": RETOLD,
    "society-page": RETOLD,
    "other": RETOLD,
    "registry": ("title", "registry-record"),
}


@rule("CT105", each=Citation)
def place_not_in_what_was_read(citation: Citation, context: Context) -> Iterator[Problem]:
    """Compare the part with what was read."""
    part, allowed, read = citation.locator.part, FITTING.get(citation.read, ()), f"`{citation.read}`"
    if citation.read == "second-hand" and citation.via is not None and citation.via.kind in BY_PAGE:
        allowed, read = BY_PAGE[citation.via.kind], f"`second-hand` through a page of kind `{citation.via.kind}`"
    if (allowed and part not in allowed) or part in NOT_FITTING.get(citation.read, ()):
        expected = f" It may be: {', '.join(allowed)}." if allowed else ""
        fix = "Correct `locator.part`, or say in `read` what was really read."
        yield Problem(
            f"`read` says {read}, and `{part}` is no part of that.{expected}",
            ("locator", "part"),
            value=part,
            allowed=allowed,
            fix=fix,
        )
