"""Targets met: the share of a dimension's children that reach a threshold."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, ClassVar

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, nearest
from perfscheme.formula.nodes import Const, Formula, If, Mean
from perfscheme.nouns.aggregations.children import Child, Missing, instead
from perfscheme.nouns.aggregations.means import parts, weighed
from perfscheme.nouns.numbers import number
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.weights import WeightMode


@attrs.frozen
class ShareMet:
    """The share of children whose value is at a threshold or beyond, times `scale`: 7 of 10 targets met are 70.

    A child whose value is absent is neither met nor unmet: the policy says what becomes of it (`zero`: unmet).

    Args:
        missing: any policy.
        threshold: the name of a threshold that every child has; children are indicators.
        scale: points where all are met, above 0.
        weights: as for `WeightedMean`.

    Raises:
        SchemeError: `scale` is not above 0.
    """

    kind: ClassVar[str] = "share-met"

    missing: Missing
    threshold: str = "target"
    scale: Fraction = attrs.field(default=Fraction(100), converter=number)
    weights: WeightMode = "equal"

    def __attrs_post_init__(self) -> None:
        if self.scale <= 0:
            raise SchemeError(Diagnostic("PS224", ("scale",), {"found": self.scale}))

    def aggregate(self, children: tuple[Child, ...], setting: Setting) -> Formula:
        """A mean node over `scale` and 0; `setting` is that of the dimension."""
        judged = tuple(attrs.evolve(child, points=self._judged(child, setting)) for child in children)
        terms = self.missing.terms(weighed(judged, self.weights, setting), setting)
        return Mean(*parts(terms), self.missing.coverage / 100)

    def _judged(self, child: Child, setting: Setting) -> Formula:
        met = child.met.get(self.threshold)
        if met is None:
            known = tuple(child.met) or ("-",)
            near = nearest(self.threshold, child.met)
            facts: dict[str, Any] = {"name": child.id, "threshold": self.threshold, "known": known, "nearest": near}
            setting.report("PS225", "children", child.id, **facts)
            return child.points
        return instead(child.points, If(met, Const(self.scale), Const(Fraction(0))))
