"""Grades: every total has exactly one, edges belong to the better side."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Input, State
from perfscheme.nouns.grades import Grade, Ladder


def grade(ladder, total):
    index = Evaluation({"total": Fraction(total)})(ladder.index(Input("total")))
    return ladder.names[int(index)]


def codes(*grades):
    with pytest.raises(SchemeError) as caught:
        Ladder(grades)
    return [(found.code, found.path) for found in caught.value.diagnostics]


ERPNEXT = Ladder(
    [Grade("Excellent", from_=80), Grade("Average", from_=50), Grade("Poor", from_=30), Grade("Very Poor", from_=0)]
)
EVALUATED = Ladder([Grade("A", from_=90), Grade("B", from_=80), Grade("C", from_=75), Grade("D")])


@pytest.mark.parametrize(
    ("total", "wanted"), [(100, "Excellent"), (80, "Excellent"), (50, "Average"), (30, "Poor"), (0, "Very Poor")]
)
def test_a_perfect_supplier_is_graded(total, wanted):
    """ERPNext supplier scorecard: a score of exactly 100 matches no band there; here it is Excellent."""
    assert grade(ERPNEXT, total) == wanted


@pytest.mark.parametrize(("total", "wanted"), [("74.91", "D"), (75, "C"), ("79.95", "C"), (105, "A"), (-3, "D")])
def test_there_is_no_hole_between_bands(total, wanted):
    """Evaluated#817: C 75.0-79.9 and D 0-74.9 leave 74.91 and 79.95 without a grade; 105 is no D either."""
    assert grade(EVALUATED, total) == wanted


def test_exactly_100_can_be_a_grade_of_its_own():
    """Evaluated#171: 100.1-119.9, exactly 100, 80.1-99.9, by `above` and `from` at one place."""
    ladder = Ladder([Grade("S", above=100), Grade("A", from_=100), Grade("B", above=80), Grade("C")])
    assert [grade(ladder, t) for t in ("100.01", 100, "99.99", "80.01", 80)] == ["S", "A", "B", "B", "C"]


def test_low_totals_may_be_good():
    """With `to` and `below` the ladder ascends; `to` takes its edge, `below` leaves it to the next."""
    ladder = Ladder([Grade("A", below=10), Grade("B", to=10), Grade("C", to=20), Grade("D")])
    assert [grade(ladder, t) for t in (-5, "9.99", 10, "10.01", 20, "20.01")] == ["A", "A", "B", "C", "C", "D"]
    assert (ladder.better, EVALUATED.better) == ("lower", "higher")


def test_one_grade_may_hold_everything():
    """A ladder of one grade without a bound grades every total."""
    assert grade(Ladder([Grade("passed")]), -1000) == "passed"


@pytest.mark.parametrize("state", [State.MISSING, State.NOT_APPLICABLE])
def test_no_total_no_grade(state):
    """An absent total has no index, for the same reason."""
    assert Evaluation({"total": state})(EVALUATED.index(Input("total"))) is state


def test_coefficients_follow_the_index():
    """Names and coefficients start at the worst grade; coefficients are exact."""
    ladder = Ladder([Grade("A", from_=90, coefficient="1.2"), Grade("B", coefficient=0.9)])
    assert (ladder.names, ladder.coefficients) == (("B", "A"), (Fraction(9, 10), Fraction(6, 5)))


def test_totals_without_a_grade_are_found():
    """A bound at the worst grade is proved against the reach of the totals, edges included."""
    assert ERPNEXT.uncovered(Fraction(0), Fraction(100)) == ()
    (found,) = ERPNEXT.uncovered(Fraction(-1, 2), Fraction(100))
    assert (found.code, found.path) == ("PS278", ("grades", 3, "from"))
    assert found.message().startswith("Totals can be -0.5, which no grade covers")
    assert [p.code for p in ERPNEXT.uncovered(None, Fraction(100))] == ["PS279"]
    assert EVALUATED.uncovered(None, None) == ()


@pytest.mark.parametrize(
    ("worst", "low", "high", "covered"),
    [
        ({"above": 0}, 0, 9, False),
        ({"above": 0}, "0.01", 9, True),
        ({"to": 9}, 0, 9, True),
        ({"below": 9}, 0, 9, False),
        ({"below": 10}, 0, 9, True),
    ],
)
def test_exclusive_edges_leave_their_own_total_out(worst, low, high, covered):
    """`above` and `below` do not cover the total at the bound itself."""
    assert (Ladder([Grade("only", **worst)]).uncovered(Fraction(low), Fraction(high)) == ()) == covered


def test_grades_out_of_reach_are_a_warning():
    """A grade that nobody can get, at the top or at the bottom, is told; the others are not."""
    found = EVALUATED.unreachable(Fraction(80), Fraction(89))
    assert [(p.path, p.severity) for p in found] == [
        (("grades", 0), "warning"), (("grades", 2), "warning"), (("grades", 3), "warning"),
    ]  # fmt: skip
    assert [p.facts["reach"] for p in found] == [89, 80, 80]
    assert EVALUATED.unreachable(Fraction(0), Fraction(90)) == ()
    ladder = Ladder([Grade("A", to=10), Grade("B")])
    assert [p.path for p in ladder.unreachable(Fraction(0), Fraction(10))] == [("grades", 1)]
    assert [p.path for p in ladder.unreachable(Fraction(11), None)] == [("grades", 0)]


