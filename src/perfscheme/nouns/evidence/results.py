"""Results: what a measure gives: in which unit, exact or not, and whether the input takes it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Protocol

from perfscheme.diagnostics import Diagnostic, Text
from perfscheme.diagnostics.figures import terminating
from perfscheme.nouns.evidence.amounts import Amount, Between, Stages, betweens
from perfscheme.nouns.evidence.columns import DurationColumn, FlagColumn, NumberColumn, TextColumn
from perfscheme.nouns.evidence.measures import Measure, Ratio
from perfscheme.nouns.evidence.row_measures import CellMeasure
from perfscheme.nouns.evidence.tables import Table
from perfscheme.nouns.inputs import InputSpec, LabelInputSpec, NumberInput
from perfscheme.nouns.units import UNITS, UnitName, factor

MICROSECOND = Fraction(1, 1_000_000)
"""What the engine counts time in, in seconds."""


class Named(Protocol):
    """Evidence, as far as what a measure gives depends on the rest of it."""

    def table(self, name: str) -> Table: ...  # noqa: D102
    def measure(self, name: str) -> Measure: ...  # noqa: D102


def unit_of(measure: Measure, evidence: Named) -> UnitName | None:
    """The unit in which a measure counts; of times `seconds`; None where it gives a word or a flag."""
    if isinstance(measure, Ratio):
        over, under = (unit_of(evidence.measure(name), evidence) for name in (measure.of, measure.to))
        if over is None or under is None:
            return None
        if UNITS[over].kind == UNITS[under].kind:
            return "fraction"
        return over if UNITS[under].kind in ("count", "number") else "number"
    if measure.gives == "count":
        return "count"
    if measure.gives == "share":
        return "fraction"
    amount = measure.amount or measure.cell
    return None if amount is None else _amount_unit(amount, evidence.table(measure.table))


def _amount_unit(amount: Amount | Stages, table: Table) -> UnitName | None:
    if isinstance(amount, Between | Stages):
        return "seconds"
    column = table.column(amount)
    if isinstance(column, NumberColumn):
        return column.unit
    return "seconds" if isinstance(column, DurationColumn) else None


def times(found: UnitName, wanted: UnitName) -> Fraction | None:
    """How many `wanted` one `found` is; a count and a share are plain numbers, too. None where they do not fit.

    >>> times("fraction", "percent"), times("count", "number"), times("number", "count")
    (Fraction(100, 1), Fraction(1, 1), None)
    """
    known = factor(found, wanted)
    if known is None and wanted == "number" and UNITS[found].kind in ("count", "share"):
        return UNITS[found].factor
    return known


def misfit(measure: Measure, spec: InputSpec, evidence: Named) -> Iterator[Diagnostic]:
    """Why an input does not take what a measure gives; paths from the measure."""
    unit = unit_of(measure, evidence)
    if unit is None or not isinstance(spec, NumberInput):
        if not _same_sort(measure, spec, evidence):
            yield Diagnostic("PS626", (), {"name": measure.measure, "kind": spec.kind})
        elif isinstance(measure, CellMeasure) and isinstance(spec, LabelInputSpec):
            column = evidence.table(measure.table).column(measure.of)
            words = column.labels if isinstance(column, TextColumn) else None
            if lacking := tuple(word for word in words or () if word not in spec.labels):
                yield Diagnostic("PS658", ("of",), {"name": measure.of, "lacking": lacking, "labels": spec.labels})
        return
    if isinstance(measure, Ratio) and divisor_unit(measure, evidence) is None:
        yield Diagnostic("PS660", ("to",), {"name": measure.measure, "to": measure.to})
        return
    scale = times(unit, spec.unit)
    if scale is None:
        facts = {"name": measure.measure, "found": unit, "wanted": spec.unit}
        yield Diagnostic("PS617", (), facts | {"instead": _other_unit(measure, unit, evidence)})
        return
    if measure.decimals is None and not _ends(measure, scale, unit):
        yield Diagnostic("PS618", (), {"name": measure.measure})
    if spec.unit == "percent" and spec.range is None:
        yield Diagnostic("PS619", (), {"name": measure.measure})
    amount = None if isinstance(measure, Ratio) else measure.amount
    if spec.unit == "days" and any(each.calendar for each in betweens(amount)):
        yield Diagnostic("PS620", ("of",), {"name": measure.measure})


def _other_unit(measure: Measure, unit: UnitName, evidence: Named) -> Text:
    """What to write where a measure and its input do not fit: only a column of numbers has a unit of its own."""
    fitting = {"fraction": "percent", "seconds": "hours"}.get(unit, unit)
    zh, en = f"把指标的单位改为例如 `{fitting}`", f"another unit at the indicator, such as `{fitting}`"
    if isinstance(measure, Ratio):
        return Text(zh=f"请{zh}，或改用其他口径相除", en=f"write {en}, or divide other measures")
    amount = measure.amount or measure.cell
    if isinstance(amount, str) and isinstance(evidence.table(measure.table).column(amount), NumberColumn):
        return Text(zh=f"请在列上写明单位，或{zh}", en=f"write the unit of the column, or {en}")
    return Text(zh=f"请{zh}", en=f"write {en}")


def divisor_unit(ratio: Ratio, evidence: Named) -> UnitName | None:
    """The unit in which a ratio takes its divisor: of a time, by which no time is divided, that of its column; None
    where nothing states one.
    """
    over, under = evidence.measure(ratio.of), evidence.measure(ratio.to)
    units = unit_of(over, evidence), unit_of(under, evidence)
    kinds = [None if unit is None else UNITS[unit].kind for unit in units]
    if isinstance(under, Ratio) or kinds[0] in (None, "time") or kinds[1] != "time":
        return units[1] or "number"
    amount = under.amount or under.cell
    column = evidence.table(under.table).column(amount) if isinstance(amount, str) else None
    return column.unit if isinstance(column, NumberColumn | DurationColumn) else None


def _ends(measure: Measure, scale: Fraction, unit: UnitName) -> bool:
    """Whether every figure of a measure is a decimal that ends."""
    if measure.gives in ("share", "mean", "quotient"):
        return False
    return terminating(scale * (MICROSECOND if UNITS[unit].kind == "time" else 1)) is not None


def _same_sort(measure: Measure, spec: InputSpec, evidence: Named) -> bool:
    if not isinstance(measure, CellMeasure):
        return False
    column = evidence.table(measure.table).column(measure.of)
    return isinstance(column, {"label": TextColumn, "flag": FlagColumn}.get(spec.kind, NumberColumn))
