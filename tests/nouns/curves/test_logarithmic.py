"""Interpolation on a logarithmic scale."""

import math

import pytest

from perfscheme.formula.nodes import Input, State
from perfscheme.nouns.curves.curves import Logarithmic

INCOME = Logarithmic({100: 0, 75000: 1})


@pytest.mark.parametrize("income", [101, 732, 17504, 64660, 74999])
def test_undp_hdi_income_index(points, income):
    """UNDP technical notes: (ln x - ln 100) / (ln 75,000 - ln 100)."""
    assert points(INCOME, income) == pytest.approx((math.log(income) - math.log(100)) / math.log(750), abs=1e-12)


def test_norway_2021(points):
    """HDR 2021/22: Norway's 64,660 dollars are an income index of 0.978."""
    assert round(float(points(INCOME, 64660)), 3) == 0.978


def test_goalposts_clamp(points):
    """Five countries hit the cap; none falls below the floor."""
    assert [points(INCOME, x) for x in (75000, 146830, 100, 1, -5)] == [1, 1, 0, 0, 0]
    assert points(INCOME, State.NOT_APPLICABLE) is State.NOT_APPLICABLE


def test_falling_points_and_halves_are_exact(points):
    """Half way between 1 and 100 is 10."""
    assert points(Logarithmic({"low": 100, "high": 0}), 10, {"low": 1, "high": 100}) == 50


def test_what_is_no_logarithmic_scale(refused):
    """A third point and a level of 0 are told."""
    assert refused(lambda: Logarithmic({0: 0, 1: 1, 2: 2})) == [("PS157", ("points",)), ("PS158", ("points", 0))]


def test_thresholds_that_make_no_scale(problems):
    """A level per person, at or below 0, or at the place of the other one."""
    curve = Logarithmic({"target": 0, 5: 1})
    assert problems(curve, {"target": Input("goal")}) == [("PS159", ("points", 0))]
    assert problems(curve, {"target": 0}) == [("PS158", ("points", 0))]
    assert problems(curve, {"target": 5}) == [("PS137", ("points", 1))]
    assert problems(curve) == [("PS128", ("points", 0))]
