"""A help desk: a scheme that counts two of its three inputs from tickets, and the tickets."""

from __future__ import annotations

SCHEME = """\
perfscheme: 1
scheme: desk
rounding: {places: 2, mode: half-up, before-grading: true}
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: {kind: renormalise, coverage: 30}}
  children:
    satisfaction: {unit: points, range: [1, 5], better: higher, curve: {kind: linear, points: {1: 0, 5: 100}}}
    response-time: {unit: hours, better: lower, curve: {kind: linear, points: {0: 100, 10: 0}}}
grades: [{grade: A, from: 80}, {grade: B}]
evidence:
  tables:
    tickets:
      name: {zh: 工单, en: tickets}
      subject: agent
      period: reported
      id: ticket
      zone: Asia/Shanghai
      columns:
        ticket: text
        agent: text
        reported: time
        answered: time
        score: {kind: number, unit: points, range: [1, 5]}
      leave-out:
        - {name: {zh: 先答复后报告, en: answered before reported}, when: {column: answered, below: reported}}
  measures:
    satisfaction: {kind: mean, table: tickets, of: score, decimals: 2, at-least: 2}
    response-time: {kind: mean, table: tickets, of: {from: reported, to: answered}, decimals: 2}
"""
"""All inputs are counted."""

TWO = SCHEME.replace(
    "  measures:\n",
    "    surveys: {subject: agent, columns: {agent: text, score: {kind: number, unit: points, range: [1, 5]}}}\n"
    "  measures:\n",
).replace(
    "{kind: mean, table: tickets, of: score, decimals: 2, at-least: 2}",
    "{kind: mean, table: surveys, of: score, decimals: 2}",
)
"""Of two tables."""

PARTLY = SCHEME.replace(
    "    response-time: {unit", "    teamwork: {unit: percent, better: higher, curve: as-is}\n    response-time: {unit"
)
"""One input is not."""

TICKETS = """\
ticket,agent,reported,answered,score,note
1,Ann,2026-01-05 09:00,2026-01-05 10:00,5,
2,Ann,2026-01-06 09:00,2026-01-06 12:00,4,
3,Bo,2026-01-06 09:00,2026-01-06 08:00,3,
4,Bo,2026-04-06 09:00,2026-04-06 11:00,,
"""
WRONG = "5,Cy\n6,Ann,2026-01-07 09:00,2026-01-07 10:00,seven,\n"
