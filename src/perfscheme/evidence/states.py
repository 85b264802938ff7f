"""States: what is kept of the rows that were seen, by subject; two states of different rows merge into that of all."""

from __future__ import annotations

from typing import Protocol, TypeVar

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.evidence.wholes import Mask, Whole, padded, plus, sums, times

Groups = NDArray[np.intp]
"""By row the place of its subject; where states are made of so many subjects (`size`), that number is nobody's."""
A = TypeVar("A")


class State(Protocol):
    """What is kept of some rows."""

    @property
    def size(self) -> int:
        """How much is kept."""

    def merge(self: A, other: A) -> A:
        """The state of the rows of both; of as many subjects as the larger one has."""


def _both(a: Whole, b: Whole) -> tuple[Whole, Whole]:
    size = max(len(a), len(b))
    return padded(a, size), padded(b, size)


@attrs.frozen(eq=False)
class Counts:
    """How many rows."""

    n: Whole

    @staticmethod
    def of(groups: Groups, size: int) -> Counts:
        """Count rows by subject."""
        return Counts(np.bincount(groups, minlength=size)[:size])

    @property
    def size(self) -> int:
        """See `State`."""
        return len(self.n)

    def merge(self, other: Counts) -> Counts:
        """See `State`."""
        return Counts(np.add(*_both(self.n, other.n)))


@attrs.frozen(eq=False)
class Sums:
    """Sums of whole numbers of a decimal."""

    total: Whole
    decimals: int

    @staticmethod
    def of(groups: Groups, values: Whole, decimals: int, size: int) -> Sums:
        """Add up by subject."""
        return Sums(sums(values, groups, size + 1)[:size], decimals)

    @property
    def size(self) -> int:
        """See `State`."""
        return len(self.total)

    def merge(self, other: Sums) -> Sums:
        """See `State`."""
        decimals = max(self.decimals, other.decimals)
        a, b = (times(x.total, 10 ** (decimals - x.decimals)) for x in (self, other))
        return Sums(plus(*_both(a, b)), decimals)


@attrs.frozen(eq=False)
class Extremes:
    """The greatest of the amounts of each subject that has any; of the least, the greatest of their opposites."""

    best: Whole
    there: Mask
    decimals: int

    @staticmethod
    def of(groups: Groups, values: Whole, decimals: int, size: int) -> Extremes:
        """The greatest by subject."""
        there = np.zeros(size, np.bool_)
        there[groups] = True
        if not len(values):
            return Extremes(np.zeros(size, np.int64), there, decimals)
        best = np.full(size, values.min(), values.dtype)
        np.maximum.at(best, groups, values)
        return Extremes(best, there, decimals)

    @property
    def size(self) -> int:
        """See `State`."""
        return len(self.best)

    def merge(self, other: Extremes) -> Extremes:
        """See `State`."""
        decimals = max(self.decimals, other.decimals)
        a, b = _both(*(times(x.best, 10 ** (decimals - x.decimals)) for x in (self, other)))
        here, there = _both(self.there, other.there)
        best = np.where(here & there, np.maximum(a, b), np.where(here, a, b))
        return Extremes(best, here | there, decimals)


@attrs.frozen(eq=False)
class Last:
    """What the latest row of each subject says.

    Args:
        when: the time of its latest row; as early as can be where it has none.
        low, high: the least and the greatest value at this time; they are one unless rows contradict each other.
        low_row, high_row: the first row that says so.
        there: whether it has rows.
        decimals: of the values.
    """

    when: NDArray[np.int64]
    low: Whole
    high: Whole
    low_row: NDArray[np.int64]
    high_row: NDArray[np.int64]
    there: Mask
    decimals: int

    @staticmethod
    def of(
        groups: Groups, when: NDArray[np.int64], values: Whole, rows: NDArray[np.int64], decimals: int, size: int
    ) -> Last:
        """Look for the latest by subject.

        Args:
            groups: the place of the subject of each row.
            when: the time of each row.
            values: of each row.
            rows: their numbers.
            decimals: of the values.
            size: the number of subjects.
        """
        latest = np.full(size, np.iinfo(np.int64).min)
        np.maximum.at(latest, groups, when)
        at = when == latest[groups]
        groups, values, rows = groups[at], values[at], rows[at]
        high = Extremes.of(groups, values, decimals, size)
        low = Extremes.of(groups, -values, decimals, size)

        def first(best: Whole) -> NDArray[np.int64]:
            found = np.full(size, np.iinfo(np.int64).max)
            those = values == best[groups]
            np.minimum.at(found, groups[those], rows[those])
            return found

        low_row, high_row = first(-low.best), first(high.best)
        return Last(latest, -low.best, high.best, low_row, high_row, high.there, decimals)

    @property
    def size(self) -> int:
        """See `State`."""
        return len(self.when)

    def merge(self, other: Last) -> Last:
        """See `State`."""
        decimals = max(self.decimals, other.decimals)
        (mine, here), (its, there) = zip(_both(self.when, other.when), _both(self.there, other.there))
        lows = _both(*(times(x.low, 10 ** (decimals - x.decimals)) for x in (self, other)))
        highs = _both(*(times(x.high, 10 ** (decimals - x.decimals)) for x in (self, other)))
        first = here & (~there | (mine > its))
        second = there & (~here | (its > mine))
        tied = ~first & ~second
        low = np.where(first, lows[0], np.where(second, lows[1], np.minimum(*lows)))
        high = np.where(first, highs[0], np.where(second, highs[1], np.maximum(*highs)))
        when = np.where(first, mine, np.where(second, its, np.maximum(mine, its)))
        low_row, high_row = (
            np.where(first | (tied & mine), a, np.where(second | (tied & its), b, np.minimum(a, b)))
            for (a, b), mine, its in (
                (_both(self.low_row, other.low_row), lows[0] < lows[1], lows[1] < lows[0]),
                (_both(self.high_row, other.high_row), highs[0] > highs[1], highs[1] > highs[0]),
            )
        )
        return Last(when, low, high, low_row, high_row, here | there, decimals)


def merged(states: list[A]) -> A:
    """All states as one, the last of them first; the list keeps none of them."""
    while len(states) > 1:
        last = states.pop()
        states.append(states.pop().merge(last))  # type: ignore[attr-defined]
    return states[0]
