"""Figures: a value for each subject in units of a last decimal, as it is handed to a scheme."""

from __future__ import annotations

import math
from fractions import Fraction

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.diagnostics.figures import terminating
from perfscheme.evidence.wholes import Mask, Quotients, Whole, product
from perfscheme.formula.cuts import CARRIED


@attrs.frozen(eq=False)
class Figures:
    """A value for each subject.

    Args:
        units: whole numbers of the last decimal.
        decimals: how many there are.
        missing: where there is none.
    """

    units: Whole
    decimals: int
    missing: Mask

    def at(self, place: int) -> Fraction | None:
        """The value of one subject."""
        return None if self.missing[place] else Fraction(int(self.units[place]), 10**self.decimals)

    def column(self) -> NDArray[np.float64] | list[Fraction | None]:
        """As an array where a float prints each value, else as a list of exact numbers."""
        sizes = [abs(int(x)) for x in (self.units.min(), self.units.max())] if len(self.units) else []
        if max(sizes, default=0) < CARRIED:
            found = self.units.astype(np.float64) / 10.0**self.decimals
            found[self.missing] = math.nan
            return found
        return [self.at(place) for place in range(len(self.units))]


def figures_of(numbers: Quotients, decimals: int | None) -> Figures:
    """Exact numbers as figures.

    Args:
        numbers: one for each subject.
        decimals: to how many they are rounded, half away from zero; None: to none, as all of them end.
    """
    if decimals is None:
        decimals = _decimals(numbers)
    assert decimals is not None, "figures that need not end have decimals"
    return Figures(numbers.rounded(decimals), decimals, numbers.missing)


def _decimals(quotients: Quotients) -> int | None:
    """The fewest decimals that say each number exactly; None where one has no end."""
    there = ~quotients.missing
    over, under = quotients.over[there], quotients.under[there]
    whole = math.lcm(*(int(x) for x in set(under.tolist())))
    decimals = terminating(Fraction(1, whole))
    if decimals is None:
        return None
    units = product(over, np.full(len(over), 10**decimals, object) // under) if decimals else over
    while decimals and not (units % 10).any():
        units, decimals = units // 10, decimals - 1
    return decimals
