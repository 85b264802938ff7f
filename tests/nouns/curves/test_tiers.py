"""Flat points for each band."""

import pytest

from perfscheme.formula.exact import Undefined
from perfscheme.formula.nodes import Input, State
from perfscheme.nouns.curves.curves import Tier, Tiers

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
    assert points(Tiers({60: 60, 80: 80, 90: 100}, otherwise=20), share, better="higher") == expected


def test_oracle_flat_rates(points):
    """Oracle Incentive Compensation: 5,000 -> 1 %, 15,000 -> 2 %, 60,000 -> 3 %."""
    rates = Tiers({0: 1, "10000": 2, "50000": 3, "100000": 4}, otherwise=0)
    assert [points(rates, sales, better="higher") for sales in (5000, 15000, 60000)] == [1, 2, 3]


def test_clinical_tiers_rise_and_fall(points):
    """Respiration in NEWS: up to 8 scores 3, to 11 1, to 20 0, to 24 2, above 3."""
    news = Tiers({8: 3, 11: 1, 20: 0, 24: 2}, otherwise=3, edge="at-most")
    assert [points(news, rate) for rate in (8, 9, 12, 20, 21, 25)] == [3, 1, 0, 0, 2, 3]


def test_a_level_per_person(points):
    """A threshold from an input moves the edge, which still belongs to the better side."""
    curve = Tiers({"floor": 60, "target": 100}, otherwise=0)
    person = {"floor": 50, "target": Input("goal")}
    given = {"goal": 80}
    assert [points(curve, x, person, better="higher", given=given) for x in (80, "79.9", 50, 49)] == [100, 60, 60, 0]
    assert points(curve, 80, person, better="higher", given={"goal": State.MISSING}) is State.MISSING


def test_no_tiers_and_tiers_twice(refused):
    """An empty table and a level twice cannot be made."""
    assert refused(lambda: Tiers({}, otherwise=0)) == [("PS136", ("tiers",))]
    assert refused(lambda: Tiers([(1, 1), (1, 2)], otherwise=0)) == [("PS137", ("tiers", 1))]


def test_an_edge_needs_a_better_side(problems):
    """Without a direction, or with points that rise and fall, the edge has to be written."""
    assert problems(HOURS) == [("PS141", ())]
    assert problems(Tiers({1: 5, 2: 3, 3: 5}, otherwise=0), better="higher") == [("PS160", ("tiers",))]
    assert problems(Tiers({1: 5, 2: 3, 3: 5}, otherwise=0, edge="at-least")) == []


BILIRUBIN = Tiers([Tier(1, below=2), Tier(2, to=3)], otherwise=3)


@pytest.mark.parametrize(("x", "expected"), [("1.99", 1), (2, 2), (3, 2), ("3.01", 3)])
def test_both_ends_of_a_band_may_be_inside_it(points, x, expected):
    """Bilirubin in Child-Pugh, counted downwards or upwards, either end first."""
    upwards = [Tier(2, from_=2), Tier(3, above=3)]
    for curve in (
        BILIRUBIN,
        Tiers(BILIRUBIN.tiers[::-1], otherwise=3),
        Tiers(upwards, otherwise=1),
        Tiers(upwards[::-1], otherwise=1),
    ):
        assert points(curve, x) == expected


@pytest.mark.parametrize(("x", "expected"), [(-1, 5), (0, 0), ("0.1", 1), (99, 1), (100, 2)])
def test_a_single_value_may_be_a_band(points, x, expected):
    """No pulse at all, in the Apgar score."""
    assert points(Tiers([Tier(0, from_=0), Tier(1, above=0), Tier(2, from_=100)], otherwise=5), x) == expected
    assert points(Tiers([Tier(5, below=0), Tier(0, to=0), Tier(1, below=100)], otherwise=2), x) == expected


