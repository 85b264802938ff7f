"""Conversions: rules that bring points to another scale by a curve."""

from __future__ import annotations

from typing import ClassVar

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.formula.nodes import Condition, Formula
from perfscheme.nouns.conditions import When
from perfscheme.nouns.curves.choice import Curve
from perfscheme.nouns.inputs import Better
from perfscheme.nouns.rules.stages import condition_of, where
from perfscheme.nouns.setting import Setting


@attrs.frozen
class Conversion:
    """The points become those that a curve gives them: a payout of a total, a mark on another scale.

    The curve reads the points instead of a value: `x` in a formula, levels in points. There are no thresholds to name.
    What is absent stays so, as far as the curve looks at it.

    Args:
        curve: any curve but `as-is` and `levels`.
        when: only where this holds; None: always.
        better: which points are better, where the curve needs to know it, as tiers do for their edges.

    Raises:
        SchemeError: a curve that changes nothing, or reads labels (PS267).

    Eighty points are worth half the bonus, a hundred all of it, from 120 on twice:

    >>> from fractions import Fraction
    >>> from perfscheme.formula.exact import Evaluation
    >>> from perfscheme.formula.nodes import Input
    >>> from perfscheme.nouns.curves.linear import Linear
    >>> payout = Conversion(Linear({80: 50, 100: 100, 120: 200}, below="zero"))
    >>> formula = payout.points_formula(Input("t"), Setting({}, []))
    >>> [str(Evaluation({"t": Fraction(total)})(formula)) for total in (79, 80, 90, 130)]
    ['0', '50', '75', '200']
    """

    kind: ClassVar[str] = "curve"

    curve: Curve
    when: When | None = attrs.field(default=None, kw_only=True)
    better: Better | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        kind = getattr(self.curve, "kind", None)
        if kind == "as-is" or getattr(self.curve, "labels", None) is not None:
            raise SchemeError(Diagnostic("PS267", ("curve",), {"found": str(kind)}))

    def when_condition(self, setting: Setting) -> Condition | None:
        """The condition under which the rule acts, None for always; `setting` stands at the rule."""
        return condition_of(self.when, setting)

    def points_formula(self, points: Formula, setting: Setting) -> Formula:
        """The points by the curve."""
        # Thresholds and direction of an indicator are those of its value, not of its points.
        inner = attrs.evolve(setting.at("curve"), better=self.better, unit="points", own_label=None, thresholds={})
        return where(self.when, self.curve.formula(points, inner), points, setting)
