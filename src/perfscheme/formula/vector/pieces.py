"""Straight pieces on whole numbers: which piece holds, and its line."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from perfscheme.formula import nodes
from perfscheme.formula.vector.operations import LIMIT, Operation, Run, TooLarge
from perfscheme.formula.vector.tiles import Floats, Ranks, Tile, Value

_MOST_RAMPS = 3
"""Up to so many sloped pieces, clipping each is faster than looking up the one that holds."""


def count_cuts(tile: Tile, x: Floats, cuts: Sequence[tuple[float, bool]]) -> None:
    """Put into `tile.index` how many cuts each row has reached (True: x >= cut, False: x > cut)."""
    if len(cuts) == 1:
        ((cut, inclusive),) = cuts
        (np.greater_equal if inclusive else np.greater)(x, cut, out=tile.mask)
        np.copyto(tile.index, tile.mask)
        return
    counts = _counts(tile, cuts)
    count_small(tile, x, cuts, counts)
    if counts is not tile.index:
        np.copyto(tile.index, counts)


def _counts(tile: Tile, cuts: Sequence[object]) -> Ranks:
    """Where so many cuts are counted: in bytes, the fastest, as long as they do not run over."""
    return tile.counts if len(cuts) <= np.iinfo(tile.counts.dtype).max else tile.index


def count_small(tile: Tile, x: Floats, cuts: Sequence[tuple[float, bool]], counts: Ranks) -> None:
    """Put into `counts` how many cuts each row has reached."""
    mask = tile.mask
    counts.fill(0)
    for cut, inclusive in cuts:
        (np.greater_equal if inclusive else np.greater)(x, cut, out=mask)
        np.add(counts, mask.view(np.int8), out=counts)


def straight_pieces(
    x: Operation, cuts: Sequence[nodes.Cut], pieces: Sequence[tuple[Fraction, Fraction]], reaches: Sequence[Fraction]
) -> Operation:
    """Pieces a + b * x.

    Args:
        x: the argument, exact.
        cuts: where pieces meet, ascending.
        pieces: start a and slope b of each, one more than cuts.
        reaches: the largest |x| that each piece meets; 0 where it meets none.

    Raises:
        TooLarge: a piece, or a cut held against a ratio, may pass 2**53.
    """
    q = math.lcm(*(a.denominator for a, _ in pieces), *((b / x.q).denominator for _, b in pieces))
    starts = [int(a * q) for a, _ in pieces]
    slopes = [int(b * q / x.q) for _, b in pieces]
    d = x.d_bound
    bound = max(abs(a) * d + math.ceil(abs(b) * reach * x.q * d) for a, b, reach in zip(starts, slopes, reaches))
    plain = [whole_cut(cut, x.q) for cut in cuts]
    for cut in cuts:
        if d > 1 and max(cut.at.denominator * x.bound, abs(cut.at.numerator) * x.q * d) >= LIMIT:
            raise TooLarge
    if max((abs(n) for n, _ in plain), default=0) >= LIMIT:
        raise TooLarge

    def scaled(k: int) -> Run:
        start = np.array([n * k for n in starts], np.float64)
        slope = np.array([n * k for n in slopes], np.float64) if any(slopes) else None
        return _of_wholes(x, plain, start, slope) if d == 1 else _of_ratios(x, cuts, start, slope)

    return Operation(scaled(1), q, bound, d, scale=scaled if bound < LIMIT // 2**16 else None)


def _of_wholes(x: Operation, cuts: Sequence[tuple[float, bool]], start: Floats, slope: Floats | None) -> Run:
    """Looks up start and slope by the piece that holds; no slope: all pieces are flat."""

    def run(tile: Tile) -> Value:
        value = x.run(tile)
        n = tile.numbers_of(value)
        count_cuts(tile, n, cuts)
        out = tile.take()
        np.take(start, tile.index, out=out, mode="clip")
        if slope is not None:
            along = value.n if value.owned and isinstance(value.n, np.ndarray) else tile.take()
            slopes = tile.take()
            np.take(slope, tile.index, out=slopes, mode="clip")
            np.multiply(slopes, n, out=along)
            np.add(out, along, out=out)
            tile.give(slopes)
            if along is not value.n:
                tile.give(along)
        tile.drop(value)
        return Value(out, 1.0, value.state, owned=True)

    return run


def _of_ratios(x: Operation, cuts: Sequence[nodes.Cut], start: Floats, slope: Floats | None) -> Run:
    """The same where x has a divisor of its own in each row; with whole cuts, in a tile in which all of them are 1."""
    plain = [whole_cut(cut, x.q) for cut in cuts]

    def run(tile: Tile) -> Value:
        value = x.run(tile)
        n = tile.numbers_of(value)
        if isinstance(value.d, float) and value.d == 1.0:
            count_cuts(tile, n, plain)
        else:
            _count_ratio_cuts(tile, n, value.d, x.q, cuts)
        out = tile.take()
        np.take(start, tile.index, out=out, mode="clip")
        np.multiply(out, value.d, out=out)
        if slope is not None:
            along = tile.take()
            np.take(slope, tile.index, out=along, mode="clip")
            np.multiply(along, n, out=along)
            np.add(out, along, out=out)
            tile.give(along)
        tile.drop(value)
        return Value(out, value.d, value.state, owned=True)

    return run


def _clipped(x: Fraction, low: Fraction | None, high: Fraction | None) -> Fraction:
    x = x if low is None else max(x, low)
    return x if high is None else min(x, high)


def ramps(
    x: Operation, cuts: Sequence[nodes.Cut], pieces: Sequence[tuple[Fraction, Fraction]], reaches: Sequence[Fraction]
) -> Operation | None:
    """Pieces without jumps as a sum of clipped lines, which takes half the time for few of them; None where they jump.

    From a piece to the next the value goes on with another slope, so it is the first piece's start
    plus each slope times the part of x that lies in its piece. Arguments as of `straight_pieces`.

    Raises:
        TooLarge: the sum may pass 2**53 on the way.
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
    whole = [
        (
            int(b * q / x.q),
            -math.inf if low is None else float(low * x.q),
            math.inf if high is None else float(high * x.q),
        )
        for b, low, high, _ in lines
    ]
    offset = int(start * q)
    bound = abs(offset)
    for (_, nearer, further, reach), (line, *_) in zip(lines, whole):
        widest = max(abs(place) for place in (nearer, further, reach) if place is not None)
        bound += math.ceil(abs(line) * widest * x.q)
    if bound >= LIMIT:
        raise TooLarge

    def scaled(k: int) -> Run:
        return _sum_of_clipped(x, float(offset * k), [(float(slope * k), low, high) for slope, low, high in whole])

    return Operation(scaled(1), q, bound, scale=scaled if bound < LIMIT // 2**16 else None)


def _sum_of_clipped(x: Operation, constant: float, lines: Sequence[tuple[float, float, float]]) -> Run:
    """A constant, and of each line its slope times x between two ends."""
    (first, low, high), *rest = lines

    def run(tile: Tile) -> Value:
        value = x.run(tile)
        n = tile.numbers_of(value)
        out = tile.take()
        np.clip(n, low, high, out=out)
        np.multiply(out, first, out=out)
        if rest:
            part = tile.take()
            for slope, start, end in rest:
                np.clip(n, start, end, out=part)
                np.multiply(part, slope, out=part)
                np.add(out, part, out=out)
            tile.give(part)
        if constant:
            np.add(out, constant, out=out)
        tile.drop(value)
        return Value(out, 1.0, value.state, owned=True)

    return run


def whole_cut(cut: nodes.Cut, q: int) -> tuple[float, bool]:
    """The cut on whole numbers n = x * q."""
    place = cut.at * q
    if place.denominator == 1:
        return float(place), cut.inclusive
    return float(math.ceil(place)), True


def _count_ratio_cuts(tile: Tile, n: Floats, d: Floats | float, q: int, cuts: Sequence[nodes.Cut]) -> None:
    counts, left, right = _counts(tile, cuts), tile.take(), tile.take()
    counts.fill(0)
    for cut in cuts:
        np.multiply(n, float(cut.at.denominator), out=left)
        np.multiply(d, float(cut.at.numerator * q), out=right)
        (np.greater_equal if cut.inclusive else np.greater)(left, right, out=tile.mask)
        np.add(counts, tile.mask.view(np.int8), out=counts)
    if counts is not tile.index:
        np.copyto(tile.index, counts)
    tile.give(left)
    tile.give(right)
