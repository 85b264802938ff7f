"""The worst child, the best child, the n best, the product."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Input, State
from perfscheme.nouns.aggregations.aggregations import BestOf, Child, Maximum, Minimum, ProductOfPoints
from perfscheme.nouns.missing import FallbackTable, FallbackWeights, Refuse, Renormalise, Zero
from perfscheme.nouns.setting import Setting

M, NA = State.MISSING, State.NOT_APPLICABLE
TABLE = FallbackWeights([FallbackTable(["a"], {"b": 1})])


def test_the_worst_child_decides(score):
    """PerformancePoint's "worst child" roll-up, and its opposite."""
    points = {"a": 70, "b": 40, "c": 90}
    assert score(Minimum(Refuse()), points) == 40
    assert score(Maximum(Refuse()), points) == 90


def test_a_product_on_a_scale(score):
    """A multiplicative plan: 80 % of 110 % is 88 %."""
    assert score(ProductOfPoints(Refuse(), whole=100), {"company": 80, "own": 110}) == 88
    assert score(ProductOfPoints(Refuse()), {"company": "0.8", "department": "1.5", "own": NA}) == Fraction("1.2")


def test_the_best_two_of_three(score):
    """The mean, or the sum, of the best two; order does not matter."""
    assert score(BestOf(2, Refuse()), {"a": 70, "b": 40, "c": 90}) == 80
    assert score(BestOf(2, Refuse(), take="sum"), {"a": 90, "b": 70, "c": 40}) == 160


def test_the_best_of_what_is_there(score):
    """A missing child is refused, left out or 0; fewer than asked for make no points."""
    points = {"a": 70, "b": M, "c": 90}
    assert score(BestOf(2, Refuse()), points) is M
    assert score(BestOf(2, Renormalise(60)), points) == 80
    assert score(BestOf(2, Renormalise(70)), points) is M
    assert score(BestOf(2, Zero()), {**points, "c": M}) == 35
    assert score(BestOf(2, Refuse()), {"a": 70, "b": NA, "c": 90}) == 80
    assert score(BestOf(2, Refuse()), {"a": 70, "b": NA, "c": NA}) is M
    assert score(BestOf(2, Refuse()), {"a": NA, "b": NA, "c": NA}) is NA


def test_the_lowest_may_be_the_best(score):
    """As in handicaps; absences as before."""
    assert score(BestOf(2, Refuse(), better="lower"), {"a": 70, "b": 40, "c": 90}) == 55
    assert score(BestOf(1, Refuse(), take="sum", better="lower"), {"a": 70, "b": 40, "c": 90}) == 40
    assert score(BestOf(2, Renormalise(60), better="lower"), {"a": 70, "b": M, "c": 90}) == 80
    assert score(BestOf(2, Zero(), better="lower"), {"a": 70, "b": M, "c": 90}) == 35


def test_more_than_all_cannot_be_the_best(complaints):
    """A count beyond the number of children is reported at the count; one below 1 is refused."""
    found = complaints(BestOf(3, Refuse()), "a b")
    assert [(p.code, p.path) for p in found] == [("PS222", ("aggregation", "count"))]
    with pytest.raises(SchemeError, match="at least 1"):
        BestOf(0, Refuse())


@pytest.mark.parametrize("kind", [Minimum, Maximum, ProductOfPoints])
def test_weights_are_not_used(complaints, kind):
    """A weight beside an extreme is reported where it stands."""
    assert [(p.code, p.path) for p in complaints(kind(Refuse()), "a b", {"b": 5})] == [
        ("PS202", ("children", "b", "weight"))
    ]


@pytest.mark.parametrize("make", [Minimum, Maximum, ProductOfPoints, lambda policy: BestOf(1, policy)])
def test_fallback_weights_do_not_fit(make):
    """A table of weights means nothing without weights."""
    with pytest.raises(SchemeError, match="cannot follow"):
        make(TABLE)


def test_a_whole_is_above_zero():
    """A product cannot be on a scale of nothing."""
    with pytest.raises(SchemeError, match="above 0"):
        ProductOfPoints(Refuse(), whole=0)


KINDS = {
    Minimum: min,
    Maximum: max,
    ProductOfPoints: lambda found: found[0] * (found[1] if len(found) > 1 else 1) * (found[2] if len(found) > 2 else 1),
}


@given(
    st.sampled_from(sorted(KINDS, key=lambda kind: kind.kind)),
    st.lists(st.one_of(st.sampled_from([M, NA]), st.integers(-9, 9).map(Fraction)), min_size=1, max_size=3),
    st.integers(0, 100),
)
def test_absences_follow_one_law(kind, points, coverage):
    """What does not apply is left out, what is missing too where the coverage by number allows it."""
    children = tuple(Child(f"c{i}", Input(f"c{i}")) for i in range(len(points)))
    formula = kind(Renormalise(coverage)).aggregate(children, Setting({}, []))
    found = Evaluation({f"c{i}": value for i, value in enumerate(points)})(formula)
    applies = [x for x in points if x is not NA]
    there = [x for x in applies if x is not M]
    if not applies:
        assert found is NA
    elif not there or 100 * len(there) < coverage * len(applies):
        assert found is M
    else:
        assert found == KINDS[kind](there)
