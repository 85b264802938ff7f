"""Rounding where it is written."""

from fractions import Fraction
from typing import Any

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Input
from perfscheme.nouns.roundings import Rounding, TotalRounding


@pytest.mark.parametrize(
    ("rounding", "expected"),
    [
        (Rounding(places=2), "89.99"), (Rounding(places=1), "90"), (Rounding(places=-1), "90"),
        (Rounding(step="0.25"), "90"),
        (Rounding(places=2, mode="floor"), "89.98"),
        (Rounding(places=2, mode="half-even"), "89.98"), (Rounding(step=20), "80"),
        (TotalRounding(places=2, before_grading=True), "89.99"), (TotalRounding(step=5, before_grading=False), "90"),
    ],
)  # fmt: skip
def test_rounding(rounding, expected):
    """89.985 by places and by steps; half-up is exact, not what a float makes of it."""
    assert Evaluation({"x": Fraction("89.985")})(rounding.formula(Input("x"))) == Fraction(expected)


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({}, ("PS115", ())), ({"places": 2, "step": 1}, ("PS116", ())), ({"places": 99}, ("PS117", ("places",))),
        ({"step": 0}, ("PS118", ("step",))),
    ],
)  # fmt: skip
def test_what_is_no_rounding(fields, problem):
    """Exactly one of places and step, within reason; the total's rounding has the same laws."""
    for make in (lambda: Rounding(**fields), lambda: TotalRounding(**fields, before_grading=True)):
        with pytest.raises(SchemeError) as caught:
            make()
        assert [(found.code, found.path) for found in caught.value.diagnostics] == [problem]
        assert "{" not in caught.value.say("zh")


def test_the_total_must_say_when():
    """Before or after grading is never a default."""
    with pytest.raises(TypeError):
        TotalRounding(places=2)


@pytest.mark.parametrize("places", ["2", 2.5, True])
def test_places_are_a_whole_number(places: Any) -> None:
    """Half a place would be rounded to in floats."""
    with pytest.raises(SchemeError) as caught:
        Rounding(places=places)
    assert [(found.code, found.path) for found in caught.value.diagnostics] == [("PS333", ("places",))]
