"""How long a choice on the page of all claims takes with 10,000 rows, as a ratio to the rows of the real library.

    evidence-kb build && python benchmarks/browse.py [ROWS …]

The built page is copied with its rows multiplied and driven in a headless Chromium from the disk. A choice is timed
from the event to the next frame; the median counts.
"""

from __future__ import annotations

import json
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

SITE = Path(__file__).resolve().parent.parent / "build" / "site"
DATA = "assets/claims-data.js"
HEAD = "window.kbClaims="
TRIES = 10
CHOOSE = """([selector, value]) => new Promise(done => {
  const field = document.querySelector(selector), start = performance.now();
  field.value = value;
  field.dispatchEvent(new Event("input", {bubbles: true}));
  field.dispatchEvent(new Event("change", {bubbles: true}));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""


def multiplied(data: dict[str, Any], number: int) -> dict[str, Any]:
    """The rows repeated under new ids until there are so many."""
    rows = data["rows"]
    return data | {"rows": [[f"{rows[i % len(rows)][0]}-{i}", *rows[i % len(rows)][1:]] for i in range(number)]}


def choices(page: Page) -> list[tuple[str, str]]:
    """A value of each facet, and words for the text field, as (selector, value)."""
    found: list[tuple[str, str]] = page.evaluate(
        """() => [...document.querySelectorAll("[data-kb-browse] select[name]")].filter(s => s.options.length > 1)
        .map(s => [`[data-kb-browse] select[name="${s.name}"]`, s.options[1].value])"""
    )
    return [*found, ("[data-kb-browse] input[name=text], [data-kb-browse] input[type=search]", "magnesium pain")]


def measured(page: Page, folder: Path) -> tuple[float, float]:
    """Milliseconds until the first rows stand on the page, and of the median choice."""
    page.goto((folder / "claims" / "index.html").as_uri())
    page.wait_for_selector("[data-kb-browse] ol li")
    shown = page.evaluate("performance.now()")
    took = []
    for selector, value in choices(page):
        for _ in range(TRIES):
            took.append(page.evaluate(CHOOSE, [selector, value]))
            page.evaluate(CHOOSE, [selector, ""])
    return shown, statistics.median(took)


def main(numbers: list[int]) -> None:
    """Print a line a number of rows."""
    text = (SITE / DATA).read_text("utf-8")
    data = json.loads(text.removeprefix(HEAD).rstrip().removesuffix(";"))
    first = 0.0
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as temporary:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        folder = Path(temporary)
        shutil.copytree(SITE / "assets", folder / "assets")
        shutil.copytree(SITE / "claims", folder / "claims", ignore=lambda _, names: {*names} - {"index.html"})
        for number in [len(data["rows"]), *numbers]:
            content = f"{HEAD}{json.dumps(multiplied(data, number), separators=(',', ':'))};\n"
            (folder / DATA).write_text(content, "utf-8")
            shown, median = measured(browser.new_page(), folder)
            first = first or median
            print(
                f"{number:>6} rows  {len(content) / 1e6:5.2f} MB  first rows after {shown:6.0f} ms  "
                f"a choice {median:6.1f} ms  ratio {median / first:5.2f}"
            )
        browser.close()


if __name__ == "__main__":
    main([int(number) for number in sys.argv[1:]] or [10_000])
