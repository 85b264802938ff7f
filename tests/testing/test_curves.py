"""Random curves."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from perfscheme.nouns.curves.curves import Levels
from perfscheme.nouns.inputs import NumberInput
from perfscheme.nouns.registry import Registry
from perfscheme.nouns.setting import Setting
from perfscheme.testing.curves import Subject, curves
from perfscheme.testing.surroundings import Surroundings

SUBJECT = Subject("points", (Fraction(0), Fraction(100)), (Fraction(0), Fraction(100)), "higher")


def drawn() -> set[type]:
    """The kinds that a few hundred draws bring up."""
    found: set[type] = set()

    @settings(max_examples=400, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(st.data())
    def draw(data: st.DataObject) -> None:
        around = Surroundings((Fraction(0), Fraction(100)))
        curve: Any = data.draw(
            curves(around, data.draw(st.sampled_from((SUBJECT, attrs.evolve(SUBJECT, better=None)))))
        )
        found.add(type(curve))
        problems: list[Any] = []
        inputs = {spec.key: spec for spec in (*around.inputs, NumberInput("value-read", "points", range=SUBJECT.range))}
        setting = Setting(inputs, problems, better=SUBJECT.better, unit="points")
        curve.formula(setting.number("value-read"), setting)
        assert [problem for problem in problems if problem.severity == "error"] == []

    draw()
    return found


def test_every_kind_comes_up_and_can_be_stated() -> None:
    """But for levels, which read a label, and a choice, which needs one."""
    known = {entry.strategy.__name__ for entry in Registry.standard().entries if entry.role == "curve"}
    missed = known - {kind.__name__ for kind in drawn()} - {Levels.__name__, "Choice"}
    assert missed == set()


def test_the_lowest_value_of_a_subject() -> None:
    """As written, else by nature of the unit."""
    assert SUBJECT.low == 0
    assert attrs.evolve(SUBJECT, range=None).low is None
    assert attrs.evolve(SUBJECT, range=None, unit="hours").low == 0
