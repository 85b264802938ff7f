"""Which input is read, and what happens first."""

from fractions import Fraction

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import State
from perfscheme.nouns.inputs import LabelInputSpec, NumberInput
from perfscheme.nouns.readings import Reading
from perfscheme.nouns.roundings import Rounding
from perfscheme.nouns.setting import Setting

INPUTS = {"time": NumberInput("time", "minutes"), "role": LabelInputSpec("role", ("a", "b"))}


def read(reading, value):
    setting = Setting(INPUTS, [], unit="hours")
    formula = reading.formula(setting)
    assert setting.problems == []
    return Evaluation({"time": value if isinstance(value, State) else Fraction(value)})(formula)


@pytest.mark.parametrize(
    ("reading", "minutes", "expected"),
    [
        (Reading("time"), 90, "1.5"),
        (Reading("time", at_most=10), 1200, "10"),
        (Reading("time", at_least=1), 6, "1"),
        (Reading("time", rounding=Rounding(places=0, mode="floor")), 119, "1"),
        (Reading("time", unit="minutes", rounding=Rounding(step=10)), 94, "1.5"),
        (Reading("time", unit="days", at_most="0.5"), 1440, "12"),
        (Reading("time", rounding=Rounding(places=0), at_most="1.4"), 119, "1"),
    ],
)
def test_converted_then_limited_then_rounded(reading, minutes, expected):
    """In this order, in the unit that is written, with the result in the indicator's hours."""
    assert read(reading, minutes) == Fraction(expected)


def test_absences_pass():
    """Limits do not make something of nothing."""
    assert read(Reading("time", at_least=1), State.MISSING) is State.MISSING


@pytest.mark.parametrize(
    ("reading", "unit", "expected"),
    [
        (Reading("tiem"), "hours", [("PS123", ("input",))]),
        (Reading("time"), "percent", [("PS131", ("input",))]),
        (Reading("time", unit="count"), "hours", [("PS131", ("input",))]),
        (Reading("role"), "points", [("PS124", ("input",))]),
    ],
)
def test_what_cannot_be_read(reading, unit, expected):
    """An unknown input, units of another kind, a label where a number is needed."""
    setting = Setting(INPUTS, [], unit=unit)
    reading.formula(setting)
    assert [(problem.code, problem.path) for problem in setting.problems] == expected


def test_limits_that_leave_nothing():
    """At least 5 and at most 3."""
    with pytest.raises(SchemeError, match="at least 5 and at most 3"):
        Reading("time", at_least=5, at_most=3)


def test_plain():
    """Nothing happens to a plain reading."""
    assert Reading("time").plain
    assert not Reading("time", at_most=3).plain
