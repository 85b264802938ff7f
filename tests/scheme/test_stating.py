"""The statement: the one formula of a scheme, stage by stage."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, ClassVar

import attrs
import pytest

import perfscheme
from perfscheme import Dimension, Indicator, Scheme
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Input, walk
from perfscheme.nouns.aggregations.aggregations import Minimum, ProductOfPoints, SumOfPoints
from perfscheme.nouns.conditions import Bound, InputIs, PointsIs, ThresholdMet, TotalIs
from perfscheme.nouns.curves.curves import AsIs
from perfscheme.nouns.grades import Grade
from perfscheme.nouns.indicators import IfMissing
from perfscheme.nouns.inputs import NumberInput
from perfscheme.nouns.missing import Refuse
from perfscheme.nouns.readings import Reading
from perfscheme.nouns.roundings import Rounding, TotalRounding
from perfscheme.nouns.rules.rules import BasePoints, Bonus, Cap, GradeLimit, LeaveOut, Veto, rules_of
from perfscheme.scheme import stating
from perfscheme.scheme.statement import Statement


def item(key: str, **fields: Any) -> Indicator:
    return Indicator(key, "points", range=(0, 100), curve=AsIs(), **fields)


def root(*children: Any, key: str = "score", **fields: Any) -> Dimension:
    return Dimension(key, children=children, aggregation=SumOfPoints(Refuse()), **fields)


def state(tree: Dimension, *, rules: Any = (), **parts: Any) -> Statement:
    return stating.state(tree, rules=rules_of(rules), **parts)


def above(key: str, points: int) -> PointsIs:
    return PointsIs(key, above=points, if_missing="fails")


def codes(tree: Dimension, **parts: Any) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(problem.code, problem.path) for problem in state(tree, **parts).problems]


def value(tree: Dimension, values: dict[str, int], key: str = "score", **parts: Any) -> object:
    found = state(tree, **parts)
    assert not found.problems
    return Evaluation({name: Fraction(number) for name, number in values.items()})(found.nodes[key].points)


def test_stages_of_an_indicator() -> None:
    """Curve, rules in their order, then rounding: each is a step with what was before and after it."""
    node = state(root(item("a", rules=[Bonus(points="1.26"), Cap(50)], rounding=Rounding(1)))).nodes["a"]
    run = Evaluation({"a": Fraction(40)})
    assert [(step.kind, run(step.before), run(step.after)) for step in node.steps] == [
        ("rule", 40, Fraction("41.26")), ("rule", Fraction("41.26"), Fraction("41.26")),
        ("rounding", Fraction("41.26"), Fraction("41.3")),
    ]  # fmt: skip
    assert node.path == ("score", "children", "a")
    assert node.steps[0].path == ("score", "children", "a", "rules", 0)


def test_rules_act_in_the_order_of_the_file() -> None:
    """A cap before a bonus is not a cap after it."""
    assert value(root(item("a", rules=[Cap(50), Bonus(points=5)])), {"a": 80}, "a") == 55
    assert value(root(item("a", rules=[Bonus(points=5), Cap(50)])), {"a": 80}, "a") == 50


def test_rules_on_children_act_before_the_aggregation() -> None:
    """Whatever their place among the rules; the child's own points stay what they are."""
    tree = root(item("a"), item("b"), rules=[Cap(90), BasePoints(above("a", 50), base=10, except_=["a"])])
    assert value(tree, {"a": 60, "b": 70}) == 70
    assert value(tree, {"a": 60, "b": 70}, "b") == 70
    assert value(tree, {"a": 40, "b": 45}) == 85


def test_a_rule_sees_its_own_points_half_way() -> None:
    """And those of others as they come out in the end."""
    own = root(item("a", rules=[Bonus(points=10), Bonus(points=100, when=above("a", 50))]), item("b"))
    assert value(own, {"a": 45, "b": 0}, "a") == 155
    other = root(item("a", rules=[Bonus(points=10)]), item("b", rules=[Bonus(points=100, when=above("a", 50))]))
    assert value(other, {"a": 45, "b": 0}, "b") == 100


def test_conditions_may_look_ahead() -> None:
    """A child may ask for the points of one that stands below it in the file."""
    tree = root(item("a", rules=[Bonus(points=100, when=above("b", 50))]), item("b"))
    assert value(tree, {"a": 1, "b": 60}, "a") == 101


def test_rings_are_refused() -> None:
    """Two that ask for each other's points, and a dimension whose rule on a child asks for its own."""
    pair = root(item("a", rules=[Cap(5, when=above("b", 1))]), item("b", rules=[Cap(5, when=above("a", 1))]))
    assert "PS322" in [code for code, _ in codes(pair)]
    assert "PS322" in [code for code, _ in codes(root(item("a"), rules=[LeaveOut(above("score", 1), ["a"])]))]


