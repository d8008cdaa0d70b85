"""Where a browser is required, a browser test that was skipped counts as failed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SUITE = """
import pytest

@pytest.mark.browser
def test_in_the_browser():
    pytest.skip("no browser")

def test_elsewhere():
    pytest.skip("something else")
"""


@pytest.mark.parametrize(("required", "exit_code", "closing"), [("0", 0, "2 skipped"), ("1", 1, "1 failed, 1 skipped")])
def test_a_skipped_browser_test(repository: Path, tmp_path: Path, required: str, exit_code: int, closing: str) -> None:
    shutil.copy(repository / "tests/conftest.py", tmp_path)
    (tmp_path / "test_sample.py").write_text(SUITE, "utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = browser\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"],
        cwd=tmp_path,
        env={**os.environ, "EVIDENCE_KB_REQUIRE_BROWSER": required},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == exit_code, done.stdout
    assert closing in done.stdout
