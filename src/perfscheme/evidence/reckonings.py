"""Reckonings: what each kind of measure keeps of the rows that it takes, and the numbers that come of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any, ClassVar, Protocol

import numpy as np
from numpy.typing import NDArray

from perfscheme.evidence.heaps import Heap
from perfscheme.evidence.pairs import Pairs
from perfscheme.evidence.readings import Readings
from perfscheme.evidence.states import Counts, Extremes, Last, Sums
from perfscheme.evidence.wholes import Mask, Quotients, Whole, padded, times
from perfscheme.nouns.evidence.amounts import Amount, Stage, Stages
from perfscheme.nouns.evidence.conditions import RowCondition
from perfscheme.nouns.evidence.measures import (
    Count,
    Distinct,
    Largest,
    Latest,
    Mean,
    Median,
    Only,
    Percentile,
    Share,
    ShareOfSubjects,
    Smallest,
    Sum,
)
from perfscheme.nouns.evidence.reads import WORDS
from perfscheme.nouns.evidence.row_measures import RowMeasure

_HALF = Fraction(50)
_NOBODY, _NOTHING = np.empty(0, np.intp), np.empty(0, np.int64)


class Taken:
    """The rows of a chunk that a measure takes.

    Args:
        readings: of the chunk.
        measure: which.
        words: codes that hold for all chunks; what is new gets the next.
    """

    def __init__(self, readings: Readings, measure: RowMeasure, words: dict[str | bool, int]) -> None:
        self.verdict = readings.verdict(measure)
        self.size = readings.size
        self._readings = readings
        self._words = words

    @property
    def groups(self) -> NDArray[np.intp]:
        """The place of the subject of each row."""
        return self.verdict.only(self.verdict.groups)

    @property
    def rows(self) -> NDArray[np.int64]:
        """The number of each row within the table."""
        chunk = self._readings.chunk
        return self.verdict.only(np.arange(chunk.first, chunk.first + chunk.rows))

    def amounts(self, amount: Amount | Stages) -> tuple[Whole, int]:
        """An amount of each row, in units of so many decimals."""
        found = self._readings.amounts(amount)
        return self.verdict.only(found.values), found.decimals

    def pairs(self, amount: Amount | Stages) -> Pairs:
        """The pairs of subject and amount."""
        found = self._readings.amounts(amount)
        if 2 * self.verdict.measured < len(found.values):
            return Pairs.of(self.groups, *self.amounts(amount))
        # To sort a few more takes less time than to choose among them; those of nobody come last.
        return Pairs.of(self.verdict.groups, found.values, found.decimals).up_to(self.size)

    def sums(self, amount: Amount | Stages) -> Sums:
        """The sums of an amount."""
        found = self._readings.amounts(amount)  # to add up all rows takes less time than to choose among them
        return Sums.of(self.verdict.groups, found.values, found.decimals, self.size)

    def hits(self, condition: RowCondition) -> Counts:
        """How many rows a condition holds of."""
        rows = np.flatnonzero(self._readings.selection(condition).holds)
        return Counts.of(self.verdict.groups.take(rows), self.size)

    def cells(self, name: str) -> tuple[Whole, int]:
        """What stands in a column: as `amounts`, or codes of words; of a row without one it means nothing."""
        cells = self._readings.chunk.column(name)
        values: Whole = cells.values
        if values.dtype == np.bool_:
            for flag in (False, True):
                self._words.setdefault(flag, int(flag))
            values = values.astype(np.int64)
        elif isinstance(self._readings.chunk.table.column(name), WORDS):
            own = [*(self._words.setdefault(word, len(self._words)) for word in cells.words), 0]
            values = np.array(own, np.int64)[values]
        return self.verdict.only(values), cells.decimals

    def holds(self, condition: RowCondition) -> Mask:
        """Whether a condition holds."""
        return self.verdict.only(self._readings.selection(condition).holds)


class Reckoning(Protocol):
    """A measure at work."""

    def add(self, taken: Taken) -> None:
        """Take in the rows of a chunk."""

    def numbers(self, n: Whole) -> Quotients:
        """By subject the number.

        Args:
            n: how many rows were measured.
        """


class Rows:
    """How many rows were taken."""

    def __init__(self, measure: Count) -> None:
        pass

    def add(self, taken: Taken) -> None:
        """See `Reckoning`."""

    def numbers(self, n: Whole) -> Quotients:
        """See `Reckoning`."""
        return _whole(n)


class Totals:
    """Amounts added up."""

    def __init__(self, measure: Sum) -> None:
        self._mean = Means(measure)
        self._left = Heap(Counts.of(_NOBODY, 0))

    def add(self, taken: Taken) -> None:
        """See `Reckoning`."""
        self._mean.add(taken)
        for counts in taken.verdict.left.values():
            self._left.add(counts)

    def numbers(self, n: Whole) -> Quotients:
        """See `Reckoning`."""
        # Of no rows the sum is nothing; of rows that were all left out nobody knows it.
        mean, left = self._mean.numbers(n), padded(self._left.all().n, len(n))
        return Quotients(mean.over, mean.under // np.maximum(n, 1), (n == 0) & (left > 0))


class Means:
    """Amounts added up, and divided by how many they are."""

    def __init__(self, measure: Sum | Mean | Stage) -> None:
        self._amount = measure.of
        self._sums = Heap(Sums.of(_NOBODY, _NOTHING, 0, 0))

    def add(self, taken: Taken) -> None:
        """See `Reckoning`."""
        self._sums.add(taken.sums(self._amount))

    def numbers(self, n: Whole) -> Quotients:
        """See `Reckoning`."""
        sums = self._sums.all()
        return Quotients(padded(sums.total, len(n)), times(np.maximum(n, 1), 10**sums.decimals), n == 0)


class Greatest:
    """The greatest of the amounts."""

    _sign: ClassVar[int] = 1

    def __init__(self, measure: Largest | Smallest) -> None:
        self._amount = measure.of
        self._best = Heap(Extremes.of(_NOBODY, _NOTHING, 0, 0))

    def add(self, taken: Taken) -> None:
        """See `Reckoning`."""
        values, decimals = taken.amounts(self._amount)
        self._best.add(Extremes.of(taken.groups, times(values, self._sign), decimals, taken.size))

    def numbers(self, n: Whole) -> Quotients:
        """See `Reckoning`."""
        best = self._best.all()
        return _whole(times(padded(best.best, len(n)), self._sign), best.decimals, n == 0)


class Least(Greatest):
    """The least of the amounts: the opposite of the greatest of their opposites."""

    _sign = -1


class Ranks:
    """The amount at a place among all."""

    def __init__(self, measure: Median | Percentile) -> None:
        self._measure = measure
        self._pairs = Heap(Pairs.of(_NOBODY, _NOTHING))

    def add(self, taken: Taken) -> None:
        """See `Reckoning`."""
        self._pairs.add(taken.pairs(self._measure.of))

    def numbers(self, n: Whole) -> Quotients:
        """See `Reckoning`."""
        if isinstance(self._measure, Percentile):
            interpolated = self._measure.method == "interpolated"
            return self._pairs.all().quantile(self._measure.percent, n, interpolated=interpolated)
        return self._pairs.all().quantile(_HALF, n, interpolated=True)


class Hits:
    """The share of the rows of which a condition holds."""

    def __init__(self, measure: Share) -> None:
        self._condition = measure.of
        self._hits = Heap(Counts.of(_NOBODY, 0))

    def add(self, taken: Taken) -> None:
        """See `Reckoning`."""
        self._hits.add(taken.hits(self._condition))

    def numbers(self, n: Whole) -> Quotients:
        """See `Reckoning`."""
        return _share(padded(self._hits.all().n, len(n)), n)


class Owners:
    """The share of the different values of a column that have a row of which a condition holds."""

    def __init__(self, measure: ShareOfSubjects) -> None:
        self._measure = measure
        self._all, self._hits = (Heap(Pairs.of(_NOBODY, _NOTHING)) for _ in range(2))

    def add(self, taken: Taken) -> None:
        """See `Reckoning`."""
        (codes, _), holds = taken.cells(self._measure.of), taken.holds(self._measure.having)
        self._all.add(Pairs.of(taken.groups, codes))
        self._hits.add(Pairs.of(taken.groups[holds], codes[holds]))

    def numbers(self, n: Whole) -> Quotients:
        """See `Reckoning`."""
        return _share(self._hits.all().different(len(n)), self._all.all().different(len(n)))


class Different:
    """How many different values stand in a column."""

    def __init__(self, measure: Distinct) -> None:
        self._column = measure.of
        self._pairs = Heap(Pairs.of(_NOBODY, _NOTHING))

    def add(self, taken: Taken) -> None:
        """See `Reckoning`."""
        self._pairs.add(Pairs.of(taken.groups, *taken.cells(self._column)))

    def numbers(self, n: Whole) -> Quotients:
        """See `Reckoning`."""
        return _whole(self._pairs.all().different(len(n)))


class Lasts:
    """What stands in a column of the latest row, or of all rows; no number where they contradict each other."""

    def __init__(self, measure: Latest | Only) -> None:
        self._measure = measure
        self._last = Heap(Last.of(_NOBODY, _NOTHING, _NOTHING, _NOTHING, 0, 0))

    def add(self, taken: Taken) -> None:
        """See `Reckoning`."""
        values, decimals = taken.cells(self._measure.of)
        by: NDArray[np.int64] = np.zeros(len(values), np.int64)
        if isinstance(self._measure, Latest):
            by, _ = taken.cells(self._measure.by)
        self._last.add(Last.of(taken.groups, by, values, taken.rows, decimals, taken.size))

    def numbers(self, n: Whole) -> Quotients:
        """See `Reckoning`."""
        last = self._last.all()
        there, low, high = (padded(values, len(n)) for values in (last.there, last.low, last.high))
        return _whole(high, last.decimals, ~there | (low != high))

    def clashes(self) -> dict[int, tuple[int, int]]:
        """By the place of a subject whose rows contradict each other two of them, the earlier first."""
        last = self._last.all()
        places = np.flatnonzero(last.there & np.asarray(last.low != last.high, np.bool_))
        return {
            place: (min(rows), max(rows))
            for place, *rows in zip(places.tolist(), last.low_row[places].tolist(), last.high_row[places].tolist())
        }


def _whole(units: Whole, decimals: int = 0, missing: Mask | None = None) -> Quotients:
    ones = np.ones(len(units), np.int64)
    return Quotients(units, times(ones, 10**decimals), np.zeros(len(units), np.bool_) if missing is None else missing)


def _share(part: Whole, whole: Whole) -> Quotients:
    return Quotients(part, np.maximum(whole, 1), whole == 0)


RECKONINGS: Mapping[type[RowMeasure], Callable[[Any], Reckoning]] = MappingProxyType({
    Count: Rows,
    Sum: Totals,
    Mean: Means,
    Median: Ranks,
    Percentile: Ranks,
    Smallest: Least,
    Largest: Greatest,
    Share: Hits,
    Distinct: Different,
    Latest: Lasts,
    Only: Lasts,
    ShareOfSubjects: Owners,
})  # fmt: skip
ADDING = (Rows, Totals, Means, Greatest, Hits)
"""Those that go through the rows once, and keep a number for each subject."""
