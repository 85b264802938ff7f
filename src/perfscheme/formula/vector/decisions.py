"""Decisions on floats within an error: where it could change the answer, the row is flagged."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

import numpy as np

from perfscheme.formula import nodes
from perfscheme.formula.cuts import least_float
from perfscheme.formula.ranges import Range
from perfscheme.formula.vector.approximations import SLACK, U, approximate, size, spread
from perfscheme.formula.vector.operations import Error, Operation
from perfscheme.formula.vector.pieces import count_cuts
from perfscheme.formula.vector.tiles import (
    Floats,
    Masks,
    Tile,
    Value,
    joined,
)


def doubt(x: Floats, error: Error, reach: float) -> Floats | float:
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
        x: the argument.
        cuts: where pieces meet, ascending.
        pieces: start and slope of each.
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
    jumps = [float(cut.at) for cut, (a, b), (c, d) in zip(cuts, pieces, pieces[1:]) if a + b * cut.at != c + d * cut.at]

    def run(tile: Tile) -> Value:
        value = x.run(tile)
        n = tile.numbers_of(value)
        if column is None:
            margin = doubt(n, inner, wide)
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
    nearest: Callable[[Floats], Floats] = _NEAREST.get(mode, _half)

    def run(tile: Tile) -> Value:
        value = x.run(tile)
        n = tile.numbers_of(value)
        margin = doubt(n, error, wide) * scale
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
    away: Floats = np.copysign(whole + ((whole % 5 == 0) & (whole != np.abs(z))), z)
    return away


_NEAREST: Mapping[str, Callable[[Floats], Floats]] = {
    "floor": np.floor, "ceiling": np.ceil, "down": np.trunc, "up": _up, "05up": _five_up,
}  # fmt: skip


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
