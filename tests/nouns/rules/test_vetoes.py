"""Vetoes and grade limits."""

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.nodes import State
from perfscheme.nouns.conditions import InputIs
from perfscheme.nouns.rules.rules import GradeLimit, Veto, stages

M, NA = State.MISSING, State.NOT_APPLICABLE
GATE = InputIs("gate", is_=True, if_missing="fails")


def codes(make):
    with pytest.raises(SchemeError) as caught:
        make()
    return [(found.code, found.path) for found in caught.value.diagnostics]


def test_one_event_decides(apply, graded):
    """一票否决: points become 0, or the grade becomes the worst, only where the event is."""
    assert (apply(Veto(GATE, points=0), 95, gate=True), apply(Veto(GATE, points=0), 95)) == (0, 95)
    assert (graded(Veto(GATE, grade="D"), "A", gate=True), graded(Veto(GATE, grade="D"), "A")) == ("D", "A")


def test_a_veto_may_only_bound_the_grade(graded):
    """SASAC rules: the grade is at most C, and a worse one stays."""
    rule = Veto(GATE, grade_at_most="C")
    assert [graded(rule, grade, gate=True) for grade in "ABCD"] == ["C", "C", "C", "D"]
    assert graded(rule, "A") == "A"


def test_a_veto_needs_no_other_figures(apply, graded):
    """It decides where something is missing; what is not applicable stays so, and a bound has nothing to bound."""
    assert apply(Veto(GATE, points=0), M, gate=True) == 0
    assert apply(Veto(GATE, points=0), NA, gate=True) is NA
    assert graded(Veto(GATE, grade="D"), M, gate=True) == "D"
    assert graded(Veto(GATE, grade_at_most="C"), M, gate=True) is M


def test_a_veto_acts_where_it_says_something(apply, graded):
    """Points, grade or both; the other is returned as it was."""
    points, grade, both = Veto(GATE, points=0), Veto(GATE, grade="D"), Veto(GATE, points=0, grade_at_most="C")
    assert [stages(rule) for rule in (points, grade, both)] == [("points",), ("grade",), ("points", "grade")]
    assert apply(grade, 95, gate=True) == 95
    assert graded(points, "A", gate=True) == "A"


def test_grades_are_limited_on_both_sides(graded):
    """At most B and at least C, where the condition holds."""
    rule = GradeLimit(GATE, at_most="B", at_least="C")
    assert [graded(rule, grade, gate=True) for grade in "ABCD"] == ["B", "B", "C", "C"]
    assert [graded(rule, grade) for grade in "AD"] == ["A", "D"]
    assert graded(rule, NA, gate=True) is NA


def test_grades_are_known_by_name(complaints):
    """An unknown grade is reported at its field, and limits that cross are too."""
    assert complaints(Veto(GATE, grade_at_most="E")) == [("PS255", ("grade-at-most",))]
    assert complaints(Veto(GATE, grade="a")) == [("PS255", ("grade",))]
    assert complaints(GradeLimit(GATE, at_most="Z")) == [("PS255", ("at-most",))]
    assert complaints(GradeLimit(GATE, at_most="C", at_least="B")) == [("PS254", ("at-least",))]


def test_a_veto_says_what_it_does():
    """Nothing, and both ways of a grade, are refused."""
    assert codes(lambda: Veto(GATE)) == [("PS251", ())]
    assert codes(lambda: Veto(GATE, grade="D", grade_at_most="C")) == [("PS252", ("grade-at-most",))]
    assert codes(lambda: GradeLimit(GATE)) == [("PS253", ())]


def test_conditions_report_from_their_place(complaints):
    """A wrong word in `when` has the path to it."""
    assert complaints(Veto(InputIs("gat", is_=True, if_missing="fails"), points=0)) == [("PS123", ("when", "input"))]
