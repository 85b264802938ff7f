"""Straight pieces on whole numbers."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from perfscheme.formula.nodes import Cut
from perfscheme.formula.vector import pieces
from perfscheme.formula.vector.operations import Operation, TooLarge
from perfscheme.formula.vector.tiles import Columns, Tile, Value

Column = Callable[..., Operation]
FAR = [Fraction(100)] * 3
CUTS = [Cut(Fraction(1)), Cut(Fraction(5, 2), inclusive=False)]
JUMPS = [(Fraction(0), Fraction(0)), (Fraction(1, 2), Fraction(3)), (Fraction(7), Fraction(-1))]
JOINED = [(Fraction(0), Fraction(0)), (Fraction(-4), Fraction(4)), (Fraction(1), Fraction(2))]


def exact(lines: list[tuple[Fraction, Fraction]], x: Fraction) -> Fraction:
    place = sum((x >= cut.at) if cut.inclusive else (x > cut.at) for cut in CUTS)
    a, b = lines[place]
    return a + b * x


@pytest.mark.parametrize("times", [1, 6])
def test_pieces_of_whole_numbers(times: int, column: Column, tile: Tile) -> None:
    """Halves from 0.5 to 3, the edges on their sides; scaled at no cost."""
    found = pieces.straight_pieces(column(1, 2, 5, 6, q=2), CUTS, JUMPS, FAR)
    n = np.asarray(found.times(times)(tile).n).tolist()
    assert [Fraction(int(x), found.q * times) for x in n] == [exact(JUMPS, Fraction(k, 2)) for k in (1, 2, 5, 6)]


def test_pieces_of_ratios(column: Column, values: Any) -> None:
    """Cuts are compared by cross-multiplication, exactly at them too."""
    x = column(2, 5, 26, 9, d=[2, 2, 10, 4])
    found = pieces.straight_pieces(x, CUTS, JUMPS, FAR)
    assert values(found) == [exact(JUMPS, Fraction(n, d)) for n, d in ((2, 2), (5, 2), (26, 10), (9, 4))]


def test_ramps_are_the_same_pieces(column: Column, values: Any) -> None:
    """Pieces that go on where the last one ended are a sum of clipped lines."""
    x = column(1, 2, 5, 9, q=2)
    found = pieces.ramps(x, CUTS, JOINED, FAR)
    assert found is not None
    assert (
        values(found)
        == values(pieces.straight_pieces(x, CUTS, JOINED, FAR))
        == [exact(JOINED, Fraction(k, 2)) for k in (1, 2, 5, 9)]
    )


def test_no_ramps_where_pieces_jump(column: Column) -> None:
    """Nor where a cut lies between the whole numbers, nor over ratios."""
    assert pieces.ramps(column(1, 2, 5, 9, q=2), CUTS, JUMPS, FAR) is None
    assert pieces.ramps(column(1, 2, 5, 9), CUTS, JOINED, FAR) is None
    assert pieces.ramps(column(1, 2, 5, 9, q=2, d=[1, 2, 1, 1]), CUTS, JOINED, FAR) is None


@pytest.mark.parametrize(
    ("cut", "q", "want"),
    [(Cut(Fraction(5, 2)), 2, (5.0, True)), (Cut(Fraction(5, 2), inclusive=False), 2, (5.0, False)),
     (Cut(Fraction(5, 2)), 1, (3.0, True)), (Cut(Fraction(5, 2), inclusive=False), 1, (3.0, True))],
)  # fmt: skip
def test_cuts_on_whole_numbers(cut: Cut, q: int, want: tuple[float, bool]) -> None:
    """Between two whole numbers both sorts of cut are one."""
    assert pieces.whole_cut(cut, q) == want


def test_counting_cuts() -> None:
    """How many each row has reached; the one cut and the many go different ways."""
    x = np.array([0.0, 1.0, 2.0])
    tile = Tile(Columns({}, {}, {}, 3), 3)
    pieces.count_cuts(tile, x, [(1.0, False)])
    assert tile.index.tolist() == [0, 0, 1]
    pieces.count_cuts(tile, x, [(0.0, True), (1.0, True), (1.0, False)])
    assert tile.index.tolist() == [1, 2, 3]


def test_figures_that_would_not_fit(column: Column) -> None:
    """Are refused when the plan is made."""
    steep = [(Fraction(1, 10**8), Fraction(10**9))] * 3
    with pytest.raises(TooLarge):
        pieces.straight_pieces(column(1, 2, 5, 6, q=2), CUTS, steep, FAR)


def test_more_cuts_than_a_byte_counts() -> None:
    """The count ran over at 128 cuts, and the best rows got the points of the worst piece."""
    x = np.array([0.0, 126.0, 127.0, 128.0, 299.0, 300.0])
    tile = Tile(Columns({}, {}, {}, len(x)), len(x))
    cuts = [Cut(Fraction(i + 1)) for i in range(300)]
    pieces.count_cuts(tile, x, [(float(cut.at), True) for cut in cuts])
    assert tile.index.tolist() == x.tolist()
    ratio = Operation(lambda tile: Value(2 * x, np.full(len(x), 2.0)), 1, 600, 2)
    levels = [(Fraction(i), Fraction(0)) for i in range(301)]
    found = pieces.straight_pieces(ratio, cuts, levels, [Fraction(300)] * 301).run(tile)
    assert (np.asarray(found.n) / found.d).tolist() == x.tolist()
