"""Matrices: points looked up by the points of two children, as in a nine-box grid."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from fractions import Fraction
from typing import Any, ClassVar, Literal, TypeAlias

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, Text
from perfscheme.formula.build import needing
from perfscheme.formula.nodes import (
    Absent,
    Compare,
    Const,
    Cut,
    Formula,
    If,
    Piecewise,
    State,
)
from perfscheme.nouns.aggregations.children import Child, Missing, policy_problems
from perfscheme.nouns.numbers import number
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.weights import unused

Edge: TypeAlias = Fraction | Literal["otherwise"]

ROWS = Text(zh="points 的行数", en="the rows of `points`")
NUMBERS = Text(zh="这一行的数字个数", en="the numbers of this row")


def edges_of(values: Iterable[Any] | None) -> tuple[Edge, ...] | None:
    """Edges as exact numbers, `otherwise` as it is; None where none are written."""
    return None if values is None else tuple(v if v == "otherwise" else number(v) for v in values)


@attrs.frozen
class Axis:
    """One side of a matrix: a child, and the bands that its points fall in, best band first.

    Args:
        child: its id.
        from_: for each band the points from which it holds, the edge included: higher is better; the last band is
            `otherwise`, all the rest.
        to: instead of `from_`, the points up to which it holds, the edge included: lower is better.

    Raises:
        SchemeError: both or none of `from_` and `to` (PS231); edges that do not go from best to worst (PS229); a last
            band that is not `otherwise`, or `otherwise` elsewhere (PS230).

    >>> Axis("results", from_=[90, 75, "otherwise"]).bands
    3
    """

    child: str
    from_: tuple[Edge, ...] | None = attrs.field(default=None, converter=edges_of, kw_only=True)
    to: tuple[Edge, ...] | None = attrs.field(default=None, converter=edges_of, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if (self.from_ is None) == (self.to is None):
            raise SchemeError(Diagnostic("PS231"))
        key = "from" if self.from_ is not None else "to"
        problems = [
            Diagnostic("PS230", (key, i))
            for i, edge in enumerate(self._edges)
            if (edge == "otherwise") != (i == self.bands - 1)
        ]
        if not self._edges:
            problems.append(Diagnostic("PS230", (key,)))
        numbers = [(i, edge) for i, edge in enumerate(self._edges) if isinstance(edge, Fraction)]
        for (_, before), (i, edge) in itertools.pairwise(numbers):
            if edge >= before if key == "from" else edge <= before:
                problems.append(Diagnostic("PS229", (key, i), {"found": edge, "before": before, "key": key}))
        if problems:
            raise SchemeError(problems)

    @property
    def _edges(self) -> tuple[Edge, ...]:
        return self.from_ if self.from_ is not None else self.to or ()

    @property
    def bands(self) -> int:
        """How many bands there are."""
        return len(self._edges)

    def cuts(self) -> tuple[Cut, ...]:
        """The edges in ascending order; each belongs to its better side."""
        found = [edge for edge in self._edges if isinstance(edge, Fraction)]
        if self.from_ is not None:
            return tuple(Cut(edge) for edge in reversed(found))
        return tuple(Cut(edge, inclusive=False) for edge in found)

    def ascending(self, values: tuple[Formula, ...] | tuple[Fraction, ...]) -> tuple[Any, ...]:
        """One value for each band, brought from the order of the file to that of the cuts."""
        return tuple(reversed(values)) if self.from_ is not None else tuple(values)


def rows_of(rows: Iterable[Iterable[Any]]) -> tuple[tuple[Fraction, ...], ...]:
    """A table of exact numbers."""
    return tuple(tuple(number(value) for value in row) for row in rows)


@attrs.frozen
class Matrix:
    """Points looked up by the bands that two children fall in.

    Where a child is missing, so are the points; where one is not applicable (and none missing), they are not
    applicable. Children carry no weights.

    Args:
        rows, columns: the two children and their bands.
        points: one row for each band of `rows`, with one number for each band of `columns`.
        missing: `refuse`.

    Raises:
        SchemeError: one child on both sides (PS226); rows or columns that are too many or too few (PS232); another
            policy than `refuse` (PS212).
    """

    kind: ClassVar[str] = "matrix"

    rows: Axis
    columns: Axis
    points: tuple[tuple[Fraction, ...], ...] = attrs.field(converter=rows_of)
    missing: Missing

    def __attrs_post_init__(self) -> None:
        problems = list(policy_problems(self.missing, self.kind, None))
        if self.rows.child == self.columns.child:
            problems.append(Diagnostic("PS226", ("columns", "child"), {"name": self.rows.child}))
        # An axis that is wrong itself has no bands, and the points are no fault of its.
        if self.rows.bands and len(self.points) != self.rows.bands:
            facts = {"found": len(self.points), "wanted": self.rows.bands, "side": ROWS}
            problems.append(Diagnostic("PS232", ("points",), facts))
        for i, row in enumerate(self.points):
            if self.columns.bands and len(row) != self.columns.bands:
                facts = {"found": len(row), "wanted": self.columns.bands, "side": NUMBERS}
                problems.append(Diagnostic("PS232", ("points", i), facts))
        if problems:
            raise SchemeError(problems)

    def aggregate(self, children: tuple[Child, ...], setting: Setting) -> Formula:
        """The number in the cell; `setting` is that of the dimension."""
        unused([(child.id, child.weight) for child in children], f"kind: {self.kind}", setting)
        found = {child.id: child.points for child in self.missing.terms(children, setting)}
        if {self.rows.child, self.columns.child} <= found.keys():
            # else a name with a slip in it may be the very child that seems left out
            for child in children:
                if child.id not in (self.rows.child, self.columns.child):
                    setting.report("PS228", "children", child.id, name=child.id)
        row = self._child(self.rows, "rows", found, setting)
        column = self._child(self.columns, "columns", found, setting)
        lines = [self._line(column, line) for line in self.points]
        result, *higher = self.rows.ascending(tuple(lines))
        for cut, line in zip(self.rows.cuts(), higher, strict=True):
            beyond = Compare(row, "at-least" if cut.inclusive else "above", Const(cut.at))
            result = If(beyond, line, result)
        return needing(result, row, column)

    def _line(self, column: Formula, values: tuple[Fraction, ...]) -> Formula:
        steps = self.columns.ascending(values)
        return Piecewise(column, self.columns.cuts(), tuple((value, Fraction(0)) for value in steps))

    def _child(self, axis: Axis, side: str, found: dict[str, Formula], setting: Setting) -> Formula:
        if axis.child in found:
            return found[axis.child]
        near = setting.guess(axis.child, found)
        setting.report("PS227", "aggregation", side, "child", name=axis.child, known=tuple(found), **near)
        return Absent(State.MISSING)
