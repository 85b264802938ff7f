"""Grades: coefficients that pay a better grade less."""

from __future__ import annotations


def graded(*coefficients):
    bounds = ({"from": 90}, {"from": 60}, {})
    return {
        "grades": [
            {"grade": name, "coefficient": coefficient, **bound}
            for name, coefficient, bound in zip("ABC", coefficients, bounds, strict=True)
        ]
    }


def test_a_better_grade_with_a_lower_coefficient_is_told(said):
    """Where it stands; the same coefficient for two grades is no fault."""
    assert said(graded(0.8, 1, 1)) == [("PS545", "grades/0/coefficient")]
    assert said(graded(1.2, 1, 1)) == []


def test_a_grade_for_those_alone_who_lack_something_is_told(said):
    """All that is there may be better than the whole could be; low totals may be the good ones."""
    mean = {"score/aggregation": {"kind": "weighted-mean", "weights": "normalised", "missing": "refuse"}, "rules": []}
    half = {"score/children/quality/curve": {"kind": "linear", "points": {0: 0, 100: 50}}}
    assert said(mean | half) == [("PS546", "grades/0")]
    assert said(mean | half | {"grades": [{"grade": "A", "from": 70}, {"grade": "B"}]}) == []
    assert said(mean | half | {"grades": [{"grade": "A", "from": 101}, {"grade": "B"}]}) == []  # nobody's: PS280
