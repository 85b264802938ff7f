"""Operations of the integer plan: every number is a whole float64 below 2**53, so arithmetic is exact."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeAlias

import attrs
import numpy as np

from perfscheme.formula import nodes
from perfscheme.formula.vector.tiles import (
    MISSING,
    NOT_APPLICABLE,
    Floats,
    Masks,
    Tile,
    Value,
    joined,
)

Run: TypeAlias = Callable[[Tile], Value]
Test: TypeAlias = Callable[[Tile], "Masks | bool"]

LIMIT = 2**53


class TooLarge(ArithmeticError):
    """A whole number of the plan might pass 2**53."""


@attrs.frozen
class Error:
    """`|computed - true| <= absolute + relative * |true|`."""

    absolute: float = 0.0
    relative: float = 0.0


@attrs.frozen(eq=False)
class Operation:
    """How a node is computed over a tile: its value is `n / (q * d)`.

    Exact (`error` is None): `n` and `d` are whole, `|n| <= bound`, `1 <= d <= d_bound`.
    Approximate: `q` and `d` are 1 and `n` is the value within `error`.
    `scale`: the same operation with `n` multiplied by a whole number at no cost, if it has one.
    """

    run: Run
    q: int = 1
    bound: int = 0
    d_bound: int = 1
    error: Error | None = None
    scale: Callable[[int], Run] | None = None

    def __attrs_post_init__(self) -> None:
        if self.error is None and max(self.bound, self.q * self.d_bound) >= LIMIT:
            raise TooLarge

    def times(self, k: int) -> Run:
        """Run with `n` multiplied by `k`."""
        if k == 1:
            return self.run
        if self.scale is not None:
            return self.scale(k)
        run, factor = self.run, float(k)

        def scaled(tile: Tile) -> Value:
            value = run(tile)
            if not isinstance(value.n, np.ndarray):
                return Value(value.n * factor, value.d, value.state)
            buffer = value.n if value.owned else tile.take()
            np.multiply(value.n, factor, out=buffer)
            return Value(buffer, value.d, value.state, owned=True)

        return scaled


def constant(value: Fraction) -> Operation:
    """A fixed number.

    Raises:
        TooLarge: its numerator or denominator reaches 2**53.
    """
    whole = float(value.numerator)
    if abs(value.numerator) >= LIMIT:
        raise TooLarge
    return Operation(lambda tile: Value(whole), value.denominator, abs(value.numerator))


def absent(state: nodes.State) -> Operation:
    """A fixed absence."""
    code = MISSING if state is nodes.State.MISSING else NOT_APPLICABLE
    return Operation(lambda tile: Value(0.0, state=np.full(tile.rows, code, np.int8)))


def handed_back() -> Operation:
    """A node that the plan cannot carry at all: every row is scored exactly."""

    def run(tile: Tile) -> Value:
        tile.flag(np.ones(tile.rows, np.bool_))
        return Value(0.0)

    return Operation(run)


def shared(operation: Operation) -> Operation:
    """Run once a tile, for a node that several others read."""
    inner, mark = operation.run, object()

    def run(tile: Tile) -> Value:
        value = tile.kept.get(mark)
        if value is None:
            made = inner(tile)
            buffer = tile.writable(made) if isinstance(made.n, np.ndarray) else made.n
            value = tile.kept[mark] = Value(buffer, made.d, made.state)
        return value

    return attrs.evolve(operation, run=run, scale=None)


def weighted_sum(constant: Fraction, terms: Sequence[tuple[Fraction, Operation]]) -> Operation:
    """A constant plus the sum of factor * term.

    Raises:
        TooLarge: it may pass 2**53 on the way.
    """
    q = math.lcm(constant.denominator, *((factor / x.q).denominator for factor, x in terms))
    factors = [int(factor * q / x.q) for factor, x in terms]
    start = int(constant * q)
    bound, d_bound = abs(start), 1
    for k, (_, x) in zip(factors, terms):
        bound = bound * x.d_bound + abs(k) * x.bound * d_bound
        d_bound *= x.d_bound
    if bound >= LIMIT:
        raise TooLarge
    runs = [x.times(k) for k, (_, x) in zip(factors, terms)]

    def run(tile: Tile) -> Value:
        total = Value(float(start))
        for part in runs:
            total = added(tile, total, part(tile))
        return total

    return Operation(run, q, bound, d_bound)


def added(tile: Tile, a: Value, b: Value) -> Value:
    """Sum of two values of one `q`, in a buffer of its own; both are used up."""
    state = joined(a.state, b.state)
    d = a.d
    if not same(a.d, b.d):
        d = a.d * b.d
        a, b = _crossed(tile, a, b.d), _crossed(tile, b, a.d)
    if not isinstance(a.n, np.ndarray) and not isinstance(b.n, np.ndarray):
        return Value(a.n + b.n, d, state)
    if not isinstance(a.n, np.ndarray):
        a, b = b, a
    out = a.n if a.owned and isinstance(a.n, np.ndarray) else tile.take()
    np.add(a.n, b.n, out=out)
    tile.drop(b)
    return Value(out, d, state, owned=True)


def same(a: Floats | float, b: Floats | float) -> bool:
    """Whether two denominators are known to be the same."""
    return a is b or (not isinstance(a, np.ndarray) and not isinstance(b, np.ndarray) and a == b)


def _crossed(tile: Tile, value: Value, d: Floats | float) -> Value:
    """`value` with `n` multiplied by another value's denominator."""
    if not isinstance(value.n, np.ndarray) and not isinstance(d, np.ndarray):
        return Value(value.n * d)
    out = value.n if value.owned and isinstance(value.n, np.ndarray) else tile.take()
    np.multiply(value.n, d, out=out)
    return Value(out, owned=True)


