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
