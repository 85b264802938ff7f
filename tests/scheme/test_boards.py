"""Boards: a batch scores as its records do; that it always does is law 2, in tests/laws."""

from __future__ import annotations

import copy
import math
import pickle
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

import perfscheme
from perfscheme import Dimension, Indicator, Scheme
from perfscheme.diagnostics import InputError, UnknownNameError
from perfscheme.nouns.aggregations.aggregations import SumOfPoints
from perfscheme.nouns.curves.curves import AsIs
from perfscheme.nouns.missing import Refuse

WIDE = """
perfscheme: 1
scheme: wide
score:
  aggregation: {kind: sum, missing: {kind: refuse}}
  children:
    n:
      unit: count
      range: [0, 100000000000000000]
      better: higher
      curve: {kind: tiers, tiers: {9007199254740993: 100}, otherwise: 0}
"""
OPEN = """
perfscheme: 1
scheme: open
score:
  aggregation: {kind: sum, missing: {kind: refuse}}
  children:
    n: {unit: currency, curve: {kind: as-is}}
"""


def batch(record: Mapping[str, Any], **columns: list[Any]) -> dict[str, list[Any]]:
    """The record over and over, but for these columns."""
    rows = len(next(iter(columns.values())))
    named = {key.replace("_", "-"): column for key, column in columns.items()}
    return {key: named.get(key, [value] * rows) for key, value in record.items()}


def test_a_worker_can_send_a_board_back(five: Scheme, engineer: dict[str, Any]) -> None:
    """With its cards, its problems, and arrays that stay as they are."""
    board = five.score_many([engineer, {**engineer, "satisfaction": "95%"}], subjects=["a", "b"])
    for again in (pickle.loads(pickle.dumps(board)), copy.deepcopy(board)):
        np.testing.assert_array_equal(again.total, board.total)
        assert [*again] == [*board]
        assert again.problems == board.problems
        assert again.grade.tolist() == board.grade.tolist()
        assert not again.total.flags.writeable


def test_rows_score_as_records_do(five: Scheme, engineer: dict[str, Any]) -> None:
    """Total, grade, coefficient and points, of good rows, absences and faults."""
    board = five.score_many(batch(engineer, satisfaction=[93.5, 100, None, "95%"], major_complaints=[0, 2, 0, 0]))
    card = five.score(engineer)
    assert card.total is not None
    assert board.total[0] == float(card.total)
    assert board.grade.tolist() == [card.grade, "C", board.card(2).grade, None]
    assert board.coefficient[0] == 1.0
    assert math.isnan(board.coefficient[3])
    assert board.grade_index[3] == -1
    assert board.points("satisfaction")[[0, 1]].tolist() == [float(card["satisfaction"].points or 0), 100.0]
    assert np.isnan(board.points("satisfaction")[2:]).all()


def test_faults_are_told_by_row_and_field(five: Scheme, engineer: dict[str, Any]) -> None:
    """With whose row it is; the row has no score, and a card that says why."""
    data = batch(engineer, satisfaction=[90, "95%", 101], teamwork=[4, 6, 4])
    board = five.score_many(data, subjects=["ann", "bob", "cy"])
    assert [(p.row, p.subject, p.field, p.diagnostic.code) for p in board.problems] == [
        (1, "bob", "satisfaction", "PS102"),
        (1, "bob", "teamwork", "PS107"),
        (2, "cy", "satisfaction", "PS107"),
    ]
    assert board.bad_rows == (1, 2)
    assert board.card(1).total is None
    assert board.problems[2].line("zh").startswith("2.cy.satisfaction: 错误[PS107] 101 高于")
    (alone,) = five.score_many(batch(engineer, satisfaction=["95%"])).problems
    assert alone.line().startswith("0.satisfaction: error[PS102] ")


@pytest.mark.parametrize("strange", [None, "ann", 7, [1, 2]])
def test_what_is_no_record_is_one_problem(strange: Any, five: Scheme, engineer: dict[str, Any]) -> None:
    """Of its row, not of every input that it does not have; the others are scored."""
    board = five.score_many([engineer, strange, engineer])
    assert [(p.row, p.field, p.diagnostic.code) for p in board.problems] == [(1, None, "PS315")]
    assert board.total[2] == board.total[0] > 0
    assert board.bad_rows == (1,)
    card = board.card(1)
    assert (card.total, [x.code for x in card.problems]) == (None, ["PS315"])
    assert card.to_dict()["total"] is None
    assert "PS315" not in card.explain()
    assert len(card.explain().splitlines()) > 3


