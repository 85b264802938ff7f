"""Every aggregation that the library brings, under one name, with what they are made of."""

from __future__ import annotations

from perfscheme.nouns.aggregations.children import Child, Missing, Policy, absence, instead
from perfscheme.nouns.aggregations.extremes import BestOf, Maximum, Minimum, ProductOfPoints
from perfscheme.nouns.aggregations.formulas import FormulaOfPoints
from perfscheme.nouns.aggregations.matrices import Axis, Matrix
from perfscheme.nouns.aggregations.means import WeightedGeometricMean, WeightedMean
from perfscheme.nouns.aggregations.sums import SumOfPoints
from perfscheme.nouns.aggregations.targets import ShareMet
from perfscheme.nouns.aggregations.trims import Trimmed

__all__ = [
    "Axis",
    "BestOf",
    "Child",
    "FormulaOfPoints",
    "Matrix",
    "Maximum",
    "Minimum",
    "Missing",
    "Policy",
    "ProductOfPoints",
    "ShareMet",
    "SumOfPoints",
    "Trimmed",
    "WeightedGeometricMean",
    "WeightedMean",
    "absence",
    "instead",
]
