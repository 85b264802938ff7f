"""Weights: children that count for nothing, coverages that allow for nothing missing."""

from __future__ import annotations

CHILDREN = "score/children"


def mean(coverage, **more):
    return {"kind": "weighted-mean", "missing": {"kind": "renormalise", "coverage": coverage}, **more}


def test_a_weight_of_0_is_told(said):
    """In a sum as in a mean, and where every label has 0."""
    assert said({f"{CHILDREN}/quality/weight": 0}) == [("PS521", f"{CHILDREN}/quality/weight")]
    by_label = {"by": "trainee", "cases": {True: 0, False: 0}}
    assert said({"inputs/trainee": {"kind": "flag"}, f"{CHILDREN}/quality/weight": by_label}) == [
        ("PS521", f"{CHILDREN}/quality/weight")
    ]


def test_a_weight_of_0_that_a_fallback_table_replaces_is_let_pass(said):
    """It counts when the other is missing."""
    table = {"when-missing": ["speed"], "weights": {"quality": 100}}
    aggregation = {"kind": "weighted-mean", "missing": {"kind": "fallback-weights", "tables": [table]}}
    assert (
        said({"score/aggregation": aggregation, f"{CHILDREN}/quality/weight": 0, f"{CHILDREN}/speed/weight": 100}) == []
    )


def test_a_coverage_that_allows_nothing_to_be_missing_is_told(said):
    """Of 60 and 40 the lighter may be missing at a coverage of 60, and nothing may at 61."""
    weights = {f"{CHILDREN}/quality/weight": 60, f"{CHILDREN}/speed/weight": 40}
    assert said({"score/aggregation": mean(60), **weights}) == []
    assert said({"score/aggregation": mean(61), **weights}) == [("PS522", "score/aggregation/missing/coverage")]
