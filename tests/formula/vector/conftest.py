"""What tests of operations share: a tile over one column, and what an operation makes of it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest

from perfscheme.formula.vector.operations import Operation
from perfscheme.formula.vector.tiles import Columns, Tile, Value

Run = Callable[[Operation], list[Fraction | None]]


@pytest.fixture
def tile() -> Tile:
    """Four rows without columns."""
    return Tile(Columns({}, {}, {"role": np.array([0, 1, -1, -2])}, 4), 4)


@pytest.fixture
def values(tile: Tile) -> Run:
    """The values of an operation as fractions, None where a row is absent or is to be scored again."""

    def run(operation: Operation) -> list[Fraction | None]:
        value = operation.run(tile)
        n, d = np.broadcast_to(value.n, 4), np.broadcast_to(value.d, 4)
        state = np.zeros(4) if value.state is None else value.state
        again = np.zeros(4, np.bool_) if tile.again is None else tile.again
        return [None if state[i] or again[i] else Fraction(int(n[i]), int(d[i]) * operation.q) for i in range(4)]

    return run


@pytest.fixture
def column() -> Callable[..., Operation]:
    """An operation over four whole numbers, by their denominator."""

    def make(*numbers: int, q: int = 1, d: list[int] | None = None, states: list[int] | None = None) -> Operation:
        n = np.array(numbers, np.float64)
        under = 1.0 if d is None else np.array(d, np.float64)
        state = None if states is None else np.array(states, np.int8)
        bound = int(np.abs(n).max())
        return Operation(lambda tile: Value(n, under, state), q, bound, 1 if d is None else max(d))

    return make
