"""Readings: what a measure reads of the rows of a chunk, and why it leaves a row out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.diagnostics import Diagnostic, Text
from perfscheme.evidence.chunks import Chunk, lacks
from perfscheme.evidence.selections import Selection, select
from perfscheme.evidence.states import Counts
from perfscheme.evidence.wholes import Mask, Whole, plus, times
from perfscheme.evidence.working import Working
from perfscheme.nouns.evidence.amounts import Amount, Between, Stages, betweens
from perfscheme.nouns.evidence.conditions import RowCondition, columns
from perfscheme.nouns.evidence.row_measures import RowMeasure
from perfscheme.nouns.evidence.tables import LeaveOut, Table

UNREADABLE = Text(zh="数据有误", en="what it says cannot be read")
NOTHING = Text(zh="没有数值", en="nothing stands there")
BACKWARDS = Text(zh="结束早于开始", en="ends before it begins")
OWN = (UNREADABLE, NOTHING, BACKWARDS)
"""Reasons to leave a row out that nobody needs to name; they come after those of the table and of the measure."""

TAKEN = 0
NOT_ASKED = -1


def reasons(table: Table, measure: RowMeasure) -> tuple[Text, ...]:
    """Why rows of a table are left out of a measure; a row's reason counts from 1 among them."""
    return (*(rule.name for rule in (*table.leave_out, *measure.leave_out)), *OWN)


@attrs.frozen(eq=False)
class Amounts:
    """One number for each row, in units of a decimal."""

    values: Whole
    absent: Mask | None
    backwards: Mask | None
    decimals: int


class Verdict:
    """What becomes of each row.

    Args:
        reasons: by row 0 where it is measured, above 0 why it is left out, below 0 where it is not asked for.
        groups, size: as of `Readings`.

    `groups` has the place of the subject where a row is measured, and `size`, which is nobody's, where it is not.
    """

    def __init__(self, reasons: NDArray[np.int8], groups: NDArray[np.intp], size: int) -> None:
        self.reasons = reasons
        self._all = not reasons.any()
        self.groups = groups if self._all else np.where(reasons == TAKEN, groups, size)
        self.n = Counts.of(self.groups, size)
        rows = ((why, np.flatnonzero(reasons == why)) for why in range(1, int(reasons.max(initial=0)) + 1))
        self.left = {why: Counts.of(groups[some], size) for why, some in rows if len(some)}

    @property
    def measured(self) -> int:
        """How many rows are."""
        return int(self.n.n.sum())

    def only(self, values: Whole) -> Whole:
        """What stands in the rows that are measured."""
        return values if self._all else values.take(self._taken)

    @cached_property
    def _taken(self) -> NDArray[np.intp]:
        return np.flatnonzero(self.reasons == TAKEN)  # row numbers are quicker to choose by than a mask


def columns_read(measure: RowMeasure) -> Iterator[str]:
    """The columns that a measure reads, but for those by which rows are left out."""
    if measure.where is not None:
        yield from columns(measure.where)
    for read in measure.reads:
        yield from read.columns()


