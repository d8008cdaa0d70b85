"""How long a build of the real library takes, as a ratio to `mkdocs build` alone on the same generated pages.

    python benchmarks/build.py [TIMES]

Both run in turn, in processes of their own, and wall-clock minima are compared: machines differ, and so do minutes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = Path(sys.executable).parent


def seconds(command: Sequence[str | Path]) -> float:
    """Wall-clock seconds of a command that has to succeed."""
    start = perf_counter()
    subprocess.run(
        list(map(str, command)),
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )
    return perf_counter() - start


def main(times: int) -> None:
    """Print the two minima and their ratio."""
    build, alone = [SCRIPTS / "evidence-kb", "build"], [SCRIPTS / "mkdocs", "build", "--quiet"]
    took: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(times):
            took.append((seconds(build), seconds([*alone, "--site-dir", folder])))
    ours, theirs = (min(each) for each in zip(*took, strict=True))
    print(f"evidence-kb build {ours:.1f} s  mkdocs build alone {theirs:.1f} s  ratio {ours / theirs:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
