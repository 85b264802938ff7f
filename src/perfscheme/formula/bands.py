"""Bands: a formula of one number as a table, from which values on it gives how much."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import attrs

from perfscheme.diagnostics import Language
from perfscheme.formula import nodes
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.lines import lines
from perfscheme.formula.ranges import EVERYTHING, Range, piece_ends
from perfscheme.formula.words import bracketed, exactly, say

Line: TypeAlias = tuple[nodes.Cut | None, nodes.Cut | None, tuple[Fraction, Fraction], tuple[bool, bool]]
"""A piece between two cuts (None: no end), and whether the formula jumps at each of them."""


@attrs.frozen
class Band:
    """Values from edge to edge that count alike or lie on one line.

    Args:
        where: the values in words.
        gives: what it gives, in words.
        slope: how much more for each 1 more.
    """

    where: str
    gives: str
    slope: Fraction


def bands(
    node: nodes.Formula,
    lang: Language = "en",
    name: Callable[[Fraction], str] = exactly,
    figure: Callable[[Fraction], str] = exactly,
) -> list[Band] | None:
    """The bands of a formula over the values that its input can have.

    Args:
        node: any node.
        lang: of the words.
        name: what the ends of bands are called.
        figure: how what they give is written.

    Returns:
        None where the node is more than straight pieces of one input, or fixed.

    >>> x = nodes.Input("x", Fraction(0), Fraction(80))
    >>> [(band.where, band.gives) for band in bands(nodes.clamp(2 * x, None, 100)) or ()]
    [('between 0 and 50', '0 rising to 100'), ('above 50', '100')]
    """
    found = lines(node, {})
    if found is None or found.x is None:
        return None
    whole = nodes.Piecewise(found.x, found.cuts, found.pieces)
    domain = Analysis().range(found.x) or EVERYTHING
    return [Band(*band_words(line, lang, name, figure), line[2][1]) for line in pieces_of(whole, domain)]


def pieces_of(node: nodes.Piecewise, domain: Range) -> list[Line]:
    """The pieces that a domain reaches; an end that the domain itself makes is a cut without a jump."""
    found: list[Line] = []
    for i, ((low, high), piece) in enumerate(zip(piece_ends(node, domain), node.pieces, strict=True)):
        if low > high:
            continue
        below = node.cuts[i - 1] if i else None
        above = node.cuts[i] if i < len(node.cuts) else None
        # A slope ends where the values do, be there a cut further out or none.
        if piece[1] and isinstance(low, Fraction) and (below is None or below.at < low):
            below = nodes.Cut(low)
        if piece[1] and isinstance(high, Fraction) and (above is None or above.at > high):
            above = nodes.Cut(high, inclusive=False)
        before, after = (
            cut is not None and cut in node.cuts and _at(piece, cut.at) != _at(other, cut.at)
            for cut, other in ((below, node.pieces[max(i - 1, 0)]), (above, node.pieces[min(i + 1, len(node.cuts))]))
        )
        found.append((below, above, piece, (before, after)))
    return found


def _at(piece: tuple[Fraction, Fraction], x: Fraction) -> Fraction:
    return piece[0] + piece[1] * x


def band_words(
    line: Line, lang: Language, name: Callable[[Fraction], str] = exactly, figure: Callable[[Fraction], str] = exactly
) -> tuple[str, str]:
    """Where a piece holds and what it gives there: `between 70 and 90`, `0 rising to 80`.

    Args:
        line: from `pieces_of`.
        lang: of the words.
        name: what the ends are called.
        figure: how what it gives is written.
    """
    low, high, piece, jumps = line
    slope = piece[1]
    if low is None and high is None:
        key = "whole-line"
        sign = "+" if slope > 0 else "−"
        points = exactly(piece[0]) if not slope else f"{exactly(piece[0])} {sign} {bracketed(abs(slope))} × x"
    elif low is not None and high is not None:
        points = _run(lang, figure, _at(piece, low.at), _at(piece, high.at))
        if low.at == high.at:
            key = "exactly"
        elif not any(jumps):
            key = "between"
        else:
            # Where the formula does not jump, it does not matter to which side the end belongs.
            start = ("from" if low.inclusive else "over") if jumps[0] else "touch"
            key = start + (("-under" if high.inclusive else "-to") if jumps[1] else "-touch")
    elif low is not None:
        key = "from" if jumps[0] and low.inclusive else "over"
        points = _slope(lang, figure, _at(piece, low.at), slope, "")
    else:
        assert high is not None
        key = "up-to" if jumps[1] and not high.inclusive else "under"
        points = _slope(lang, figure, _at(piece, high.at), -slope, "-under")
    return say(key, lang, low=low and name(low.at), high=high and name(high.at)), points


def _run(lang: Language, figure: Callable[[Fraction], str], start: Fraction, end: Fraction) -> str:
    if start == end:
        return figure(start)
    return say("rising" if end > start else "falling", lang, start=figure(start), end=figure(end))


def _slope(lang: Language, figure: Callable[[Fraction], str], start: Fraction, slope: Fraction, side: str) -> str:
    if not slope:
        return figure(start)
    key = ("more-each" if slope > 0 else "less-each") + side
    return say(key, lang, start=figure(start), slope=figure(abs(slope)))
