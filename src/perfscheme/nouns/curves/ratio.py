"""Ratio: how far a target is achieved, by a named formula."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, Literal

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, Text
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.nodes import (
    Compare,
    Const,
    Every,
    Formula,
    If,
    clamp,
    formula,
    linear,
    present,
    product,
    quotient,
)
from perfscheme.nouns.numbers import level, level_or_none, number, number_or_none
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.shapes import Level

VALUE = Text(zh="指标的数值", en="value")
TARGET = Text(zh="目标值", en="target")


@attrs.frozen
class Ratio:
    """Achievement of a target (比率法), times `scale`, within limits.

    The ways for values of which less is better agree only at the target: at twice the target,
    `target-over-actual` gives half of `scale` and `two-minus-ratio` gives 0. So the form is always named.

    Args:
        form: `actual-over-target` (A/T), `target-over-actual` (T/A), `two-minus-ratio` (2 - A/T), or
            `from-baseline`, (A - B)/(T - B), which works for both directions and any sign.
        target: the level that gives `scale`.
        baseline: the level that gives 0; for `from-baseline` only.
        scale: points at the target.
        at_least: lower limit of the points, None for none.
        at_most: upper limit of the points, None for none.
        when_zero: points where the divisor is zero; to be written exactly where it can be.

    Raises:
        SchemeError: a baseline is missing or too much, or the limits leave nothing.

    >>> from perfscheme.formula.exact import Evaluation
    >>> from perfscheme.formula.nodes import Input
    >>> x, setting = Input("hours", Fraction(1)), Setting({}, [])
    >>> curves = Ratio("target-over-actual", 24), Ratio("two-minus-ratio", 24)
    >>> [str(Evaluation({"hours": Fraction(48)})(curve.formula(x, setting))) for curve in curves]
    ['50', '0']
    """

    kind: ClassVar[str] = "ratio"

    form: Literal["actual-over-target", "target-over-actual", "two-minus-ratio", "from-baseline"]
    target: Level = attrs.field(default="target", converter=level)
    baseline: Level | None = attrs.field(default=None, converter=level_or_none, kw_only=True)
    scale: Fraction = attrs.field(default=Fraction(100), converter=number, kw_only=True)
    at_least: Fraction | None = attrs.field(default=Fraction(0), converter=number_or_none, kw_only=True)
    at_most: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    when_zero: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)

    def __attrs_post_init__(self) -> None:
        problems = []
        if self.form == "from-baseline" and self.baseline is None:
            problems.append(Diagnostic("PS145", ("baseline",)))
        if self.form != "from-baseline" and self.baseline is not None:
            problems.append(Diagnostic("PS146", ("baseline",), {"form": self.form}))
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            problems.append(Diagnostic("PS147", ("at-least",), {"low": self.at_least, "high": self.at_most}))
        if problems:
            raise SchemeError(problems)

    def formula(self, x: Formula, setting: Setting) -> Formula:
        """Points of the value `x`."""
        before = len(setting.problems)
        target = setting.level(self.target, "target")
        base = formula(0) if self.baseline is None else setting.level(self.baseline, "baseline")
        if len(setting.problems) > before:
            return target
        match self.form:
            case "target-over-actual":
                over, under = target, x
            case "from-baseline":
                over, under = linear((1, x), (-1, base)), linear((1, target), (-1, base))
            case _:
                over, under = x, target
        may_be_zero = self._check_divisor(under, setting)
        share = quotient(over, under)
        if self.form == "two-minus-ratio":
            share = linear((-1, share), constant=2)
        points = clamp(product(self.scale, share), self.at_least, self.at_most)
        if not may_be_zero or self.when_zero is None:
            return points
        return If(Every((present(over), Compare(under, "equals", formula(0)))), Const(self.when_zero), points)

    def _check_divisor(self, under: Formula, setting: Setting) -> bool:
        """Whether the divisor can be zero; reports what is not said about that, and a sign that can turn."""
        if isinstance(under, Const) and under.value == 0:
            setting.report("PS144", "target", form=self.form)
            return True
        found = Analysis().range(under)
        what = VALUE if self.form == "target-over-actual" else TARGET
        if found is None:
            return False
        may_be_zero = found.low <= 0 <= found.high
        if self.form != "from-baseline" and found.low < 0:
            setting.report("PS143", "form", form=self.form, what=what)
        elif may_be_zero and self.when_zero is None:
            setting.report("PS142", form=self.form, what=what)
        elif not may_be_zero and self.when_zero is not None:
            setting.report("PS148", "when-zero", severity="warning", what=what)
        return may_be_zero
