"""Measuring: chunk by chunk, the rows of tables become a measurement."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.diagnostics import Diagnostic, nearest
from perfscheme.evidence.chunks import Chunk, RowsProblem, lacks
from perfscheme.evidence.cores import side_by_side
from perfscheme.evidence.listings import Listing
from perfscheme.evidence.period import Span, name_of
from perfscheme.evidence.ratings import Ratings
from perfscheme.evidence.readings import Readings, columns_read
from perfscheme.evidence.tallies import Tally
from perfscheme.evidence.wholes import Mask, padded
from perfscheme.evidence.working import Working
from perfscheme.nouns.evidence.conditions import columns
from perfscheme.nouns.evidence.evidence import Evidence
from perfscheme.nouns.evidence.panels import Panel
from perfscheme.nouns.evidence.row_measures import RowMeasure
from perfscheme.nouns.evidence.tables import Table

STRETCH = 1 << 16
"""So many rows at a time stay at hand in a processor's cache, with all that is worked out of them."""
_SOME_DAY = datetime.date(2026, 1, 1)


@attrs.frozen(eq=False)
class Part:
    """A chunk that was seen: where its rows begin, what was found, and the data where they are kept for lists."""

    table: str
    first: int
    problems: list[RowsProblem]
    data: Any


class Measuring:
    """A measurement under way; give it the chunks of each table in any order.

    `needed` are the columns of each table that are read; `dated` says of each table of which rows belong to periods
    whether any lies in the one that is asked for.

    Args:
        evidence: what is measured.
        span: the days that count; None: all.
        subjects: whose figures are asked for; None: of everybody who has a row, in the order of appearance.
        kind: what one score is for: `month`, `quarter`, `half-year` or `year`.
        keep: whether the data are kept, so that the rows behind a figure can be listed.
    """

    def __init__(
        self,
        evidence: Evidence,
        *,
        span: Span | None = None,
        subjects: Iterable[str] | None = None,
        kind: str | None = None,
        keep: bool = True,
    ) -> None:
        self.evidence = evidence
        self.span = span
        self.asked = None if subjects is None else tuple(dict.fromkeys(subjects))
        self.places: dict[str, int] = {subject: i for i, subject in enumerate(self.asked or ())}
        self._everybody = dict(self.places)
        self.parts: list[Part] = []
        self.listing = Listing()
        self.rows: dict[str, int] = {}
        self.clocks = {calendar.calendar: Working.of(calendar) for calendar in evidence.calendars}
        self.tallies = {
            measure.measure: Tally(measure, evidence.table(measure.table))
            for measure in evidence.measures
            if isinstance(measure, RowMeasure)
        }
        self.panels = {
            panel.panel: Ratings(
                panel, (x.item for other in evidence.panels if other.table == panel.table for x in other.items)
            )
            for panel in evidence.panels
        }
        self.needed = {each.table: tuple(dict.fromkeys(self._columns(each))) for each in evidence.tables}
        self.with_rows: Mask = np.zeros(len(self.places), np.bool_)
        self.dated: dict[str, bool] = {}
        # Ratings are never listed.
        rated = {panel.table for panel in evidence.panels}
        self._kept = {each.table for each in evidence.tables if keep} - rated
        for table in evidence.tables:
            if table.table in rated and table.period is not None:
                assert kind is not None, "checked when a scheme is made"
                if span is None or not span.whole(kind):
                    self._overlap(table.table, kind)

    def add(self, table: str, data: Any) -> None:
        """Take in some rows of a table.

        Args:
            table: its name; another than those of the evidence is noted and not read.
            data: a mapping of columns, a data frame, or records, one for each row.
        """
        names = [each.table for each in self.evidence.tables]
        if table not in names:
            facts = {"name": table, "known": tuple(names), "nearest": nearest(table, names)}
            unread = Diagnostic("PS640", (), facts, severity="warning")  # a host may have more than one scheme reads
            self.parts.append(Part(table, 0, [RowsProblem(None, None, unread)], None))
            return
        chunk = Chunk(self.evidence.table(table), data, self.rows.get(table, 0))
        chunk.read(self.needed[table])
        problems = chunk.problems
        if chunk.usable:
            chunk.report_nobody()
            readings = self.readings(chunk)
            self._date(readings)
            self.with_rows = padded(self.with_rows, len(self.places))
            self.with_rows[readings.groups if readings.inside.all() else readings.groups[readings.inside]] = True
            for name in self._ruling(chunk.table):
                if chunk.cells(name) is None:
                    self.lack(table, lacks(chunk.table, name))
            self._count(readings)
            for ratings in self.panels.values():
                if ratings.panel.table == table:
                    ratings.add(chunk, *self._rating(readings, ratings.panel))
            if self.asked is not None:
                # A row that is nobody's may be anybody's.
                asked = readings.groups < len(self.asked)
                problems = [kept for found in problems if (kept := found.among(asked))]
        else:
            self.lack(table, lacks(chunk.table, chunk.table.subject) if chunk.rows >= 0 else problems[0].diagnostic)
        problems = self.listing.first(table, problems, chunk.first)
        self.parts.append(Part(table, chunk.first, problems, chunk.data if table in self._kept else None))
        self.rows[table] = chunk.first + max(chunk.rows, 0)

    def _date(self, readings: Readings) -> None:
        """Note whether any row lies in the period, where there are rows of which that can be said."""
        chunk = readings.chunk
        if any(x.panel.table == chunk.table.table and x.lacking is not None for x in self.panels.values()):
            return  # of ratings of other days nothing is told
        times = None if self.span is None or chunk.table.period is None else chunk.cells(chunk.table.period)
        if times is not None and chunk.rows and (times.absent is None or not times.absent.all()):
            inside = readings.inside if self.asked is None else chunk.inside(self.span)
            self.dated[chunk.table.table] = self.dated.get(chunk.table.table, False) or bool(inside.any())

    def _count(self, readings: Readings) -> None:
        tallies = [tally for tally in self.tallies.values() if tally.measure.table == readings.chunk.table.table]
        for tally in tallies:
            if (why := readings.lacking(tally.measure)) is not None:
                tally.lack(why)
        tallies = [tally for tally in tallies if tally.lacking is None]
        rows = readings.chunk.rows
        # What is kept of a stretch is a number for each subject, so that it pays only if there are more rows than that.
        length = max(STRETCH, 4 * readings.size)

        def by_stretch(start: int) -> Iterable[RowsProblem]:
            stretch = readings.stretch(start, min(start + length, rows)) if length < rows else readings
            for tally in tallies:
                if tally.adding:
                    tally.add(stretch)
                stretch.report(tally.measure)
            return () if stretch is readings else [found.after(start) for found in stretch.chunk.problems]

        def at_once(tally: Tally) -> Iterable[RowsProblem]:
            tally.add(readings)
            return ()

        # What takes longest is begun first.
        work = [partial(at_once, tally) for tally in tallies if not tally.adding]
        work += [partial(by_stretch, start) for start in range(0, rows, length)]
        for problems in side_by_side(lambda do: do(), work, rows):
            readings.chunk.problems += problems

    def _columns(self, table: Table) -> Iterator[str]:
        """The columns of a table that are read; that of its id is, for lists, when these are asked for."""
        yield table.subject
        yield from self._ruling(table)
        for tally in self.tallies.values():
            if tally.measure.table == table.table:
                yield from columns_read(tally.measure)
                for rule in tally.measure.leave_out:
                    yield from columns(rule.when)
        for ratings in self.panels.values():
            panel = ratings.panel
            if panel.table == table.table:
                yield from (panel.rater, panel.relation, panel.item, panel.score)

    def _ruling(self, table: Table) -> Iterator[str]:
        """The columns that say which rows of a table count at all."""
        if self.span is not None and table.period is not None:
            yield table.period
        for rule in table.leave_out:
            yield from columns(rule.when)

    def readings(self, chunk: Chunk) -> Readings:
        """What measures read of a chunk."""
        inside, groups = chunk.inside(self.span), self._groups(chunk)
        if self.asked is not None:
            inside &= groups < len(self.asked)
        return Readings(chunk, inside, groups, len(self.places), self.clocks)

    def _rating(self, readings: Readings, panel: Panel) -> tuple[Mask, NDArray[np.intp]]:
        """The rows of ratings that count, and by row the place of the subject; how lenient a rater is shows in what he
        says of everybody, also of those who are not asked for, whose places come after.
        """
        if self.asked is None or panel.leniency is None:
            return readings.inside & readings.kept, readings.groups
        cells = readings.chunk.column(readings.chunk.table.subject)
        own = [self._everybody.setdefault(word, len(self._everybody)) for word in cells.words]
        return readings.chunk.inside(self.span) & readings.kept, np.array([*own, 0], np.intp)[cells.values]

    def _groups(self, chunk: Chunk) -> NDArray[np.intp]:
        """By row the place of its subject; beyond all where it is not asked for, and anything where it has none."""
        cells = chunk.column(chunk.table.subject)
        if self.asked is None:
            fresh = [word for word in cells.words if word not in self.places]
            self.places.update(zip(fresh, range(len(self.places), len(self.places) + len(fresh))))
            if len(fresh) == len(self.places):  # the first chunk: its codes are the places
                return cells.values
        own = [self.places.get(word, len(self.asked or ())) for word in cells.words]
        return np.array([*own, 0], np.intp)[cells.values]

    def told(self) -> Measuring:
        """The same without the ratings, for what is made of it and holds already what may be told of them."""
        found = copy.copy(self)
        found.panels = {}
        return found

    def missing(self, given: Mapping[str, Any]) -> None:
        """Note the tables that are not given."""
        for table in self.evidence.tables:
            if table.table not in given:
                facts = {"name": table.table, "known": tuple(map(str, given))}
                near = nearest(table.table, [name for name in map(str, given) if name not in self.rows])
                problem = RowsProblem(None, None, Diagnostic("PS645", (), facts | {"nearest": near}))
                self.parts.append(Part(table.table, 0, [problem], None))
                self.lack(table.table, Diagnostic("PS659", (), {"table": table.table}))

    def _overlap(self, table: str, kind: str) -> None:
        """Tell no ratings: two periods that overlap differ by those of single raters."""
        day = _SOME_DAY if self.span is None else self.span.first
        why = Diagnostic("PS662", (), {"example": name_of(kind, day)})
        self.parts.append(Part(table, 0, [RowsProblem(None, None, why)], None))
        self.lack(table, why)

    def lack(self, table: str, why: Diagnostic) -> None:
        """Give no values of all that is made of a table; the first reason is kept."""
        for tally in self.tallies.values():
            if tally.measure.table == table:
                tally.lack(why)
        for ratings in self.panels.values():
            if ratings.panel.table == table:
                ratings.lack(why)
