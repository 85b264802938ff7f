"""Curves of the oracle: the points of a value, case by case as the docstrings of the curves say."""

from __future__ import annotations

import itertools
from fractions import Fraction
from typing import Any

from oracle.arithmetic import Absence, Arithmetic, NoValue, strict
from perfscheme.nouns.curves.curves import Tier
from perfscheme.nouns.expressions import Call, Comparison, Figure, Logic, Name, Operation, Quoted, parse

Entry = tuple[Any, Fraction]
"""A level and its points."""


# Whether x is inside; and of two edges at one place, the nearer one first.
SIDES: dict[str, tuple[Any, int]] = {
    "from_": (lambda x, edge: x >= edge, 1), "above": (lambda x, edge: x > edge, 0),
    "to": (lambda x, edge: x <= edge, 1), "below": (lambda x, edge: x < edge, 0),
}  # fmt: skip


class Person:
    """What a curve may look at for one person: the record, the indicator, and its thresholds by name."""

    def __init__(self, scorer: Any, indicator: Any, thresholds: dict[str, Any]) -> None:
        self.scorer, self.thresholds, self.sums = scorer, thresholds, scorer.sums
        self.key, self.better, self.unit = indicator.id, indicator.better, indicator.unit

    def level(self, level: Any) -> Any:
        """A number, or a threshold's value."""
        return level if isinstance(level, Fraction) else self.thresholds[level]()


def points_of(curve: Any, x: Any, person: Person) -> Any:
    """The points of `x`, a number or an absence."""
    return _KINDS[curve.kind](curve, x, person)


def _ascending(entries: list[tuple[Any, Fraction]], person: Person, *, by_points: bool) -> list[tuple[Any, Fraction]]:
    """Level and points, in ascending order of level where all are numbers of the scheme; else as their points say."""
    fixed = [person.scorer.fixed_level(level, person) for level, _ in entries]
    if None not in fixed:
        return [entry for _, entry in sorted(zip(fixed, entries, strict=True), key=lambda pair: pair[0])]
    points = [value for _, value in entries]
    if not by_points or person.better is None or len(set(points)) == 1:
        return entries
    rising = points == sorted(points)
    return entries if rising == (person.better == "higher") else entries[::-1]


def _places(entries: list[Entry], x: Any, person: Person) -> tuple[Absence | None, list[Entry]]:
    """The levels as this person has them; they must ascend."""
    found = [(person.level(level), points) for level, points in entries]
    absence = strict(x, *(level for level, _ in found))
    if absence is None and any(a >= b for (a, _), (b, _) in itertools.pairwise(found)):
        raise NoValue
    return absence, found


def _linear(curve: Any, x: Any, person: Person) -> Any:
    entries = _ascending([(point.level, point.points) for point in curve.points], person, by_points=True)
    absence, knots = _places(entries, x, person)
    return absence or _interpolated(x, knots, curve.below, curve.above)


def _interpolated(x: Fraction, knots: list[tuple[Any, Fraction]], below: str, above: str) -> Fraction:
    for level, points in knots:
        if x == level:
            return points
    (first, low), (last, high) = knots[0], knots[-1]
    if x < first or x > last:
        how, end, pair = (below, low, knots[:2]) if x < first else (above, high, knots[-2:])
        if how != "extend":
            return end if how == "clamp" else Fraction(0)
    else:
        pair = next([a, b] for a, b in itertools.pairwise(knots) if a[0] < x < b[0])
    (a, p), (b, q) = pair
    return p + (q - p) * (x - a) / (b - a)


def _tiers(curve: Any, x: Any, person: Person) -> Any:
    if isinstance(curve.tiers[0], Tier):
        return _bands(curve, x, person)
    entries = _ascending([(tier.level, tier.points) for tier in curve.tiers], person, by_points=True)
    absence, places = _places(entries, x, person)
    if absence:
        return absence
    if (curve.edge or {"higher": "at-least", "lower": "at-most"}[person.better]) == "at-least":
        reached = [points for level, points in places if x >= level]
        return reached[-1] if reached else curve.otherwise
    reached = [points for level, points in places if x <= level]
    return reached[0] if reached else curve.otherwise


