"""Leniencies: how far the scores of raters whom everybody knows lie above the means of what they rated."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from perfscheme.evidence.wholes import Quotients, Whole, sums, whole_array


def leniencies(raters: NDArray[np.int64], scores: Whole, whole: int, means: Quotients, at_least: int) -> Quotients:
    """By rater the mean distance of the scores from the means.

    Args:
        raters: who gave each score.
        scores: whole numbers.
        whole: how many of them make 1.
        means: for each score what it is compared with.
        at_least: with fewer scores a rater has no leniency: 0.
    """
    people = int(raters.max(initial=-1)) + 1
    given = np.bincount(raters, minlength=people)
    own = sums(scores, raters.astype(np.intp), people)
    # There are as few divisors as there are sizes of groups, however many scores there are.
    divisors, kind = np.unique(means.under, return_inverse=True)
    pairs, place = np.unique(raters * max(len(divisors), 1) + kind.reshape(-1), return_inverse=True)
    shared = sums(means.over, place.reshape(-1).astype(np.intp), len(pairs))
    total = [Fraction(0)] * people
    for pair, over in zip(pairs.tolist(), shared.tolist(), strict=True):
        rater, divisor = divmod(pair, len(divisors))
        total[rater] += Fraction(int(over), int(divisors[divisor]))
    exact = [
        (Fraction(int(mine), whole) - mean) / n if n >= at_least else Fraction(0)
        for mine, mean, n in zip(own.tolist(), total, given.tolist(), strict=True)
    ]
    over, under = whole_array([x.numerator for x in exact]), whole_array([x.denominator for x in exact])
    return Quotients(over, under, np.zeros(people, np.bool_))
