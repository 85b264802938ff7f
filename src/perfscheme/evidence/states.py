"""States: what is kept of the rows that were seen, by subject; two states of different rows merge into that of all."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Protocol, TypeVar

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.evidence.wholes import BITS, Mask, Quotients, Whole, padded, plus, sums, times

Groups = NDArray[np.intp]
"""By row the place of its subject; where states are made of so many subjects (`size`), that number is nobody's."""
A = TypeVar("A")

_INT32 = 2**31


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
class Pairs:
    """How often each value stands in the rows of each subject, by subject and then by value.

    Args:
        keys: of each row or pair the place of its subject and that of its value in one number, in order.
        counts: how often each pair stands there, in four bytes where they do; None: these are rows, and one may come
            after its like.
        values: by place; a number is so much above the least, where they lie close enough together.
        bits: so many of a key are the place of the value.
        decimals: of the values.
    """

    keys: NDArray[np.int64]
    counts: NDArray[Any] | None
    values: Whole | int
    bits: int
    decimals: int = 0

    @staticmethod
    def of(groups: Groups, values: Whole, decimals: int = 0, counts: NDArray[Any] | None = None) -> Pairs:
        """Count pairs of subject and value.

        Args:
            groups: the place of the subject of each row.
            values: of each row.
            decimals: of the values.
            counts: how often each row counts; None: once.
        """
        low, high = (int(values.min()), int(values.max())) if len(values) else (0, 0)
        bits = (high - low).bit_length()
        if low > 0 and high.bit_length() == bits:
            low = 0  # for that they need no more room, and the next chunk is likely to be laid out alike
        if values.dtype == object or bits + int(groups.max(initial=0)).bit_length() > BITS:
            different, ranks = np.unique(values, return_inverse=True)
            found = Pairs.of(groups, ranks.reshape(-1).astype(np.int64), decimals, counts)
            return attrs.evolve(found, values=different)
        keys = groups.astype(np.int64)
        keys <<= bits
        keys += values
        keys -= low
        if counts is None:
            return Pairs(ordered(keys), None, low, bits, decimals)
        order = np.argsort(keys, kind="stable")  # of two states, which are in order, this is one pass
        keys = keys[order]
        starts = np.flatnonzero(np.diff(keys, prepend=-1))
        counts = np.add.reduceat(counts[order], starts, dtype=np.int64) if len(starts) else counts
        return Pairs(keys[starts], _narrow(counts), low, bits, decimals)

    @property
    def size(self) -> int:
        """See `State`."""
        return len(self.keys)

    def up_to(self, size: int) -> Pairs:
        """Those of the first subjects only."""
        return attrs.evolve(self, keys=self.keys[: np.searchsorted(self.keys, size << self.bits)])

    def compact(self) -> Pairs:
        """The same with each pair once."""
        if self.counts is not None:
            return self
        starts = np.flatnonzero(np.diff(self.keys, prepend=-1))
        return attrs.evolve(self, keys=self.keys[starts], counts=_narrow(np.diff(starts, append=len(self.keys))))

    def merge(self, other: Pairs) -> Pairs:
        """See `State`."""
        both = sorted((self.compact(), other.compact()), key=lambda pairs: pairs.size)
        if all(isinstance(pairs.values, int) for pairs in both) and both[0].layout == both[1].layout:
            return both[1]._with(both[0])
        decimals = max(self.decimals, other.decimals)
        values = [times(pairs.values_of(pairs.keys), 10 ** (decimals - pairs.decimals)) for pairs in both]
        groups = np.concatenate([pairs.keys >> pairs.bits for pairs in both])
        counts = np.concatenate([pairs.counts for pairs in both if pairs.counts is not None])
        return Pairs.of(groups, np.concatenate(values), decimals, counts)

    @property
    def layout(self) -> tuple[Any, int, int]:
        """What the keys of two states have to agree in to be compared."""
        return self.values, self.bits, self.decimals

    def _with(self, fewer: Pairs) -> Pairs:
        """Merged with a state that is laid out alike, in little more memory than both take."""
        assert self.counts is not None and fewer.counts is not None, "of compact states"  # noqa: PT018
        if not fewer.size:
            return self
        at = np.searchsorted(self.keys, fewer.keys)
        fresh = self.keys[np.minimum(at, self.size - 1)] != fewer.keys
        at += np.cumsum(fresh) - fresh  # where each of its keys stands among all
        keys = np.empty(self.size + np.count_nonzero(fresh), np.int64)
        most = int(self.counts.max()) + int(fewer.counts.max())
        counts: NDArray[Any] = np.zeros(len(keys), np.int32 if most < _INT32 else np.int64)
        own = np.ones(len(keys), np.bool_)
        own[at[fresh]] = False
        keys[own], counts[own] = self.keys, self.counts
        keys[at] = fewer.keys
        counts[at] += fewer.counts
        return attrs.evolve(self, keys=keys, counts=counts)

    def different(self, size: int) -> Whole:
        """How many values each subject has."""
        return np.diff(self._starts(self.compact().keys, size))

    def ranked(self, ranks: NDArray[np.int64], size: int) -> Whole:
        """Of each subject the value at a rank from 0, which is below the number of its rows; 0 of one without rows.

        Args:
            ranks: by subject, or several such rows.
            size: the number of subjects.
        """
        if not len(self.keys):
            return np.zeros(ranks.shape, np.int64)
        place = self._starts(self.keys, size)[:-1]
        if self.counts is None:
            place = place + ranks
        else:
            ends = np.cumsum(self.counts, dtype=np.int64)
            before = np.where(place > 0, ends[place - 1], 0)
            place = np.searchsorted(ends, before + ranks, side="right")
        return self.values_of(self.keys[np.minimum(place, len(self.keys) - 1)])

    def _starts(self, keys: NDArray[np.int64], size: int) -> NDArray[np.intp]:
        """Where each subject begins, and where the last ends."""
        last = int(keys[-1]) >> self.bits if len(keys) else -1
        return np.searchsorted(keys, np.minimum(np.arange(size + 1), last + 1) << self.bits)

    def values_of(self, keys: NDArray[np.int64]) -> Whole:
        """The values of some keys."""
        places = keys & ((1 << self.bits) - 1)
        return places + self.values if isinstance(self.values, int) else self.values[places]

    def quantile(self, percent: Fraction, n: Whole, *, interpolated: bool) -> Quotients:
        """The value that so many percent of each subject's rows do not exceed.

        Args:
            percent: how many.
            n: the number of rows by subject.
            interpolated: on the line between two neighbours, rather than one of the values.
        """
        size, share = len(n), percent / 100
        if int(n.max(initial=1)) * share.denominator >= 2**BITS:
            n = n.astype(object)
        if not interpolated:
            ranks = np.maximum(-(-n * share.numerator // share.denominator) - 1, 0)
            over, under = self.ranked(ranks.astype(np.int64), size), np.ones(size, np.int64)
        else:
            place = np.maximum(n - 1, 0) * share.numerator
            ranks, rest = place // share.denominator, place % share.denominator
            both = np.array([ranks, np.minimum(ranks + 1, np.maximum(n - 1, 0))], np.int64)
            low, high = self.ranked(both, size)
            over = times(low, share.denominator)
            if rest.any():
                wide = low.astype(object), high.astype(object)
                over = wide[0] * share.denominator + (wide[1] - wide[0]) * rest
            under = times(np.ones(size, np.int64), share.denominator)
        return Quotients(over, times(under, 10**self.decimals), np.asarray(n == 0, np.bool_))


def _narrow(counts: NDArray[Any]) -> NDArray[Any]:
    return counts.astype(np.int32) if int(counts.max(initial=0)) < _INT32 else counts


def ordered(keys: NDArray[np.int64]) -> NDArray[np.int64]:
    """Whole numbers from 0, put in order; those of up to four bytes as such, in little more than half the time."""
    if int(keys.max(initial=0)) >= 2**32:
        keys.sort()
    else:
        narrow = keys.astype(np.uint32)
        narrow.sort()
        keys[:] = narrow
    return keys


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
