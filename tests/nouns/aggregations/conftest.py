"""How these tests aggregate: children are inputs, so that points can be any number or absence."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import pytest

from perfscheme.diagnostics import Diagnostic
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Const, Formula, Input, State
from perfscheme.nouns.aggregations.aggregations import Child
from perfscheme.nouns.numbers import number
from perfscheme.nouns.setting import Setting

M, NA = State.MISSING, State.NOT_APPLICABLE


def made(points: Mapping[str, Any], weights: Mapping[str, Any] | None) -> tuple[Child, ...]:
    weights = weights or {}
    formulas: dict[str, Formula | None] = {
        name: value if value is None or isinstance(value, Formula) else Const(number(value))
        for name, value in weights.items()
    }
    return tuple(Child(name, Input(name, Fraction(0), Fraction(1000)), formulas.get(name)) for name in points)


@pytest.fixture
def score() -> Callable[..., Any]:
    """The points of a dimension from the points (or the absence) and the weight of each child."""

    def run(aggregation: Any, points: Mapping[str, Any], weights: Mapping[str, Any] | None = None) -> Any:
        problems: list[Diagnostic] = []
        formula = aggregation.aggregate(made(points, weights), Setting({}, problems))
        assert [found.message() for found in problems] == []
        values = {name: value if isinstance(value, State) else number(value) for name, value in points.items()}
        return Evaluation(values)(formula)

    return run


@pytest.fixture
def complaints() -> Callable[..., list[Diagnostic]]:
    """What an aggregation reports about children with these weights."""

    def run(aggregation: Any, ids: str, weights: Mapping[str, Any] | None = None) -> list[Diagnostic]:
        problems: list[Diagnostic] = []
        aggregation.aggregate(made(dict.fromkeys(ids.split()), weights), Setting({}, problems))
        return problems

    return run
