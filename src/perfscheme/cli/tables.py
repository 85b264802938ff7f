"""Tables: the files from which a scheme's values are counted, read part by part, with a bar where that takes long."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
from rich.console import Console
from rich.progress import Progress, TaskID

from perfscheme.cli.files import failure
from perfscheme.cli.options import Command, row_line
from perfscheme.cli.usage import option
from perfscheme.diagnostics import Diagnostic, InputError, Language, Text, nearest
from perfscheme.frames.files import BadRow, read_rows
from perfscheme.scheme import Scheme

if TYPE_CHECKING:
    from perfscheme.evidence.chunks import TableProblem
    from perfscheme.evidence.measuring import Measuring
    from perfscheme.scheme.measurements import Measurement

READING = Text(zh="读取 {name}", en="reading {name}")


def with_tables(command: Command) -> Command:
    """Give a command the options of the tables that a scheme measures."""
    options = (
        option(
            "--table", "tables", multiple=True, metavar="NAME=FILE",
            zh="方案 `evidence` 中的表：CSV、Parquet 或 XLSX；分成几个文件时每个写一次。",
            en="A table of the scheme's evidence: CSV, Parquet or XLSX; once for each part of it.",
        ),
        option(
            "--period", metavar="PERIOD",
            zh="2026、2026-H1、2026-Q3、2026-07，或 起始日..截止日；默认为所有行。",
            en="2026, 2026-H1, 2026-Q3, 2026-07, or DAY..DAY; else all rows.",
        ),
    )  # fmt: skip
    for decorate in reversed(options):
        command = decorate(command)
    return command


@attrs.frozen
class Measured:
    """What files gave.

    Args:
        measurement: the values.
        told: every problem on a line of its own, with file, row and column.
    """

    measurement: Measurement
    told: tuple[str, ...]


def measured(
    plan: Scheme,
    tables: Sequence[str],
    period: str | None,
    lang: Language,
    *,
    subjects: Iterable[str] | None = None,
    keep: bool = False,
) -> Measured:
    """Measure files.

    Args:
        plan: the scheme.
        tables: `NAME=FILE`, each.
        period: the days that count.
        lang: of the problems.
        subjects: whose values are asked for; None: of everybody.
        keep: whether the rows behind a value will be asked for; else a file may be larger than the memory.

    Raises:
        InputError: a file cannot be opened, a table is not written so, the scheme has no evidence or no such table, or
            it is no period.
        MissingLibraryError: what reads the file is not installed.
    """
    days = tuple(period.split("..")) if period is not None and ".." in period else period
    measuring = plan.measuring(period=days, subjects=subjects, keep=keep)
    assert plan.evidence is not None, "else nothing is measured"
    kinds, spare, called = {}, {}, {}
    for table in plan.evidence.tables:
        needed = {*measuring.needed[table.table], *((table.id,) if keep else ())}
        kinds[table.table] = {column.column: column.kind for column in table.columns}
        spare[table.table] = kinds[table.table].keys() - needed
        words = () if table.name is None else (table.name.zh, table.name.en)
        called[table.table] = [word for word in (table.table, *words) if word]
    files = [_named(table, kinds) for table in tables]
    parts = _Parts(measuring, lang)
    with _bar(lang) as step:
        for name, file in files:
            parts.read(name, file, kinds[name], spare[name], called[name], step)
    measuring.missing(dict(files))
    measurement = plan.measured(measuring)
    return Measured(measurement, (*parts.told, *parts.placed(measurement.problems)))


class _Parts:
    """The files that the tables are read from: which rows of a table stand in which, and what is wrong with each."""

    def __init__(self, measuring: Measuring, lang: Language) -> None:
        self.told: list[str] = []
        self._measuring = measuring
        self._lang = lang
        # By table, for each file: how many rows stood before it, its name, and how its rows are numbered.
        self._files: dict[str, list[tuple[int, str, Callable[[int], int]]]] = {}

    def read(
        self,
        name: str,
        file: str,
        kinds: Mapping[str, str],
        spare: Collection[str],
        sheets: Collection[str],
        step: Callable[[str, float], None],
    ) -> None:
        """Measure a part of a table.

        Args:
            name: of the table.
            file: the part.
            kinds: of its columns, by name.
            spare: columns that are not read.
            sheets: as in `read_rows`.
            step: is told how far it got.
        """
        from perfscheme.evidence.listings import MOST  # it imports numpy, which a call without tables does not need

        left_out: list[int] = []

        def tell(row: BadRow) -> None:
            left_out.append(row.row)
            if len(left_out) <= MOST:
                self.told.append(row_line(row.diagnostic, self._lang, file, row.row))

        start = self._measuring.rows.get(name, 0)
        try:
            for rows in read_rows(file, kinds, tell, spare, sheets):
                if self._measuring.rows.get(name, 0) == start:
                    self._files.setdefault(name, []).append((start, file, _numbering(rows.first, left_out)))
                self._measuring.add(name, rows)
                step(file, rows.done)
        except OSError as error:
            raise failure("PS401", file, error) from None
        except InputError as error:  # the other tables are measured all the same
            self.told.extend(row_line(diagnostic, self._lang, file, None) for diagnostic in error.diagnostics)
            self._measuring.lack(name, error.diagnostics[0])
        if (more := len(left_out) - MOST) > 0:
            self.told.append(row_line(Diagnostic("PS657", (), {"count": more}), self._lang, file, None))

    def placed(self, problems: Sequence[TableProblem]) -> Iterator[str]:
        """Problems of tables, each at its row of its file."""
        for problem in problems:
            files = self._files.get(problem.table or "", ())
            if problem.row is None or not files:
                file = files[0][1] if len(files) == 1 else problem.table
                yield row_line(problem.diagnostic, self._lang, file, None, problem.column)
                continue
            file, row = _place(problem.row, files)
            diagnostic = problem.diagnostic
            if isinstance(other := diagnostic.facts.get("row"), int):  # of the row that said something else before
                where, number = _place(other, files)
                shown = number if where == file else f"{number} ({where})"
                diagnostic = attrs.evolve(diagnostic, facts={**diagnostic.facts, "row": shown})
            yield row_line(diagnostic, self._lang, file, row, problem.column)


def _named(written: str, known: Mapping[str, object]) -> tuple[str, str]:
    name, sign, file = written.partition("=")
    if not sign or not name or not file:
        raise InputError(Diagnostic("PS449", (), {"found": written}))
    if name not in known:
        facts = {"name": name, "known": tuple(known), "nearest": nearest(name, tuple(known))}
        raise InputError(Diagnostic("PS640", (), facts))
    return name, file


def _numbering(first: int, left_out: Sequence[int]) -> Callable[[int], int]:
    """From the place of a row among those that were read to its number in the file, past those that were left out."""

    def number(place: int) -> int:
        found = place + first
        for row in sorted(left_out):
            if row > found:
                break
            found += 1
        return found

    return number


def _place(row: int, parts: Sequence[tuple[int, str, Callable[[int], int]]]) -> tuple[str, int]:
    """The file of a row of a table, and its number there."""
    start, file, number = parts[bisect_right([start for start, *_ in parts], row) - 1]
    return file, number(row - start)


@contextmanager
def _bar(lang: Language) -> Iterator[Callable[[str, float], None]]:
    """A bar on standard error for each file that comes in several parts, where somebody is looking."""
    if not sys.stderr.isatty():
        yield lambda file, done: None
        return
    with Progress(console=Console(stderr=True), transient=True) as progress:
        tasks: dict[str, TaskID | None] = {}

        def step(file: str, done: float) -> None:
            if file not in tasks and done == 1:
                tasks[file] = None  # the whole of it, unless there is a second part
                return
            if (task := tasks.get(file)) is None:
                task = tasks[file] = progress.add_task(READING.say(lang).format(name=Path(file).name), total=1.0)
            progress.update(task, completed=done)

        yield step
