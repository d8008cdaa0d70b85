"""A small library with known faults, as the reports see it."""

from __future__ import annotations

import pytest

from evidence_kb.gate import Report, check
from evidence_kb.loading.library import Loaded, load_files
from evidence_kb.rules.cases import Case, changed_files, example_files

BROKEN = "claims/background/broken.yaml"


@pytest.fixture(scope="package")
def faulty() -> Loaded:
    """The example library with an error, a warning, a file that cannot be read, and one waived finding."""
    case = Case(
        "faulty",
        True,
        file="claims/trials/birch-2004-intensity.yaml",
        replace=(("of: velorine", "of: velorin"),),
        added=((BROKEN, b"type: fact\nstatement: Result: <b>more</b> | relief\n"),),
    )
    files = changed_files(case, example_files())
    terms = Case(
        "term",
        True,
        file="vocabulary/drug-classes.yaml",
        replace=(("label: Quinols", "label: Quinols\n  codes: {mesh: D1}"),),
    )
    return load_files(changed_files(terms, files))


@pytest.fixture(scope="package")
def report(faulty: Loaded) -> Report:
    """What the gate says of it."""
    return check(faulty)
