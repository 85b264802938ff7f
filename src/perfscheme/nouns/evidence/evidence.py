"""Evidence: the tables, calendars, measures and panels of a scheme, and that they fit together and to its inputs."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, guess
from perfscheme.diagnostics.repeats import repeats
from perfscheme.nouns.entries import listed
from perfscheme.nouns.inputs import InputSpec
from perfscheme.nouns.shapes import Keyed

if TYPE_CHECKING:
    from perfscheme.nouns.evidence.calendars import Calendar
    from perfscheme.nouns.evidence.measures import Measure
    from perfscheme.nouns.evidence.panels import Panel
    from perfscheme.nouns.evidence.tables import Table
else:
    _PARTS = {"Calendar": "calendars", "Measure": "measures", "Panel": "panels", "Table": "tables"}

    def __getattr__(name: str) -> Any:
        """The parts of evidence, imported when a scheme has some: three in ten of all nouns are theirs."""
        if name not in _PARTS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(importlib.import_module(f"perfscheme.nouns.evidence.{_PARTS[name]}"), name)


@attrs.frozen
class Evidence:
    """Where the values of a scheme's inputs come from.

    Args:
        tables: what a host hands in, by name.
        calendars: working weeks by name.
        measures: by the input that each gives, or by the name by which a ratio calls it.
        panels: several raters of one subject (360°), by name.

    Raises:
        SchemeError: a name twice (PS627); a table, column, calendar, label or measure that is not there, or is of a
            sort that does not fit (PS602, PS609, PS610, PS614, PS616, PS623 to PS625); a ratio of itself (PS621); a
            table or calendar that nothing reads (PS622); panels that do not fit their tables, and measures that would
            tell what raters said (PS681, PS682, PS685 to PS689, PS691).
    """

    tables: Keyed[Table] = attrs.field(converter=listed)
    calendars: Keyed[Calendar] = attrs.field(default=(), converter=listed, kw_only=True)
    measures: Keyed[Measure] = attrs.field(default=(), converter=listed, kw_only=True)
    panels: Keyed[Panel] = attrs.field(default=(), converter=listed, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if problems := [*self._problems()]:
            raise SchemeError(problems)

    def table(self, name: str) -> Table:
        """The table of this name, which is there."""
        return next(table for table in self.tables if table.table == name)

    def measure(self, name: str) -> Measure:
        """The measure of this name, which is there."""
        return next(measure for measure in self.measures if measure.measure == name)

    @property
    def given(self) -> tuple[str, ...]:
        """The names of all that is counted or rated: inputs, and measures that only ratios read."""
        items = (item.input for panel in self.panels for item in panel.items)
        return (*(measure.measure for measure in self.measures), *items)

    def misfits(self, inputs: Mapping[str, InputSpec], period: str | None = None) -> Iterator[Diagnostic]:
        """Every measure that gives no input and that no ratio reads (PS615), or that does not fit its input: words for
        numbers (PS626), another unit (PS617), a figure whose decimals need not end (PS618), percents that would be
        taken for fractions (PS619), working time in days (PS620), words that the input does not know (PS658). And every
        item of a panel whose input is not there (PS683), does not take its values (PS626, PS684), or is given twice
        (PS690), and ratings of periods of which nobody knows the kind (PS661).

        Args:
            inputs: those of the scheme, by key.
            period: what one score is for.
        """
        if any(self._problems()):
            return  # it was told already, and what does not lead anywhere fits nowhere
        from perfscheme.nouns.evidence.measures import Ratio
        from perfscheme.nouns.evidence.results import misfit

        called = {name for measure in self.measures if isinstance(measure, Ratio) for name in (measure.of, measure.to)}
        for measure in self.measures:
            spec = inputs.get(measure.measure)
            if spec is not None:
                yield from (found.within("measures", measure.measure) for found in misfit(measure, spec, self))
            elif measure.measure not in called:
                named = {key: each.name for key, each in inputs.items()}
                near = guess(measure.measure, inputs, named)
                facts = {"name": measure.measure, "known": tuple(inputs), **near}
                yield Diagnostic("PS615", ("measures", measure.measure), facts)

        yield from self._panels(inputs)
        if period is None:
            for name in dict.fromkeys(panel.table for panel in self.panels):
                if (column := self.table(name).period) is not None:
                    yield Diagnostic("PS661", ("tables", name, "period"), {"table": name, "column": column})

    def _panels(self, inputs: Mapping[str, InputSpec]) -> Iterator[Diagnostic]:
        from perfscheme.nouns.evidence.ties import unfit

        given = {measure.measure for measure in self.measures}
        for panel in self.panels:
            path = ("panels", panel.panel)
            yield from unfit(panel, self.table(panel.table), inputs)
            for item in panel.items:
                if item.input in given:
                    yield Diagnostic("PS690", (*path, "items", item.item), {"name": item.input})
            given.update(item.input for item in panel.items)  # twice in one panel is told there

    def _problems(self) -> Iterator[Diagnostic]:
        from perfscheme.nouns.evidence.references import References
        from perfscheme.nouns.evidence.ties import Ties

        twice = [*self._twice()]
        if twice:
            yield from twice
            return
        rated = tuple(panel.table for panel in self.panels)
        references = References(self.tables, self.calendars, self.measures, rated)
        found = [*references.problems(), *Ties(self.tables, self.measures, self.panels).problems()]
        # A misspelt name is one mistake, not a name that leads nowhere and another that nothing reads.
        yield from found or references.unused()

    def _twice(self) -> Iterator[Diagnostic]:
        for key, names in (
            ("tables", [table.table for table in self.tables]),
            ("calendars", [calendar.calendar for calendar in self.calendars]),
            ("measures", [measure.measure for measure in self.measures]),
            ("panels", [panel.panel for panel in self.panels]),
        ):
            yield from (Diagnostic("PS627", (key, name), {"name": name}) for _, name in repeats(names))
