"""Substitution: some nodes stand in the place of others, everything else stays as it is."""

from __future__ import annotations

from fractions import Fraction

from perfscheme.formula import nodes
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.substitution import substitute

X, Y = nodes.Input("x"), nodes.Input("y")


def test_a_node_is_replaced_wherever_it_is_read():
    """Twice here, once below a condition."""
    capped = nodes.least(X, 5)
    root = nodes.If(nodes.Compare(capped, "at-least", Y), capped * 2, Y)
    found = substitute(root, {capped: X})
    assert Evaluation({"x": Fraction(9), "y": Fraction(7)})(root) == 7
    assert Evaluation({"x": Fraction(9), "y": Fraction(7)})(found) == 18


def test_replacements_are_replaced_in_turn():
    """Of two steps, both are undone."""
    first = nodes.least(X, 5)
    second = nodes.greatest(first, 3)
    assert substitute(second, {second: first, first: X}) is X


def test_what_reads_no_replaced_node_stays_the_same_object():
    """So that interpreters go on to compute it once."""
    kept, root = Y + 1, nodes.Product(X, Y + 1)
    whole = nodes.Product(kept, root)
    found = substitute(whole, {X: Y})
    assert isinstance(found, nodes.Product)
    assert found.left is kept
    assert substitute(whole, {}) is whole
