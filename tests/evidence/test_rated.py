"""Panels within a measurement."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

import perfscheme as ps
from perfscheme.diagnostics import UnknownNameError

TEXT = """
perfscheme: 1
scheme: t
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: {kind: renormalise, coverage: 50}}
  children:
    teamwork: {unit: points, range: [0, 100], curve: as-is}
    tickets: {unit: count, curve: {kind: linear, points: {0: 0, 10: 100}}}
evidence:
  tables:
    ratings:
      subject: who
      columns: {who: text, rater: text, relation: text, item: text, score: {kind: number, range: [1, 5]}}
    tickets: {subject: who, columns: {who: text}}
  measures: {tickets: {kind: count, table: tickets}}
  panels:
    quality:
      table: ratings
      rater: rater
      relation: relation
      item: item
      score: score
      relations: {peer: {weight: 1, minimum: 3, below: withhold}, boss: {weight: 1, minimum: 1, below: drop}}
      items: {helps: teamwork}
      average: mean
      scale: [0, 100]
      decimals: 2
"""


def rows(*scores: int, who: str = "li") -> list[dict[str, Any]]:
    return [
        {"who": who, "rater": f"r{i}", "relation": "peer", "item": "helps", "score": x} for i, x in enumerate(scores)
    ]


def test_a_rule_of_the_table_leaves_ratings_out() -> None:
    """As it does rows of a measure; without its column nobody knows which they are, and no value is told."""
    rule = "leave-out: [{name: trial run, when: {column: rater, is: r3}}]"
    made = ps.loads(TEXT.replace("subject: who\n", f"subject: who\n      {rule}\n", 1))
    tickets = {"who": ["li"]}
    found = made.measure({"ratings": rows(5, 4, 4, 1), "tickets": tickets}).evidence("li")["teamwork"]
    assert found.say() == "peer 83.33 (3), boss too few to be told"
    text = TEXT.replace("subject: who\n", f"subject: who\n      {rule.replace('rater, is: r3', 'run, is: trial')}\n", 1)
    made = ps.loads(text.replace("rater: text", "rater: text, run: text"))
    found = made.measure({"ratings": rows(5, 4, 4), "tickets": tickets}).evidence("li")["teamwork"]
    assert (found.figure, found.say()) == (None, "ratings was handed in without run.")


def test_panels_and_measures_make_one_record() -> None:
    """With what stands behind each; too few raters leave the value missing, and the card says why."""
    ratings = rows(5, 4, 4) + rows(1, 5, who="wu")
    found = ps.loads(TEXT).measure({"ratings": ratings, "tickets": {"who": ["li", "wu"]}})
    assert dict(found["li"]) == {"tickets": Decimal(1), "teamwork": Decimal("83.33")}
    assert found["wu"]["teamwork"] is None
    assert found.evidence("li")["teamwork"].say() == "peer 83.33 (3), boss too few to be told"
    board = found.score()
    assert "peer 83.33 (3)" in board.card(0).explain()
    assert "Too few raters answered helps" in " ".join(board.card(1).explain().split())
    assert found.problems == ()


def test_a_stored_card_has_what_may_be_told() -> None:
    """Groups with their counts; of a group that is too small its name only."""
    ratings = rows(5, 4, 4) + rows(1, 5, who="wu")
    board = ps.loads(TEXT).measure({"ratings": ratings, "tickets": {"who": ["li", "wu"]}}).score()
    told, withheld = (board.card(i).to_dict()["evidence"]["teamwork"] for i in range(2))
    assert (told["kind"], told["figure"], told["count"], told["lacking"]) == ("panel", "83.33", 3, None)
    peers = {
        "relations": ["peer"], "value": "83.33", "raters": 3, "weight": "1", "spread": None, "agreement": None,
        "adjusted": None,
    }  # fmt: skip
    assert told["panel"] == {"groups": [peers], "dropped": ["boss"], "adjusted": None}
    assert (withheld["figure"], withheld["count"], withheld["panel"]["groups"]) == (None, 0, [])
    assert withheld["lacking"] is not None


def test_single_ratings_are_not_listed() -> None:
    """And their rows are not kept."""
    found = ps.loads(TEXT).measure({"ratings": rows(5, 4, 4), "tickets": {"who": ["li"]}})
    with pytest.raises(UnknownNameError, match="PS668"):
        found.rows("li", "teamwork")
    assert len(found.rows("li", "tickets")) == 1


@pytest.mark.parametrize("tables", [{}, {"ratings": {"who": ["li"]}}, {"ratings": {"rater": ["x"]}}])
def test_what_is_not_handed_in(tables: dict[str, Any]) -> None:
    """A table or a column that is lacking is told, and leaves all values missing."""
    scheme = ps.loads(TEXT)
    found = scheme.measure(tables | {"tickets": {"who": ["li"]}})
    assert found["li"]["teamwork"] is None
    lacking = found.evidence("li")["teamwork"].lacking
    assert lacking is not None
    assert lacking.code == ("PS656" if tables else "PS659")
    assert found.problems


def test_those_who_rate_twice_are_told_by_row() -> None:
    """In the order of the table, whichever way the rows come in."""
    measuring = ps.loads(TEXT).measuring()
    measuring.add("ratings", rows(5, 4, 4))
    measuring.add("ratings", rows(1))
    found = ps.loads(TEXT).measured(measuring)
    assert [(x.row, x.diagnostic.code) for x in found.problems] == [(3, "PS699")]
    assert found["li"]["teamwork"] is None


def test_only_those_asked_for() -> None:
    """Others are in no figure."""
    ratings = rows(5, 4, 4) + rows(1, 5, 5, who="wu")
    found = ps.loads(TEXT).measure({"ratings": ratings, "tickets": {"who": []}}, subjects=["wu", "zhao"])
    assert [found[who]["teamwork"] for who in found] == [Decimal("66.67"), None]
