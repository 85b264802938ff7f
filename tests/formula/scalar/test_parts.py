"""Parts of the shortcut: floats within an error that was proved."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.formula import nodes
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Const, Cut, Formula, Input, LabelInput
from perfscheme.formula.scalar.makers import MAKERS
from perfscheme.formula.scalar.parts import WIDEST, Doubt, Unsupported, Workshop, float_cuts, label_of, limits

X = Input("x", Fraction(0), Fraction(100))


@given(st.floats(0, 100))
def test_the_truth_is_within_the_error(x: float) -> None:
    """For a formula with sums, products, limits and pieces."""
    node = nodes.clamp((X - 30) * (X / 7 + 1), -50, 1000) / 3
    workshop = Workshop([node], [], MAKERS)
    part = workshop.part(node)
    true = Evaluation({"x": Fraction(repr(x))})(node)
    assert isinstance(true, Fraction)
    assert abs(Fraction(part.compute([x, *[None] * workshop.spare])) - true) <= Fraction(part.error)


@pytest.mark.parametrize("node", [nodes.Log(X + 1), nodes.Quotient(X, X + 1), Input("y") * Input("y") * Input("y") / X])
def test_what_is_not_worth_floats(node: Formula) -> None:
    """Is left to the exact way as a whole."""
    with pytest.raises(Unsupported):
        Workshop([node], [], MAKERS).part(node)


def test_a_node_that_two_read_is_computed_once() -> None:
    """A record keeps it in a spare place."""
    shared = nodes.Round(X * X, Fraction(1), "floor")
    node = nodes.linear((1, shared), (1, nodes.least(shared, 50)))
    workshop = Workshop([node], [], MAKERS)
    part = workshop.part(node)
    values: list[Any] = [6.5, *[None] * workshop.spare]
    assert workshop.spare > 0
    assert part.compute(values) == 84
    assert 42 in values


def test_a_close_comparison_is_a_doubt() -> None:
    """Two computed numbers that are closer than their errors cannot be told apart."""
    workshop = Workshop([X], [], MAKERS)
    test: Callable[[list[Any]], bool] = workshop.test(nodes.Compare(X * X, "above", 2 * X))
    assert test([3.0])
    assert not test([1.0])
    with pytest.raises(Doubt):
        test([2.0])


def test_a_column_against_a_number_is_never_a_doubt() -> None:
    """The float that reaches a decimal is known."""
    workshop = Workshop([X], [], MAKERS)
    test = workshop.test(nodes.Compare(X, "at-least", Const(Fraction(1, 10))))
    assert [test([x]) for x in (math.nextafter(0.1, 0), 0.1)] == [False, True]


@pytest.mark.parametrize(
    ("node", "inside", "outside"),
    [
        (X, [0.0, 100.0], [-1e-9, 100.00001]), (Input("y"), [-WIDEST, WIDEST], [WIDEST * 1.01]),
        (Input("z", Fraction(1, 3), Fraction(2, 3)), [0.34, 0.66], [0.33, 0.67]),
        (Input("p", Fraction(0), Fraction(100), (Fraction(0), Fraction(1))), [1.01, 100], [0.5, 1.0]),
    ],
)  # fmt: skip
def test_limits(node: Input, inside: list[float], outside: list[float]) -> None:
    """Whatever they let through is valid."""
    low, high = limits(node)
    assert all(low <= x <= high for x in inside)
    assert not any(low <= x <= high for x in outside)


def test_cuts_for_a_search() -> None:
    """The least floats that reach them."""
    tenth = Fraction(1, 10)
    assert float_cuts([Cut(tenth), Cut(tenth, inclusive=False)]) == [0.1, math.nextafter(0.1, 1)]


def test_labels_that_nodes_read() -> None:
    """Of a choice and of conditions on labels."""
    flag = LabelInput("flag", (False, True))
    assert label_of(nodes.OneOf(flag, frozenset({True}))) is flag
    assert label_of(X) is None
