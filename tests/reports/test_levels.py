"""Levels that are not the same for everybody: by which label, and curves in their names."""

from __future__ import annotations

from fractions import Fraction

from perfscheme import Scheme
from perfscheme.formula.words import exactly
from perfscheme.reading import loads
from perfscheme.reports.levels import bands_by_name, label_of_levels, levels_for
from perfscheme.scheme.statement import NodeStatement

PLAN = """\
perfscheme: 1
scheme: s
inputs:
  role: {kind: label, labels: [junior, lead]}
  own: {kind: number, unit: count, range: [10, 40]}
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: refuse}
  children: {a: {unit: count, better: lower, THRESHOLDS, CURVE}}
"""
TIERS = "curve: {kind: tiers, tiers: {target: 100, floor: 60}, otherwise: 0}"
BY_ROLE = "thresholds: {by: role, cases: {junior: {target: 5, floor: 9}, lead: {target: 2, floor: 6}}}"
OWN = "thresholds: {target: 5, floor: {input: own}}"


def plan(thresholds: str, curve: str = TIERS) -> tuple[Scheme, NodeStatement]:
    scheme = loads(PLAN.replace("THRESHOLDS", thresholds).replace("CURVE", curve))
    return scheme, scheme.statement.nodes["a"]


def test_a_label_decides_levels() -> None:
    """One label, and figures for each."""
    _, stated = plan(BY_ROLE)
    label = label_of_levels(stated)
    assert label is not None
    assert label.key == "role"
    assert levels_for(stated, "lead") == {"target": 2, "floor": 6}
    assert levels_for(stated) == {}


def test_a_level_of_ones_own_is_decided_by_no_label() -> None:
    """What is fixed is so for everybody."""
    _, stated = plan(OWN)
    assert label_of_levels(stated) is None
    assert levels_for(stated) == {"target": 5}


def test_bands_are_named_by_levels_in_their_order() -> None:
    """Where lower is better the target comes first; so with a level of one's own as by a label."""
    for thresholds in (BY_ROLE, OWN):
        found = bands_by_name(*plan(thresholds), "en", exactly)
        assert found is not None
        assert [(band.where, band.gives) for band in found] == [
            ("up to target", "100"),
            ("above target to floor", "60"),
            ("above floor", "0"),
        ]


def test_what_depends_on_where_the_levels_lie_has_no_names() -> None:
    """A place of its own, points that follow from the distance, levels that are the same for all."""
    for curve in (
        "curve: {kind: tiers, tiers: {target: 100, 7: 80, floor: 60}, otherwise: 0}",
        "curve: {kind: ratio, form: target-over-actual, when-zero: 100}",
    ):
        assert bands_by_name(*plan(BY_ROLE, curve), "en", exactly) is None
    assert bands_by_name(*plan("thresholds: {target: 5, floor: 9}"), "en", exactly) is None


def test_ends_of_valid_values_are_no_levels() -> None:
    """They are said as they are."""
    text = PLAN.replace("unit: count, better: lower", "unit: count, range: [0, 50], better: lower")
    curve = "curve: {kind: linear, points: {target: 100, floor: 60}, above: extend}"
    scheme = loads(text.replace("THRESHOLDS", BY_ROLE).replace("CURVE", curve))
    assert bands_by_name(scheme, scheme.statement.nodes["a"], "en", exactly) is None  # what 50 gives depends on them
    level = loads(text.replace("THRESHOLDS", BY_ROLE).replace("CURVE", TIERS))
    found = bands_by_name(level, level.statement.nodes["a"], "en", exactly)
    assert found is not None
    assert found[-1].slope == Fraction(0)