def test_a_row_without_a_score_says_why(five: Scheme, engineer: dict[str, Any]) -> None:
    """Too little is there, which is no fault of a field."""
    board = five.score_many(batch(engineer, satisfaction=[None], handling_efficiency=[None], teamwork=[None]))
    assert [(p.row, p.field) for p in board.problems] == [(0, None)]
    assert board.bad_rows == ()


def test_results_cannot_be_changed(five: Scheme, engineer: dict[str, Any]) -> None:
    """A total that somebody overwrote would no longer be that of its row."""
    board = five.score_many([engineer])
    for array in (board.total, board.grade_index, board.grade, board.coefficient):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_a_board_is_a_sequence_of_cards(five: Scheme, engineer: dict[str, Any]) -> None:
    """Counted from either end, sliced and walked through."""
    board = five.score_many(batch(engineer, teamwork=[1, 3, 5]))
    assert len(board) == 3
    assert board[-1].total == board.card(2).total == five.score({**engineer, "teamwork": 5}).total
    assert [card.total for card in board[1:]] == [card.total for card in list(board)[1:]]
    with pytest.raises(IndexError):
        board.card(3)


def test_a_card_of_a_row_knows_its_subject(five: Scheme, engineer: dict[str, Any]) -> None:
    """As the host named it."""
    assert five.score_many([engineer], subjects=["ann"]).card(0).subject == "ann"


def test_unknown_parts(five: Scheme, engineer: dict[str, Any]) -> None:
    """Are told with the nearest that there is."""
    with pytest.raises(UnknownNameError, match="teamwork"):
        five.score_many([engineer]).points("teamwrok")


def test_columns_that_do_not_fit(five: Scheme, engineer: dict[str, Any]) -> None:
    """One that is not there, one of another length, subjects of another number."""
    data = batch(engineer, teamwork=[1, 2])
    with pytest.raises(InputError, match="quality"):
        five.score_many({key: column for key, column in data.items() if key != "quality"})
    with pytest.raises(InputError):
        five.score_many({**data, "quality": ["良好"]})
    with pytest.raises(InputError):
        five.score_many(data, subjects=["ann"])


@pytest.mark.parametrize("rows", [[], {"n": []}, {"n": np.array([])}])
def test_no_rows(rows: Any) -> None:
    """Are no error."""
    board = perfscheme.loads(OPEN).score_many(rows)
    assert len(board) == 0
    assert board.problems == ()


def test_whole_numbers_that_no_float_is() -> None:
    """Reach an edge at 2 ** 53 + 1 in a batch as they do alone."""
    scheme, values = perfscheme.loads(WIDE), [2**53, 2**53 + 1, 2**53 + 2]
    assert [scheme.score({"n": value}).total for value in values] == [0, 100, 100]
    for data in ({"n": values}, {"n": np.array(values)}, [{"n": value} for value in values]):
        assert scheme.score_many(data).total.tolist() == [0, 100, 100]


def test_numbers_beyond_all_floats() -> None:
    """Cost no other row its score; their total is beyond all floats too."""
    board = perfscheme.loads(OPEN).score_many({"n": [1, 10**350, -(10**350), "1e-350"]})
    assert board.total.tolist() == [1.0, math.inf, -math.inf, 0.0]


def test_rows_that_arrays_cannot_decide_are_counted() -> None:
    """A third is no decimal, and no float stands for it."""
    board = perfscheme.loads(OPEN).score_many({"n": [1.5, 2.5, Fraction(1, 3)]})
    assert board.recomputed == 1
    assert board.total.tolist() == [1.5, 2.5, 1 / 3]


def test_repr(five: Scheme, engineer: dict[str, Any]) -> None:
    """Says what it is a board of."""
    assert repr(five.score_many([engineer])) == "<Scoreboard complaint-engineer-weighted rows=1>"


@pytest.mark.parametrize("ends", [(0, 10**400), (-(10**400), 5)])
def test_a_range_may_end_beyond_all_floats(ends: tuple[int, int]) -> None:
    """Such an end was made a float of."""
    indicator = Indicator("n", unit="points", range=ends, curve=AsIs())
    scheme = Scheme("far", Dimension(children=[indicator], aggregation=SumOfPoints(missing=Refuse())))
    assert scheme.score_many({"n": np.array([1.5, -2.5])}).total[0] == 1.5


def test_a_total_beyond_all_floats_is_told() -> None:
    """It stood in the array as infinite without a word."""
    board = perfscheme.loads(OPEN).score_many([{"n": 10**309}, {"n": -(10**309)}, {"n": 1}])
    assert board.total.tolist() == [math.inf, -math.inf, 1.0]
    assert [(problem.row, problem.diagnostic.code) for problem in board.problems] == [(0, "PS319"), (1, "PS319")]
    assert board.card(0).total == 10**309
