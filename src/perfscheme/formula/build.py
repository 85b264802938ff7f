"""Builders of larger formulas: interpolation, steps and marginal rates, over places that may differ per person.

Where all places are fixed, the result is one `Piecewise`. Where one is a formula, it is a chain of cases, guarded
twice: it is absent for a person for whom a place or its points are, and *undefined* (a division by zero) for a
person whose places do not ascend, since any number there would be an accident of the order of the cases.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, TypeAlias

from perfscheme.formula.nodes import (
    Absent,
    Compare,
    Condition,
    Const,
    Cut,
    Every,
    Formula,
    If,
    InState,
    Number,
    Piecewise,
    Quotient,
    Relation,
    State,
    Sum,
    clamp,
    formula,
    greatest,
    linear,
    present,
    product,
    quotient,
)

Outside: TypeAlias = Literal["clamp", "zero", "extend"]
Way: TypeAlias = Literal["higher", "lower"]
Knot: TypeAlias = tuple[Number, Number]

_Piece: TypeAlias = tuple[Fraction, Fraction]
_NOTHING: _Piece = (Fraction(0), Fraction(0))


def interpolate(x: Formula, knots: Sequence[Knot], *, below: Outside = "clamp", above: Outside = "clamp") -> Formula:
    """Straight lines between knots.

    Args:
        x: the number that is looked up.
        knots: place and points; places ascend. At a knot, its points hold exactly.
        below: before the first knot: the points of that knot (`clamp`), 0 (`zero`, so that the knot is the edge of
            a cliff), or the line of the outermost segment (`extend`, two knots at least).
        above: the same, after the last knot.

    Raises:
        ValueError: no knots; fixed places that do not ascend; one knot to extend from.
    """
    ends = [(formula(place), formula(points)) for place, points in knots]
    if not ends:
        raise ValueError("interpolation needs a knot")
    if len(ends) == 1 and "extend" in (below, above):
        raise ValueError("one knot gives no line to extend")
    fixed = _fixed(ends)
    if fixed is not None:
        return _interpolate_fixed(x, fixed, below, above)
    pairs = list(itertools.pairwise(ends))
    lines = [_line(x, a, b, inside=True) for a, b in pairs]
    outer: dict[Outside, tuple[Formula, Formula]] = {
        "clamp": (ends[0][1], ends[-1][1]),
        "zero": (Const(Fraction(0)), Const(Fraction(0))),
    }
    if pairs:
        outer["extend"] = (_line(x, *pairs[0], inside=False), _line(x, *pairs[-1], inside=False))
    result = outer[above][1]
    for (place, _), inside in reversed(list(zip(ends[1:], lines, strict=True))):
        result = If(Compare(x, "at-most", place), inside, result)
    if not lines:
        result = If(Compare(x, "at-most", ends[0][0]), ends[0][1], result)
    result = If(Compare(x, "below", ends[0][0]), outer[below][0], result)
    return _guarded(x, ends, result)


def steps(x: Formula, levels: Sequence[Knot], otherwise: Number, *, better: Way) -> Formula:
    """Flat tiers: the points of the best level that `x` reaches; an edge belongs to the better side.

    Args:
        x: the number that is looked up.
        levels: place and points; places ascend, whichever way is better.
        otherwise: points where no level is reached.
        better: `higher`: a level is reached at its place or above; `lower`: at its place or below.

    Raises:
        ValueError: no levels; fixed places that do not ascend.
    """
    return bands(x, [(place, points, True) for place, points in levels], otherwise, better=better)


def bands(x: Formula, levels: Sequence[tuple[Number, Number, bool]], otherwise: Number, *, better: Way) -> Formula:
    """Flat tiers with a side for each edge.

    Args:
        x: the number that is looked up.
        levels: place, points, and whether the place itself has them; places ascend, whichever way is better. Two levels
            may be at one place where the wider one has it and the narrower one has not: `from 2` and `above 2`.
        otherwise: points where no level is reached.
        better: `higher`: a level holds from its place up to the next; `lower`: from its place down to the next.

    Raises:
        ValueError: no levels; fixed places that do not ascend.
    """
    if not levels:
        raise ValueError("steps need a level")
    tiers = [(formula(place), formula(points)) for place, points, _ in levels]
    own = [has for _, _, has in levels]
    touching = [(a and not b) if better == "higher" else (b and not a) for a, b in itertools.pairwise(own)]
    rest = formula(otherwise)
    fixed = _fixed(tiers, touching)
    if fixed is not None and isinstance(rest, Const):
        flat: list[_Piece] = [(points, Fraction(0)) for _, points in fixed]
        end = (rest.value, Fraction(0))
        pieces = [end, *flat] if better == "higher" else [*flat, end]
        cuts = [Cut(place, inclusive=has == (better == "higher")) for (place, _), has in zip(fixed, own, strict=True)]
        return _piecewise(x, cuts, pieces)
    result = rest
    for (place, points), has in list(zip(tiers, own, strict=True))[:: 1 if better == "higher" else -1]:
        relation: Relation = ("at-least" if has else "above") if better == "higher" else "at-most" if has else "below"
        result = If(Compare(x, relation, place), points, result)
    return _guarded(x, [*tiers, (tiers[0][0], rest)], result, tiers, touching)


def marginal(x: Formula, rates: Sequence[Knot]) -> Formula:
    """Each part of `x` at the rate of the bracket that it lies in, as an income tax does.

    Args:
        x: the number that is paid for.
        rates: where a bracket begins, and its rate; beginnings ascend. Below the first, nothing is paid.

    Raises:
        ValueError: no rates; fixed beginnings that do not ascend.

    >>> from perfscheme.formula.exact import Evaluation
    >>> from perfscheme.formula.nodes import Input
    >>> rates = [(0, Fraction("0.01")), (1000, Fraction("0.02"))]
    >>> Evaluation({"sales": Fraction(1500)})(marginal(Input("sales"), rates))
    Fraction(20, 1)
    """
    brackets = [(formula(place), formula(rate)) for place, rate in rates]
    if not brackets:
        raise ValueError("marginal rates need a bracket")
    fixed = _fixed(brackets)
    if fixed is None:
        zero = Const(Fraction(0))
        before = [zero, *(rate for _, rate in brackets)]
        parts = [
            product(linear((1, rate), (-1, last)), greatest(linear((1, x), (-1, place)), zero))
            for (place, rate), last in zip(brackets, before, strict=False)
        ]
        return _guarded(x, brackets, linear(*((1, part) for part in parts)))
    pieces = [_NOTHING]
    paid = Fraction(0)
    for i, (place, rate) in enumerate(fixed):
        if i:
            paid += (place - fixed[i - 1][0]) * fixed[i - 1][1]
        pieces.append((paid - place * rate, rate))
    return _piecewise(x, [Cut(place) for place, _ in fixed], pieces)


def needing(result: Formula, *needed: Formula) -> Formula:
    """`result` where all of `needed` are present; missing where one is missing, else not applicable.

    Conditions know no "unknown", so a chain of cases over something absent would end in one of its cases.
    """
    # A sum is absent where a term is; with factors of 0 it is nothing but that.
    everything = Sum(Fraction(0), tuple((Fraction(0), node) for node in needed))
    why = If(InState(everything, State.MISSING), Absent(State.MISSING), Absent(State.NOT_APPLICABLE))
    return If(present(everything), result, why)


def undefined() -> Formula:
    """A number that no record has: asking for it is a division by zero."""
    return Quotient(Const(Fraction(1)), Const(Fraction(0)))


def _fixed(
    pairs: Sequence[tuple[Formula, Formula]], touching: Sequence[bool] = ()
) -> list[tuple[Fraction, Fraction]] | None:
    """The pairs as numbers, None where one is a formula; `touching`: which may be at the place of the next.

    Raises:
        ValueError: they are numbers, and the places do not ascend.
    """
    places = [place.value for place, _ in pairs if isinstance(place, Const)]
    touches_next = touching or [False] * len(pairs)
    if len(places) == len(pairs) and any(
        a > b or (a == b and not touches) for (a, b), touches in zip(itertools.pairwise(places), touches_next)
    ):
        raise ValueError("places must ascend")
    found = [(a.value, b.value) for a, b in pairs if isinstance(a, Const) and isinstance(b, Const)]
    return found if len(found) == len(pairs) else None


def _interpolate_fixed(
    x: Formula, knots: Sequence[tuple[Fraction, Fraction]], below: Outside, above: Outside
) -> Formula:
    (first, low), (last, high) = knots[0], knots[-1]
    lines: list[_Piece] = []
    for (a, p), (b, q) in itertools.pairwise(knots):
        slope = (q - p) / (b - a)
        lines.append((p - slope * a, slope))
    inner = lines or [(low, Fraction(0))]
    before = {"clamp": (low, Fraction(0)), "zero": _NOTHING, "extend": inner[0]}[below]
    after = {"clamp": (high, Fraction(0)), "zero": _NOTHING, "extend": inner[-1]}[above]
    # The first knot belongs to the first line, the last knot to the last line: so a cliff begins beyond it.
    cuts = [Cut(first), *(Cut(place) for place, _ in knots[1:-1]), Cut(last, inclusive=False)]
    return _piecewise(x, cuts, [before, *inner, after])


def _piecewise(x: Formula, cuts: Sequence[Cut], pieces: Sequence[_Piece]) -> Formula:
    """A piecewise formula without the cuts that change nothing."""
    kept = [i for i in range(len(cuts)) if pieces[i] != pieces[i + 1]]
    if not kept:
        constant, slope = pieces[0]
        return Sum(constant, ((slope, x),))
    return Piecewise(x, tuple(cuts[i] for i in kept), (pieces[0], *(pieces[i + 1] for i in kept)))


def _line(x: Formula, a: tuple[Formula, Formula], b: tuple[Formula, Formula], *, inside: bool) -> Formula:
    (place, points), (far, other) = a, b
    share = quotient(linear((1, x), (-1, place)), linear((1, far), (-1, place)))
    if inside:
        # It is within 0 and 1 there; said aloud, so that an analysis knows the range of the points.
        share = clamp(share, 0, 1)
    return linear((1, points), (1, product(linear((1, other), (-1, points)), share)))


def _guarded(
    x: Formula,
    pairs: Sequence[tuple[Formula, Formula]],
    result: Formula,
    ordered: Sequence[tuple[Formula, Formula]] | None = None,
    touching: Sequence[bool] = (),
) -> Formula:
    """`result`, absent where `x` or one of `pairs` is, undefined where the places do not ascend."""
    places = [place for place, _ in (ordered if ordered is not None else pairs)]
    order: list[Condition] = [
        Compare(a, "at-most" if touches else "below", b)
        for (a, b), touches in zip(itertools.pairwise(places), touching or [False] * len(places))
        if not (isinstance(a, Const) and isinstance(b, Const))
    ]
    if order:
        result = If(order[0] if len(order) == 1 else Every(tuple(order)), result, undefined())
    needed = {id(node): node for pair in pairs for node in pair if not isinstance(node, Const)}
    return needing(result, x, *needed.values()) if needed else result
