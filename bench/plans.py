"""The two plans of the benchmark as plain data for the competitors: what the two scheme files here say."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
CUTS = (60.0, 70.0, 80.0, 90.0)
NAMES = ("E", "D", "C", "B", "A")


class Linear(NamedTuple):
    """Straight pieces through the points; flat outside."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]


class Steps(NamedTuple):
    """Flat tiers; a cut belongs to the tier above it."""

    cuts: tuple[float, ...]
    ys: tuple[float, ...]


class Ratio(NamedTuple):
    """100 times the value over the target, from 0 to `cap`."""

    target: float
    cap: float


class Deduct(NamedTuple):
    """`start` less `per` for each, never below 0."""

    start: float
    per: float


Curve = Linear | Steps | Ratio | Deduct


class Item(NamedTuple):
    """One indicator: the input's key, the curve, the weight."""

    key: str
    curve: Curve
    weight: float


FIVE = (
    Item("attendance", Linear((80.0, 90.0, 98.0), (0.0, 60.0, 100.0)), 30.0),
    Item("overtime", Steps((2.0, 5.0, 10.0), (100.0, 80.0, 50.0, 0.0)), 10.0),
    Item("sales", Ratio(100_000.0, 100.0), 30.0),
    Item("late", Deduct(100.0, 5.0), 10.0),
    Item("satisfaction", Linear((1.0, 3.0, 5.0), (0.0, 50.0, 100.0)), 20.0),
)
TWELVE = (
    *FIVE,
    Item("progress", Linear((0.0, 20.0, 40.0, 60.0, 80.0, 100.0), (0.0, 10.0, 30.0, 60.0, 85.0, 100.0)), 15.0),
    Item("response", Steps((1.0, 3.0, 6.0, 12.0, 24.0), (100.0, 90.0, 70.0, 40.0, 20.0, 0.0)), 5.0),
    Item("cases", Ratio(40.0, 120.0), 20.0),
    Item("errors", Deduct(100.0, 2.5), 10.0),
    Item("delay", Linear((0.0, 0.5, 2.0, 4.0), (100.0, 80.0, 30.0, 0.0)), 20.0),
    Item("training", Linear((60.0, 95.0), (0.0, 100.0)), 10.0),
    Item("hours", Ratio(160.0, 100.0), 20.0),
)
PLANS = {5: FIVE, 12: TWELVE}
FILES = {5: HERE / "five.scheme.yaml", 12: HERE / "twelve.scheme.yaml"}
RECORD = {"attendance": 93.5, "overtime": 3.0, "sales": 87_250.0, "late": 2, "satisfaction": 4.2}


def decimal(value: float) -> Fraction:
    """The decimal that prints the float."""
    return Fraction(repr(value))


def exact_points(curve: Curve, x: Fraction) -> Fraction:
    """Points by rational arithmetic."""
    match curve:
        case Linear(xs=xs, ys=ys):
            knots = [(decimal(a), decimal(b)) for a, b in zip(xs, ys, strict=True)]
            if x <= knots[0][0]:
                return knots[0][1]
            for (x0, y0), (x1, y1) in pairwise(knots):
                if x <= x1:
                    return y0 + (x - x0) * (y1 - y0) / (x1 - x0)
            return knots[-1][1]
        case Steps(cuts=cuts, ys=ys):
            return decimal(ys[sum(x >= decimal(cut) for cut in cuts)])
        case Ratio(target=target, cap=cap):
            return max(Fraction(0), min(decimal(cap), 100 * x / decimal(target)))
        case Deduct(start=start, per=per):
            return max(Fraction(0), decimal(start) - decimal(per) * x)


def exact_score(plan: tuple[Item, ...], values: list[float]) -> tuple[Fraction, int]:
    """The rounded total and the grade (0 the worst) of one row by rational arithmetic; NaN is missing."""
    over = under = Fraction(0)
    for item, value in zip(plan, values, strict=True):
        if value == value:
            over += decimal(item.weight) * exact_points(item.curve, decimal(value))
            under += decimal(item.weight)
    rounded = Fraction((20 * over + under) // (2 * under), 10)
    return rounded, sum(rounded >= decimal(cut) for cut in CUTS)
