"""Advice: what is suggested does reach the grade, and one step less does not."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import perfscheme
from perfscheme import Scheme, Scorecard
from perfscheme.diagnostics.figures import terminating
from perfscheme.nouns.inputs import NumberInput
from perfscheme.testing import records, schemes


def grade_with(card: Scorecard, key: str, value: Fraction) -> int:
    """The index of the grade with another value of one input; -1 where there is none."""
    index = Scorecard(card.scheme, {**card.inputs, key: value}).grade_index
    return -1 if index is None else index


def step(unit: str, value: Fraction) -> Fraction:
    """One step of the grid that advice is given on."""
    places = terminating(value)
    if unit == "count" and places == 0:
        return Fraction(1)
    return Fraction(1, 10 ** (2 if places is None else min(max(places, 2), 9)))


def check(card: Scorecard) -> int:
    """Hold every improvement of a card against the exact score."""
    index = card.grade_index
    for found in card.improvements:
        assert index is not None
        before, after = Fraction(found.before), Fraction(found.after)
        spec = card.scheme.statement.inputs[found.input]
        assert isinstance(spec, NumberInput)
        assert spec.read(after) == after, "a suggestion is a valid value"
        assert grade_with(card, found.input, after) > index
        exact = card.inputs[found.input]
        assert isinstance(exact, Fraction)
        less = after - step(found.unit, exact) * (1 if after > before else -1)
        if isinstance(spec.read(less), Fraction) and (less - exact) * (after - exact) > 0:
            assert grade_with(card, found.input, less) <= index
    return len(card.improvements)


@settings(max_examples=60, phases=(Phase.explicit, Phase.generate))
@given(st.data())
def test_suggestions_reach_the_grade_in_random_schemes(data: st.DataObject) -> None:
    """And one grid step less does not."""
    scheme = data.draw(schemes())
    check(scheme.score(data.draw(records(scheme))))


@given(
    st.decimals(0, 100, places=2),
    st.decimals(0, 300, places=1),
    st.sampled_from(["优秀", "合格", None]),
    st.integers(0, 3),
)
def test_suggestions_reach_the_grade_in_a_plan(
    five: Scheme, rate: Decimal, hours: Decimal, quality: Any, faults: int
) -> None:
    """Over the whole range of a plan, also with a missing value and a veto."""
    record = {
        "satisfaction": 93.5, "handling-efficiency": hours, "resolution-rate": 0 if 0 < rate <= 1 else rate,
        "quality": quality, "teamwork": 4, "major-complaints": faults,
    }  # fmt: skip
    check(five.score(record))


def test_the_smallest_change_stands_first(five: Scheme, engineer: dict[str, Any]) -> None:
    """As a share of the valid range: 4.32 hours of 2,000 before 1.5 of 100 percent."""
    card = five.score(engineer)
    assert [(x.input, str(x.before), str(x.after), x.certain) for x in card.improvements] == [
        ("handling-efficiency", "30", "25.68", True),
        ("satisfaction", "93.5", "95", True),
        ("resolution-rate", "88.1", "90.35", True),
        ("teamwork", "4", "4.18", True),
    ]
    assert check(card) == 4


def test_a_limit_under_a_condition_is_lifted_by_the_condition(five: Scheme, engineer: dict[str, Any]) -> None:
    """Complaints below two lift the veto; no total would."""
    card = five.score(engineer | {"major-complaints": 3})
    ((key, after, certain),) = [(x.input, x.after, x.certain) for x in card.improvements]
    assert (key, after, certain) == ("major-complaints", Decimal(1), True)
    assert card.next_grade is not None
    assert (card.next_grade.grade, card.next_grade.distance) == ("B", Decimal(0))


def test_counts_are_improved_by_whole_numbers(five: Scheme, engineer: dict[str, Any]) -> None:
    """Nobody has half a complaint."""
    card = five.score(engineer | {"satisfaction": 95, "major-complaints": 1})
    assert [x.after for x in card.improvements if x.input == "major-complaints"] == [Decimal(0)]


def test_there_is_no_advice_at_the_best_grade_or_without_one(five: Scheme, engineer: dict[str, Any]) -> None:
    """Nor for a record without a score."""
    for card in (five.score(engineer | {"satisfaction": 100}), five.score(dict.fromkeys(engineer))):
        assert (card.next_grade, card.improvements) == (None, ())


def test_targets_and_weights_of_a_person_are_not_improved_upon(tree: Scheme, member: dict[str, Any]) -> None:
    """A lower target is no better work."""
    for record in (member, member | {"survey": 90, "resolved": 96, "response": 20}):
        card = tree.score(record)
        assert "own-target" not in [found.input for found in card.improvements]
        assert card.target_advice is None or card.target_advice.input != "own-target"


def test_the_target_that_is_nearest_is_named(tree: Scheme, member: dict[str, Any]) -> None:
    """With the value that meets it, and how many are then met."""
    advice = tree.score(member).target_advice
    assert advice is not None
    assert (advice.input, advice.before, advice.after) == ("response", Decimal(30), Decimal(24))
    assert (advice.meets, advice.met) == (("response",), 4)


def test_one_value_that_meets_two_targets_comes_before_a_nearer_one() -> None:
    """Two indicators read the same input."""
    indicator = "unit: percent, better: higher, curve: {kind: as-is}"
    scheme = perfscheme.loads(f"""
