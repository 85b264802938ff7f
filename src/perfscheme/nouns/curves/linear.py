"""Linear: straight lines between points, the interpolation of goal-based pay plans."""

from __future__ import annotations

from typing import Any, ClassVar

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.formula.build import Outside, interpolate
from perfscheme.formula.nodes import Absent, Formula, State
from perfscheme.nouns.curves.places import Point, ascending, level_problems
from perfscheme.nouns.entries import entries
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.shapes import Keyed


def _points(value: Any) -> tuple[Point, ...]:
    return entries(Point, value)


@attrs.frozen
class Linear:
    """Straight lines between any number of points (区间插值; "interpolate" in SAP SuccessFactors Variable Pay).

    Args:
        points: level and points; levels are values or names of thresholds, in any order.
        below: before the lowest level: its points (`clamp`), 0 (`zero`: the level itself still has its
            points, a cliff), or the first line drawn further (`extend`).
        above: the same, beyond the highest level.

    Raises:
        SchemeError: no points, a level twice, or a single point to extend from.

    >>> from perfscheme.formula.exact import Evaluation
    >>> from perfscheme.formula.nodes import Input
    >>> from perfscheme.nouns.numbers import number
    >>> curve = Linear({"620": "0.5", "1997": 1, "2400": "1.5", "3324": 2, "4000": 3})
    >>> round(float(Evaluation({"sales": number(1313)})(curve.formula(Input("sales"), Setting({}, [])))), 6)
    0.751634
    """

    kind: ClassVar[str] = "linear"

    points: Keyed[Point] = attrs.field(converter=_points)
    below: Outside = attrs.field(default="clamp", kw_only=True)
    above: Outside = attrs.field(default="clamp", kw_only=True)

    def __attrs_post_init__(self) -> None:
        problems = level_problems([point.level for point in self.points], "points")
        if len(self.points) == 1:
            problems += [Diagnostic("PS139", (side,)) for side in ("below", "above") if getattr(self, side) == "extend"]
        if problems:
            raise SchemeError(problems)

    def formula(self, x: Formula, setting: Setting) -> Formula:
        """Points of the value `x`."""
        knots = ascending(self.points, setting, "points")
        return interpolate(x, knots, below=self.below, above=self.above) if knots else Absent(State.MISSING)
