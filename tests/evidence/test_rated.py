"""Panels within a measurement."""

from __future__ import annotations

import copy
import itertools
import pickle
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
    assert "Too few raters answered for a value" in " ".join(board.card(1).explain().split())
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


ROUNDS = TEXT.replace("scheme: t\n", "scheme: t\nperiod: quarter\n").replace(
    "subject: who\n      columns: {",
    "subject: who\n      period: rated\n      zone: UTC\n      columns: {rated: time, ",
    1,
)
DAYS = ["2026-01-01", "2026-01-31", "2026-03-01", "2026-03-30", "2026-04-30"]
SPANS = [None, "2025", "2026", "2026-H1", "2026-Q1", "2026-Q2", "2026-03", "2026-04", *itertools.combinations(DAYS, 2)]


def test_an_attacker_who_measures_every_period() -> None:
    """Three rate in one quarter and one in the next: half a year, the four months or all rows less the quarter would
    be the fourth. What is told is told of quarters, and each score of those below the minimum may be any.
    """
    scheme, told = ps.loads(ROUNDS), {}
    dates = ["2026-01-20", "2026-02-20", "2026-03-20", "2026-04-20"]
    for scores in itertools.product((1, 3, 5), repeat=4):
        ratings = [row | {"rated": date} for row, date in zip(rows(*scores), dates)]
        everything = []
        for span in SPANS:
            found = scheme.measure({"ratings": ratings, "tickets": {"who": ["li"]}}, period=span)
            trail = found.evidence("li")["teamwork"]
            assert (trail.count > 0) == (span == "2026-Q1")
            everything.append((repr(found["li"]), repr(trail), found.problems))
        told.setdefault(repr(everything), []).append(scores)
    for tables in told.values():
        assert {table[3] for table in tables} == {1, 3, 5}
        assert len(set(tables[0][:3])) == 1 or all(len({table[i] for table in tables}) > 1 for i in range(3))


def test_ratings_are_told_for_whole_periods_of_the_plan() -> None:
    """Else the value is missing and says which to ask for; all that is no rating is measured as asked."""
    scheme = ps.loads(ROUNDS)
    ratings = [row | {"rated": "2026-04-20"} for row in rows(5, 4, 4)]
    given = {"ratings": ratings, "tickets": {"who": ["li"]}}
    for span in ("2026-Q2", ("2026-04-01", "2026-06-30")):
        found = scheme.measure(given, period=span)
        assert (found["li"]["teamwork"], found.problems) == (Decimal("83.33"), ())
    for span, example in ((None, "2026-Q1"), ("2026-05", "2026-Q2"), ("2025", "2025-Q1")):
        found = scheme.measure(given, period=span)
        assert dict(found["li"]) == {"tickets": Decimal(1), "teamwork": None}
        (problem,) = found.problems
        assert (problem.table, problem.diagnostic.code) == ("ratings", "PS662")
        assert found.evidence("li")["teamwork"].lacking == problem.diagnostic
        assert problem.line().endswith(f"ask for a period such as {example}.")


def test_rows_are_checked_where_no_rating_is_told() -> None:
    """And what stands where a score should is not quoted there either."""
    found = ps.loads(ROUNDS).measure({"ratings": [row | {"rated": "2026-04-20"} for row in rows(5, 4321)]})
    assert [x.diagnostic.code for x in found.problems if x.table == "ratings"] == ["PS662", "PS692"]
    assert "4321" not in "".join(x.line() for x in found.problems)


def test_ratings_without_a_period_column_are_one_round() -> None:
    """They are in every period, so that two periods differ by none of them."""
    given = {"ratings": rows(5, 4, 4), "tickets": {"who": ["li"]}}
    for text in (TEXT, TEXT.replace("scheme: t\n", "scheme: t\nperiod: quarter\n")):
        told = {repr(ps.loads(text).measure(given, period=span).evidence("li")) for span in SPANS}
        assert len(told) == 1


def test_what_is_stored_has_no_ratings() -> None:
    """A pickle of what was measured, or of a board, is the same whatever those said who are not told."""
    stored = []
    for secret in (1, 2, 5):
        ratings = rows(5, 4, 4) + rows(secret, 3, who="wu")
        found = ps.loads(TEXT).measure({"ratings": ratings, "tickets": {"who": ["li", "wu"]}})
        board = found.score()
        again = copy.deepcopy(found)
        assert again.evidence("li") == found.evidence("li")
        stored.append([pickle.dumps(each) for each in (found, again, board)])
    assert stored[0] == stored[1] == stored[2]


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


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["li", "wu", "an"]), st.sampled_from(["x", "y", "z"]), st.integers(1, 5)), max_size=24
    ),
    st.sets(st.sampled_from(["li", "wu", "an", "nobody"]), min_size=1),
    st.integers(1, 3),
)
def test_what_is_said_of_somebody_does_not_depend_on_who_else_is_asked_for(
    given_: list[tuple[str, str, int]], asked: set[str], parts: int
) -> None:
    """How lenient a rater is shows in all that he said; and of those who are not asked for nothing is told."""
    made = ps.loads(TEXT.replace("decimals: 2\n", "decimals: 2\n      leniency: 2\n"))
    data = [{"who": who, "rater": x, "relation": "boss", "item": "helps", "score": score} for who, x, score in given_]
    whole = made.measure({"ratings": data, "tickets": []})
    measuring = made.measuring(subjects=sorted(asked))
    for part in range(parts):
        measuring.add("ratings", data[part * len(data) // parts : (part + 1) * len(data) // parts])
    some = made.measured(measuring)
    assert set(some) == asked
    for who in asked & set(whole):
        assert some.evidence(who)["teamwork"] == whole.evidence(who)["teamwork"]
        assert some[who]["teamwork"] == whole[who]["teamwork"]
    of_them = {row for row, (who, _, _) in enumerate(given_) if who in asked}
    told = [problem for problem in whole.problems if problem.row in of_them]
    assert [problem for problem in some.problems if problem.row is not None] == told