perfscheme: 1
scheme: shared
inputs: {{rate: {{kind: number, unit: percent, name: {{zh: 比率, en: Rate}}}}}}
score:
  aggregation: {{kind: weighted-mean, weights: equal, missing: {{kind: refuse}}}}
  children:
    a: {{input: rate, thresholds: {{target: 80}}, {indicator}}}
    b: {{input: rate, thresholds: {{target: 90}}, {indicator}}}
    c: {{thresholds: {{target: 61}}, {indicator}}}
""")
    advice = scheme.score({"rate": 60, "c": 60}).target_advice
    assert advice is not None
    assert (advice.input, advice.after, advice.meets, advice.met) == ("rate", Decimal(90), ("a", "b"), 2)
    assert advice.name.say("zh") == "比率"


LOWER = """
perfscheme: 1
scheme: strokes
score:
  aggregation: {kind: sum, missing: {kind: refuse}}
  children:
    strokes: {unit: points, better: lower, range: [0, 200], curve: {kind: as-is}}
grades: [{grade: Gold, below: 70}, {grade: Silver, to: 80}, {grade: Bronze}]
"""


@pytest.mark.parametrize(
    ("strokes", "grade", "distance", "after"),
    [(85, "Silver", "5", "80"), (80, "Gold", "10", "69.99"), (70, "Gold", "0", "69.99")],
)
def test_where_low_totals_are_good_the_way_leads_down(strokes: int, grade: str, distance: str, after: str) -> None:
    """An edge that does not belong to the grade is passed by one step."""
    card = perfscheme.loads(LOWER).score({"strokes": strokes})
    assert card.next_grade is not None
    assert (card.next_grade.grade, card.next_grade.distance) == (grade, Decimal(distance))
    assert [found.after for found in card.improvements] == [Decimal(after)]


def test_a_grade_that_only_a_rule_gives_is_not_the_next_one() -> None:
    """The next one is that which a better total has."""
    rule = "rules: [{kind: grade-limit, when: {total: {below: 1}, if-missing: fails}, at-least: Special}]"
    text = LOWER.replace("{grade: Silver", "{grade: Special, by-rule: true}, {grade: Silver")
    text = text.replace("grades:", f"{rule}\ngrades:")
    card = perfscheme.loads(text).score({"strokes": 80})
    assert card.next_grade is not None
    assert (card.grade, card.next_grade.grade) == ("Silver", "Gold")


def test_percents_that_are_not_valid_are_not_suggested() -> None:
    """A percent above 0 and up to 1 would be refused as a fraction."""
    scheme = perfscheme.loads("""
perfscheme: 1
scheme: rate
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: {kind: refuse}}
  children:
    rate: {unit: percent, better: lower, curve: {kind: linear, points: {0: 100, 10: 0}}}
grades: [{grade: A, from: 95}, {grade: B}]
""")
    card = scheme.score({"rate": 3})
    assert [found.after for found in card.improvements] == [Decimal(0)]
    check(card)


def test_a_value_that_is_best_in_the_middle_is_sought_on_both_sides() -> None:
    """The formula rises and falls, so the nearest crossing is found, and not called certain."""
    scheme = perfscheme.loads("""
perfscheme: 1
scheme: staffing
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: {kind: refuse}}
  children:
    staffing: {unit: points, range: [0, 200], curve: {kind: target-range, best: [90, 110], zero: [70, 150]}}
grades: [{grade: A, from: 75}, {grade: B}]
""")
    for value, after in ((80, "85"), (140, "120")):
        (found,) = scheme.score({"staffing": value}).improvements
        assert (found.after, found.certain) == (Decimal(after), False)


BY_RULE = """
perfscheme: 1
scheme: by-rule
inputs: {awards: {kind: number, unit: count}}
score:
  aggregation: {kind: sum, missing: {kind: refuse}}
  children:
    n: {unit: points, range: [0, 100], better: higher, curve: {kind: as-is}}
rules:
  - {kind: grade-limit, at-least: B plus, when: {input: awards, at-least: 1, if-missing: fails}}
grades:
  - {grade: A, from: 80}
  - {grade: B plus, by-rule: true}
  - {grade: B}
"""


def test_no_improvement_aims_at_a_grade_that_only_a_rule_gives() -> None:
    """An award is no work that somebody improves upon; the next grade that a total has is."""
    card = perfscheme.loads(BY_RULE).score({"n": 70, "awards": 0})
    assert card.next_grade is not None
    assert card.next_grade.grade == "A"
    assert [(found.input, found.after, found.grade) for found in card.improvements] == [("n", 80, "A")]
