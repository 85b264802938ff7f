"""Trails in words."""

from fractions import Fraction

from perfscheme.diagnostics import Diagnostic, Text
from perfscheme.evidence.trails import Trail

TICKETS = Text(zh="工单", en="tickets")
EARLY = Text(zh="先答复后报告", en="answered before reported")


def test_a_trail_says_how_it_was_counted() -> None:
    """In both languages: how, of how many, and what was left out."""
    trail = Trail(Text(zh="响应时间", en="response time"), "mean", TICKETS, Fraction("7.4"), 41, left_out=((EARLY, 2),))
    assert trail.say() == "mean of 41 tickets, 2 left out (answered before reported)"
    assert trail.say("zh") == "41 条工单的平均，2 条不计入（先答复后报告）"


def test_a_percentile_says_which() -> None:
    """Four in five is another value than nine in ten."""
    trail = Trail(TICKETS, "percentile", TICKETS, Fraction(20), 13, percent=Fraction("99.9"))
    assert (trail.say(), trail.say("zh")) == ("percentile 99.9 of 13 tickets", "13 条工单的第 99.9 百分位数")


def test_a_ratio_says_both_of_its_measures() -> None:
    """And why there is none."""
    one = Trail(Text(zh="投诉", en="complaints"), "count", TICKETS, Fraction(1), 1)
    none = Trail(Text(zh="客户", en="customers"), "distinct", TICKETS, Fraction(0), 0)
    lacking = Diagnostic("PS653", (), {"name": "customers"})
    ratio = Trail(Text(zh="投诉率", en="rate"), "ratio", None, None, 0, operands=(one, none), lacking=lacking)
    assert ratio.say() == (
        "complaints 1 / customers 0; complaints: count of 1 row of tickets; customers: different values in 0 tickets. "
        "customers is 0, by which nothing can be divided."
    )
