"""Curves as they are told: another formula, the same points."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import perfscheme
from perfscheme.formula.narration import narrate
from perfscheme.formula.nodes import Piecewise
from perfscheme.scheme.curves import told_curve
from perfscheme.testing import records, schemes

PLAN = """
perfscheme: 1
scheme: s
score:
  aggregation: {{kind: weighted-mean, weights: equal, missing: refuse}}
  children: {{a: {{unit: points, range: [1, 5], better: higher, thresholds: {{target: 4}}, curve: {curve}}}}}
"""


@given(st.data())
def test_what_is_told_has_the_points_that_were_computed(data: st.DataObject) -> None:
    """For any scheme and record."""
    scheme = data.draw(schemes())
    card = scheme.score(data.draw(records(scheme)))
    for stated in scheme.statement.nodes.values():
        if stated.value is not None:
            curve, run, _ = told_curve(card, stated)
            if curve is not stated.raw:
                assert run(curve) == card.exact(stated.raw)


def test_a_rating_lies_between_the_ends_of_its_scale() -> None:
    """It was `25 × 4.2 − 25`."""
    scheme = perfscheme.loads(PLAN.format(curve="{kind: rating, from: [1, 5], to: [0, 100]}"))
    curve, run, _ = told_curve(scheme.score({"a": "4.2"}), scheme.statement.nodes["a"])
    assert narrate(curve, run) == "4.2 lies between 1 (0) and 5 (100): (4.2 − 1) × 100/4 = 80"


def test_a_line_from_zero_stays_a_product() -> None:
    """What is simple already is left."""
    scheme = perfscheme.loads(PLAN.format(curve="{kind: formula, formula: 20 * x}"))
    curve, *_ = told_curve(scheme.score({"a": 3}), scheme.statement.nodes["a"])
    assert not isinstance(curve, Piecewise)
