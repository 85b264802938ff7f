"""Worked examples as nouns."""

from fractions import Fraction

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.nouns.examples import Example, ExamplePoints, ExampleValue


def codes(**fields):
    with pytest.raises(SchemeError) as caught:
        Example("x", **fields)
    return [(found.code, found.path) for found in caught.value.diagnostics]


def test_values_are_exact():
    """Numbers become exact; labels, flags, absences and the word for not applicable stay as they are."""
    example = Example("x", {"a": 0.1, "b": "senior", "c": True, "d": None, "e": "not-applicable"}, total="89.51")
    assert example.values[0] == ExampleValue("a", Fraction(1, 10))
    assert [value.value for value in example.values[1:]] == ["senior", True, None, "not-applicable"]
    assert example.total == Fraction("89.51")
    assert Example("x", [], points={"csat": 80, "cost": None}).points == (
        ExamplePoints("csat", 80),
        ExamplePoints("cost"),
    )


def test_an_example_expects_something():
    """One that expects nothing cannot fail, so it is refused; no score at all is an expectation."""
    assert codes(values={"a": 1}) == [("PS291", ())]
    assert Example("x", {}, no_score=True).no_score


def test_all_problems_of_an_example_at_once():
    """A total and a grade beside no score, a negative tolerance, an input twice."""
    twice = [("a", 1), ("a", 2)]
    assert codes(values=twice, total=1, grade="A", no_score=True, tolerance=-1) == [
        ("PS292", ("total",)),
        ("PS292", ("grade",)),
        ("PS293", ("tolerance",)),
        ("PS294", ("values", "a")),
    ]
