"""What stands behind the values of a scorecard, as tables."""

from __future__ import annotations

import pytest

from perfscheme.diagnostics import Language
from perfscheme.reading import loads
from perfscheme.reports.counts import evidence_blocks
from perfscheme.reports.documents import Paragraph, Table

PLAN = """\
perfscheme: 1
scheme: measured
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: {kind: renormalise, coverage: 0}}
  children:
    response: {name: {zh: 响应时间, en: Response}, unit: hours, better: lower,
               curve: {kind: linear, points: {0: 100, 48: 0}}}
    care: {name: {zh: 用心, en: Care}, unit: points, range: [1, 5], better: higher,
           curve: {kind: rating, from: [1, 5], to: [0, 100]}}
evidence:
  tables:
    tickets:
      name: {zh: 工单, en: tickets}
      subject: engineer
      columns: {engineer: text, hours: {kind: duration, unit: hours}, wrong: flag}
      leave-out: [{name: {zh: 先答复后报告, en: answered before reported}, when: {column: wrong, is: true}}]
    ratings:
      subject: engineer
      columns: {engineer: text, rater: text, relation: text, question: text,
                score: {kind: number, range: [1, 5]}}
  measures:
    response: {kind: mean, table: tickets, of: hours, decimals: 2}
  panels:
    colleagues:
      table: ratings
      rater: rater
      relation: relation
      item: question
      score: score
      average: mean
      decimals: 2
      relations:
        peer: {weight: 1, minimum: 3, below: drop, name: {zh: 同事, en: Colleagues}}
      items: {care: care}
"""
TICKETS = {"engineer": ["E1"] * 3, "hours": [6, 8, 1], "wrong": [False, False, True]}


def blocks(raters: int, lang: Language) -> list[object]:
    scores = [5, 4, 3, 4, 5, 3, 4, 2][:raters]
    ratings = {
        "engineer": ["E1"] * raters, "rater": [f"R{i}" for i in range(raters)], "relation": ["peer"] * raters,
        "question": ["care"] * raters, "score": scores,
    }  # fmt: skip
    card = loads(PLAN).measure({"tickets": TICKETS, "ratings": ratings}).score().card(0)
    return list(evidence_blocks(card, lang))


@pytest.mark.parametrize(
    ("lang", "counted"),
    [("en", "mean of 2 tickets, 1 left out (answered before reported)"),
     ("zh", "2 条工单的平均，1 条不计入（先答复后报告）")],
)  # fmt: skip
def test_each_value_says_how_it_was_counted(lang: Language, counted: str) -> None:
    """With its unit, under the name of its indicator."""
    table = blocks(4, lang)[1]
    assert isinstance(table, Table)
    assert table.rows[0][2] == counted
    assert table.rows[0][1] == {"en": "7 h", "zh": "7 小时"}[lang]


def test_how_far_raters_agree_is_shown_only_where_it_is_told() -> None:
    """Of four raters, where three are the minimum, no spread is told, and so no table of it; of eight it is."""
    assert len(blocks(4, "en")) == 2
    _, _, table, said = blocks(8, "en")
    assert isinstance(table, Table)
    assert isinstance(said, Paragraph)
    assert table.head == ("Datum", "Raters", "How many", "Score", "Spread", "Agreement")
    assert table.rows[0][:4] == ("Care", "Colleagues", "8", "3.75")


def test_nothing_is_said_of_values_that_were_handed_in() -> None:
    """A card of a record has no evidence."""
    assert list(evidence_blocks(loads(PLAN).score({"response": 7, "care": 4}), "en")) == []
