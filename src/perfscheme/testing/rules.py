"""Rules: strategies for conditions and for the rules on items, dimensions, totals and grades."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Literal

from hypothesis import strategies as st

from perfscheme.diagnostics import figure
from perfscheme.nouns import conditions as when
from perfscheme.nouns.curves import curves as curves
from perfscheme.nouns.inputs import Better, NumberInput
from perfscheme.nouns.rules import rules as kinds
from perfscheme.testing.figures import Ends, ascending, decimals
from perfscheme.testing.surroundings import Surroundings, among, quantities

_RELATIONS = ("at_least", "above", "at_most", "below", "equals")
_ANSWERS: tuple[when.IfMissing | None, ...] = ("holds", "fails")
_EDGES: tuple[Literal["at-least", "at-most"], ...] = ("at-least", "at-most")
_BELOW: tuple[Literal["zero", "extend"], ...] = ("zero", "extend")
_BETTER: tuple[Better, ...] = ("higher", "lower")
_HOLDS = st.sampled_from(_ANSWERS)


def _relation(draw: st.DrawFn, around: Surroundings, ends: Ends, *, personal: bool = False) -> dict[str, Any]:
    size = quantities(around, ends) if personal else decimals(*ends)
    return {draw(st.sampled_from(_RELATIONS)): draw(size)}


def _span(spec: NumberInput) -> Ends:
    low, high = spec.valid
    first = Fraction(0) if low is None else low
    return first, (first + 100 if high is None else high)


@st.composite
def conditions(draw: st.DrawFn, around: Surroundings, *, total: bool = False, depth: int = 1) -> Any:
    """A condition of any kind on what is there already.

    Args:
        draw: given by Hypothesis.
        around: what it may refer to.
        total: it may be one on the total.
        depth: how deep conditions stand in others.
    """
    sorts = ["number"] if around.numbers else []
    sorts += ["label", "label"] if around.labels else []
    sorts += ["points", "state"] if around.points else []
    sorts += ["met", "count"] if around.met else []
    sorts += ["total", "total"] if total else []
    sorts += ["all", "any", "not"] if depth and sorts else []
    if not sorts:
        around.inputs.append(NumberInput(around.name("only"), "count"))
        sorts = ["number"]
    inner = conditions(around, total=total, depth=depth - 1)
    match draw(st.sampled_from(sorts)):
        case "number":
            spec = draw(st.sampled_from(around.numbers))
            written = _relation(draw, around, _span(spec))
            return when.InputIs(spec.key, **written, if_missing=draw(_HOLDS))
        case "label":
            label = draw(st.sampled_from(around.labels))
            if draw(st.booleans()):
                return when.InputIs(label.key, is_=draw(st.sampled_from(label.labels)), if_missing=draw(_HOLDS))
            some = draw(st.lists(st.sampled_from(label.labels), min_size=1, max_size=2, unique=True))
            return when.InputIs(label.key, is_any=tuple(some), if_missing=draw(_HOLDS))
        case "points":
            written = _relation(draw, around, around.scale, personal=True)
            return when.PointsIs(draw(st.sampled_from(around.points)), **written, if_missing=draw(_HOLDS))
        case "state":
            names = [*around.points, *(spec.key for spec in around.inputs)]
            sort = draw(st.sampled_from((when.IsMissing, when.IsNotApplicable)))
            return sort(draw(st.sampled_from(names)))
        case "met":
            return when.ThresholdMet(*draw(st.sampled_from(around.met)), if_missing=draw(_HOLDS))
        case "count":
            name = draw(st.sampled_from(around.met))[1]
            having = [key for key, threshold in around.met if threshold == name]
            of: Any = "all" if total and draw(st.booleans()) else draw(among(having))
            relation = {draw(st.sampled_from(_RELATIONS)): draw(st.integers(0, len(having)))}
            return when.CountMet(name, of, **relation, if_missing=draw(_HOLDS))
        case "total":
            return when.TotalIs(when.Bound(**_relation(draw, around, around.scale)), if_missing=draw(_HOLDS))
        case "all":
            return when.AllOf(draw(st.lists(inner, min_size=1, max_size=2)))
        case "any":
            return when.AnyOf(draw(st.lists(inner, min_size=1, max_size=2)))
    return when.NotThat(draw(inner))


@st.composite
def _per(draw: st.DrawFn, around: Surroundings, ends: Ends) -> kinds.Per:
    if not around.numbers:
        around.inputs.append(NumberInput(around.name("only"), "count"))
    spec = draw(st.sampled_from(around.numbers))
    low, high = _span(spec)
    return kinds.Per(
        spec.key, draw(st.sampled_from([(high - low) / n for n in (3, 10, 20)])), draw(decimals(0, ends[1])),
        draw(st.sampled_from(("whole", "begun", "proportional"))), from_=draw(decimals(low, high)),
        counting=draw(st.sampled_from(("up", "down"))),
        default=draw(st.one_of(st.none(), decimals(low, high))),
    )  # fmt: skip


@st.composite
def _scales(draw: st.DrawFn, around: Surroundings) -> Any:
    """A curve from points to points."""
    places = draw(ascending(around.scale, 2, 4))
    points = sorted(draw(st.lists(decimals(*around.scale), min_size=len(places) + 1, max_size=len(places) + 1)))
    match draw(st.integers(0, 2)):
        case 0:
            return curves.Linear(list(zip(places, points, strict=False)), below=draw(st.sampled_from(_BELOW)))
        case 1:
            return curves.Tiers(
                list(zip(places, points[1:], strict=True)), otherwise=points[0], edge=draw(st.sampled_from(_EDGES))
            )
    return curves.Expression(f"if(x > {figure(places[0])}, x * 3 / 7, {figure(places[1])} - x)")


@st.composite
def points_rule(draw: st.DrawFn, around: Surroundings, *, total: bool = False) -> Any:
    """A rule that acts on points."""
    condition = conditions(around, total=total)
    sometimes = draw(condition) if draw(st.integers(0, 3)) else None
    low, high = around.scale
    step = (Fraction(0), (high - low) / 5)
    match draw(st.integers(0, 7)):
        case 0:
            return kinds.Veto(draw(condition), points=draw(decimals(low, high)))
        case 1:
            return kinds.Cap(draw(quantities(around, around.scale)), when=sometimes)
        case 2:
            return kinds.Floor(draw(quantities(around, around.scale)), when=sometimes)
        case 3:
            limits: list[Any] = sorted(draw(st.lists(decimals(low, high), min_size=2, max_size=2)))
            kept = [limit if draw(st.booleans()) else None for limit in limits]
            by = draw(quantities(around, (Fraction(1, 2), Fraction(3, 2))))
            return kinds.Multiplier(by, when=sometimes, at_least=kept[0], at_most=kept[1])
        case 4:
            return kinds.Conversion(draw(_scales(around)), when=sometimes, better=draw(st.sampled_from(_BETTER)))
    sort = draw(st.sampled_from((kinds.Bonus, kinds.Deduction)))
    most = draw(quantities(around, step)) if draw(st.booleans()) else None
    if draw(st.booleans()):
        return sort(per=draw(_per(around, step)), at_most=most, when=sometimes)
    return sort(points=draw(quantities(around, step)), at_most=most, when=sometimes)


@st.composite
def points_rules(draw: st.DrawFn, around: Surroundings, *, once_in: int, total: bool = False) -> list[Any]:
    """Mostly none; else one or two."""
    if draw(st.integers(0, once_in - 1)):
        return []
    return draw(st.lists(points_rule(around, total=total), min_size=1, max_size=2))


@st.composite
def child_rule(draw: st.DrawFn, around: Surroundings, children: Sequence[str], *, low: Fraction) -> Any:
    """A rule that a dimension has for its children; base points are `low` at least."""
    condition = draw(conditions(around))
    if draw(st.booleans()):
        return kinds.LeaveOut(condition, draw(among(children)))
    ends = (low, max(low + 1, around.scale[1]))
    free = draw(among(children)) if draw(st.booleans()) else []
    if draw(st.booleans()):
        return kinds.BasePoints(condition, base=draw(quantities(around, ends)), except_=free)
    bases = [(child, draw(quantities(around, ends))) for child in children if child not in free]
    return kinds.BasePoints(condition, base=None if bases else draw(decimals(*ends)), bases=bases, except_=free)


@st.composite
def grade_rule(draw: st.DrawFn, around: Surroundings, names: Sequence[str]) -> Any:
    """A rule on the grade, with conditions that may be on the total.

    Args:
        draw: given by Hypothesis.
        around: what it may refer to.
        names: of the grades, best first.
    """
    condition = draw(conditions(around, total=True))
    name = st.sampled_from(list(names))
    match draw(st.integers(0, 3)):
        case 0:
            return kinds.Veto(condition, grade=draw(name))
        case 1:
            return kinds.Veto(condition, grade_at_most=draw(name))
        case 2:
            return kinds.Veto(condition, points=draw(decimals(*around.scale)), grade=draw(name))
    best, worst = sorted(draw(st.lists(st.integers(0, len(names) - 1), min_size=2, max_size=2)))
    sides = draw(st.sampled_from(((True, True), (True, False), (False, True))))
    return kinds.GradeLimit(
        condition, at_most=names[best] if sides[0] else None, at_least=names[worst] if sides[1] else None
    )
