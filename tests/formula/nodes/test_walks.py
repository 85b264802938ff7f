"""Walks over the graph of a formula."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given

from graphs.formulas import formulas
from perfscheme.formula.nodes import (
    Choose,
    Const,
    Formula,
    If,
    Input,
    LabelInput,
    OneOf,
    children,
    input_of,
    inputs_of,
    walk,
)


@given(formulas(2))
def test_walk_meets_children_first_and_each_node_once(formula: Formula) -> None:
    """The order in which interpreters work."""
    order = walk([formula, formula])
    assert len(order) == len(set(order))
    place = {node: i for i, node in enumerate(order)}
    assert all(place[child] < place[node] for node in order for child in children(node))
    assert order[-1] is formula


def test_every_input_that_a_formula_reads_is_told_once() -> None:
    """Numbers, labels that choose, and labels in conditions."""
    role = LabelInput("role", ("a", "b"))
    x = Input("x")
    formula = If(OneOf(LabelInput("team", ("c",)), frozenset({"c"})), Choose(role, (x, Const(Fraction(1)))), x)
    assert inputs_of([formula, x]) == {"role", "team", "x"}
    assert [input_of(node) for node in (x, Const(Fraction(1)))] == ["x", None]