class Readings:
    """What the measures of a table read of a chunk; each amount and condition is worked out once.

    Args:
        chunk: some rows.
        inside: those that belong to a subject and lie in the period.
        groups: by row the place of its subject; anything where it has none.
        size: how many subjects are known.
        clocks: the working time of calendars.
    """

    def __init__(
        self, chunk: Chunk, inside: Mask, groups: NDArray[np.intp], size: int, clocks: Mapping[str, Working]
    ) -> None:
        self.chunk = chunk
        self.inside = inside
        self.groups = groups
        self.size = size
        self._clocks = clocks
        self._amounts: dict[Amount | Stages, Amounts] = {}
        self._selections: dict[object, Selection] = {}
        self._verdicts: dict[object, Verdict] = {}
        self._reported: dict[Between, Mask] = {}

    def stretch(self, start: int, stop: int) -> Readings:
        """What is read of rows that follow each other."""
        rows = slice(start, stop)
        chunk, groups = self.chunk.stretch(start, stop), self.groups[rows].astype(np.intp, copy=False)
        return Readings(chunk, self.inside[rows], groups, self.size, self._clocks)

    @cached_property
    def _left(self) -> NDArray[np.int8]:
        """By row the rule of the table that leaves it out, or 0."""
        return self._ruled(self.chunk.table.leave_out)

    def lacking(self, measure: RowMeasure) -> Diagnostic | None:
        """That the data lack a column which a measure, or a rule of its own, reads; None: they have all."""
        names = (*columns_read(measure), *(name for rule in measure.leave_out for name in columns(rule.when)))
        return next((lacks(self.chunk.table, name) for name in names if self.chunk.cells(name) is None), None)

    def _ruled(
        self, rules: Iterable[LeaveOut], before: NDArray[np.int8] | None = None, first: int = 1
    ) -> NDArray[np.int8]:
        """By row the rule that leaves it out, counted from `first`, unless one `before` did; 0 where none does."""
        found = np.zeros(self.chunk.rows, np.int8) if before is None else before.copy()
        for number, rule in enumerate(rules, first):
            if all(self.chunk.cells(name) is not None for name in columns(rule.when)):  # else nothing is measured
                np.putmask(found, self.selection(rule.when).holds & (found == 0), np.int8(number))
        return found

    @property
    def kept(self) -> Mask:
        """The rows that no rule of the table leaves out."""
        return np.asarray(self._left == 0, np.bool_)

    def selection(self, condition: object) -> Selection:
        """A condition, judged."""
        if condition not in self._selections:
            self._selections[condition] = select(condition, self.chunk)  # type: ignore[arg-type]
        return self._selections[condition]

    def amounts(self, amount: Amount | Stages) -> Amounts:
        """An amount of each row; where it is absent or ends before it begins the number means nothing."""
        if amount not in self._amounts:
            self._amounts[amount] = self._amount(amount)
        return self._amounts[amount]

    def _amount(self, amount: Amount | Stages) -> Amounts:
        if isinstance(amount, str):
            cells = self.chunk.column(amount)
            return Amounts(cells.values, cells.absent, None, cells.decimals)
        if isinstance(amount, Between):
            return self._between(amount)
        parts = [self.amounts(stage.of) for stage in amount.stages]
        decimals = max(part.decimals for part in parts)
        values = times(parts[0].values, 10 ** (decimals - parts[0].decimals))
        for part in parts[1:]:
            values = plus(values, times(part.values, 10 ** (decimals - part.decimals)))
        return Amounts(values, _any(part.absent for part in parts), _any(part.backwards for part in parts), decimals)

    def _between(self, amount: Between) -> Amounts:
        start, end = self.chunk.column(amount.from_), self.chunk.column(amount.to)
        absent = _any((start.absent, end.absent))
        values = end.values - start.values
        backwards = values < 0
        senseless = backwards if absent is None else backwards | absent
        if absent is not None:
            backwards &= ~absent
        if amount.calendar is not None:
            some = ~senseless
            values = np.zeros(len(values), np.int64)
            values[some] = self._clocks[amount.calendar].between(start.values[some], end.values[some])
        else:
            values[senseless] = 0  # large ones would have all of them added up more slowly
        return Amounts(values, absent, backwards if backwards.any() else None, 6)

    def verdict(self, measure: RowMeasure) -> Verdict:
        """Which rows a measure takes, and why it leaves others out; measures that ask for the same share it."""
        gaps = list(self._gaps(measure))
        faulty = tuple(name for name in columns_read(measure) if self.chunk.column(name).faults)
        key = (measure.where, measure.leave_out, tuple((id(absent), why) for absent, why in gaps), faulty)
        if key not in self._verdicts:
            self._verdicts[key] = Verdict(self._judged(measure, gaps, faulty), self.groups, self.size)
        return self._verdicts[key]

    def _judged(self, measure: RowMeasure, gaps: list[tuple[Mask, int]], faulty: tuple[str, ...]) -> NDArray[np.int8]:
        unreadable, nothing, _ = self._own(measure)
        found = self._ruled(measure.leave_out, self._left, len(self.chunk.table.leave_out) + 1)
        for absent, why in gaps:
            np.putmask(found, absent & (found == TAKEN), np.int8(why))
        for name in faulty:
            rows = self.chunk.column(name).faulty()
            found[rows[(found[rows] == TAKEN) | (found[rows] == nothing)]] = unreadable
        if measure.where is not None:
            np.putmask(found, self.selection(measure.where).fails, np.int8(NOT_ASKED))
        if not self.inside.all():
            np.putmask(found, ~self.inside, np.int8(NOT_ASKED))
        return found

    def _own(self, measure: RowMeasure) -> range:
        """The numbers of the reasons that nobody needs to name."""
        named = len(self.chunk.table.leave_out) + len(measure.leave_out)
        return range(named + 1, named + 1 + len(OWN))

    def _gaps(self, measure: RowMeasure) -> Iterator[tuple[Mask, int]]:
        """Where a measure finds nothing to measure, and the reason."""
        _, nothing, backwards = self._own(measure)
        if measure.where is not None and (unknown := self.selection(measure.where).unknown) is not None:
            yield unknown, nothing
        for read in measure.reads:
            if isinstance(read.what, RowCondition):
                if (unknown := self.selection(read.what).unknown) is not None:
                    yield unknown, nothing
                continue
            amounts = self.amounts(read.what)
            if amounts.absent is not None:
                yield amounts.absent, nothing
            if amounts.backwards is not None:
                yield amounts.backwards, backwards

    def report(self, measure: RowMeasure) -> None:
        """List rows whose time runs backwards and that no rule names, once for each pair of columns."""
        for between in betweens(measure.amount):
            own = self.amounts(between).backwards
            if own is not None:
                left = self._ruled(measure.leave_out, self._left, len(self.chunk.table.leave_out) + 1)
                told = self._reported.setdefault(between, np.zeros(self.chunk.rows, np.bool_))
                fine = own & self.inside & (left == 0) & ~told
                for absent, why in self._gaps(measure):
                    fine &= ~absent | (why == self._own(measure)[-1])
                rows = np.flatnonzero(fine)
                told[rows] = True
                if len(rows):
                    self.chunk.report("PS644", between.to, rows, name=between.to, other=between.from_)


def _any(masks: Iterable[Mask | None]) -> Mask | None:
    found: Mask | None = None
    for mask in masks:
        if mask is not None:
            found = mask if found is None else found | mask
    return found
