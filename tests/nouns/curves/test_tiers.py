"""Flat points for each band."""

import pytest

from perfscheme.formula.nodes import Input, State
from perfscheme.nouns.curves import Tiers

HOURS = Tiers({24: 100, 48: 80, 72: 60}, otherwise=0)


def test_a_response_table_where_10_hours_score_100(points):
    """A hand-written engine sorted such a table high to low and gave 60 for 10 h."""
    assert points(HOURS, 10, better="lower") == 100


@pytest.mark.parametrize(("hours", "expected"), [(24, 100), ("24.01", 80), (48, 80), (72, 60), ("72.01", 0)])
def test_an_edge_belongs_to_the_better_band_below(points, hours, expected):
    """Where lower is better, a level is the end of its band."""
    assert points(HOURS, hours, better="lower") == expected


@pytest.mark.parametrize(("share", "expected"), [(90, 100), ("89.99", 80), (60, 60), ("59.99", 20)])
def test_an_edge_belongs_to_the_better_band_above(points, share, expected):
    """Where higher is better, a level is the beginning of its band."""
    assert points(Tiers({60: 60, 80: 80, 90: 100}, 20), share, better="higher") == expected


def test_oracle_flat_rates(points):
    """Oracle Incentive Compensation: 5,000 -> 1 %, 15,000 -> 2 %, 60,000 -> 3 %."""
    rates = Tiers({0: 1, "10000": 2, "50000": 3, "100000": 4}, 0)
    assert [points(rates, sales, better="higher") for sales in (5000, 15000, 60000)] == [1, 2, 3]


def test_clinical_tiers_rise_and_fall(points):
    """Respiration in NEWS: up to 8 scores 3, to 11 1, to 20 0, to 24 2, above 3."""
    news = Tiers({8: 3, 11: 1, 20: 0, 24: 2}, otherwise=3, edge="at-most")
    assert [points(news, rate) for rate in (8, 9, 12, 20, 21, 25)] == [3, 1, 0, 0, 2, 3]


def test_a_level_per_person(points):
    """A threshold from an input moves the edge, which still belongs to the better side."""
    curve = Tiers({"floor": 60, "target": 100}, 0)
    person = {"floor": 50, "target": Input("goal")}
    given = {"goal": 80}
    assert [points(curve, x, person, better="higher", given=given) for x in (80, "79.9", 50, 49)] == [100, 60, 60, 0]
    assert points(curve, 80, person, better="higher", given={"goal": State.MISSING}) is State.MISSING


def test_no_tiers_and_tiers_twice(refused):
    """An empty table and a level twice cannot be made."""
    assert refused(lambda: Tiers({}, 0)) == [("PS136", ("tiers",))]
    assert refused(lambda: Tiers([(1, 1), (1, 2)], 0)) == [("PS137", ("tiers", 1))]


def test_an_edge_needs_a_better_side(problems):
    """Without a direction, or with points that rise and fall, the edge has to be written."""
    assert problems(HOURS) == [("PS141", ())]
    assert problems(Tiers({1: 5, 2: 3, 3: 5}, 0), better="higher") == [("PS160", ("tiers",))]
    assert problems(Tiers({1: 5, 2: 3, 3: 5}, 0, edge="at-least")) == []
