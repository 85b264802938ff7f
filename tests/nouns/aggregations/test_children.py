"""What becomes of children that are absent."""

from fractions import Fraction

import pytest

import perfscheme as ps
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Const, Input, State, least
from perfscheme.formula.ranges import Range
from perfscheme.nouns.aggregations.children import absence, added, folded, instead, policy_problems
from perfscheme.nouns.missing import Refuse, Renormalise

M, NA = State.MISSING, State.NOT_APPLICABLE
X, Y = Input("x", Fraction(0), Fraction(10)), Input("y", Fraction(5), Fraction(20))


@pytest.mark.parametrize("state", [M, NA])
def test_an_absence_keeps_its_reason(state):
    """Missing stays missing, not applicable stays not applicable, and a value is replaced."""
    run = Evaluation({"x": state, "y": Fraction(5)})
    assert run(absence(X)) is state
    assert run(instead(X, Const(Fraction(1)))) is state
    assert run(instead(Y, Const(Fraction(1)))) == 1


def test_ranges_stay_tight():
    """The range of what is left has no stand-in values in it, so that grades can be proved to cover it."""
    assert Analysis().range(folded([X, Y], least, Fraction(50))) == Range(Fraction(0), Fraction(20))
    assert Analysis().range(added([X, Y], [Const(Fraction(1))] * 2, Fraction(50))) == Range(Fraction(0), Fraction(30))


def test_a_policy_is_refused_with_what_to_write():
    """An aggregation that follows `refuse` alone says so; others name what they cannot follow."""
    (found,) = policy_problems(Renormalise(50), "matrix", None)
    assert found.message() == "`matrix` cannot follow `missing: renormalise`. Write one of: refuse."
    assert policy_problems(Refuse(), "matrix", None) == ()
    assert policy_problems(Renormalise(50), "sum", {"fallback-weights": ("zero",)}) == ()


def test_what_is_no_policy_is_told_by_the_scheme():
    """`missing` in a word, as the file writes `refuse`, is no policy in Python."""
    item = ps.Indicator("a", "points", curve=ps.curves.AsIs())
    score = ps.Dimension(aggregation=ps.aggregations.BestOf(count=1, missing="refuse"), children=[item])
    with pytest.raises(ps.SchemeError) as caught:
        ps.Scheme("s", score)
    assert [found.code for found in caught.value.diagnostics] == ["PS332"]
