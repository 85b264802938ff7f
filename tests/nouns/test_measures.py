"""The nouns of evidence under one name: whoever composes a scheme finds all of them there."""

from __future__ import annotations

import importlib
import pkgutil

import attrs

import perfscheme as ps
from perfscheme.nouns import evidence

FILE = """\
perfscheme: 1
scheme: desk
score:
  aggregation: {kind: sum, missing: zero}
  children:
    response-time: {unit: hours, curve: {kind: linear, points: {0: 100, 72: 0}}}
evidence:
  tables:
    tickets:
      subject: engineer
      zone: Asia/Shanghai
      columns: {engineer: text, reported: time, answered: time, status: {kind: text, labels: [open, solved]}}
      leave-out: [{name: answered before reported, when: {column: answered, below: reported}}]
  calendars:
    office: {zone: Asia/Shanghai, week: {monday: ["09:00-18:00"]}}
  measures:
    response-time:
      {kind: mean, table: tickets, of: {from: reported, to: answered, calendar: office},
       where: {column: status, is: solved}, at-least: 5, decimals: 2}
"""


def test_evidence_made_in_python_is_that_of_the_file() -> None:
    """With nothing but the face, and it is written as a file again."""
    m = ps.measures
    composed = ps.Scheme(
        "desk",
        ps.Dimension(
            aggregation=ps.aggregations.SumOfPoints(missing=ps.missing.Zero()),
            children=[ps.Indicator("response-time", unit="hours", curve=ps.curves.Linear({0: 100, 72: 0}))],
        ),
        evidence=m.Evidence(
            tables=[
                m.Table(
                    "tickets",
                    subject="engineer",
                    zone="Asia/Shanghai",
                    columns=[
                        m.TextColumn("engineer"),
                        m.TimeColumn("reported"),
                        m.TimeColumn("answered"),
                        m.TextColumn("status", labels=["open", "solved"]),
                    ],
                    leave_out=[m.LeaveOut("answered before reported", m.ColumnIs("answered", below="reported"))],
                )
            ],
            calendars=[m.Calendar("office", zone="Asia/Shanghai", week={"monday": ["09:00-18:00"]})],
            measures=[
                m.Mean(
                    "response-time",
                    table="tickets",
                    of=m.Between("reported", "answered", calendar="office"),
                    where=m.ColumnIs("status", is_="solved"),
                    at_least=5,
                    decimals=2,
                )
            ],
        ),
    )
    assert composed == ps.loads(FILE) == ps.loads(ps.dumps(composed))


def test_no_noun_of_evidence_is_left_out() -> None:
    """A new one must stand on the face as well; what measures share, or what checks names, is no noun of a file."""
    homes = [
        importlib.import_module(f"{evidence.__name__}.{each.name}") for each in pkgutil.iter_modules(evidence.__path__)
    ]
    nouns = {
        name
        for home in homes
        for name, value in vars(home).items()
        if isinstance(value, type) and attrs.has(value) and value.__module__ == home.__name__
    }
    shared = {"RowMeasure", "AmountMeasure", "CellMeasure", "Read", "References", "Ties"}
    assert nouns - shared == set(ps.measures.__all__)
