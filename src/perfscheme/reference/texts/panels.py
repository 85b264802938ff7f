"""Panels: each of their keys, said in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from perfscheme.diagnostics.language import Text
from perfscheme.nouns.evidence.panels import LabelScore, Leniency, Merge, Panel, PanelItem, Relation, TrimmedMean
from perfscheme.reference.sayings import Saying

NOUNS: Mapping[type[Any], Saying] = MappingProxyType({
    Panel: Saying(
        Text(zh="评价小组", en="Panel"),
        Text(zh="多名评价人按关系对一人评分（360°）；人数不足的一组不透露评分。",
             en="Several raters of one subject, by relation (360°); what groups too small say is not told."),
        {
            "panel": Text(zh="名称。", en="Its name."),
            "table": Text(zh="评分表：每行是一名评价人对一人一题的评分。",
                          en="The table of ratings: a row for each rater and item of a subject."),
            "rater": Text(zh="写明评价人的列。", en="The column that says who rated."),
            "relation": Text(zh="写明评价人与被评人关系的列。", en="The column that says in which relation."),
            "item": Text(zh="写明题目的列。", en="The column that says what was asked."),
            "score": Text(zh="评分列：有范围的数字列，或文字列。",
                          en="The column of scores: numbers with a range, or words."),
            "relations": Text(zh="可评价的关系及其权重。例：`{peer: {weight: 30, minimum: 3, below: drop}}`。",
                              en="Who may rate. Example: `{peer: {weight: 30, minimum: 3, below: drop}}`."),
            "items": Text(zh="各题给出哪个输入项。例：`{helps: teamwork}`。",
                          en="The input that each item gives. Example: `{helps: teamwork}`."),
            "average": Text(zh="一组评价人的评分如何合为一个；只计答了该题的人。例：`{trimmed-mean: 10}`。",
                            en="How the raters of a group who answered an item become one score. "
                            "Example: `{trimmed-mean: 10}`."),
            "decimals": Text(zh="结果保留几位小数（四舍五入，只舍入一次）。",
                             en="How many decimals values keep, rounded half-up once."),
            "self": Text(zh="自评属于哪种关系；不写则自评不计入。",
                         en="The relation of self-assessments; without it they are left out."),
            "scale": Text(zh="把评分列的范围线性换算到此量表。例：`[0, 100]`。",
                          en="The scale to which the range of the column is stretched. Example: `[0, 100]`."),
            "labels": Text(zh="文字评价各值多少分。例：`{良好: 80}`。",
                           en="What each word is worth. Example: `{good: 80}`."),
            "leniency": Text(zh="另给出剔除不匿名评价人宽严后的值，不代替原值；须有这么多评分才调整某人。",
                             en="Also tell values without what raters who are not anonymous are lenient or strict, "
                             "of those with so many scores; never instead of the value."),
        },
    ),
    Relation: Saying(
        Text(zh="评价关系", en="Relation"),
        Text(zh="与被评人有同一关系的评价人。", en="Those who stand to the subject in one relation."),
        {
            "relation": Text(zh="表中所写的词。", en="The word of the table."),
            "weight": Text(zh="权重，相对于计入的其他关系。", en="Its share, in relation to the others that count."),
            "minimum": Text(zh="至少有这么多人答了该题才透露；1 表示不匿名，匿名须 3 或更多。",
                            en="So many must have answered an item; 1: they are not anonymous, else 3 or more."),
            "below": Text(zh="人数不足时如何处理。例：`{merge: customer}` 并入另一种关系。",
                          en="What becomes of fewer. Example: `{merge: customer}` counts them there."),
        },
    ),
    Merge: Saying(
        Text(zh="并入", en="Merge"),
        Text(zh="连同权重并入另一种关系。", en="Counted in another relation, with the weight."),
        {"merge": Text(zh="并入哪种关系。", en="The other relation.")},
    ),
    PanelItem: Saying(
        Text(zh="题目", en="Item"),
        Text(zh="题目及其给出的输入项。", en="What was asked, and the input that it gives."),
        {"item": Text(zh="表中所写的词。", en="The word of the table."), "input": Text(zh="输入项。", en="The input.")},
    ),
    LabelScore: Saying(
        Text(zh="文字的分值", en="Score of a word"),
        Text(zh="一个词值多少分。", en="What a word is worth."),
        {"label": Text(zh="词。", en="The word."), "score": Text(zh="分值。", en="What it is worth.")},
    ),
    TrimmedMean: Saying(
        Text(zh="截尾平均", en="Trimmed mean"),
        Text(zh="两端各去掉一部分评价人后的平均。", en="The mean without some raters at either end."),
        {"trimmed-mean": Text(zh="两端各去掉百分之几的人，向下取整为人数。",
                              en="How many percent of the raters at either end, rounded down to whole raters.")},
    ),
    Leniency: Saying(
        Text(zh="宽严调整", en="Leniency"),
        Text(zh="评价人的评分平均高出同题全体多少。", en="How far a rater's scores lie above those of all."),
        {"at-least": Text(zh="须有这么多评分才调整。", en="So many scores a rater must have.")},
    ),
})  # fmt: skip
