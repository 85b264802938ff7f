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

from perfscheme.formula import nodes
from perfscheme.formula.analysis import Range
from perfscheme.formula.cuts import least_float
from perfscheme.formula.vector.operations import Error, Operation, count_cuts, flag_invalid, states_of
from perfscheme.formula.vector.tiles import Floats, Masks, States, Tile, Value, joined

U = 2.0**-53
SLACK = 1 + 2.0**-20
LIBRARY = 16 * U  # numpy's log, exp and power are within 4 ulp; four times that is allowed for


def number_input(node: nodes.Input, bound: float) -> Operation:
    """A column as it is: the float lies within u of the decimal that prints it."""

    def run(tile: Tile) -> Value:
        x = tile.numbers(node.key)
        nan = flag_invalid(tile, x, node, bound)
        if nan is None:
            return Value(x)
        return Value(x, state=states_of(tile, node.key, nan))

    return Operation(run, error=Error(0.0, U))


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
    """constant + sum of factor * term, from left to right."""
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
    if reach is None or reach.low <= 0 <= reach.high:
        return 0.0
    return math.nextafter(float(min(abs(reach.low), abs(reach.high))), 0.0)


def worst(terms: Sequence[Operation]) -> Error:
    """The error of a value that is one of the terms, or the least or the greatest of them."""
    errors = [x.error or Error() for x in terms]
    return Error(max(e.absolute for e in errors), max(e.relative for e in errors))


def doubt(tile: Tile, x: Floats, error: Error, reach: float) -> Floats | float:
    """How far each value may be from the truth."""
    flat = spread(error, reach) * SLACK
    if math.isfinite(flat):
        return flat
    return (error.absolute + error.relative * np.abs(x)) * SLACK


def straight_pieces(
    x: Operation,
    column: nodes.Input | None,
    cuts: Sequence[nodes.Cut],
    pieces: Sequence[tuple[Fraction, Fraction]],
    reaches: Sequence[Fraction | float],
    reach: Range | None,
) -> Operation:
    """Pieces a + b * x. On a column the cuts are exact; elsewhere a jump within the error is flagged.

    Args:
        column: the input, where `x` is one and nothing else.
        reaches: the largest |x| that each piece meets.
        reach: the range of x.
    """
    x = approximate(x)
    inner = x.error or Error()
    starts = np.array([float(a) for a, _ in pieces])
    slopes = np.array([float(b) for _, b in pieces])
    steepest = float(np.abs(slopes).max(initial=0.0))
    wide = size(reach)
    shift = spread(inner, wide)
    absolute = 0.0
    for (a, b), far in zip(pieces, reaches):
        along = abs(float(b)) * float(far) if b else 0.0
        absolute = max(absolute, 3 * U * along + 2 * U * abs(float(a)))
    if steepest:
        absolute += 3 * steepest * shift  # its own slope once, and a wrong neighbour's twice
    places = [least_float(cut) for cut in cuts] if column else [(float(cut.at), cut.inclusive) for cut in cuts]
    jumps = [
        float(cut.at)
        for cut, (a, b), (c, d) in zip(cuts, pieces, pieces[1:])
        if a + b * cut.at != c + d * cut.at
    ]

    def run(tile: Tile) -> Value:
        value = x.run(tile)
        n = value.n if isinstance(value.n, np.ndarray) else np.full(tile.rows, value.n)
        if column is None:
            margin = doubt(tile, n, inner, wide)
            for jump in jumps:
                near = np.abs(n - jump) <= margin + 2 * U * abs(jump)
                if near.any():
                    tile.flag(near if value.state is None else near & (value.state == 0))
        count_cuts(tile, n, places)
        out, along = tile.take(), tile.take()
        np.take(slopes, tile.index, out=along, mode="clip")
        np.multiply(along, n, out=along)
        np.take(starts, tile.index, out=out, mode="clip")
        np.add(out, along, out=out)
        tile.give(along)
        tile.drop(value)
        return Value(out, state=value.state, owned=True)

    return Operation(run, error=Error(absolute * SLACK))


