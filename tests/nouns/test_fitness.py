"""Fitness of nouns that are made in Python."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, ClassVar

import attrs
import pytest

import perfscheme as ps
from perfscheme.nouns.aggregations.aggregations import WeightedMean
from perfscheme.nouns.curves.curves import AllOrNothing, AsIs, Linear
from perfscheme.nouns.fitness import misfits
from perfscheme.nouns.missing import Refuse
from perfscheme.nouns.roundings import Rounding
from perfscheme.nouns.rules.rules import Cap


def indicator(**other: Any) -> ps.Indicator:
    """An indicator, fit but for what is given."""
    return ps.Indicator("a", "points", **{"curve": AsIs(), **other})


@pytest.mark.parametrize(
    ("noun", "path", "nearest"),
    [
        (indicator(better="Higher", thresholds={"target": 3}, curve=AllOrNothing()), ("better",), "higher"),
        (indicator(rounding=Rounding(places=1, mode="half_up")), ("rounding", "mode"), "half-up"),  # type: ignore[arg-type]
        (indicator(curve=Linear({0: 0, 1: 100}, below="clip")), ("curve", "below"), None),  # type: ignore[arg-type]
        (ps.Indicator("a", "hour", curve=AsIs()), ("unit",), "hours"),  # type: ignore[arg-type]
    ],
    ids=["direction", "mode", "side", "unit"],
)
def test_a_word_that_a_field_does_not_take_is_told(noun: Any, path: tuple[str, ...], nearest: str | None) -> None:
    """In Python nothing else would: the word would be taken for another one."""
    (found,) = misfits(noun)
    assert (found.code, found.path) == ("PS035", path)
    if nearest is not None:
        assert found.facts["nearest"] == nearest


def test_a_strategy_of_another_role_is_told_where_it_stands() -> None:
    """A policy among the rules would never act."""
    root = ps.Dimension(children=[indicator()], aggregation=WeightedMean(missing=Refuse(), weights="equal"))
    with pytest.raises(ps.SchemeError) as caught:
        ps.Scheme("plan", root, rules=[Cap(at_most=100), Refuse()])
    (found,) = caught.value.diagnostics
    assert (found.code, found.path) == ("PS332", ("rules", 1))


def test_what_stands_under_a_key_is_found_by_it() -> None:
    """The path of a child is its id, as in a file."""
    child = indicator(better="lwer", thresholds={"target": 3})
    root = ps.Dimension(children=[child], aggregation=WeightedMean(missing=Refuse(), weights="equal"))
    assert [found.path for found in misfits(root, "score")] == [("score", "children", "a", "better")]


def test_a_fit_noun_has_nothing_against_it() -> None:
    """As it is written in the documents."""
    assert list(misfits(indicator(better="higher", thresholds={"target": 3}, rounding=Rounding(places=1)))) == []


@pytest.mark.parametrize(
    ("fields", "key", "expected"),
    [
        ({"curve": None}, "curve", ("curve",)),
        ({"rounding": {"places": 2}}, "rounding", ("Rounding", "None")),
        ({"input": "speed"}, "input", ("Reading", "None")),
        ({"if_missing": 60}, "if-missing", ("IfMissing", "None")),
        ({"id": 5}, "id", ("str",)),
    ],
)
def test_a_value_of_another_sort_is_told_when_the_noun_is_made(
    fields: dict[str, Any], key: str, expected: tuple[str, ...]
) -> None:
    """With what is taken instead, not by an AttributeError from somewhere within."""
    with pytest.raises(ps.SchemeError) as caught:
        ps.Indicator(**{"id": "a", "unit": "points", "curve": AsIs(), **fields})
    (found,) = caught.value.diagnostics
    assert (found.code, found.path, found.facts["expected"]) == ("PS333", (key,), expected)


def test_children_are_a_list_of_nouns() -> None:
    """As in Python, not as in a file."""
    mean = WeightedMean(missing=Refuse(), weights="equal")
    for children, words in (({"a": indicator()}, "list, tuple"), (["a"], "tuple of Dimension | Indicator")):
        with pytest.raises(ps.SchemeError, match=words):
            ps.Dimension(children=children, aggregation=mean)  # type: ignore[arg-type]
    with pytest.raises(ps.SchemeError, match=r"\(low, high\)"):
        indicator(range=5)


@attrs.frozen
class Steep:
    kind: ClassVar[str] = "steep"

    by: Fraction
    limit: Fraction | None = None

    def formula(self, x: Any, setting: Any) -> Any:
        return x * self.by


def test_figures_of_a_strategy_are_numbers() -> None:
    """One's own class need not convert them."""
    assert list(misfits(indicator(curve=Steep(Fraction(2), 3)))) == []
    (found,) = misfits(indicator(curve=Steep("2")), "score")
    assert (found.code, found.path, found.facts["found"]) == ("PS333", ("score", "curve", "by"), "str")
