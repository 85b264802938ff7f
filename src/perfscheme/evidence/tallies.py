"""Tallies: one measure under way: what it keeps of the chunks that were seen, and the figures that come of it."""

from __future__ import annotations

from fractions import Fraction

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.diagnostics import Diagnostic, Text
from perfscheme.evidence.readings import Readings, Verdict, reasons
from perfscheme.evidence.states import Counts, Extremes, Last, Pairs, State, Sums, merged
from perfscheme.evidence.wholes import Mask, Quotients, Whole, times
from perfscheme.nouns.evidence.amounts import Stages
from perfscheme.nouns.evidence.columns import FlagColumn, TextColumn
from perfscheme.nouns.evidence.measures import (
    Count,
    Distinct,
    Largest,
    Latest,
    Mean,
    Median,
    OfTable,
    Only,
    Percentile,
    Share,
    ShareOfSubjects,
    Smallest,
    Sum,
)
from perfscheme.nouns.evidence.tables import Table

_HALF = Fraction(50)
_NO_ROWS = (np.empty(0, np.intp), np.empty(0, np.int64))


@attrs.frozen(eq=False)
class Counted:
    """What a measure of a table found, by subject, in the unit in which it counts.

    Args:
        numbers: the exact numbers; None where it gives words or flags.
        words: what a subject's number means where it gives words or flags, at the place of the number.
        codes: the places of words; -1 where there is none.
        n: how many rows were measured.
        left: how many rows were left out, by reason.
        clash: where rows contradict each other.
        stages: the stages' own means.
    """

    numbers: Quotients | None
    words: tuple[str | bool, ...]
    codes: NDArray[np.int64] | None
    n: Whole
    left: dict[Text, Whole]
    clash: Mask
    stages: dict[str, Quotients]


