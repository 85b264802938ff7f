"""Operations that pass one of their terms on: the least, the greatest, a branch, a label's case, the best few."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from perfscheme.formula.vector.operations import LIMIT, Operation, Run, Test, TooLarge, same
from perfscheme.formula.vector.tiles import (
    MISSING,
    NOT_APPLICABLE,
    Floats,
    States,
    Tile,
    Value,
    joined,
)


def limited(x: Operation, limit: Fraction, *, least: bool) -> Operation | None:
    """The least or the greatest of x and a fixed number, by a clip; None where the number is off the grid of x."""
    place = limit * x.q
    if x.d_bound > 1 or place.denominator != 1 or abs(place) >= LIMIT:
        return None
    bound = max(x.bound, abs(int(place)))

    def scaled(k: int) -> Run:
        run_x, end = x.times(k), float(int(place) * k)
        low, high = (-math.inf, end) if least == (k > 0) else (end, math.inf)  # a negative factor turns the side

        def run(tile: Tile) -> Value:
            value = run_x(tile)
            out = value.n if value.owned and isinstance(value.n, np.ndarray) else tile.take()
            np.clip(value.n, low, high, out=out)
            return Value(out, 1.0, value.state, owned=True)

        return run

    return Operation(scaled(1), x.q, bound, scale=scaled)


def extreme(terms: Sequence[Operation], *, least: bool) -> Operation:
    """The least or the greatest of the terms.

    Raises:
        TooLarge: to compare ratios may pass 2**53.
    """
    q = math.lcm(*(x.q for x in terms))
    runs = [x.times(q // x.q) for x in terms]
    bound = max(x.bound * (q // x.q) for x in terms)
    d_bound = max(x.d_bound for x in terms)
    if d_bound > 1 and bound * d_bound >= LIMIT:
        raise TooLarge
    pick = np.minimum if least else np.maximum
    closer = np.less_equal if least else np.greater_equal

    def run(tile: Tile) -> Value:
        found = runs[0](tile)
        for part in runs[1:]:
            other = part(tile)
            state = joined(found.state, other.state)
            out = found.n if found.owned and isinstance(found.n, np.ndarray) else tile.take()
            if same(found.d, other.d):
                d = found.d
                pick(found.n, other.n, out=out)
            else:
                first = closer(np.multiply(found.n, other.d), np.multiply(other.n, found.d))
                d = np.where(first, found.d, other.d)
                np.copyto(out, np.where(first, found.n, other.n))
            tile.drop(other)
            found = Value(out, d, state, owned=True)
        return found

    return Operation(run, q, bound, d_bound)


def chosen(test: Test, then: Operation, other: Operation) -> Operation:
    """`then` where the test holds, `other` elsewhere."""
    q = math.lcm(then.q, other.q)
    runs = (then.times(q // then.q), other.times(q // other.q))
    bound = max(then.bound * (q // then.q), other.bound * (q // other.q))

    def run(tile: Tile) -> Value:
        where = test(tile)
        if isinstance(where, (bool, np.bool_)):
            return runs[0 if where else 1](tile)
        where = where.copy()  # the branches use the tile's mask
        a, b = runs[0](tile), runs[1](tile)
        state = None
        if a.state is not None or b.state is not None:
            none = np.int8(0)
            state = np.where(where, none if a.state is None else a.state, none if b.state is None else b.state)
        d = a.d if same(a.d, b.d) else np.where(where, a.d, b.d)
        out = tile.writable(b) if isinstance(b.n, np.ndarray) else tile.writable(Value(b.n))
        np.copyto(out, a.n, where=where)
        if a.n is not out:
            tile.drop(a)
        return Value(out, d, state, owned=True)

    return Operation(run, q, bound, max(then.d_bound, other.d_bound))


def by_label(key: str, cases: Sequence[Operation]) -> Operation:
    """The case of the label; absent where the label is."""
    q = math.lcm(*(case.q for case in cases))
    runs = [case.times(q // case.q) for case in cases]
    bound = max(case.bound * (q // case.q) for case in cases)

    def run(tile: Tile) -> Value:
        codes = tile.codes(key)
        out = tile.take()
        out.fill(0.0)
        d: Floats | float = 1.0
        state: States | None = None
        if (codes < 0).any():
            state = np.where(codes == -1, MISSING, np.where(codes == -2, NOT_APPLICABLE, 0)).astype(np.int8)
        for i, part in enumerate(runs):
            here = codes == i
            value = part(tile)
            np.copyto(out, value.n, where=here)
            if not same(value.d, 1.0):
                d = np.where(here, value.d, d)
            if value.state is not None:
                state = np.zeros(tile.rows, np.int8) if state is None else state
                np.copyto(state, value.state, where=here)
            tile.drop(value)
        return Value(out, d, state, owned=True)

    return Operation(run, q, bound, max(case.d_bound for case in cases))


def best(terms: Sequence[Operation], count: int) -> Operation:
    """Sum of the `count` greatest terms that are there.

    Raises:
        TooLarge: it may pass 2**53, or a term has a denominator for each row.
    """
    q = math.lcm(*(x.q for x in terms))
    runs = [x.times(q // x.q) for x in terms]
    bound = count * max(x.bound * (q // x.q) for x in terms)
    if any(x.d_bound > 1 for x in terms):
        raise TooLarge

    def run(tile: Tile) -> Value:
        stack = np.empty((len(runs), tile.rows))
        there = np.zeros(tile.rows, np.intp)
        applicable = np.zeros(tile.rows, np.bool_)
        for row, part in zip(stack, runs):
            value = part(tile)
            np.copyto(row, value.n)
            tile.drop(value)
            if value.state is None:
                there += 1
                applicable[:] = True
            else:
                row[value.state != 0] = -math.inf
                there += value.state == 0
                applicable |= value.state != NOT_APPLICABLE
        top = np.partition(stack, len(runs) - count, axis=0)[len(runs) - count :]
        n = tile.take()
        np.add.reduce(top, axis=0, out=n)
        few = there < count
        if not few.any():
            return Value(n, owned=True)
        n[few] = 0.0
        state = np.where(few, np.where(applicable, MISSING, NOT_APPLICABLE), 0).astype(np.int8)
        return Value(n, state=state, owned=True)

    return Operation(run, q, bound)
