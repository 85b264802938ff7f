"""Curves: the same points for every value, levels beyond all values."""

from __future__ import annotations

QUALITY, SPEED = "score/children/quality", "score/children/speed"


def test_a_curve_that_gives_everybody_the_same_is_told(said):
    """By its figures, or because its levels lie outside the range."""
    assert said({f"{QUALITY}/curve": {"kind": "linear", "points": {0: 50, 100: 50}}}) == [("PS511", f"{QUALITY}/curve")]
    assert said({f"{QUALITY}/curve": {"kind": "all-or-nothing", "target": 0}}) == [("PS511", f"{QUALITY}/curve")]


def test_a_level_beyond_all_values_is_told(said):
    """Levels written as figures, in the curve or in a tier; levels at the very end are reached."""
    points = {"kind": "linear", "points": {0: 0, 100: 90, 120: 110}}
    assert said({f"{QUALITY}/curve": points}) == [("PS512", f"{QUALITY}/curve/points/2")]
    tiers = {"kind": "tiers", "otherwise": 0, "tiers": [{"from": 60, "points": 60}, {"from": 101, "points": 100}]}
    assert said({f"{QUALITY}/curve": tiers}) == [("PS512", f"{QUALITY}/curve/tiers/1/from")]
    assert said({f"{QUALITY}/curve": {"kind": "linear", "points": {0: 0, 100: 90}}}) == []


def test_a_level_in_one_case_of_a_choice_is_told(said):
    """The way to it goes through the case."""
    full, short = ({"kind": "linear", "points": points} for points in ({0: 0, 100: 100}, {-5: 0, 9: 9}))
    curve = {"kind": "choice", "by": "trainee", "cases": {True: full, False: short}}
    assert said({"inputs/trainee": {"kind": "flag"}, f"{QUALITY}/curve": curve}) == [
        ("PS512", f"{QUALITY}/curve/cases/false/points/0")
    ]


def test_a_threshold_that_nobody_can_meet_is_told(said):
    """The value is limited before it is judged."""
    assert said({f"{SPEED}/input": {"input": "speed", "at-least": 10}, f"{SPEED}/range": None,
                 "inputs/speed": {"kind": "number", "unit": "hours", "range": [0, 100]}}) == [
        ("PS512", f"{SPEED}/curve/points/0"), ("PS513", f"{SPEED}/thresholds/stretch")
    ]  # fmt: skip


def test_a_rating_scale_that_is_wider_than_the_range_is_told(said):
    """1 to 10 where only 1 to 5 can be rated: nobody has full points."""
    change = {f"{QUALITY}/unit": "points", f"{QUALITY}/range": [1, 5]}
    ten = {"kind": "rating", "from": [1, 10], "to": [0, 100]}
    assert said({**change, f"{QUALITY}/curve": ten}) == [("PS512", f"{QUALITY}/curve/from/1")]
    assert said({**change, f"{QUALITY}/curve": {**ten, "from": [1, 5]}}) == []


def test_a_limit_below_the_points_of_the_target_is_told(said):
    """1.2 for 120, by itself or in a choice; a limit at the target is none."""
    change = {f"{QUALITY}/thresholds": {"target": 80}}
    ratio = {"kind": "ratio", "form": "actual-over-target"}
    assert said({**change, f"{QUALITY}/curve": {**ratio, "at-most": 1.2}}) == [("PS514", f"{QUALITY}/curve/at-most")]
    assert said({**change, f"{QUALITY}/curve": {**ratio, "at-most": 100}}) == []


def test_percents_written_as_fractions_are_told(said):
    """Where the range says that 100 can be, so that nothing else would; not where less is better."""
    change = {f"{QUALITY}/range": [0, 100], f"{QUALITY}/thresholds": {"floor": 0.6, "target": 0.9}}
    assert said(change) == [("PS515", f"{QUALITY}/thresholds/target")]
    assert said({**change, f"{QUALITY}/thresholds": {"floor": 0.6, "target": 90}}) == []
    less = {f"{QUALITY}/thresholds": {"floor": 0.9, "target": 0.6}, f"{QUALITY}/better": "lower"}
    assert "PS515" not in [code for code, _ in said({**change, **less})]
