"""Random rules and conditions."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from perfscheme.nouns.rules.rules import GradeLimit, Veto
from perfscheme.nouns.rules.stages import stages
from perfscheme.testing.rules import child_rule, conditions, grade_rule, points_rule, points_rules
from perfscheme.testing.surroundings import Surroundings

ENDS = (Fraction(0), Fraction(100))


@given(st.data())
def test_rules_act_where_they_are_drawn_for(data: st.DataObject) -> None:
    """On points, on children, on the grade."""
    around = Surroundings(ENDS, points=["a", "b"])
    assert "points" in stages(data.draw(points_rule(around)))
    assert stages(data.draw(child_rule(around, ["a", "b"], low=ENDS[0]))) == ("children",)
    found = data.draw(grade_rule(around, ["A", "B", "C"]))
    assert "grade" in stages(found)
    assert isinstance(found, (GradeLimit, Veto))


@given(st.data())
def test_a_condition_always_has_something_to_ask(data: st.DataObject) -> None:
    """An input of its own, where nothing else is there."""
    around = Surroundings(ENDS)
    assert data.draw(conditions(around)) is not None
    assert around.inputs


@given(st.data())
def test_mostly_there_are_no_rules(data: st.DataObject) -> None:
    """Or one or two."""
    assert len(data.draw(points_rules(Surroundings(ENDS), once_in=4))) <= 2