def _bands(curve: Any, x: Any, person: Person) -> Any:
    """Tiers with an edge each: of those that x is in, the one whose edge is nearest."""
    edges = []
    for tier in curve.tiers:
        side = next(side for side in SIDES if getattr(tier, side) is not None)
        edges.append((person.level(getattr(tier, side)), side, tier.points))
    if absence := strict(x, *(level for level, _, _ in edges)):
        return absence
    fixed = [person.scorer.fixed_level(getattr(t, s), person) for t, (_, s, _) in zip(curve.tiers, edges, strict=True)]
    points = [points for _, _, points in edges]
    known = [level for level in fixed if level is not None]
    falls = points[0] != points[-1] and (points[0] > points[-1]) == (person.better == "higher")
    falls = falls and person.better is not None
    if len(known) > 1 and known[0] != known[-1]:
        falls = known[0] > known[-1]
    if None in fixed:
        ordered = edges[::-1] if falls else edges
        for (a, first, _), (b, second, _) in itertools.pairwise(ordered):
            if a > b or (a == b and (first, second) not in (("from_", "above"), ("below", "to"))):
                raise NoValue
    inside = [(abs(x - level), SIDES[side][1], points) for level, side, points in edges if SIDES[side][0](x, level)]
    outermost = min(edges) if edges[0][1] in ("from_", "above") else max(edges)
    rest = outermost[2] if curve.otherwise is None else curve.otherwise
    return min(inside)[2] if inside else rest


def _rates(curve: Any, x: Any, person: Person) -> Any:
    entries = _ascending([(rate.level, rate.rate) for rate in curve.rates], person, by_points=False)
    absence, places = _places(entries, x, person)
    opening: Any = Fraction(0) if curve.opening is None else person.scorer.quantity(curve.opening, person.unit)
    absence = strict(absence, opening)
    if absence:
        return absence

    def paid(amount: Fraction) -> Fraction:
        total = Fraction(0)
        for i, (start, rate) in enumerate(places):
            end = places[i + 1][0] if i + 1 < len(places) else max(amount, start)
            total += rate * (max(start, min(amount, end)) - start)
        return total

    if curve.apply == "marginal":
        return paid(opening + x) - (Fraction(0) if curve.opening is None else paid(opening))
    reached = [rate for start, rate in places if opening + x >= start]
    return (reached[-1] if reached else 0) * x


def _ratio(curve: Any, x: Any, person: Person) -> Any:
    target = person.level(curve.target)
    base: Any = Fraction(0) if curve.baseline is None else person.level(curve.baseline)
    if absence := strict(x, target, base):
        return absence
    over, under = {
        "actual-over-target": (x, target), "two-minus-ratio": (x, target), "target-over-actual": (target, x),
        "from-baseline": (x - base, target - base),
    }[curve.form]  # fmt: skip
    if under == 0:
        if curve.when_zero is None:
            raise NoValue
        return curve.when_zero
    share = 2 - over / under if curve.form == "two-minus-ratio" else over / under
    return _within(curve.scale * share, curve.at_least, curve.at_most)


def _within(points: Fraction, low: Fraction | None, high: Fraction | None) -> Fraction:
    points = points if low is None else max(points, low)
    return points if high is None else min(points, high)


def _all_or_nothing(curve: Any, x: Any, person: Person) -> Any:
    target = person.level(curve.target)
    if absence := strict(x, target):
        return absence
    met = x >= target if person.better == "higher" else x <= target
    return curve.points if met else curve.otherwise


