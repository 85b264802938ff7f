"""Figures and other facts in words."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.diagnostics.figures import LONGEST, figure, printable, shown, terminating
from perfscheme.diagnostics.language import Text


@pytest.mark.parametrize(
    ("value", "words"),
    [("1.25", "1.25"), ("-7", "-7"), ("-0.05", "-0.05"), ("100", "100"), ("0", "0"), ("1/3", "1/3"), ("3/8", "0.375")],
)
def test_figures_are_plain(value: str, words: str) -> None:
    """Decimals where they end, a ratio where they do not, never a power of ten."""
    assert figure(Fraction(value)) == words


@given(st.fractions())
def test_figures_lose_nothing(value: Fraction) -> None:
    """What is printed is the number."""
    assert Fraction(figure(value)) == value


def test_lists_are_joined_in_the_way_of_the_language() -> None:
    """Chinese has its own comma for lists."""
    assert shown(("a", "b"), "en") == "a, b"
    assert shown((Fraction(1, 2), Fraction(2)), "zh") == "0.5、2"


def test_long_lists_are_cut() -> None:
    """A message stays readable."""
    assert shown(tuple(str(i) for i in range(1000)), "en").endswith(", 39, …")


def test_flags_are_written_as_in_the_file() -> None:
    """`true`, not `True` or 1."""
    assert (shown(True, "en"), shown(False, "zh")) == ("true", "false")


def test_a_text_is_said_in_the_language_of_the_message() -> None:
    """Facts may have words of their own."""
    assert shown(Text(zh="列表", en="a list"), "zh") == "列表"


@given(st.text())
def test_printable_text_stays_on_one_line_and_short(text: str) -> None:
    """Text of others can neither break a message nor steer a terminal."""
    safe = printable(text)
    assert safe.isprintable()
    assert len(safe) <= LONGEST


@pytest.mark.parametrize(
    ("x", "places"), [("5", 0), ("1/8", 3), ("1/20", 2), ("1/3", None), ("7/12", None), ("-0.07", 2)]
)
def test_how_many_decimals_a_fraction_has(x: str, places: int | None) -> None:
    """None where they never end."""
    assert terminating(Fraction(x)) == places
