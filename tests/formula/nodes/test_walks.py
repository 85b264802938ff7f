"""Walks over the graph of a formula."""

from __future__ import annotations

from hypothesis import given

from graphs.formulas import formulas
from perfscheme.formula.nodes import Formula, children, walk


@given(formulas(2))
def test_walk_meets_children_first_and_each_node_once(formula: Formula) -> None:
    """The order in which interpreters work."""
    order = walk([formula, formula])
    assert len(order) == len(set(order))
    place = {node: i for i, node in enumerate(order)}
    assert all(place[child] < place[node] for node in order for child in children(node))
    assert order[-1] is formula
