"""The parser of formulas that are written as text."""

import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.diagnostics import Diagnostic
from perfscheme.nouns.expressions import Call, Comparison, Figure, Logic, Name, Operation, Quoted, parse


def test_precedence():
    """Powers bind to the right and closer than a sign, products closer than sums."""
    assert parse("1 - 2 * 3") == Operation("-", Figure(Fraction(1)), Operation("*", Figure(2), Figure(3), 7), 3)
    assert parse("-2 ^ 2") == Operation("-", Figure(0), Operation("^", Figure(2), Figure(2), 4), 1)
    assert parse("1 - 2 - 3") == Operation("-", Operation("-", Figure(1), Figure(2), 3), Figure(3), 7)


def test_conditions():
    """`and` binds closer than `or`, `not` closer than both."""
    tree = parse("if(x > 1 or not y < 2 and z == 3, 1, 0)")
    assert isinstance(tree, Call)
    condition = tree.arguments[0]
    assert isinstance(condition, Logic)
    assert condition.word == "or"
    assert isinstance(condition.conditions[0], Comparison)
    assert condition.conditions[1] == Logic(
        "and",
        (
            Logic("not", (Comparison("<", Name("y", 17), Figure(2)),)),
            Comparison("==", Name("z", 27), Figure(3)),
        ),
    )


def test_a_label_in_quotes():
    """Double quotes or single ones, on either side of a comparison; a name may be a condition."""
    single, double = parse("if(role == 'key account', 1, 0)"), parse('if(role == "key account", 1, 0)')
    assert single == double
    assert isinstance(single, Call)
    assert single.arguments[0] == Comparison("==", Name("role", 4), Quoted("key account", 12))
    swapped = parse("if(not late and 'x' != role, 1, 0)")
    assert isinstance(swapped, Call)
    late = Logic("not", (Name("late", 8),))
    assert swapped.arguments[0] == Logic("and", (late, Comparison("!=", Quoted("x", 17), Name("role", 24))))


def test_names_may_be_chinese_and_hold_hyphens():
    """As ids and thresholds may."""
    assert parse("目标值 + target-rate") == Operation("+", Name("目标值", 1), Name("target-rate", 7), 5)


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("", "PS176", 1), ("  ", "PS176", 3), ("2 * (x", "PS176", 7), ("x y", "PS162", 3),
        ("* x", "PS162", 1), ("x +", "PS176", 4),
        ("2x", "PS162", 2), ("x)", "PS162", 2), ("1.2.3", "PS162", 4), ("a < b < c", "PS162", 7), ("not", "PS176", 4),
        ("x % 2", "PS161", 3), ("if(x = 1, 1, 0)", "PS161", 6), ("x ≥ 1", "PS161", 3),
        ("（x", "PS161", 1), ("x; y", "PS161", 2),
        ("__import__('os')", "PS164", 1), ("eval(x)", "PS164", 1), ("x.real", "PS161", 2), ("f'x'", "PS162", 2),
        ("x[0]", "PS161", 2), ("lambda: 0", "PS161", 7),
        ("mni(x, 2)", "PS164", 1), ("min(x)", "PS165", 1), ("1 + sqrt(x, 2)", "PS165", 5),
        ("abs()", "PS165", 1), ("if(x > 1, 1)", "PS165", 1),
        ("x > 1", "PS168", 1), ("1 + (x > 1)", "PS168", 5), ("(x > 1) + 1", "PS168", 1),
        ("min(x > 1, 2)", "PS168", 5), ("(x > 1) ^ 2", "PS168", 1),
        ("-(x > 1)", "PS168", 2), ("if((x > 1) < 2, 1, 0)", "PS168", 4),
        ("if(2, 1, 0)", "PS169", 4), ("if(x > 1 and y + 1, 1, 0)", "PS169", 14),
        ("if(x * 2 or y > 1, 1, 0)", "PS169", 4), ("if(not -x, 1, 0)", "PS169", 8),
        ("'a'", "PS177", 1), ("2 * 'a'", "PS177", 5), ("if('a', 1, 0)", "PS177", 4), ("min(x, 'a')", "PS177", 8),
        ("if('a' == 'b', 1, 0)", "PS177", 11), ("if(x + 1 == 'a', 1, 0)", "PS177", 13),
        ("if(r == 'a, 1, 0)", "PS178", 9),
        ("if(r == 'a' and 'b', 1, 0)", "PS177", 17), ("if(r == “a”, 1, 0)", "PS161", 9),
    ],
)  # fmt: skip
def test_every_slip_has_its_column(text, code, column):
    """What was found, and what to write instead, in both languages."""
    found = parse(text)
    assert isinstance(found, Diagnostic), found
    assert (found.code, found.facts["column"]) == (code, column)
    assert "{" not in found.message("en") + found.message("zh")


@pytest.mark.parametrize(
    ("sign", "instead"),
    [("=", "=="), ("≥", ">="), ("×", "*"), ("（", "("), ("%", "/ 100"), ("“", "'"), ("$", "+ - * / ^ ( )")],
)
def test_signs_that_people_type(sign, instead):
    """Each is met with the one to write."""
    assert parse(f"x {sign} 1").facts["instead"] == instead


@pytest.mark.parametrize(
    "text", ["x" * 1001, "+".join(["1"] * 200), "(" * 30 + "x" + ")" * 30, "-" * 30 + "x", "2 ^ " * 30 + "x"]
)
def test_what_is_too_long_or_too_deep(text):
    """Before it costs anything."""
    found = parse(text)
    assert isinstance(found, Diagnostic)
    assert found.code == "PS166"
    assert "{" not in found.message("en") + found.message("zh")


def test_nested_conditions_do_not_take_longer_and_longer():
    """Each bracket is read once."""
    start = time.process_time()
    parse("if(" + "(x > 1 or " * 20 + "x > 2" + ")" * 20 + ", 1, 0)")
    assert time.process_time() - start < 0.5


@given(st.text("x1+-*/^()<>=!,. andortifm中（'", max_size=40))
def test_any_text_is_a_tree_or_a_diagnostic(text):
    """Nothing else comes out, whatever comes in."""
    found = parse(text)
    assert isinstance(found, Diagnostic | Figure | Name | Operation | Call)
