"""What the weights of a plan come to."""

from __future__ import annotations

from fractions import Fraction

from perfscheme.reading import loads
from perfscheme.reports.shares import label_of_weights, share_of_total, shares, weighing_label

PLAN = """\
perfscheme: 1
scheme: s
inputs: {trainee: {kind: flag}}
score:
  aggregation: {kind: weighted-mean, weights: normalised, missing: refuse}
  children:
    a: {weight: WEIGHT, unit: percent, curve: as-is}
    b:
      weight: 1
      aggregation: {kind: weighted-mean, weights: equal, missing: refuse}
      children: {c: {unit: points, curve: as-is}, d: {unit: points, curve: as-is}}
"""
BY_LABEL = "{by: trainee, cases: {true: 1, false: 3}}"


def test_a_share_of_the_total_is_a_product_of_shares() -> None:
    """From the root down."""
    nodes = loads(PLAN.replace("WEIGHT", "3")).statement.nodes
    assert shares(nodes, "score") == (Fraction(3, 4), Fraction(1, 4))
    assert share_of_total(nodes, "c") == Fraction(1, 8)
    assert weighing_label(nodes) is None


def test_shares_that_differ_by_person_are_told_by_label() -> None:
    """None in place of a figure for everybody."""
    nodes = loads(PLAN.replace("WEIGHT", BY_LABEL)).statement.nodes
    assert shares(nodes, "score") is None
    assert share_of_total(nodes, "a") is None
    label = label_of_weights(nodes, "score")
    assert label is not None
    assert label == weighing_label(nodes)
    assert shares(nodes, "score", True) == (Fraction(1, 2), Fraction(1, 2))
    assert share_of_total(nodes, "c", False) == Fraction(1, 8)
