"""Whole numbers in arrays that stay exact: int64 where a bound allows it, Python's own beyond."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.formula.cuts import WHOLE

Mask = NDArray[np.bool_]
Whole = NDArray[Any]
"""Whole numbers: int64, or Python's own where these are too large."""

BITS = 62
LIMIT = 2**BITS
"""Whole numbers below it are int64, and so is the sum of two."""


def size_of(values: Whole) -> int:
    """The greatest absolute value; 0 of none."""
    return max(abs(int(values.max())), abs(int(values.min()))) if len(values) else 0


def whole_array(values: list[int]) -> Whole:
    """Whole numbers as int64, or as Python's own where one of them is too large."""
    if all(-LIMIT < value < LIMIT for value in values):
        return np.array(values, np.int64)
    found = np.empty(len(values), object)
    found[:] = values
    return found


def padded(values: Whole, size: int) -> Whole:
    """Values by subject with zeros for those that came later."""
    more = size - len(values)
    return np.concatenate([values, np.zeros(more, values.dtype)]) if more else values


def times(values: Whole, factor: int) -> Whole:
    """Every number times one."""
    if factor == 1:
        return values
    if values.dtype != object and max(size_of(values), 1) * abs(factor) < LIMIT:
        return np.asarray(values * factor)
    return np.asarray(values.astype(object) * factor)


def product(a: Whole, b: Whole) -> Whole:
    """Number by number."""
    if a.dtype != object and b.dtype != object and size_of(a) * size_of(b) < LIMIT:
        return np.asarray(a * b)
    return np.asarray(a.astype(object) * b.astype(object))


def plus(a: Whole, b: Whole) -> Whole:
    """Number by number."""
    if a.dtype != object and b.dtype != object and size_of(a) + size_of(b) < LIMIT:
        return np.asarray(a + b)
    return np.asarray(a.astype(object) + b.astype(object))


def sums(values: Whole, groups: NDArray[np.intp], size: int) -> Whole:
    """The sum of each group, exactly."""
    if values.dtype == object or size_of(values) * len(values) >= LIMIT:
        found = np.zeros(size, object)
        np.add.at(found, groups, values.astype(object))
        return found
    if size_of(values) * len(values) < WHOLE:
        # Whole numbers below 2**53 add up without rounding in floats.
        return np.bincount(groups, values, size).astype(np.int64)
    counts = int(np.bincount(groups, minlength=size).max(initial=0))
    if size_of(values) * counts < WHOLE:
        return np.bincount(groups, values, size).astype(np.int64)
    high, low = np.divmod(values, 2**30)
    return sums(high, groups, size) * 2**30 + sums(low, groups, size)


@attrs.frozen(eq=False)
class Quotients:
    """Exact numbers, one for each subject: `over / under`, with `under` above 0.

    Args:
        over, under: whole numbers.
        missing: where there is no number.
    """

    over: Whole
    under: Whole
    missing: Mask

    def first(self, count: int) -> Quotients:
        """The first of the numbers."""
        return Quotients(self.over[:count], self.under[:count], self.missing[:count])

    def scaled(self, by: Fraction) -> Quotients:
        """The numbers times a fraction above 0."""
        return Quotients(times(self.over, by.numerator), times(self.under, by.denominator), self.missing)

    def rounded(self, decimals: int) -> Whole:
        """The numbers in units of the last decimal, half away from zero."""
        over = times(self.over, 10**decimals * 2)
        size = np.abs(over)
        found = plus(size, self.under) // times(self.under, 2)
        return np.where(self.over < 0, -found, found)

    def kept(self, decimals: int) -> Quotients:
        """The numbers rounded to so many decimals; of what they were nothing is left."""
        units = self.rounded(decimals)
        return Quotients(units, np.full(len(units), 10**decimals), self.missing)

    def at(self, place: int) -> Fraction | None:
        """One of the numbers."""
        return None if self.missing[place] else Fraction(int(self.over[place]), int(self.under[place]))
