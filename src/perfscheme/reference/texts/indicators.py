"""Indicators, dimensions, thresholds and the figures that stand in them; each key said in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from perfscheme.diagnostics.language import Text
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.indicators import IfMissing, Indicator
from perfscheme.nouns.quantities import ByLabel, Case, FromInput
from perfscheme.nouns.readings import Reading
from perfscheme.nouns.thresholds import Threshold, ThresholdCase, ThresholdsByLabel
from perfscheme.reference.sayings import Saying

NOUNS: Mapping[type[Any], Saying] = MappingProxyType({
    Indicator: Saying(
        Text(zh="指标", en="Indicator"),
        Text(
            zh="衡量的一件事：单位、哪边更好、如何换成分。",
            en="One thing measured: its unit, which way is better, how it turns into points.",
        ),
        {
            "id": Text(zh="指标编号，全方案唯一。", en="Its id, unique in the scheme."),
            "unit": Text(zh="数值、门槛值和有效范围的单位。", en="Unit of its values, thresholds and range."),
            "weight": Text(
                zh="权重：在所属维度中占多少。例：`25`。",
                en="Its share in the dimension, where the aggregation uses weights. Example: `25`.",
            ),
            "input": Text(
                zh="读取别的输入项，可先限制、舍入。不写则读取与编号同名的输入项。",
                en=(
                    "Another input than its own id, and what happens to it first. Without it: "
                    "the input with its own id."
                ),
            ),
            "better": Text(
                zh="哪边更好；有门槛值或分档时须写。",
                en="Which way is better; needed by thresholds and tiers.",
            ),
            "range": Text(
                zh="最低和最高的有效值。例：`[0, 2000]`；某一端写 null 表示不限。不写则用单位自带的范围。",
                en=(
                    "Lowest and highest valid value. Example: `[0, 2000]`; null leaves an end "
                    "open. Without it: the unit's natural range."
                ),
            ),
            "thresholds": Text(
                zh=(
                    "有名称的数值：`floor`（门槛值）、`target`（目标值）、`stretch`（挑战值），"
                    "要求依次提高；也可自取名称。例：`{floor: 60, target: 80}`。"
                ),
                en=(
                    "Named values: `floor`, `target`, `stretch`, in this order of demand, or "
                    "names of your own. Example: `{floor: 60, target: 80}`."
                ),
            ),
            "curve": Text(zh="计分曲线：数值如何换成分。", en="From the value to points."),
            "if-missing": Text(
                zh="缺数据时用什么代替。不写则没有得分，由维度的缺失处理决定。",
                en=(
                    "What takes the place of a missing value. Without it there are no points, "
                    "and the dimension's missing policy decides."
                ),
            ),
            "rounding": Text(zh="得分如何舍入，在规则之后。", en="Rounding of its points, after its rules."),
            "rules": Text(
                zh="计分之后对得分做什么，按书写顺序执行。",
                en="What happens to its points after the curve, in this order.",
            ),
            "owner": Text(zh="谁对数据负责。", en="Who answers for the data."),
        },
    ),
    IfMissing: Saying(
        Text(zh="缺失时", en="If missing"),
        Text(
            zh="缺数据时用什么代替：三者写一个。",
            en="What takes the place of a missing value: exactly one of the three.",
        ),
        {
            "value": Text(
                zh="按这个数值计分，单位同指标。",
                en="This value is scored instead, in the indicator's unit.",
            ),
            "points": Text(zh="直接给这么多分。", en="These points are given instead."),
            "not-applicable": Text(
                zh="true：视为不适用，权重让给其他指标。",
                en="true: it does not apply, and its weight goes to the others.",
            ),
        },
    ),
    Dimension: Saying(
        Text(zh="维度", en="Dimension"),
        Text(
            zh="树的一个内部节点：含指标或下级维度，把它们的分汇总起来。",
            en="An inner node of the tree: it holds indicators and dimensions, and makes their points into its own.",
        ),
        {
            "id": Text(zh="维度编号，全方案唯一。", en="Its id, unique in the scheme."),
            "children": Text(
                zh="子项：指标和下级维度，键就是编号，全方案唯一。",
                en="Indicators and dimensions by id; ids are unique in the whole scheme.",
            ),
            "aggregation": Text(
                zh="汇总：子项的分如何合成本维度的分，以及缺数据怎么办。",
                en="How the children's points become its own, and what becomes of missing ones.",
            ),
            "weight": Text(
                zh="权重：在上级维度中占多少。例：`40`。",
                en="Its share in its own dimension. Example: `40`.",
            ),
            "rounding": Text(zh="得分如何舍入，在规则之后。", en="Rounding of its points, after its rules."),
            "rules": Text(
                zh="汇总前后对得分做什么，按书写顺序执行。",
                en="What happens to its children's points and its own, in this order.",
            ),
        },
    ),
    Reading: Saying(
        Text(zh="读取", en="Reading"),
        Text(
            zh="读取哪个输入项；先换算、限制，再舍入。",
            en="An input, converted, limited and rounded, in this order.",
        ),
        {
            "input": Text(zh="输入项的键。", en="Key of the input."),
            "unit": Text(
                zh="上下限和舍入所用的单位；不写则同指标。",
                en="Unit of the limits and the rounding; without it the indicator's.",
            ),
            "rounding": Text(zh="限制之后如何舍入。", en="Rounding of the limited value."),
            "at-least": Text(zh="低于此数按此数算。", en="A lower value counts as this."),
            "at-most": Text(zh="高于此数按此数算。", en="A higher value counts as this."),
        },
    ),
    Threshold: Saying(
        Text(zh="门槛值", en="Threshold"),
        Text(zh="指标的一个有名称的数值。", en="A named value of an indicator."),
        {
            "name": Text(
                zh="名称：`floor`、`target`、`stretch`，或自取。",
                en="`floor`, `target`, `stretch`, or a name of your own.",
            ),
            "value": Text(
                zh="数值，单位同指标；可因人而异或按标签而定。",
                en="Its value in the indicator's unit; may be given per person or chosen by a label.",
            ),
        },
    ),
    ThresholdsByLabel: Saying(
        Text(zh="按标签的门槛值", en="Thresholds by label"),
        Text(zh="按岗位等标签选一整套门槛值。", en="A set of thresholds chosen by a label or flag."),
        {
            "by": Text(zh="标签或是否输入项的键。例：`role`。", en="Key of the label or flag. Example: `role`."),
            "cases": Text(
                zh="每个标签一套门槛值，名称须相同。",
                en="A set for each of its labels, with the same names.",
            ),
        },
    ),
    ThresholdCase: Saying(
        Text(zh="一个标签的门槛值", en="Thresholds of a label"),
        Text(zh="一个标签对应的一套门槛值。", en="The thresholds of one label."),
        {
            "label": Text(zh="标签。", en="The label."),
            "thresholds": Text(zh="这一套门槛值。例：`{target: 80}`。", en="The set. Example: `{target: 80}`."),
        },
    ),
    FromInput: Saying(
        Text(zh="因人而异的数", en="Figure per person"),
        Text(zh="由输入项逐人给出的数。", en="A figure that is given per person by an input."),
        {
            "input": Text(
                zh="给出这个数的输入项的键。例：`own-target`。",
                en="Key of the number input that gives it. Example: `own-target`.",
            ),
            "default": Text(
                zh="某人没有这个数时用什么；不写则依赖它的得分也缺失。",
                en=(
                    "The figure for a person for whom it is missing; without it, what is computed "
                    "from it is missing too."
                ),
            ),
        },
    ),
    ByLabel: Saying(
        Text(zh="按标签的数", en="Figure by label"),
        Text(zh="按岗位等标签选定的数。", en="A figure chosen by a label or flag."),
        {
            "by": Text(zh="标签或是否输入项的键。例：`role`。", en="Key of the label or flag. Example: `role`."),
            "cases": Text(
                zh="每个标签对应的数，一个都不能少。例：`{junior: 70, senior: 85}`。",
                en="A figure for each of its labels; none may be left out. Example: `{junior: 70, senior: 85}`.",
            ),
        },
    ),
    Case: Saying(
        Text(zh="一个标签的数", en="Figure of a label"),
        Text(zh="一个标签对应的数。", en="The figure of one label."),
        {
            "label": Text(zh="标签。", en="The label."),
            "value": Text(zh="这个标签对应的数。", en="The figure."),
        },
    ),
})  # fmt: skip
