"""Reckonings: each kind of measure has one, and it says what the naive way says."""

from __future__ import annotations

from typing import get_args

from perfscheme.evidence.reckonings import RECKONINGS
from perfscheme.nouns.evidence.measures import Measure, Ratio


def test_every_measure_of_rows_has_its_reckoning() -> None:
    """What they say is held to the naive way in tests/evidence/test_measuring.py."""
    assert {*RECKONINGS} == {*get_args(Measure)} - {Ratio}
