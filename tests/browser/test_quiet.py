"""Every page opens from a disk without asking anybody anything and without a word on the console."""

from __future__ import annotations

from pathlib import Path

import pytest

from browser.conftest import Opener
from browser.page_types import sample_pages

pytestmark = pytest.mark.browser


def test_pages_are_quiet(visit: Opener, real_site: Path) -> None:
    with visit() as seen:
        for path in sample_pages(real_site):
            seen.open(path)
            seen.page.wait_for_timeout(20)


def test_the_policy_forbids_what_is_not_shipped(visit: Opener) -> None:
    with visit() as seen:
        seen.page.evaluate(
            "document.head.appendChild(Object.assign(document.createElement('style'), {textContent: 'a{}'}))"
        )
        seen.page.wait_for_timeout(50)
        assert any("Content Security Policy" in complaint for complaint in seen.complaints)
        seen.complaints.clear()
