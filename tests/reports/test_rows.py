"""Which rows of a table are meant, in words."""

from __future__ import annotations

import pytest

from perfscheme.diagnostics import Text
from perfscheme.nouns.evidence.amounts import Between, Stage, Stages
from perfscheme.nouns.evidence.columns import DurationColumn, FlagColumn, NumberColumn, TextColumn, TimeColumn
from perfscheme.nouns.evidence.conditions import (
    AllOfRow,
    AnyOfRow,
    ColumnIs,
    ColumnMissing,
    NotThatRow,
    RowCondition,
)
from perfscheme.nouns.evidence.tables import LeaveOut, Table
from perfscheme.reports.rows import Rows
from perfscheme.scheme.layout import closed

COLUMNS = (TextColumn("status"), NumberColumn("score", unit="points"), TimeColumn("reported"), TimeColumn("answered"),
           DurationColumn("talk", unit="minutes"), FlagColumn("major"), TextColumn("who"))  # fmt: skip
EARLY = LeaveOut(Text(zh="先响应后报告", en="answered before reported"), ColumnIs("answered", below="reported"))
TABLE = Table("tickets", name=Text(zh="工单", en="tickets"), subject="who", columns=COLUMNS, leave_out=(EARLY,))
SOLVED = ColumnIs("status", is_="solved")


@pytest.mark.parametrize(
    ("condition", "zh", "en"),
    [
        (SOLVED, "“status”为“solved”", "“status” is “solved”"),
        (ColumnIs("status", is_any=["a", "b"]), "“status”为“a”或“b”", "“status” is “a” or “b”"),
        (ColumnIs("major", is_=True), "“major”为“是”", "“major” is “yes”"),
        (ColumnIs("score", at_least=4), "“score”不低于 4 分", "“score” is at least 4 points"),
        (ColumnIs("talk", above=1), "“talk”高于 1 分钟", "“talk” is above 1 min"),
        (ColumnIs("answered", below="reported"), "“answered”早于“reported”", "“answered” is before “reported”"),
        (ColumnMissing("score"), "“score”为空", "“score” is empty"),
        (NotThatRow(SOLVED), "并非“status”为“solved”", "it is not so that “status” is “solved”"),
        (
            ColumnIs("score", equals=1, if_missing="fails"),
            "“score”等于 1 分（缺失视为不成立）",
            "“score” equals 1 point (a gap counts as no)",
        ),
        (
            AllOfRow((SOLVED, AnyOfRow((ColumnMissing("score"), ColumnIs("score", above=2))))),
            "“status”为“solved”，且（“score”为空或“score”高于 2 分）",
            "“status” is “solved” and (“score” is empty or “score” is above 2 points)",
        ),
    ],
)
def test_a_condition_is_a_clause(condition: RowCondition, zh: str, en: str) -> None:
    """With the columns as the table names them; times are before and after, not below and above."""
    assert closed(Rows(TABLE, "zh").condition(condition)) == zh
    assert Rows(TABLE, "en").condition(condition) == en


def test_rows_are_those_of_which_something_holds() -> None:
    """A condition of several parts stands in brackets, so that nobody takes its end for something else."""
    assert Rows(TABLE, "en").those(None) == "tickets"
    assert closed(Rows(TABLE, "zh").those(SOLVED)) == "“status”为“solved”的工单"
    either = AnyOfRow((SOLVED, ColumnMissing("score")))
    assert Rows(TABLE, "en").those(either) == "tickets where (“status” is “solved” or “score” is empty)"


def test_an_amount_is_a_column_a_time_or_stages() -> None:
    """Working time names its calendar, a stage itself."""
    waiting = Between("reported", "answered", calendar="office")
    both = Stages((Stage("wait", waiting, name=Text(zh="等待", en="waiting")), Stage("talk", "talk")))
    said = Rows(TABLE, "en").amount(both)
    assert said == (
        "the sum of all stages, where none is missing (waiting: the working time from “reported” to “answered” "
        "(calendar “office”); “talk”: “talk”)"
    )
    assert Rows(TABLE, "zh").amount(Between("reported", "answered")) == "“reported”至“answered”所用时间"


def test_what_is_left_out_has_its_reason() -> None:
    """What the table leaves out everywhere first."""
    own = LeaveOut("no score", ColumnMissing("score"))
    assert [*Rows(TABLE, "en").left_out((own,))] == [
        "answered before reported: “answered” is before “reported”",
        "no score: “score” is empty",
    ]


def test_a_column_with_a_name_is_called_by_it() -> None:
    """In the language of the page; so a plan that is signed need not say `reported`."""
    columns = (TextColumn("who"), TimeColumn("reported", name=Text(zh="提出时间", en="time of report")))
    table = Table("tickets", subject="who", columns=columns)
    assert Rows(table, "zh").condition(ColumnMissing("reported")) == "“提出时间”为空"
    assert Rows(table, "en").condition(ColumnMissing("reported")) == "“time of report” is empty"
