"""States: what is kept of the rows that were seen, by subject; two states of different rows merge into that of all."""

from __future__ import annotations

import functools
from fractions import Fraction
from typing import Protocol, TypeVar

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.evidence.cells import Mask, Whole
from perfscheme.evidence.selections import rescaled
from perfscheme.evidence.wholes import Quotients, plus, sums, times

Groups = NDArray[np.intp]
A = TypeVar("A")


class State(Protocol):
    """What is kept of some rows."""

    def merge(self: A, other: A) -> A:
        """The state of the rows of both; of as many subjects as the larger one has."""


def _padded(values: Whole, size: int) -> Whole:
    more = size - len(values)
    return values if not more else np.concatenate([values, np.zeros(more, values.dtype)])


def _both(a: Whole, b: Whole) -> tuple[Whole, Whole]:
    size = max(len(a), len(b))
    return _padded(a, size), _padded(b, size)


@attrs.frozen(eq=False)
class Counts:
    """How many rows."""

    n: Whole

    @staticmethod
    def of(groups: Groups, size: int) -> Counts:
        """Count rows by subject."""
        return Counts(np.bincount(groups, minlength=size))

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
        return Sums(sums(values, groups, size), decimals)

    def merge(self, other: Sums) -> Sums:
        """See `State`."""
        decimals = max(self.decimals, other.decimals)
        a, b = (rescaled(x.total, decimals - x.decimals) for x in (self, other))
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

    def merge(self, other: Extremes) -> Extremes:
        """See `State`."""
        decimals = max(self.decimals, other.decimals)
        a, b = _both(*(rescaled(x.best, decimals - x.decimals) for x in (self, other)))
        here, there = _both(self.there, other.there)
        best = np.where(here & there, np.maximum(a, b), np.where(here, a, b))
        return Extremes(best, here | there, decimals)


@attrs.frozen(eq=False)
class Pairs:
    """How often each value stands in the rows of each subject, by subject and then by value.

    Args:
        groups, values, counts: one of each for each pair.
        decimals: of the values.
    """

    groups: Groups
    values: Whole
    counts: NDArray[np.int64]
    decimals: int = 0

    @staticmethod
    def of(groups: Groups, values: Whole, decimals: int = 0, counts: NDArray[np.int64] | None = None) -> Pairs:
        """Count pairs of subject and value."""
        if not len(groups):
            return Pairs(groups, values, np.empty(0, np.int64), decimals)
        if values.dtype == object:
            # Ranks of the values stand for them: where numbers are large, there are few of them.
            different = np.array(sorted(set(values.tolist())), object)
            places = {value: place for place, value in enumerate(different.tolist())}
            ranks = np.fromiter(map(places.__getitem__, values.tolist()), np.int64, len(values))
            found = Pairs.of(groups, ranks, decimals, counts)
            return Pairs(found.groups, different[found.values], found.counts, decimals)
        low = int(values.min())
        span = int(values.max()) - low + 1
        if span * (int(groups.max()) + 1) < 2**62:
            key = groups * np.int64(span) + (values - low)
            key, counts = _counted(key, counts)
            return Pairs(key // span, key % span + low, counts, decimals)
        different, ranks = np.unique(values, return_inverse=True)
        found = Pairs.of(groups, ranks.reshape(-1).astype(np.int64), decimals, counts)
        return Pairs(found.groups, different[found.values], found.counts, decimals)

    def merge(self, other: Pairs) -> Pairs:
        """See `State`."""
        decimals = max(self.decimals, other.decimals)
        a, b = (rescaled(x.values, decimals - x.decimals) for x in (self, other))
        return Pairs.of(
            np.concatenate([self.groups, other.groups]), np.concatenate([a, b]), decimals,
            np.concatenate([self.counts, other.counts]),
        )  # fmt: skip

    def different(self, size: int) -> Whole:
        """How many values each subject has."""
        return np.bincount(self.groups, minlength=size)

    def ranked(self, ranks: NDArray[np.int64], size: int) -> Whole:
        """Of each subject the value at a rank from 0, which is below the number of its rows; 0 of one without rows."""
        ends = np.cumsum(self.counts)
        starts = np.searchsorted(self.groups, np.arange(size))
        before = np.concatenate([[0], ends])[starts]
        if not len(ends):
            return np.zeros(size, np.int64)
        place = np.minimum(np.searchsorted(ends, before + ranks, side="right"), len(ends) - 1)
        return self.values[place]

    def quantile(self, percent: Fraction, n: Whole, *, interpolated: bool) -> Quotients:
        """The value that so many percent of each subject's rows do not exceed.

        Args:
            percent: how many.
            n: the number of rows by subject.
            interpolated: on the line between two neighbours, rather than one of the values.
        """
        size, share = len(n), percent / 100
        if not interpolated:
            ranks = -(-n * share.numerator // share.denominator) - 1
            over, under = self.ranked(np.maximum(ranks, 0), size), np.ones(size, np.int64)
        else:
            place = np.maximum(n - 1, 0) * share.numerator
            ranks, rest = place // share.denominator, place % share.denominator
            low = self.ranked(ranks, size)
            high = self.ranked(np.minimum(ranks + 1, np.maximum(n - 1, 0)), size)
            over = times(low, share.denominator)
            if rest.any():
                wide = low.astype(object), high.astype(object)
                over = wide[0] * share.denominator + (wide[1] - wide[0]) * rest
            under = np.full(size, share.denominator, np.int64)
        return Quotients(over, times(under, 10**self.decimals), n == 0)


def _counted(key: NDArray[np.int64], counts: NDArray[np.int64] | None) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    if counts is None:
        key = np.sort(key)
        starts = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]]))
        return key[starts], np.diff(np.append(starts, len(key)))
    order = np.argsort(key, kind="stable")
    key, counts = key[order], counts[order]
    starts = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]]))
    return key[starts], np.add.reduceat(counts, starts)


