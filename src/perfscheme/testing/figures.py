"""Figures: strategies for the numbers, roundings and shares that a scheme writes down."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from fractions import Fraction
from typing import TypeAlias

from hypothesis import strategies as st

from perfscheme.formula.nodes import MODES
from perfscheme.nouns.roundings import Rounding, TotalRounding

Ends: TypeAlias = tuple[Fraction, Fraction]
"""The lowest and the highest of some figures."""


def decimals(
    low: Fraction | int, high: Fraction | int, places: Sequence[int] = (0, 0, 1, 2)
) -> st.SearchStrategy[Fraction]:
    """Numbers as people type them.

    Args:
        low: the lowest, included where it has so few decimals.
        high: the highest, likewise.
        places: how many decimals a number may have; what stands there twice comes up twice as often.
    """

    def typed(place: int) -> st.SearchStrategy[Fraction]:
        scale = 10**place
        first, last = math.ceil(low * scale), math.floor(high * scale)
        # A narrow range may hold no number with so few places.
        return st.integers(first, last).map(lambda n: Fraction(n, scale)) if first <= last else typed(place + 1)

    return st.sampled_from(tuple(places)).flatmap(typed)


@st.composite
def ascending(draw: st.DrawFn, ends: Ends, least: int = 1, most: int = 4) -> list[Fraction]:
    """Different numbers in ascending order; `ends` must have room for them."""
    low, high = ends
    places = draw(st.sampled_from((0, 0, 1, 2)))
    while (high - low) * 10**places < 4 * most:
        places += 1
    scale = 10**places
    whole = st.integers(math.ceil(low * scale), math.floor(high * scale))
    found = draw(st.lists(whole, min_size=least, max_size=most, unique=True))
    return [Fraction(n, scale) for n in sorted(found)]


@st.composite
def shares(draw: st.DrawFn, count: int, whole: int = 100) -> list[Fraction]:
    """Numbers of 0 and more that add up to `whole`, exactly, with at most one decimal more than it has."""
    scale = draw(st.sampled_from((1, 10))) if whole > 1 else 100
    cuts = sorted(draw(st.lists(st.integers(0, whole * scale), min_size=count - 1, max_size=count - 1)))
    return [Fraction(b - a, scale) for a, b in itertools.pairwise([0, *cuts, whole * scale])]


@st.composite
def roundings(draw: st.DrawFn) -> Rounding:
    """Rounding in every mode, to places or to steps."""
    mode = draw(st.sampled_from(MODES))
    if draw(st.integers(0, 3)) == 0:
        return Rounding(step=draw(_STEPS), mode=mode)
    return Rounding(places=draw(st.sampled_from((0, 1, 2, 2, -1, 3))), mode=mode)


@st.composite
def total_roundings(draw: st.DrawFn) -> TotalRounding:
    """Rounding of a total, before or after grading."""
    found = draw(roundings())
    return TotalRounding(found.places, step=found.step, mode=found.mode, before_grading=draw(st.booleans()))


def maybe(strategy: st.SearchStrategy[Rounding], *, once_in: int = 4) -> st.SearchStrategy[Rounding | None]:
    """Mostly nothing: what a scheme does not write."""
    return st.integers(0, once_in - 1).flatmap(lambda n: strategy if n == 0 else st.none())


_STEPS = st.sampled_from([Fraction(1, 2), Fraction(5), Fraction(1, 4), Fraction(1, 3), Fraction("0.05")])
