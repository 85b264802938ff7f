"""From one scale of ratings to another."""

from fractions import Fraction

import pytest

from perfscheme.nouns.curves.curves import Rating


def test_sap_2435115_scale_conversion(points):
    """SAP KBA 2435115: 3.4 on 1-5 is 3.1 on 0.25-5."""
    assert points(Rating((1, 5), ("0.25", 5)), "3.4", low=1, high=5) == Fraction("3.1")


def test_sap_2525218_scale_conversion(points):
    """SAP KBA 2525218: 5.4375 on 1-10 is 6.47 on 4-9, rounded."""
    ratings = (6, 6, 4, 4, 4, 10, 5, "7.5", 5, 8, 3, 7)
    weights = (10, 10, 10, 10, 15, "2.5", 5, "2.5", 10, 10, 5, 10)
    mean = sum(Fraction(r) * Fraction(w) for r, w in zip(ratings, weights, strict=True)) / 100
    assert mean == Fraction("5.4375")
    found = points(Rating((1, 10), (4, 9)), mean, low=1, high=10)
    assert round(float(found), 2) == 6.47
    assert found == Fraction("5.4375") * 5 / 9 + Fraction(31, 9)


@pytest.mark.parametrize(("rating", "expected"), [(1, 100), (3, 50), (5, 0)])
def test_a_scale_on_which_1_is_best(points, rating, expected):
    """School marks run the other way."""
    assert points(Rating((1, 5), (100, 0)), rating, low=1, high=5) == expected


def test_ratings_outside_the_scale(problems):
    """Nothing is clipped: the range has to say that ratings keep within the scale."""
    assert problems(Rating((1, 5), (0, 100))) == [("PS153", ("from",))]
    assert problems(Rating((1, 5), (0, 100)), low=0, high=5) == [("PS153", ("from",))]
    assert problems(Rating((5, 1), (0, 100)), low=1, high=5) == []


def test_a_scale_without_length(refused):
    """Both ends the same convert nothing."""
    assert refused(lambda: Rating((5, 5), (0, 100))) == [("PS152", ("from",))]
