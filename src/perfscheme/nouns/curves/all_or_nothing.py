"""All or nothing: full points at the target, else none."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

import attrs

from perfscheme.formula.build import steps
from perfscheme.formula.nodes import Absent, Formula, State
from perfscheme.nouns.numbers import level, number
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.shapes import Level


@attrs.frozen
class AllOrNothing:
    """Points where the target is met, else others (非此即彼法). Exactly at the target is met.

    Args:
        target: a value, or the name of a threshold.
        points: where it is met.
        otherwise: where it is not.

    >>> from perfscheme.formula.exact import Evaluation
    >>> from perfscheme.formula.nodes import Input
    >>> formula = AllOrNothing(5).formula(Input("rate"), Setting({}, [], better="lower"))
    >>> [str(Evaluation({"rate": Fraction(rate)})(formula)) for rate in ("4.9", "5", "5.1")]
    ['100', '100', '0']
    """

    kind: ClassVar[str] = "all-or-nothing"

    target: Level = attrs.field(default="target", converter=level)
    points: Fraction = attrs.field(default=Fraction(100), converter=number, kw_only=True)
    otherwise: Fraction = attrs.field(default=Fraction(0), converter=number, kw_only=True)

    def formula(self, x: Formula, setting: Setting) -> Formula:
        """Points of the value `x`."""
        target = setting.level(self.target, "target")
        if setting.better is None:
            setting.report("PS141")
            return Absent(State.MISSING)
        return steps(x, [(target, self.points)], self.otherwise, better=setting.better)
