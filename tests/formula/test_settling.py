"""Settling: a curve with places of one's own, as the straight pieces that it is for one person."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.formula import build
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Compare, Condition, Const, Cut, Formula, If, Input, Product, Round, clamp
from perfscheme.formula.restriction import Outline
from perfscheme.formula.settling import settled

X = Input("x")
FLOOR, TARGET = Input("floor"), Input("target")
PLACES: dict[str, Any] = {"floor": Fraction(60), "target": Fraction(90)}
NUMBERS = st.builds(Fraction, st.integers(-20, 120), st.sampled_from([1, 2, 3]))


def asking(a: Compare, b: Compare, way: str) -> Condition:
    """Comparisons, joined or turned round."""
    return {"first": a, "not": ~a, "both": a & b, "either": a | ~b}[way]


NODES = st.recursive(
    st.sampled_from([X, X, FLOOR, TARGET]) | NUMBERS.map(Const),
    lambda inner: (
        st.builds(
            lambda a, b, relation, way: If(asking(Compare(a, relation, b), Compare(b, "above", TARGET), way), a, b),
            inner,
            inner,
            st.sampled_from(["at-least", "above", "at-most", "below", "equals"]),
            st.sampled_from(["first", "not", "both", "either"]),
        )
        | st.builds(Product, inner, st.sampled_from([FLOOR, Const(Fraction(-1, 2))]))
        | st.builds(lambda a, b: a - 2 * b, inner, inner)
        | st.builds(lambda a: clamp(a, 0, 100), inner)
        | st.builds(lambda a: a / TARGET, inner)
    ),
    max_leaves=8,
)


@given(NODES, st.sampled_from([Fraction(60), Fraction(90), Fraction(0)]) | NUMBERS)
def test_the_pieces_have_the_value_of_the_formula(node: Formula, x: Fraction) -> None:
    """For every value of the open input, on edges too."""
    values = PLACES | {"x": x}
    found = settled(Outline(node), Evaluation(values), X)
    if found is not None:
        assert Evaluation(values)(found) == Evaluation(values)(node)


@pytest.mark.parametrize("place", [0, 59, 60, 75, 90, 91])
def test_a_curve_of_ones_own_places_is_that_of_fixed_ones(place: int) -> None:
    """Cuts are at the person's places, and none is there twice."""
    own = build.interpolate(X, [(FLOOR, 60), (TARGET, 100)], below="zero")
    found = settled(Outline(own), Evaluation(PLACES | {"x": Fraction(place)}), X)
    assert found is not None
    assert [cut.at for cut in found.cuts] == [60, 90]
    assert found.pieces == build.interpolate(X, [(60, 60), (90, 100)], below="zero").pieces  # type: ignore[attr-defined]


def test_tiers_keep_their_edges() -> None:
    """An edge belongs to the better side."""
    own = build.steps(X, [(FLOOR, 60), (TARGET, 100)], 0, better="higher")
    found = settled(Outline(own), Evaluation(PLACES | {"x": Fraction(1)}), X)
    assert found is not None
    assert found.cuts == (Cut(Fraction(60)), Cut(Fraction(90)))


@pytest.mark.parametrize(
    "node",
    [
        X / TARGET,
        If(Compare(X, "above", TARGET), Round(X, Fraction(1), "half-up"), X),
        If(Compare(X * X, "above", X), X, X),
    ],
)
def test_what_has_no_cases_or_is_not_straight_is_left(node: Formula) -> None:
    """A ratio is told as a ratio; what bends is told step by step."""
    assert settled(Outline(node), Evaluation(PLACES | {"x": Fraction(1)}), X) is None