def multiplied(a: Operation, b: Operation) -> Operation:
    """Product of two operations.

    Raises:
        TooLarge: it may pass 2**53.
    """
    bound = a.bound * b.bound
    if bound >= LIMIT:
        raise TooLarge

    def run(tile: Tile) -> Value:
        x, y = a.run(tile), b.run(tile)
        if not isinstance(x.n, np.ndarray) and not isinstance(y.n, np.ndarray):
            return Value(x.n * y.n, x.d * y.d, joined(x.state, y.state))
        out = tile.take()
        np.multiply(x.n, y.n, out=out)
        result = Value(out, x.d * y.d, joined(x.state, y.state), owned=True)
        tile.drop(x)
        if y is not x:
            tile.drop(y)
        return result

    return Operation(run, a.q * b.q, bound, a.d_bound * b.d_bound)


def divided(over: Operation, under: Operation) -> Operation:
    """Quotient with a denominator for each row; rows with a divisor of zero are flagged.

    Raises:
        TooLarge: a numerator or denominator may pass 2**53.
    """
    common = math.gcd(over.q, under.q)
    factor = under.q // common
    bound = over.bound * under.d_bound * factor
    if bound >= LIMIT:
        raise TooLarge

    def run(tile: Tile) -> Value:
        x, y = over.run(tile), under.run(tile)
        state = joined(x.state, y.state)
        divisor = np.asarray(np.broadcast_to(y.n, tile.rows))
        zero = divisor == 0
        d = np.abs(divisor) * x.d
        if zero.any():
            tile.flag(zero if state is None else zero & (state == 0))
            d[zero] = 1.0
        n = tile.take()
        np.multiply(np.sign(divisor), float(factor), out=n)
        np.multiply(n, x.n, out=n)
        np.multiply(n, y.d, out=n)
        tile.drop(x)
        if y is not x:
            tile.drop(y)
        return Value(n, d, state, owned=True)

    return Operation(run, over.q // common, bound, over.d_bound * max(1, under.bound))
