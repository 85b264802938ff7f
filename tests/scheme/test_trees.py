"""Trees: places, declared inputs, and what else a problem is shown beside."""

from __future__ import annotations

from typing import Any

import pytest

from perfscheme import Dimension, Indicator
from perfscheme.diagnostics import Diagnostic, Text
from perfscheme.nouns.aggregations.aggregations import SumOfPoints
from perfscheme.nouns.curves.curves import AsIs
from perfscheme.nouns.inputs import InputSpec, NumberInput
from perfscheme.nouns.missing import Refuse
from perfscheme.nouns.readings import Reading
from perfscheme.nouns.roundings import Rounding
from perfscheme.nouns.setting import NONE
from perfscheme.scheme.trees import Tree


def item(key: str, **fields: Any) -> Indicator:
    return Indicator(key, "points", **{"range": (0, 100), "curve": AsIs(), **fields})


def tree(*children: Any, inputs: tuple[InputSpec, ...] = ()) -> Tree:
    return Tree(Dimension("score", children=children, aggregation=SumOfPoints(Refuse())), inputs)


def test_every_noun_has_its_place() -> None:
    """A parent before its children, in the order of the file."""
    part = Dimension("part", children=[item("b")], aggregation=SumOfPoints(Refuse()))
    found = tree(item("a"), part)
    assert [(key, place.path, place.parent) for key, place in found.places.items()] == [
        ("score", ("score",), None),
        ("a", ("score", "children", "a"), "score"),
        ("part", ("score", "children", "part"), "score"),
        ("b", ("score", "children", "part", "children", "b"), "part"),
    ]
    assert not found.problems


def test_an_id_twice() -> None:
    """Anywhere in the tree; told where the second stands, beside the first: either may be the slip."""
    (found,) = tree(item("a"), Dimension("part", children=[item("a")], aggregation=SumOfPoints(Refuse()))).problems
    assert (found.code, found.path) == ("PS320", ("score", "children", "part", "children", "a"))
    assert found.also == (("score", "children", "a"),)


def test_inputs_are_declared_by_the_scheme_or_by_who_reads_them() -> None:
    """What the scheme declares itself is not declared again."""
    hours = NumberInput("hours", "hours")
    found = tree(Indicator("speed", "hours", input=Reading("hours"), curve=AsIs()), item("care"), inputs=(hours,))
    assert found.inputs["hours"] is hours
    assert found.declarations == {"hours": ("inputs", "hours"), "care": ("score", "children", "care")}


def test_an_input_declared_twice() -> None:
    """The last one would hold, and which that is does not show in the hash."""
    twice = (NumberInput("b", "points", range=(0, 5)), NumberInput("b", "points", range=(0, 100)))
    (found,) = tree(item("a"), inputs=twice).problems
    assert (found.code, found.path) == ("PS294", ("inputs", "b"))


def test_what_has_a_name_is_called_by_it() -> None:
    """A key is no name."""
    care = Text(zh="关怀", en="Care")
    assert tree(item("care", name=care), item("speed")).called() == {"care": care}


@pytest.mark.parametrize(
    ("problem", "also"),
    [
        (Diagnostic("PS129", ("rules", 0), {"name": "a"}), (("score", "children", "a"),)),
        (Diagnostic("PS129", ("rules", 0), {"name": "nobody"}), ()),
        (Diagnostic("PS123", ("rules", 0), {"name": "b"}), (("score", "children", "b", "input"),)),
        (
            Diagnostic("PS128", ("score", "children", "a", "curve"), {"name": "target", "known": NONE}),
            (("score", "children", "a"),),
        ),
        (Diagnostic("PS128", ("score", "children", "a", "curve"), {"name": "target", "known": "floor"}), ()),
    ],
)
def test_a_problem_is_shown_beside_what_its_name_leads_to(problem: Diagnostic, also: Any) -> None:
    """Where the mistake may be there."""
    found = tree(item("a"), item("b", input=Reading("hours"), range=None)).shown(problem)
    assert found.also == also
    assert problem.code != "PS123" or found.facts["nearest"] == "hours"


def test_a_value_that_cannot_be_is_shown_beside_the_range() -> None:
    """Only what came since, and only what is said of values."""
    found = tree(item("a"), item("b", range=None))
    said = [Diagnostic(code, ("score",)) for code in ("PS106", "PS106", "PS320")]
    found.problems.extend(said)
    for key in ("a", "b"):
        noun = found.places[key].noun
        assert isinstance(noun, Indicator)
        found.show_range(frozenset({"PS106"}), 1, noun)
    where = (("score", "children", "a", "range"), ("score", "children", "b", "unit"))
    assert [problem.also for problem in found.problems] == [(), where, ()]


def test_a_value_that_cannot_be_is_shown_beside_what_the_indicator_makes_of_it() -> None:
    """A rounding that leads beyond the range stands there."""
    found = tree(item("a"), item("b", input=Reading("a", rounding=Rounding(step="0.3", mode="ceiling")), range=None))
    found.problems.append(Diagnostic("PS153", ("score",)))
    noun = found.places["b"].noun
    assert isinstance(noun, Indicator)
    found.show_range(frozenset({"PS153"}), 0, noun)
    assert found.problems[0].also == (("score", "children", "a", "range"), ("score", "children", "b", "input"))
