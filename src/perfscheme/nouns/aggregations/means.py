"""Means: the weighted arithmetic mean and the weighted geometric mean of a dimension's children."""

from __future__ import annotations

from typing import ClassVar

import attrs

from perfscheme.formula.analysis import Analysis
from perfscheme.formula.nodes import Formula, GeometricMean, Mean
from perfscheme.nouns.aggregations.children import Child, Missing
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.weights import WeightMode, shares


def weighed(children: tuple[Child, ...], mode: WeightMode, setting: Setting) -> tuple[Child, ...]:
    """The children with the weights of a mean, checked: see `perfscheme.nouns.weights.shares`."""
    found = shares([(child.id, child.weight) for child in children], mode, setting)
    return tuple(attrs.evolve(child, weight=weight) for child, weight in zip(children, found, strict=True))


def parts(children: tuple[Child, ...]) -> tuple[tuple[Formula, ...], tuple[Formula, ...]]:
    """Weights and points of weighed children, as a mean takes them."""
    weights = tuple(child.weight for child in children if child.weight is not None)
    return weights, tuple(child.points for child in children)


@attrs.frozen
class WeightedMean:
    """The sum of weight * points over the sum of the weights; a good child makes up for a poor one.

    Args:
        missing: what to do about missing children: any policy. A child that is not applicable leaves the weights.
        weights: how they are written: `to-100` and `to-1` must add up exactly, `normalised` counts in relation to
            the sum, `equal` is written nowhere.
    """

    kind: ClassVar[str] = "weighted-mean"

    missing: Missing
    weights: WeightMode = attrs.field(default="to-100", kw_only=True)

    def aggregate(self, children: tuple[Child, ...], setting: Setting) -> Formula:
        """A mean node; `setting` is that of the dimension."""
        terms = self.missing.terms(weighed(children, self.weights, setting), setting)
        return Mean(*parts(terms), self.missing.coverage / 100)


@attrs.frozen
class WeightedGeometricMean:
    """The product of points ** share of weight; a poor child weighs more than a good one makes up for.

    Args:
        missing, weights: as for `WeightedMean`. Points must never be negative; one child with 0 makes 0.
    """

    kind: ClassVar[str] = "geometric-mean"

    missing: Missing
    weights: WeightMode = attrs.field(default="to-100", kw_only=True)

    def aggregate(self, children: tuple[Child, ...], setting: Setting) -> Formula:
        """A geometric mean node; `setting` is that of the dimension."""
        analysis = Analysis()
        for child in children:
            reach = analysis.range(child.points)
            if reach is not None and reach.low < 0:
                setting.report("PS223", "children", child.id, name=child.id)
        terms = self.missing.terms(weighed(children, self.weights, setting), setting)
        return GeometricMean(*parts(terms), self.missing.coverage / 100)