class Tally:
    """A measure of a table under way.

    Args:
        measure: which.
        table: its table.
    """

    def __init__(self, measure: OfTable, table: Table) -> None:
        self.measure = measure
        self.lacking: Diagnostic | None = None
        self._table = table
        self._reasons = reasons(table, measure)
        self._states: dict[str, list[State]] = {}
        self._words: dict[str | bool, int] = {}
        column = table.column(measure.of) if isinstance(measure, Latest | Only | Distinct | ShareOfSubjects) else None
        self._speaks = isinstance(column, TextColumn | FlagColumn)

    def lack(self, why: Diagnostic) -> None:
        """Have no values at all; the first reason is kept."""
        self.lacking = self.lacking or why

    def add(self, readings: Readings) -> None:
        """Take in the rows of a chunk, in which no column is lacking."""
        verdict = readings.verdict(self.measure)
        self._keep("n", verdict.n)
        for why, counts in verdict.left.items():
            self._keep(f"left {why}", counts)
        self._read(readings, verdict)

    def _keep(self, name: str, state: State) -> None:
        kept = self._states.setdefault(name, [])
        kept.append(state)
        while len(kept) > 1 and kept[-2].size <= 2 * kept[-1].size:
            # What streams by must not pile up, nor be gone through again for each chunk.
            last = kept.pop()
            kept.append(kept.pop().merge(last))

    def _read(self, readings: Readings, verdict: Verdict) -> None:
        groups, only, size = verdict.groups, verdict.only, readings.size
        measure = self.measure
        match measure:
            case Count():
                return
            case Share(of=condition):
                hits = np.flatnonzero(only(readings.selection(condition).holds))
                self._keep("hits", Counts.of(groups.take(hits), size))
            case ShareOfSubjects(of=name, having=condition):
                codes, holds = only(self._codes(readings, name)), only(readings.selection(condition).holds)
                self._keep("all", Pairs.of(groups, codes))
                self._keep("hits", Pairs.of(groups[holds], codes[holds]))
            case Distinct(of=name):
                values, decimals = self._values(readings, name)
                self._keep("all", Pairs.of(groups, only(values), decimals))
            case Latest(of=name) | Only(of=name):
                values, decimals = self._values(readings, name)
                by = (
                    readings.chunk.column(measure.by).values
                    if isinstance(measure, Latest)
                    else np.zeros(len(values), np.int64)
                )
                self._keep("last", Last.of(groups, only(by), only(values), decimals, size))
            case _:
                amounts = readings.amounts(measure.of)
                values, decimals = only(amounts.values), amounts.decimals
                match measure:
                    case Sum() | Mean():
                        self._keep("sum", Sums.of(groups, values, decimals, size))
                    case Smallest():
                        self._keep("best", Extremes.of(groups, -values, decimals, size))
                    case Largest():
                        self._keep("best", Extremes.of(groups, values, decimals, size))
                    case Median() | Percentile():
                        self._keep("all", Pairs.of(groups, values, decimals))
                if isinstance(measure.of, Stages):
                    for stage in measure.of.stages:
                        part = readings.amounts(stage.of)
                        self._keep(f"stage {stage.stage}", Sums.of(groups, only(part.values), part.decimals, size))

    def _values(self, readings: Readings, name: str) -> tuple[Whole, int]:
        if self._speaks:
            return self._codes(readings, name), 0
        cells = readings.chunk.column(name)
        return cells.values, cells.decimals

    def _codes(self, readings: Readings, name: str) -> NDArray[np.int64]:
        """Words of a chunk as codes that hold for all chunks; of a row without one the code means nothing."""
        cells = readings.chunk.column(name)
        if cells.values.dtype == np.bool_:
            for flag in (False, True):
                self._words.setdefault(flag, int(flag))
            return cells.values.astype(np.int64)
        own = np.array([*(self._words.setdefault(word, len(self._words)) for word in cells.words), 0], np.int64)
        return own[cells.values]

    # Figures

    def figures(self, size: int) -> Counted:
        """What was found, for so many subjects."""
        n = self._counts("n", size)
        left = {
            reason: counts
            for i, reason in enumerate(self._reasons, 1)
            if (counts := self._counts(f"left {i}", size)).any()
        }
        clash = np.zeros(size, np.bool_)
        codes = None
        numbers: Quotients | None = None
        if isinstance(self.measure, Latest | Only):
            last = self._state("last") or Last.of(*_NO_ROWS, _NO_ROWS[0], 0, size)
            assert isinstance(last, Last)
            there, low, high = (_filled(values, size) for values in (last.there, last.low, last.high))
            clash = there & (low != high)
            missing = ~there | clash
            if self._speaks:
                codes = np.where(missing, -1, high).astype(np.int64)
            else:
                numbers = Quotients(high, times(np.ones(size, np.int64), 10**last.decimals), missing)
        else:
            numbers = self._numbers(n, sum(left.values(), np.zeros(size, np.int64)), size)
        stages = {}
        if isinstance(self.measure, Mean) and isinstance(self.measure.of, Stages):
            for stage in self.measure.of.stages:
                stages[stage.stage] = self._mean(f"stage {stage.stage}", n, size)
        return Counted(numbers, tuple(self._words), codes, n, left, clash, stages)

    def _numbers(self, n: Whole, left: Whole, size: int) -> Quotients:
        ones = np.ones(size, np.int64)
        measure = self.measure
        match measure:
            case Count():
                return Quotients(n, ones, np.zeros(size, np.bool_))
            case Distinct():
                return Quotients(self._different("all", size), ones, np.zeros(size, np.bool_))
            case Share():
                return Quotients(self._counts("hits", size), np.maximum(n, 1), n == 0)
            case ShareOfSubjects():
                whole = self._different("all", size)
                return Quotients(self._different("hits", size), np.maximum(whole, 1), whole == 0)
            case Mean():
                return self._mean("sum", n, size)
            case Sum():
                # Of no rows the sum is nothing; of rows that were all left out nobody knows it.
                found = self._mean("sum", n, size)
                return Quotients(found.over, found.under // np.maximum(n, 1), (n == 0) & (left > 0))
            case Smallest() | Largest():
                state = self._state("best")
                if not isinstance(state, Extremes):
                    return Quotients(np.zeros(size, np.int64), ones, n == 0)
                best = _filled(state.best, size)
                best = -best if isinstance(measure, Smallest) else best
                return Quotients(best, times(ones, 10**state.decimals), n == 0)
            case Median() | Percentile():
                pairs = self._state("all")
                if not isinstance(pairs, Pairs):
                    return Quotients(np.zeros(size, np.int64), ones, n == 0)
                if isinstance(measure, Percentile):
                    return pairs.quantile(measure.percent, n, interpolated=measure.method == "interpolated")
                return pairs.quantile(_HALF, n, interpolated=True)
            case _:
                raise TypeError(f"{type(measure).__name__} gives no number")

    def _mean(self, name: str, n: Whole, size: int) -> Quotients:
        state = self._state(name)
        if not isinstance(state, Sums):
            return Quotients(np.zeros(size, np.int64), np.ones(size, np.int64), n == 0)
        return Quotients(_filled(state.total, size), times(np.maximum(n, 1), 10**state.decimals), n == 0)

    def _state(self, name: str) -> State | None:
        kept = self._states.get(name)
        return merged(kept) if kept else None

    def _counts(self, name: str, size: int) -> Whole:
        state = self._state(name)
        return _filled(state.n, size) if isinstance(state, Counts) else np.zeros(size, np.int64)

    def _different(self, name: str, size: int) -> Whole:
        state = self._state(name)
        return state.different(size) if isinstance(state, Pairs) else np.zeros(size, np.int64)


def _filled(values: Whole, size: int) -> Whole:
    """By subject for all of them: those that came later have no rows here."""
    more = size - len(values)
    return np.concatenate([values, np.zeros(more, values.dtype)]) if more else values
