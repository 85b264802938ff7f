"""Ties: that panels fit their tables and inputs, and that nothing else reads what raters say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from perfscheme.diagnostics import Diagnostic, Path, guess, nearest
from perfscheme.nouns.evidence.columns import NumberColumn, TextColumn
from perfscheme.nouns.evidence.conditions import columns, parts
from perfscheme.nouns.evidence.measures import Measure
from perfscheme.nouns.evidence.panels import Panel
from perfscheme.nouns.evidence.references import column_problems
from perfscheme.nouns.evidence.row_measures import RowMeasure
from perfscheme.nouns.evidence.tables import Table
from perfscheme.nouns.inputs import InputSpec, NumberInput


@attrs.frozen
class Ties:
    """What panels say of tables, and what measures must not say of tables of ratings."""

    tables: tuple[Table, ...]
    measures: tuple[Measure, ...]
    panels: tuple[Panel, ...]

    def problems(self) -> Iterator[Diagnostic]:
        """Every column that is not there or does not fit, and every way around anonymity."""
        for panel in self.panels:
            yield from (found.within("panels", panel.panel) for found in self._panel(panel))
        rated = {panel.table: panel for panel in self.panels}
        for measure in self.measures:
            if isinstance(measure, RowMeasure) and measure.table in rated:
                facts = {"name": measure.measure, "table": measure.table, "panel": rated[measure.table].panel}
                yield Diagnostic("PS681", ("measures", measure.measure, "table"), facts)
        for table in self.tables:
            for panel in self.panels:
                if panel.table == table.table:
                    yield from _looks(table, panel)

    def _panel(self, panel: Panel) -> Iterator[Diagnostic]:
        table = next((table for table in self.tables if table.table == panel.table), None)
        if table is None:
            called = {table.table: table.name for table in self.tables}
            facts = {"name": panel.table, "known": tuple(called), **guess(panel.table, called, called)}
            yield Diagnostic("PS609", ("table",), facts)
            return
        for key, name in (("rater", panel.rater), ("relation", panel.relation), ("item", panel.item)):
            yield from column_problems(table, name, (TextColumn,), key)
            if name == panel.score:
                yield Diagnostic("PS691", (key,), {"name": name})
        yield from column_problems(table, panel.score, (NumberColumn, TextColumn), "score")
        yield from _score(table, panel)
        relations, items = (each.relation for each in panel.relations), (each.item for each in panel.items)
        yield from _words(table, panel.relation, relations, "relations")
        yield from _words(table, panel.item, items, "items")
        earlier = self.panels[: self.panels.index(panel)]
        for item in panel.items:
            if any(other.table == panel.table and item.item in [x.item for x in other.items] for other in earlier):
                yield Diagnostic("PS682", ("items", item.item), {"name": item.item, "table": panel.table})


def ends(panel: Panel, table: Table) -> tuple[Fraction, Fraction] | None:
    """The least and the greatest value of a panel; None where its column has no range, which is told elsewhere."""
    if panel.labels:
        scores = [each.score for each in panel.labels]
        return min(scores), max(scores)
    if panel.scale is not None:
        return panel.scale
    column = table.column(panel.score)
    range_ = column.range if isinstance(column, NumberColumn) else None
    return None if range_ is None or range_[0] is None or range_[1] is None else (range_[0], range_[1])


def unfit(panel: Panel, table: Table, inputs: Mapping[str, InputSpec]) -> Iterator[Diagnostic]:
    """Every item whose input is not there (PS683), takes no number (PS626) or not these (PS684); from the evidence.

    Args:
        panel: whose items they are.
        table: that it reads.
        inputs: of the scheme, by key.
    """
    reach = ends(panel, table)
    beyond = []
    for item in panel.items:
        spec, path = inputs.get(item.input), ("panels", panel.panel, "items", item.item)
        if spec is None:
            called = {key: each.name for key, each in inputs.items()}
            facts = {"name": item.input, "known": tuple(inputs), **guess(item.input, inputs, called)}
            yield Diagnostic("PS683", path, facts)
        elif not isinstance(spec, NumberInput):
            yield Diagnostic("PS626", path, {"name": item.item, "kind": spec.kind})
        elif reach is not None and not _within(reach, spec):
            beyond.append(Diagnostic("PS684", path, {"name": item.input, "low": reach[0], "high": reach[1]}))
        elif spec.unit == "percent" and spec.range is None:
            yield Diagnostic("PS619", path, {"name": item.input})
    for first in beyond[:1]:  # one slip in the scale takes all items out of their ranges
        yield attrs.evolve(first, also=[*(other.path for other in beyond[1:]), _source(panel)])


def _source(panel: Panel) -> Path:
    """Where it is written which values a panel gives."""
    if panel.labels or panel.scale is not None:
        return ("panels", panel.panel, "labels" if panel.labels else "scale")
    return ("tables", panel.table, "columns", panel.score, "range")


def _within(reach: tuple[Fraction, Fraction], spec: NumberInput) -> bool:
    low, high = spec.valid
    return (low is None or low <= reach[0]) and (high is None or reach[1] <= high)


def _score(table: Table, panel: Panel) -> Iterator[Diagnostic]:
    column = table.column(panel.score)
    if isinstance(column, NumberColumn):
        if column.range is None or None in column.range:
            yield Diagnostic("PS685", ("score",), {"name": panel.score})
        if panel.labels:
            yield Diagnostic("PS686", ("labels",), {"name": panel.score})
    elif isinstance(column, TextColumn):
        if not panel.labels:
            yield Diagnostic("PS687", ("score",), {"name": panel.score})
        yield from _words(table, panel.score, (each.label for each in panel.labels), "labels")


def _words(table: Table, name: str, told: Iterator[str], key: str) -> Iterator[Diagnostic]:
    """Where a column lists its words: one that the panel does not know, or a word that cannot stand there."""
    column = table.column(name)
    if not isinstance(column, TextColumn) or column.labels is None:
        return
    words = tuple(told)
    for word in words:
        if word not in column.labels:
            facts = {"label": word, "name": name, "labels": column.labels, "nearest": nearest(word, column.labels)}
            yield Diagnostic("PS625", (key, word), facts)
    if key != "items" and (lacking := tuple(label for label in column.labels if label not in words)):
        yield Diagnostic("PS688", (key,), {"lacking": lacking, "name": name})


def _looks(table: Table, panel: Panel) -> Iterator[Diagnostic]:
    """Rules that leave rows out by the score: how many they are would tell of it."""
    for key, name in (("subject", table.subject), ("id", table.id)):
        if name == panel.score:
            yield Diagnostic("PS691", ("tables", table.table, key), {"name": name})
    for i, rule in enumerate(table.leave_out):
        for here, part in parts(rule.when, "tables", table.table, "leave-out", i, "when"):
            if panel.score in columns(part):
                yield Diagnostic("PS689", here, {"name": panel.score, "panel": panel.panel})
