"""What a host hands in."""

import datetime
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal, get_type_hints

import numpy as np
import pytest

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.formula.nodes import LabelInput, State
from perfscheme.nouns.inputs import NOT_APPLICABLE, FlagInput, LabelInputSpec, NumberInput, range_of

HOURS = NumberInput("speed", "hours", range=(0, 2000))
PERCENT = NumberInput("satisfaction", "percent")
ROLE = LabelInputSpec("role", ("初级", "高级"))
FLAG = FlagInput("veto")


def complaint(spec, value):
    found = spec.read(value)
    assert isinstance(found, Diagnostic), found
    assert found.path == (spec.key,)
    assert "{" not in found.message("en") + found.message("zh")
    return found.code


@pytest.mark.parametrize("value", [30, 30.0, "30", Decimal("30.0"), Fraction(30), np.int16(30), np.float32(30)])
def test_numbers_of_any_kind(value):
    """All are the same exact number."""
    assert HOURS.read(value) == 30


@pytest.mark.parametrize(
    ("unit", "value", "expected"),
    [
        ("hours", datetime.timedelta(minutes=90), "1.5"),
        ("days", datetime.timedelta(hours=6), "0.25"),
        ("seconds", datetime.timedelta(microseconds=1), "0.000001"),
        ("minutes", np.timedelta64(90, "s"), "1.5"),
    ],
)
def test_lengths_of_time(unit, value, expected):
    """A timedelta is taken for a time, exactly, and for nothing else."""
    assert NumberInput("t", unit).read(value) == Fraction(expected)
    assert complaint(PERCENT, value) == "PS109"


@pytest.mark.parametrize("spec", [HOURS, PERCENT, ROLE, FLAG])
def test_absences(spec):
    """Missing and not applicable are two things, and State.PRESENT is not a value."""
    for value in (None, float("nan"), State.MISSING, np.float64("nan")):
        assert spec.read(value) is State.MISSING
    assert spec.read(NOT_APPLICABLE) is State.NOT_APPLICABLE
    assert complaint(spec, State.PRESENT) in ("PS101", "PS110", "PS114")


@pytest.mark.parametrize(
    ("spec", "value", "code"),
    [
        (PERCENT, "95%", "PS102"), (PERCENT, "９５", "PS102"), (PERCENT, " ", "PS103"), (PERCENT, True, "PS105"),
        (PERCENT, "NA", "PS196"), (PERCENT, "缺失", "PS196"), (PERCENT, "-", "PS196"), (PERCENT, "93分", "PS102"),
        (PERCENT, 1j, "PS101"), (PERCENT, 105, "PS107"), (PERCENT, -1, "PS106"),
        (PERCENT, 0.9, "PS108"), (PERCENT, 1, "PS108"),
        (PERCENT, float("inf"), "PS104"), (HOURS, -0.5, "PS106"), (HOURS, 2001, "PS107"),
        (NumberInput("s", "fraction"), 90, "PS107"), (NumberInput("c", "count"), -1, "PS106"),
        (ROLE, "资深", "PS110"), (ROLE, 3, "PS110"), (ROLE, " ", "PS103"), (ROLE, True, "PS110"),
        (FLAG, 1, "PS114"), (FLAG, "yes", "PS114"), (FLAG, 0.0, "PS114"), (FLAG, "", "PS114"),
    ],
)  # fmt: skip
def test_every_slip_is_a_clear_error(spec, value, code):
    """Never a silent score."""
    assert complaint(spec, value) == code


def test_a_written_range_decides():
    """With a range, 0.9 % and 105 % may be meant; the ends are valid; None is no limit."""
    wide = NumberInput("rate", "percent", range=(0, 120))
    assert [wide.read(value) for value in (0.9, 105, 0, 120)] == [Fraction("0.9"), 105, 0, 120]
    assert NumberInput("profit", "currency", range=(None, 5)).read(-1e6) == -1_000_000
    assert range_of((None, "1/3")) == (None, Fraction(1, 3))


def test_zero_percent_is_no_fraction():
    """Zero is zero in either."""
    assert PERCENT.read(0) == 0


def test_nodes_know_what_is_valid():
    """The analysis leans on the range, and on the gap where a percent may not lie."""
    node = PERCENT.node()
    assert (node.key, node.low, node.high, node.gap) == ("satisfaction", 0, 100, (0, 1))
    assert HOURS.node().gap is None
    assert ROLE.node() == LabelInput("role", ("初级", "高级"))
    assert FLAG.node() == LabelInput("veto", (False, True))


def test_labels_and_flags_are_taken_as_they_are():
    """Labels exactly, flags of Python and NumPy."""
    assert ROLE.read(np.str_("高级")) == "高级"
    assert [FLAG.read(value) for value in (True, False, np.True_)] == [True, False, True]


def test_the_nearest_label_is_named():
    """Somebody who writes Junior probably means junior."""
    assert LabelInputSpec("role", ("junior", "senior")).read("Junior").facts["nearest"] == "junior"


def test_what_cannot_be_declared():
    """An empty range, no labels, blank ones and the same twice, all told with their place."""
    with pytest.raises(SchemeError) as caught:
        NumberInput("x", "hours", range=(5, 5))
    assert [(found.code, found.path) for found in caught.value.diagnostics] == [("PS119", ("range",))]
    with pytest.raises(SchemeError) as caught:
        LabelInputSpec("role", ("a", " ", "a"))
    assert [(found.code, found.path) for found in caught.value.diagnostics] == [
        ("PS121", ("labels", 1)),
        ("PS122", ("labels", 2)),
    ]
    with pytest.raises(SchemeError, match="no labels"):
        LabelInputSpec("role", ())


@pytest.mark.parametrize("spec", [HOURS, PERCENT, ROLE, FLAG])
def test_inputs_are_values(spec):
    """They survive pickling, and equal ones hash alike."""
    again = pickle.loads(pickle.dumps(spec))
    assert again == spec
    assert hash(again) == hash(spec)
    assert complaint(again, object()) in ("PS101", "PS110", "PS114")


def test_a_lone_label_is_not_its_letters():
    """A text where a list is meant."""
    assert LabelInputSpec("site", "north").labels == ("north",)


@pytest.mark.parametrize("spec", [PERCENT, FLAG, ROLE])
def test_the_kind_tells_a_type_checker_which_input_it_is(spec):
    """Hosts that build forms ask for it before they read a unit or labels."""
    assert get_type_hints(type(spec))["kind"] == ClassVar[Literal[spec.kind]]
