"""Cuts on floats: where a float stands for the decimal that prints it."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Final

from perfscheme.formula.nodes import Cut

DIGITS: Final = 15
"""A decimal of at most so many digits is the one that its float prints: no two of them read as the same float."""

CARRIED: Final = 10**DIGITS
"""Whole numbers below it have so many digits."""

WHOLE: Final = 2**53
"""Up to it every whole number is a float of its own."""


def decimal(x: float) -> Fraction:
    """The number that a float stands for: the shortest decimal that reads back as it; a whole number is itself."""
    return Fraction(x) if isinstance(x, int) else Fraction(repr(float(x)))


def nearest_float(x: Fraction) -> float:
    """The float nearest to a number; an infinity where none reaches it."""
    try:
        return float(x)
    except OverflowError:
        return math.inf if x > 0 else -math.inf


def least_float(cut: Cut) -> tuple[float, bool]:
    """The cut on floats: `x` reaches it exactly when the decimal that prints `x` reaches `cut`.

    Printing and reading back keep order, so one float divides those below from those above.

    Returns:
        The float, and whether it is itself above (x >= float) or below (x > float).
    """
    near = float(cut.at)
    printed = decimal(near)
    if printed == cut.at:
        return near, cut.inclusive
    return (near if printed > cut.at else math.nextafter(near, math.inf)), True
