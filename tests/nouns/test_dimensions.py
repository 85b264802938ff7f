"""Dimensions as nouns."""

import pickle

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.nouns.aggregations.aggregations import WeightedMean
from perfscheme.nouns.conditions import InputIs
from perfscheme.nouns.curves.curves import Linear
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.missing import Renormalise
from perfscheme.nouns.rules.rules import Veto


def indicator(name):
    return Indicator(name, "hours", better="lower", curve=Linear({24: 100, 72: 80}))


def test_a_tree_of_nouns_is_a_value():
    """A ragged tree compares, hashes and pickles by what it holds."""

    def tree():
        mean = WeightedMean(Renormalise(60))
        inner = Dimension("inner", children=[indicator("a"), indicator("b")], aggregation=mean, weight=40)
        veto = Veto(InputIs("major", at_least=1, if_missing="fails"), points=0)
        return Dimension("score", children=[inner, indicator("c")], aggregation=mean, rules=[veto])

    assert tree() == tree()
    assert hash(tree()) == hash(tree())
    assert pickle.loads(pickle.dumps(tree())) == tree()
    assert tree().children[0].weight == 40


def test_a_dimension_has_children_of_different_names():
    """No children, and one name for two, are refused."""
    for children, code, path in (
        ([], "PS281", ("children",)),
        ([indicator("a"), indicator("a")], "PS282", ("children", "a")),
    ):
        with pytest.raises(SchemeError) as caught:
            Dimension("score", children=children, aggregation=WeightedMean(Renormalise(60)))
        assert [(p.code, p.path) for p in caught.value.diagnostics] == [(code, path)]