@pytest.mark.parametrize(
    ("indicator", "inputs", "where"),
    [
        (item("a", better="higher", thresholds={"target": 200}), (), ("score", "children", "a", "range")),
        (item("a", if_missing=IfMissing(value=200)), (), ("score", "children", "a", "range")),
        (
            Indicator("a", "points", input=Reading("x"), better="higher", thresholds={"target": 8}, curve=AsIs()),
            (NumberInput("x", "points", range=(0, 5)),),
            ("inputs", "x", "range"),
        ),
        (
            Indicator("a", "points", better="higher", thresholds={"target": 8}, curve=AsIs()),
            (NumberInput("a", "points", range=(0, 5)),),
            ("inputs", "a", "range"),
        ),
        (
            Indicator("a", "percent", better="higher", thresholds={"target": 200}, curve=AsIs()),
            (),
            ("score", "children", "a", "unit"),
        ),
        (
            Indicator("a", "points", input=Reading("b"), better="higher", thresholds={"target": 200}, curve=AsIs()),
            (),
            ("score", "children", "b", "range"),
        ),
    ],
)
def test_a_value_that_cannot_be_is_shown_beside_the_range(indicator: Indicator, inputs: Any, where: Any) -> None:
    """Wherever that is written; where none is, beside the unit, whose nature it is."""
    (problem,) = state(root(indicator, item("b")), inputs=inputs).problems
    assert problem.also == (where,)


def test_a_part_without_thresholds_is_shown_where_they_are_asked_for() -> None:
    """It is there; what it lacks is for it to have."""
    asked = Veto(ThresholdMet("a", "target", if_missing="fails"), points=0)
    (found,) = state(root(item("a")), rules=[asked]).problems
    assert (found.code, found.also) == ("PS129", (("score", "children", "a"),))


def test_an_input_by_the_name_of_an_indicator_that_reads_another() -> None:
    """What that one reads is meant."""
    inputs = [NumberInput("hours", "points")]
    asked = Veto(InputIs("speed", above=1, if_missing="fails"), points=0)
    (found,) = state(
        root(Indicator("speed", "points", input=Reading("hours"), curve=AsIs())), inputs=inputs, rules=[asked]
    ).problems
    assert (found.code, found.facts["nearest"], found.also) == (
        "PS123",
        "hours",
        (("score", "children", "speed", "input"),),
    )


@pytest.mark.parametrize("aggregation", [Minimum(Refuse()), ProductOfPoints(Refuse())])
def test_a_part_whose_only_child_has_the_id_of_another(aggregation: Minimum | ProductOfPoints) -> None:
    """Nothing is left to aggregate, and that is no second mistake."""
    part = Dimension("part", children=[item("a")], aggregation=aggregation)
    assert [found.code for found in state(root(item("a"), part)).problems] == ["PS320"]


@pytest.mark.parametrize(
    ("tree", "parts", "code", "path"),
    [
        (root(item("a", rules=[GradeLimit(above("a", 1), at_most="B")])), {},
         "PS323", ("score", "children", "a", "rules", 0)),
        (root(item("a")), {"rules": (LeaveOut(above("a", 1), ["a"]),)}, "PS324", ("rules", 0)),
        (root(item("a", rules=[LeaveOut(above("b", 1), ["b"])]), item("b")), {},
         "PS324", ("score", "children", "a", "rules", 0)),
        (root(item("a")), {"rules": (GradeLimit(above("a", 1), at_most="B"),)}, "PS325", ("rules", 0)),
    ],
)  # fmt: skip
def test_rules_where_they_cannot_act(tree: Dimension, parts: Any, code: str, path: tuple[str | int, ...]) -> None:
    """On a grade below the total, on children of the whole scheme, on a grade that is none."""
    assert (code, path) in codes(tree, **parts)


def test_stages_of_the_total() -> None:
    """Rules see the total as it stands; rounding comes last; the grade is of what is graded."""
    rules = (Bonus(points="0.04"), Veto(TotalIs(Bound(above=60), if_missing="fails"), grade_at_most="B"))
    grades = (Grade("A", from_="60.1"), Grade("B"))
    for before, graded in ((True, "60.1"), (False, "60.05")):
        rounding = TotalRounding(1, before_grading=before)
        found = state(root(item("a")), rules=rules, rounding=rounding, grades=grades)
        run = Evaluation({"a": Fraction("60.01")})
        assert (run(found.unrounded), run(found.total)) == (Fraction("60.05"), Fraction("60.1"))
        assert run(found.graded) == Fraction(graded)
        assert found.grade is not None
        assert run(found.grade) == 0
        assert run(found.grade_steps[0].before) == (1 if before else 0)


def test_one_node_for_each_input() -> None:
    """Several that read one input share it, so that it is read once."""
    tree = root(
        Indicator("a", "points", input=Reading("x"), curve=AsIs()),
        Indicator("b", "points", input=Reading("x"), curve=AsIs()),
    )
    found = state(
        tree, inputs=(NumberInput("x", "points"),), rules=(Cap(5, when=InputIs("x", above=1, if_missing="fails")),)
    )
    assert len([node for node in walk([found.total]) if isinstance(node, Input)]) == 1


