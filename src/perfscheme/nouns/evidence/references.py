"""References: that every table, column, calendar and measure that evidence names is there, and of a fitting sort."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

import attrs

from perfscheme.diagnostics import Diagnostic, figure, guess, nearest
from perfscheme.nouns.comparisons import written
from perfscheme.nouns.evidence.amounts import Amount, Between, Stages, betweens
from perfscheme.nouns.evidence.calendars import Calendar
from perfscheme.nouns.evidence.columns import (
    Column,
    DurationColumn,
    FlagColumn,
    NumberColumn,
    TextColumn,
    TimeColumn,
)
from perfscheme.nouns.evidence.conditions import ColumnIs, ColumnMissing, RowCondition, parts
from perfscheme.nouns.evidence.measures import Measure, Ratio
from perfscheme.nouns.evidence.reads import NUMBERS, WORDS
from perfscheme.nouns.evidence.row_measures import CellMeasure, RowMeasure
from perfscheme.nouns.evidence.tables import Table
from perfscheme.nouns.setting import label_text
from perfscheme.nouns.units import factor

Step = str | int

CLOCK: Final = re.compile("([0-9]{1,4}):([0-5][0-9])")
"""How people write a length of time that they read off a clock."""


@attrs.frozen
class References:
    """What the parts of evidence say of each other."""

    tables: tuple[Table, ...]
    calendars: tuple[Calendar, ...]
    measures: tuple[Measure, ...]
    rated: tuple[str, ...] = ()  # tables that panels read

    def problems(self) -> Iterator[Diagnostic]:
        """Everything that leads nowhere, or to something of another sort."""
        found = [
            *(x.within("tables", table.table) for table in self.tables for x in self._table(table)),
            *(x.within("measures", measure.measure) for measure in self.measures for x in self._measure(measure)),
        ]
        # A misspelt name is one mistake, not a name that leads nowhere and another that nothing reads.
        yield from found or self._rings()

    # Tables

    def _table(self, table: Table) -> Iterator[Diagnostic]:
        yield from column_problems(table, table.subject, (TextColumn,), "subject")
        if table.period is not None:
            yield from column_problems(table, table.period, (TimeColumn,), "period")
        if table.id is not None:
            yield from column_problems(table, table.id, (TextColumn,), "id")
        for i, rule in enumerate(table.leave_out):
            yield from condition_problems(table, rule.when, "leave-out", i, "when")

    # Measures

    def _measure(self, measure: Measure) -> Iterator[Diagnostic]:
        if isinstance(measure, Ratio):
            names = [each.measure for each in self.measures]
            for key, name in (("of", measure.of), ("to", measure.to)):
                if name not in names:
                    near = nearest(name, names)
                    yield Diagnostic("PS614", (key,), {"name": name, "known": tuple(names), "nearest": near})
                elif not self._is_number(name):
                    yield Diagnostic("PS616", (key,), {"name": name, "found": "text", "expected": ("number",)})
            return
        table = next((table for table in self.tables if table.table == measure.table), None)
        if table is None:
            called = {table.table: table.name for table in self.tables}
            names = list(called)
            facts = {"name": measure.table, "known": tuple(names), **guess(measure.table, names, called)}
            yield Diagnostic("PS609", ("table",), facts)
            return
        if measure.where is not None:
            yield from condition_problems(table, measure.where, "where")
        for i, rule in enumerate(measure.leave_out):
            yield from condition_problems(table, rule.when, "leave-out", i, "when")
        for read in measure.reads:
            if isinstance(read.what, RowCondition):
                yield from condition_problems(table, read.what, read.key)
            else:
                yield from self._amount(table, read.what, read.kinds, read.key)

    def _is_number(self, name: str) -> bool:
        measure = next(each for each in self.measures if each.measure == name)
        if not isinstance(measure, CellMeasure):
            return True
        table = next((table for table in self.tables if table.table == measure.table), None)
        return table is None or not isinstance(table.column(measure.of), WORDS)

    def _amount(
        self, table: Table, amount: Amount | Stages, kinds: Iterable[type[Column]], *path: Step
    ) -> Iterator[Diagnostic]:
        match amount:
            case str():
                yield from column_problems(table, amount, kinds, *path)
            case Between():
                yield from column_problems(table, amount.from_, (TimeColumn,), *path, "from")
                yield from column_problems(table, amount.to, (TimeColumn,), *path, "to")
                names = [calendar.calendar for calendar in self.calendars]
                if amount.calendar is not None and amount.calendar not in names:
                    near = nearest(amount.calendar, names)
                    facts = {"name": amount.calendar, "known": tuple(names), "nearest": near}
                    yield Diagnostic("PS610", (*path, "calendar"), facts)
            case Stages():
                for stage in amount.stages:
                    yield from self._amount(table, stage.of, (DurationColumn,), *path, "stages", stage.stage)

    def _rings(self) -> Iterator[Diagnostic]:
        operands = {
            measure.measure: (measure.of, measure.to) for measure in self.measures if isinstance(measure, Ratio)
        }
        for name in operands:
            way: set[str] = set()
            left = [*operands[name]]
            while left:
                one = left.pop()
                if one not in way:
                    way.add(one)
                    left += operands.get(one, ())
            if name in way:
                yield Diagnostic("PS621", ("measures", name), {"name": name})

    def unused(self) -> Iterator[Diagnostic]:
        """Tables and calendars that nothing reads."""
        tables = {measure.table for measure in self.measures if isinstance(measure, RowMeasure)} | {*self.rated}
        for table in self.tables:
            if table.table not in tables:
                yield Diagnostic("PS622", ("tables", table.table), {"name": table.table})
        calendars = {
            between.calendar
            for measure in self.measures
            if isinstance(measure, RowMeasure)
            for between in betweens(measure.amount)
        }
        for calendar in self.calendars:
            if calendar.calendar not in calendars:
                yield Diagnostic("PS622", ("calendars", calendar.calendar), {"name": calendar.calendar})


def column_problems(table: Table, name: str, kinds: Iterable[type[Column]], *path: Step) -> Iterator[Diagnostic]:
    """A column that a table has not, or of another kind.

    Args:
        table: the table.
        name: of the column.
        kinds: those that may stand here.
        path: where it is named.
    """
    column = table.column(name)
    if column is None:
        called = {each.column: each.name for each in table.columns}
        facts = {"name": name, "table": table.table, "known": tuple(called), **guess(name, called, called)}
        yield Diagnostic("PS602", path, facts)
    elif not isinstance(column, tuple(kinds)):
        facts = {"name": name, "found": column.kind, "expected": tuple(kind.kind for kind in kinds)}
        yield Diagnostic("PS616", path, facts)


def condition_problems(table: Table, condition: RowCondition, *path: Step) -> Iterator[Diagnostic]:
    """Every column that a condition names and the table has not, and every comparison that makes no sense.

    Args:
        table: whose rows the condition is on.
        condition: the condition.
        path: where it stands.
    """
    for here, part in parts(condition, *path):
        if isinstance(part, ColumnMissing):
            yield from column_problems(table, part.missing, (*NUMBERS, *WORDS, TimeColumn), *here, "missing")
        else:
            yield from (found.within(*here) for found in _comparison(table, part))


def _comparison(table: Table, part: ColumnIs) -> Iterator[Diagnostic]:
    column = table.column(part.column)
    if part.wanted is not None:
        yield from column_problems(table, part.column, WORDS, "column")
        if isinstance(column, WORDS):
            yield from _words(column, part)
        return
    yield from column_problems(table, part.column, (*NUMBERS, TimeColumn), "column")
    ((relation, bound),) = written(part)
    if isinstance(bound, str):
        if (clock := CLOCK.fullmatch(bound)) and table.column(bound) is None and not isinstance(column, TimeColumn):
            minutes = Fraction(int(clock[1]) * 60 + int(clock[2]))
            facts = {"found": bound, "name": part.column, "hours": figure(minutes / 60), "minutes": figure(minutes)}
            yield Diagnostic("PS663", (relation,), facts)
            return
        yield from column_problems(table, bound, (*NUMBERS, TimeColumn), relation)
        other = table.column(bound)
        if column is None or other is None or isinstance(other, WORDS):
            return
        if column.kind != other.kind or not _one_unit(column, other):
            facts = {"name": column.column, "other": other.column}
            yield Diagnostic("PS624", (relation,), facts)
    elif isinstance(column, TimeColumn) or (isinstance(column, DurationColumn) and column.unit is None):
        yield Diagnostic("PS623", (relation,), {"name": column.column})


def _one_unit(a: Column, b: Column) -> bool:
    return not isinstance(a, NumberColumn) or not isinstance(b, NumberColumn) or factor(a.unit, b.unit) is not None


def _words(column: TextColumn | FlagColumn, part: ColumnIs) -> Iterator[Diagnostic]:
    labels: tuple[str | bool, ...] | None = (False, True) if isinstance(column, FlagColumn) else column.labels
    key = "is" if part.is_any is None else "is-any"
    for wanted in part.wanted or ():
        if labels is not None and not any(wanted == known and type(wanted) is type(known) for known in labels):
            words = tuple(map(label_text, labels))
            found = label_text(wanted)
            facts = {"label": found, "name": column.column, "labels": words, "nearest": nearest(found, words)}
            yield Diagnostic("PS625", (key,), facts)
        elif labels is None and isinstance(wanted, bool):
            facts = {"label": label_text(wanted), "name": column.column, "labels": ("text",), "nearest": None}
            yield Diagnostic("PS625", (key,), facts)
