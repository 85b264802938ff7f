"""Words and figures: both languages say the same, and figures are exact where they can be."""

from __future__ import annotations

import string
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.formula import reals
from perfscheme.formula.words import (
    WORDS,
    bracketed,
    exactly,
    label_text,
    listed,
    nearly,
    result,
    rounded,
    rounding_words,
    say,
    with_unit,
)


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_have_the_same_placeholders(key: str) -> None:
    """A sentence tells the same facts in Chinese and in English."""
    found = {
        lang: {name for _, name, _, _ in string.Formatter().parse(text) if name} for lang, text in WORDS[key].items()
    }
    assert set(found) == {"en", "zh"}
    # What holds where a label differs names the value in both; all other facts stand in both as well.
    assert found["en"] == found["zh"]


@given(st.decimals(min_value=-1000, max_value=1000, places=5, allow_nan=False))
def test_decimals_are_written_in_full(x: object) -> None:
    """A figure with few decimals is the same number when it is read back."""
    assert Fraction(exactly(Fraction(str(x)))) == Fraction(str(x))


def test_a_repeating_figure_is_a_fraction_or_says_that_it_is_near() -> None:
    """Nothing is rounded without a sign."""
    third = Fraction(1, 3)
    assert (exactly(third), rounded(third), result(third)) == ("1/3", "≈0.3333", "= 1/3 ≈ 0.3333")
    assert exactly(Fraction(1, 1_000_003)) == "≈0.000000999997"


def test_an_irrational_figure_is_near() -> None:
    """A root has no decimals to write out."""
    root = reals.power(Fraction(2), Fraction(1, 2))
    assert (exactly(root), result(root)) == ("≈1.4142", "≈ 1.4142")


def test_small_figures_keep_their_digits() -> None:
    """An approximation of a small figure does not become 0."""
    assert nearly(Fraction(1, 30_000)) == "0.0000333"


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [("30", "h", "30 h"), ("93.5", "%", "93.5%"), ("1", "points", "1 point"), ("= 1", "points", "= 1 point"),
     ("11", "days", "11 days"), ("3", "", "3")],
)  # fmt: skip
def test_units_stand_behind_figures(text: str, unit: str, expected: str) -> None:
    """A percent sign stands close, a word apart, and one point is no points."""
    assert with_unit(text, unit) == expected


def test_lists_end_as_people_end_them() -> None:
    """The last joint is a word."""
    assert listed(["a", "b", "c"], "en") == "a, b and c"
    assert listed(["a", "b", "c"], "zh", last="or") == "a、b 或 c"
    assert listed(["a", "b"], "zh", last="both") == "a，且 b"
    assert listed([], "en") == ""


def test_roundings_are_named_by_what_they_leave() -> None:
    """Places, whole numbers, multiples."""
    assert [rounding_words(Fraction(x), "en") for x in ("1", "0.1", "0.01", "0.5", "10")] == [
        "a whole number", "1 decimal", "2 decimals", "a multiple of 0.5", "a multiple of 10",
    ]  # fmt: skip


def test_flags_are_answers() -> None:
    """A flag is yes or no, a label is itself."""
    assert (label_text(True, "zh"), label_text(False, "en"), label_text("优秀", "en")) == ("是", "no", "优秀")


def test_facts_are_filled_in() -> None:
    """A sentence with its facts."""
    assert say("capped", "en", x="x", limit=3) == "x, at most 3"


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        (Fraction(3), "3"),
        (Fraction(-3), "(-3)"),
        (Fraction(1, 3), "(1/3)"),
        (reals.log(Fraction(3), None), "(≈1.0986)"),
    ],
)
def test_figures_that_could_be_misread_stand_in_brackets(x: reals.Exact, expected: str) -> None:
    """A sign, a stroke or an approximation would run into the sign beside it."""
    assert bracketed(x) == expected
