"""Compositions: the strategy for whole valid schemes, of every noun that the library has."""

from __future__ import annotations

from typing import Any

from hypothesis import reject
from hypothesis import strategies as st

from perfscheme.diagnostics import SchemeError
from perfscheme.nouns.grades import Grade
from perfscheme.scheme import Scheme
from perfscheme.testing.dimensions import dimensions
from perfscheme.testing.figures import ascending, decimals, total_roundings
from perfscheme.testing.rules import grade_rule, points_rules
from perfscheme.testing.surroundings import Surroundings, surroundings

_NAMES = ("S", "A", "B", "C", "D")


@st.composite
def _grades(draw: st.DrawFn, around: Surroundings) -> list[Grade]:
    """None, or a ladder from best to worst, for totals of which the high or the low ones are good."""
    if draw(st.integers(0, 3)) == 0:
        return []
    bounds = draw(ascending(around.scale, 1, 4))
    higher = draw(st.integers(0, 3)) > 0
    if higher:
        bounds.reverse()
    sides = ("from_", "from_", "above") if higher else ("to", "to", "below")
    coefficients: list[Any] = [None] * (len(bounds) + 1)
    if draw(st.booleans()):
        coefficients = draw(st.lists(decimals(0, 2, (1,)), min_size=len(coefficients), max_size=len(coefficients)))
    found = []
    for name, bound, coefficient in zip(_NAMES, bounds, coefficients, strict=False):
        written: dict[str, Any] = {draw(st.sampled_from(sides)): bound}
        found.append(Grade(name, coefficient=coefficient, **written))
    found.append(Grade(_NAMES[len(found)], coefficient=coefficients[-1]))
    if draw(st.integers(0, 3)) == 0:
        found.insert(draw(st.integers(0, len(found))), Grade("X", by_rule=True, coefficient=coefficients[0]))
    return found


@st.composite
def schemes(draw: st.DrawFn, *, depth: int = 2) -> Scheme:
    """A valid scheme: a ragged tree of curves, aggregations, policies, rules, roundings and grades of all kinds.

    Args:
        draw: given by Hypothesis.
        depth: how many levels of dimensions there may be below the root.
    """
    around = draw(surroundings())
    root = draw(dimensions(around, "score", depth=depth))
    grades: list[Grade] = draw(_grades(around))
    rules = draw(points_rules(around, once_in=2, total=True))
    graded: bool = draw(st.booleans())
    if grades and graded:
        rules = [*rules, draw(grade_rule(around, [grade.grade for grade in grades]))]
    rounding = draw(total_roundings()) if draw(st.integers(0, 3)) else None
    low, high = around.scale
    scale = draw(st.sampled_from([None, None, (low, high), (None, high), (low - 1, 10 * high + 1)]))
    parts: dict[str, Any] = {"inputs": around.inputs, "rounding": rounding, "rules": rules, "grades": grades}
    try:
        return Scheme("random", root, "1", scale=scale, **parts)
    except SchemeError:
        # Rare: figures that only fit together by their values, such as a divisor that a rounding can make zero.
        reject()
