"""Measurements: the figures of every subject, with the counts behind them, as columns and one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any

import attrs
import numpy as np

from perfscheme.diagnostics import Diagnostic, Text, UnknownNameError, nearest
from perfscheme.diagnostics.language import text_of
from perfscheme.evidence.chunks import Chunk, TableProblem, row_by_row
from perfscheme.evidence.figures import Figures
from perfscheme.evidence.listings import Listing
from perfscheme.evidence.measuring import Measuring
from perfscheme.evidence.rated import Rated
from perfscheme.evidence.readings import NOT_ASKED, TAKEN, reasons
from perfscheme.evidence.tallied import Tallied
from perfscheme.evidence.tallies import Counted
from perfscheme.evidence.trails import EvidenceRow, Trail
from perfscheme.nouns.evidence.amounts import Stages
from perfscheme.nouns.evidence.measures import Measure, Percentile, Ratio
from perfscheme.nouns.evidence.row_measures import RowMeasure
from perfscheme.nouns.inputs import InputSpec


class Measurement(Mapping[str, Mapping[str, Any]]):
    """What was measured: for each subject a record of the inputs that the scheme's evidence gives.

    A value is a `Decimal`, a label or a flag; None where it is missing.
    """

    def __init__(self, measuring: Measuring, inputs: Mapping[str, InputSpec]) -> None:
        self._measuring = measuring.told()
        self._evidence = measuring.evidence
        self._inputs = {m.measure: inputs[m.measure] for m in self._evidence.measures if m.measure in inputs}
        self._size = len(measuring.places) if measuring.asked is None else len(measuring.asked)
        self._tallied = Tallied(self._measuring, self._inputs, self._size)
        self._rated = Rated(measuring, self._size)
        self._inputs = self._inputs | {key: inputs[key] for key in self._rated}

    @cached_property
    def subjects(self) -> tuple[str, ...]:
        """Everybody who was measured: as asked, else in the order of appearance."""
        return tuple(self._measuring.places)

    @property
    def inputs(self) -> tuple[str, ...]:
        """The inputs that were measured, in the order of the file."""
        return tuple(self._inputs)

    def __getitem__(self, subject: str | int) -> Mapping[str, Any]:
        place = self._place(subject)
        return {key: self._value(key, place) for key in self._inputs}

    def __iter__(self) -> Iterator[str]:
        return iter(self.subjects)

    def __len__(self) -> int:
        return self._size

    def __repr__(self) -> str:
        return f"<Measurement subjects={self._size} inputs={len(self._inputs)} problems={len(self.problems)}>"

    def columns(self) -> dict[str, Any]:
        """The values by input, one for each subject, ready for `Scheme.score_many`.

        Numbers are a float64 array in the unit of the input, NaN where one is missing, or a list of exact numbers where
        no float prints one of them; labels and flags are a list, None where one is missing.
        """
        found: dict[str, Any] = {}
        for key in self._inputs:
            counted = self._tallied.counted.get(key)
            if counted is not None and counted.codes is not None:
                found[key] = [None if code < 0 else counted.words[code] for code in self._tallied.codes(key).tolist()]
            else:
                found[key] = self._figures(key).column()
        return found

    @cached_property
    def problems(self) -> tuple[TableProblem, ...]:
        """What is wrong with what was handed in, table by table in the order of the rows; of each kind the first
        rows, and at the end how many more there are.
        """
        found: list[TableProblem] = []
        for part in self._measuring.parts:
            found += row_by_row(part.table, part.first, part.problems)
        found += (*self._measuring.listing.whole(), *self._rated.problems)
        listing = Listing()
        for key, counted in self._tallied.counted.items():
            found += listing.some(self._clashes(key, counted))
        places: dict[str | None, int] = {table.table: i for i, table in enumerate(self._evidence.tables)}
        found.sort(key=lambda x: (places.get(x.table, -1), -1 if x.row is None else x.row))
        found += (*self._elsewhere(), *listing.some(self._absent()))
        found += (*self._measuring.listing.rest(), *self._rated.more, *listing.rest())
        return tuple(dict.fromkeys(found))

    def _clashes(self, key: str, counted: Counted) -> Iterator[TableProblem]:
        """Subjects whose rows contradict each other, at the later of two rows that do."""
        measure = self._measuring.tallies[key].measure
        for place, (earlier, later) in counted.clashes.items():
            facts = {"subject": self.subjects[place], "row": earlier}
            yield TableProblem(measure.table, later, measure.cell, Diagnostic("PS665", (), facts))

    def _absent(self) -> Iterator[TableProblem]:
        """Subjects that are asked for and have no row."""
        if self._measuring.asked is not None:
            for place in np.flatnonzero(~self._measuring.with_rows[: self._size]).tolist():
                diagnostic = Diagnostic("PS647", (), {"subject": self.subjects[place]}, severity="warning")
                yield TableProblem(None, None, None, diagnostic)

    def _elsewhere(self) -> Iterator[TableProblem]:
        """That no row of any table lies in the period; in one table there may well be none."""
        span, dated = self._measuring.span, self._measuring.dated
        if span is not None and dated and not any(dated.values()):
            facts = {"known": tuple(dated), "first": str(span.first), "last": str(span.last)}
            yield TableProblem(None, None, None, Diagnostic("PS666", (), facts, severity="warning"))

    def evidence(self, subject: str | int) -> dict[str, Trail]:
        """What stands behind each value of a subject, by input.

        Args:
            subject: whose: a text, or a whole number, which is kept as its text.

        Raises:
            UnknownNameError: nobody of this name was measured.
        """
        place = self._place(subject)
        return {key: self._trail(place, key) for key in self._inputs}

    def rows(self, subject: str | int, key: str) -> tuple[EvidenceRow, ...]:
        """The rows behind a value: those that were measured, and those that were left out, each with the reason.

        Args:
            subject: as in `evidence`.
            key: the input, or the name of a measure that a ratio reads.

        Raises:
            UnknownNameError: nobody of this name was measured, or it is no measure of a table; what raters say is not
                listed (PS668).
        """
        place = self._place(subject)
        if key in self._rated:
            raise UnknownNameError(Diagnostic("PS668", (), {"name": key}))
        tallies = self._measuring.tallies
        if key not in tallies:
            facts = {"name": key, "known": tuple(tallies), "nearest": nearest(str(key), tallies)}
            raise UnknownNameError(Diagnostic("PS614", (), facts))
        if tallies[key].lacking is not None:
            return ()  # no row is behind a value that is not there
        found: list[EvidenceRow] = []
        measure, scale = tallies[key].measure, self._tallied.scale(key)
        table = self._evidence.table(measure.table)
        for part in self._measuring.parts:
            if part.table != measure.table or part.data is None:
                continue
            chunk = Chunk(table, part.data, part.first)
            if not chunk.usable:
                continue
            readings = self._measuring.readings(chunk)
            verdicts = readings.verdict(measure).reasons
            mine = np.flatnonzero((readings.groups == place) & (verdicts != NOT_ASKED))
            amounts = None if measure.amount is None else readings.amounts(measure.amount)
            for row in mine.tolist():
                why = int(verdicts[row])
                amount = None
                if why == TAKEN and amounts is not None:
                    amount = Fraction(int(amounts.values[row]), 10**amounts.decimals) * scale
                names = chunk.names
                left = None if why == TAKEN else reasons(table, measure)[why - 1]
                found.append(EvidenceRow(part.first + row, names[row] if names else None, left, amount))
        return tuple(found)

    # One value

    def _trail(self, place: int, key: str) -> Trail:
        """What stands behind one value, of the subject at a place."""
        if key in self._rated:
            said = self._rated.said(key, place)
            name = self._inputs[key].name or text_of(key)
            return Trail(name, "panel", None, said.value, said.raters, lacking=said.lacking, panel=said)
        measure = self._evidence.measure(key)
        name = measure.name or (self._inputs[key].name if key in self._inputs else None) or text_of(key)
        shown = self._shown(key, place)
        if isinstance(measure, Ratio):
            over, under = (self._trail(place, each) for each in (measure.of, measure.to))
            if measure.to not in self._inputs and self._evidence.measure(measure.to).decimals is None:
                under = attrs.evolve(under, figure=self._tallied.divisor(measure).at(place))
            operands = over, under
            return Trail(name, measure.kind, None, shown, 0, operands=operands, lacking=self._lacking(measure, place))
        table, counted = self._evidence.table(measure.table), self._tallied.counted[key]
        left = tuple((reason, int(counts[place])) for reason, counts in counted.left.items() if counts[place])
        stages = self._stages(measure, counted, place)
        rows = table.name or text_of(table.table)
        n = int(counted.n[place])
        lacking, percent = self._lacking(measure, place), measure.percent if isinstance(measure, Percentile) else None
        return Trail(name, measure.kind, rows, shown, n, left_out=left, stages=stages, lacking=lacking, percent=percent)

    def _place(self, subject: str | int) -> int:
        name = str(subject)
        place = self._measuring.places.get(name)
        if place is None:
            facts = {"name": name, "known": self.subjects[:20], "nearest": nearest(name, self.subjects)}
            raise UnknownNameError(Diagnostic("PS648", (), facts))
        return place

    def _value(self, key: str, place: int) -> Any:
        counted = self._tallied.counted.get(key)
        if counted is not None and counted.codes is not None:
            code = int(self._tallied.codes(key)[place])
            return None if code < 0 else counted.words[code]
        figures = self._figures(key)
        # Read from text it is exact, whatever precision the host works in.
        return None if figures.missing[place] else Decimal(f"{figures.units[place]}e-{figures.decimals}")

    def _shown(self, key: str, place: int) -> Fraction | str | bool | None:
        """A value as a trail has it; of a measure that only a ratio reads the exact number."""
        if key not in self._inputs and self._evidence.measure(key).decimals is None:
            return self._tallied.quotients(key).at(place)
        value = self._value(key, place)
        return Fraction(value) if isinstance(value, Decimal) else value

    def _lacking(self, measure: Measure, place: int) -> Diagnostic | None:
        """Why there is no value; None where there is one."""
        if self._shown(measure.measure, place) is not None:
            return None
        if isinstance(measure, Ratio):
            for name in (measure.of, measure.to):
                if self._tallied.quotients(name).missing[place]:
                    return Diagnostic("PS655", (), {"name": name})
            under = self._tallied.divisor(measure).at(place) or Fraction(0)
            if under == 0:
                return Diagnostic("PS653", (), {"name": measure.to})
            return Diagnostic("PS654", (), {"name": measure.to, "found": under, "needed": measure.at_least})
        tally, counted = self._measuring.tallies[measure.measure], self._tallied.counted[measure.measure]
        n = int(counted.n[place])
        if tally.lacking is not None:
            return tally.lacking
        if measure.at_least is not None and n < measure.at_least:
            return Diagnostic("PS650", (), {"found": n, "needed": measure.at_least})
        if place in counted.clashes:
            return Diagnostic("PS652", (), {"subject": self.subjects[place]})
        return Diagnostic("PS651", (), {"table": measure.table})

    def _stages(self, measure: RowMeasure, counted: Counted, place: int) -> tuple[tuple[Text, Fraction | None], ...]:
        if not isinstance(measure.amount, Stages):
            return ()
        scale = self._tallied.scale(measure.measure)
        found: list[tuple[Text, Fraction | None]] = []
        for stage in measure.amount.stages:
            exact = counted.stages[stage.stage].scaled(scale)
            figure = exact.at(place)
            if figure is not None and measure.decimals is not None:
                figure = Fraction(int(exact.rounded(measure.decimals)[place]), 10**measure.decimals)
            found.append((stage.name or text_of(stage.stage), figure))
        return tuple(found)

    def _figures(self, key: str) -> Figures:
        return self._rated.figures(key) if key in self._rated else self._tallied.figures(key)
