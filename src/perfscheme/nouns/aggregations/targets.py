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
    threshold: str = attrs.field(default="target", kw_only=True)
    scale: Fraction = attrs.field(default=Fraction(100), converter=number, kw_only=True)
    weights: WeightMode = attrs.field(default="equal", kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.scale <= 0:
            raise SchemeError(Diagnostic("PS224", ("scale",), {"found": self.scale}))

    def aggregate(self, children: tuple[Child, ...], setting: Setting) -> Formula:
        """A mean node over `scale` and 0; `setting` is that of the dimension."""
        self._check(children, setting)
        judged = tuple(attrs.evolve(child, points=self._judged(child)) for child in children)
        terms = self.missing.terms(weighed(judged, self.weights, setting), setting)
        return Mean(*parts(terms), self.missing.coverage / 100)

    def _check(self, children: tuple[Child, ...], setting: Setting) -> None:
        lacking = [child.id for child in children if self.threshold not in child.met]
        if not lacking:
            return
        known = tuple(dict.fromkeys(name for child in children for name in child.met))
        where, *also = [("children", name) for name in lacking]
        if len(lacking) == len(children):  # the name of the threshold is the slip, not every child
            also, where = [where, *also], ("aggregation", "threshold")
        facts: dict[str, Any] = {"names": tuple(lacking), "threshold": self.threshold, "known": known or ("-",)}
        setting.report("PS225", *where, also=also, nearest=nearest(self.threshold, known), **facts)

    def _judged(self, child: Child) -> Formula:
        met = child.met.get(self.threshold)
        return child.points if met is None else instead(child.points, If(met, Const(self.scale), Const(Fraction(0))))
