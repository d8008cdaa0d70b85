"""References as readers see them, set by a CSL style through citeproc-py (extra `site`)."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from evidence_kb.references.csl_json import Item, to_csl_json

if TYPE_CHECKING:
    from citeproc import CitationStylesStyle

DEFAULT_STYLE = "vancouver"
NO_TITLE = "[title not seen]"

_KEY = "item"
# citeproc-py knows CSL 1.0, where a conference was `event`.
_OLDER_NAMES = {"event-title": "event"}
# The CSL processor is to leave out the full stop after these; citeproc-py does so only for equal signs.
_DOUBLED = re.compile(r"(?<=[?!…])\.(?=\s|$)|(?<=[?!]”)\.(?=\s|$)")


def format_reference(csl: Mapping[str, object], style: str = DEFAULT_STYLE) -> str:
    """The reference as plain text on one line, such as a printed list has it.

    Raises `ValueError` for a style that the package does not have and `ImportError` without the extra `site`.
    """
    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
    from citeproc.source.json import CiteProcJSON

    source = CiteProcJSON([_prepared(csl)])
    bibliography = CitationStylesBibliography(_loaded(style), source, formatter.plain)
    bibliography.register(Citation([CitationItem(_KEY)]))
    text = "".join(str(part) for part in bibliography.bibliography()[0])
    return _DOUBLED.sub("", " ".join(text.split()))


def format_reference_html(csl: Mapping[str, object], style: str = DEFAULT_STYLE) -> str:
    """The reference as HTML for the inside of an element or an attribute: the plain text, escaped.

    The HTML formatter of citeproc-py lets mark-up in titles and names through, so it is not used; the styles of this
    package set no type face that would be lost. Raises as `format_reference` does.
    """
    return html.escape(format_reference(csl, style))


def styles() -> tuple[str, ...]:
    """The names of the styles that the package has, sorted: what `citation_style` in `library.yaml` may say."""
    folder = resources.files("evidence_kb.references") / "styles"
    return tuple(sorted(file.name.removesuffix(".csl") for file in folder.iterdir() if file.name.endswith(".csl")))


def _prepared(csl: Mapping[str, object]) -> dict[str, Any]:
    """The item as citeproc-py takes it: only variables that it knows, and a title where none was seen."""
    from citeproc import DATES, NAMES, VARIABLES

    known = {name.replace("_", "-") for name in (*VARIABLES, *NAMES, *DATES)} | {"id", "type"}
    item: Item = to_csl_json(_KEY, csl)
    item.setdefault("title", NO_TITLE)
    named = {_OLDER_NAMES.get(variable, variable): value for variable, value in item.items()}
    return {variable: value for variable, value in named.items() if variable in known}


@lru_cache(maxsize=4)
def _loaded(style: str) -> CitationStylesStyle:
    from citeproc import CitationStylesStyle

    if style not in styles():
        raise ValueError(f"there is no citation style {style!r}; there are: {', '.join(styles())}")
    file = resources.files("evidence_kb.references") / "styles" / f"{style}.csl"
    with resources.as_file(file) as path:
        return CitationStylesStyle(str(path), validate=False)
