"""What is wrong with examples as they stand in a file."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from perfscheme import Scheme, SchemeError
from perfscheme.nouns.examples import NOT_APPLICABLE, Example
from perfscheme.reading.load import checks
from perfscheme.scheme.slips import slips


@pytest.mark.parametrize(
    ("values", "expected", "code", "path"),
    [
        ({"teamwork": 7}, {}, "PS107", ("values", "teamwork")),
        ({"satisfaction": "good"}, {}, "PS196", ("values", "satisfaction")),
        ({"quality": "好"}, {}, "PS110", ("values", "quality")),
        ({"team": 4}, {}, "PS328", ("values", "team")),
        ({}, {"grade": "E"}, "PS255", ("grade",)),
        ({}, {"points": {"qualty": 80}}, "PS304", ("points", "qualty")),
    ],
)
def test_a_slip_is_told_where_it_stands(
    five: Scheme, engineer: dict[str, Any], values: dict[str, Any], expected: dict[str, Any], code: str, path: Any
) -> None:
    """When the scheme is made, not when somebody runs its examples."""
    example = Example("x", {**engineer, **values}, total=1, **expected)
    with pytest.raises(SchemeError) as caught:
        attrs.evolve(five, examples=[example])
    assert [(found.code, found.path) for found in caught.value.diagnostics] == [(code, ("examples", 0, *path))]


def test_names_for_people_lead_to_keys() -> None:
    """An example by the names of a spreadsheet: each name is told with its key, and none of these as left out."""
    text = """
perfscheme: 1
scheme: s
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: refuse}
  children:
    a: {name: 客户满意度, unit: points, range: [0, 100], curve: as-is}
    b: {name: {zh: 解决率, en: Solved}, unit: points, range: [0, 100], curve: as-is}
examples:
  - {name: x, values: {客户满意度: 90, Solved: 80}, points: {解决率: 80}, total: 85}
"""
    told = [(found.code, found.facts["nearest"]) for found in checks(text)]
    assert told == [("PS328", "a"), ("PS328", "b"), ("PS304", "b")]


def test_an_input_left_out_is_a_slip(five: Scheme, engineer: dict[str, Any]) -> None:
    """Missing is written: what was forgotten would pass for it."""
    del engineer["teamwork"]
    (found,) = slips([Example("x", engineer, total=1)], five.statement, five.grades)
    assert (found.code, found.path, found.facts["names"]) == ("PS334", ("examples", 0, "values"), ("teamwork",))


def test_one_name_is_told_once_for_all_examples(five: Scheme, engineer: dict[str, Any]) -> None:
    """With every place."""
    engineer["team-work"] = engineer.pop("teamwork")
    examples = [Example(name, engineer, total=1) for name in "abc"]
    (found,) = slips(examples, five.statement, five.grades)
    assert (found.code, found.path) == ("PS328", ("examples", 0, "values", "team-work"))
    assert list(found.also) == [("examples", i, "values", "team-work") for i in (1, 2)]


def test_an_input_that_no_example_has_is_told_once(five: Scheme, engineer: dict[str, Any]) -> None:
    """Whoever adds an indicator has one thing to do."""
    del engineer["teamwork"]
    (found,) = slips([Example(name, engineer, total=1) for name in "ab"], five.statement, five.grades)
    assert (found.code, found.also[1:]) == ("PS334", (("examples", 1, "values"),))
    assert found.also[0] == five.statement.nodes["teamwork"].path  # who sees it knows which is meant


def test_one_wrong_value_in_two_examples_is_two_slips(five: Scheme, engineer: dict[str, Any]) -> None:
    """They are corrected one by one."""
    examples = [Example(name, engineer | {"teamwork": 7}, total=1) for name in "ab"]
    assert [found.path[1] for found in slips(examples, five.statement, five.grades)] == [0, 1]


def test_absences_and_wrong_results_are_no_slips(five: Scheme, engineer: dict[str, Any]) -> None:
    """Whether the total comes out is for a trial to tell."""
    example = Example("x", engineer | {"teamwork": None, "satisfaction": NOT_APPLICABLE}, total=-5)
    assert list(slips([example], five.statement, five.grades)) == []


def test_a_check_shows_slips_with_line_and_column() -> None:
    """Like any other problem of the file."""
    text = """perfscheme: 1
scheme: x
score:
  aggregation: {kind: sum, missing: refuse}
  children: {a: {unit: percent, curve: as-is}}
examples:
  - {name: too much, values: {a: 101}, total: 5}
"""
    (found,) = checks(text)
    assert found.span is not None
    assert (found.code, found.span.start.line, found.span.start.column) == ("PS107", 6, 33)
