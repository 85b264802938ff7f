"""Sums of points."""

from fractions import Fraction

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.nodes import State
from perfscheme.nouns.aggregations.aggregations import SumOfPoints
from perfscheme.nouns.missing import FallbackTable, FallbackWeights, Refuse, Renormalise, Zero

M, NA = State.MISSING, State.NOT_APPLICABLE


def test_plus_items_and_minus_items(score):
    """Factors may be negative: 100 and a bonus of 8, without 3 complaints at 5 points each."""
    weights = {"base": 1, "bonus": 1, "complaints": -5}
    assert score(SumOfPoints(Refuse(), weights="factors"), {"base": 100, "bonus": 8, "complaints": 3}, weights) == 93


def test_pmml_scorecard(score):
    """PMML sample scorecard: engineering / 25 / 500 are worth 3 + 0 + 26 = 29."""
    assert score(SumOfPoints(Refuse()), {"department": 3, "age": 0, "income": 26}) == 29


def test_sap_sum_in_percent(score):
    """SAP KBA 3218955, rule "Sum": r * w over 100, whatever the weights add up to."""
    assert score(SumOfPoints(Refuse(), weights="percent"), {"a": 4, "b": 3}, {"a": 60, "b": 60}) == Fraction("4.2")


def test_what_is_not_applicable_leaves_the_sum(score):
    """A child that does not apply adds nothing; where none applies, neither does the sum."""
    assert score(SumOfPoints(Refuse()), {"a": 10, "b": NA}) == 10
    assert score(SumOfPoints(Refuse()), {"a": NA, "b": NA}) is NA
    assert score(SumOfPoints(Renormalise(0)), {"a": NA, "b": NA}) is NA


def test_what_is_missing_follows_the_policy(score):
    """Refused, or counted as 0, or left out where the coverage by number is reached."""
    points = {"a": 10, "b": M, "c": NA}
    assert score(SumOfPoints(Refuse()), points) is M
    assert score(SumOfPoints(Zero()), points) == 10
    assert score(SumOfPoints(Renormalise(50)), points) == 10
    assert score(SumOfPoints(Renormalise(51)), points) is M
    assert score(SumOfPoints(Renormalise(0)), {"a": M, "b": NA}) is M


def test_coverage_is_by_the_size_of_factors(score):
    """With factors the coverage is that of their sizes, without their signs."""
    weights, points = {"a": 1, "b": -3}, {"a": M, "b": 2}
    assert score(SumOfPoints(Renormalise(75), weights="factors"), points, weights) == -6
    assert score(SumOfPoints(Renormalise(76), weights="factors"), points, weights) is M


def test_weights_must_be_meant(complaints):
    """A weight that the sum does not use is reported, and so is a factor that is not written."""
    assert [p.code for p in complaints(SumOfPoints(Refuse()), "a b", {"a": 3})] == ["PS202"]
    found = complaints(SumOfPoints(Refuse(), weights="factors"), "a b", {"a": 3})
    assert [(p.code, p.path) for p in found] == [("PS201", ("children", "b"))]


def test_a_sum_has_no_fallback_weights():
    """A table of weights means nothing to a sum, and the message says what to write."""
    with pytest.raises(SchemeError, match="one of: refuse, renormalise, zero") as caught:
        SumOfPoints(FallbackWeights([FallbackTable(["a"], {"b": 1})]))
    assert caught.value.diagnostics[0].path == ("missing",)