def _per_step(curve: Any, x: Any, person: Person) -> Any:
    edge = person.level(curve.from_)
    if absence := strict(x, edge):
        return absence
    points = curve.start
    for each_step, distance in ((curve.above, x - edge), (curve.below, edge - x)):
        if each_step is not None and distance > 0:
            steps = distance / curve.each
            if curve.steps == "whole":
                steps = Fraction(steps.numerator // steps.denominator)
            elif curve.steps == "begun":
                steps = Fraction(-(-steps.numerator // steps.denominator))
            points += each_step * steps
    return _within(points, curve.at_least, curve.at_most)


def _rating(curve: Any, x: Any, person: Person) -> Any:
    (a, b), (low, high) = curve.from_, curve.to
    return strict(x) or (x - a) / (b - a) * (high - low) + low


def _target_range(curve: Any, x: Any, person: Person) -> Any:
    places = [(level, curve.points) for level in dict.fromkeys(curve.best)]
    low, high = curve.zero
    places = ([(low, Fraction(0))] if low is not None else []) + places
    places += [(high, Fraction(0))] if high is not None else []
    absence, knots = _places(places, x, person)
    return absence or _interpolated(x, knots, "clamp", "clamp")


def _power(curve: Any, x: Any, person: Person) -> Any:
    if absence := strict(x):
        return absence
    distance = x - curve.origin if curve.side == "above" else curve.origin - x
    return curve.coefficient * person.sums.power(distance, curve.exponent) if distance > 0 else Fraction(0)


def _log(curve: Any, x: Any, person: Person) -> Any:
    if absence := strict(x):
        return absence
    (low, first), (high, last) = sorted((person.level(point.level), point.points) for point in curve.points)
    if x <= low or x >= high:
        return first if x <= low else last
    return first + (last - first) * person.sums.logarithm(x / low, high / low)


def _choice(curve: Any, x: Any, person: Person) -> Any:
    label = person.scorer.input(curve.by)
    if isinstance(label, Absence):
        return label
    return points_of(next(case.curve for case in curve.cases if case.label is label or case.label == label), x, person)


def _levels(curve: Any, x: Any, person: Person) -> Any:
    return x if isinstance(x, Absence) else next(known.points for known in curve.levels if known.label == x)


def _formula(curve: Any, x: Any, person: Person) -> Any:
    return _number(parse(curve.formula_), x, person)


class _Names:
    """What a formula that joins children may look at."""

    def __init__(self, scorer: Any, asked: dict[str, Any]) -> None:
        self.scorer, self.sums, self.thresholds = scorer, scorer.sums, asked


def joined(noun: Any, asked: dict[str, Any], scorer: Any) -> Any:
    """A formula over the points of children; a child on the side that an `if` does not take is never asked."""
    if noun.missing.kind == "zero":
        asked = {
            key: lambda ask=ask: Fraction(0) if (points := ask()) is Absence.MISSING else points
            for key, ask in asked.items()
        }
    return _number(parse(noun.formula_), None, _Names(scorer, asked))


def _number(tree: Any, x: Any, person: Any) -> Any:
    sums = person.sums
    match tree:
        case Figure(value=value):
            return value
        case Name(name=name):
            if name in ("x", "value") and x is not None:
                return x
            return person.thresholds[name]() if name in person.thresholds else person.scorer.input(name)
        case Call(function="if", arguments=(condition, then, other)):
            absence = strict(*(_number(name, x, person) for name in _names(condition)))
            return absence or _number(then if _holds(condition, x, person) else other, x, person)
        case Operation(sign=sign, left=left, right=right):
            a, b = _number(left, x, person), _number(right, x, person)
            if absence := strict(a, b):
                return absence
            if sign == "/" and sums.sign(b, Fraction(0)) == 0:
                raise NoValue
            return {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b,
                    "^": lambda: sums.power(a, b)}[sign]()  # fmt: skip
        case Call(function=function, arguments=arguments):
            found = [_number(argument, x, person) for argument in arguments]
            return strict(*found) or _call(function, found, sums)
    raise AssertionError(tree)


def _call(function: str, found: list[Fraction], sums: Arithmetic) -> Fraction:
    first = found[0]
    match function:
        case "min" | "max":
            for other in found[1:]:
                first = sums.least(first, other) if function == "min" else sums.greatest(first, other)
            return first
        case "abs":
            return abs(first)
        case "floor" | "ceil":
            return sums.rounded(first, Fraction(1), "floor" if function == "floor" else "ceiling")
        case "round":
            return sums.rounded(first, Fraction(1, 10 ** int(found[1] if found[1:] else 0)), "half-up")
        case "sqrt":
            return sums.power(first, Fraction(1, 2))
        case "ln" | "log10":
            return sums.logarithm(first, None if function == "ln" else Fraction(10))
    return sums.exponential(None, first)


def _holds(tree: Any, x: Any, person: Any) -> bool:
    match tree:
        case Name():
            return _number(tree, x, person) is True
        case (
            Comparison(sign=sign, left=Quoted(text=word), right=label)
            | Comparison(sign=sign, left=label, right=Quoted(text=word))
        ):
            return (_number(label, x, person) == word) == (sign == "==")
        case Comparison(sign=sign, left=left, right=right):
            order = person.sums.sign(_number(left, x, person), _number(right, x, person))
            return {
                "<": order < 0, "<=": order <= 0, ">": order > 0, ">=": order >= 0, "==": order == 0, "!=": order != 0,
            }[sign]  # fmt: skip
        case Logic(word="not", conditions=(inner,)):
            return not _holds(inner, x, person)
        case Logic(word=word, conditions=inner):
            return (all if word == "and" else any)(_holds(part, x, person) for part in inner)
    raise AssertionError(tree)


def _names(tree: Any) -> list[Name]:
    match tree:
        case Name():
            return [tree]
        case Operation(left=a, right=b) | Comparison(left=a, right=b):
            return [*_names(a), *_names(b)]
        case Call(arguments=parts) | Logic(conditions=parts):
            return [name for part in parts for name in _names(part)]
    return []


_KINDS = {
    "linear": _linear, "tiers": _tiers, "rates": _rates, "ratio": _ratio, "all-or-nothing": _all_or_nothing,
    "per-step": _per_step, "rating": _rating, "target-range": _target_range, "power": _power, "log": _log,
    "choice": _choice, "levels": _levels, "formula": _formula, "as-is": lambda curve, x, person: x,
}  # fmt: skip
