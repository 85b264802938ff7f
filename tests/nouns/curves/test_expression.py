"""Points by a formula written as text."""

from fractions import Fraction

import pytest

from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import Input, State
from perfscheme.nouns.curves.curves import Expression
from perfscheme.nouns.inputs import FlagInput, NumberInput
from perfscheme.nouns.setting import Setting

INPUTS = {"team-size": NumberInput("team-size", "count"), "late": FlagInput("late")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x", 10), ("value * 2 + 1", 21), ("1 - 2 - 3", -4), ("2 ^ 3 ^ 2", 512), ("-2 ^ 2", -4), ("100 / x / 2", 5),
        ("(1 + 2) * 3", 9), ("0.1 + 0.2", Fraction(3, 10)), ("min(x, 3, 7)", 3), ("max(x, 3)", 10), ("abs(3 - x)", 7),
        ("round(2.675, 2)", Fraction("2.68")), ("round(x / 4)", 3), ("floor(-0.5)", -1), ("ceil(0.1)", 1),
        ("sqrt(x * x - 36)", 8), ("log10(x * 10)", 2), ("ln(1)", 0), ("exp(0)", 1),
        ("2 ^ x", 1024), ("x ^ -1", Fraction(1, 10)),
        ("if(x > 10, 1, 2)", 2), ("if(x >= 10 and not x == 9, 1, 2)", 1), ("if(x < 1 or x != 10, 1, 2)", 2),
        ("if((x > 1 or x < 0) and x <= 10, 1, 2)", 1), ("target - x", 70), ("+x", 10),
    ],
)  # fmt: skip
def test_what_a_formula_can_say(points, text, expected):
    """Arithmetic by the usual precedence, exact; functions; conditions."""
    assert points(Expression(text), 10, {"target": 80}) == expected


def test_other_inputs_by_name():
    """A declared number is used by its key, hyphens included."""
    formula = Expression("x / team-size").formula(Input("x"), Setting(INPUTS, []))
    assert Evaluation({"x": Fraction(30), "team-size": Fraction(6)})(formula) == 5


def test_an_absence_in_a_condition_makes_the_points_absent(points):
    """A comparison with a missing target is not taken as false."""
    curve = Expression("if(x >= target, 100, 0)")
    person = {"target": Input("goal")}
    assert points(curve, 5, person, given={"goal": State.MISSING}) is State.MISSING
    assert points(curve, State.NOT_APPLICABLE, person, given={"goal": 3}) is State.NOT_APPLICABLE
    assert points(curve, 5, person, given={"goal": 3}) == 100


def test_a_condition_guards_a_division(points):
    """The branch that is not taken is not worked out."""
    assert points(Expression("if(x > 0 and 10 / x > 1, 1, 0)"), 0) == 0
    with pytest.raises(Undefined):
        points(Expression("10 / x"), 0)


def test_a_hyphen_belongs_to_a_name(problems):
    """`x-1` is a name; the message shows how a difference is written."""
    setting = Setting({}, [])
    Expression("x-y").formula(Input("x"), setting)
    assert [found.facts["nearest"] for found in setting.problems] == ["x - y"]
    assert problems(Expression("2 * x-1")) == [("PS163", ("formula",))]


def test_all_unknown_names_are_told_with_their_column(problems):
    """Each name once, with the place in the text."""
    setting = Setting(INPUTS, [])
    Expression("x + targt * tea-size + late").formula(Input("x"), setting)
    assert [(found.code, found.facts["column"]) for found in setting.problems] == [
        ("PS163", 5), ("PS163", 13), ("PS179", 24),
    ]  # fmt: skip


def test_a_name_with_two_meanings(problems):
    """A threshold that is called like an input is not guessed at."""
    assert problems(Expression("x + team-size"), {"team-size": 3}, inputs=INPUTS) == [("PS170", ("formula",))]


def test_what_only_shows_when_stated(problems):
    """An exponent that varies with its base, and decimal places that vary."""
    assert problems(Expression("x ^ x + round(x, x)")) == [("PS167", ("formula",)), ("PS171", ("formula",))]


def test_powers_of_powers_are_refused(refused):
    """Figures that fill the memory are refused before they are worked out."""
    assert refused(lambda: Expression("((9 ^ 64) ^ 64) ^ 64")) == [("PS172", ("formula",))]
    assert refused(lambda: Expression("x ^ 0.1234567890123")) == [("PS172", ("formula",))]


def test_a_text_that_is_no_formula(refused):
    """It is refused when it is made, not when it is used."""
    assert refused(lambda: Expression("2 * (x")) == [("PS176", ("formula",))]


def test_equal_texts_are_equal_curves():
    """A curve is its text: it can be hashed and compared."""
    assert {Expression("x"), Expression("x")} == {Expression("x")}
