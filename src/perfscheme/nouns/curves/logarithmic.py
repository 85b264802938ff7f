"""Log: interpolation on a logarithmic scale."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, ClassVar

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.formula.nodes import Absent, Const, Formula, Log, State, clamp, linear
from perfscheme.nouns.curves.places import Point, level_problems
from perfscheme.nouns.entries import entries
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.shapes import Keyed


def _points(value: Any) -> tuple[Point, ...]:
    return entries(Point, value)


@attrs.frozen
class Logarithmic:
    """Between two points on a logarithmic scale: each doubling of the value adds the same; outside, the nearer point.

    Args:
        points: two levels above 0 with their points; levels are values or names of thresholds with a fixed value.

    Raises:
        SchemeError: not two levels, one twice, or one not above 0.

    The income index of the Human Development Index runs from 100 to 75,000 dollars:

    >>> from perfscheme.formula.exact import Evaluation
    >>> from perfscheme.formula.nodes import Input
    >>> formula = Logarithmic({100: 0, 75000: 1}).formula(Input("income"), Setting({}, []))
    >>> round(float(Evaluation({"income": Fraction(17_504)})(formula)), 4)
    0.7802
    """

    kind: ClassVar[str] = "log"

    points: Keyed[Point] = attrs.field(converter=_points)

    def __attrs_post_init__(self) -> None:
        problems = level_problems([point.level for point in self.points], "points")
        if len(self.points) != 2:
            problems.append(Diagnostic("PS157", ("points",), {"found": len(self.points)}))
        for i, point in enumerate(self.points):
            if isinstance(point.level, Fraction) and point.level <= 0:
                problems.append(Diagnostic("PS158", ("points", i), {"found": point.level}))
        if problems:
            raise SchemeError(problems)

    def formula(self, x: Formula, setting: Setting) -> Formula:
        """Points of the value `x`."""
        before = len(setting.problems)
        found: list[tuple[Fraction, Fraction]] = []
        for i, point in enumerate(self.points):
            place = setting.level(point.level, "points", i)
            if not isinstance(place, Const):
                if len(setting.problems) == before:
                    setting.report("PS159", "points", i, name=point.level)
            elif place.value <= 0:
                setting.report("PS158", "points", i, found=place.value)
            else:
                found.append((place.value, point.points))
        found.sort()
        if len(found) == 2 and found[0][0] == found[1][0]:
            setting.report("PS137", "points", 1, first=self.points[0].level, second=self.points[1].level)
        if len(setting.problems) > before:
            return Absent(State.MISSING)
        (low, first), (high, last) = found
        # the logarithm of x / low to the base high / low runs from 0 to 1, and is rational at both ends
        share = Log(linear((1 / low, clamp(x, low, high))), high / low)
        return linear((last - first, share), constant=first)
