"""Evidence: tables, calendars and measures, and each of their keys, said in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from perfscheme.diagnostics.language import Text
from perfscheme.nouns.evidence.amounts import Between, Stage, Stages
from perfscheme.nouns.evidence.calendars import Calendar, DayOfWeek, SpecialDay
from perfscheme.nouns.evidence.columns import DurationColumn, FlagColumn, NumberColumn, TextColumn, TimeColumn
from perfscheme.nouns.evidence.conditions import AllOfRow, AnyOfRow, ColumnIs, ColumnMissing, NotThatRow
from perfscheme.nouns.evidence.evidence import Evidence
from perfscheme.nouns.evidence.measures import (
    Count,
    Distinct,
    Largest,
    Latest,
    Mean,
    Median,
    Only,
    Percentile,
    Ratio,
    Share,
    ShareOfSubjects,
    Smallest,
    Sum,
)
from perfscheme.nouns.evidence.tables import LeaveOut, Table
from perfscheme.reference.sayings import Saying

_COLUMN = Text(zh="列名，与数据表中一致。", en="Its name in the table.")
_RANGE = Text(
    zh="可能的最小值和最大值；超出者列出且不计入。例：`[1, 5]`。",
    en="What is possible; a row outside is listed and not measured. Example: `[1, 5]`.",
)
_ROWS: Mapping[str, Text] = {
    "measure": Text(
        zh="它给出的输入项；或供比率引用的名称。", en="The input that it gives, or a name by which a ratio calls it."
    ),
    "table": Text(zh="统计哪张表的行。", en="Whose rows are measured."),
    "where": Text(
        zh="只统计符合此条件的行。例：`{column: status, is: solved}`。",
        en="Only rows of which this holds. Example: `{column: status, is: solved}`.",
    ),
    "leave-out": Text(
        zh="只在此处列出但不计入统计的行，各写名称和条件；整张表都不计入的行写在表上。",
        en="Rows that are listed and not measured here, each with a name and a condition; other measures take them.",
    ),
    "at-least": Text(
        zh="至少要有这么多行；不足时该值缺失，得分单写明原因。",
        en="So many rows there must be; with fewer the value is missing, and the card says why.",
    ),
    "decimals": Text(
        zh="结果保留几位小数（四舍五入，只舍入一次）；不写则保持精确。",
        en="How many decimals the figure keeps, rounded half-up once; without it the figure is exact.",
    ),
}
_AMOUNT = Text(
    zh="统计什么：数值列或时长列的名称，或两个时间之间的时长。例：`{from: reported, to: answered}`。",
    en=(
        "What is measured: a column of numbers or durations, or the time between two columns. "
        "Example: `{from: reported, to: answered}`."
    ),
)
_VALUE = Text(zh="取哪一列的值。", en="The column whose value it is.")


def _rows(zh: str, en: str, about_zh: str, about_en: str, **keys: Text) -> Saying:
    return Saying(Text(zh=zh, en=en), Text(zh=about_zh, en=about_en), {**_ROWS, **keys})


NOUNS: Mapping[type[Any], Saying] = MappingProxyType({
    Evidence: Saying(
        Text(zh="数据依据", en="Evidence"),
        Text(zh="输入项的值如何由原始数据表统计而来。", en="How the values of inputs come from tables."),
        {
            "tables": Text(zh="数据表，按名称书写。", en="The tables that are handed in, by name."),
            "calendars": Text(zh="工作日历，按名称书写。", en="Working weeks, by name."),
            "panels": Text(
                zh="评价小组（360°），按名称书写。", en="Several raters of one subject (360°), by name."
            ),
            "measures": Text(
                zh="统计口径，按所给出的输入项书写。例：`response-time: {kind: mean, …}`。",
                en="How values are counted, by the input that each gives. Example: `response-time: {kind: mean, …}`.",
            ),
        },
    ),
    Table: Saying(
        Text(zh="数据表", en="Table"),
        Text(zh="一张原始数据表：一行是一张工单、一次评价或一名人员。", en="One row for each event or person."),
        {
            "table": Text(zh="表名。", en="Its name."),
            "subject": Text(zh="哪一列写明该行属于谁。", en="The column that says whose row it is."),
            "columns": Text(
                zh="要读取的列及其类型。例：`{engineer: text, reported: time}`。",
                en="The columns that are read, and what they hold. Example: `{engineer: text, reported: time}`.",
            ),
            "period": Text(
                zh="按哪一列时间判断是否属于考核周期；不写则全部行都算。写明时，评分只按方案的完整周期给出。",
                en="The time column by which a row belongs to a period; without it all rows count. With it "
                "ratings are told for whole periods of the scheme.",
            ),
            "id": Text(zh="用哪一列称呼一行，如工单号。", en="The column that names a row in lists."),
            "zone": Text(
                zh="不带时区的时间按哪个时区的钟表理解。例：`Asia/Shanghai`。",
                en="Where clocks show the times that come without a zone. Example: `Asia/Shanghai`.",
            ),
            "leave-out": Text(
                zh="列出但不计入统计的行，各写名称和条件。",
                en="Rows that are listed and not measured, each with a name and a condition.",
            ),
        },
    ),
    LeaveOut: Saying(
        Text(zh="不计入的行", en="Rows left out"),
        Text(zh="列出但不计入统计的行。", en="Rows that are listed and not measured."),
        {"when": Text(zh="哪些行。例：`{column: answered, below: reported}`。",
                      en="Which rows. Example: `{column: answered, below: reported}`.")},
    ),
    TextColumn: Saying(
        Text(zh="文字列", en="Words"),
        Text(zh="姓名、编号、状态等文字。", en="Names, numbers of tickets, states."),
        {
            "column": _COLUMN,
            "labels": Text(zh="只可能出现的几个词；不写则任意。", en="The only words that may stand there."),
        },
    ),
    NumberColumn: Saying(
        Text(zh="数值列", en="Numbers"),
        Text(zh="数值。", en="Numbers."),
        {"column": _COLUMN, "unit": Text(zh="数值的单位。", en="The unit of the numbers."), "range": _RANGE},
    ),
    TimeColumn: Saying(
        Text(zh="时间列", en="Points in time"),
        Text(zh="时刻。", en="Points in time."),
        {
            "column": _COLUMN,
            "zone": Text(
                zh="不带时区的时间按哪个时区的钟表理解；不写则用表的时区。",
                en="Where clocks show the times that come without a zone; without it the table's.",
            ),
        },
    ),
    FlagColumn: Saying(
        Text(zh="是否列", en="True or false"),
        Text(zh="是或否：true、false。", en="True or false."),
        {"column": _COLUMN},
    ),
    DurationColumn: Saying(
        Text(zh="时长列", en="Durations"),
        Text(zh="时长，如 0:02:23，或带单位的数。", en="Lengths of time: 0:02:23, or numbers in a unit."),
        {
            "column": _COLUMN,
            "unit": Text(
                zh="写成数时、以及作除数时的单位。",
                en="The unit of plain numbers, and in which a ratio divides by it.",
            ),
            "range": _RANGE,
        },
    ),
    ColumnIs: Saying(
        Text(zh="列的比较", en="A column compared"),
        Text(
            zh="某列与一个数、另一列或若干词相比；没有值可比的行不计入，除非写明 if-missing。",
            en="A column compared with a figure, another column or words; a row with nothing to compare is left out.",
        ),
        {
            "column": Text(zh="列名。", en="Its name."),
            "is": Text(zh="必须是这个词，或 true、false。", en="The word that it must be, or true or false."),
            "is-any": Text(zh="必须是这些词之一。", en="The words of which it must be one."),
            "at-least": Text(zh="不低于这个数，或另一列。", en="At least this figure, or another column."),
            "above": Text(zh="高于这个数，或另一列。", en="More than this figure, or another column."),
            "at-most": Text(zh="不高于这个数，或另一列。", en="At most this figure, or another column."),
            "below": Text(zh="低于这个数，或另一列。", en="Less than this figure, or another column."),
            "equals": Text(zh="等于这个数，或另一列。", en="Exactly this figure, or another column."),
            "if-missing": Text(
                zh="没有值可比时条件是否成立；不写则该行不计入。",
                en="What holds where there is nothing to compare; without it the row is left out.",
            ),
        },
    ),
    ColumnMissing: Saying(
        Text(zh="没有值", en="Nothing there"),
        Text(zh="某列没有值。", en="Nothing stands in a column."),
        {"missing": Text(zh="列名。", en="The column.")},
    ),
    AllOfRow: Saying(
        Text(zh="全部成立", en="All of"),
        Text(zh="所列条件全部成立。", en="Every one of the conditions holds."),
        {"all": Text(zh="各条件。", en="The conditions.")},
    ),
    AnyOfRow: Saying(
        Text(zh="任一成立", en="Any of"),
        Text(zh="所列条件至少一个成立。", en="At least one of the conditions holds."),
        {"any": Text(zh="各条件。", en="The conditions.")},
    ),
    NotThatRow: Saying(
        Text(zh="不成立", en="Not"),
        Text(zh="所写条件不成立。", en="The condition does not hold."),
        {"not": Text(zh="条件。", en="The condition.")},
    ),
    Calendar: Saying(
        Text(zh="工作日历", en="Calendar"),
        Text(zh="一周的工作时间及例外日期。", en="A working week with its exceptions."),
        {
            "calendar": Text(zh="日历名称。", en="Its name."),
            "zone": Text(zh="按哪个时区的钟表。例：`Asia/Shanghai`。", en="The time zone. Example: `Asia/Shanghai`."),
            "week": Text(
                zh='星期几的工作时段；不写的日子休息。例：`{monday: ["09:00-12:00", "13:00-18:00"]}`。',
                en='Working hours by day; others are free. Example: `{monday: ["09:00-12:00", "13:00-18:00"]}`.',
            ),
            "holidays": Text(zh='节假日。例：`["2026-10-01"]`。', en='Free days. Example: `["2026-10-01"]`.'),
            "days": Text(
                zh='工作时段与平日不同的日子，如调休上班日。例：`{"2026-10-10": ["09:00-18:00"]}`。',
                en='Days with other hours. Example: `{"2026-10-10": ["09:00-18:00"]}`.',
            ),
        },
    ),
    DayOfWeek: Saying(
        Text(zh="星期几", en="A day of the week"),
        Text(zh="这一天的工作时段。", en="Its working hours."),
        {"day": Text(zh="星期几。", en="Which day."), "hours": Text(zh="工作时段。", en="From when to when.")},
    ),
    SpecialDay: Saying(
        Text(zh="特别的一天", en="A single day"),
        Text(zh="这一天的工作时段。", en="Its working hours."),
        {"date": Text(zh="日期。", en="Which day."), "hours": Text(zh="工作时段。", en="From when to when.")},
    ),
    Between: Saying(
        Text(zh="两个时间之间", en="Time between"),
        Text(zh="同一行中从一列时间到另一列时间的时长。", en="The time from one column to another of the same row."),
        {
            "from": Text(zh="起点时间列。", en="Where it begins."),
            "to": Text(zh="终点时间列。", en="Where it ends."),
            "calendar": Text(
                zh="按哪个日历只计工作时间；不写则每小时都计。",
                en="The calendar whose working time counts; without it every hour does.",
            ),
        },
    ),
    Stages: Saying(
        Text(zh="各阶段之和", en="Sum of stages"),
        Text(zh="各阶段时长之和；各阶段的平均也一并给出。", en="The sum of stages; the mean of each is told, too."),
        {"stages": Text(zh="各阶段，按标识书写。例：`{receiving: {from: reported, to: taken}}`。",
                        en="By id. Example: `{receiving: {from: reported, to: taken}}`.")},
    ),
    Stage: Saying(
        Text(zh="阶段", en="Stage"),
        Text(zh="前后相接的阶段之一。", en="One stage of several."),
        {
            "stage": Text(zh="阶段标识。", en="Its id."),
            "of": Text(zh="时长列，或两个时间之间。", en="A column of durations, or the time between two columns."),
        },
    ),
    Count: _rows("计数", "Count", "有多少行。", "How many rows there are."),
    Sum: _rows("求和", "Sum", "各行之和；没有行时为 0。", "The amounts added up; of no rows 0.", of=_AMOUNT),
    Mean: _rows("平均", "Mean", "各行的平均。", "The mean of the rows.", of=Text(
        zh="统计什么：列名，两个时间之间，或各阶段之和。例：`{from: reported, to: answered}`。",
        en="A column, the time between two columns, or a sum of stages. Example: `{from: reported, to: answered}`.",
    )),
    Median: _rows("中位数", "Median", "居中的值；偶数行时取中间两个的平均。",
                  "The middle; of an even number of rows the mean of the middle two.", of=_AMOUNT),
    Percentile: _rows(
        "百分位数", "Percentile", "百分之几的行不超过的值。", "What so many percent of the rows do not exceed.",
        of=_AMOUNT,
        percent=Text(zh="百分之几，0 到 100。", en="How many percent, 0 to 100."),
        method=Text(zh="按哪种定义取值；没有默认。", en="By which definition; there is no default."),
    ),
    Smallest: _rows("最小值", "Minimum", "各行中最小的。", "The least of the rows.", of=_AMOUNT),
    Largest: _rows("最大值", "Maximum", "各行中最大的。", "The greatest of the rows.", of=_AMOUNT),
    Share: _rows("占比", "Share", "符合某条件的行所占的比例。", "The share of the rows of which a condition holds.",
                 of=Text(zh="条件。例：`{column: satisfaction, at-least: 4}`。",
                         en="The condition. Example: `{column: satisfaction, at-least: 4}`.")),
    Ratio: Saying(
        Text(zh="比率", en="Ratio"),
        Text(zh="一个统计口径除以另一个；除数为 0 时缺失。", en="One measure divided by another; by 0 it is missing."),
        {
            "measure": _ROWS["measure"],
            "of": Text(zh="被除的统计口径。例：`complaints`。", en="The measure on top. Example: `complaints`."),
            "to": Text(zh="作为除数的统计口径。例：`customers`。", en="The measure below. Example: `customers`."),
            "at-least": Text(zh="除数至少为此；不足时缺失。", en="So much the divisor must be; below it is missing."),
            "decimals": _ROWS["decimals"],
        },
    ),
    Distinct: _rows("去重计数", "Distinct", "某列有多少个不同的值。", "How many different values a column holds.",
                    of=Text(zh="列名。例：`customer`。", en="The column. Example: `customer`.")),
    Latest: _rows(
        "最近一次", "Latest", "时间最晚一行的值；同一时刻有两个不同的值时为缺失。",
        "The value of the latest row; two of one time that differ are a fault.", of=_VALUE,
        by=Text(zh="按哪一列时间判断先后。", en="The time column that tells which is the latest."),
    ),
    Only: _rows(
        "唯一值", "Only", "每人只应有一行的表中的值；有两个不同的值时为缺失。",
        "The value of the one row that each subject has; two that differ are a fault.", of=_VALUE,
    ),
    ShareOfSubjects: _rows(
        "人员占比", "Share of subjects", "某列不同的人中符合条件者的比例，如团队中高级工程师的占比。",
        "Of the different people in a column the share of whom a condition holds: of a team those at senior level.",
        of=Text(zh="数哪一列的不同值。例：`engineer`。", en="The column that is counted. Example: `engineer`."),
        having=Text(
            zh="条件；此人有一行符合即可。例：`{column: level, is: senior}`。",
            en="The condition; one row is enough. Example: `{column: level, is: senior}`.",
        ),
    ),
})  # fmt: skip
