"""The vector interpreter: a formula made into a plan of operations on tiles of float64.

Each node is carried exactly, as whole numbers below 2**53, where its bound allows; else in plain
floats with a proven error. A row whose decision the plan cannot prove is handed back by number.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.formula import nodes
from perfscheme.formula.nodes import Formula
from perfscheme.formula.vector import inputs, pieces
from perfscheme.formula.vector.compilers import Compiler
from perfscheme.formula.vector.inputs import WIDEST
from perfscheme.formula.vector.makers import MAKERS
from perfscheme.formula.vector.operations import Operation
from perfscheme.formula.vector.tiles import (
    ROWS,
    Columns,
    Floats,
    Ranks,
    Tile,
)

MOST_DECIMALS = 9

_SAMPLE = 512
"""Values of a column by which its decimals are judged; a wrong guess costs time, not truth."""

ABSENT = -1
"""The index of a row that has none."""


@attrs.frozen(eq=False)
class Outcome:
    """What a plan gave.

    Args:
        values: one float64 array a root: the value, correctly rounded; NaN where absent or handed back.
        index: the values of the node that gives an index, -1 where absent or handed back.
        again: the numbers of the rows that were handed back, ascending.
    """

    values: tuple[Floats, ...]
    index: Ranks | None
    again: NDArray[np.intp]


class Plan:
    """Operations for several roots of one formula.

    Args:
        roots: the nodes whose values are wanted.
        index: a node whose values are whole numbers from 0 on, wanted as such.
        decimals: by input key, how many decimals the column is read with; None: as plain floats.
        guards: inputs to hold to their valid range even where no root reads them.
    """

    def __init__(
        self,
        roots: Sequence[Formula],
        decimals: Mapping[str, int | None],
        guards: Sequence[nodes.Input] = (),
        *,
        index: Formula | None = None,
    ) -> None:
        wanted = [*roots] if index is None else [*roots, index]
        compiler = Compiler(wanted, decimals, MAKERS)
        self._index = None if index is None else _ranks(compiler, index)
        reach = None if index is None else compiler.ranges.range(index)
        self._ranks = np.dtype(np.int8 if reach is None or reach.high <= np.iinfo(np.int8).max else np.int32)
        self._roots = [compiler.operation(root) for root in roots]
        read = {node.key for node in nodes.walk(wanted) if isinstance(node, nodes.Input)}
        self._guards = [guard for guard in guards if guard.key not in read]

    def run(self, columns: Columns) -> Outcome:
        """Work through all rows, tile by tile."""
        values = tuple(np.empty(columns.rows) for _ in self._roots)
        index = None if self._index is None else np.empty(columns.rows, self._ranks)
        again: list[NDArray[np.intp]] = []
        tile = Tile(columns, ROWS)
        with np.errstate(all="ignore"):
            for start in range(0, columns.rows, ROWS):
                rows = min(ROWS, columns.rows - start)
                if rows != tile.rows:
                    tile = Tile(columns, rows)
                tile.move(start)
                for root, out in zip(self._roots, values):
                    self._settle(tile, root, out[start : start + rows])
                if self._index is not None and index is not None:
                    self._index(tile, index[start : start + rows])
                for guard in self._guards:
                    inputs.flag_invalid(tile, tile.numbers(guard.key), guard, float(WIDEST))
                if tile.again is not None:
                    found = np.flatnonzero(tile.again) + start
                    for out in values:
                        out[found] = math.nan
                    if index is not None:
                        index[found] = ABSENT
                    again.append(found)
        return Outcome(values, index, np.concatenate(again) if again else np.empty(0, np.intp))

    @staticmethod
    def _settle(tile: Tile, root: Operation, out: Floats) -> None:
        value = root.run(tile)
        if root.error is not None:
            # A float within an error is not the correctly rounded value: only an exact run gives that.
            tile.flag(np.ones(tile.rows, np.bool_) if value.state is None else value.state == 0)
        np.divide(value.n, np.multiply(value.d, float(root.q)), out=out)
        np.add(out, 0.0, out=out)  # a negative zero would print as another number
        if value.state is not None:
            out[value.state != 0] = math.nan
        tile.drop(value)


def _ranks(make: Compiler, node: Formula) -> Callable[[Tile, Ranks], None]:
    """What writes a node's small whole numbers into an array, `ABSENT` where there are none."""
    if isinstance(node, nodes.Piecewise) and all(a == rank and b == 0 for rank, (a, b) in enumerate(node.pieces)):
        x = make.operation(node.x)
        if x.error is None and x.d_bound == 1:
            cuts = [pieces.whole_cut(cut, x.q) for cut in node.cuts]
            return lambda tile, out: _count_ranks(tile, x, cuts, out)
    root = make.operation(node)

    def run(tile: Tile, out: Ranks) -> None:
        value = root.run(tile)
        if root.error is not None:
            tile.flag(np.ones(tile.rows, np.bool_) if value.state is None else value.state == 0)
        np.copyto(out, np.divide(value.n, np.multiply(value.d, float(root.q))), casting="unsafe")
        if value.state is not None:
            out[value.state != 0] = ABSENT
        tile.drop(value)

    return run


def _count_ranks(tile: Tile, x: Operation, cuts: Sequence[tuple[float, bool]], out: Ranks) -> None:
    """The number of cuts that a row has reached is its rank."""
    value = x.run(tile)
    n = tile.numbers_of(value)
    pieces.count_small(tile, n, cuts, out)
    if value.state is not None:
        out[value.state != 0] = ABSENT
    tile.drop(value)


def decimals_of(column: NDArray[np.generic]) -> int | None:
    """How many decimals the numbers of a column have, judged by a sample; None: too many to be typed."""
    if column.dtype.kind in "iub":
        return 0
    step = max(1, len(column) // _SAMPLE)
    x = column[::step].astype(np.float64)
    x = x[np.isfinite(x)]
    with np.errstate(all="ignore"):
        for decimals in range(MOST_DECIMALS + 1):
            n = np.rint(x * 10.0**decimals)
            if np.count_nonzero(n / 10.0**decimals != x) * 50 <= len(x):
                return decimals
    return None
