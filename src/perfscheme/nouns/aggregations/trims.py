"""Trims: children without the highest and the lowest of them, as judges' marks are counted."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import ClassVar, Literal

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.nodes import (
    Absent,
    Best,
    Compare,
    Const,
    Every,
    Formula,
    If,
    State,
    clamp,
    least,
    linear,
    present,
)
from perfscheme.nouns.aggregations.children import Child, Missing, folded, instead, policy_problems
from perfscheme.nouns.aggregations.extremes import INSTEAD
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.weights import unused

_ZERO, _ONE = Const(Fraction(0)), Const(Fraction(1))


@attrs.frozen
class Trimmed:
    """The mean, or the sum, of the children without the highest and the lowest (去掉最高分和最低分).

    So many are dropped of the children that are there. Where none is left, there are no points for the dimension,
    whatever the policy; children that are not applicable are left out.

    Args:
        drop_highest: how many of the highest points are dropped, 0 or more.
        drop_lowest: how many of the lowest, 0 or more.
        missing: `refuse`; `renormalise`: the others are trimmed where they reach the coverage by number; `zero`.
        take: `mean` or `sum` of those that are left.

    Raises:
        SchemeError: a number below 0, or nothing to drop (PS236); the policy does not fit (PS212).

    Seven judges of a dive, of whom the two highest and the two lowest are struck:

    >>> from perfscheme.formula.exact import Evaluation
    >>> from perfscheme.formula.nodes import Input
    >>> from perfscheme.nouns.missing import Refuse
    >>> marks = {"a": "9.5", "b": "7", "c": "8", "d": "8.5", "e": "8", "f": "6.5", "g": "9"}
    >>> children = tuple(Child(name, Input(name)) for name in marks)
    >>> points = Trimmed(Refuse(), drop_highest=2, drop_lowest=2, take="sum").aggregate(children, Setting({}, []))
    >>> Evaluation({name: Fraction(mark) for name, mark in marks.items()})(points)
    Fraction(49, 2)
    """

    kind: ClassVar[str] = "trimmed"

    missing: Missing
    drop_highest: int = attrs.field(default=0, kw_only=True)
    drop_lowest: int = attrs.field(default=0, kw_only=True)
    take: Literal["mean", "sum"] = attrs.field(default="mean", kw_only=True)

    def __attrs_post_init__(self) -> None:
        problems = list(policy_problems(self.missing, self.kind, INSTEAD))
        for key, found in (("drop-highest", self.drop_highest), ("drop-lowest", self.drop_lowest)):
            if found < 0:
                problems.append(Diagnostic("PS236", (key,), {"found": found}))
        if self.drop_highest == self.drop_lowest == 0:
            problems.append(Diagnostic("PS237"))
        if problems:
            raise SchemeError(problems)

    @property
    def _dropped(self) -> int:
        return self.drop_highest + self.drop_lowest

    def aggregate(self, children: tuple[Child, ...], setting: Setting) -> Formula:
        """The points without the extremes; `setting` is that of the dimension."""
        unused([(child.id, child.weight) for child in children], f"kind: {self.kind}", setting)
        if self._dropped >= len(children):
            facts = (self.drop_highest, self.drop_lowest)
            setting.report("PS238", "aggregation", highest=facts[0], lowest=facts[1], most=len(children))
            return Absent(State.MISSING)
        terms = tuple(child.points for child in self.missing.terms(children, setting))
        there = linear(*((1, If(present(term), _ONE, _ZERO)) for term in terms))
        result = self._taken(terms, there)
        enough = Compare(there, "above", Const(Fraction(self._dropped)))
        trimmed = If(enough, self._within(result, terms), Absent(State.MISSING))
        # Only whether it is there matters of this least: it is, exactly where the policy allows a result.
        return instead(folded(terms, least, self.missing.coverage), trimmed)

    def _taken(self, terms: tuple[Formula, ...], there: Formula) -> Formula:
        """The sum or the mean of those left, by the number that is there; none divides by a formula."""
        some = linear(*((1, If(present(term), term, _ZERO)) for term in terms))
        if self.drop_highest:
            some = some - Best(terms, self.drop_highest)
        if self.drop_lowest:
            some = some + Best(tuple(-term for term in terms), self.drop_lowest)
        result = self._shared(some, self._dropped + 1)
        if self.take == "mean":
            for count in range(self._dropped + 2, len(terms)):
                result = If(Compare(there, "at-least", Const(Fraction(count))), self._shared(some, count), result)
        # All are there as a rule; a card then shows two sums of the best, which are easily checked by hand.
        full: Formula = Best(terms, len(terms) - self.drop_lowest)
        if self.drop_highest:
            full = full - Best(terms, self.drop_highest)
        return If(Every(tuple(present(term) for term in terms)), self._shared(full, len(terms)), result)

    def _shared(self, left: Formula, count: int) -> Formula:
        return left if self.take == "sum" else linear((Fraction(1, count - self._dropped), left))

    def _within(self, result: Formula, terms: Sequence[Formula]) -> Formula:
        """The same, with bounds that it keeps in any case: an analysis cannot see them in a difference of sums."""
        analysis = Analysis()
        reaches = [analysis.range(term) for term in terms]
        found = [reach for reach in reaches if reach is not None]
        lows = [reach.low for reach in found if isinstance(reach.low, Fraction)]
        highs = [reach.high for reach in found if isinstance(reach.high, Fraction)]
        most = 1 if self.take == "mean" else len(terms) - self._dropped
        low = min(min(lows), most * min(lows)) if len(lows) == len(terms) else None
        high = max(max(highs), most * max(highs)) if len(highs) == len(terms) else None
        return clamp(result, low, high)
