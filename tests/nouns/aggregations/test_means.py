"""Means, held against published figures and against the definition."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Const, GeometricMean, Input, Mean, State
from perfscheme.nouns.aggregations.aggregations import Child, WeightedGeometricMean, WeightedMean
from perfscheme.nouns.missing import FallbackTable, FallbackWeights, Refuse, Renormalise, Zero
from perfscheme.nouns.setting import Setting

M, NA = State.MISSING, State.NOT_APPLICABLE

RATINGS = [6, 6, 4, 4, 4, 10, 5, "7.5", 5, 8, 3, 7]
WEIGHTS = [10, 10, 10, 10, 15, "2.5", 5, "2.5", 10, 10, 5, 10]


def test_a_part_not_used_leaves_the_mean(score):
    """hrms#2023: 5 and 5 with the self-appraisal unused is 5, not 3.33."""
    points = {"goals": 5, "feedback": 5, "self": NA}
    assert score(WeightedMean(Refuse(), weights="equal"), points) == 5
    assert score(WeightedMean(Renormalise(60), weights="equal"), {**points, "self": M}) == 5


def test_weights_with_decimals_add_up_exactly(score):
    """44.9 + 51.3 + 3.8 is 100, which binary floats deny (erpnext supplier scorecard)."""
    assert score(WeightedMean(Refuse()), {"a": 100, "b": 100, "c": 100}, {"a": "44.9", "b": "51.3", "c": "3.8"}) == 100


def test_sap_rating_weights(score):
    """SAP KBA 3218955: twelve weighted ratings, sum of r * w over 100, make 5.4375; shown as 5.44."""
    ids = [f"r{i}" for i in range(12)]
    ratings, weights = dict(zip(ids, RATINGS, strict=True)), dict(zip(ids, WEIGHTS, strict=True))
    added = sum(Fraction(r) * Fraction(w) for r, w in zip(RATINGS, WEIGHTS, strict=True))
    assert score(WeightedMean(Refuse()), ratings, weights) == added / sum(map(Fraction, WEIGHTS)) == Fraction("5.4375")


QPP = {"quality": 30, "cost": 30, "improvement": 15, "interoperability": 25}
COST_MISSING = FallbackTable(["cost"], {"quality": 55, "improvement": 15, "interoperability": 30})


def test_qpp_reweights_by_its_table(score):
    """QPP: 30/30/15/25, and with cost missing 55/30/15 by the published table, not in proportion."""
    points = {"quality": 80, "cost": M, "improvement": 40, "interoperability": 100}
    policy = FallbackWeights([COST_MISSING])
    assert score(WeightedMean(policy), points, QPP) == Fraction(80 * 55 + 40 * 15 + 100 * 30, 100)
    assert score(WeightedMean(Renormalise(0)), points, QPP) == Fraction(80 * 30 + 40 * 15 + 100 * 25, 70)
    assert score(WeightedMean(policy), {**points, "cost": 50}, QPP) == Fraction(
        80 * 30 + 50 * 30 + 40 * 15 + 100 * 25, 100
    )
    assert score(WeightedMean(policy), {**points, "quality": M}, QPP) is M
    assert score(WeightedMean(policy), {**points, "cost": 50, "quality": M}, QPP) is M


def test_the_denominator_is_what_was_answered(score):
    """bambooBSC: a rater who skipped this item is not in its denominator; 4 and 2 with a third absent is 3, not 2."""
    assert score(WeightedMean(Renormalise(50), weights="equal"), {"r1": 4, "r2": 2, "r3": M}) == 3


def test_means_nest(score):
    """ASEM-like: a mean of means, of unequal numbers of indicators, is not the mean of all."""
    one, two, three = (Input(name) for name in ("one", "two", "three"))
    setting = Setting({}, [])
    mean = WeightedMean(Refuse(), weights="equal")
    inner = mean.aggregate((Child("one", one), Child("two", two)), setting)
    outer = mean.aggregate((Child("inner", inner), Child("three", three)), setting)
    assert Evaluation({"one": Fraction(10), "two": Fraction(20), "three": Fraction(90)})(outer) == Fraction(105, 2)
    assert Evaluation({"one": NA, "two": NA, "three": Fraction(90)})(outer) == 90
    assert Evaluation({"one": M, "two": Fraction(20), "three": Fraction(90)})(outer) is M


