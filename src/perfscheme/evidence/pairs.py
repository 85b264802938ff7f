"""Pairs: the state that keeps how often each value stands in the rows of each subject."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.evidence.states import Groups
from perfscheme.evidence.wholes import BITS, Quotients, Whole, times

_INT32 = 2**31


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
