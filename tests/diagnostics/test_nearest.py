"""Nearest known words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.diagnostics.language import Text
from perfscheme.diagnostics.nearest import distance, guess, nearest

KEYS = ("weight", "unit", "thresholds", "curve", "range", "input", "if-missing", "A", "B")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("weigth", "weight"),
        ("Weight", "weight"),
        ("wieght", "weight"),
        ("if_missing", "if-missing"),
        ("ifmissing", "if-missing"),
        ("ｕｎｉｔ", "unit"),
        ("threshold", "thresholds"),
        ("unt", "unit"),
    ],
)
def test_slips_find_their_word(word: str, meant: str) -> None:
    """Exchanged letters, case, underscores, full-width letters and a letter too few."""
    assert nearest(word, KEYS) == meant


@pytest.mark.parametrize("word", ["C", "colour", "", "xyz", "x" * 10_000])
def test_other_words_find_nothing(word: str) -> None:
    """A wrong guess is worse than none; one letter is no slip of another."""
    assert nearest(word, KEYS) is None


def test_a_chinese_word_may_differ_in_one_character() -> None:
    """A ratio of likeness never finds these, as half of the word is wrong."""
    assert nearest("目标直", ["挑战值", "目标值"]) == "目标值"
    assert nearest("优休", ["良好", "优秀"]) == "优秀"
    assert nearest("优", ["良"]) is None


def test_the_nearest_of_several_is_taken() -> None:
    """The first word that is near enough need not be the best."""
    assert nearest("floors", ["floored", "floor"]) == "floor"


def test_of_words_equally_near_the_first_is_taken() -> None:
    """The order of what is known decides, so that the same file is told the same."""
    assert nearest("bat", ["cat", "hat"]) == "cat"
    assert nearest("bat", ["hat", "cat"]) == "hat"


@given(st.text(max_size=8), st.text(max_size=8))
def test_distance_is_a_distance(a: str, b: str) -> None:
    """It is the same both ways, zero only between equals, and at most the longer length."""
    assert distance(a, b) == distance(b, a) <= max(len(a), len(b))
    assert (distance(a, b) == 0) == (a == b)


CALLED = {"csat": Text(zh="满意度", en="Satisfaction"), "speed": Text(zh="速度", en="Speed"), "resolved": None}


def test_a_name_for_people_is_told_for_certain() -> None:
    """Who writes it is told the key, and is asked nothing."""
    assert guess("速度", CALLED, CALLED) == {"nearest": "speed", "called": "速度"}
    assert guess("Satisfaction", CALLED, CALLED) == {"nearest": "csat", "called": "Satisfaction"}


def test_a_name_of_two_things_is_told_of_neither() -> None:
    """Which one is meant cannot be known."""
    called = {"first": Text(zh="评价", en="Rating"), "second": Text(zh="评价", en="Mark")}
    assert guess("评价", called, called).get("called") is None


def test_a_slip_in_a_name_for_people_is_a_guess() -> None:
    """As one in a key; what is not among the known is no answer."""
    assert guess("满意率", CALLED, CALLED) == {"nearest": "csat"}
    assert guess("spead", CALLED, CALLED) == {"nearest": "speed"}
    assert guess("满意度", ["speed"], CALLED) == {"nearest": None}
