"""Samples: valid records in which nothing is missing, and the values at which a formula may turn."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings

from perfscheme.formula import nodes
from perfscheme.lints.samples import Samples, Trace, turning_points
from perfscheme.scheme import Scheme
from perfscheme.testing import schemes

X = nodes.Input("x", Fraction(0), Fraction(100))


@given(schemes())
@settings(max_examples=30)
def test_every_sample_is_a_valid_record(scheme: Scheme) -> None:
    """A host could hand it in."""
    for record in Samples(scheme.statement).records:
        scheme.score(dict(record))


def test_a_formula_turns_where_a_part_of_it_bends_or_is_compared():
    """At the cut of a curve, at the crossing of two lines, at a comparison."""
    bent = nodes.least(X, 60)
    root = nodes.If(nodes.Compare(X, "above", nodes.Const(Fraction(80))), bent - 5, bent)
    assert turning_points(root) == {60, 80}


def test_the_first_record_is_good_and_the_third_poor(plan):
    """By `better`; what no way is better of is counted low first."""
    good, _, poor, *_ = Samples(plan({}).statement).records
    assert good == {"quality": 100, "speed": 0, "incidents": 0}
    assert poor == {"quality": 0, "speed": 100, "incidents": 20}


def test_where_targets_are_given_per_person_they_stand_in_order(plan):
    """A record whose floor is above its target shows nothing about the plan."""
    own = {"kind": "number", "unit": "hours", "range": [1, 100]}
    changes = {"inputs/own": own, "score/children/speed/thresholds/floor": {"input": "own"}}
    records = Samples(plan(changes).statement).records
    assert records
    assert all(record["own"] > 24 for record in records)


def test_the_worst_fall_is_the_one_that_shows_most():
    """From the top before it, in the direction of better values."""
    points = [(Fraction(value), Fraction(result)) for value, result in ((0, 0), (1, 5), (2, 4), (3, 9), (4, 2))]
    trace = Trace({}, "x", tuple(points))
    assert trace.worst_fall(1, 1) == (3, 4)
    assert trace.worst_fall(-1, 1) == (3, 0)
    assert trace.worst_fall(1, -1) == (0, 3)
    assert Trace({}, "x", tuple(points[:2])).worst_fall(1, 1) is None
