"""Powers, as the decathlon has them."""

import math

import pytest

from perfscheme.formula.nodes import State
from perfscheme.nouns.curves.curves import PowerLaw

HUNDRED = PowerLaw("25.4347", 18, "1.81", "below")
LONG_JUMP = PowerLaw("0.14354", 220, "1.4", "above")
SHOT = PowerLaw("51.39", "1.5", "1.05", "above")
METRES_1500 = PowerLaw("0.03768", 480, "1.85", "below")


@pytest.mark.parametrize(
    ("curve", "mark", "expected"),
    [(HUNDRED, "10.23", 1040), (LONG_JUMP, 788, 1030), (SHOT, "14.52", 760), (METRES_1500, "257.52", 829)],
)
def test_ashton_eaton_in_the_decathlon_tables(points, curve, mark, expected):
    """World Athletics tables, marks of the 2015 record of 9045: points are rounded down."""
    assert math.floor(points(curve, mark)) == expected


def test_beyond_the_origin_nothing_is_given(points):
    """A run slower than the origin is worth 0, not an error."""
    assert [points(HUNDRED, x) for x in (18, 25)] == [0, 0]
    assert points(LONG_JUMP, 100) == 0
    assert points(HUNDRED, State.MISSING) is State.MISSING


def test_a_whole_exponent_stays_exact(points):
    """A square is a product."""
    assert points(PowerLaw(2, 1, 2, "above"), "1.5") == 0.5


def test_what_is_no_power_curve(refused):
    """Both faults are told."""
    assert refused(lambda: PowerLaw(0, 1, 0, "above")) == [("PS156", ("coefficient",)), ("PS156", ("exponent",))]
