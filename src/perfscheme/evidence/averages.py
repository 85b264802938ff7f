"""Averages: how the scores of a group of raters become one, and how far they lie apart, group by group and exactly."""

from __future__ import annotations

from fractions import Fraction

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.evidence.pairs import Pairs
from perfscheme.evidence.wholes import LIMIT, Whole, plus, product, size_of, whole_array
from perfscheme.nouns.evidence.panels import Average, TrimmedMean

Places = NDArray[np.intp]


@attrs.frozen(eq=False)
class Groups:
    """Scores in groups, in the order of the groups and, within each, from the least to the greatest.

    Args:
        groups: the number of each group, rising.
        starts: where it begins among the scores.
        sizes: how many scores it has.
        scores: whole numbers.
        before: at each place the sum of all scores before it.
    """

    groups: Places
    starts: Places
    sizes: Places
    scores: Whole
    before: Whole

    def average(self, how: Average) -> tuple[Whole, Whole]:
        """One score for each group, as a quotient."""
        ends = self.starts + self.sizes
        if how == "median":
            low, high = self.starts + (self.sizes - 1) // 2, self.starts + self.sizes // 2
            return plus(self.scores[low], self.scores[high]), np.full(len(self.groups), 2, np.int64)
        trimmed = np.zeros(len(self.groups), np.intp)
        if isinstance(how, TrimmedMean):
            share = how.trimmed_mean / 100
            trimmed = np.array([int(share * n) for n in range(int(self.sizes.max(initial=0)) + 1)], np.intp)[self.sizes]
        over: Whole = self.before[ends - trimmed] - self.before[self.starts + trimmed]
        return over, self.sizes - 2 * trimmed

    def distances(self) -> Whole:
        """For each group the sum of the distances from its median: the upper half less the lower half."""
        ends = self.starts + self.sizes
        upper: Whole = self.before[ends] - self.before[self.starts + (self.sizes + 1) // 2]
        lower: Whole = self.before[self.starts + self.sizes // 2] - self.before[self.starts]
        found: Whole = upper - lower
        return found


def grouped(groups: Places, scores: Whole) -> Groups:
    """Scores by their groups.

    Args:
        groups: of each score.
        scores: whole numbers.
    """
    pairs = Pairs.of(groups, scores)
    own, values = pairs.keys >> pairs.bits, pairs.values_of(pairs.keys)
    starts = np.flatnonzero(np.diff(own, prepend=-1))
    if size_of(scores) * (len(scores) + 1) >= LIMIT:
        values = values.astype(object)
    before = np.concatenate([np.zeros(1, values.dtype), np.cumsum(values)])
    return Groups(own[starts], starts, np.diff(starts, append=len(own)), values, before)


def mixed(parts: list[tuple[Whole, Whole, Whole]]) -> tuple[Whole, Whole]:
    """The weighted mean of several quotients, row by row; where no weight is above 0 the divisor is 0.

    Args:
        parts: over, under and weight of each; all have one length.
    """
    (over, under, weight), *others = parts
    over, total = product(over, weight), weight
    for other, beneath, share in others:
        over = plus(product(over, beneath), product(product(other, share), under))
        under, total = product(under, beneath), plus(total, share)
    return over, product(under, total)


def scaled(numbers: list[Fraction], whole: int) -> Whole:
    """Fractions times a number that makes them whole."""
    return whole_array([int(number * whole) for number in numbers])
