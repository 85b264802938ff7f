"""Bonuses and deductions: rules that add points or take them away, at once or per step of an input."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, Literal, TypeAlias

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.nodes import Condition, Formula, Mode, Round, default, greatest, least, linear, product
from perfscheme.nouns.conditions import When
from perfscheme.nouns.inputs import NumberInput
from perfscheme.nouns.numbers import number, number_or_none
from perfscheme.nouns.quantities import Quantity, quantity, quantity_or_none, state
from perfscheme.nouns.rules.stages import condition_of, unless_not_applicable, where
from perfscheme.nouns.setting import Setting

Steps: TypeAlias = Literal["whole", "begun", "proportional"]

_ROUNDED: dict[Steps, Mode] = {"whole": "floor", "begun": "ceiling"}


@attrs.frozen
class Per:
    """So many points for each so much of an input.

    Args:
        input: key of the number input.
        each: the size of a step, in the input's unit, above 0.
        points: for each step.
        steps: `whole`: only complete steps count; `begun`: a step counts once it is begun; `proportional`: exactly.
        from_: where counting begins; an input on the other side of it counts no steps.
        counting: `up`: steps above `from_`; `down`: steps below it.
        default: the value of the input for a person for whom it is missing; None: then the points are missing too.

    Raises:
        SchemeError: `each` is not above 0 (PS258).
    """

    input: str
    each: Fraction = attrs.field(converter=number)
    points: Quantity = attrs.field(converter=quantity)
    steps: Steps
    from_: Quantity = attrs.field(default=Fraction(0), converter=quantity, kw_only=True)
    counting: Literal["up", "down"] = attrs.field(default="up", kw_only=True)
    default: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.each <= 0:
            raise SchemeError(Diagnostic("PS258", ("each",), {"found": self.each}))

    def formula(self, setting: Setting) -> Formula:
        """The points for all steps; `setting` stands at this noun."""
        x = setting.number(self.input, "input")
        if self.default is not None:
            x = default(x, self.default)
        spec = setting.inputs.get(self.input)
        start = state(self.from_, setting, "from", unit=spec.unit if isinstance(spec, NumberInput) else None)
        sign = 1 if self.counting == "up" else -1
        steps = greatest(linear((sign / self.each, x), (-sign / self.each, start)), 0)
        if self.steps != "proportional":
            steps = Round(steps, Fraction(1), _ROUNDED[self.steps])
        return product(steps, state(self.points, setting, "points"))


@attrs.frozen(kw_only=True)
class _Change:
    """What both rules say: an amount, its limit, and when."""

    kind: ClassVar[str]
    sign: ClassVar[int]

    points: Quantity | None = attrs.field(default=None, converter=quantity_or_none)
    per: Per | None = None
    at_most: Quantity | None = attrs.field(default=None, converter=quantity_or_none)
    when: When | None = None

    def __attrs_post_init__(self) -> None:
        if problems := _problems(self.kind, self.points, self.per, self.at_most):
            raise SchemeError(problems)

    def when_condition(self, setting: Setting) -> Condition | None:
        """The condition under which the rule acts, None for always; `setting` stands at the rule."""
        return condition_of(self.when, setting)

    def points_formula(self, points: Formula, setting: Setting) -> Formula:
        """The points with the amount or without it; absent points stay absent."""
        amount = _amount(self.kind, self.points, self.per, self.at_most, setting)
        changed = linear((1, points), (self.sign, amount))
        return where(self.when, unless_not_applicable(amount, changed, points), points, setting)


@attrs.frozen(kw_only=True)
class Bonus(_Change):
    """Points on top.

    Where the amount is not applicable to a person nothing changes; where it is missing, so are the points.

    Args:
        points: the amount; or else `per`.
        per: an amount for each step of an input.
        at_most: the limit of the amount.
        when: only where this holds; None: always.

    Raises:
        SchemeError: both or none of `points` and `per` (PS256, PS257); a negative amount or limit (PS259).
    """

    kind: ClassVar[str] = "bonus"
    sign: ClassVar[int] = 1


@attrs.frozen(kw_only=True)
class Deduction(_Change):
    """Points taken away; fields as for `Bonus`, the amount is written without a sign.

    The result may fall below 0: a `floor` after it says where it stops.
    """

    kind: ClassVar[str] = "deduction"
    sign: ClassVar[int] = -1


def _problems(kind: str, points: Quantity | None, per: Per | None, at_most: Quantity | None) -> list[Diagnostic]:
    problems = []
    if (points is None) == (per is None):
        problems.append(Diagnostic("PS256" if points is None else "PS257", (), {"kind": kind}))
    if per is not None and isinstance(per.points, Fraction) and per.points < 0:
        problems.append(Diagnostic("PS259", ("per", "points"), {"found": per.points, "kind": kind}))
    for key, figure in (("points", points), ("at-most", at_most)):
        if isinstance(figure, Fraction) and figure < 0:
            problems.append(Diagnostic("PS259", (key,), {"found": figure, "kind": kind}))
    return problems


def _amount(kind: str, points: Quantity | None, per: Per | None, at_most: Quantity | None, setting: Setting) -> Formula:
    if per is not None:
        key, amount = "per", per.formula(setting.at("per"))
    else:
        key, amount = "points", state(points if points is not None else Fraction(0), setting, "points")
    if at_most is not None:
        amount = least(amount, state(at_most, setting, "at-most"))
    reach = Analysis().range(amount)
    if reach is not None and reach.low < 0:
        setting.report("PS260", key, kind=kind)
    return amount
