"""Numbers of a file, and what is nearly one."""

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perfscheme.diagnostics import figure
from perfscheme.diagnostics.catalogue import MESSAGES
from perfscheme.reading.numbers import Slip, number, whole


@pytest.mark.parametrize("text", ["0", "-0", "1", "-1", "+5", "0.1", "-12.50", "1000000", "1/3", "-2/7"])
def test_numbers_are_exact(text: str) -> None:
    """From their text to a ratio of whole numbers."""
    assert number(text) == Fraction(text)


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("1_000", "1000"), ("1,000", "1000"), ("12,345.5", "12345.5"), ("1 000", "1000"), ("1,5", "1.5"), ("010", "10"),
        ("-007.5", "-7.5"), (".5", "0.5"), ("5.", "5"), ("1e3", "1000"), ("2.5E-1", "0.25"), ("0x1F", "31"),
        ("0o17", "15"), ("0b11", "3"), ("０９", "9"), ("９５．５", "95.5"), ("－5", "-5"), ("\u22125", "-5"),
        ("1 / 3", "1/3"), ("２／４", "0.5"),
    ],
)  # fmt: skip
def test_near_numbers_say_what_to_write(text: str, instead: str) -> None:
    """Each of these is read otherwise by some other program."""
    slip = number(text)
    assert isinstance(slip, Slip)
    assert (slip.code, slip.facts["instead"], slip.certain) == ("PS041", instead, True)


@pytest.mark.parametrize(
    ("text", "code", "facts"),
    [
        ("40%", "PS042", {"instead": "40", "share": "0.4"}),
        ("９５％", "PS042", {"instead": "95", "share": "0.95"}),
        ("-2.5 %", "PS042", {"instead": "-2.5", "share": "-0.025"}),
        ("1:30", "PS043", {"instead": "1.5", "smaller": "90"}),
        ("-0:20:00", "PS043", {"instead": "-1/3", "smaller": "-20"}),
        (".inf", "PS044", {}),
        ("NaN", "PS044", {}),
        ("24h", "PS045", {"instead": "24", "unit": "h"}),
        ("3天", "PS045", {"instead": "3", "unit": "天"}),
        ("¥100", "PS045", {"instead": "100", "unit": "¥"}),
        ("≥80", "PS049", {"instead": "80"}),
        (">= 90分", "PS049", {"instead": "90"}),
        ("90-100", "PS070", {"low": "90", "high": "100"}),
        ("60～80", "PS070", {"low": "60", "high": "80"}),
        ("100-90", "PS040", {}),
        ("heavy", "PS040", {}),
        ("2026-01-01", "PS040", {}),
        ("1/0", "PS040", {}),
        ("", "PS040", {}),
        ("1" * 61, "PS047", {"limit": "60"}),
    ],
)
def test_other_slips_have_words_of_their_own(text: str, code: str, facts: dict[str, str]) -> None:
    """A percent sign, a clock, an infinity, a unit, too many digits; else it is no number at all."""
    slip = number(text)
    assert isinstance(slip, Slip)
    assert slip.code == code
    assert slip.facts == {"found": text, **facts}


@given(st.fractions(max_denominator=10**6).filter(lambda value: abs(value) < 10**9))
def test_figures_are_read_back(value: Fraction) -> None:
    """What the library prints, it reads."""
    assert number(figure(value)) == value


@example("1E60")
@given(st.text(max_size=12) | st.text("0123456789.,:_/%eEx+-天 ０．", max_size=12))
def test_what_to_write_can_be_read(text: str) -> None:
    """Advice that is followed is accepted, and nothing breaks the reading of a scalar."""
    for read in (number(text), whole(text)):
        if isinstance(read, Slip):
            assert read.code in MESSAGES
            assert not isinstance(number(read.facts.get("instead", "0")), Slip)


@pytest.mark.parametrize(("text", "value"), [("0", 0), ("-3", -3), ("12", 12)])
def test_whole_numbers(text: str, value: int) -> None:
    """Digits and a sign."""
    assert whole(text) == value


@pytest.mark.parametrize(
    ("text", "code"), [("1.5", "PS048"), ("2.0", "PS048"), ("two", "PS048"), ("1_0", "PS041"), ("40%", "PS042")]
)
def test_other_numbers_are_not_whole(text: str, code: str) -> None:
    """What is nearly a number keeps its own words."""
    slip = whole(text)
    assert isinstance(slip, Slip)
    assert slip.code == code
