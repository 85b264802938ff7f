"""Operations of the integer plan: every number is a whole float64 below 2**53, so arithmetic is exact."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeAlias

import attrs
import numpy as np

from perfscheme.formula import nodes
from perfscheme.formula.cuts import least_float
from perfscheme.formula.vector.tiles import MISSING, NOT_APPLICABLE, Floats, Masks, States, Tile, Value, joined

Run: TypeAlias = Callable[[Tile], Value]
Test: TypeAlias = Callable[[Tile], "Masks | bool"]

LIMIT = 2**53

_MOST_RAMPS = 3
"""Up to so many sloped pieces, clipping each is faster than looking up the one that holds."""


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
    """A fixed number."""
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


def states_of(tile: Tile, key: str, nan: Masks) -> States | None:
    """States of a number column, from the mask of its NaNs."""
    state = nan.astype(np.int8)
    np.multiply(state, np.int8(MISSING), out=state)
    not_applicable = tile.columns.not_applicable.get(key)
    if not_applicable is not None:
        state[not_applicable[tile.start : tile.start + tile.rows]] = NOT_APPLICABLE
    return state


def flag_invalid(tile: Tile, x: Floats, valid: nodes.Input, bound: float) -> Masks | None:
    """Flag the rows outside an input's valid range; returns the mask of NaNs, None if there are none."""
    low = -bound if valid.low is None else float(valid.low)
    high = bound if valid.high is None else float(valid.high)
    least = np.minimum.reduce(x)
    nan: Masks | None = None
    if least != least:
        nan = np.isnan(x)
        least = np.fmin.reduce(x)
    greatest = np.fmax.reduce(x)
    # A limit of many digits may lie beside its float: rows at the float itself are looked at exactly.
    if least < low or greatest > high or (valid.low is not None and low != valid.low and least <= low) or (
        valid.high is not None and high != valid.high and greatest >= high
    ):
        tile.flag((x <= low) | (x >= high) if low != valid.low or high != valid.high else (x < low) | (x > high))
    if valid.gap is not None:
        above, upto = map(float, valid.gap)
        if least <= upto:
            tile.flag((x > above) & (x <= upto))
    return nan


def number_input(node: nodes.Input, decimals: int, bound: int) -> Operation:
    """A column decoded to whole multiples of 10**-decimals; rows that are not such multiples are flagged."""
    key, power, widest = node.key, float(10**decimals), float(Fraction(bound, 10**decimals))

    def run(tile: Tile) -> Value:
        x = tile.numbers(key)
        nan = flag_invalid(tile, x, node, widest)
        n, same = tile.take(), tile.mask
        if decimals:
            np.multiply(x, power, out=n)
            np.rint(n, out=n)
            back = tile.take()
            np.divide(n, power, out=back)
            np.equal(back, x, out=same)
            tile.give(back)
        else:
            np.rint(x, out=n)
            np.equal(n, x, out=same)
        if nan is None:
            if not same.all():
                tile.flag(~same)
            return Value(n, owned=True)
        np.logical_or(same, nan, out=same)
        if not same.all():
            tile.flag(~same)
        return Value(n, state=states_of(tile, key, nan), owned=True)

    return Operation(run, 10**decimals, bound)


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


def count_cuts(tile: Tile, x: Floats, cuts: Sequence[tuple[float, bool]]) -> None:
    """Put into `tile.index` how many cuts each row has reached (True: x >= cut, False: x > cut)."""
    if len(cuts) == 1:
        ((cut, inclusive),) = cuts
        (np.greater_equal if inclusive else np.greater)(x, cut, out=tile.mask)
        np.copyto(tile.index, tile.mask)
        return
    count_small(tile, x, cuts, tile.counts)
    np.copyto(tile.index, tile.counts)


def count_small(tile: Tile, x: Floats, cuts: Sequence[tuple[float, bool]], counts: States) -> None:
    """Put into `counts` how many cuts each row has reached."""
    mask = tile.mask
    counts.fill(0)
    for cut, inclusive in cuts:
        (np.greater_equal if inclusive else np.greater)(x, cut, out=mask)
        np.add(counts, mask.view(np.int8), out=counts)


def level_steps(x: nodes.Input, cuts: Sequence[nodes.Cut], levels: Sequence[Fraction], widest: float) -> Operation:
    """Flat pieces straight on a column: comparisons of floats decide, nothing is decoded."""
    q = math.lcm(*(level.denominator for level in levels))
    places = [least_float(cut) for cut in cuts]
    whole = [int(level * q) for level in levels]

    def scaled(k: int) -> Run:
        table = np.array([n * k for n in whole], np.float64)

        def run(tile: Tile) -> Value:
            column = tile.numbers(x.key)
            nan = flag_invalid(tile, column, x, widest)
            count_cuts(tile, column, places)
            n = tile.take()
            np.take(table, tile.index, out=n, mode="clip")
            if nan is None:
                return Value(n, owned=True)
            return Value(n, state=states_of(tile, x.key, nan), owned=True)

        return run

    return Operation(scaled(1), q, max(map(abs, whole)), scale=scaled)


