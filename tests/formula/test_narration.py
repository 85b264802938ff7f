"""The narrating interpreter: what is told of one record can be checked by hand, and is right."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.formula import nodes
from perfscheme.formula.build import interpolate, marginal, steps
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.narration import Label, Labels, narrate, reason
from perfscheme.formula.nodes import Compare, Const, Formula, If, Input, InState, LabelInput, State

X, Y = Input("x"), Input("y")
ONE, TWO, THREE = (Const(Fraction(n)) for n in (1, 2, 3))
ROLE = LabelInput("role", ("junior", "senior"))
HALF = Fraction(1, 2)
LABELS: Labels = {"x": Label("", "h"), Y: Label("target", "h")}


def told(node: Formula, lang: Any = "en", **values: Any) -> str:
    """The narration for a record; y is labelled `target`."""
    known = {
        key: Fraction(str(x)) if isinstance(x, (int, float)) and not isinstance(x, bool) else x
        for key, x in values.items()
    }
    return narrate(node, Evaluation(known), lang, gives="points", labels=LABELS)


CURVE = interpolate(X, [(24, 100), (72, 80), (168, 0)])


@pytest.mark.parametrize(
    ("node", "values", "expected"),
    [
        (
            CURVE, {"x": 30},
            "30 h lies between 24 h (100 points) and 72 h (80 points): 100 − (30 − 24) × 20/48 = 97.5 points",
        ),
        (CURVE, {"x": 10}, "10 h is below 24 h: 100 points"),
        (CURVE, {"x": 24}, "at 24 h: 100 points"),
        (CURVE, {"x": 200}, "200 h is above 168 h: 0 points"),
        (
            interpolate(X, [(0, 0), (50, 100)], above="extend"), {"x": 60},
            "60 h lies above 0 h (0 points): 60 × 2 = 120 points",
        ),
        (
            interpolate(X, [(10, 0), (60, 100)], below="extend"), {"x": -5},
            "-5 h lies below 60 h (100 points): 100 − (60 − (-5)) × 2 = -30 points",
        ),
        (
            interpolate(X, [(Fraction("1.5"), 1), (Fraction("2.5"), Fraction("1.75"))]),
            {"x": 2},
            "2 h lies between 1.5 h (1 point) and 2.5 h (1.75 points): 1 + (2 − 1.5) × 0.75 ÷ 1 = 1.375 points",
        ),
        (steps(X, [(24, 100), (48, 80)], 0, better="lower"), {"x": 30}, "30 h lies between 24 h and 48 h: 80 points"),
        (steps(X, [(Y, 80)], 0, better="higher"), {"x": 30, "y": 24}, "30 h is at least target 24 h: 80 points"),
        (steps(X, [(Y, 80)], 0, better="higher"), {"x": 30, "y": 40}, "30 h is below target 40 h: 0 points"),
        (
            interpolate(X, [(24, 100), (Y, 80)]), {"x": 30, "y": 72},
            "30 h is at least 24 h; 30 h is at most target 72 h; "
            "(30 − 24) ÷ (72 − 24) = 0.125; 100 − 20 × 0.125 = 97.5 points",
        ),
        (marginal(X, [(0, Fraction("0.01")), (1000, Fraction("0.02"))]), {"x": 1500},
         "1500 h lies above 1000 h (10 points): 10 + (1500 − 1000) × 0.02 = 20 points"),
        (nodes.clamp(100 * X / Y, 0, 100), {"x": 90, "y": 72},
         "100 × 90 = 9000; target 72 h; 9000 ÷ 72 = 125; at most 100: 100 points"),
        (nodes.clamp(X - 5, 0, None), {"x": 3}, "3 − 5 = -2; at least 0: 0 points"),
        (nodes.least(X, 2 * X, X * X), {"x": 3}, "2 × 3 = 6; 3 × 3 = 9; the least of 3 h, 6 and 9: 3 points"),
        (nodes.greatest(X, 2 * X, X * X), {"x": 3}, "2 × 3 = 6; 3 × 3 = 9; the greatest of 3 h, 6 and 9: 9 points"),
        (nodes.Round(X / 3, Fraction(1), "floor"), {"x": 10},
         "10 ÷ 3 = 10/3 ≈ 3.3333; ≈3.3333, rounded down to a whole number: 3 points"),
        (nodes.Power(X, HALF), {"x": 4}, "4 ^ 0.5 = 2 points"),
        (nodes.Power(X, HALF), {"x": 2}, "2 ^ 0.5 ≈ 1.4142 points"),
        (nodes.Log(X, Fraction(10)), {"x": 100}, "log10(100) = 2 points"),
        (nodes.Exp(X), {"x": 1}, "e ^ 1 ≈ 2.7183 points"),
        (nodes.Exp(X, Fraction(2)), {"x": 3}, "2 ^ 3 = 8 points"),
        (If(Compare(X, "above", THREE), X * 2, ONE), {"x": 4}, "4 h is above 3 h; 2 × 4 = 8 points"),
        (If(Compare(X, "above", THREE), X * 2, ONE), {"x": 2}, "2 h is at most 3 h: 1 point"),
        (nodes.default(X, 60), {"x": State.MISSING}, "x is missing: 60 points"),
        (nodes.default(X * 2, 60), {"x": 5}, "2 × 5 = 10 points"),
        (nodes.Choose(ROLE, (X * 2, Const(Fraction(5)))), {"x": 4, "role": "junior"}, "role junior; 2 × 4 = 8 points"),
        (nodes.Choose(ROLE, (X * 2, Const(Fraction(5)))), {"x": 4, "role": "senior"}, "role senior: 5 points"),
        (nodes.Mean((THREE, TWO), (X, 2 * X)), {"x": 10},
         "2 × 10 = 20; (3 × 10 + 2 × 20) ÷ 5 = 14 points"),
        (nodes.Mean((ONE,) * 2, (X, 2 * X)), {"x": 10}, "2 × 10 = 20; (10 + 20) ÷ 2 = 15 points"),
        (nodes.GeometricMean((ONE,) * 2, (X, 4 * X)), {"x": 3}, "4 × 3 = 12; (3 × 12) ^ (1 ÷ 2) = 6 points"),
        (
            nodes.GeometricMean((ONE, TWO), (X, 8 * X)), {"x": 1},
            "8 × 1 = 8; (1 ^ 1 × 8 ^ 2) ^ (1 ÷ 3) = 4 points",
        ),
        (nodes.Best((X, 3 * X, 2 * X), 2), {"x": 1},
         "3 × 1 = 3; 2 × 1 = 2; the 2 best of 1, 3 and 2: 3 + 2 = 5 points"),
        (X * X, {"x": -3}, "(-3) × (-3) = 9 points"),
        (THREE, {}, "3 points"),
    ],
)  # fmt: skip
def test_every_kind_of_node_is_told_with_its_figures(node: Formula, values: Any, expected: str) -> None:
    """From the values to the result, by steps that a person can repeat."""
    assert told(node, **values) == expected
    assert told(node, "zh", **values)


@pytest.mark.parametrize(
    ("node", "values", "expected"),
    [
        (CURVE, {"x": State.MISSING}, "x is missing"),
        (interpolate(X, [(24, 100), (Y, 80)]), {"x": 30, "y": State.NOT_APPLICABLE}, "target is not applicable"),
        (nodes.quotient(X, Y), {"x": 1, "y": 0}, "no value: the divisor of 1 ÷ 0 is zero"),
        (nodes.Log(X), {"x": 0}, "no value: ln(0) takes the logarithm of a number that is not above 0"),
        (nodes.Power(X, HALF), {"x": -2}, "no value: -2 ^ 0.5 takes a root of a negative number"),
        (nodes.Absent(State.MISSING), {}, "the value is missing"),
        (
            If(Compare(X, "above", THREE), Y, ONE), {"x": 4, "y": State.MISSING},
            "4 h is above 3 h; target is missing",
        ),
    ],
)  # fmt: skip
def test_what_has_no_value_says_why(node: Formula, values: Any, expected: str) -> None:
    """Absences name what is absent, undefined results what undoes them."""
    assert told(node, **values) == expected


A, B = Compare(X, "at-least", THREE), Compare(X, "equals", Const(Fraction(7)))


@pytest.mark.parametrize(
    ("condition", "x", "expected"),
    [
        (A, 4, "4 h is at least 3 h"),
        (A, 2, "2 h is below 3 h"),
        (B, 2, "2 h does not equal 7 h"),
        (A & B, 4, "4 h does not equal 7 h"),
        (A & B, 7, "7 h is at least 3 h and 7 h equals 7 h"),
        (A | B, 4, "4 h is at least 3 h"),
        (A | B, 2, "2 h is below 3 h and 2 h does not equal 7 h"),
        (~A, 2, "2 h is below 3 h"),
        (A, State.MISSING, "x is missing"),
        (InState(X, State.MISSING), 3, "x is not missing"),
        (nodes.OneOf(ROLE, frozenset({"senior"})), 3, "role is junior, not senior"),
        (nodes.OneOf(ROLE, frozenset({"junior"})), 3, "role is junior"),
        (nodes.LabelInState(ROLE, State.MISSING), 3, "role is not missing"),
        (nodes.Always(False), 3, "never"),
    ],
)
def test_a_condition_says_why_it_holds_or_not(condition: nodes.Condition, x: Any, expected: str) -> None:
    """Of two reasons, those that decide."""
    run = Evaluation({"x": x if isinstance(x, State) else Fraction(x), "role": "junior"})
    assert reason(condition, run, labels={"x": Label("", "h")}) == expected


_SUM = re.compile(r": ([^:]*) = ([-0-9.]+) points$")


@given(st.decimals(min_value=0, max_value=200, places=1))
def test_the_calculation_that_is_told_gives_the_result_that_is_told(x: Any) -> None:
    """The printed line, computed as it stands, is the points."""
    value = Fraction(str(x))
    said = narrate(interpolate(X, [(10, 0), (60, 40), (160, 100)]), Evaluation({"x": value}), gives="points")
    found = _SUM.search(said)
    if found is None:
        return
    figures = re.sub(r"\d+(\.\d+)?", lambda match: f"Fraction('{match.group()}')", found.group(1))
    computed = eval(figures.replace("×", "*").replace("−", "-"), {"Fraction": Fraction})  # our own line
    assert computed == Fraction(found.group(2))


def test_a_label_names_inputs_by_key_too() -> None:
    """The host's names come through."""
    run = Evaluation({"x": Fraction(3)})
    labels = {"x": Label("工时", "小时")}
    assert narrate(nodes.clamp(X, None, 2), run, "zh", gives="分", labels=labels) == "最高 2：2 分"
    assert reason(A, run, "zh", labels=labels) == "工时 3 小时 不低于 3 小时"


def test_the_mean_of_one_is_what_that_one_has() -> None:
    """Only where others are left out are they spoken of."""
    assert told(nodes.Mean((ONE,), (2 * X,)), x=25) == "2 × 25 = 50; 50 points"
    assert told(nodes.Mean((ONE, ONE), (2 * X, Y)), x=25, y=State.NOT_APPLICABLE).endswith(
        "without what is not there, 50 points"
    )


def test_a_step_of_eight_is_a_division_by_eight() -> None:
    """It was `0.125 × 9`; a share of a sum stays a share."""
    x, y = nodes.Input("x"), nodes.Input("y")
    run = Evaluation({"x": Fraction(9), "y": Fraction(3)})
    assert narrate(nodes.linear((Fraction(1, 8), x)), run) == "9 ÷ 8 = 1.125"
    assert narrate(nodes.linear((Fraction(1, 2), x), (Fraction(1, 2), y)), run) == "0.5 × 9 + 0.5 × 3 = 6"
