"""Missing policies; what they do to points is tested with the aggregations that follow them."""

from fractions import Fraction

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Const, Input, State
from perfscheme.nouns.aggregations.aggregations import Child
from perfscheme.nouns.missing import FallbackTable, FallbackWeights, Refuse, Renormalise, Zero
from perfscheme.nouns.setting import Setting

M, NA = State.MISSING, State.NOT_APPLICABLE


def children(**weights):
    return tuple(Child(name, Input(name), Const(Fraction(weight))) for name, weight in weights.items())


def codes(make):
    with pytest.raises(SchemeError) as caught:
        make()
    return [(found.code, found.path) for found in caught.value.diagnostics]


@pytest.mark.parametrize("coverage", [-1, "100.01", "0.6", "1/3"])
def test_coverage_is_a_percentage(coverage):
    """Coverage lies from 0 to 100; a fraction is not a percentage."""
    assert codes(lambda: Renormalise(coverage)) == [("PS211", ("coverage",))]
    assert [Renormalise(share).coverage for share in (0, 1, 100)] == [0, 1, 100]


@pytest.mark.parametrize("policy", [Refuse(), Renormalise(60)])
def test_children_are_left_as_they_are(policy):
    """Refusing and renormalising change neither points nor weights."""
    found = children(a=50, b=50)
    assert policy.terms(found, Setting({}, [])) == found


def test_zero_is_for_the_missing_only():
    """A missing child gets 0, one that is not applicable stays so."""
    (child,) = Zero().terms(children(a=100), Setting({}, []))
    assert [Evaluation({"a": value})(child.points) for value in (M, NA, Fraction(7))] == [0, NA, 7]


@pytest.mark.parametrize("order", [1, -1])
def test_a_table_holds_for_exactly_its_set(order):
    """Each set of missing children has its own weights, in whatever order; what does not apply makes no other set."""
    tables = [FallbackTable(["c"], {"a": 40, "b": 60}), FallbackTable(["b", "c"], {"a": 100})]
    found = FallbackWeights(tables[::order]).terms(children(a=20, b=30, c=50), Setting({}, []))

    def weights(**values):
        run = Evaluation({"a": Fraction(1), "b": Fraction(1), "c": Fraction(1), **values})
        return [run(child.weight) for child in found]

    assert weights() == [20, 30, 50]
    assert weights(c=M) == [40, 60, 0]
    assert weights(b=M, c=M) == [100, 0, 0]
    assert weights(a=M, c=M) == [20, 30, 50]
    assert weights(b=M) == [20, 30, 50]
    assert weights(b=NA, c=M) == [40, 60, 0]


def test_a_table_names_the_children():
    """Unknown names, children left out, and a total unlike the dimension's are reported at their places.

    Each hides the next: a misspelt child is not left out too, and without its weight no total is right.
    """
    found = []
    at = ("aggregation", "missing", "tables", 0)
    for table in (
        FallbackTable(["cst"], {"quality": 80, "effort": 10}),
        FallbackTable(["cost"], {"quality": 80}),
        FallbackTable(["cost"], {"quality": 80, "effort": 10}),
    ):
        problems = []
        FallbackWeights([table]).terms(children(quality=30, cost=30, effort=40), Setting({}, problems))
        (problem,) = problems
        found.append((problem.code, problem.path, problem.facts.get("nearest")))
    left = [("PS220", (*at, "weights"), None), ("PS218", (*at, "weights"), None)]
    assert found == [("PS215", (*at, "when-missing", 0), "cost"), *left]


def test_relative_weights_need_no_common_total():
    """Where the dimension's weights add up to neither 100 nor 1, a table may add up to anything."""
    problems = []
    FallbackWeights([FallbackTable(["b"], {"a": 1})]).terms(children(a=3, b=4), Setting({}, problems))
    assert problems == []


def test_all_problems_of_a_table_at_once():
    """A child twice, a weight for a missing child, a negative weight, and nothing above 0."""
    assert codes(lambda: FallbackTable(["a", "a"], {"a": 0, "b": -5})) == [
        ("PS214", ("when-missing", 1)),
        ("PS216", ("weights", "a")),
        ("PS203", ("weights", "b")),
    ]
    assert codes(lambda: FallbackTable([], {"b": 0})) == [("PS219", ("when-missing",)), ("PS217", ("weights",))]


def test_a_child_has_one_weight_in_a_table():
    """The last one would hold, though the total of both is right."""
    assert codes(lambda: FallbackTable(["a"], [("b", 0), ("c", 60), ("b", 40)])) == [("PS214", ("weights", "b"))]


def test_tables_are_for_different_sets():
    """No table, or two for one set in another order, are refused."""
    assert codes(lambda: FallbackWeights([])) == [("PS219", ("tables",))]
    twice = [FallbackTable(["a", "b"], {"c": 1}), FallbackTable(["b", "a"], {"c": 2})]
    assert codes(lambda: FallbackWeights(twice)) == [("PS213", ("tables", 1))]
