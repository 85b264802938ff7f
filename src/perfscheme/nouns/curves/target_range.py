"""Target range: best in the middle, less on either side."""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import Any, ClassVar

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.formula.build import interpolate
from perfscheme.formula.nodes import Absent, Const, Formula, State
from perfscheme.nouns.numbers import level, level_or_none, number
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.shapes import Level


def _best(value: Any) -> tuple[Level, Level]:
    low, high = value
    return level(low), level(high)


def _zero(value: Any) -> tuple[Level | None, Level | None]:
    low, high = value
    return level_or_none(low), level_or_none(high)


@attrs.frozen
class TargetRange:
    """Full points within a range, falling in straight lines to 0 on both sides of it.

    Args:
        best: the ends of the range that has full points; twice the same for a single best value.
        zero: where the points have fallen to 0, below and above; None on a side where they do not fall.
        points: full points.

    Raises:
        SchemeError: the levels do not ascend (0 below, best, best, 0 above), or no side falls.

    Staffing is best from 90 % to 110 %, and worth nothing at 70 % and 150 %:

    >>> from perfscheme.formula.exact import Evaluation
    >>> from perfscheme.formula.nodes import Input
    >>> formula = TargetRange((90, 110), (70, 150)).formula(Input("staffing"), Setting({}, []))
    >>> [str(Evaluation({"staffing": Fraction(share)})(formula)) for share in (60, 80, 100, 120, 150)]
    ['0', '50', '100', '75', '0']
    """

    kind: ClassVar[str] = "target-range"

    best: tuple[Level, Level] = attrs.field(converter=_best)
    zero: tuple[Level | None, Level | None] = attrs.field(converter=_zero)
    points: Fraction = attrs.field(default=Fraction(100), converter=number, kw_only=True)

    def __attrs_post_init__(self) -> None:
        problems = [] if any(end is not None for end in self.zero) else [Diagnostic("PS155", ("zero",))]
        (low, high), (first, last) = self.zero, self.best
        places = (("zero", 0, low), ("best", 0, first), ("best", 1, last), ("zero", 1, high))
        fixed = [(field, i, place) for field, i, place in places if isinstance(place, Fraction)]
        for (before, _, a), (field, i, b) in itertools.pairwise(fixed):
            if a > b or (a == b and (before, field) != ("best", "best")):
                problems.append(Diagnostic("PS154", (field, i), {"first": a, "second": b}))
        if problems:
            raise SchemeError(problems)

    def formula(self, x: Formula, setting: Setting) -> Formula:
        """Points of the value `x`."""
        before = len(setting.problems)
        none, full = Fraction(0), self.points
        low, high = self.zero
        knots = [(setting.level(place, "best", i), full) for i, place in enumerate(self.best)]
        if self.best[0] == self.best[1]:
            del knots[1]
        if low is not None:
            knots.insert(0, (setting.level(low, "zero", 0), none))
        if high is not None:
            knots.append((setting.level(high, "zero", 1), none))
        fixed = [place.value for place, _ in knots if isinstance(place, Const)]
        for a, b in itertools.pairwise(fixed):
            if a >= b:
                setting.report("PS154", "best", first=a, second=b)
        return interpolate(x, knots) if len(setting.problems) == before else Absent(State.MISSING)