def test_tiers_that_cover_every_value_need_no_rest(points, problems):
    """It is proved from the valid range, whichever way the tiers go."""
    assert points(Tiers([Tier(1, from_=0), Tier(3, above=3)]), 0, low=0) == 1
    assert points(Tiers([Tier(1, below=3), Tier(3, to=9)]), 9, high=9) == 3
    assert points(Tiers([Tier(1, from_=0)]), 7, low=0) == 1
    assert points(Tiers([Tier(1, from_=0)]), State.MISSING, low=0) is State.MISSING
    assert problems(Tiers([Tier(1, from_=0), Tier(3, above=3)])) == [("PS192", ("tiers", 0))]
    assert problems(Tiers([Tier(1, above=0), Tier(3, above=3)]), low=0) == [("PS192", ("tiers", 0))]
    assert problems(Tiers([Tier(1, below=3), Tier(3, below=9)]), high=9) == [("PS192", ("tiers", 1))]


def test_a_rest_that_no_value_reaches(problems):
    """A warning: somebody thought of values that cannot come."""
    assert problems(Tiers([Tier(1, from_=0), Tier(3, above=3)], otherwise=7), low=0) == [("PS193", ())]
    assert problems(Tiers([Tier(1, below=3), Tier(3, to=9)], otherwise=7), high=9) == [("PS193", ())]


def test_edges_per_person(points, problems):
    """Names of thresholds; where they stand in no order for a person, there are no points."""
    curve = Tiers([Tier(60, from_="floor"), Tier(100, above="target")], otherwise=0)
    person = {"floor": 50, "target": Input("goal")}
    given = {"goal": 80}
    assert [points(curve, x, person, given=given) for x in (49, 50, 80, "80.1")] == [0, 60, 60, 100]
    turned = Tiers(curve.tiers[::-1], otherwise=0)
    assert points(turned, 81, person, given=given, better="higher") == 100
    assert points(curve, 50, person, given={"goal": 50}) == 60
    assert points(curve, "50.1", person, given={"goal": 50}) == 100
    with pytest.raises(Undefined):
        points(curve, 50, person, given={"goal": 49})
    lower = Tiers([Tier(100, below="target"), Tier(60, to="floor")], otherwise=0)
    swift = {"floor": 50, "target": Input("goal")}
    assert [points(lower, x, swift, given={"goal": 20}) for x in (19, 20, 50, 51)] == [100, 60, 60, 0]
    assert problems(curve, {"floor": 50}) == [("PS128", ("tiers", 1, "above"))]


@pytest.mark.parametrize(
    ("tiers", "at"),
    [
        ([Tier(1, from_=0), Tier(2, from_=0)], 1), ([Tier(1, above=0), Tier(2, from_=0), Tier(3, from_=9)], 1),
        ([Tier(1, from_=0), Tier(2, from_=5), Tier(3, from_=4), Tier(3, from_=9)], 2),
        ([Tier(1, from_=9), Tier(2, from_=5), Tier(3, from_=6), Tier(3, from_=0)], 2),
        ([Tier(1, to=1), Tier(2, below=1), Tier(3, to=2)], 1),
    ],
)  # fmt: skip
def test_tiers_out_of_order(problems, tiers, at):
    """The first one that is astray is told."""
    assert problems(Tiers(tiers, otherwise=0)) == [("PS190", ("tiers", at, tiers[at].side))]


def test_tiers_that_cannot_be_made(refused):
    """No edge, several, both sorts, an edge beside them, levels without a rest."""
    assert refused(lambda: Tier(1)) == [("PS194", ())]
    assert refused(lambda: Tier(1, from_=1, below=3)) == [("PS195", ("below",))]
    assert refused(lambda: Tiers([Tier(1, from_=1), Tier(2, to=3)], otherwise=0)) == [("PS188", ("tiers", 1, "to"))]
    assert refused(lambda: Tiers([Tier(1, from_=1)], otherwise=0, edge="at-least")) == [("PS189", ("edge",))]
    assert refused(lambda: Tiers({1: 1})) == [("PS191", ("otherwise",))]
