"""Conditions over a tile: which rows they hold for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from perfscheme.formula import nodes
from perfscheme.formula.cuts import least_float
from perfscheme.formula.nodes import State
from perfscheme.formula.vector.inputs import WIDEST, flag_invalid
from perfscheme.formula.vector.operations import Operation, Run, Test
from perfscheme.formula.vector.tiles import (
    MISSING,
    NOT_APPLICABLE,
    Floats,
    Masks,
    Tile,
    joined,
)


def compare_column(column: nodes.Input, relation: nodes.Relation, value: Fraction, absent: bool) -> Test:
    """A column against a number: floats decide, nothing is decoded."""
    reached = least_float(nodes.Cut(value, inclusive=True))
    passed = least_float(nodes.Cut(value, inclusive=False))

    def over(x: Floats, cut: tuple[float, bool]) -> Masks:
        return x >= cut[0] if cut[1] else x > cut[0]

    def run(tile: Tile) -> Masks:
        x = tile.numbers(column.key)
        nan = flag_invalid(tile, x, column, float(WIDEST))
        match relation:
            case "at-least":
                holds = over(x, reached)
            case "above":
                holds = over(x, passed)
            case "at-most":
                holds = ~over(x, passed)
            case "below":
                holds = ~over(x, reached)
            case _:
                holds = over(x, reached) & ~over(x, passed)
        if nan is not None:
            holds[nan] = absent
        return holds

    return run


_RELATIONS: dict[str, Callable[[Any, Any], Any]] = {
    "at-least": np.greater_equal, "above": np.greater, "at-most": np.less_equal, "below": np.less, "equals": np.equal,
}  # fmt: skip


def compare_whole(left: Run, right: Run, relation: nodes.Relation, absent: bool) -> Test:
    """Two exact operations of one `q` against each other."""
    stands = _RELATIONS[relation]

    def run(tile: Tile) -> Masks | bool:
        a, b = left(tile), right(tile)
        state = joined(a.state, b.state)
        holds = stands(np.multiply(a.n, b.d), np.multiply(b.n, a.d))
        if state is not None:
            holds = np.where(state == 0, holds, absent)
        tile.drop(a)
        if b is not a:
            tile.drop(b)
        return holds if isinstance(holds, np.ndarray) and holds.ndim else bool(holds)

    return run


def in_state(x: Operation, state: State) -> Test:
    """Where a node is in a state."""
    code = {State.PRESENT: 0, State.NOT_APPLICABLE: NOT_APPLICABLE, State.MISSING: MISSING}[state]

    def run(tile: Tile) -> Masks | bool:
        value = x.run(tile)
        tile.drop(value)
        return code == 0 if value.state is None else value.state == code

    return run


def all_joined(tests: Sequence[Test], join: Callable[[Any, Any], Any], start: bool) -> Test:
    """Tests joined by and, or or."""

    def run(tile: Tile) -> Masks | bool:
        result: Masks | bool = start
        for test in tests:
            result = join(result, test(tile))
        return result if isinstance(result, np.ndarray) and result.ndim else bool(result)

    return run
