"""Bands: a formula of one number as a table, from which values on it gives how much."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import attrs

from perfscheme.diagnostics import Language
from perfscheme.formula import nodes
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.lines import lines
from perfscheme.formula.ranges import EVERYTHING
from perfscheme.formula.text import band_words, pieces_of
from perfscheme.formula.words import exactly


@attrs.frozen
class Band:
    """One stretch of values.

    Args:
        where: the stretch in words.
        gives: what it gives, in words.
        slope: how much more for each 1 more.
    """

    where: str
    gives: str
    slope: Fraction


def bands(node: nodes.Formula, lang: Language = "en", name: Callable[[Fraction], str] = exactly) -> list[Band] | None:
    """The stretches of a formula over the values that its input can have.

    Args:
        node: any node.
        lang: of the words.
        name: what the ends of stretches are called.

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
    return [Band(*band_words(line, lang, name), line[2][1]) for line in pieces_of(whole, domain)]
