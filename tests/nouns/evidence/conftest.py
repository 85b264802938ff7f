"""A small piece of evidence, as a file writes it, with a part exchanged."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import perfscheme as ps
from perfscheme.diagnostics import Diagnostic

WHOLE = """
perfscheme: 1
scheme: t
inputs: {level: {kind: label, labels: [open, solved]}}
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: zero}
  children:
    response: {unit: hours, curve: {kind: linear, points: {0: 100, 100: 0}}}
    complaint-rate: {unit: percent, range: [0, 100], curve: {kind: linear, points: {0: 100, 100: 0}}}
    rating: {unit: points, range: [1, 5], curve: {kind: linear, points: {1: 0, 5: 100}}}
rules:
  - {kind: cap, at-most: 80, when: {input: level, is: open, if-missing: holds}}
evidence:
  tables:
    tickets:
      subject: engineer
      zone: Asia/Shanghai
      period: answered
      id: ticket
      columns:
        ticket: text
        engineer: text
        reported: time
        answered: {kind: time, zone: UTC}
        satisfaction: {kind: number, unit: points, range: [1, 5]}
        talk: {kind: duration, unit: minutes}
        status: {kind: text, labels: [open, solved]}
        urgent: flag
      leave-out:
        - {name: early, when: {column: answered, below: reported}}
  calendars:
    office: {zone: Asia/Shanghai, week: {monday: ["09:00-12:00"]}}
  measures:
    response: {kind: mean, table: tickets, of: {from: reported, to: answered, calendar: office}, decimals: 2}
    complaint-rate: {kind: ratio, of: bad, to: all, decimals: 2}
    bad: {kind: count, table: tickets, where: {column: satisfaction, at-most: 2}}
    all: {kind: count, table: tickets}
    rating: {kind: median, table: tickets, of: satisfaction}
    level: {kind: only, table: tickets, of: status}
"""

PANEL = """
perfscheme: 1
scheme: t
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: zero}
  children:
    teamwork: {unit: points, range: [0, 100], curve: as-is}
evidence:
  tables:
    ratings:
      subject: who
      columns: {who: text, rater: text, relation: text, item: text, score: {kind: number, range: [1, 5]}}
  panels:
    quality:
      table: ratings
      rater: rater
      relation: relation
      item: item
      score: score
      relations:
        peer: {weight: 30, minimum: 3, below: {merge: customer}}
        customer: {weight: 20, minimum: 3, below: drop}
        boss: {weight: 50, minimum: 1, below: withhold}
      items: {helps: teamwork}
      average: {trimmed-mean: "12.5"}
      scale: [0, 100]
      decimals: 2
      leniency: 5
"""


@pytest.fixture
def found() -> Callable[..., list[Diagnostic]]:
    """What is found when a piece of the text, which stands in it, is exchanged for another."""

    def look(old: str = "", new: str = "") -> list[Diagnostic]:
        assert old in WHOLE
        return ps.checks(WHOLE.replace(old, new, 1))

    return look


@pytest.fixture
def whole_panel() -> str:
    """A scheme whose only input comes from a panel, as a file writes it."""
    return PANEL
