"""Places: the levels of a curve as formulas, in ascending order."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from fractions import Fraction

import attrs

from perfscheme.diagnostics import Diagnostic
from perfscheme.diagnostics.repeats import repeats
from perfscheme.formula.nodes import Const, Formula
from perfscheme.nouns.numbers import level, number
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.shapes import Level


@attrs.frozen
class Point:
    """A level of an indicator, and the points that belong to it.

    Args:
        level: a value in the indicator's unit, or the name of a threshold.
        points: on the scale of the scheme.
    """

    level: Level = attrs.field(converter=level)
    points: Fraction = attrs.field(converter=number)


def level_problems(levels: Sequence[Level], field: str) -> list[Diagnostic]:
    """What is wrong with written levels: there are none, or one stands there twice."""
    if not levels:
        return [Diagnostic("PS136", (field,))]
    return [Diagnostic("PS137", (field, i), {"first": place, "second": place}) for i, place in repeats(levels)]


def ascending(points: Sequence[Point], setting: Setting, field: str) -> list[tuple[Formula, Fraction]]:
    """Places and points, places ascending; empty where that cannot be (and is reported).

    Fixed places are put in order. Where a threshold is given per person, the order is seen from the points:
    they rise with the value where higher is better, and fall where lower is; else it is the order as written.

    Args:
        points: the levels with their points, in any order.
        setting: of the curve.
        field: the field that holds `points`.
    """
    before = len(setting.problems)
    found = [(setting.level(point.level, field, i), point) for i, point in enumerate(points)]
    if len(setting.problems) > before:
        return []
    fixed = [(place.value, place, point) for place, point in found if isinstance(place, Const)]
    if len(fixed) == len(found):
        fixed.sort(key=lambda entry: entry[0])
        for (a, _, first), (b, _, second) in itertools.pairwise(fixed):
            if a == b:
                setting.report("PS137", field, points.index(second), first=first.level, second=second.level)
                return []
        ordered: list[tuple[Formula, Fraction]] = [(place, point.points) for _, place, point in fixed]
    else:
        ordered = _by_points([(place, point.points) for place, point in found], setting)
        values = [place.value for place, _ in ordered if isinstance(place, Const)]
        if any(a >= b for a, b in itertools.pairwise(values)):
            ordered = []
        if not ordered:
            setting.report("PS138", field)
    return ordered


def _by_points(found: list[tuple[Formula, Fraction]], setting: Setting) -> list[tuple[Formula, Fraction]]:
    values = [points for _, points in found]
    rising = all(a <= b for a, b in itertools.pairwise(values))
    falling = all(a >= b for a, b in itertools.pairwise(values))
    if setting.better is None or (rising and falling):
        return found
    if not (rising or falling):
        return []
    return found if rising == (setting.better == "higher") else found[::-1]
