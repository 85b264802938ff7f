"""Curves: each kind and each of its keys, said in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from perfscheme.diagnostics.language import Text
from perfscheme.nouns.curves.all_or_nothing import AllOrNothing
from perfscheme.nouns.curves.as_is import AsIs
from perfscheme.nouns.curves.bands import Tier
from perfscheme.nouns.curves.choice import Choice, CurveCase
from perfscheme.nouns.curves.expression import Expression
from perfscheme.nouns.curves.levels import Labelled, Levels
from perfscheme.nouns.curves.linear import Linear
from perfscheme.nouns.curves.logarithmic import Logarithmic
from perfscheme.nouns.curves.per_step import PerStep
from perfscheme.nouns.curves.places import Point
from perfscheme.nouns.curves.power_law import PowerLaw
from perfscheme.nouns.curves.rates import Rate, Rates
from perfscheme.nouns.curves.rating import Rating
from perfscheme.nouns.curves.ratio import Ratio
from perfscheme.nouns.curves.target_range import TargetRange
from perfscheme.nouns.curves.tiers import Tiers
from perfscheme.reference.sayings import Saying

NOUNS: Mapping[type[Any], Saying] = MappingProxyType({
    Linear: Saying(
        Text(zh="分段线性（区间插值）", en="Straight lines"),
        Text(
            zh="各水平之间直线插值；两端之外取最近一点的分。",
            en="Straight lines between levels; outside, the points of the nearest level.",
        ),
        {
            "points": Text(
                zh="水平和对应的分；水平是数值或门槛值的名称。例：`{floor: 0, target: 80, stretch: 100}`。",
                en=(
                    "Level and points; a level is a value or the name of a threshold. Example: "
                    "`{floor: 0, target: 80, stretch: 100}`."
                ),
            ),
            "below": Text(zh="数值低于最低水平时。", en="What holds below the lowest level."),
            "above": Text(zh="数值高于最高水平时。", en="What holds above the highest level."),
        },
    ),
    Point: Saying(
        Text(zh="点", en="Point"),
        Text(zh="一个水平和对应的分。", en="A level and the points that belong to it."),
        {
            "level": Text(
                zh="数值（单位同指标），或门槛值的名称。",
                en="A value in the indicator's unit, or the name of a threshold.",
            ),
            "points": Text(zh="在这个水平得多少分。", en="Points at this level."),
        },
    ),
    Tiers: Saying(
        Text(zh="层差法", en="Tiers"),
        Text(
            zh="分档计分，每档一个固定的分；正好在界限上归较好的一档。",
            en="Flat points for each band; a value on an edge belongs to the better band.",
        ),
        {
            "tiers": Text(
                zh="水平和对应的分，例：`{90: 100, 75: 80}`；或逐档写明界限的列表，例：`[{from: 90, points: 100}]`。",
                en=(
                    "Level and points, as in {90: 100, 75: 80}; or a list that says each edge, "
                    "as in [{from: 90, points: 100}]."
                ),
            ),
            "otherwise": Text(zh="哪一档都够不上时的分。", en="Points of a value that reaches no level."),
            "edge": Text(
                zh="正好在界限上归哪边；没有写 `better`，或分数时升时降时须写。",
                en="Which side of an edge a tier holds; needed where there is no `better`, or points rise and fall.",
            ),
        },
    ),
    Tier: Saying(
        Text(zh="档", en="Tier"),
        Text(
            zh="一档：从一个界限起，到下一档为止。界限四选一。",
            en="Points from an edge on, up to the next tier. Exactly one of the four edges.",
        ),
        {
            "points": Text(zh="这一档的分。", en="Points of this tier."),
            "from": Text(
                zh="本档的最低值，正好等于也算。",
                en="The lowest value that has them; the edge belongs to this tier.",
            ),
            "above": Text(zh="高于此值才算本档。", en="They begin above this value."),
            "to": Text(
                zh="本档的最高值，正好等于也算。",
                en="The highest value that has them; the edge belongs to this tier.",
            ),
            "below": Text(zh="低于此值才算本档。", en="They end below this value."),
        },
    ),
    Rates: Saying(
        Text(zh="分级费率", en="Rates"),
        Text(
            zh="按所在级距的费率计算，如提成、累进税率。",
            en="An amount at the rate of its bracket, as for commissions and taxes.",
        ),
        {
            "rates": Text(
                zh="每级的起点和费率；2 % 写 0.02。例：`{0: 0.01, 50000: 0.02}`。",
                en="The beginning of each bracket, and its rate; 2 % is 0.02. Example: `{0: 0.01, 50000: 0.02}`.",
            ),
            "apply": Text(
                zh="各级分别计算，还是全部按达到的一级计算。",
                en="Whether each part has its own rate, or all of it the rate that is reached.",
            ),
            "opening": Text(
                zh="本期已经计过的数额：先占用低级距，不再计算。",
                en="What is credited already in the period: it fills the lower brackets, and is not paid again.",
            ),
        },
    ),
    Rate: Saying(
        Text(zh="费率", en="Rate"),
        Text(zh="一级的起点和费率。", en="Where a bracket begins, and its rate."),
        {
            "level": Text(
                zh="这一级的起点（含）：数值或门槛值的名称。",
                en="The beginning, itself within the bracket; a value or the name of a threshold.",
            ),
            "rate": Text(zh="每单位数值得多少分；2 % 写 0.02。", en="Points for each unit of the value; 2 % is 0.02."),
        },
    ),
    Ratio: Saying(
        Text(zh="比率法", en="Ratio"),
        Text(
            zh="完成率计分：实际值与目标值之比乘以满分，可设上下限。",
            en="Achievement of a target, times `scale`, within limits.",
        ),
        {
            "form": Text(
                zh="用哪个公式：A 为实际值，T 为目标值，B 为基线。",
                en="Which formula: A is the actual value, T the target, B the baseline.",
            ),
            "target": Text(
                zh="目标值：数值，或门槛值的名称。",
                en="The level that gives `scale`: a value, or the name of a threshold.",
            ),
            "baseline": Text(
                zh="得 0 分的水平；仅用于 from-baseline。",
                en="The level that gives 0; for from-baseline only.",
            ),
            "scale": Text(zh="正好达到目标时的分。例：`100`。", en="Points at the target. Example: `100`."),
            "at-least": Text(zh="得分下限；写 null 表示不限。", en="Lower limit of the points; null for none."),
            "at-most": Text(
                zh="得分上限。例：`120`；不写则不封顶。",
                en="Upper limit of the points. Example: `120`; without it there is none.",
            ),
            "when-zero": Text(
                zh="除数为零时的分；除数可能为零时须写。",
                en="Points where the divisor is zero; needed exactly where it can be.",
            ),
        },
    ),
    AllOrNothing: Saying(
        Text(zh="非此即彼法", en="All or nothing"),
        Text(
            zh="达到目标得满分，否则得另一个分；正好等于算达到。",
            en="Full points at the target, else none; exactly at the target is met.",
        ),
        {
            "target": Text(zh="目标：数值，或门槛值的名称。", en="A value, or the name of a threshold."),
            "points": Text(zh="达到时的分。", en="Points where it is met."),
            "otherwise": Text(zh="未达到时的分。", en="Points where it is not."),
        },
    ),
    PerStep: Saying(
        Text(zh="扣分法、加分法", en="Points per step"),
        Text(zh="从一个水平起，每高或低一步加减若干分。", en="Points for each step above or below a level."),
        {
            "start": Text(zh="正好在该水平时的分。例：`100`。", en="Points at the level. Example: `100`."),
            "from": Text(
                zh="从哪个水平开始计步：数值，或门槛值的名称。",
                en="The level that steps are counted from: a value, or the name of a threshold.",
            ),
            "each": Text(
                zh="一步有多大，单位同指标。例：`5`。",
                en="How far a step goes, in the indicator's unit. Example: `5`.",
            ),
            "steps": Text(zh="不满一步怎么算。", en="What becomes of a step that is not complete."),
            "above": Text(
                zh="每高一步加的分；扣分写负数。",
                en="Points for each step above the level; negative to take away.",
            ),
            "below": Text(
                zh="每低一步加的分；扣分写负数。例：`-2`。",
                en="Points for each step below the level; negative to take away. Example: `-2`.",
            ),
            "at-least": Text(zh="得分下限；不写则不限。", en="Lower limit of the points; without it there is none."),
            "at-most": Text(zh="得分上限；不写则不限。", en="Upper limit of the points; without it there is none."),
        },
    ),
    Levels: Saying(
        Text(zh="等级说明法", en="Levels"),
        Text(zh="按评定的等级给分。", en="Points for each label; the labels are the input."),
        {
            "levels": Text(
                zh="等级和对应的分。例：`{优秀: 100, 良好: 80, 合格: 60}`。",
                en="Label and points. Example: `{excellent: 100, good: 80, fair: 60}`.",
            ),
        },
    ),
    Labelled: Saying(
        Text(zh="评定等级", en="Level"),
        Text(zh="一个评定等级和对应的分。", en="A label and its points."),
        {
            "label": Text(zh="等级。", en="The label."),
            "points": Text(zh="这个等级的分。", en="Its points."),
        },
    ),
    Rating: Saying(
        Text(zh="评分换算", en="Rating"),
        Text(
            zh="把一种评分制换算成另一种，如 1–5 分换成 0–100 分。",
            en="One scale laid on another, such as 1 to 5 on 0 to 100.",
        ),
        {
            "from": Text(
                zh="原来评分制的两端。例：`[1, 5]`。",
                en="The ends of the scale that ratings are given on. Example: `[1, 5]`.",
            ),
            "to": Text(
                zh="换成的评分制的两端。例：`[0, 100]`。",
                en="The ends of the scale of the points. Example: `[0, 100]`.",
            ),
        },
    ),
    TargetRange: Saying(
        Text(zh="区间最优", en="Target range"),
        Text(
            zh="在最佳区间内得满分，向两边直线降到 0。",
            en="Full points within a range, falling to 0 on both sides of it.",
        ),
        {
            "best": Text(
                zh="最佳区间的两端。例：`[70, 80]`；只有一个最佳值就写两遍。",
                en=(
                    "The ends of the range that has full points. Example: `[70, 80]`; twice "
                    "the same for a single value."
                ),
            ),
            "zero": Text(
                zh="两边降到 0 分的地方。例：`[50, 100]`；某边不降写 null。",
                en="Where the points have fallen to 0. Example: `[50, 100]`; null on a side where they do not fall.",
            ),
            "points": Text(zh="满分。", en="Full points."),
        },
    ),
    PowerLaw: Saying(
        Text(zh="幂函数", en="Power"),
        Text(
            zh="系数 × 与起点之差的幂，如田径全能计分表。",
            en="A coefficient times a power of the distance from the origin, as in the decathlon tables.",
        ),
        {
            "coefficient": Text(zh="系数。", en="The coefficient, in points."),
            "origin": Text(zh="起点：得 0 分之处，单位同指标。", en="Where the points are 0, in the indicator's unit."),
            "exponent": Text(zh="指数，大于 0。例：`1.81`。", en="The exponent, above 0. Example: `1.81`."),
            "side": Text(zh="起点的哪一边得分。", en="On which side of the origin points are given."),
        },
    ),
    Logarithmic: Saying(
        Text(zh="对数", en="Logarithm"),
        Text(
            zh="在对数尺度上两点之间直线：每翻一倍加的分相同。",
            en="Straight on a logarithmic scale: each doubling of the value adds the same.",
        ),
        {
            "points": Text(
                zh="两个大于 0 的水平和对应的分。例：`{1: 0, 100: 100}`。",
                en="Two levels above 0 with their points. Example: `{1: 0, 100: 100}`.",
            ),
        },
    ),
    Expression: Saying(
        Text(zh="公式", en="Formula"),
        Text(
            zh="用自己的公式计分：四则运算、比较和几个函数。",
            en="Points by a formula of your own: arithmetic, comparisons and a few functions.",
        ),
        {
            "formula": Text(
                zh=(
                    '公式，请加引号；x 是数值，其他名称是门槛值和输入项。例：`"if(x >= target, '
                    '100, 100 * x / target)"`。'
                ),
                en=(
                    "The formula, in quotes; x is the value, other names are thresholds and "
                    'inputs. Example: `"if(x >= target, 100, 100 * x / target)"`.'
                ),
            ),
        },
    ),
    Choice: Saying(
        Text(zh="按标签选曲线", en="Choice"),
        Text(zh="按岗位等标签选用不同的计分曲线。", en="A curve chosen by a label or flag."),
        {
            "by": Text(zh="标签或是否输入项的键。例：`role`。", en="Key of the label or flag. Example: `role`."),
            "cases": Text(
                zh="每个标签一条曲线，一个都不能少。",
                en="A curve for each of its labels; none may be left out.",
            ),
        },
    ),
    CurveCase: Saying(
        Text(zh="一个标签的曲线", en="Curve of a label"),
        Text(zh="一个标签对应的曲线。", en="The curve of one label."),
        {
            "label": Text(zh="标签。", en="The label."),
            "curve": Text(zh="这个标签用的计分曲线。", en="The curve of this label."),
        },
    ),
    AsIs: Saying(
        Text(zh="直接取值", en="As it is"),
        Text(zh="数值本身就是得分。", en="Points are the value."),
    ),
})  # fmt: skip
