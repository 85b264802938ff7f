"""Chunks: rows of a table as they are handed in, read column by column when a measure first asks."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.diagnostics import Diagnostic, InputError, nearest
from perfscheme.evidence.cells import Cells, Fault
from perfscheme.evidence.columns import read
from perfscheme.evidence.cores import side_by_side
from perfscheme.evidence.period import Span
from perfscheme.evidence.wholes import Mask
from perfscheme.frames.columns import FrameColumns
from perfscheme.frames.files import Rows
from perfscheme.frames.records import called, columns_of, is_record, names_in
from perfscheme.nouns.evidence.columns import TextColumn, TimeColumn
from perfscheme.nouns.evidence.tables import Table

Places = NDArray[np.intp]


@attrs.frozen
class TableProblem:
    """What is wrong with a table, a column of it, or a cell.

    Args:
        table: its name; None where it is of none of them.
        row: the number of the row, from 0; None where it is not of a row.
        column: the name of the column; None where it is of the whole table or row.
        diagnostic: what was found and what was expected.
    """

    table: str | None
    row: int | None
    column: str | None
    diagnostic: Diagnostic

    def line(self, lang: str = "en") -> str:
        """The problem on one line, with its place."""
        where = ".".join(str(part) for part in (self.table, self.row, self.column) if part is not None)
        said = f"{self.diagnostic.label(lang)}{self.diagnostic.message(lang)}"
        return f"{where}: {said}" if where else said


@attrs.frozen(eq=False)
class RowsProblem:
    """A problem of many rows, kept as an array until somebody asks for it."""

    column: str | None
    rows: Places | None
    diagnostic: Diagnostic

    def after(self, rows: int) -> RowsProblem:
        """The same of rows that follow upon so many others."""
        return self if self.rows is None else attrs.evolve(self, rows=self.rows + rows)

    def among(self, wanted: Mask) -> RowsProblem | None:
        """The same of some rows only; None where it is of none of them."""
        if self.rows is None:
            return self
        rows = self.rows[wanted[self.rows]]
        return attrs.evolve(self, rows=rows) if len(rows) else None


class Chunk:
    """Some rows of a table.

    Args:
        table: what they are to be.
        data: a mapping of columns, a data frame, or records, one for each row.
        first: the number of the first row within the table.

    `data` are what another chunk of the same rows is made of; records may be read only once, so that these are columns.
    """

    def __init__(self, table: Table, data: Any, first: int = 0) -> None:
        self.table = table
        self.first = first
        self.data: Any = data
        self.problems: list[RowsProblem] = []
        self._others: tuple[str, ...] = ()  # names that records have beside the columns
        self._columns = self._taken(data)
        self._cells: dict[str, Cells | None] = {}
        self.rows = self._length()

    def _taken(self, data: Any) -> Mapping[str, Any] | None:
        if (records := _records(data)) is not None:
            found = self._rowwise(records)
            self.data = found
            return found
        try:
            columns = _columns(data)
        except InputError as error:  # the other tables are measured all the same
            self.problems += (RowsProblem(None, None, diagnostic) for diagnostic in error.diagnostics)
            return None
        if columns is None:
            self.report("PS641", name=self.table.table)
        return columns

    def _rowwise(self, records: list[Any]) -> Mapping[str, Any]:
        """Records as columns; no rows at all have every column."""
        names = [each.column for each in self.table.columns]
        if not records:
            return {name: [] for name in names}
        self._others = names_in(next(filter(is_record, records)))
        strange: dict[str, list[int]] = {}
        for row, record in enumerate(records):
            if not is_record(record):
                strange.setdefault(called(record), []).append(row)
        for found, rows in strange.items():
            self.report("PS664", rows=np.array(rows, np.intp), found=found)
        return columns_of(records, names)

    @property
    def usable(self) -> bool:
        """Whether there are rows that have subjects."""
        return self.rows >= 0 and self.cells(self.table.subject) is not None

    def report(self, code: str, column: str | None = None, rows: Places | None = None, **facts: object) -> None:
        """Note a problem; of rows where they are given, else of the column or table as a whole."""
        self.problems.append(RowsProblem(column, rows, Diagnostic(code, (), facts)))

    def read(self, names: Iterable[str]) -> None:
        """Read some columns, side by side, and note those that the data lack."""
        if self._columns is None or self.table.subject not in self._columns:
            return
        # Texts take the longest, so that they are begun first.
        names = sorted(dict.fromkeys(names), key=lambda name: not isinstance(self.table.column(name), TextColumn))
        self._keep(zip(names, side_by_side(self._read, names, self.rows)))

    def cells(self, name: str) -> Cells | None:
        """A column; None where the data lack it, which is noted once."""
        if name not in self._cells:
            self._keep([(name, self._read(name))])
        return self._cells[name]

    def column(self, name: str) -> Cells:
        """A column that the data are known to have."""
        cells = self.cells(name)
        assert cells is not None, "columns are looked for before rows are read"
        return cells

    def stretch(self, start: int, stop: int) -> Chunk:
        """Rows that follow each other, of the columns that were read; its problems are its own."""
        found = copy.copy(self)
        found.first, found.rows, found.problems = self.first + start, stop - start, []
        found._columns = None
        found._cells = {
            name: None if cells is None else cells.stretch(start, stop) for name, cells in self._cells.items()
        }
        return found

    def _keep(self, columns: Iterable[tuple[str, Cells | None]]) -> None:
        for name, cells in columns:
            self._cells[name] = cells
            if cells is not None:
                self.problems += (RowsProblem(name, fault.rows, self._meant(name, fault)) for fault in cells.faults)
            elif self._columns is not None:
                known = tuple(str(key) for key in self._columns)
                near = nearest(name, (*known, *self._others))
                self.report("PS642", name, name=name, table=self.table.table, known=known, nearest=near)

    def _meant(self, name: str, fault: Fault) -> Diagnostic:
        """A blank subject is nobody, as a gap is; what else is blank may be a gap that was meant."""
        blank = name == self.table.subject and fault.diagnostic.code == "PS103"
        return Diagnostic("PS643", (), {"name": name}) if blank else fault.diagnostic

    def _read(self, name: str) -> Cells | None:
        column = self.table.column(name)
        assert column is not None, "names are checked when evidence is made"
        if self._columns is None or name not in self._columns:
            return None
        zone = (column.zone or self.table.zone) if isinstance(column, TimeColumn) else None
        return read(column, self._columns[name], zone)

    def _length(self) -> int:
        """How many rows there are; -1 where there is no telling."""
        if self._columns is None:
            return -1
        if isinstance(self._columns, FrameColumns | Rows):
            return self._columns.rows  # not all columns are made
        lengths = {name: len(self._columns[name]) for name in self._columns if self.table.column(str(name)) is not None}
        if not lengths:
            return 0
        first, rows = next(iter(lengths.items()))
        if uneven := tuple(f"{name}: {count}" for name, count in lengths.items() if count != rows):
            facts = {"name": str(first), "rows": rows, "uneven": uneven}
            self.problems.append(RowsProblem(None, None, Diagnostic("PS303", (), facts)))
            return -1
        return rows

    def inside(self, span: Span | None) -> Mask:
        """The rows that have a subject and lie in a period."""
        subject = self.column(self.table.subject)
        inside = np.ones(self.rows, np.bool_)
        if subject.absent is not None:
            inside &= ~subject.absent
        if span is not None and self.table.period is not None:
            times = self.cells(self.table.period)
            if times is None:
                return np.zeros(self.rows, np.bool_)
            column = self.table.column(self.table.period)
            zone = (column.zone if isinstance(column, TimeColumn) else None) or self.table.zone
            start, end = span.micros(zone)
            inside &= (times.values >= start) & (times.values < end)
            if times.absent is not None:
                inside &= ~times.absent
        return inside

    def report_nobody(self) -> None:
        """Note the rows that have no subject, once what is needed of them was read."""
        subject = self.column(self.table.subject)
        if subject.absent is not None:
            blank = np.setdiff1d(np.flatnonzero(subject.absent), subject.faulty())
            if len(blank) and len(blank := blank[self._written(blank)]):
                self.report("PS643", self.table.subject, blank, name=self.table.subject)

    def _written(self, rows: Places) -> Mask:
        """In which of some rows anything stands: a blank line is nobody's, and nobody's fault."""
        assert self._columns is not None, "asked of usable chunks only"
        written = np.zeros(len(rows), np.bool_)
        for column in sorted(self.table.columns, key=lambda column: column.column not in self._cells):
            if column.column in self._columns and not written.all():  # most often what was read already tells it
                cells = self._cells.get(column.column) or self._read(column.column)
                if cells is None:
                    continue
                there = np.ones(self.rows, np.bool_) if cells.absent is None else ~cells.absent
                there[cells.faulty()] = True
                written |= there[rows]
        return written

    @cached_property
    def names(self) -> Sequence[str] | None:
        """What rows are called, where the table says so and the data have it."""
        cells = None if self.table.id is None else self.cells(self.table.id)
        return None if cells is None else [cells.words[code] if code >= 0 else "" for code in cells.values.tolist()]


def lacks(table: Table, column: str) -> Diagnostic:
    """That the data of a table lack a column."""
    return Diagnostic("PS656", (), {"name": column, "table": table.table})


def row_by_row(table: str, first: int, problems: Iterable[RowsProblem]) -> list[TableProblem]:
    """Problems as those of single rows, in the order of the rows."""
    found: list[TableProblem] = []
    for problem in problems:
        rows = [None] if problem.rows is None else [first + row for row in np.sort(problem.rows).tolist()]
        found += (TableProblem(table, row, problem.column, problem.diagnostic) for row in rows)
    return sorted(found, key=lambda problem: -1 if problem.row is None else problem.row)


def _column(values: Any) -> bool:
    """Whether something is a value for each row."""
    sized = hasattr(values, "__len__") and not isinstance(values, str | bytes | Mapping)
    return sized and getattr(values, "ndim", 1) == 1


def _columns(data: Any) -> Mapping[str, Any] | None:
    """Columns by name; None where it is no table."""
    if isinstance(data, Mapping):
        return data if isinstance(data, Rows) or all(map(_column, data.values())) else None
    return FrameColumns(data) if hasattr(type(data), "columns") else None  # a lazy frame would warn that it is asked


def _records(data: Any) -> list[Any] | None:
    """The records that data are; None where they are none. Some of them may be no records."""
    if not isinstance(data, Iterable) or isinstance(data, str | bytes | bytearray | Set | Mapping):
        return None
    if hasattr(type(data), "columns"):
        return None
    found = list(data)
    return found if not found or any(map(is_record, found)) else None
