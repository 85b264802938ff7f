"""Extremes and products: the worst child, the best child, the n best, and the product of all."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, Literal

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.formula.nodes import Best, Formula, Sum, greatest, least, linear, product
from perfscheme.nouns.aggregations.children import Child, Missing, Policy, folded, instead, policy_problems
from perfscheme.nouns.inputs import Better
from perfscheme.nouns.numbers import number
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.weights import unused

INSTEAD = {"fallback-weights": ("refuse", "renormalise", "zero")}


@attrs.frozen
class Minimum:
    """The points of the worst child: no other makes up for it.

    A child that is not applicable is left out; with `missing: renormalise` so is a missing one, and the coverage is
    that of the number of children. Children carry no weights.

    Args:
        missing: `refuse`, `renormalise` or `zero`.

    Raises:
        SchemeError: the policy does not fit (PS212).
    """

    kind: ClassVar[str] = "minimum"

    missing: Missing

    def __attrs_post_init__(self) -> None:
        if problems := policy_problems(self.missing, self.kind, INSTEAD):
            raise SchemeError(problems)

    def aggregate(self, children: tuple[Child, ...], setting: Setting) -> Formula:
        """The least of the points that are there; `setting` is that of the dimension."""
        return folded(_terms(children, self.missing, self.kind, setting), least, self.missing.coverage)


@attrs.frozen
class Maximum:
    """The points of the best child; absences and `missing` as for `Minimum`."""

    kind: ClassVar[str] = "maximum"

    missing: Missing

    def __attrs_post_init__(self) -> None:
        if problems := policy_problems(self.missing, self.kind, INSTEAD):
            raise SchemeError(problems)

    def aggregate(self, children: tuple[Child, ...], setting: Setting) -> Formula:
        """The greatest of the points that are there; `setting` is that of the dimension."""
        return folded(_terms(children, self.missing, self.kind, setting), greatest, self.missing.coverage)


@attrs.frozen
class ProductOfPoints:
    """The children's points multiplied, as in company result * department result * own result.

    Absences as for `Minimum`: a child that is left out counts as 1.

    Args:
        missing: `refuse`, `renormalise` or `zero`.
        whole: the points that count as 1; points of 80 and 110 with `whole: 100` make 88. Above 0.

    Raises:
        SchemeError: the policy does not fit (PS212); `whole` is not above 0 (PS224).
    """

    kind: ClassVar[str] = "product"

    missing: Missing
    whole: Fraction = attrs.field(default=Fraction(1), converter=number, kw_only=True)

    def __attrs_post_init__(self) -> None:
        problems = list(policy_problems(self.missing, self.kind, INSTEAD))
        if self.whole <= 0:
            problems.append(Diagnostic("PS224", ("whole",), {"found": self.whole}))
        if problems:
            raise SchemeError(problems)

    def aggregate(self, children: tuple[Child, ...], setting: Setting) -> Formula:
        """The product of the points that are there; `setting` is that of the dimension."""
        return folded(_terms(children, self.missing, self.kind, setting), self._join, self.missing.coverage)

    def _join(self, a: Formula, b: Formula) -> Formula:
        return product(linear((1 / self.whole, a)), b)


@attrs.frozen
class BestOf:
    """The mean, or the sum, of the `count` best children: the highest points, or the lowest.

    Where fewer than `count` have points there are none for the dimension, whatever the policy; children that are not
    applicable are left out.

    Args:
        count: how many, at least 1.
        missing: `refuse`; `renormalise`: the best are sought among the children that are there, where these reach the
            coverage by number; `zero`.
        take: `mean` or `sum`.
        better: `higher`: the highest points are the best; `lower`: the lowest, as of handicaps, or to take the worst.

    Raises:
        SchemeError: `count` is below 1 (PS221); the policy does not fit (PS212).
    """

    kind: ClassVar[str] = "best"

    count: int
    missing: Missing
    take: Literal["mean", "sum"] = attrs.field(default="mean", kw_only=True)
    better: Better = attrs.field(default="higher", kw_only=True)

    def __attrs_post_init__(self) -> None:
        problems = list(policy_problems(self.missing, self.kind, INSTEAD))
        if self.count < 1:
            problems.append(Diagnostic("PS221", ("count",), {"found": self.count}))
        if problems:
            raise SchemeError(problems)

    def aggregate(self, children: tuple[Child, ...], setting: Setting) -> Formula:
        """The best of the points that are there; `setting` is that of the dimension."""
        if self.count > len(children):
            setting.report("PS222", "aggregation", "count", found=self.count, most=len(children))
        terms = _terms(children, self.missing, self.kind, setting)
        best: Formula
        if self.better == "higher":
            best = Best(terms, self.count)
        else:
            best = -Best(tuple(Sum(Fraction(0), ((Fraction(-1), term),)) for term in terms), self.count)
        if self.take == "mean":
            best = linear((Fraction(1, self.count), best))
        # Only whether it is there matters of this least: it is, exactly where the policy allows a result.
        return instead(folded(terms, least, self.missing.coverage), best)


def _terms(children: tuple[Child, ...], missing: Policy, kind: str, setting: Setting) -> tuple[Formula, ...]:
    unused([(child.id, child.weight) for child in children], f"kind: {kind}", setting)
    return tuple(child.points for child in missing.terms(children, setting))
