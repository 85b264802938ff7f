"""Two-way lookups."""

from fractions import Fraction

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.build import undefined
from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import Input, State
from perfscheme.nouns.aggregations.aggregations import Axis, Child, Matrix
from perfscheme.nouns.missing import Refuse, Zero
from perfscheme.nouns.setting import Setting

M, NA = State.MISSING, State.NOT_APPLICABLE
NINE_BOX = Matrix(
    Axis("results", from_=[90, 75, "otherwise"]),
    Axis("behaviour", from_=["4.5", 3, "otherwise"]),
    [[100, 95, 80], [90, 80, 60], [70, 60, 0]],
    Refuse(),
)


@pytest.mark.parametrize(
    ("results", "behaviour", "points"),
    [(90, "4.5", 100), ("89.99", "4.49", 80), (75, 3, 80), ("74.99", 5, 70), (0, 0, 0), (1000, "2.99", 80)],
)
def test_edges_belong_to_the_better_side(score, results, behaviour, points):
    """A nine-box grid: each edge opens the better band, and whatever is left is `otherwise`."""
    assert score(NINE_BOX, {"results": results, "behaviour": behaviour}) == points


def test_lower_may_be_better(score):
    """An axis with `to` reads its bands upwards: at most 24, at most 72, the rest."""
    grid = Matrix(Axis("hours", to=[24, 72, "otherwise"]), Axis("rank", from_=[2, "otherwise"]),
                  [[9, 8], [6, 5], [3, 2]], Refuse())  # fmt: skip
    found = [score(grid, {"hours": hours, "rank": 2}) for hours in (10, 24, "24.01", 72, 73)]
    assert found == [9, 9, 6, 6, 3]


def test_absences_pass_through(score):
    """SAP KBA 3218955: unrated and not applicable propagate; missing wins."""
    assert score(NINE_BOX, {"results": M, "behaviour": 3}) is M
    assert score(NINE_BOX, {"results": 90, "behaviour": NA}) is NA
    assert score(NINE_BOX, {"results": NA, "behaviour": M}) is M


@pytest.mark.parametrize(("rows", "columns"), [("gone", "wrong"), ("wrong", "gone")])
def test_a_child_without_a_value_is_not_hidden_by_a_missing_one(rows, columns):
    """Which axis is looked at first does not matter: a division by zero is told although the other is missing."""
    grid = Matrix(Axis(rows, from_=[1, "otherwise"]), Axis(columns, from_=[1, "otherwise"]), [[1, 2], [3, 4]], Refuse())
    children = (Child("gone", Input("gone"), None), Child("wrong", undefined(), None))
    formula = grid.aggregate(children, Setting({}, []))
    with pytest.raises(Undefined):
        Evaluation({"gone": M})(formula)


def test_children_must_be_the_axes(complaints):
    """An axis that is no child is reported, or a child that is no axis: a misspelt axis is not both."""
    (found,) = complaints(NINE_BOX, "results behavior")
    assert (found.code, found.path) == ("PS227", ("aggregation", "columns", "child"))
    assert "Did you mean behavior?" in found.message()
    found = complaints(NINE_BOX, "results behaviour cost")
    assert [(p.code, p.path) for p in found] == [("PS228", ("children", "cost"))]


def test_points_are_no_fault_of_an_axis_that_is_wrong():
    """What takes its place while a file is read on has no bands."""
    empty = object.__new__(Axis)
    for name, value in (("child", "behaviour"), ("from_", None), ("to", None)):
        object.__setattr__(empty, name, value)
    assert Matrix(NINE_BOX.rows, empty, NINE_BOX.points, Refuse()).columns.bands == 0


@pytest.mark.parametrize(
    ("fields", "code", "path"),
    [
        ({}, "PS231", ()),
        ({"from_": [1, "otherwise"], "to": [1, "otherwise"]}, "PS231", ()),
        ({"from_": [90, 75]}, "PS230", ("from", 1)),
        ({"from_": []}, "PS230", ("from",)),
        ({"to": ["otherwise", 5, "otherwise"]}, "PS230", ("to", 0)),
        ({"from_": [75, 90, "otherwise"]}, "PS229", ("from", 1)),
        ({"to": [5, 5, "otherwise"]}, "PS229", ("to", 1)),
    ],
)
def test_bands_must_be_whole(fields, code, path):
    """Bands go from best to worst and end in `otherwise`, on one side only."""
    with pytest.raises(SchemeError) as caught:
        Axis("a", **fields)
    assert [(p.code, p.path) for p in caught.value.diagnostics] == [(code, path)]


def test_all_problems_of_a_matrix_at_once():
    """Wrong policy, one child twice, a row and a column too few: four problems in one error."""
    axis = Axis("a", from_=[1, "otherwise"])
    with pytest.raises(SchemeError) as caught:
        Matrix(axis, axis, [[Fraction(1)]], Zero())
    assert [p.code for p in caught.value.diagnostics] == ["PS212", "PS226", "PS232", "PS232"]
