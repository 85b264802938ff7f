"""Every kind of node has a maker; that they agree with the exact interpreter is held in test_plan.py."""

from __future__ import annotations

import math
from fractions import Fraction

import attrs
import numpy as np
import pytest

from perfscheme.formula import nodes
from perfscheme.formula.nodes import Const, Formula, Input
from perfscheme.formula.vector.makers import MAKERS
from perfscheme.formula.vector.plan import Plan
from perfscheme.formula.vector.tiles import Columns

X = Input("x", Fraction(1), Fraction(100))


def test_every_number_node_has_a_maker() -> None:
    """A node without one would fail on the first batch, not on the first record."""
    kinds = {
        kind
        for kind in vars(nodes).values()
        if isinstance(kind, type) and issubclass(kind, Formula) and attrs.has(kind)
    }
    assert kinds == set(MAKERS)


@pytest.mark.parametrize(
    ("node", "want"),
    [
        (nodes.Power(X, Fraction(1, 2)), [5, 6]), (nodes.Log(X, Fraction(10)), [1, 2]),
        (nodes.Exp(nodes.Log(X)), [25, 35]),
        (nodes.GeometricMean((Const(Fraction(1)),) * 2, (X, Const(Fraction(1)))), [5, 6]),
    ],
)  # fmt: skip
def test_irrational_nodes_are_decided_by_rounding(node: Formula, want: list[int]) -> None:
    """Clear of an edge in floats, on an edge by the exact way."""
    outcome = Plan([nodes.Round(node, Fraction(1), "half-up")], {"x": 0}).run(
        Columns({"x": np.array([25.0, 35.0])}, {}, {}, 2)
    )
    again = set(outcome.again.tolist())
    assert 1 not in again
    assert [x for x in outcome.values[0].tolist() if not math.isnan(x)] == [
        n for i, n in enumerate(want) if i not in again
    ]


def test_constants_of_many_digits_go_in_floats() -> None:
    """A figure that no whole number below 2 ** 53 carries is within half a unit of its last place."""
    node = nodes.Round(X + Const(Fraction(1, 3**40)), Fraction(1), "ceiling")
    outcome = Plan([node], {"x": 1}).run(Columns({"x": np.array([1.5, 2.0])}, {}, {}, 2))
    assert outcome.values[0][0] == 2.0
    assert outcome.again.tolist() == [1]
