"""The value is the points."""

from perfscheme.formula.nodes import State
from perfscheme.nouns.curves.curves import AsIs


def test_the_value_is_the_points(points):
    """A rating in points stays what it is, absences too."""
    assert points(AsIs(), "4.25") == 4.25
    assert points(AsIs(), State.MISSING) is State.MISSING
