"""Results: parts, thresholds and changes of one record."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

import perfscheme
from perfscheme import NOT_APPLICABLE, Scheme, UnknownNameError
from perfscheme.formula.nodes import State
from perfscheme.scheme.parts import ThresholdResult


def test_a_part_has_every_figure_on_the_way(five: Scheme, engineer: dict[str, Any]) -> None:
    """Value, unit, points, weight as written and as it counted."""
    part = five.score(engineer | {"teamwork": None})["handling-efficiency"]
    assert (part.value, part.unit, part.value_state) == (Decimal(30), "hours", State.PRESENT)
    assert (part.raw, part.points, part.counted) == (Decimal("97.5"),) * 3
    assert (part.weight, part.effective_weight) == (Decimal(25), Fraction(25, 90))
    assert part.contribution == Fraction(25, 90) * Fraction("97.5")


def test_thresholds_are_met_or_missed_by_a_gap_in_the_unit(five: Scheme, engineer: dict[str, Any]) -> None:
    """On the better side, which is the lower one for hours."""
    found = five.score(engineer)["handling-efficiency"].thresholds
    assert found == (
        ThresholdResult("stretch", Decimal(24), False, Decimal(6)),
        ThresholdResult("target", Decimal(72), True, Decimal(0)),
        ThresholdResult("floor", Decimal(168), True, Decimal(0)),
    )


def test_what_cannot_be_judged_is_neither_met_nor_missed(
    five: Scheme, tree: Scheme, engineer: Any, member: Any
) -> None:
    """Without a value, or without the person's own target."""
    (floor, _) = five.score(engineer | {"satisfaction": None})["satisfaction"].thresholds
    assert (floor.met, floor.gap, floor.value) == (None, None, Decimal(60))
    (target,) = tree.score(member | {"own-target": None})["resolution"].thresholds
    assert (target.met, target.gap, target.value) == (None, None, None)


def test_an_own_target_and_one_by_label_are_those_of_the_person(tree: Scheme, member: dict[str, Any]) -> None:
    """48 hours for this person, 8 cases for a senior."""
    card = tree.score(member)
    assert [x.value for key in ("resolution", "cases") for x in card[key].thresholds] == [Decimal(48), Decimal(8)]
    assert tree.score(member | {"role": "junior"})["cases"].thresholds[0].value == Decimal(5)


def test_targets_are_counted_where_they_can_be_judged(tree: Scheme, member: dict[str, Any]) -> None:
    """Met, and judged."""
    assert tree.score(member).targets == (3, 8)
    assert tree.score(member | {"own-target": None, "survey": None}).targets == (3, 6)


def test_labels_have_no_unit(five: Scheme, engineer: dict[str, Any]) -> None:
    """The label itself is the value; a missing one is told from one that does not apply."""
    part = five.score(engineer)["quality"]
    assert (part.value, part.unit, part.points, part.thresholds) == ("良好", None, Decimal(80), ())
    absent = five.score(engineer | {"quality": NOT_APPLICABLE})["quality"]
    assert (absent.value, absent.value_state, absent.state) == (None, State.NOT_APPLICABLE, State.NOT_APPLICABLE)


def test_what_stands_in_for_a_missing_value_is_the_value(tree: Scheme, member: dict[str, Any]) -> None:
    """Scored, judged and shown alike."""
    part = tree.score(member | {"partners": None})["partners"]
    assert (part.value, part.value_state, part.thresholds[0].met) == (Decimal(60), State.PRESENT, False)


def test_the_parent_counts_what_its_rules_and_policy_make_of_a_part(tree: Scheme, member: dict[str, Any]) -> None:
    """A target met counts as 100, a missing part under the policy `zero` as 0."""
    card = tree.score(member | {"resolved": None})
    assert (card["joint"].points, card["joint"].counted) == (Decimal("82.5"), Decimal(100))
    assert (card["resolved"].points, card["resolved"].counted, card["resolved"].contribution) == (None, Decimal(0), 0)


def test_rules_on_children_name_the_child_that_they_changed(tree: Scheme, member: dict[str, Any]) -> None:
    """The change stands with the dimension whose rule it is."""
    (change, rounding) = tree.score(member | {"response": 20})["speed"].changes
    assert (change.kind, change.strategy, change.part, change.stage) == (
        "child-rule",
        "base-points",
        "response",
        "points",
    )
    assert (change.before, change.after, change.path) == (Decimal(100), Decimal(95), "score.children.speed.rules.0")
    assert (rounding.kind, rounding.part, rounding.after) == ("rounding", "speed", Decimal(92))


def test_changes_of_the_grade_are_grades(five: Scheme, engineer: dict[str, Any]) -> None:
    """A veto turns a B into a C; what it took off the total stands before."""
    card = five.score(engineer | {"major-complaints": 2})
    found = [(x.strategy, x.stage, x.before, x.after) for x in card.changes]
    assert found == [
        ("deduction", "total", Decimal("89.545"), Decimal("85.545")),
        (None, "total", Decimal("85.545"), Decimal("85.55")),
        ("veto", "grade", "B", "C"),
    ]
    assert [x.strategy for x in card.fired] == ["deduction", "veto"]


def test_a_rule_that_changes_nothing_is_no_change(five: Scheme, engineer: dict[str, Any]) -> None:
    """No complaints, no deduction."""
    assert five.score(engineer).fired == ()


def test_a_part_that_is_not_there_is_an_error(five: Scheme, engineer: dict[str, Any]) -> None:
    """With the nearest name."""
    with pytest.raises(UnknownNameError, match="teamwork"):
        five.score(engineer)["teamwrok"]


@pytest.mark.parametrize("key", [0, None, ("teamwork",)])
def test_a_key_that_is_no_text_is_a_key_that_is_not_there(five: Scheme, engineer: dict[str, Any], key: Any) -> None:
    """It was a `TypeError` of the search for the nearest name, and `get` broke."""
    card = five.score(engineer)
    with pytest.raises(UnknownNameError, match="PS304"):
        card[key]
    assert card.get(key) is None
    with pytest.raises(UnknownNameError, match="PS304"):
        five.score_many([engineer]).points(key)


def test_results_are_mappings_in_the_order_of_the_tree(tree: Scheme, member: dict[str, Any]) -> None:
    """Parents stand before their children."""
    card = tree.score(member)
    assert list(card) == [part.id for part in card.parts] == list(tree.statement.nodes)
    assert all(list(card).index(part.parent) < list(card).index(part.id) for part in card.parts if part.parent)


def test_a_broken_part_leaves_the_others_whole() -> None:
    """A division by zero is shown as no points, not raised."""
    scheme = perfscheme.loads("""
perfscheme: 1
scheme: ratio
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: {kind: refuse}}
  children:
    a: {unit: points, range: [0, 10], curve: {kind: formula, formula: "1 / (x - 5)"}}
    b: {unit: points, range: [0, 10], curve: {kind: as-is}}
""")
    card = scheme.score({"a": 5, "b": 3})
    assert (card["a"].points, card["a"].state, card["b"].points) == (None, State.MISSING, Decimal(3))
    assert (card["a"].contribution, card["score"].coverage, card.total) == (None, Fraction(1, 2), None)
