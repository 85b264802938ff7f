"""Arithmetic on formulas."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from perfscheme.formula import nodes
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Const, Formula, Input, Power, Product, Quotient, State, Sum

X, Y = Input("x"), Input("y")
VALUES = {"x": Fraction(7, 2), "y": Fraction(-2)}


@pytest.mark.parametrize(
    ("formula", "want"),
    [
        (X + Y, "3/2"), (X - 1, "5/2"), (1 - X, "-5/2"), (-X, "-7/2"), (X * Y, "-7"), (2 * X, "7"), (X / Y, "-7/4"),
        (X / 2, "7/4"), (7 / X, "2"), (X**2, "49/4"), (Y**3, "-8"), (X**0, "1"), (X**-1, "2/7"),
    ],
)  # fmt: skip
def test_operators(formula: Formula, want: str) -> None:
    """Formulas are written as arithmetic is."""
    assert Evaluation(VALUES)(formula) == Fraction(want)


def test_constants_are_folded() -> None:
    """What is known when a formula is built is worked out then."""
    assert isinstance(nodes.linear((2, Const(Fraction(3))), constant=1), Const)
    assert nodes.linear((1, X)) is X
    assert isinstance(nodes.product(2, X), Sum)
    assert isinstance(nodes.product(X, Y), Product)
    assert isinstance(nodes.quotient(X, 4), Sum)
    assert isinstance(nodes.quotient(X, 0), Quotient)


def test_sums_of_sums_are_one() -> None:
    """A sum within a sum is spread out, its factor multiplied in."""
    found = nodes.linear((2, nodes.linear((3, X), constant=1)), (1, Y))
    assert isinstance(found, Sum)
    assert (found.constant, found.terms) == (2, ((6, X), (1, Y)))


@pytest.mark.parametrize("exponent", [1, 2, 8])
def test_small_whole_powers_are_products(exponent: int) -> None:
    """So they stay exact wherever products are."""
    assert not any(isinstance(node, Power) for node in nodes.walk([nodes.power(X, Fraction(exponent))]))


@pytest.mark.parametrize("exponent", ["9", "-1", "1/2"])
def test_other_powers_are_nodes(exponent: str) -> None:
    """They have interpreters of their own."""
    assert isinstance(nodes.power(X, Fraction(exponent)), Power)


def test_nodes_are_told_apart_by_identity() -> None:
    """Two nodes with one content are two, so that a shared one is evaluated once."""
    assert Const(Fraction(1)) != Const(Fraction(1))


def test_a_float_is_the_decimal_that_prints_it() -> None:
    """Also where somebody writes it into a formula: 0.1 is one tenth."""
    run = Evaluation(VALUES)
    assert run(0.1 * X + Decimal("0.7")) == Fraction("1.05")
    assert run(nodes.least(X, 0.3)) == Fraction(3, 10)
    assert Const(0.1).value == Fraction(1, 10)


@pytest.mark.parametrize("other", [None, "0.1", True, 1j])
def test_what_is_no_number_is_refused(other: Any) -> None:
    """Where it is written, and not by an interpreter that meets it."""
    with pytest.raises(TypeError, match="is neither a formula nor a number"):
        X + other


@pytest.mark.parametrize("other", [float("nan"), float("inf"), Decimal("NaN")])
def test_what_is_not_finite_is_refused(other: Any) -> None:
    """No record has such points."""
    with pytest.raises(ValueError, match="is no number that a formula can have"):
        X + other


@pytest.mark.parametrize("state", [State.MISSING, State.NOT_APPLICABLE])
def test_a_power_of_nothing_is_absent(state: State) -> None:
    """To the exponent 0 too: what is missing is not 1."""
    assert Evaluation({"x": state})(X**0) is state


def test_a_node_of_somebodys_own_is_refused() -> None:
    """No interpreter would know it."""
    with pytest.raises(TypeError, match="Sine would be a node that no interpreter knows"):

        @attrs.frozen(eq=False)
        class Sine(Formula):
            x: Formula


def test_a_node_that_reads_others_is_shown_by_its_sort_alone() -> None:
    """What it reads may be shared: thirty sums, each of the one before twice, would be shown in a thousand million."""
    node: Formula = X
    for _ in range(30):
        node = Sum(Fraction(0), ((Fraction(1), node), (Fraction(1), node)))
    assert repr(node) == "<Sum>"
    assert repr(~nodes.Compare(node, "below", X)) == "<Not>"
    assert repr(Const(1)) == "Const(value=Fraction(1, 1))"
