"""The text interpreter: every kind of node has words, and they say what the formula does."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfscheme.formula import nodes
from perfscheme.formula.build import interpolate, marginal, steps
from perfscheme.formula.nodes import Always, Compare, Const, Formula, If, Input, InState, LabelInput, State
from perfscheme.formula.text import LONGEST, describe

X, Y = Input("x"), Input("y")
HOURS = Input("hours", Fraction(0))
ROLE = LabelInput("role", ("junior", "senior"))
FLAG = LabelInput("flag", (False, True))


def F(x: object) -> Fraction:  # noqa: N802  # reads as the figure that it is
    return Fraction(str(x))


CASES = [
    (Const(F("-1.5")), "-1.5", "-1.5"),
    (nodes.Absent(State.NOT_APPLICABLE), "not applicable", "不适用"),
    (100 - 2 * X, "100 − 2 × x", "100 − 2 × x"),
    (-X - 3, "−3 − x", "−3 − x"),
    (X / 3, "(1/3) × x", "(1/3) × x"),
    ((X + 1) * Y, "(1 + x) × y", "(1 + x) × y"),
    ((X + 1) / (Y + 1), "(1 + x) ÷ (1 + y)", "(1 + x) ÷ (1 + y)"),
    (nodes.clamp(X, 0, 100), "x, at least 0, at most 100", "x，最低 0，最高 100"),
    (nodes.least(X, Y), "the least of x and y", "x 和 y 中的最小值"),
    (nodes.greatest(X, Y, X * 2), "the greatest of x, y and 2 × x", "x、y 和 2 × x 中的最大值"),
    (nodes.Round(X, F("0.01"), "half-up"), "x, rounded half-up to 2 decimals", "x，四舍五入至 2 位小数"),
    (nodes.Power(X + 1, F("0.5")), "(1 + x) ^ 0.5", "(1 + x) ^ 0.5"),
    (nodes.Log(X), "ln(x)", "ln(x)"),
    (nodes.Log(X, F(10)), "log10(x)", "log10(x)"),
    (nodes.Exp(X / 2), "e ^ (0.5 × x)", "e ^ (0.5 × x)"),
    (nodes.Exp(X, F(2)), "2 ^ x", "2 ^ x"),
    (
        If(Compare(X, "at-least", Y), Const(F(1)), Const(F(0))),
        "if x is at least y: 1; otherwise: 0",
        "若 x 不低于 y：1；否则：0",
    ),
    (nodes.default(X, 3), "x (where it is missing, 3)", "x（缺失时按 3 计）"),
    (nodes.Choose(ROLE, (X, Y)), "for role junior: x; for role senior: y", "role 为 junior：x；role 为 senior：y"),
    (
        nodes.Mean((Const(F(30)), Const(F(70))), (X, Y)),
        "the weighted mean of x (weight 30) and y (weight 70)",
        "x（权重 30） 和 y（权重 70） 的加权平均",
    ),
    (
        nodes.GeometricMean((Const(F(1)), Const(F(2))), (X, Y)),
        "the weighted geometric mean of x (weight 1) and y (weight 2)",
        "x（权重 1） 和 y（权重 2） 的加权几何平均",
    ),
    (nodes.Best((X, Y, Const(F(3))), 2), "the sum of the 2 best of x, y and 3", "x、y 和 3 中最好的 2 项之和"),
    (Always(True), "always", "始终"),
    (nodes.OneOf(ROLE, frozenset({"senior"})), "role is senior", "role 为 senior"),
    (nodes.OneOf(FLAG, frozenset({True})), "flag is yes", "flag 为 是"),
    (nodes.LabelInState(ROLE, State.MISSING), "role is missing", "role 缺失"),
    (
        Compare(X, "below", Y) & ~InState(X, State.MISSING),
        "x is below y and (it is not so that x is missing)",
        "x 低于 y，且 (并非 x 缺失)",
    ),
    (Compare(X, "above", Y) | Compare(X, "equals", Const(F(1))), "x is above y or x equals 1", "x 高于 y 或 x 等于 1"),
]


@pytest.mark.parametrize(("node", "english", "chinese"), CASES, ids=[case[1] for case in CASES])
def test_every_kind_of_node_has_words(node: nodes.Node, english: str, chinese: str) -> None:
    """A formula in both languages."""
    assert (describe(node, "en"), describe(node, "zh")) == (english, chinese)


def test_no_kind_of_node_is_forgotten() -> None:
    """The cases of this file hold every kind of node of the algebra."""
    kinds = {kind.__name__ for base in (Formula, nodes.Condition) for kind in base.__subclasses__()}
    shown = {type(node).__name__ for case in CASES for node in nodes.walk([case[0]])}
    assert kinds - shown == {"Piecewise"}


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (
            interpolate(HOURS, [(24, 100), (72, 80), (168, 0)]),
            "below 24: 100; between 24 and 72: 100 falling to 80; between 72 and 168: 80 falling to 0; above 168: 0",
        ),
        (
            interpolate(HOURS, [(24, 100), (72, 80)], above="zero"),
            "below 24: 100; from 24 to 72: 100 falling to 80; above 72: 0",
        ),
        (
            interpolate(HOURS, [(24, 100), (72, 80)], above="extend"),
            "below 24: 100; above 24: 100, and 5/12 less for each 1 above",
        ),
        (steps(HOURS, [(24, 100), (48, 80)], 0, better="lower"), "up to 24: 100; above 24 to 48: 80; above 48: 0"),
        (steps(HOURS, [(24, 60), (48, 80)], 0, better="higher"), "below 24: 0; from 24 to below 48: 60; from 48: 80"),
        (
            marginal(HOURS, [(0, F("0.01")), (1000, F("0.02"))]),
            "between 0 and 1000: 0 rising to 10; above 1000: 10, and 0.02 more for each 1 above",
        ),
        (
            nodes.Piecewise(
                X, (nodes.Cut(F(5)), nodes.Cut(F(5), inclusive=False)), ((F(0), F(1)), (F(9), F(0)), (F(0), F(-1)))
            ),
            "below 5: 5, and 1 less for each 1 below; at exactly 5: 9; above 5: -5, and 1 less for each 1 above",
        ),
    ],
)
def test_curves_are_told_piece_by_piece(node: Formula, expected: str) -> None:
    """Pieces with their ends, and which piece an edge belongs to where that matters."""
    assert describe(node).removeprefix("by hours: ").removeprefix("by x: ") == expected


def test_pieces_out_of_reach_are_left_out() -> None:
    """Nobody reads of hours below zero."""
    assert "below" not in describe(interpolate(Input("hours", F(0), F(100)), [(0, 100), (50, 0)]))


def test_guards_against_absences_are_not_told() -> None:
    """A curve over a threshold per person reads as the curve, not as the guards around it."""
    said = describe(interpolate(X, [(24, 100), (Y, 80)]), names={"x": "response time", "y": "own target"})
    assert said == (
        "if response time is below 24: 100; if response time is at most own target: 100 − 20 × ((response time − 24) ÷ "
        "(own target − 24), at least 0, at most 1); otherwise: 80"
    )


def test_a_node_with_a_name_is_not_taken_apart() -> None:
    """Names may be given to any node."""
    inner = X * Y
    assert describe(inner + 1, names={inner: "sales"}) == "1 + sales"


def test_a_node_that_is_used_often_does_not_grow_without_end() -> None:
    """Doubling forty times is cut, not computed."""
    node: Formula = X
    for _ in range(40):
        node = nodes.Product(node, node)
    assert len(describe(node)) <= LONGEST


def test_figures_by_label_are_a_list() -> None:
    """Once what decides, then each with its figure; a limit by label reads as a limit."""
    role = nodes.LabelInput("role", ("junior", "lead"))
    limit = nodes.Choose(role, (nodes.Const(F(100)), nodes.Const(F(120))))
    assert describe(X * limit) == "x × (by role: junior 100 and lead 120)"
    assert describe(nodes.least(X, limit)) == "x, at most (by role: junior 100 and lead 120)"
