"""Scales of drawings: where a value lies on an axis, which ticks the axis bears, and how a length is written."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log, log10

LOG_TICKS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0)


def px(value: float) -> str:
    """A coordinate with at most one decimal."""
    text = f"{value:.1f}"
    return text.removesuffix(".0") if text != "-0.0" else "0"


@dataclass(frozen=True, slots=True)
class Axis:
    """A piece of an axis from `low` to `high` in data, drawn from `left` to `right`."""

    low: float
    high: float
    left: float
    right: float
    logarithmic: bool

    def at(self, value: float) -> float:
        """The place of a value; values outside lie at the ends."""
        low, high, here = (self._scaled(each) for each in (self.low, self.high, max(min(value, self.high), self.low)))
        return self.left + (self.right - self.left) * (here - low) / (high - low)

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """A few round values inside the axis with their labels."""
        if self.logarithmic:
            found = [tick for tick in LOG_TICKS if self.low <= tick <= self.high]
            while len(found) > 6:
                found = [tick for place, tick in enumerate(found) if place % 2 == 0 or tick == 1.0]
            return tuple((tick, f"{tick:g}") for tick in found)
        step = _step(self.high - self.low)
        first = ceil(self.low / step - 1e-9)
        last = floor(self.high / step + 1e-9)
        return tuple((n * step, _label(n * step, step)) for n in range(first, last + 1))

    def _scaled(self, value: float) -> float:
        return log(max(value, 1e-9)) if self.logarithmic else value


def _step(span: float) -> float:
    rough = span / 5
    power = 10.0 ** floor(log10(rough))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * 0.999)


def _label(value: float, step: float) -> str:
    decimals = max(0, -floor(log10(step) + 1e-9))
    text = f"{value:.{decimals}f}"
    return "0" if float(text) == 0 else text.replace("-", "\u2212")


def axis_for(values: list[float], null: float, left: float, right: float, logarithmic: bool) -> Axis:
    """An axis that holds most values and the null; intervals far out are left to arrows."""
    inner = sorted([*values, null])
    if logarithmic:
        low, high = max(inner[0], 0.02), min(inner[-1], 50.0)
        return Axis(min(low, 0.8) / 1.15, max(high, 1.25) * 1.15, left, right, True)
    reach = max(abs(inner[0] - null), abs(inner[-1] - null), 1e-6)
    return Axis(
        min(inner[0], null - reach / 6) - reach * 0.06,
        max(inner[-1], null + reach / 6) + reach * 0.06,
        left,
        right,
        False,
    )