@attrs.frozen(eq=False)
class Last:
    """What the latest row of each subject says.

    Args:
        when: the time of its latest row; as early as can be where it has none.
        low, high: the least and the greatest value at this time; they are one unless rows contradict each other.
        there: whether it has rows.
        decimals: of the values.
    """

    when: NDArray[np.int64]
    low: Whole
    high: Whole
    there: Mask
    decimals: int

    @staticmethod
    def of(groups: Groups, when: NDArray[np.int64], values: Whole, decimals: int, size: int) -> Last:
        """Look for the latest by subject."""
        latest = np.full(size, np.iinfo(np.int64).min)
        np.maximum.at(latest, groups, when)
        at = when == latest[groups]
        high = Extremes.of(groups[at], values[at], decimals, size)
        low = Extremes.of(groups[at], -values[at], decimals, size)
        return Last(latest, -low.best, high.best, high.there, decimals)

    def merge(self, other: Last) -> Last:
        """See `State`."""
        decimals = max(self.decimals, other.decimals)
        (mine, here), (its, there) = zip(_both(self.when, other.when), _both(self.there, other.there))
        lows = _both(*(rescaled(x.low, decimals - x.decimals) for x in (self, other)))
        highs = _both(*(rescaled(x.high, decimals - x.decimals) for x in (self, other)))
        first = here & (~there | (mine > its))
        second = there & (~here | (its > mine))
        low = np.where(first, lows[0], np.where(second, lows[1], np.minimum(*lows)))
        high = np.where(first, highs[0], np.where(second, highs[1], np.maximum(*highs)))
        when = np.where(first, mine, np.where(second, its, np.maximum(mine, its)))
        return Last(when, low, high, here | there, decimals)


def merged(states: list[A]) -> A:
    """All states as one."""
    return functools.reduce(lambda a, b: a.merge(b), states)  # type: ignore[attr-defined]
