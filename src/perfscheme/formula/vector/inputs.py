"""Columns as the operations read them: checked against their valid range, decoded, or only compared."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from perfscheme.formula import nodes
from perfscheme.formula.cuts import least_float, nearest_float
from perfscheme.formula.vector.operations import Error, Operation, Run
from perfscheme.formula.vector.pieces import count_cuts
from perfscheme.formula.vector.tiles import (
    MISSING,
    NOT_APPLICABLE,
    Floats,
    Masks,
    States,
    Tile,
    Value,
)

WIDEST = 10**12
"""An input without a range is carried up to this; rows beyond it are handed back."""

_SMALLEST = 2.0**-100
"""Products of smaller numbers could leave the range in which floats keep all their digits."""


def states_of(tile: Tile, key: str, nan: Masks) -> States | None:
    """States of a number column, from the mask of its NaNs."""
    state = nan.astype(np.int8)
    np.multiply(state, np.int8(MISSING), out=state)
    not_applicable = tile.columns.not_applicable.get(key)
    if not_applicable is not None:
        state[not_applicable[tile.start : tile.start + tile.rows]] = NOT_APPLICABLE
    return state


def flag_invalid(tile: Tile, x: Floats, valid: nodes.Input, bound: float) -> Masks | None:
    """Flag the rows outside an input's valid range; returns the mask of NaNs, None if there are none."""
    low = -bound if valid.low is None else nearest_float(valid.low)
    high = bound if valid.high is None else nearest_float(valid.high)
    least, greatest = np.minimum.reduce(x), np.maximum.reduce(x)
    nan: Masks | None = None
    if least != least:
        nan = np.isnan(x)
        least, greatest = np.fmin.reduce(x), np.fmax.reduce(x)
    # A limit of many digits may lie beside its float: rows at the float itself are looked at exactly.
    if (
        least < low
        or greatest > high
        or (valid.low is not None and low != valid.low and least <= low)
        or (valid.high is not None and high != valid.high and greatest >= high)
    ):
        tile.flag((x <= low) | (x >= high) if low != valid.low or high != valid.high else (x < low) | (x > high))
    if valid.gap is not None:
        above, upto = map(float, valid.gap)
        if least <= upto:
            tile.flag((x > above) & (x <= upto))
    return nan


def number_input(node: nodes.Input, decimals: int, bound: int) -> Operation:
    """A column decoded to whole multiples of 10**-decimals; rows that are not such multiples are flagged."""
    key, power, widest = node.key, float(10**decimals), float(Fraction(bound, 10**decimals))

    def run(tile: Tile) -> Value:
        x = tile.numbers(key)
        nan = flag_invalid(tile, x, node, widest)
        n, same = tile.take(), tile.mask
        if decimals:
            np.multiply(x, power, out=n)
            np.rint(n, out=n)
            back = tile.take()
            np.divide(n, power, out=back)
            np.equal(back, x, out=same)
            tile.give(back)
        else:
            np.rint(x, out=n)
            np.equal(n, x, out=same)
        if nan is None:
            if not same.all():
                tile.flag(~same)
            return Value(n, owned=True)
        np.logical_or(same, nan, out=same)
        if not same.all():
            tile.flag(~same)
        return Value(n, state=states_of(tile, key, nan), owned=True)

    return Operation(run, 10**decimals, bound)


def float_input(node: nodes.Input, bound: float) -> Operation:
    """A column as it is: the float lies within u of the decimal that prints it."""

    def run(tile: Tile) -> Value:
        x = tile.numbers(node.key)
        nan = flag_invalid(tile, x, node, bound)
        small = (x < _SMALLEST) & (x > -_SMALLEST) & (x != 0)
        if small.any():
            tile.flag(small)
        if nan is None:
            return Value(x)
        return Value(x, state=states_of(tile, node.key, nan))

    return Operation(run, error=Error(0.0, 2.0**-53))


def level_steps(x: nodes.Input, cuts: Sequence[nodes.Cut], levels: Sequence[Fraction], widest: float) -> Operation:
    """Flat pieces straight on a column: comparisons of floats decide, nothing is decoded."""
    q = math.lcm(*(level.denominator for level in levels))
    places = [least_float(cut) for cut in cuts]
    whole = [int(level * q) for level in levels]

    def scaled(k: int) -> Run:
        table = np.array([n * k for n in whole], np.float64)

        def run(tile: Tile) -> Value:
            column = tile.numbers(x.key)
            nan = flag_invalid(tile, column, x, widest)
            count_cuts(tile, column, places)
            n = tile.take()
            np.take(table, tile.index, out=n, mode="clip")
            if nan is None:
                return Value(n, owned=True)
            return Value(n, state=states_of(tile, x.key, nan), owned=True)

        return run

    return Operation(scaled(1), q, max(map(abs, whole)), scale=scaled)
