"""What the names of indicators tell of them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfscheme.cli.guesses import LEVELS, Guess, guesses

KNOWN = {
    "投诉数": ("count", "lower"),
    "客诉率": ("percent", "lower"),
    "投诉解决率": ("percent", "higher"),
    "客户满意度": ("percent", "higher"),
    "平均响应时间": ("hours", "lower"),
    "处理时长": ("hours", "lower"),
    "培训时长": ("hours", "higher"),
    "退回件数": ("count", "lower"),
    "差错": ("count", "lower"),
    "签约数": ("count", "higher"),
    "回款额": ("currency", "higher"),
    "按时完成率": ("percent", "higher"),
    "沟通能力": ("percent", "higher"),
    "Complaints": ("count", "lower"),
    "Complaint rate": ("percent", "lower"),
    "Mean response time": ("hours", "lower"),
    "Work done on time": ("percent", "higher"),
    "Revenue": ("currency", "higher"),
    "库存差异率": ("percent", "lower"),
    "货损率": ("percent", "lower"),
    "Damage rate": ("percent", "lower"),
    "Picks per hour": ("count", "higher"),
    "申诉率": ("percent", "lower"),
    "申诉处理率": ("percent", "higher"),
    "退货率": ("percent", "lower"),
    "流失率": ("percent", "lower"),
    "返工率": ("percent", "lower"),
    "迟到次数": ("count", "lower"),
    "不合格率": ("percent", "lower"),
    "未完成率": ("percent", "lower"),
    "良品率": ("percent", "higher"),
    "Appeals rate": ("percent", "lower"),
    "Attrition": ("percent", "lower"),
    "Unresolved tickets": ("percent", "lower"),
    "Retention rate": ("percent", "higher"),
}


@pytest.mark.parametrize("name", KNOWN)
def test_unit_and_direction_are_guessed_from_words(name: str) -> None:
    """率 is a share, 数 a count, 时间 hours of which fewer are better, 投诉 nobody wants."""
    (found,) = guesses([name])
    assert (found.unit, found.better) == KNOWN[name]


def test_a_key_keeps_the_words_of_its_name() -> None:
    """Unless another is given; two of one name are told apart."""
    said = ["客户满意度", "Response Time", "投诉（次）", "质量=quality", "投诉 次", "…", "=only", "score"]
    keys = [(guess.key, guess.name) for guess in guesses(said)]
    assert keys == [
        ("客户满意度", "客户满意度"),
        ("response-time", "Response Time"),
        ("投诉-次", "投诉（次）"),
        ("quality", "质量"),
        ("投诉-次-2", "投诉 次"),
        ("indicator", "…"),
        ("only", "only"),
        ("score-2", "score"),  # so is the whole plan called
    ]


@pytest.mark.parametrize("case", LEVELS)
def test_levels_rise_or_fall_as_the_direction_says(case: tuple[str, str]) -> None:
    """And half of a target is half of the way, either way."""
    floor, target, stretch = LEVELS[case]  # type: ignore[index]
    assert floor < target < stretch if case[1] == "higher" else floor > target > stretch
    half = Fraction(target, 2) if case[1] == "higher" else Fraction(3 * target, 2)
    guess = Guess("a", "a", *case)  # type: ignore[arg-type]
    assert (guess.attained(Fraction(1)), guess.attained(Fraction(1, 2))) == (target, half)


def test_a_key_that_another_has_is_told() -> None:
    """With the key that it was to have."""
    assert [guess.taken for guess in guesses(["a", "b", "a", "A", "score"])] == [None, None, "a", "a", "score"]
