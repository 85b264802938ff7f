"""Scales: points and totals beyond the ends, and ends that nobody reaches."""

from __future__ import annotations

import pytest

import perfscheme
from perfscheme.lints import findings

QUALITY = "score/children/quality"
MEAN = {"score/aggregation": {"kind": "weighted-mean", "weights": "normalised", "missing": "refuse"}}
FROM_ZERO = {"rules/1": {"kind": "floor", "at-least": 0}}


def test_a_plan_that_keeps_to_its_scale_is_left_alone(said):
    """Nor is anything said without one."""
    assert said({**FROM_ZERO, "scale": [0, 100]}) == []
    assert said({**FROM_ZERO, "scale": [None, 100]}) == []


def test_points_beyond_the_scale_are_told_with_a_record(plan):
    """At the curve, above or below; the total, which goes with them, is not told too."""
    curve = {"kind": "linear", "points": {0: 0, 100: 120}}
    scheme = plan({**MEAN, **FROM_ZERO, "scale": [0, 100], f"{QUALITY}/curve": curve})
    [(each, finding)] = findings(scheme)
    assert (each.code, "/".join(map(str, finding.path))) == ("PS551", f"{QUALITY}/curve")
    assert finding.facts["record"] == ("quality 100",)
    assert scheme.score(dict(finding.records[0]))["quality"].points == 120


def test_points_in_the_middle_of_a_curve_are_found(said):
    """Neither end of the range shows them."""
    curve = {"kind": "linear", "points": {0: 0, 50: 101, 100: 100}}
    assert ("PS551", f"{QUALITY}/curve") in said({**MEAN, **FROM_ZERO, "scale": [0, 100], f"{QUALITY}/curve": curve})


def test_points_of_a_sum_have_a_scale_of_their_own(said):
    """What is added up need not range as the total does; only the total is held to the scale."""
    lossy = {"kind": "linear", "points": {0: -20, 100: 0}}
    assert said({**FROM_ZERO, "scale": [0, 40], f"{QUALITY}/curve": lossy, f"{QUALITY}/weight": 1}) == []


def test_a_total_beyond_the_scale_is_told_with_a_record(plan):
    """A deduction takes it below 0, though no indicator is."""
    scheme = plan({"scale": [0, 100]})
    [(each, finding)] = findings(scheme)
    assert (each.code, finding.path) == ("PS552", ("scale", 0))
    assert scheme.score(dict(finding.records[0])).total < 0
    assert finding.facts["total"] == "-5"


def test_an_end_that_nobody_reaches_is_told(plan, said):
    """With the totals that there are."""
    assert said({**FROM_ZERO, "scale": [-1, 110]}) == [("PS553", "scale/0"), ("PS553", "scale/1")]
    [_, (_, finding)] = findings(plan({**FROM_ZERO, "scale": [-1, 110]}))
    assert (finding.facts["low"], finding.facts["high"]) == (0, 100)


def test_a_scale_limits_no_score(plan):
    """It says what is meant, and is part of the content, as whatever a plan says of itself."""
    plain, scaled = plan({}), plan({"scale": [0, 100]})
    record = {"quality": 0, "speed": 100, "incidents": 9}
    assert scaled.score(record).total == plain.score(record).total < 0
    assert scaled.hash != plain.hash


def test_an_empty_scale_is_an_error(plan):
    """As an empty range is."""
    with pytest.raises(perfscheme.SchemeError) as caught:
        plan({"scale": [100, 0]})
    assert [(found.code, found.path) for found in caught.value.diagnostics] == [("PS119", ("scale",))]


def of(code, found):
    return [finding for each, finding in found if each.code == code]


def test_the_corner_of_all_ranges_is_tried(plan):
    """Each input has to be at another end, which no sample is: many incidents, and good work."""
    bonus = {"kind": "bonus", "points": 30, "when": {"input": "incidents", "at-least": 20, "if-missing": "fails"}}
    scheme = plan({"rules/0": bonus, "scale": [None, 115]})
    [finding] = of("PS552", findings(scheme))
    assert finding.facts["total"] == "117"
    assert scheme.score(dict(finding.records[0])).total == 117


def test_an_open_range_is_followed_outwards(plan):
    """A point for each incident leaves the scale after thousands of them."""
    bonus = {"kind": "bonus", "points": {"input": "incidents"}}
    inputs = {"incidents": {"kind": "number", "unit": "count"}}
    scheme = plan({**FROM_ZERO, "rules/2": bonus, "inputs": inputs, "scale": [None, 100_000]})
    [finding] = of("PS552", findings(scheme))
    assert scheme.score(dict(finding.records[0])).total > 100_000


def test_what_ranges_leave_open_is_told_with_them(plan):
    """That a value is added and partly taken away is lost on ranges, and no record leaves the scale."""
    formula = {"kind": "formula", "formula": "quality - quality / 2 + speed / 4", "missing": "refuse"}
    change = {"score/aggregation": formula, f"{QUALITY}/weight": None, "score/children/speed/weight": None}
    [finding] = of("PS554", findings(plan({**change, **FROM_ZERO, "scale": [0, 75]})))
    assert finding.path == ("scale", 1)
    assert (finding.facts["low"], finding.facts["high"]) == (0, 125)


def test_an_end_that_only_those_reach_who_lack_something_is_told(plan, said):
    """The half that is left of them alone may be full; a mean of which all is there keeps to its weights."""
    half = {f"{QUALITY}/curve": {"kind": "linear", "points": {0: 0, 100: 50}}, "rules": [], "scale": [0, 100]}
    found = [(lint.code, dict(finding.facts)) for lint, finding in findings(plan({**MEAN, **half, "grades": None}))]
    assert found == [("PS555", {"end": 100, "low": 0, "high": 70})]
    by = {"by": "trainee", "cases": {True: 0.4, False: 0.6}}
    change = {**MEAN, **half, "grades": None, "inputs/trainee": {"kind": "flag"}, f"{QUALITY}/weight": by}
    found = [(lint.code, dict(finding.facts)) for lint, finding in findings(plan(change))]
    assert found == [("PS555", {"end": 100, "low": 0, "high": 75})]  # (0.4 * 50 + 0.4 * 100) / 0.8
    # What is added up is never more for who lacks a part of it.
    assert said({**half, "grades": None}) == [("PS553", "scale/1")]


def test_a_worse_end_may_be_there_for_those_who_lack_something(said):
    """Zero points for what is missing are meant."""
    zero = {"score/aggregation": {"kind": "weighted-mean", "weights": "normalised", "missing": "zero"}, "rules": []}
    from_60 = {f"{QUALITY}/curve": {"kind": "linear", "points": {0: 60, 100: 100}}}
    assert said({**zero, **from_60, "scale": [0, 100]}) == []
