"""How long the gate takes, as a ratio to parsing the same YAML, on the real library and on multiples of it.

    python benchmarks/gate.py [TIMES …]

Every figure is CPU time of this process; ratios compare within the same run, because machines differ.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import process_time

import yaml

from evidence_kb.gate import check
from evidence_kb.loading.library import load_files
from evidence_kb.store import StoredFile, list_files

ROOT = Path(__file__).resolve().parent.parent


def multiplied(files: tuple[StoredFile, ...], times: int) -> list[StoredFile]:
    """The library with each claim file copied under new ids."""
    copies = [
        StoredFile(file.path.replace(".yaml", f"-copy-{number}.yaml"), file.raw)
        for number in range(1, times)
        for file in files
        if file.path.startswith("claims/")
    ]
    return [*files, *copies]


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of one call: the least of three."""
    took = []
    for _ in range(3):
        start = process_time()
        work()
        took.append(process_time() - start)
    return min(took)


def parsed(files: list[StoredFile]) -> list[object]:
    """The same files through PyYAML's own safe loader, in C where libyaml is there."""
    return [yaml.load(file.raw, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)) for file in files]  # noqa: S506


def gate(files: list[StoredFile]) -> object:
    """Reading and all rules."""
    return check(load_files(files))


def main(arguments: list[str]) -> None:
    """Print one row for each multiple."""
    files, _ = list_files(ROOT)
    print(f"{'files':>8} {'parse s':>9} {'load s':>9} {'rules s':>9} {'load/parse':>11} {'all/parse':>10}")
    for times in [int(argument) for argument in arguments] or [1, 5]:
        stored = multiplied(files, times)
        parse, load, everything = (cpu(partial(work, stored)) for work in (parsed, load_files, gate))
        ratios = f"{load / parse:>11.2f} {everything / parse:>10.2f}"
        print(f"{len(stored):>8} {parse:>9.2f} {load:>9.2f} {everything - load:>9.2f} {ratios}")


if __name__ == "__main__":
    main(sys.argv[1:])
