"""Numbers, made exact."""

import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.nouns.numbers import is_missing, level, level_or_none, number, number_or_none, parse, shown


class NAType:
    """Behaves as pandas.NA does: comparing it gives no truth."""

    def __ne__(self, other):
        return self

    def __bool__(self):
        raise TypeError("boolean value of NA is ambiguous")

    __hash__ = None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (3, "3"), (0.1, "1/10"), (-0.0, "0"), (1e23, "100000000000000000000000"),
        (5e-324, Fraction(Decimal("5e-324"))),
        (Decimal("88.10"), "881/10"), (Fraction(1, 3), "1/3"), ("88.1", "881/10"),
        ("-.5", "-1/2"), ("1.", "1"), ("1e3", "1000"),
        (np.float64(0.1), "1/10"), (np.float32(0.1), "1/10"), (np.float16(0.1), "1/10"),
        (np.longdouble("0.1"), "1/10"),
        (np.int8(-3), "-3"), (np.uint64(2**64 - 1), str(2**64 - 1)), (np.str_("2.5"), "5/2"),
    ],
)  # fmt: skip
def test_what_is_a_number(value, expected):
    """A float of any width is the decimal that prints it."""
    assert parse(value) == Fraction(expected)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_is_the_decimal_that_prints_it(value):
    """Law 1, for every float; the way back gives the same float."""
    assert parse(value) == Fraction(repr(value))
    assert float(parse(value)) == value


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (True, "PS105"), (np.True_, "PS105"), (1j, "PS101"), (np.complex64(1), "PS101"),
        ([1], "PS101"), (b"1", "PS101"),
        ("95%", "PS102"), ("９５", "PS102"), ("1_000", "PS102"), ("1,5", "PS102"), ("1/2", "PS102"),
        (" 5", "PS102"), ("5\n", "PS102"),
        ("0x10", "PS102"), ("٣", "PS102"), ("9" * 401, "PS102"), (" ", "PS103"), ("", "PS103"), ("\u3000", "PS103"),
        ("inf", "PS104"), ("nan", "PS102"), (math.inf, "PS104"), (np.float32("inf"), "PS104"),
        (Decimal("NaN"), "PS104"),
        ("1e401", "PS104"), (Decimal("1e-999999"), "PS104"), (math.nan, "PS104"), (None, "PS101"),
        (np.timedelta64(5, "h"), "PS101"), (np.array(5), "PS101"),
        ("1e99999999999999999999", "PS104"), ("0e-99999999999999999999", "PS104"), (Decimal("sNaN"), "PS104"),
        (Decimal("0." + "1" * 5000), "PS104"),
    ],
)  # fmt: skip
def test_what_is_none(value, code):
    """Each has its own sentence in both languages, never a number."""
    found = parse(value)
    assert isinstance(found, Diagnostic)
    assert found.code == code
    assert "{" not in found.message("en") + found.message("zh")


@pytest.mark.parametrize("exponent", [402, 5000])
def test_numbers_too_long_to_be_told(exponent):
    """A number of 5000 digits was scored, and broke the explanation: Python does not print it."""
    far = 10**exponent
    for value in (far, -far, Fraction(far, 3), Fraction(1, far**3)):
        found = parse(value)
        assert isinstance(found, Diagnostic)
        assert found.code == "PS104"
    assert parse(10**400) == 10**400


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("95%", "95"),
        ("９５．５", "95.5"),
        ("1_000", "1000"),
        ("1,5", "1.5"),
        ("0,125", "0.125"),
        ("1,000", "1000"),
        ("1,000.5", "1000.5"),
        ("-12,345,678", "-12345678"),
        ("1 000", "1000"),
        ("1\u202f000\u202f000.5", "1000000.5"),
        ("1'000", "1000"),
        ("1 000,5", "12.5"),
        ("five", "12.5"),
    ],
)
def test_the_message_says_what_to_write(text, instead):
    """The plain decimal that was most likely meant."""
    assert parse(text).facts["instead"] == instead


def test_numbers_of_a_scheme_may_be_ratios():
    """Three times a third is 1; nothing can be divided by zero."""
    assert number("1/3") * 3 == 1
    for text in ("1/0", "1/-3", "/3"):
        with pytest.raises(SchemeError, match="plain decimal"):
            number(text)
    assert number_or_none(None) is None


@pytest.mark.parametrize("value", [None, math.nan, np.float32("nan"), np.datetime64("NaT"), np.ma.masked, NAType()])
def test_what_is_missing(value):
    """None, NaN, and the NA of frame libraries."""
    assert is_missing(value)


@pytest.mark.parametrize("value", [0, "", "nan", [], np.array([1, 2]), Decimal("sNaN")])
def test_what_is_not_missing(value):
    """Zero and blank text are something, an array is something else."""
    assert not is_missing(value)


def test_levels_are_numbers_or_names():
    """Text that reads as a number is one."""
    assert [level("target"), level("9.5"), level(3)] == ["target", Fraction("9.5"), 3]
    assert level_or_none(None) is None


def test_long_and_broken_values_are_shown_short():
    """A host's value cannot break the message that complains about it."""

    class Broken:
        def __repr__(self):
            raise RuntimeError

    assert shown(Broken()) == "Broken"
    assert len(shown("x" * 1000)) == 60
