"""Grades: the bands of a total, their coefficients, and the proof that every reachable total has one."""

from __future__ import annotations

import itertools
from collections.abc import Collection
from fractions import Fraction
from typing import Literal, TypeAlias

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, Text
from perfscheme.diagnostics.repeats import repeats
from perfscheme.formula.nodes import Cut, Formula, Piecewise
from perfscheme.nouns.entries import listed
from perfscheme.nouns.numbers import number_or_none
from perfscheme.nouns.shapes import Keyed
from perfscheme.nouns.sources import Source, text_or_none
from perfscheme.nouns.waivers import Waiver, waivers

Side: TypeAlias = Literal["from", "above", "to", "below"]

SIDES: tuple[Side, ...] = ("from", "above", "to", "below")
_UPWARD: tuple[Side, ...] = ("from", "above")


@attrs.frozen
class Grade:
    """A band of totals.

    Args:
        grade: its name, as a result states it.
        from_: the lowest total that has it; the edge belongs to this grade.
        above: the grade begins above this total.
        to: where low totals are good, the highest total that has it; the edge belongs to this grade.
        below: the grade ends below this total.
        by_rule: no total has it, only a rule on the grade gives it; its place on the ladder says between which it is.
        coefficient: what pay is multiplied by (绩效系数).
        name: for people.
        sources: where the figures come from.
        waive: lints that do not apply to it, by code, with the reason.

    At most one of the four bounds is written; the worst grade of a ladder may have none, and one by rule has none.

    Raises:
        SchemeError: several bounds (PS274); a bound of a grade by rule (PS283).
    """

    grade: str
    from_: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    above: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    to: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    below: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    by_rule: bool = attrs.field(default=False, kw_only=True)
    coefficient: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    name: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=listed, kw_only=True)
    waive: Keyed[Waiver] = attrs.field(default=(), converter=waivers, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if len(self._bounds) > 1:
            found = tuple(side for side, _ in self._bounds)
            raise SchemeError(Diagnostic("PS274", (found[1],), {"name": self.grade, "found": found}))
        if self.by_rule and self.bound is not None:
            raise SchemeError(Diagnostic("PS283", (self.bound[0],), {"name": self.grade, "side": self.bound[0]}))

    @property
    def _bounds(self) -> list[tuple[Side, Fraction]]:
        values = (self.from_, self.above, self.to, self.below)
        return [(side, value) for side, value in zip(SIDES, values, strict=True) if value is not None]

    @property
    def bound(self) -> tuple[Side, Fraction] | None:
        """The side and the number of the bound; None for everything that is left over."""
        return self._bounds[0] if self._bounds else None


@attrs.frozen
class Ladder:
    """All grades of a scheme, best first.

    Args:
        grades: bounds all `from` or `above` (higher is better), or all `to` or `below` (lower is better); each next
            one strictly worse. Only the last may be without a bound, and those that are given by rules alone.

    Raises:
        SchemeError: no grade with a band (PS284); a name twice (PS272); a grade but the last without a bound (PS273);
            bounds of both sorts (PS275); an order that is not from best to worst (PS276); a coefficient at some only
            (PS277).

    >>> ladder = Ladder([Grade("A", from_=90, coefficient="1.2"), Grade("B", coefficient=1)])
    >>> ladder.names, ladder.better
    (('B', 'A'), 'higher')
    """

    grades: tuple[Grade, ...] = attrs.field(converter=listed)

    def __attrs_post_init__(self) -> None:
        twice = self._name_problems()
        again = {problem.path[:2] for problem in twice}
        # A line that was copied has the name and the bound of the one before it, which is one mistake.
        bounds = (found for found in self._bound_problems() if found.code != "PS276" or found.path[:2] not in again)
        if problems := [*twice, *bounds]:
            raise SchemeError(problems)

    def _name_problems(self) -> list[Diagnostic]:
        names = [grade.grade for grade in self.grades]
        problems = [Diagnostic("PS272", ("grades", i, "grade"), {"name": name}) for i, name in repeats(names)]
        without = tuple(grade.grade for grade in self.grades if grade.coefficient is None)
        if without and len(without) < len(names):
            problems.append(Diagnostic("PS277", ("grades",), {"names": without}))
        return problems

    def _bound_problems(self) -> list[Diagnostic]:
        if not self._bands:
            return [Diagnostic("PS284", ("grades",))]
        problems = []
        last = self._bands[-1][0]
        found: list[tuple[int, Side, Fraction]] = []
        for i, grade in self._bands:
            if grade.bound is not None:
                found.append((i, *grade.bound))
            elif i < last:
                problems.append(Diagnostic("PS273", ("grades", i), {"name": grade.grade}))
        for (_, first, before), (i, side, bound) in itertools.pairwise(found):
            facts = {"name": self.grades[i].grade, "side": side, "bound": bound, "first": first, "before": before}
            if (first in _UPWARD) != (side in _UPWARD):
                problems.append(Diagnostic("PS275", ("grades", i, side), facts))
            elif not _worse(side, bound, first, before):
                problems.append(Diagnostic("PS276", ("grades", i, side), facts))
        turned = [problem for problem in problems if problem.code == "PS276"]
        headless = self._bands[0][1].bound is None  # the worst of all stands first
        if len(turned) == len(found) - 1 and len(turned) + headless > 1:  # all on its head, which is one mistake
            rest = [problem for problem in problems if problem.code not in ("PS273", "PS276")]
            return [*rest, attrs.evolve(turned[0], also=[problem.path for problem in turned[1:]])]
        return problems

    @property
    def _bands(self) -> list[tuple[int, Grade]]:
        """The grades that totals have, with their places."""
        return [(i, grade) for i, grade in enumerate(self.grades) if not grade.by_rule]

    @property
    def better(self) -> Literal["higher", "lower"]:
        """Which totals are better; a single grade for everything leaves this open and says `higher`."""
        bound = self._bands[0][1].bound
        return "lower" if bound is not None and bound[0] not in _UPWARD else "higher"

    @property
    def names(self) -> tuple[str, ...]:
        """The names by index: the worst grade first."""
        return tuple(grade.grade for grade in reversed(self.grades))

    @property
    def coefficients(self) -> tuple[Fraction | None, ...]:
        """The coefficients by index: that of the worst grade first."""
        return tuple(grade.coefficient for grade in reversed(self.grades))

    def index(self, total: Formula) -> Formula:
        """The index of the grade of a total: 0 the worst, one less than the number of grades the best.

        A total beyond the bound of the worst grade is for `uncovered` to find; it has the index 0 here.
        """
        bounds = [grade.bound for _, grade in self._bands[:-1]]
        cuts = [Cut(bound, inclusive=side in ("from", "below")) for side, bound in filter(None, bounds)]
        values = [len(self.grades) - 1 - i for i, _ in self._bands]
        if self.better == "higher":
            cuts.reverse()
            values.reverse()
        return Piecewise(total, tuple(cuts), tuple((Fraction(value), Fraction(0)) for value in values))

    def uncovered(self, low: Fraction | None, high: Fraction | None) -> tuple[Diagnostic, ...]:
        """What is wrong where totals from `low` to `high` (None: no limit) are to have a grade each.

        Returns:
            Nothing where all have one; else a problem (PS278, or PS279 where the totals have no limit on that side)
            at the bound of the worst grade, `("grades", i, "from")`.
        """
        place, worst = self._bands[-1]
        if worst.bound is None:
            return ()
        side, bound = worst.bound
        reach = low if side in _UPWARD else high
        path = ("grades", place, side)
        facts = {"name": worst.grade, "side": side, "bound": bound}
        if reach is None:
            return (Diagnostic("PS279", path, facts),)
        covered = {"from": reach >= bound, "above": reach > bound, "to": reach <= bound, "below": reach < bound}
        return () if covered[side] else (Diagnostic("PS278", path, {**facts, "reach": reach}),)

    def unreachable(self, low: Fraction | None, high: Fraction | None) -> tuple[Diagnostic, ...]:
        """A warning (PS280) for every grade that no total from `low` to `high` (None: no limit) can have."""
        found = []
        upward = self.better == "higher"
        best, worst = (high, low) if upward else (low, high)
        above: Grade | None = None
        for i, grade in self._bands:
            before, above = None if above is None else above.bound, grade
            # Out of reach: it begins beyond the best total, or the worst total already has a better grade.
            far = grade.bound is not None and best is not None and not _has(best, *grade.bound)
            passed = before is not None and worst is not None and _has(worst, *before)
            if far or passed:
                reach = best if far else worst
                facts = {"name": grade.grade, "reach": reach}
                found.append(Diagnostic("PS280", ("grades", i), facts, severity="warning"))
        return tuple(found)

    def never_given(self, given: Collection[str]) -> tuple[Diagnostic, ...]:
        """A warning (PS285) for every grade by rule that is not among those that rules name."""
        return tuple(
            Diagnostic("PS285", ("grades", i), {"name": grade.grade}, severity="warning")
            for i, grade in enumerate(self.grades)
            if grade.by_rule and grade.grade not in given
        )


def _has(total: Fraction, side: Side, bound: Fraction) -> bool:
    match side:
        case "from":
            return total >= bound
        case "above":
            return total > bound
        case "to":
            return total <= bound
        case "below":
            return total < bound


def _worse(side: Side, bound: Fraction, first: Side, before: Fraction) -> bool:
    """Whether the band of `side` and `bound` reaches strictly further down than that before it."""
    if bound == before:
        return (first, side) in (("above", "from"), ("below", "to"))
    return bound < before if side in _UPWARD else bound > before
