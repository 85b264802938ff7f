"""Measurements that are scored."""

from __future__ import annotations

import pickle

import pytest

import perfscheme as ps
from evidence.conftest import scheme
from tables.desk import SCHEME

ROWS = {"who": ["ann", "bob", "ann"], "n": [10, None, 30], "at": [None] * 3, "then": [None] * 3}


def test_cards_carry_their_evidence() -> None:
    """And say it where they say the value; it comes through pickling."""
    made = scheme({"x": {"kind": "mean", "of": "n", "decimals": 1}})
    board = made.measure({"t": ROWS}).score({"other": [50, 50]})
    assert board.subjects == ("ann", "bob")
    card = board.card(0)
    assert card["x"].value == 20
    assert card.evidence["x"].count == 2
    assert "mean of 2 t" in card.explain("en")
    assert "2 条t的平均" in card.explain("zh")
    assert pickle.loads(pickle.dumps(card)).evidence == card.evidence
    assert pickle.loads(pickle.dumps(board)).card(0) == card
    assert "1 left out (nothing stands there)" in board.card(1).explain()
    assert made.score({"x": 20, "other": 50}).evidence == {}


def test_what_was_not_measured_must_be_handed_in() -> None:
    """A measurement does not invent it."""
    with pytest.raises(ps.InputError, match="other"):
        scheme({"x": {"kind": "count"}}).measure({"t": ROWS}).score()


def test_what_was_measured_is_not_handed_in_as_well() -> None:
    """The other figure was dropped without a word."""
    measured = scheme({"x": {"kind": "count"}}).measure({"t": ROWS})
    with pytest.raises(ps.InputError, match="PS340"):
        measured.score({"other": [50, 50], "x": [1, 2]})


def test_a_scheme_without_evidence_measures_nothing() -> None:
    """It says what to write."""
    with pytest.raises(ps.InputError, match="PS649"):
        ps.loads(SCHEME[: SCHEME.index("evidence:")]).measure({})