def test_parents_stand_before_their_children(tree: Scheme) -> None:
    """In the order of the file."""
    seen: set[str] = set()
    for key, node in tree.statement.nodes.items():
        assert node.parent is None or node.parent in seen
        seen.add(key)
    assert tree.statement.nodes["customers"].children == ("survey", "resolved")


def test_a_total_without_a_grade_is_refused() -> None:
    """Proved when the scheme is made: a ladder down to 60 leaves the totals below it."""
    text = """
perfscheme: 1
scheme: hole
score: {aggregation: {kind: sum, missing: refuse}, children: {a: {unit: percent, curve: as-is}}}
grades: [{grade: A, from: 90}, {grade: B, from: 60}]
"""
    with pytest.raises(perfscheme.SchemeError) as caught:
        perfscheme.loads(text)
    assert [problem.code for problem in caught.value.diagnostics] == ["PS278"]


@pytest.mark.parametrize(("before", "grade"), [(True, 0), (False, 1)])
def test_rules_on_the_grade_see_the_total_that_is_graded(before: bool, grade: int) -> None:
    """89.6 is 90 once it is rounded: a rule from 90 on fires where the grade is that of the rounded total."""
    limit = GradeLimit(TotalIs(Bound(at_least=90), if_missing="fails"), at_most="B")
    found = state(
        root(item("a")), rules=(limit,), rounding=TotalRounding(places=0, before_grading=before),
        grades=(Grade("A", from_=80), Grade("B")),
    )  # fmt: skip
    assert found.grade is not None
    assert Evaluation({"a": Fraction("89.6")})(found.grade) == grade


class Demotion:
    """A rule of one's own that does not say which grades it gives."""

    kind = "demotion"

    def grade_formula(self, grade: Any, names: tuple[str, ...], setting: Any) -> Any:
        """One grade less."""
        return grade - 1


def test_a_grade_by_rule_needs_a_rule() -> None:
    """One that names it, or one that may give any."""
    grades = (Grade("A", from_=80), Grade("A minus", by_rule=True), Grade("B"))
    late = TotalIs(Bound(below=90), if_missing="fails")
    warned = [("PS285", ("grades", 1))]
    assert codes(root(item("a")), grades=grades) == warned
    assert codes(root(item("a")), grades=grades, rules=(GradeLimit(late, at_most="B"), Cap(95))) == warned
    for rule in (GradeLimit(late, at_most="A minus"), GradeLimit(late, at_least="A minus"), Demotion()):
        assert codes(root(item("a")), grades=grades, rules=(rule,)) == []
    assert codes(root(item("a")), grades=grades, rules=(Veto(late, grade="A minus"),)) == []


@attrs.frozen
class Own:
    """A curve and a rule whose methods give what they are told to."""

    kind: ClassVar[str] = "own"

    result: Any

    def _given(self) -> Any:
        if isinstance(self.result, Exception):
            raise self.result
        return self.result

    def formula(self, x: Any, setting: Any) -> Any:
        return self._given()


@attrs.frozen
class OwnRule(Own):
    formula = None

    def points_formula(self, points: Any, setting: Any) -> Any:
        return self._given()


def test_a_number_is_a_formula() -> None:
    """What a method gives is taken as what stands in a formula is."""
    tree = root(Indicator("a", "points", curve=Own(0.1)))
    assert value(tree, {"a": 5}) == Fraction(1, 10)


def test_a_strategy_that_states_nothing_is_told_by_name() -> None:
    """And not by an interpreter that meets the hole."""
    with pytest.raises(TypeError, match=r"^Own states no formula at score\.children\.a\.curve, but gives None"):
        state(root(Indicator("a", "points", curve=Own(None))))
    with pytest.raises(TypeError, match=r"^OwnRule states no formula at rules\.0, but gives None"):
        state(root(item("a")), rules=[OwnRule(None)])


def test_what_a_rule_says_against_its_figures_is_told_at_its_place() -> None:
    """As for a curve: a ValueError of somebody's own is about the file."""
    error = ValueError("the limit must be above 0")
    assert codes(root(item("a", rules=[OwnRule(error)]))) == [("PS060", ("score", "children", "a", "rules", 0))]
    assert codes(root(item("a")), rules=[OwnRule(error)]) == [("PS060", ("rules", 0))]


@attrs.frozen
class GradesUp:
    kind: ClassVar[str] = "grades-up"

    by: int

    def grade_formula(self, grade: Any, names: Any, setting: Any) -> Any:
        return grade + self.by


@pytest.mark.parametrize(("by", "grade"), [(0, 1), (1, 2), (2, 2), (-1, 0), (-2, 0)])
def test_a_grade_beyond_an_end_of_the_ladder_is_that_end(by: int, grade: int) -> None:
    """There is no grade above the best, and none below the worst."""
    ladder = (Grade("A", from_=90), Grade("B", from_=50), Grade("C"))
    found = state(root(item("a")), rules=[GradesUp(by)], grades=ladder)
    assert found.grade is not None
    assert Evaluation({"a": Fraction(60)})(found.grade) == grade