def test_the_order_is_from_best_to_worst():
    """Equal and rising bounds are refused, each at its own field."""
    a, b = Grade("A", from_=90), Grade("B", from_=80)
    assert codes(b, a) == [("PS276", ("grades", 1, "from"))]
    assert codes(a, Grade("B", from_=90)) == [("PS276", ("grades", 1, "from"))]
    assert codes(Grade("A", from_=90), Grade("B", above=90)) == [("PS276", ("grades", 1, "above"))]
    assert codes(Grade("A", to=10), Grade("B", below=10)) == [("PS276", ("grades", 1, "below"))]


def test_a_ladder_on_its_head_is_one_mistake():
    """The worst grade first: told once, with the places of all that follow."""
    with pytest.raises(SchemeError) as caught:
        Ladder([Grade("C", from_=0), Grade("B", from_=60), Grade("A", from_=90)])
    (problem,) = caught.value.diagnostics
    assert (problem.code, problem.path, problem.also) == ("PS276", ("grades", 1, "from"), (("grades", 2, "from"),))


def test_all_problems_of_a_ladder_at_once():
    """A name twice, a coefficient left out, a bound left out, and both sorts of bounds."""
    assert codes(Grade("A", from_=90, coefficient=1), Grade("B"), Grade("A", to=80), Grade("C")) == [
        ("PS272", ("grades", 2, "grade")),
        ("PS277", ("grades",)),
        ("PS273", ("grades", 1)),
        ("PS275", ("grades", 2, "to")),
    ]
    with pytest.raises(SchemeError) as caught:
        Grade("A", from_=90, to=100)
    assert [p.code for p in caught.value.diagnostics] == ["PS274"]


RULED = Ladder(
    [
        Grade("honours", by_rule=True), Grade("A", from_=90), Grade("B plus", by_rule=True), Grade("B", from_=80),
        Grade("C"), Grade("unfit", by_rule=True),
    ]
)  # fmt: skip


@pytest.mark.parametrize(("total", "wanted"), [(100, "A"), (90, "A"), (89, "B"), (80, "B"), (79, "C"), (-9, "C")])
def test_no_total_has_a_grade_by_rule(total, wanted):
    """It keeps its place among the others, at either end and between them."""
    assert grade(RULED, total) == wanted
    turned = Ladder([Grade("A", to=-90), Grade("B plus", by_rule=True), Grade("B", to=-80), Grade("C")])
    assert grade(turned, -total) == wanted
    assert (RULED.better, turned.better) == ("higher", "lower")


def test_proofs_pass_grades_by_rule_over():
    """They cover nothing, leave no hole, and are not out of reach."""
    assert RULED.uncovered(None, None) == ()
    assert [p.path for p in RULED.unreachable(Fraction(80), Fraction(89))] == [("grades", 1), ("grades", 4)]
    ladder = Ladder([Grade("A", from_=90), Grade("B", from_=60), Grade("unfit", by_rule=True)])
    assert [(p.code, p.path) for p in ladder.uncovered(Fraction(0), None)] == [("PS278", ("grades", 1, "from"))]


def test_a_grade_that_no_rule_names_is_told():
    """It was meant to be given."""
    found = RULED.never_given({"honours", "unfit"})
    assert [(p.code, p.path, p.severity) for p in found] == [("PS285", ("grades", 2), "warning")]
    assert RULED.never_given({"honours", "unfit", "B plus", "A"}) == ()


def test_grades_by_rule_that_cannot_be():
    """With a bound, or with nothing else on the ladder; a ladder around them is checked as without them."""
    assert codes(Grade("A", by_rule=True), Grade("B", by_rule=True)) == [("PS284", ("grades",))]
    equal = Grade("A", from_=9), Grade("x", by_rule=True), Grade("B", from_=9)
    assert codes(*equal) == [("PS276", ("grades", 2, "from"))]
    assert codes(Grade("A"), Grade("x", by_rule=True), Grade("B")) == [("PS273", ("grades", 0))]
    with pytest.raises(SchemeError) as caught:
        Grade("A", from_=90, by_rule=True)
    assert [(p.code, p.path) for p in caught.value.diagnostics] == [("PS283", ("from",))]


@given(
    st.lists(st.integers(0, 20), min_size=1, max_size=5, unique=True),
    st.fractions(-1, 21, max_denominator=4),
    st.sampled_from([("from_", True), ("above", False), ("to", True), ("below", False)]),
)
def test_a_grade_is_the_first_that_takes_the_total(bounds, total, side):
    """For every ladder and total: the best grade whose bound the total keeps, else the last."""
    key, closed = side
    upward = key in ("from_", "above")
    bounds = sorted(bounds, reverse=upward)
    ladder = Ladder([*(Grade(f"g{b}", **{key: b}) for b in bounds), Grade("rest")])
    takes = [b for b in bounds if (total > b if upward else total < b) or (closed and total == b)]
    assert grade(ladder, total) == (f"g{takes[0]}" if takes else "rest")
