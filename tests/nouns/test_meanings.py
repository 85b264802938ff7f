"""What a written formula means, beyond what the tests of its curve say."""

from fractions import Fraction

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Input, LabelInput, State
from perfscheme.nouns.meanings import meaning, tree_of
from perfscheme.nouns.setting import Setting

M, NA = State.MISSING, State.NOT_APPLICABLE
KNOWN = {
    "x": (Input("x"),),
    "late": (LabelInput("late", (False, True)),),
    "role": (LabelInput("role", ("junior", "senior", "lead engineer")),),
}


def value(text, **record):
    setting = Setting({}, [])
    formula = meaning(tree_of(text), KNOWN, setting)
    assert [found.message() for found in setting.problems] == []
    return Evaluation({key: Fraction(x) if type(x) is int else x for key, x in record.items()})(formula)


def slips(text):
    setting = Setting({}, [])
    meaning(tree_of(text), KNOWN, setting)
    for found in setting.problems:
        assert "{" not in found.message("en") + found.message("zh")
        assert found.path == ("formula",)
    return [(found.code, found.facts["column"]) for found in setting.problems]


@pytest.mark.parametrize("late", [True, False])
def test_a_flag_is_a_condition(late):
    """By itself, denied, and joined with others."""
    assert value("if(late, 2, 0)", late=late) == (2 if late else 0)
    assert value("if(not late, 2, 0)", late=late) == (0 if late else 2)
    assert value("if(late and x > 1, 2, 0)", late=late, x=5) == (2 if late else 0)
    assert value("if(x > 9 or late, 2, 0)", late=late, x=5) == (2 if late else 0)


@pytest.mark.parametrize("role", ["junior", "senior", "lead engineer"])
def test_a_label_is_compared_with_a_word_in_quotes(role):
    """On either side, and denied."""
    assert value("if(role == 'senior', 2, 0)", role=role) == (2 if role == "senior" else 0)
    assert value('if("lead engineer" != role, 2, 0)', role=role) == (0 if role == "lead engineer" else 2)


@pytest.mark.parametrize("absent", [M, NA])
def test_an_absent_label_makes_the_result_absent(absent):
    """Neither branch is taken on a guess, whatever else the condition says; a branch not reached does not matter."""
    assert value("if(late, 2, 0)", late=absent) is absent
    assert value("if(not late, 2, 0)", late=absent) is absent
    assert value("if(role != 'senior', 2, 0)", role=absent) is absent
    assert value("if(x > 1 or late, 2, 0)", late=absent, x=5) is absent
    assert value("if(x > 1, 2, if(late, 1, 0))", late=absent, x=5) == 2


def test_missing_comes_before_not_applicable():
    """As in every sum."""
    assert value("if(late or role == 'junior', 2, 0)", late=NA, role=M) is M


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("late + 1", [("PS179", 1)]), ("role * 2", [("PS179", 1)]), ("if(x, 1, 0)", [("PS169", 4)]),
        ("if(role, 1, 0)", [("PS180", 4)]), ("if(late == 1, 1, 0)", [("PS181", 4)]),
        ("if(late == true, 1, 0)", [("PS181", 4)]), ("if('yes' == late, 1, 0)", [("PS181", 13)]),
        ("if(role == senior, 1, 0)", [("PS182", 4)]), ("if(role > 'senior', 1, 0)", [("PS182", 4)]),
        ("if(role == 2, 1, 0)", [("PS182", 4)]), ("if(1 == role, 1, 0)", [("PS182", 9)]),
        ("if(role == late, 1, 0)", [("PS182", 4)]), ("if(role == 'senor', 1, 0)", [("PS183", 12)]),
        ("if(x == 'senior', 1, 0)", [("PS184", 4)]), ("if(rol == 'senior', 1, 0)", [("PS163", 4)]),
        ("if(lat, 1, 0)", [("PS163", 4)]), ("if(true, 1, 0)", [("PS163", 4)]),
        ("if(late, y, z)", [("PS163", 10), ("PS163", 13)]),
    ],
)  # fmt: skip
def test_the_slips_of_conditions(text, found):
    """Each has its own message at its column, once."""
    assert slips(text) == found


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("late + 1", "if(late, 1, 0)"), ("role + 1", "if(role == 'junior', 1, 0)"),
        ("if(role, 1, 0)", "role == 'junior'"), ("if(role == senior, 1, 0)", "role == 'senior'"),
        ("if(role == snior, 1, 0)", "role == 'senior'"),
    ],
)  # fmt: skip
def test_what_to_write_instead_is_a_formula(text, instead):
    """It can be copied into the file."""
    setting = Setting({}, [])
    meaning(tree_of(text), KNOWN, setting)
    assert [found.facts["instead"] for found in setting.problems] == [instead]
    if instead.startswith("if"):
        assert slips(instead) == []
    else:
        assert slips(f"if({instead}, 1, 0)") == []


def test_a_text_that_is_no_formula():
    """It is refused in the field that holds it."""
    with pytest.raises(SchemeError) as caught:
        tree_of("2 * (x")
    assert [found.path for found in caught.value.diagnostics] == [("formula",)]
