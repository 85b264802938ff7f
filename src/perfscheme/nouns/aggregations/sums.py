"""Sums: children's points added up, plus items and minus items alike."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, Literal, TypeAlias

import attrs

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.nodes import Const, Formula, greatest, linear
from perfscheme.nouns.aggregations.children import Child, Missing, added, policy_problems
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.weights import factors, unused

FactorMode: TypeAlias = Literal["none", "factors", "percent"]

INSTEAD = {"fallback-weights": ("refuse", "renormalise", "zero")}


@attrs.frozen
class SumOfPoints:
    """The children's points added up; points may be negative, and so may factors.

    A child that is not applicable is left out of the sum. With `missing: renormalise` so is a missing one: the sum is
    not scaled up, and the coverage is that of the factors' sizes, or of the number of children.

    Args:
        missing: `refuse`, `renormalise` or `zero`.
        weights: `none`: points as they are; `factors`: each child's points times its weight, which may be negative;
            `percent`: times its weight over 100.

    Raises:
        SchemeError: the policy does not fit (PS212).
    """

    kind: ClassVar[str] = "sum"

    missing: Missing
    weights: FactorMode = attrs.field(default="none", kw_only=True)

    def __attrs_post_init__(self) -> None:
        if problems := policy_problems(self.missing, self.kind, INSTEAD):
            raise SchemeError(problems)

    def aggregate(self, children: tuple[Child, ...], setting: Setting) -> Formula:
        """A sum in which absent children stand as 0 where the policy lets them; `setting` is that of the dimension."""
        written = [(child.id, child.weight) for child in children]
        terms = [child.points for child in self.missing.terms(children, setting)]
        if self.weights == "none":
            unused(written, "kind: sum, weights: none", setting)
            return added(terms, [Const(Fraction(1))] * len(terms), self.missing.coverage)
        found = factors(written, setting)
        sizes = tuple(_size(factor) for factor in found)
        if self.weights == "percent":
            found = tuple(linear((Fraction(1, 100), factor)) for factor in found)
        return added(terms, found, self.missing.coverage, sizes)


def _size(factor: Formula) -> Formula:
    return Const(abs(factor.value)) if isinstance(factor, Const) else greatest(factor, -factor)
