"""Selections: which rows of a chunk a condition holds of, fails of, and cannot be told of."""

from __future__ import annotations

import math
from fractions import Fraction
from functools import cached_property

import attrs
import numpy as np

from perfscheme.evidence.cells import Cells
from perfscheme.evidence.chunks import Chunk
from perfscheme.evidence.wholes import Mask, Whole, times
from perfscheme.formula.nodes import Relation
from perfscheme.nouns.comparisons import written
from perfscheme.nouns.evidence.columns import DurationColumn, NumberColumn
from perfscheme.nouns.evidence.conditions import (
    AllOfRow,
    AnyOfRow,
    ColumnIs,
    ColumnMissing,
    NotThatRow,
    RowCondition,
)
from perfscheme.nouns.units import UnitName, factor


@attrs.frozen(eq=False, slots=False)
class Selection:
    """Where a condition holds, and where it fails; of all other rows nothing can be told, as nothing stands there."""

    holds: Mask
    fails: Mask

    @cached_property
    def unknown(self) -> Mask | None:
        """Where nothing can be told; None: it can everywhere."""
        unknown = ~(self.holds | self.fails)
        return unknown if unknown.any() else None


def select(condition: RowCondition, chunk: Chunk) -> Selection:
    """Judge a condition; all its columns are there."""
    match condition:
        case AllOfRow(all_=inner):
            found = [select(one, chunk) for one in inner]
            return Selection(
                np.logical_and.reduce([x.holds for x in found]), np.logical_or.reduce([x.fails for x in found])
            )
        case AnyOfRow(any_=inner):
            found = [select(one, chunk) for one in inner]
            return Selection(
                np.logical_or.reduce([x.holds for x in found]), np.logical_and.reduce([x.fails for x in found])
            )
        case NotThatRow(not_=one):
            selected = select(one, chunk)
            return Selection(selected.fails, selected.holds)
        case ColumnMissing(missing=name):
            absent = chunk.column(name).absent
            holds = np.zeros(chunk.rows, np.bool_) if absent is None else absent
            return Selection(holds, ~holds)
        case ColumnIs():
            return _compared(condition, chunk)


def _compared(condition: ColumnIs, chunk: Chunk) -> Selection:
    cells = chunk.column(condition.column)
    absent = cells.absent
    if condition.wanted is not None:
        if cells.values.dtype == np.bool_:
            holds = np.isin(cells.values, [want for want in condition.wanted if isinstance(want, bool)])
        else:
            fitting = np.array([word in condition.wanted for word in cells.words] + [False], np.bool_)
            holds = fitting[cells.values]
    else:
        ((relation, bound),) = written(condition)
        if isinstance(bound, str):
            other = chunk.column(bound)
            units = (_unit(chunk, condition.column), _unit(chunk, bound))
            holds = _related(*_alike(cells, other, factor(*units) or Fraction(1)), relation)
            if other.absent is not None:
                absent = other.absent if absent is None else absent | other.absent
        else:
            column = chunk.table.column(condition.column)
            scale = factor(column.unit, "seconds") if isinstance(column, DurationColumn) and column.unit else None
            holds = _against(cells, bound * (scale or 1), relation)
    if absent is None:
        return Selection(holds, ~holds)
    known = ~absent
    if condition.if_missing == "holds":
        holds = holds | absent
        return Selection(holds, ~holds)
    holds = holds & known
    return Selection(holds, ~holds if condition.if_missing == "fails" else known & ~holds)


def _unit(chunk: Chunk, name: str) -> UnitName:
    """The unit of a column of numbers; times and durations are read in one already."""
    column = chunk.table.column(name)
    return column.unit if isinstance(column, NumberColumn) else "number"


def _alike(a: Cells, b: Cells, ratio: Fraction) -> tuple[Whole, Whole]:
    """The values of two columns with the same number of decimals and in one unit; `ratio`: of their units."""
    decimals = max(a.decimals, b.decimals)
    left, right = (
        times(x.values, 10 ** (decimals - x.decimals) * size)
        for x, size in ((a, ratio.numerator), (b, ratio.denominator))
    )
    return left, right


def _related(a: Whole, b: Whole, relation: Relation) -> Mask:
    match relation:
        case "at-least":
            found = a >= b
        case "above":
            found = a > b
        case "at-most":
            found = a <= b
        case "below":
            found = a < b
        case _:
            found = a == b
    return found.astype(np.bool_)


def _against(cells: Cells, bound: Fraction, relation: Relation) -> Mask:
    """Whole numbers against a figure: it is moved to the next whole number on the side where the answer is the same."""
    exact = bound * 10**cells.decimals
    if relation == "equals" and exact.denominator != 1:
        return np.zeros(len(cells.values), np.bool_)
    whole = math.ceil(exact) if relation in ("at-least", "below") else math.floor(exact)
    values = cells.values
    if not -(2**63) <= whole < 2**63:
        values = values.astype(object)
    return _related(values, whole, relation)