def test_the_geometric_mean_beside_the_arithmetic(score):
    """HDI moved to the geometric mean: 10 and 1000 balance to 100, where the arithmetic mean says 505."""
    points = {"health": 10, "income": 1000}
    assert score(WeightedGeometricMean(Refuse(), weights="equal"), points) == 100
    assert score(WeightedMean(Refuse(), weights="equal"), points) == 505
    assert score(WeightedGeometricMean(Refuse()), {"a": 4, "b": 9, "c": NA}, {"a": 40, "b": 40, "c": 20}) == 6
    assert score(WeightedGeometricMean(Zero(), weights="equal"), {**points, "income": M}) == 0


def test_coverage_counts_the_weight_that_applies(score):
    """A missing child counts against the coverage, one that is not applicable does not."""
    aggregation, weights = WeightedMean(Renormalise(60)), {"a": 50, "b": 30, "c": 20}
    assert score(aggregation, {"a": 80, "b": 60, "c": M}, weights) == Fraction(80 * 50 + 60 * 30, 80)
    assert score(aggregation, {"a": 80, "b": M, "c": M}, weights) is M
    assert score(aggregation, {"a": 80, "b": M, "c": NA}, weights) == 80
    assert score(aggregation, {"a": NA, "b": NA, "c": NA}, weights) is NA


def test_coverage_is_reached_at_its_edge(score):
    """Exactly the declared coverage is enough."""
    weights = {"a": "66.6", "b": "33.4"}
    assert score(WeightedMean(Renormalise("66.6")), {"a": 80, "b": M}, weights) == 80
    assert score(WeightedMean(Renormalise("66.7")), {"a": 80, "b": M}, weights) is M


@pytest.mark.parametrize(("policy", "wanted"), [(Refuse(), M), (Zero(), Fraction(40)), (Renormalise(50), Fraction(80))])
def test_policies_differ_on_a_missing_child(score, policy, wanted):
    """Missing is refused, counted as 0, or left out, as the policy says."""
    assert score(WeightedMean(policy), {"a": 80, "b": M}, {"a": 50, "b": 50}) == wanted


def test_the_result_is_a_mean_node():
    """Effective weights are read off the node, so it is a plain mean."""
    child = Child("a", Input("a"), Const(Fraction(100)))
    assert isinstance(WeightedMean(Zero()).aggregate((child,), Setting({}, [])), Mean)
    assert isinstance(WeightedGeometricMean(Zero()).aggregate((child,), Setting({}, [])), GeometricMean)


def test_points_below_zero_have_no_geometric_mean():
    """A child that can have negative points is refused beforehand, not when somebody has them."""
    problems = []
    child = Child("a", Input("a", Fraction(-5), Fraction(5)))
    WeightedGeometricMean(Refuse(), weights="equal").aggregate((child,), Setting({}, problems))
    assert [(found.code, found.path) for found in problems] == [("PS223", ("children", "a"))]


absences = st.sampled_from([M, NA])
points_ = st.one_of(absences, st.integers(0, 100).map(Fraction))


@given(st.lists(st.tuples(st.integers(0, 9), points_), min_size=1, max_size=5), st.integers(0, 100))
def test_renormalising_is_the_definition(parts, coverage):
    """The mean over those that are there, where their weight reaches the coverage of the weight that applies."""
    if not any(weight for weight, _ in parts):
        return
    children = tuple(Child(f"c{i}", Input(f"c{i}"), Const(Fraction(w))) for i, (w, _) in enumerate(parts))
    formula = WeightedMean(Renormalise(coverage), weights="normalised").aggregate(children, Setting({}, []))
    found = Evaluation({f"c{i}": value for i, (_, value) in enumerate(parts)})(formula)
    applies = [(w, x) for w, x in parts if x is not NA]
    there = [(w, x) for w, x in applies if x is not M]
    weight = sum(w for w, _ in there)
    if not any(w for w, _ in applies):
        assert found is NA
    elif weight == 0 or Fraction(weight) < Fraction(coverage, 100) * sum(w for w, _ in applies):
        assert found is M
    else:
        assert found == sum((w * x for w, x in there), Fraction(0)) / weight
