"""Lines: nodes of one input in straight pieces, however they are put together."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.formula.exact import Evaluation
from perfscheme.formula.lines import lines
from perfscheme.formula.nodes import (
    Const,
    Cut,
    Formula,
    Greatest,
    Input,
    Least,
    Piecewise,
    Product,
    Round,
    Sum,
    clamp,
)

X = Input("x")
NUMBERS = st.builds(Fraction, st.integers(-20, 20), st.sampled_from([1, 2, 3]))


def piecewise(x: Formula, places: list[tuple[Fraction, bool]], ends: list[tuple[Fraction, Fraction]]) -> Piecewise:
    """Pieces with as many cuts as there are pieces left for them."""
    cuts = sorted(dict.fromkeys(places), key=lambda place: (place[0], not place[1]))[: len(ends) - 1]
    return Piecewise(x, tuple(Cut(*place) for place in cuts), tuple(ends[: len(cuts) + 1]))


NODES = st.recursive(
    st.sampled_from([X, X, X]) | NUMBERS.map(Const),
    lambda inner: (
        st.builds(Sum, NUMBERS, st.lists(st.tuples(NUMBERS, inner), min_size=1, max_size=2).map(tuple))
        | st.builds(lambda a, b: Least((a, b)), inner, inner)
        | st.builds(lambda a, b: Greatest((a, b)), inner, NUMBERS.map(Const))
        | st.builds(
            piecewise,
            inner,
            st.lists(st.tuples(NUMBERS, st.booleans()), min_size=1, max_size=3),
            st.lists(st.tuples(NUMBERS, NUMBERS), min_size=4, max_size=4),
        )
    ),
    max_leaves=8,
)


@given(NODES, st.lists(NUMBERS, min_size=1, max_size=8))
def test_lines_have_the_values_of_the_node(node: Formula, places: list[Fraction]) -> None:
    """At any number, and at the very places where the pieces meet."""
    found = lines(node, {})
    if found is None:
        return
    for x in [*places, *(cut.at for cut in found.cuts)]:
        start, slope = found.pieces[sum(x > cut.at or (x == cut.at and cut.inclusive) for cut in found.cuts)]
        assert Evaluation({"x": x})(node) == start + slope * x


def test_limits_of_limits_are_three_pieces() -> None:
    """A share of a target between 0 and 120 bends twice."""
    found = lines(clamp(X * Fraction(5, 4), 0, 120), {})
    assert found is not None
    assert [cut.at for cut in found.cuts] == [0, 96]
    assert found.pieces == ((0, 0), (0, Fraction(5, 4)), (120, 0))


def test_a_falling_line_turns_the_side_of_an_edge() -> None:
    """From 50 upwards of 100 - x is up to 50 of x, the point itself included."""
    zero, one = Fraction(0), Fraction(1)
    found = lines(Piecewise(100 - X, (Cut(Fraction(50)),), ((zero, zero), (one, zero))), {})
    assert found is not None
    assert found.cuts == (Cut(Fraction(50), inclusive=False),)
    assert found.pieces == ((1, 0), (0, 0))


@pytest.mark.parametrize(
    "node",
    [X + Input("y"), Product(X, X), Round(X, Fraction(1), "floor")],
    ids=["two inputs", "a square", "a rounding"],
)
def test_what_bends_otherwise_is_none(node: Formula) -> None:
    """Lines are straight, and of one input."""
    assert lines(node, {}) is None
