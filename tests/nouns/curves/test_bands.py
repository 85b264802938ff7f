"""Tiers with an edge each, held against a search by hand."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Const, Input
from perfscheme.nouns.curves.bands import Tier, banded
from perfscheme.nouns.setting import Setting

HOLDS = {
    "from_": lambda x, edge: x >= edge,
    "above": lambda x, edge: x > edge,
    "to": lambda x, edge: x <= edge,
    "below": lambda x, edge: x < edge,
}


@st.composite
def tables(draw):
    """Edges in ascending order, the wider of two at one place on the outer side; sides all of one way."""
    wide, narrow = draw(st.sampled_from([("from_", "above"), ("to", "below")]))
    order = [wide, narrow] if wide == "from_" else [narrow, wide]
    spots = draw(st.sets(st.tuples(st.integers(-4, 4), st.sampled_from([0, 1])), min_size=1, max_size=5))
    return [(order[side], Fraction(place), Fraction(draw(st.integers(-9, 9)))) for place, side in sorted(spots)]


@given(tables(), st.booleans(), st.integers(-10, 10).map(lambda n: Fraction(n, 2)))
def test_the_nearest_edge_that_is_reached_decides(table, turned, x):
    """Fixed or per person, lowest or highest first."""
    found = table if table[0][0] in ("to", "below") else table[::-1]
    expected = next((points for side, edge, points in found if HOLDS[side](x, edge)), Fraction(99))
    tiers = [Tier(points, **{side: edge}) for side, edge, points in table]
    setting = Setting({}, [])
    fixed = banded(Input("x"), tiers[::-1] if turned else tiers, Fraction(99), setting)
    assert setting.problems == []
    assert Evaluation({"x": x})(fixed) == expected
    named = [Tier(points, **{side: f"edge-{i}"}) for i, (side, _, points) in enumerate(table)]
    person = {f"edge-{i}": Input(f"edge-{i}") for i in range(len(table))}
    moved = banded(Input("x"), named, Fraction(99), Setting({}, [], thresholds=person))
    values = {f"edge-{i}": edge for i, (_, edge, _) in enumerate(table)}
    assert Evaluation({"x": x, **values})(moved) == expected


def test_a_threshold_that_is_fixed_is_an_edge_like_any_other():
    """Its order is checked when the scheme is built."""
    setting = Setting({}, [], thresholds={"target": Const(Fraction(80))})
    banded(Input("x"), [Tier(1, from_="target"), Tier(2, from_=70), Tier(3, from_=90)], Fraction(0), setting)
    assert [(found.code, found.path, found.facts) for found in setting.problems] == [
        ("PS190", ("tiers", 1, "from"), {"first": "from: target", "second": "from: 70"})
    ]
