"""Conditions: each form and each of its keys, said in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from perfscheme.diagnostics.language import Text
from perfscheme.nouns.comparisons import Bound, InputIs, PointsIs, TotalIs
from perfscheme.nouns.conditions import AllOf, AnyOf, CountMet, IsMissing, IsNotApplicable, NotThat, ThresholdMet
from perfscheme.reference.sayings import Saying

NOUNS: Mapping[type[Any], Saying] = MappingProxyType({
    InputIs: Saying(
        Text(zh="条件：输入项", en="Condition on an input"),
        Text(
            zh="比较一个输入项：数字写一种比较，标签写 `is` 或 `is-any`。",
            en="A comparison of an input: one relation for a number, `is` or `is-any` for a label.",
        ),
        {
            "input": Text(zh="输入项的键。例：`incidents`。", en="Key of the input. Example: `incidents`."),
            "is": Text(
                zh="标签等于此词，或是否项等于 true、false。",
                en="The label that it must have, or true or false for a flag.",
            ),
            "is-any": Text(
                zh="标签是其中之一。例：`[junior, senior]`。",
                en="The labels of which it must have one. Example: `[junior, senior]`.",
            ),
        },
    ),
    PointsIs: Saying(
        Text(zh="条件：得分", en="Condition on points"),
        Text(zh="比较一个指标或维度的得分。", en="A comparison of the points of an indicator or dimension."),
        {
            "points": Text(zh="指标或维度的编号。", en="Id of the indicator or dimension."),
        },
    ),
    TotalIs: Saying(
        Text(zh="条件：总分", en="Condition on the total"),
        Text(zh="比较总分；只能用在方案顶层的规则里。", en="A comparison of the total, in rules at the top only."),
        {
            "total": Text(zh="总分满足什么。例：`{below: 60}`。", en="What the total must be. Example: `{below: 60}`."),
        },
    ),
    Bound: Saying(
        Text(zh="比较", en="Comparison"),
        Text(zh="五种比较写一种。", en="Exactly one of the five relations."),
    ),
    ThresholdMet: Saying(
        Text(zh="条件：达到门槛", en="Condition: threshold met"),
        Text(zh="指标的数值达到自己的某个门槛值。", en="An indicator's value is at a threshold of its own, or beyond."),
        {
            "met": Text(zh="指标的编号。", en="Id of the indicator."),
            "threshold": Text(zh="门槛值的名称。例：`target`。", en="Name of the threshold. Example: `target`."),
        },
    ),
    CountMet: Saying(
        Text(zh="条件：达标个数", en="Condition: how many are met"),
        Text(zh="有几个指标达到门槛值。", en="How many indicators are at a threshold or beyond."),
        {
            "count-met": Text(zh="门槛值的名称。例：`target`。", en="Name of the threshold. Example: `target`."),
            "of": Text(zh="在哪些指标中数：编号的列表，或 all。", en="A list of ids, or all."),
            "at-least": Text(zh="个数不低于。", en="At least so many."),
            "above": Text(zh="个数高于。", en="More than so many."),
            "at-most": Text(zh="个数不高于。", en="At most so many."),
            "below": Text(zh="个数低于。", en="Fewer than so many."),
            "equals": Text(zh="个数等于。", en="Exactly so many."),
            "if-missing": Text(
                zh="数据缺失的指标算不算达标。",
                en="Whether an indicator whose value is missing counts as met.",
            ),
        },
    ),
    IsMissing: Saying(
        Text(zh="条件：缺失", en="Condition: missing"),
        Text(
            zh="输入项缺失，或指标、维度因缺数据而没有得分。",
            en="An input is missing, or an indicator or dimension has no points because something is missing.",
        ),
        {
            "missing": Text(zh="输入项的键，或指标、维度的编号。", en="Key of an input, or an id."),
        },
    ),
    IsNotApplicable: Saying(
        Text(zh="条件：不适用", en="Condition: not applicable"),
        Text(zh="输入项、指标或维度不适用。", en="An input, indicator or dimension is not applicable."),
        {
            "not-applicable": Text(zh="输入项的键，或指标、维度的编号。", en="Key of an input, or an id."),
        },
    ),
    NotThat: Saying(
        Text(zh="条件：非", en="Condition: not"),
        Text(zh="条件不成立。", en="The condition does not hold."),
        {
            "not": Text(zh="这个条件不成立。", en="The condition that does not hold."),
        },
    ),
    AnyOf: Saying(
        Text(zh="条件：任一", en="Condition: any"),
        Text(zh="至少一个条件成立。", en="At least one of the conditions holds."),
        {
            "any": Text(zh="其中至少一个成立。", en="The conditions of which at least one holds."),
        },
    ),
    AllOf: Saying(
        Text(zh="条件：全部", en="Condition: all"),
        Text(zh="所有条件都成立。", en="Every one of the conditions holds."),
        {
            "all": Text(zh="全部都要成立。", en="The conditions that all hold."),
        },
    ),
})  # fmt: skip
