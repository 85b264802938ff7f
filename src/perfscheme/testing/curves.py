"""Curves: strategies for every kind of curve over a given sort of values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, Literal, TypeAlias

import attrs
from hypothesis import strategies as st

from perfscheme.formula.build import Outside
from perfscheme.nouns.curves import curves as kinds
from perfscheme.nouns.inputs import Better
from perfscheme.nouns.units import Range, UnitName
from perfscheme.testing.figures import Ends, ascending, decimals
from perfscheme.testing.surroundings import Surroundings, quantities


@attrs.frozen
class Subject:
    """The values that a curve is drawn for.

    Args:
        unit, range, better: of the indicator.
        ends: where levels are drawn.
        thresholds: by name, whether the value is fixed; from the least demanding on.
    """

    unit: UnitName
    range: Range | None
    ends: Ends
    better: Better | None
    thresholds: Mapping[str, bool] = attrs.Factory(dict)

    @property
    def low(self) -> Fraction | None:
        """The lowest value that can be handed in."""
        if self.range is not None:
            return self.range[0]
        return None if self.unit in ("number", "points", "currency") else Fraction(0)


_OUTSIDE: tuple[Outside, ...] = ("clamp", "clamp", "zero", "extend")
_APPLY: tuple[Literal["marginal", "whole"], ...] = ("marginal", "whole")
_FORMS: tuple[Literal["actual-over-target", "target-over-actual", "two-minus-ratio", "from-baseline"], ...] = (
    "actual-over-target", "target-over-actual", "two-minus-ratio", "from-baseline",
)  # fmt: skip
_SIDES: tuple[Literal["above", "below"], ...] = ("above", "below")
_EDGES: tuple[Literal["at-least", "at-most"], ...] = ("at-least", "at-most")
Maker: TypeAlias = Callable[[st.DrawFn, Surroundings, Subject], Any]


def _points(draw: st.DrawFn, around: Surroundings, count: int) -> list[Fraction]:
    return draw(st.lists(decimals(*around.scale), min_size=count, max_size=count))


def _level(draw: st.DrawFn, subject: Subject) -> Fraction | str:
    if draw(st.booleans()) and subject.thresholds:
        return draw(st.sampled_from(list(subject.thresholds)))
    return draw(decimals(*subject.ends))


def _linear(draw: st.DrawFn, around: Surroundings, subject: Subject) -> Any:
    if draw(st.booleans()) and subject.thresholds:
        names = list(subject.thresholds)
        points = sorted(_points(draw, around, len(names)))
        return kinds.Linear(list(zip(names, points, strict=True)))
    levels = draw(ascending(subject.ends, 1, 5))
    sides = [draw(st.sampled_from(_OUTSIDE if len(levels) > 1 else _OUTSIDE[:3])) for _ in range(2)]
    return kinds.Linear(
        list(zip(levels, _points(draw, around, len(levels)), strict=True)), below=sides[0], above=sides[1]
    )


def _tiers(draw: st.DrawFn, around: Surroundings, subject: Subject) -> Any:
    if draw(st.booleans()) and subject.thresholds and subject.better:
        rest, *points = sorted(_points(draw, around, len(subject.thresholds) + 1))
        return kinds.Tiers(list(zip(subject.thresholds, points, strict=True)), otherwise=rest)
    levels = draw(ascending(subject.ends, 1, 5))
    if draw(st.integers(0, 2)) == 0:
        return _edged(draw, around, subject, levels)
    if subject.better is None or draw(st.booleans()):
        points = _points(draw, around, len(levels) + 1)
        edge = draw(st.sampled_from(_EDGES))
        return kinds.Tiers(list(zip(levels, points, strict=False)), otherwise=points[-1], edge=edge)
    rest, *points = sorted(_points(draw, around, len(levels) + 1), reverse=draw(st.integers(0, 9)) == 0)
    ordered = levels if subject.better == "higher" else levels[::-1]
    return kinds.Tiers(list(zip(ordered, points, strict=True)), otherwise=rest)


def _edged(draw: st.DrawFn, around: Surroundings, subject: Subject, levels: list[Fraction]) -> Any:
    """Tiers with an edge each; where an edge differs by person, only one, so that none can be out of order."""
    sides = draw(st.sampled_from((("from_", "above"), ("to", "below"))))
    places: list[Fraction | str] = [*levels]
    if subject.thresholds and draw(st.integers(0, 3)) == 0:
        places = [draw(st.sampled_from(list(subject.thresholds)))]
    points = _points(draw, around, len(places) + 1)
    edges: list[dict[str, Any]] = [{draw(st.sampled_from(sides)): place} for place in places]
    if len(edges) == 1 and draw(st.booleans()):
        first, second = ("from_", "above") if "above" in sides else ("below", "to")
        edges, points = [{first: places[0]}, {second: places[0]}], [points[0], *points]
    tiers = [kinds.Tier(x, **edge) for x, edge in zip(points, edges, strict=False)]
    return kinds.Tiers(tiers[::-1] if draw(st.booleans()) else tiers, otherwise=points[-1])


def _rates(draw: st.DrawFn, around: Surroundings, subject: Subject) -> Any:
    levels = draw(ascending(subject.ends, 1, 4))
    rates = draw(st.lists(decimals(-1, 3, (1, 2, 3)), min_size=len(levels), max_size=len(levels)))
    opening = None
    if draw(st.integers(0, 2)) == 0:
        opening = draw(quantities(around, subject.ends, personal=subject.unit == "points"))
    apply = draw(st.sampled_from(_APPLY))
    return kinds.Rates(list(zip(levels, rates, strict=True)), apply, opening=opening)


def _ratio(draw: st.DrawFn, around: Surroundings, subject: Subject) -> Any:
    low, high = subject.ends
    limits = sorted(_points(draw, around, 2))
    at_least = draw(st.sampled_from((None, limits[0])))
    at_most = draw(st.sampled_from((None, limits[1])))
    scale = around.scale[1] or Fraction(-5)
    zero = draw(decimals(*around.scale))
    names = [name for name, fixed in subject.thresholds.items() if fixed or subject.ends[0] >= 0]
    form = draw(st.sampled_from(_FORMS))
    if form == "from-baseline":
        base, target = draw(ascending(subject.ends, 2, 2))
        if draw(st.booleans()):
            base, target = target, base
        return kinds.Ratio(form, target, baseline=base, scale=scale, at_least=at_least, at_most=at_most)
    if form == "target-over-actual" and (subject.low is None or subject.low < 0):
        form = "actual-over-target"
    if names and low >= 0 and draw(st.booleans()):
        return kinds.Ratio(
            form, names[-1], baseline=None, scale=scale, at_least=at_least, at_most=at_most, when_zero=zero
        )
    # Fixed figures of which none is zero or below; 7 makes thirds of everything.
    target = draw(st.one_of(decimals(max(low, Fraction(1, 10)), max(high, Fraction(7))), st.just(Fraction(7))))
    when_zero = zero if form == "target-over-actual" else None
    return kinds.Ratio(
        form, target, baseline=None, scale=scale, at_least=at_least, at_most=at_most, when_zero=when_zero
    )


def _all_or_nothing(draw: st.DrawFn, around: Surroundings, subject: Subject) -> Any:
    points, otherwise = _points(draw, around, 2)
    if subject.better is None:
        return _tiers(draw, around, subject)
    return kinds.AllOrNothing(_level(draw, subject), points=points, otherwise=otherwise)


def _per_step(draw: st.DrawFn, around: Surroundings, subject: Subject) -> Any:
    low, high = subject.ends
    each = draw(st.sampled_from([(high - low) / n for n in (2, 3, 10, 20)]))
    sides = draw(st.sampled_from(((True, False), (False, True), (True, True))))
    step = (around.scale[1] - around.scale[0]) / 10
    above, below = (draw(decimals(-step, step, (0, 1, 2, 3))) if side else None for side in sides)
    limits = sorted(_points(draw, around, 2))
    return kinds.PerStep(
        draw(decimals(*around.scale)), _level(draw, subject), each,
        draw(st.sampled_from(("whole", "begun", "proportional"))), above=above, below=below,
        at_least=draw(st.sampled_from((None, limits[0]))), at_most=draw(st.sampled_from((None, limits[1]))),
    )  # fmt: skip


def _rating(draw: st.DrawFn, around: Surroundings, subject: Subject) -> Any:
    ends = subject.range or (None, None)
    if subject.range is None and subject.unit == "percent":
        ends = (Fraction(0), Fraction(100))
    if ends[0] is None or ends[1] is None:
        return _linear(draw, around, subject)
    first, last = (ends[1], ends[0]) if draw(st.booleans()) else (ends[0], ends[1])
    low, high = _points(draw, around, 2)
    return kinds.Rating((first, last), (low, high))


def _target_range(draw: st.DrawFn, around: Surroundings, subject: Subject) -> Any:
    low, first, last, high = draw(ascending(subject.ends, 4, 4))
    if draw(st.booleans()):
        last = first
    zero = draw(st.sampled_from(((low, high), (None, high), (low, None))))
    return kinds.TargetRange((first, last), zero, points=draw(decimals(*around.scale)))


def _power(draw: st.DrawFn, around: Surroundings, subject: Subject) -> Any:
    exponent = draw(st.sampled_from([Fraction(n) for n in ("1", "2", "0.5", "1.81", "3", "1/3")]))
    coefficient = draw(decimals(1, 20, (0, 1, 2))) / 100
    side = draw(st.sampled_from(_SIDES))
    return kinds.PowerLaw(coefficient, draw(decimals(*subject.ends)), exponent, side)


def _log(draw: st.DrawFn, around: Surroundings, subject: Subject) -> Any:
    low = max(subject.ends[0], Fraction(1, 10))
    levels = draw(ascending((low, max(subject.ends[1], low + 1)), 2, 2))
    return kinds.Logarithmic(list(zip(levels, _points(draw, around, 2), strict=True)))


_TEXTS = (
    "x", "2 * x - 3", "max(0, 100 - 2 * x)", "min(100, x / 3)", "round(x / 7, 1)", "abs(x - 50)",
    "floor(x) + ceil(x / 2)", "if(x >= 50, 100, x * 2)", "if(x > 20 and not x == 30 or x < 1, 5, x / 9)",
    "100 * x / (abs(x) + 1)", "(x - 20) ^ 2 / 100", "100 / x", "sqrt(abs(x))", "ln(abs(x) + 1)",
    "10 ^ min(1, x / 100)", "log10(x)", "if(x != 0, 10 / x, 0)", "value ^ 0.5",
)  # fmt: skip
_WITH_NAME = (
    "if(x >= {0}, 100, 100 * x / ({0} + 1))", "min(x, {0})", "x - {0}", "if({0} > x, {0}, 0)", "max(x, {0}) / 3",
)  # fmt: skip


_BY_LABEL = ("if({0}, x, 100 - x)", "if(not {0} and x > 20, 5, x / 9)", "if(x > 50 or {0}, 100, if({0}, 1, x))")


def _formula(draw: st.DrawFn, around: Surroundings, subject: Subject) -> Any:
    names = list(subject.thresholds)
    if around.labels and draw(st.integers(0, 3)) == 0:
        label = draw(st.sampled_from(around.labels))
        word = label.labels[0]
        test = f"{label.key} != '{word}'" if isinstance(word, str) else label.key
        return kinds.Expression(draw(st.sampled_from(_BY_LABEL)).format(test))
    if draw(st.booleans()) and names:
        return kinds.Expression(draw(st.sampled_from(_WITH_NAME)).format(draw(st.sampled_from(names))))
    return kinds.Expression(draw(st.sampled_from(_TEXTS)))


def _as_is(draw: st.DrawFn, around: Surroundings, subject: Subject) -> Any:
    return kinds.AsIs()


def _choice(draw: st.DrawFn, around: Surroundings, subject: Subject) -> Any:
    if not around.labels:
        return _linear(draw, around, subject)
    label = draw(st.sampled_from(around.labels))
    simple = st.sampled_from((_linear, _tiers, _per_step, _ratio, _as_is))
    return kinds.Choice(label.key, [(case, draw(simple)(draw, around, subject)) for case in label.labels])


_MAKERS: tuple[Maker, ...] = (
    _linear, _linear, _linear, _tiers, _tiers, _rates, _ratio, _all_or_nothing, _per_step, _rating,
    _target_range, _power, _log, _formula, _as_is, _choice,
)  # fmt: skip


@st.composite
def curves(draw: st.DrawFn, around: Surroundings, subject: Subject) -> Any:
    """A curve of any kind that reads a number; levels of labels belong to an indicator, see there."""
    return draw(st.sampled_from(_MAKERS))(draw, around, subject)
