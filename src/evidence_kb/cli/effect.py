"""`effect`: a 2x2 table by every usual measure."""

from __future__ import annotations

import json
import re

import click

from evidence_kb.analysis.single_comparison import Comparison, compare
from evidence_kb.statistics.errors import CannotCompute
from evidence_kb.statistics.study_data import TwoByTwo

_ARM = re.compile(r"(\d+)\s*/\s*(\d+)")


def read_arm(context: click.Context, parameter: click.Parameter, value: str) -> tuple[int, int]:
    """`15/30` as events and people; a usage error where it is something else."""
    match = _ARM.fullmatch(value.strip())
    if match is None:
        raise click.BadParameter(f"write it as events/people, such as 15/30, not {value!r}")
    return int(match[1]), int(match[2])


@click.command("effect")
@click.argument("treated", callback=read_arm, metavar="EVENTS/PEOPLE")
@click.argument("control", callback=read_arm, metavar="EVENTS/PEOPLE")
@click.option("--unwanted", is_flag=True, help="The event is unwanted (recurrence, harm); wanted where left out.")
@click.option("--level", type=click.FloatRange(50, 99.99), default=95.0, show_default=True, help="Level in percent.")
@click.option("--json", "as_json", is_flag=True, help="Numbers for a program instead of a sentence.")
def command(treated: tuple[int, int], control: tuple[int, int], unwanted: bool, level: float, as_json: bool) -> None:
    """Compare two arms: RR, OR, RD with the intervals of several methods, NNT and p.

    evidence-kb effect 15/30 4/30
    """
    try:
        found = compare(TwoByTwo(*treated, *control), "unwanted" if unwanted else "wanted", level / 100)
    except CannotCompute as refusal:
        raise click.UsageError(refusal.reason) from None
    click.echo(json.dumps(as_data(found), indent=2, ensure_ascii=False) if as_json else as_text(found))


def as_text(found: Comparison) -> str:
    """The sentence, then one line a method."""
    lines = [found.sentence, ""]
    lines += [f"  {line.text}" for line in found.lines]
    lines += [f"  {found.needed_text}, {found.needed.interval_method}"]
    lines += [f"  p {value:.2g}, {name}" for name, value in found.p_values]
    return "\n".join([*lines, *(f"  {reason}" for reason in found.refused)])


def as_data(found: Comparison) -> dict[str, object]:
    """The same as plain data; differences in points of percent, infinity as null."""
    return {
        "sentence": found.sentence,
        "level": found.level,
        "effects": [
            {
                "measure": line.measure,
                "method": line.method,
                "estimate": _finite(line.estimate),
                "low": _finite(line.low),
                "high": _finite(line.high),
            }
            for line in found.lines
        ],
        "number_needed": found.needed_text,
        "p": dict(found.p_values),
        "refused": list(found.refused),
    }


def _finite(value: float) -> float | None:
    return value if abs(value) != float("inf") else None
