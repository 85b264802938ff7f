"""Children without their highest and lowest."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Const, Input, State
from perfscheme.nouns.aggregations.aggregations import Child, Trimmed
from perfscheme.nouns.missing import FallbackTable, FallbackWeights, Refuse, Renormalise, Zero
from perfscheme.nouns.setting import Setting

M, NA = State.MISSING, State.NOT_APPLICABLE


def test_one_high_and_one_low_mark_are_struck(score):
    """The mean of the rest, or its sum; equal marks are struck one at a time."""
    marks = {"a": 9, "b": 7, "c": 8, "d": 9, "e": 5}
    assert score(Trimmed(Refuse(), drop_highest=1, drop_lowest=1), marks) == 8
    assert score(Trimmed(Refuse(), drop_highest=1, drop_lowest=1, take="sum"), marks) == 24
    assert score(Trimmed(Refuse(), drop_lowest=2), marks) == Fraction(26, 3)
    assert score(Trimmed(Refuse(), drop_highest=4), marks) == 5


def test_the_trimming_of_what_is_there(score):
    """A missing mark is refused, left out or 0; where all that is there is dropped, there are no points."""
    middle = {"drop_highest": 1, "drop_lowest": 1}
    marks = {"a": 9, "b": 7, "c": M, "d": 2}
    assert score(Trimmed(Refuse(), **middle), marks) is M
    assert score(Trimmed(Renormalise(75), **middle), marks) == 7
    assert score(Trimmed(Renormalise(76), **middle), marks) is M
    assert score(Trimmed(Zero(), **middle), marks) == Fraction(9, 2)
    assert score(Trimmed(Refuse(), **middle), {**marks, "c": NA}) == 7
    assert score(Trimmed(Refuse(), **middle), {"a": 9, "b": 7, "c": NA, "d": NA}) is M
    assert score(Trimmed(Refuse(), **middle), dict.fromkeys("abc", NA)) is NA


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 2), st.integers(0, 2), st.sampled_from(["mean", "sum"]), st.integers(0, 100),
    st.lists(st.one_of(st.sampled_from([M, NA]), st.integers(-5, 9).map(Fraction)), min_size=5, max_size=7),
)  # fmt: skip
def test_trimming_is_sorting_and_cutting(high, low, take, coverage, points):
    """And what the analysis says of the range holds."""
    if high == low == 0:
        high = 1
    children = tuple(Child(f"c{i}", Input(f"c{i}", Fraction(-5), Fraction(9))) for i in range(len(points)))
    trimmed = Trimmed(Renormalise(coverage), drop_highest=high, drop_lowest=low, take=take)
    formula = trimmed.aggregate(children, Setting({}, []))
    found = Evaluation({f"c{i}": value for i, value in enumerate(points)})(formula)
    applies = [x for x in points if x is not NA]
    there = sorted(x for x in applies if x is not M)
    left = there[low : len(there) - high]
    if not applies:
        assert found is NA
    elif not left or 100 * len(there) < coverage * len(applies):
        assert found is M
    else:
        assert found == (sum(left) if take == "sum" else Fraction(sum(left), len(left)))
    reach = Analysis().range(formula)
    most = 1 if take == "mean" else len(points) - high - low
    assert reach is not None
    assert (reach.low, reach.high) == (-5 * most, 9 * most)


def test_a_range_without_an_end_stays_open():
    """Bounds are only said where there are some."""
    children = (Child("a", Input("a")), Child("b", Const(Fraction(3))), Child("c", Input("c", Fraction(0))))
    formula = Trimmed(Refuse(), drop_highest=1, drop_lowest=1).aggregate(children, Setting({}, []))
    reach = Analysis().range(formula)
    assert reach is None or reach.high == float("inf")


def test_all_children_cannot_be_dropped(complaints):
    """It is reported where the numbers stand."""
    found = complaints(Trimmed(Refuse(), drop_highest=1, drop_lowest=2), "a b c")
    assert [(p.code, p.path) for p in found] == [("PS238", ("aggregation",))]
    assert "{" not in found[0].message("en") + found[0].message("zh")


def test_what_cannot_be_made():
    """Nothing to drop, numbers below 0, a policy of weights."""
    table = FallbackWeights([FallbackTable(("a",), {"b": 1})])
    for make, codes in (
        (lambda: Trimmed(Refuse()), ["PS237"]),
        (lambda: Trimmed(Refuse(), drop_highest=-1, drop_lowest=-1), ["PS236", "PS236"]),
        (lambda: Trimmed(table, drop_highest=1), ["PS212"]),
    ):
        with pytest.raises(SchemeError) as caught:
            make()
        assert [problem.code for problem in caught.value.diagnostics] == codes


def test_weights_are_not_used(complaints):
    """All judges count alike."""
    found = complaints(Trimmed(Refuse(), drop_highest=1), "a b", {"b": 5})
    assert [(p.code, p.path) for p in found] == [("PS202", ("children", "b", "weight"))]