def rounded(x: Operation, unit: Fraction, mode: nodes.Mode, *, reach: Range | None) -> Operation:
    """The multiple of `unit` next to x; a row that the error could move to another multiple is flagged."""
    x = approximate(x)
    error = x.error or Error()
    wide = size(reach)
    step, scale = float(unit.numerator), float(1 / unit)
    bound = int((math.ceil(reach.size / unit) if reach and math.isfinite(wide) else 2**50) + 1) * unit.numerator
    nearest = {
        "floor": np.floor, "ceiling": np.ceil, "down": np.trunc, "up": _up, "05up": _five_up,
    }.get(mode, _half)  # fmt: skip

    def run(tile: Tile) -> Value:
        value = x.run(tile)
        n = value.n if isinstance(value.n, np.ndarray) else np.full(tile.rows, value.n)
        margin = doubt(tile, n, error, wide) * scale
        z = n * scale
        margin = (margin + 4 * U * (np.abs(z) + 1.0)) * SLACK
        low, high = nearest(z - margin), nearest(z + margin)
        differ = ~(low == high) | ~(np.abs(z) < 2.0**50)
        if differ.any():
            tile.flag(differ if value.state is None else differ & (value.state == 0))
            low[differ] = 0.0
        if step != 1.0:
            low *= step
        tile.drop(value)
        out = tile.take()
        np.copyto(out, low)
        return Value(out, state=value.state, owned=True)

    return Operation(run, unit.denominator, bound)


def _half(z: Floats) -> Floats:
    return np.floor(z + 0.5)


def _up(z: Floats) -> Floats:
    return np.copysign(np.ceil(np.abs(z)), z)


def _five_up(z: Floats) -> Floats:
    whole = np.floor(np.abs(z))
    return np.copysign(whole + ((whole % 5 == 0) & (whole != np.abs(z))), z)


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
        wide: the largest |x|.
        apply: writes the function of the first array into the second.
        error: from the relative (or, without `above`, the absolute) error of x and its size, the result's.
        above: values not above this are flagged (where the function is steep or undefined).
    """
    x = approximate(x)
    inner = x.error or Error()
    before = spread(inner, wide) if above is None else inner.relative + (inner.absolute / above if inner.absolute else 0)

    def run(tile: Tile) -> Value:
        value = x.run(tile)
        n = tile.writable(value)
        if above is not None:
            outside = ~(n > above)
            if outside.any():
                tile.flag(outside if value.state is None else outside & (value.state == 0))
                n[outside] = 1.0
        apply(n, n)
        return Value(n, state=value.state, owned=True)

    return Operation(run, error=error(before, wide))


def compare(left: Operation, right: Operation, relation: nodes.Relation, absent: bool) -> Callable[[Tile], Masks]:
    """Which rows stand in the relation; those within the error are flagged."""
    left, right = approximate(left), approximate(right)
    error = Error(
        (left.error or Error()).absolute + (right.error or Error()).absolute,
        max((left.error or Error()).relative, (right.error or Error()).relative),
    )

    def run(tile: Tile) -> Masks:
        a, b = left.run(tile), right.run(tile)
        state = joined(a.state, b.state)
        n = np.subtract(np.broadcast_to(a.n, tile.rows), b.n)
        far = np.maximum(np.abs(np.broadcast_to(a.n, tile.rows)), np.abs(b.n))
        margin = (error.absolute + 2 * (error.relative + U) * far) * SLACK
        close = ~(np.abs(n) > margin)
        if state is not None:
            close &= state == 0
        if close.any():
            tile.flag(close)
        holds: Masks = n > 0 if relation in ("at-least", "above") else n < 0
        if relation == "equals":
            holds = np.zeros(tile.rows, np.bool_)
        if state is not None:
            holds[state != 0] = absent
        tile.drop(a)
        if b is not a:
            tile.drop(b)
        return holds

    return run
