"""Lines: a node that depends on one input alone, and on it in straight pieces, in its simplest form.

A cap on a floor on a slope is three pieces; whoever computes it need not know how it was put together.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeAlias

import attrs

from perfscheme.formula import nodes
from perfscheme.formula.nodes import Cut

Piece: TypeAlias = tuple[Fraction, Fraction]

_MOST = 64
"""More pieces than this are not worth having in one."""


@attrs.frozen
class Lines:
    """Straight pieces `a + b * x` of one input.

    Args:
        x: the input; None for a fixed number.
        cuts: where the pieces meet, ascending.
        pieces: one more than there are cuts.
    """

    x: nodes.Input | None
    cuts: tuple[Cut, ...]
    pieces: tuple[Piece, ...]


def lines(node: nodes.Formula, known: dict[nodes.Formula, Lines | None]) -> Lines | None:
    """A node as lines, None where it is more than that.

    Args:
        node: the node.
        known: what is found already; added to.

    >>> x = nodes.Input("x")
    >>> found = lines(nodes.clamp(100 - 5 * x, 0, None), {})
    >>> found.cuts, found.pieces[1]
    ((Cut(at=Fraction(20, 1), inclusive=True),), (Fraction(0, 1), Fraction(0, 1)))
    """
    for child in nodes.walk([node]):
        if isinstance(child, nodes.Formula) and child not in known:
            found = _lines(child, known)
            known[child] = found if found is None or len(found.pieces) <= _MOST else None
    return known[node]


def _lines(node: nodes.Formula, known: dict[nodes.Formula, Lines | None]) -> Lines | None:
    zero, one = Fraction(0), Fraction(1)
    match node:
        case nodes.Const(value=value):
            return Lines(None, (), ((value, zero),))
        case nodes.Input():
            return Lines(node, (), ((zero, one),))
        case nodes.Sum(constant=constant, terms=terms):
            found = [known[term] for _, term in terms]
            factors = [factor for factor, _ in terms]
            return joined(found, lambda here, low, high: [(None, _sum(constant, factors, here))])
        case nodes.Least(terms=terms) | nodes.Greatest(terms=terms):
            least = isinstance(node, nodes.Least)
            pairs = [known[term] for term in terms]
            return functools.reduce(
                lambda a, b: joined([a, b], lambda here, low, high: _nearer(here, low, high, least=least)), pairs
            )
        case nodes.Piecewise(x=x):
            inner = known[x]
            return None if inner is None else within(node, inner)
        case _:
            return None


Segments: TypeAlias = list[tuple[Cut | None, Piece]]
"""Pieces with the cut that each begins at; None: where the whole begins."""


def joined(
    found: Sequence[Lines | None],
    make: Callable[[Sequence[Piece], Cut | None, Cut | None], Segments],
) -> Lines | None:
    """Lines made of the pieces of several, stretch by stretch on which none of them bends."""
    there = [line for line in found if line is not None]
    inputs = {line.x for line in there if line.x is not None}
    if len(there) < len(found) or len(inputs) > 1:
        return None
    cuts = sorted({cut for line in there for cut in line.cuts}, key=_order)
    segments: Segments = []
    for i, (low, high) in enumerate(zip([None, *cuts], [*cuts, None])):
        before = set(cuts[:i])
        here = [line.pieces[sum(cut in before for cut in line.cuts)] for line in there]
        parts = make(here, low, high)
        segments += [(low if start is None else start, piece) for start, piece in parts]
    return _simple(next(iter(inputs), None), segments)


def _order(cut: Cut) -> tuple[Fraction, bool]:
    return cut.at, not cut.inclusive


def _simple(x: nodes.Input | None, segments: Segments) -> Lines:
    cuts: list[Cut] = []
    pieces: list[Piece] = []
    for start, piece in segments:
        if pieces and piece == pieces[-1]:
            continue
        if pieces and start is not None:
            cuts.append(start)
        pieces.append(piece)
    return Lines(x, tuple(cuts), tuple(pieces))


def _sum(constant: Fraction, factors: Sequence[Fraction], here: Sequence[Piece]) -> Piece:
    start = constant + sum((factor * a for factor, (a, _) in zip(factors, here)), Fraction(0))
    return start, sum((factor * b for factor, (_, b) in zip(factors, here)), Fraction(0))


def _nearer(here: Sequence[Piece], low: Cut | None, high: Cut | None, *, least: bool) -> Segments:
    """The least or the greatest of two lines between two cuts; they may cross there."""
    one, two = here
    (a, b), (c, d) = one, two
    if b == d:
        return [(None, one if (a < c) == least else two)]
    crossing = (c - a) / (b - d)
    # Left of the crossing the line that rises more is the lower one.
    left, right = (one, two) if (b > d) == least else (two, one)
    if low is not None and crossing <= low.at:
        return [(None, right)]
    if high is not None and crossing >= high.at:
        return [(None, left)]
    return [(None, left), (Cut(crossing), right)]


def within(node: nodes.Piecewise, inner: Lines) -> Lines:
    """Pieces of pieces: the outer cuts, seen from the input."""
    segments: Segments = []
    for low, high, (a, b) in zip([None, *inner.cuts], [*inner.cuts, None], inner.pieces):
        if b == 0:
            value = a
            start, slope = node.pieces[_place(node, value)]
            segments.append((low, (start + slope * value, Fraction(0))))
            continue
        # A falling line meets the outer cuts from above, and a point on a cut is on the other side.
        seen = [Cut((cut.at - a) / b, cut.inclusive == (b > 0)) for cut in node.cuts]
        stretch = (
            list(zip([None, *seen], [*seen, None], node.pieces))
            if b > 0
            else list(zip([None, *seen[::-1]], [*seen[::-1], None], node.pieces[::-1]))
        )
        for begin, end, (start, slope) in stretch:
            first = low if begin is None or (low is not None and _order(low) >= _order(begin)) else begin
            last = high if end is None or (high is not None and _order(high) <= _order(end)) else end
            if first is not None and last is not None and _order(first) >= _order(last):
                continue
            segments.append((first, (start + slope * a, slope * b)))
    return _simple(inner.x, segments)


def _place(node: nodes.Piecewise, x: Fraction) -> int:
    return sum(x > cut.at or (x == cut.at and cut.inclusive) for cut in node.cuts)
