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
