"""Flat means: a mean of nothing but lines, which is one loop over a record."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any, TypeAlias

import attrs

from perfscheme.formula import nodes
from perfscheme.formula.cuts import decimal
from perfscheme.formula.lines import Lines
from perfscheme.formula.reals import Exact, combine
from perfscheme.formula.scalar.parts import SLACK, U, Unsupported, Workshop, float_cuts

Term: TypeAlias = tuple[Fraction, nodes.Formula]
Step: TypeAlias = tuple[str, list[float], tuple[float, ...], tuple[float, ...]]


class Flat:
    """Factors times lines, added up.

    `steps`: for each term the key of its input, its cuts, and where its pieces start and how they slope, in floats;
    `error`: how far the sum in floats may be from the true one; `size`: not below any absolute value of the sum.
    """

    def __init__(self, make: Workshop, terms: Sequence[tuple[Fraction, Lines]]) -> None:
        self.steps: list[Step] = []
        self._pieces: list[tuple[tuple[Fraction, Fraction], ...]] = []
        error = size = 0.0
        for factor, found in terms:
            assert found.x is not None
            scaled = attrs.evolve(found, pieces=tuple((factor * a, factor * b) for a, b in found.pieces))
            starts, slopes = tuple(float(a) for a, _ in scaled.pieces), tuple(float(b) for _, b in scaled.pieces)
            self.steps.append((found.x.key, float_cuts(found.cuts), starts, slopes))
            self._pieces.append(scaled.pieces)
            error += make.line_error(scaled)
            reach = make.ranges.range(nodes.Piecewise(found.x, scaled.cuts, scaled.pieces))
            size += math.inf if reach is None else float(reach.size)
        self.error = (error + (len(self.steps) + 1) * U * size) * SLACK
        self.size = size

    def exact(self, value: Callable[[str], Any]) -> Fraction:
        """The true sum; `value` gives the float or whole number of an input."""
        constant = Fraction(0)
        slopes: list[tuple[Fraction, Exact]] = []
        for (key, cuts, *_), pieces in zip(self.steps, self._pieces):
            x = value(key)
            a, b = pieces[bisect_right(cuts, x)]
            constant += a
            if b:
                slopes.append((b, decimal(x)))
        found = combine(slopes, constant)
        assert isinstance(found, Fraction)
        return found


def shares(node: nodes.Mean) -> list[Term]:
    """The terms of a mean, each with its share of the weight.

    Raises:
        Unsupported: a weight is not the same for everybody.
    """
    weights = [weight.value for weight in node.weights if isinstance(weight, nodes.Const)]
    total = sum(weights, Fraction(0))
    if len(weights) < len(node.weights) or not total:
        raise Unsupported
    return [(weight / total, x) for weight, x in zip(weights, node.terms)]


def flat(make: Workshop, terms: Sequence[Term]) -> Flat | None:
    """The sum of factors times nodes; None where a node is more than lines."""
    found = [(factor, make.lines(x)) for factor, x in terms]
    straight = [(factor, x) for factor, x in found if x is not None and x.x is not None]
    return Flat(make, straight) if len(straight) == len(found) else None


def rounded(make: Workshop, node: nodes.Round) -> Callable[[Mapping[str, Any]], int | None] | None:
    """From a record the units of a rounded flat mean; None where the node is more than that.

    What it makes checks a value and finds its piece in one search, for a piece beyond the range of the input is NaN,
    which is no whole number. It says None, or raises, where floats cannot tell and where a value is not a plain one.
    """
    if not isinstance(node.x, nodes.Mean) or make.labels or node.mode not in ("half-up", "half-down", "half-even"):
        return None
    found = flat(make, [(share / node.unit, x) for share, x in shares(node.x)])
    if found is None:
        return None
    margin = (found.error + 6 * U * (found.size + 1)) * SLACK
    limits = {key: (low, high) for key, low, high in make.numbers}
    read = {key for key, *_ in found.steps}
    unread: list[Step] = [(key, [], (0.0,), (0.0,)) for key in limits if key not in read]
    steps = [_within(step, *limits[step[0]]) for step in found.steps + unread]
    floor = math.floor

    def whole(record: Mapping[str, Any]) -> int | None:
        total = 0.5
        for key, cuts, starts, slopes in steps:
            x = record[key]
            kind = type(x)
            if kind is not float and kind is not int:
                return None
            i = bisect_right(cuts, x)
            total += starts[i] + slopes[i] * x
        n = floor(total)
        return n if margin < total - n < 1.0 - margin else None

    return whole


def _within(step: Step, low: float, high: float) -> Step:
    """A step whose pieces end with the range of its input, NaN beyond."""
    key, cuts, starts, slopes = step
    first, last = bisect_right(cuts, low), bisect_left(cuts, math.nextafter(high, math.inf))
    inside = slice(first, last + 1)
    return (
        key,
        [low, *cuts[first:last], math.nextafter(high, math.inf)],
        (math.nan, *starts[inside], math.nan),
        (0.0, *slopes[inside], 0.0),
    )
