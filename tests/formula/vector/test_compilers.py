"""The compiler: what it carries in whole numbers, and what it runs once."""

from __future__ import annotations

from fractions import Fraction

from perfscheme.formula import nodes
from perfscheme.formula.nodes import Const, Cut, Formula, Input, Piecewise
from perfscheme.formula.vector.compilers import Compiler
from perfscheme.formula.vector.makers import MAKERS
from perfscheme.formula.vector.operations import LIMIT

X = Input("x", Fraction(0), Fraction(100))


def compiler(*roots: Formula, decimals: int | None = 2) -> Compiler:
    return Compiler(roots, {"x": decimals}, MAKERS)


def test_an_operation_is_made_once() -> None:
    """Whoever asks for it."""
    node = 2 * X
    make = compiler(node)
    assert make.operation(node) is make.operation(node)


def test_typed_columns_are_carried_exactly_and_others_in_floats() -> None:
    """The decimals of a column decide."""
    node = nodes.Mean((Const(Fraction(1)), Const(Fraction(2))), (X, 3 * X))
    assert compiler(node).operation(node).error is None
    assert compiler(node, decimals=None).operation(node).error is not None


def test_a_cap_makes_a_large_number_small_again() -> None:
    """The bound of a node is never looser than its range."""
    node = nodes.least(X * X * X, 5)
    assert compiler(node).operation(node).bound <= 5 * 10**6


def test_pieces_of_one_input_are_one_operation() -> None:
    """However they were put together: limits over a line over a column are pieces of that column."""
    line = nodes.clamp(nodes.linear((2, X), constant=-20), 0, 100)
    plain = Piecewise(
        X, (Cut(Fraction(10)), Cut(Fraction(60))),
        ((Fraction(0), Fraction(0)), (Fraction(-20), Fraction(2)), (Fraction(100), Fraction(0))),
    )  # fmt: skip
    found, want = compiler(line).operation(line), compiler(plain).operation(plain)
    assert (found.q, found.d_bound, found.error) == (want.q, want.d_bound, None)


def test_what_is_too_large_goes_into_floats() -> None:
    """A product of many columns passes 2 ** 53; the next node does not start from it exactly."""
    node = X * X * X * X * X * X
    found = compiler(node, decimals=3).operation(node)
    assert found.error is not None
    assert found.bound < LIMIT


def test_reaches_of_pieces() -> None:
    """The largest value that each piece meets, 0 where it meets none."""
    node = Piecewise(X, (Cut(Fraction(50)), Cut(Fraction(200))), ((Fraction(0), Fraction(0)),) * 3)
    assert compiler(node).reaches(node) == [50, 100, 0]
