"""Tiles: the buffers of a stretch of rows, and the rows that are to be scored again."""

from __future__ import annotations

import numpy as np

from perfscheme.formula.vector.tiles import MISSING, NOT_APPLICABLE, Columns, Tile, Value, joined


def tile(rows: int = 3) -> Tile:
    numbers = {"x": np.arange(6), "y": np.arange(6) / 2}
    return Tile(Columns(numbers, {}, {"role": np.array([0, 1, -1, -2, 0, 1])}, 6), rows)


def test_rows_from_where_the_tile_stands() -> None:
    """Columns are seen through the tile, as float64 whatever they were."""
    found = tile()
    found.move(3)
    assert found.numbers("x").tolist() == [3.0, 4.0, 5.0]
    assert found.numbers("x").dtype == np.float64
    assert found.numbers("y").tolist() == [1.5, 2.0, 2.5]
    assert found.codes("role").tolist() == [-2, 0, 1]


def test_buffers_go_round() -> None:
    """A buffer that is handed back is the next one taken; one number for all rows is none."""
    found = tile()
    buffer = found.take()
    found.give(buffer)
    found.give(1.0)
    assert found.take() is buffer
    assert found.take() is not buffer


def test_only_an_owned_buffer_is_overwritten() -> None:
    """What a column holds is copied before it is changed."""
    found = tile()
    column = found.numbers("y")
    copied = found.writable(Value(column))
    assert copied is not column
    assert copied.tolist() == column.tolist()
    own = found.take()
    assert found.writable(Value(own, owned=True)) is own


def test_drop_gives_back_what_is_owned() -> None:
    """And nothing else."""
    found = tile()
    mine, other = found.take(), np.zeros(3)
    found.drop(Value(other))
    found.drop(Value(mine, owned=True))
    assert found.take() is mine


def test_flags_gather() -> None:
    """A row that was doubtful once stays so until the tile moves on."""
    found = tile()
    first = np.array([True, False, False])
    found.flag(first)
    found.flag(np.array([False, False, True]))
    assert found.again is not None
    assert found.again.tolist() == [True, False, True]
    assert first.tolist() == [True, False, False]
    found.move(3)
    assert found.again is None


def test_states_join_to_the_worse_one() -> None:
    """Missing wins over not applicable, and that over present."""
    a, b = np.array([0, NOT_APPLICABLE, MISSING], np.int8), np.array([NOT_APPLICABLE, MISSING, 0], np.int8)
    both = joined(a, b)
    assert both is not None
    assert both.tolist() == [NOT_APPLICABLE, MISSING, MISSING]
    assert joined(a, None) is a
    assert joined(None, b) is b
    assert joined(None, None) is None