def straight_pieces(
    x: Operation, cuts: Sequence[nodes.Cut], pieces: Sequence[tuple[Fraction, Fraction]], reaches: Sequence[Fraction]
) -> Operation:
    """Pieces a + b * x; `reaches` gives the largest |x| that each piece meets (0 where it meets none)."""
    q = math.lcm(*(a.denominator for a, _ in pieces), *((b / x.q).denominator for _, b in pieces))
    starts = [int(a * q) for a, _ in pieces]
    slopes = [int(b * q / x.q) for _, b in pieces]
    d = x.d_bound
    bound = max(
        abs(a) * d + math.ceil(abs(b) * reach * x.q * d) for a, b, reach in zip(starts, slopes, reaches)
    )
    plain = [whole_cut(cut, x.q) for cut in cuts]
    for cut in cuts:
        if d > 1 and max(cut.at.denominator * x.bound, abs(cut.at.numerator) * x.q * d) >= LIMIT:
            raise TooLarge
    if max((abs(n) for n, _ in plain), default=0) >= LIMIT:
        raise TooLarge
    flat = not any(slopes)

    def scaled(k: int) -> Run:
        start = np.array([n * k for n in starts], np.float64)
        slope = np.array([n * k for n in slopes], np.float64)

        def run(tile: Tile) -> Value:
            value = x.run(tile)
            n = value.n if isinstance(value.n, np.ndarray) else np.full(tile.rows, value.n)
            if value.d is not None and not (isinstance(value.d, float) and value.d == 1.0):
                _count_ratio_cuts(tile, n, value.d, x.q, cuts)
            else:
                count_cuts(tile, n, plain)
            out = tile.take()
            np.take(start, tile.index, out=out, mode="clip")
            np.multiply(out, value.d, out=out)
            if not flat:
                along = tile.take()
                np.take(slope, tile.index, out=along, mode="clip")
                np.multiply(along, n, out=along)
                np.add(out, along, out=out)
                tile.give(along)
            tile.drop(value)
            return Value(out, value.d, value.state, owned=True)

        def plain_run(tile: Tile) -> Value:
            value = x.run(tile)
            n = value.n if isinstance(value.n, np.ndarray) else np.full(tile.rows, value.n)
            count_cuts(tile, n, plain)
            out = tile.take()
            np.take(start, tile.index, out=out, mode="clip")
            if not flat:
                along = value.n if value.owned and isinstance(value.n, np.ndarray) else tile.take()
                slopes_here = tile.take()
                np.take(slope, tile.index, out=slopes_here, mode="clip")
                np.multiply(slopes_here, n, out=along)
                np.add(out, along, out=out)
                tile.give(slopes_here)
                if along is not value.n:
                    tile.give(along)
            tile.drop(value)
            return Value(out, 1.0, value.state, owned=True)

        return plain_run if d == 1 else run

    return Operation(scaled(1), q, bound, d, scale=scaled if bound < LIMIT // 2**16 else None)


def _clipped(x: Fraction, low: Fraction | None, high: Fraction | None) -> Fraction:
    x = x if low is None else max(x, low)
    return x if high is None else min(x, high)


def ramps(
    x: Operation, cuts: Sequence[nodes.Cut], pieces: Sequence[tuple[Fraction, Fraction]], reaches: Sequence[Fraction]
) -> Operation | None:
    """Pieces without jumps as a sum of clipped lines, which takes half the time for few of them; None where they jump.

    From a piece to the next the value goes on with another slope, so it is the first piece's start
    plus each slope times the part of x that lies in its piece.
    """
    sloped = sum(1 for _, b in pieces if b)
    if x.d_bound > 1 or not 1 <= sloped <= _MOST_RAMPS or any((cut.at * x.q).denominator != 1 for cut in cuts):
        return None
    if any(a + b * cut.at != c + d * cut.at for cut, (a, b), (c, d) in zip(cuts, pieces, pieces[1:])):
        return None
    ends = [None, *(cut.at for cut in cuts), None]
    lines = [(b, low, high, reach) for (_, b), low, high, reach in zip(pieces, ends, ends[1:], reaches) if b]
    # What all lines give at a place of which the value is known; the rest of the value is constant.
    known = cuts[0].at if cuts else Fraction(0)
    first, slope = pieces[0]
    start = first + slope * known - sum((b * _clipped(known, low, high) for b, low, high, _ in lines), Fraction(0))
    q = math.lcm(start.denominator, *((b / x.q).denominator for b, *_ in lines))
    whole = [(int(b * q / x.q), *(math.inf * side if end is None else float(end * x.q) for side, end in ((-1, low), (1, high))))
             for b, low, high, _ in lines]  # fmt: skip
    offset = int(start * q)
    bound = abs(offset)
    for (b, low, high, reach), (slope, *_) in zip(lines, whole):
        widest = max(abs(end) for end in (low, high, reach) if end is not None)
        bound += math.ceil(abs(slope) * widest * x.q)
    if bound >= LIMIT:
        raise TooLarge

    def scaled(k: int) -> Run:
        (first, low, high), *rest = [(float(slope * k), low, high) for slope, low, high in whole]
        constant = float(offset * k)

        def run(tile: Tile) -> Value:
            value = x.run(tile)
            n = value.n if isinstance(value.n, np.ndarray) else np.full(tile.rows, value.n)
            out = tile.take()
            np.clip(n, low, high, out=out)
            np.multiply(out, first, out=out)
            if rest:
                part = tile.take()
                for slope, start_, end in rest:
                    np.clip(n, start_, end, out=part)
                    np.multiply(part, slope, out=part)
                    np.add(out, part, out=out)
                tile.give(part)
            if constant:
                np.add(out, constant, out=out)
            tile.drop(value)
            return Value(out, 1.0, value.state, owned=True)

        return run

    return Operation(scaled(1), q, bound, scale=scaled if bound < LIMIT // 2**16 else None)


def whole_cut(cut: nodes.Cut, q: int) -> tuple[float, bool]:
    """The cut on whole numbers n = x * q."""
    place = cut.at * q
    if place.denominator == 1:
        return float(place), cut.inclusive
    return float(math.ceil(place)), True


def _count_ratio_cuts(tile: Tile, n: Floats, d: Floats | float, q: int, cuts: Sequence[nodes.Cut]) -> None:
    counts, left, right = tile.counts, tile.take(), tile.take()
    counts.fill(0)
    for cut in cuts:
        np.multiply(n, float(cut.at.denominator), out=left)
        np.multiply(d, float(cut.at.numerator * q), out=right)
        (np.greater_equal if cut.inclusive else np.greater)(left, right, out=tile.mask)
        np.add(counts, tile.mask.view(np.int8), out=counts)
    np.copyto(tile.index, counts)
    tile.give(left)
    tile.give(right)


def weighted_sum(
    constant: Fraction, terms: Sequence[tuple[Fraction, Operation]]
) -> Operation:
    """constant + sum of factor * term."""
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
    if not _same(a.d, b.d):
        d = a.d * b.d
        a, b = _crossed(tile, a, b.d), _crossed(tile, b, a.d)
    if not isinstance(a.n, np.ndarray) and not isinstance(b.n, np.ndarray):
        return Value(a.n + b.n, d, state)
    if not isinstance(a.n, np.ndarray):
        a, b = b, a
    out = a.n if a.owned else tile.take()
    np.add(a.n, b.n, out=out)  # type: ignore[arg-type]  # a is an array here
    tile.drop(b)
    return Value(out, d, state, owned=True)  # type: ignore[arg-type]  # so is its buffer


def _same(a: Floats | float, b: Floats | float) -> bool:
    return a is b or (not isinstance(a, np.ndarray) and not isinstance(b, np.ndarray) and a == b)


def _crossed(tile: Tile, value: Value, d: Floats | float) -> Value:
    """`value` with `n` multiplied by another value's denominator."""
    if not isinstance(value.n, np.ndarray) and not isinstance(d, np.ndarray):
        return Value(value.n * d)
    out = value.n if value.owned and isinstance(value.n, np.ndarray) else tile.take()
    np.multiply(value.n, d, out=out)
    return Value(out, owned=True)


def multiplied(a: Operation, b: Operation) -> Operation:
    """Product of two operations."""
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
    """Quotient with a denominator for each row; rows with a divisor of zero are flagged."""
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
    """The least or the greatest of the terms."""
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
            if _same(found.d, other.d):
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
        d = a.d if _same(a.d, b.d) else np.where(where, a.d, b.d)
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
            if not _same(value.d, 1.0):
                d = np.where(here, value.d, d)
            if value.state is not None:
                state = np.zeros(tile.rows, np.int8) if state is None else state
                np.copyto(state, value.state, where=here)
            tile.drop(value)
        return Value(out, d, state, owned=True)

    return Operation(run, q, bound, max(case.d_bound for case in cases))


def best(terms: Sequence[Operation], count: int) -> Operation:
    """Sum of the `count` greatest terms that are there."""
    q = math.lcm(*(x.q for x in terms))
    runs = [x.times(q // x.q) for x in terms]
    bound = count * max(x.bound * (q // x.q) for x in terms)
    if any(x.d_bound > 1 for x in terms):
        raise TooLarge

    def run(tile: Tile) -> Value:
        stack = np.empty((len(runs), tile.rows))
        there = np.zeros(tile.rows, np.int8)
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
