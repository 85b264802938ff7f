"""Operations in plain float64 with a proven error, for what the integer plan cannot carry.

u = 2**-53 is half the spacing of floats next to 1. Every bound counts each rounding once to first order
and is widened by a factor that covers the higher orders. A decision that lies within the bound is
not taken: the row is flagged, to be scored again exactly.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from fractions import Fraction

import attrs
import numpy as np

from perfscheme.formula.ranges import Range, magnitude
from perfscheme.formula.vector.operations import Error, Operation
from perfscheme.formula.vector.tiles import (
    Floats,
    States,
    Tile,
    Value,
    joined,
)

U = 2.0**-53
SLACK = 1 + 2.0**-20
LIBRARY = 16 * U  # numpy's log, exp and power are within 4 ulp; four times that is allowed for


def approximate(x: Operation) -> Operation:
    """An exact operation as a float: one rounding."""
    if x.error is not None:
        return x
    error = Error(0.0, U)
    if x.q == 1 and x.d_bound == 1:
        return attrs.evolve(x, error=error, bound=0, scale=None)
    q = float(x.q)

    def run(tile: Tile) -> Value:
        value = x.run(tile)
        if not isinstance(value.n, np.ndarray) and not isinstance(value.d, np.ndarray):
            return Value(value.n / (value.d * q), state=value.state)
        out = value.n if value.owned and isinstance(value.n, np.ndarray) else tile.take()
        np.divide(value.n, value.d * q, out=out)
        return Value(out, state=value.state, owned=True)

    return Operation(run, error=error)


def size(reach: Range | None) -> float:
    """A float not below any absolute value in the range."""
    return 0.0 if reach is None else math.nextafter(float(reach.size), math.inf)


def spread(error: Error | None, reach: float) -> float:
    """The absolute error of a value no larger than `reach`."""
    if error is None:
        return 0.0
    return error.absolute + (error.relative * reach if error.relative else 0.0)


def weighted_sum(
    constant: Fraction, terms: Sequence[tuple[Fraction, Operation]], reaches: Sequence[Range | None]
) -> Operation:
    """A constant plus the sum of factor * term, from left to right."""
    parts = [(float(factor), approximate(x)) for factor, x in terms]
    start = float(constant)
    count = len(parts)
    one_sign = constant >= 0 and all(
        r is None or (f > 0 and r.low >= 0) or (f < 0 and r.high <= 0) for (f, _), r in zip(terms, reaches)
    )
    errors = [x.error or Error() for _, x in parts]
    if one_sign:
        error = Error(
            SLACK * sum(abs(f) * e.absolute for (f, _), e in zip(parts, errors)),
            SLACK * (max(e.relative for e in errors) + (count + 3) * U),
        )
    else:
        sizes = [size(r) for r in reaches]
        error = Error(
            SLACK
            * (
                sum(abs(f) * (spread(e, s) + 3 * U * s) for (f, _), e, s in zip(parts, errors, sizes))
                + (count + 1) * U * (abs(start) + sum(abs(f) * s for (f, _), s in zip(parts, sizes)))
            )
        )

    def run(tile: Tile) -> Value:
        out = tile.take()
        out.fill(start)
        state: States | None = None
        for factor, x in parts:
            value = x.run(tile)
            state = joined(state, value.state)
            scaled = value.n if value.owned and isinstance(value.n, np.ndarray) else tile.take()
            np.multiply(value.n, factor, out=scaled)
            np.add(out, scaled, out=out)
            tile.give(scaled)
        return Value(out, state=state, owned=True)

    return Operation(run, error=error)


def multiplied(a: Operation, b: Operation, reaches: tuple[Range | None, Range | None]) -> Operation:
    """Product of two operations."""
    a, b = approximate(a), approximate(b)
    e, f = a.error or Error(), b.error or Error()
    if e.absolute == f.absolute == 0:
        error = Error(0.0, SLACK * (e.relative + f.relative + U))
    else:
        s, t = size(reaches[0]), size(reaches[1])
        p, r = spread(e, s), spread(f, t)
        error = Error(SLACK * (s * r + t * p + p * r + U * s * t))

    def run(tile: Tile) -> Value:
        x, y = a.run(tile), b.run(tile)
        out = tile.take()
        np.multiply(x.n, y.n, out=out)
        state = joined(x.state, y.state)
        tile.drop(x)
        tile.drop(y)
        return Value(out, state=state, owned=True)

    return Operation(run, error=error)


def divided(over: Operation, under: Operation, reaches: tuple[Range | None, Range | None]) -> Operation:
    """Quotient of two operations; divisors that may be zero are flagged."""
    over, under = approximate(over), approximate(under)
    e, f = over.error or Error(), under.error or Error()
    lowest = away_from_zero(reaches[1])
    if f.absolute == 0 and e.absolute == 0:
        error = Error(0.0, SLACK * (e.relative + f.relative + U))
    elif lowest > 2 * spread(f, size(reaches[1])):
        s, r = size(reaches[0]), spread(f, size(reaches[1]))
        error = Error(SLACK * ((spread(e, s) + s * r / lowest) / (lowest - r) + U * s / lowest))
    else:
        error = Error(math.inf)
    margin = f.absolute

    def run(tile: Tile) -> Value:
        x, y = over.run(tile), under.run(tile)
        state = joined(x.state, y.state)
        divisor = np.broadcast_to(y.n, tile.rows).copy()
        zero = np.abs(divisor) <= margin
        if zero.any():
            tile.flag(zero if state is None else zero & (state == 0))
            divisor[zero] = 1.0
        out = tile.take()
        np.divide(x.n, divisor, out=out)
        tile.drop(x)
        tile.drop(y)
        return Value(out, state=state, owned=True)

    return Operation(run, error=error)


def away_from_zero(reach: Range | None) -> float:
    """A float not above any absolute value in the range."""
    if reach is None or reach.low <= 0 <= reach.high:
        return 0.0
    return math.nextafter(float(min(magnitude(reach.low), magnitude(reach.high))), 0.0)


def worst(terms: Sequence[Operation]) -> Error:
    """The error of a value that is one of the terms, or the least or the greatest of them."""
    errors = [x.error or Error() for x in terms]
    return Error(max(e.absolute for e in errors), max(e.relative for e in errors))


def settled(mean: Operation, terms: Sequence[Operation], reaches: Sequence[Range | None]) -> Operation:
    """A mean taken over approximate terms, divided out."""
    count = len(terms)
    error = worst(terms)
    if all(r is None or r.low >= 0 for r in reaches):
        error = Error(error.absolute * SLACK, (error.relative + (count + 4) * U) * SLACK)
    else:
        wide = max(size(r) for r in reaches)
        error = Error((spread(error, wide) + (count + 4) * U * wide) * SLACK)

    def run(tile: Tile) -> Value:
        value = mean.run(tile)
        out = tile.writable(value)
        np.divide(out, value.d, out=out)
        return Value(out, state=value.state, owned=True)

    return Operation(run, error=error)


def function(
    x: Operation,
    wide: float,
    apply: Callable[[Floats, Floats], object],
    error: Callable[[float, float], Error],
    *,
    above: float | None = None,
) -> Operation:
    """A smooth function of x.

    Args:
        x: the argument.
        wide: the largest |x|.
        apply: writes the function of the first array into the second.
        error: from the relative (or, without `above`, the absolute) error of x and its size, the result's.
        above: values not above this are flagged (where the function is steep or undefined).
    """
    x = approximate(x)
    inner = x.error or Error()
    before = spread(inner, wide) if above is None else inner.relative + inner.absolute / above

    def run(tile: Tile) -> Value:
        value = x.run(tile)
        n = tile.writable(value)
        if above is not None:
            outside = ~(n > above)
            if outside.any():
                tile.flag(outside if value.state is None else outside & (value.state == 0))
                n[outside] = 1.0
        apply(n, n)
        lost = ~np.isfinite(n)
        if lost.any():
            tile.flag(lost if value.state is None else lost & (value.state == 0))
            n[lost] = 1.0
        return Value(n, state=value.state, owned=True)

    return Operation(run, error=error(before, wide))
