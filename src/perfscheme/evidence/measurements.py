"""Measurements: the figures of every subject, with the counts behind them, as columns and one by one."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.diagnostics import Diagnostic, Text, UnknownNameError, nearest
from perfscheme.diagnostics.figures import terminating
from perfscheme.diagnostics.language import text_of
from perfscheme.evidence.chunks import Chunk, TableProblem, row_by_row
from perfscheme.evidence.listings import Listing
from perfscheme.evidence.measuring import Measuring
from perfscheme.evidence.rated import Rated
from perfscheme.evidence.readings import NOT_ASKED, TAKEN, reasons
from perfscheme.evidence.tallies import Counted
from perfscheme.evidence.trails import EvidenceRow, Trail
from perfscheme.evidence.wholes import Mask, Quotients, Whole, product, times
from perfscheme.formula.cuts import CARRIED
from perfscheme.nouns.evidence.amounts import Stages
from perfscheme.nouns.evidence.measures import Measure, Percentile, Ratio
from perfscheme.nouns.evidence.results import divisor_unit, unit_of
from perfscheme.nouns.evidence.results import times as unit_times
from perfscheme.nouns.evidence.row_measures import RowMeasure
from perfscheme.nouns.inputs import InputSpec, NumberInput
from perfscheme.nouns.units import UNITS, factor


@attrs.frozen(eq=False)
class Figures:
    """A value for each subject, as it is handed to a scheme.

    Args:
        units: whole numbers of the last decimal.
        decimals: how many there are.
        missing: where there is none.
    """

    units: Whole
    decimals: int
    missing: Mask

    def at(self, place: int) -> Fraction | None:
        """The value of one subject."""
        return None if self.missing[place] else Fraction(int(self.units[place]), 10**self.decimals)

    def column(self) -> NDArray[np.float64] | list[Fraction | None]:
        """As an array where a float prints each value, else as a list of exact numbers."""
        sizes = [abs(int(x)) for x in (self.units.min(), self.units.max())] if len(self.units) else []
        if max(sizes, default=0) < CARRIED:
            found = self.units.astype(np.float64) / 10.0**self.decimals
            found[self.missing] = math.nan
            return found
        return [self.at(place) for place in range(len(self.units))]


class Measurement(Mapping[str, Mapping[str, Any]]):
    """What was measured: for each subject a record of the inputs that the scheme's evidence gives.

    A value is a `Decimal`, a label or a flag; None where it is missing.
    """

    def __init__(self, measuring: Measuring, inputs: Mapping[str, InputSpec]) -> None:
        self._measuring = measuring.told()
        self._evidence = measuring.evidence
        self._inputs = {m.measure: inputs[m.measure] for m in self._evidence.measures if m.measure in inputs}
        self._size = len(measuring.places) if measuring.asked is None else len(measuring.asked)
        self._counted = {key: tally.figures(self._size) for key, tally in measuring.tallies.items()}
        self._exact: dict[str, Quotients] = {}
        self._rated = Rated(measuring, self._size)
        self._inputs |= {key: inputs[key] for key in self._rated}

    @cached_property
    def subjects(self) -> tuple[str, ...]:
        """Everybody who was measured: as asked, else in the order of appearance."""
        return tuple(self._measuring.places)

    @property
    def inputs(self) -> tuple[str, ...]:
        """The inputs that were measured, in the order of the file."""
        return tuple(self._inputs)

    def __getitem__(self, subject: str) -> Mapping[str, Any]:
        place = self._place(subject)
        return {key: self._value(key, place) for key in self._inputs}

    def __iter__(self) -> Iterator[str]:
        return iter(self.subjects)

    def __len__(self) -> int:
        return self._size

    def __repr__(self) -> str:
        return f"<Measurement subjects={self._size} inputs={len(self._inputs)} problems={len(self.problems)}>"

    def columns(self) -> dict[str, Any]:
        """The values by input, one for each subject, ready for `Scheme.score_many`."""
        found: dict[str, Any] = {}
        for key in self._inputs:
            counted = self._counted.get(key)
            if counted is not None and counted.codes is not None:
                found[key] = [None if code < 0 else counted.words[code] for code in self._codes(key).tolist()]
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
        places: dict[str | None, int] = {table.table: i for i, table in enumerate(self._evidence.tables)}
        found.sort(key=lambda x: (places.get(x.table, -1), -1 if x.row is None else x.row))
        listing = Listing()
        for key, counted in self._counted.items():
            found += listing.some(self._clashes(key, counted))
        found += listing.some(self._absent())
        found += (*self._measuring.listing.rest(), *self._rated.more, *listing.rest())
        return tuple(dict.fromkeys(found))

    def _clashes(self, key: str, counted: Counted) -> Iterator[TableProblem]:
        """Subjects whose rows contradict each other."""
        table = self._measuring.tallies[key].measure.table
        for place in np.flatnonzero(counted.clash).tolist():
            yield TableProblem(table, None, key, Diagnostic("PS652", (), {"subject": self.subjects[place]}))

    def _absent(self) -> Iterator[TableProblem]:
        """Subjects that are asked for and have no row."""
        if self._measuring.asked is not None:
            for place in np.flatnonzero(~self._measuring.with_rows[: self._size]).tolist():
                diagnostic = Diagnostic("PS647", (), {"subject": self.subjects[place]}, severity="warning")
                yield TableProblem(None, None, None, diagnostic)

    def evidence(self, subject: str) -> dict[str, Trail]:
        """What stands behind each value of a subject.

        Raises:
            UnknownNameError: nobody of this name was measured.
        """
        place = self._place(subject)
        return {key: self.trail(place, key) for key in self._inputs}

    def trail(self, place: int, key: str) -> Trail:
        """What stands behind one value, of the subject at a place."""
        if key in self._rated:
            said = self._rated.said(key, place)
            name = self._inputs[key].name or text_of(key)
            return Trail(name, "panel", None, said.value, said.raters, lacking=said.lacking, panel=said)
        measure = self._evidence.measure(key)
        name = measure.name or (self._inputs[key].name if key in self._inputs else None) or text_of(key)
        shown = self._shown(key, place)
        if isinstance(measure, Ratio):
            over, under = (self.trail(place, each) for each in (measure.of, measure.to))
            if measure.to not in self._inputs and self._evidence.measure(measure.to).decimals is None:
                under = attrs.evolve(under, figure=self._divisor(measure).at(place))
            operands = over, under
            return Trail(name, measure.kind, None, shown, 0, operands=operands, lacking=self._lacking(measure, place))
        table, counted = self._evidence.table(measure.table), self._counted[key]
        left = tuple((reason, int(counts[place])) for reason, counts in counted.left.items() if counts[place])
        stages = self._stages(measure, counted, place)
        rows = table.name or text_of(table.table)
        n = int(counted.n[place])
        lacking, percent = self._lacking(measure, place), measure.percent if isinstance(measure, Percentile) else None
        return Trail(name, measure.kind, rows, shown, n, left_out=left, stages=stages, lacking=lacking, percent=percent)

    def rows(self, subject: str, key: str) -> tuple[EvidenceRow, ...]:
        """The rows behind a value: those that were measured, and those that were left out, each with the reason.

        Args:
            subject: whose.
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
            facts = {"name": key, "known": tuple(tallies), "nearest": nearest(key, tallies)}
            raise UnknownNameError(Diagnostic("PS614", (), facts))
        if tallies[key].lacking is not None:
            return ()  # no row is behind a value that is not there
        found: list[EvidenceRow] = []
        measure, scale = tallies[key].measure, self._scale(key)
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

    def _place(self, subject: str) -> int:
        place = self._measuring.places.get(subject)
        if place is None:
            facts = {"name": subject, "known": self.subjects[:20], "nearest": nearest(subject, self.subjects)}
            raise UnknownNameError(Diagnostic("PS648", (), facts))
        return place

    def _value(self, key: str, place: int) -> Any:
        counted = self._counted.get(key)
        if counted is not None and counted.codes is not None:
            code = int(self._codes(key)[place])
            return None if code < 0 else counted.words[code]
        figures = self._figures(key)
        # Read from text it is exact, whatever precision the host works in.
        return None if figures.missing[place] else Decimal(f"{figures.units[place]}e-{figures.decimals}")

    def _shown(self, key: str, place: int) -> Fraction | str | bool | None:
        """A value as a trail has it; of a measure that only a ratio reads the exact number."""
        if key not in self._inputs and self._evidence.measure(key).decimals is None:
            return self._quotients(key).at(place)
        value = self._value(key, place)
        return Fraction(value) if isinstance(value, Decimal) else value

    def _lacking(self, measure: Measure, place: int) -> Diagnostic | None:
        """Why there is no value; None where there is one."""
        if self._shown(measure.measure, place) is not None:
            return None
        if isinstance(measure, Ratio):
            for name in (measure.of, measure.to):
                if self._quotients(name).missing[place]:
                    return Diagnostic("PS655", (), {"name": name})
            under = self._divisor(measure).at(place) or Fraction(0)
            if under == 0:
                return Diagnostic("PS653", (), {"name": measure.to})
            return Diagnostic("PS654", (), {"name": measure.to, "found": under, "needed": measure.at_least})
        tally, counted = self._measuring.tallies[measure.measure], self._counted[measure.measure]
        n = int(counted.n[place])
        if tally.lacking is not None:
            return tally.lacking
        if measure.at_least is not None and n < measure.at_least:
            return Diagnostic("PS650", (), {"found": n, "needed": measure.at_least})
        if counted.clash[place]:
            return Diagnostic("PS652", (), {"subject": self.subjects[place]})
        return Diagnostic("PS651", (), {"table": measure.table})

    def _stages(self, measure: RowMeasure, counted: Counted, place: int) -> tuple[tuple[Text, Fraction | None], ...]:
        if not isinstance(measure.amount, Stages):
            return ()
        scale = self._scale(measure.measure)
        found: list[tuple[Text, Fraction | None]] = []
        for stage in measure.amount.stages:
            exact = counted.stages[stage.stage].scaled(scale)
            figure = exact.at(place)
            if figure is not None and measure.decimals is not None:
                figure = Fraction(int(exact.rounded(measure.decimals)[place]), 10**measure.decimals)
            found.append((stage.name or text_of(stage.stage), figure))
        return tuple(found)

    def _codes(self, key: str) -> NDArray[np.int64]:
        counted = self._counted[key]
        assert counted.codes is not None, "asked of words only"
        return np.where(self._few(self._evidence.measure(key), counted), -1, counted.codes)

    def _few(self, measure: Measure, counted: Counted) -> Mask:
        """Where too few rows were measured, or the table could not be read."""
        if self._measuring.tallies[measure.measure].lacking is not None:
            return np.ones(self._size, np.bool_)
        if measure.at_least is None:
            return np.zeros(self._size, np.bool_)
        return np.asarray(counted.n < measure.at_least, np.bool_)

    def _quotients(self, key: str) -> Quotients:
        """The exact numbers of a measure, in the unit in which it counts."""
        if key not in self._exact:
            self._exact[key] = self._worked_out(self._evidence.measure(key))
        return self._exact[key]

    def _worked_out(self, measure: Measure) -> Quotients:
        if not isinstance(measure, Ratio):
            counted = self._counted[measure.measure]
            assert counted.numbers is not None, "asked of numbers only"
            few = self._few(measure, counted)
            return attrs.evolve(counted.numbers, missing=counted.numbers.missing | few)
        a, b = self._quotients(measure.of), self._divisor(measure)
        missing = a.missing | b.missing | np.asarray(b.over == 0, np.bool_)
        if measure.at_least is not None:
            least = measure.at_least
            missing = missing | np.asarray(times(b.over, least.denominator) < times(b.under, least.numerator), np.bool_)
        over, under = product(a.over, b.under), product(a.under, b.over)
        # The sign stands above the line; where the divisor is nothing, nothing is divided.
        under = np.where(missing, 1, under)
        found = Quotients(np.where(under < 0, -over, over), np.abs(under), missing)
        units = [unit_of(self._evidence.measure(name), self._evidence) for name in (measure.of, measure.to)]
        kinds = [UNITS[unit] for unit in units if unit is not None]
        return found if kinds[0].kind != kinds[1].kind else found.scaled(kinds[0].factor / kinds[1].factor)

    def _divisor(self, ratio: Ratio) -> Quotients:
        """What a ratio divides by, in the unit in which it does."""
        counted, taken = unit_of(self._evidence.measure(ratio.to), self._evidence), divisor_unit(ratio, self._evidence)
        assert counted is not None, "checked when evidence is made"
        assert taken is not None, "checked when evidence is made"
        return self._quotients(ratio.to).scaled(factor(counted, taken) or Fraction(1))

    def _figures(self, key: str) -> Figures:
        cached = self.__dict__.setdefault("_rounded", {})
        if key not in cached and key in self._rated:
            cached[key] = Figures(*self._rated.figures(key))
        elif key not in cached:
            cached[key] = self._scaled(key, self._quotients(key))
        return cached[key]  # type: ignore[no-any-return]

    def _scale(self, key: str) -> Fraction:
        """How many of the input's unit one of the unit is in which a measure counts; 1 where only ratios read it."""
        spec, unit = self._inputs.get(key), unit_of(self._evidence.measure(key), self._evidence)
        times = unit_times(unit, spec.unit) if unit is not None and isinstance(spec, NumberInput) else None
        return Fraction(1) if times is None else times

    def _scaled(self, key: str, quotients: Quotients) -> Figures:
        measure = self._evidence.measure(key)
        scaled = quotients.scaled(self._scale(key))
        decimals = measure.decimals
        if decimals is None:
            decimals = _decimals(scaled)
        assert decimals is not None, "figures that need not end have decimals"
        return Figures(scaled.rounded(decimals), decimals, scaled.missing)


def _decimals(quotients: Quotients) -> int | None:
    """The fewest decimals that say each number exactly; None where one has no end."""
    there = ~quotients.missing
    over, under = quotients.over[there], quotients.under[there]
    whole = math.lcm(*(int(x) for x in set(under.tolist())))
    decimals = terminating(Fraction(1, whole))
    if decimals is None:
        return None
    units = product(over, np.full(len(over), 10**decimals, object) // under) if decimals else over
    while decimals and not (units % 10).any():
        units, decimals = units // 10, decimals - 1
    return decimals
