"""What is handed in, in words."""

from __future__ import annotations

import pytest

from perfscheme.diagnostics import Text
from perfscheme.nouns.evidence.columns import DurationColumn, FlagColumn, NumberColumn, TextColumn, TimeColumn
from perfscheme.nouns.evidence.conditions import ColumnMissing
from perfscheme.nouns.evidence.tables import LeaveOut, Table
from perfscheme.reading import gallery, load, loads
from perfscheme.reports.documents import Bullets, Facts, Heading
from perfscheme.reports.documents import Table as Drawn
from perfscheme.reports.scoring import Wordings
from perfscheme.reports.tables import table_blocks, values_read, within

PLAN = """\
perfscheme: 1
scheme: s
score: {aggregation: {kind: sum, missing: zero}, children: {a: {unit: count, curve: as-is}}}
"""
COLUMNS = (
    TextColumn("who"), TextColumn("state", labels=("open", "solved")), NumberColumn("n", unit="points", range=(1, 5)),
    TimeColumn("at"), TimeColumn("then", zone="UTC"), FlagColumn("major"), DurationColumn("talk", unit="minutes"),
    DurationColumn("walk"),
)  # fmt: skip


def test_every_column_says_what_stands_there_and_what_for() -> None:
    """Whose row, which period, the row's name; the rest has no use of its own."""
    table = Table("tickets", name=Text(en="calls"), subject="who", period="at", zone="UTC", columns=COLUMNS,
                  leave_out=(LeaveOut("no n", ColumnMissing("n")),))  # fmt: skip
    heading, facts, drawn, rules = table_blocks(table, [], [Text(en="HR")], Wordings(loads(PLAN), "en"))
    assert heading == Heading("calls (tickets)", 3)
    assert facts == Facts((("Responsible", "HR"), ("Belongs to a period", "by “at”"), ("Times without a zone", "UTC")))
    assert isinstance(drawn, Drawn)
    assert drawn.rows == (
        ("who", "text", "whose row it is"),
        ("state", "open or solved", ""),
        ("n", "points, 1 to 5", ""),
        ("at", "time", "to which period it belongs"),
        ("then", "time (UTC)", ""),
        ("major", "yes or no", ""),
        ("talk", "length of time (min)", ""),
        ("walk", "length of time", ""),
    )
    assert rules == Bullets(("Listed, and not measured: no n: “n” is empty.",))


def test_a_table_of_ratings_says_who_rates_whom() -> None:
    """Once, although two panels read it."""
    plan = load(gallery()["weighted"])
    assert plan.evidence is not None
    table = plan.evidence.table("ratings")
    drawn = next(
        block
        for block in table_blocks(table, list(plan.evidence.panels), [], Wordings(plan, "zh"))
        if isinstance(block, Drawn)
    )
    assert {row[0]: row[-1] for row in drawn.rows} == {
        "engineer": "被考核人", "rater": "评价人", "relation": "评价人属于哪一方", "item": "评价项目",
        "rated": "归入哪一周期", "score": "评分",
    }  # fmt: skip
    assert values_read(plan.evidence, "ratings") == ["communication", "analysis", "soundness", "teamwork"]


@pytest.mark.parametrize(
    ("ends", "said"),
    [(None, "h"), ((None, None), "h"), ((1, None), "h, from 1"), ((None, 2), "h, up to 2"), ((1, 2), "h, 1 to 2")],
)
def test_numbers_go_from_here_to_there(ends: tuple[int | None, int | None] | None, said: str) -> None:
    """Or only to one side."""
    assert within("h", NumberColumn("n", range=ends).range, Wordings(loads(PLAN), "en")) == said
