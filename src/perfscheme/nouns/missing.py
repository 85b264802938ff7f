"""Missing policies: what a dimension does when a child that applies has no points."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, ClassVar

import attrs

from perfscheme.diagnostics import Diagnostic, Path, SchemeError, figure
from perfscheme.diagnostics.repeats import repeats
from perfscheme.formula.nodes import Const, Every, Formula, If, InState, State, default
from perfscheme.nouns.aggregations.children import Child
from perfscheme.nouns.entries import entries, listed
from perfscheme.nouns.numbers import number
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.shapes import Keyed
from perfscheme.nouns.weights import total

__all__ = [
    "FallbackTable",
    "FallbackWeights",
    "Refuse",
    "Renormalise",
    "TableWeight",
    "Zero",
    "table_weights",
]

_FULL = Fraction(100)


@attrs.frozen
class Refuse:
    """Any missing child leaves the dimension without points.

    A child that is not applicable is not missing: it leaves the weights. In a mean, a child of weight 0 changes
    nothing.
    """

    kind: ClassVar[str] = "refuse"

    @property
    def coverage(self) -> Fraction:
        """Everything that applies must be there."""
        return _FULL

    def terms(self, children: tuple[Child, ...], setting: Setting) -> tuple[Child, ...]:  # noqa: ARG002
        """The children as they are."""
        return children


@attrs.frozen
class Renormalise:
    """The weight of missing children is spread over those that are there, in proportion.

    Args:
        coverage: percent of the weight that applies that must be there, 0 to 100; below it there are no points.

    Raises:
        SchemeError: `coverage` is out of range, or a fraction such as 0.6 where 60 is meant.

    >>> Renormalise("62.5").coverage
    Fraction(125, 2)
    """

    kind: ClassVar[str] = "renormalise"

    coverage: Fraction = attrs.field(converter=number)

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.coverage <= 100 or 0 < self.coverage < 1:
            raise SchemeError(Diagnostic("PS211", ("coverage",), {"found": self.coverage}))

    def terms(self, children: tuple[Child, ...], setting: Setting) -> tuple[Child, ...]:  # noqa: ARG002
        """The children as they are."""
        return children


@attrs.frozen
class Zero:
    """A missing child has 0 points. A child that is not applicable leaves the weights all the same."""

    kind: ClassVar[str] = "zero"

    @property
    def coverage(self) -> Fraction:
        """No child is missing any more."""
        return _FULL

    def terms(self, children: tuple[Child, ...], setting: Setting) -> tuple[Child, ...]:  # noqa: ARG002
        """The children, with 0 points for the missing ones."""
        return tuple(attrs.evolve(child, points=default(child.points, 0)) for child in children)


@attrs.frozen
class TableWeight:
    """The weight of one child in a fallback table."""

    child: str
    weight: Fraction = attrs.field(converter=number)


def table_weights(value: Any) -> tuple[TableWeight, ...]:
    """Weights as a tuple; a mapping is taken by its keys."""
    return entries(TableWeight, value)


@attrs.frozen
class FallbackTable:
    """The weights that hold when exactly these children are missing.

    Args:
        when_missing: ids of the missing children.
        weights: of all others, by id, 0 or more.

    Raises:
        SchemeError: no child is named; a child is named twice, has two weights, or is missing and has one; a
            negative weight; weights that are all 0.
    """

    when_missing: tuple[str, ...] = attrs.field(converter=listed)
    weights: Keyed[TableWeight] = attrs.field(converter=table_weights)

    def __attrs_post_init__(self) -> None:
        problems = [] if self.when_missing else [Diagnostic("PS219", ("when-missing",))]
        for i, name in enumerate(self.when_missing):
            if name in self.when_missing[:i]:
                problems.append(Diagnostic("PS214", ("when-missing", i), {"name": name}))
        for i, part in enumerate(self.weights):
            if any(part.child == other.child for other in self.weights[:i]):
                problems.append(Diagnostic("PS214", ("weights", part.child), {"name": part.child}))
            if part.child in self.when_missing:
                problems.append(Diagnostic("PS216", ("weights", part.child), {"name": part.child}))
            if part.weight < 0:
                facts = {"name": part.child, "found": part.weight}
                problems.append(Diagnostic("PS203", ("weights", part.child), facts))
        if not any(part.weight for part in self.weights):
            problems.append(Diagnostic("PS217", ("weights",)))
        if problems:
            raise SchemeError(problems)

    @property
    def total(self) -> Fraction:
        """What the weights add up to."""
        return sum((part.weight for part in self.weights), Fraction(0))


@attrs.frozen
class FallbackWeights:
    """For each set of missing children a table of weights; any other set leaves the dimension without points.

    Args:
        tables: one for each set. Where the dimension's own weights add up to 100 or 1, so does every table.

    Raises:
        SchemeError: no table, or two for one set.
    """

    kind: ClassVar[str] = "fallback-weights"

    tables: tuple[FallbackTable, ...] = attrs.field(converter=listed)

    def __attrs_post_init__(self) -> None:
        problems = [] if self.tables else [Diagnostic("PS219", ("tables",))]
        problems += [
            Diagnostic("PS213", ("tables", i), {"names": tuple(sorted(missing))})
            for i, missing in repeats(frozenset(table.when_missing) for table in self.tables)
        ]
        if problems:
            raise SchemeError(problems)

    @property
    def coverage(self) -> Fraction:
        """Whatever has a weight in the table that holds must be there."""
        return _FULL

    def terms(self, children: tuple[Child, ...], setting: Setting) -> tuple[Child, ...]:
        """The children, each with the weight of the table that holds (PS215, PS218, PS220 are reported)."""
        at = setting.at("aggregation", "missing", "tables")
        own = total([child.weight for child in children if child.weight is not None])
        weights: dict[str, Formula] = {child.id: child.weight or Const(Fraction(1)) for child in children}
        for i, table in enumerate(self.tables):
            _check(table, children, own, at.at(i))
            holds = Every(
                tuple(
                    missing if child.id in table.when_missing else ~missing
                    for child in children
                    for missing in [InState(child.points, State.MISSING)]
                )
            )
            for part in table.weights:
                if part.child in weights:
                    weights[part.child] = If(holds, Const(part.weight), weights[part.child])
            for name in table.when_missing:
                if name in weights:
                    weights[name] = If(holds, Const(Fraction(0)), weights[name])
        return tuple(attrs.evolve(child, weight=weights[child.id]) for child in children)


def _check(table: FallbackTable, children: tuple[Child, ...], own: Fraction | None, setting: Setting) -> None:
    ids = tuple(child.id for child in children)
    named: list[tuple[str, Path]] = [(name, ("when-missing", i)) for i, name in enumerate(table.when_missing)]
    weighed: list[tuple[str, Path]] = [(part.child, ("weights", part.child)) for part in table.weights]
    for name, path in named + weighed:
        if name not in ids:
            setting.report("PS215", *path, name=name, known=ids, **setting.guess(name, ids))
    written = {name for name, _ in named + weighed}
    left = tuple(name for name in ids if name not in written)
    if not written <= set(ids):  # a name with a slip in it may be the very child that seems left out
        return
    if left:
        setting.report("PS220", "weights", names=left)
    elif own in (1, 100) and table.total not in (0, own):
        found = tuple(f"{part.child} {figure(part.weight)}" for part in table.weights)
        setting.report("PS218", "weights", found=table.total, wanted=own, weights=found)


def __dir__() -> list[str]:  # `ps.missing.` in a notebook
    return __all__
