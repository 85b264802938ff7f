"""Every curve that the library brings, under one name, with what they are made of."""

from __future__ import annotations

from perfscheme.nouns.curves.all_or_nothing import AllOrNothing
from perfscheme.nouns.curves.as_is import AsIs
from perfscheme.nouns.curves.bands import Tier
from perfscheme.nouns.curves.choice import Choice, CurveCase
from perfscheme.nouns.curves.expression import Expression
from perfscheme.nouns.curves.levels import Labelled, Levels
from perfscheme.nouns.curves.linear import Linear
from perfscheme.nouns.curves.logarithmic import Logarithmic
from perfscheme.nouns.curves.per_step import PerStep
from perfscheme.nouns.curves.places import Point
from perfscheme.nouns.curves.power_law import PowerLaw
from perfscheme.nouns.curves.rates import Rate, Rates
from perfscheme.nouns.curves.rating import Rating
from perfscheme.nouns.curves.ratio import Ratio
from perfscheme.nouns.curves.target_range import TargetRange
from perfscheme.nouns.curves.tiers import Tiers

__all__ = [
    "AllOrNothing",
    "AsIs",
    "Choice",
    "CurveCase",
    "Expression",
    "Labelled",
    "Levels",
    "Linear",
    "Logarithmic",
    "PerStep",
    "Point",
    "PowerLaw",
    "Rate",
    "Rates",
    "Rating",
    "Ratio",
    "TargetRange",
    "Tier",
    "Tiers",
]
