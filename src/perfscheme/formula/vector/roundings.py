"""Rounding of whole-number ratios, by all the modes of `decimal`."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np

from perfscheme.formula import nodes
from perfscheme.formula.vector.operations import LIMIT, Operation, TooLarge
from perfscheme.formula.vector.tiles import Floats, Tile, Value


def whole_ratio(a: Floats, b: Floats | float, mode: nodes.Mode, *, nonnegative: bool, out: Floats) -> None:
    """Round a / b to whole numbers; `a` and `b` > 0 are whole, 2|a| + 2b < 2**53. `a` is used up.

    One division and a floor are exact: for whole a >= 0, b > 0 with a + b < 2**53 the rounded
    quotient never reaches the next whole number from below, so floor(fl(a / b)) = floor(a / b).
    """
    if mode == "floor" or (mode == "down" and nonnegative):
        np.divide(a, b, out=out)
        np.floor(out, out=out)
        return
    if mode == "ceiling" or (mode == "up" and nonnegative):
        np.divide(a, b, out=out)
        np.ceil(out, out=out)
        return
    if mode == "half-up" and nonnegative:
        np.multiply(a, 2.0, out=a)
        np.add(a, b, out=a)
        np.divide(a, np.multiply(b, 2.0), out=out)
        np.floor(out, out=out)
        return
    sign = np.sign(a)
    np.abs(a, out=a)
    match mode:
        case "up":
            np.divide(a, b, out=out)
            np.ceil(out, out=out)
        case "down":
            np.divide(a, b, out=out)
            np.floor(out, out=out)
        case "05up":
            np.divide(a, b, out=out)
            np.floor(out, out=out)
            np.add(out, (out % 5 == 0) & (out * b != a), out=out)
        case _:
            twice = 2.0 * a + b
            np.divide(twice, 2.0 * b, out=out)
            np.floor(out, out=out)
            if mode != "half-up":
                tie = out * (2.0 * b) == twice
                np.subtract(out, tie & (out % 2 == 1) if mode == "half-even" else tie, out=out)
    np.multiply(out, sign, out=out)


def rounded(x: Operation, unit: Fraction, mode: nodes.Mode, *, reach: Fraction, nonnegative: bool) -> Operation:
    """The multiple of `unit` next to x, which is a small whole number again.

    Args:
        x: exact.
        unit: above 0.
        mode: how.
        reach: the largest |x| that is possible.
        nonnegative: x is never below 0, which saves the signs.

    Raises:
        TooLarge: the division might not be exact.
    """
    shared = math.gcd(unit.denominator, x.q * unit.numerator)
    up, down = unit.denominator // shared, x.q * unit.numerator // shared
    if 2 * x.bound * up + 2 * down * x.d_bound >= LIMIT:
        raise TooLarge
    run_x, bottom, step = x.times(up), float(down), float(unit.numerator)
    bound = (math.ceil(reach / unit) + 1) * unit.numerator

    def run(tile: Tile) -> Value:
        value = run_x(tile)
        a = tile.writable(value)
        b = value.d * bottom
        if value.state is not None and isinstance(b, np.ndarray):
            np.maximum(b, 1.0, out=b)
        out = tile.take()
        whole_ratio(a, b, mode, nonnegative=nonnegative, out=out)
        tile.give(a)
        if step != 1.0:
            np.multiply(out, step, out=out)
        return Value(out, state=value.state, owned=True)

    return Operation(run, unit.denominator, bound)
