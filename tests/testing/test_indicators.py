"""Random indicators."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from perfscheme.testing.indicators import indicators
from perfscheme.testing.surroundings import Surroundings, surroundings


@given(st.data())
def test_an_indicator_is_known_to_its_surroundings(data: st.DataObject) -> None:
    """So that the next rule may ask for its points and thresholds."""
    around = data.draw(surroundings())
    found = data.draw(indicators(around))
    assert around.points == [found.id]
    assert {key for key, _ in around.met} <= {found.id}
    assert found.weight is None


@given(st.data())
def test_an_indicator_with_a_target(data: st.DataObject) -> None:
    """Has a threshold of that name, and a better side."""
    around = Surroundings((Fraction(0), Fraction(100)))
    found = data.draw(indicators(around, target=True))
    assert (found.id, "target") in around.met
    assert found.better is not None
