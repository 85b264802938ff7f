"""Aggregations and missing policies: each kind and each of its keys, said in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from perfscheme.diagnostics.language import Text
from perfscheme.nouns.aggregations.extremes import BestOf, Maximum, Minimum, ProductOfPoints
from perfscheme.nouns.aggregations.formulas import FormulaOfPoints
from perfscheme.nouns.aggregations.matrices import Axis, Matrix
from perfscheme.nouns.aggregations.means import WeightedGeometricMean, WeightedMean
from perfscheme.nouns.aggregations.sums import SumOfPoints
from perfscheme.nouns.aggregations.targets import ShareMet
from perfscheme.nouns.aggregations.trims import Trimmed
from perfscheme.nouns.missing import FallbackTable, FallbackWeights, Refuse, Renormalise, TableWeight, Zero
from perfscheme.reference.sayings import Saying

NOUNS: Mapping[type[Any], Saying] = MappingProxyType({
    WeightedMean: Saying(
        Text(zh="加权平均", en="Weighted mean"),
        Text(
            zh="各子项的分按权重平均；好的可以弥补差的。",
            en="The mean of the children's points by weight; a good child makes up for a poor one.",
        ),
    ),
    SumOfPoints: Saying(
        Text(zh="求和", en="Sum"),
        Text(zh="各子项的分相加，可以有负分。", en="The children's points added up; points may be negative."),
        {
            "weights": Text(zh="权重起什么作用。", en="What weights do."),
        },
    ),
    WeightedGeometricMean: Saying(
        Text(zh="加权几何平均", en="Geometric mean"),
        Text(
            zh="各子项的分按权重连乘开方；差的一项影响更大。",
            en=(
                "The product of points to the power of their share; a poor child weighs more "
                "than a good one makes up for."
            ),
        ),
    ),
    Minimum: Saying(
        Text(zh="取最低", en="Minimum"),
        Text(zh="取最差子项的分。", en="The points of the worst child."),
    ),
    Maximum: Saying(
        Text(zh="取最高", en="Maximum"),
        Text(zh="取最好子项的分。", en="The points of the best child."),
    ),
    ProductOfPoints: Saying(
        Text(zh="连乘", en="Product"),
        Text(
            zh="各子项的分相乘，如公司系数 × 部门系数 × 个人系数。",
            en="The children's points multiplied, as in company result times own result.",
        ),
        {
            "whole": Text(zh="多少分算作 1。例：`100`。", en="The points that count as 1. Example: `100`."),
        },
    ),
    ShareMet: Saying(
        Text(zh="达标率", en="Share met"),
        Text(
            zh="达到门槛值的子项所占比例：`10 项达标 7 项得 70 分`。",
            en="The share of children at a threshold or beyond: 7 of 10 targets met are 70.",
        ),
        {
            "threshold": Text(zh="门槛值的名称。例：`target`。", en="Name of the threshold. Example: `target`."),
            "scale": Text(zh="全部达标时的分。", en="Points where all are met."),
        },
    ),
    BestOf: Saying(
        Text(zh="取最好的几项", en="Best"),
        Text(zh="取得分最高（或最低）的几项，求平均或求和。", en="The mean or the sum of the best children."),
        {
            "count": Text(zh="取几项。例：`2`。", en="How many. Example: `2`."),
            "take": Text(zh="取平均还是求和。", en="The mean or the sum of them."),
            "better": Text(
                zh="得分高的算好，还是得分低的算好。",
                en="Whether the highest or the lowest points are the best.",
            ),
        },
    ),
    Trimmed: Saying(
        Text(zh="去掉最高分和最低分", en="Trimmed"),
        Text(
            zh="去掉最高和最低的几项，其余求平均或求和。",
            en="The mean or the sum of the children without the highest and the lowest.",
        ),
        {
            "drop-highest": Text(
                zh="去掉几个最高分。例：`1`。",
                en="How many of the highest are dropped. Example: `1`.",
            ),
            "drop-lowest": Text(zh="去掉几个最低分。例：`1`。", en="How many of the lowest are dropped. Example: `1`."),
            "take": Text(zh="其余取平均还是求和。", en="The mean or the sum of those that are left."),
        },
    ),
    Matrix: Saying(
        Text(zh="矩阵（九宫格）", en="Matrix"),
        Text(zh="按两个子项各自落入的档查表得分。", en="Points looked up by the bands that two children fall in."),
        {
            "rows": Text(
                zh="行：哪个子项，分成哪几档。例：`{child: quality, from: [80, otherwise]}`。",
                en="The child of the rows and its bands. Example: `{child: quality, from: [80, otherwise]}`.",
            ),
            "columns": Text(zh="列：哪个子项，分成哪几档。", en="The child of the columns and its bands."),
            "points": Text(
                zh="表中的分，一行一个列表，从最好的一档写起。例：`[[100, 70], [60, 0]]`。",
                en="The points, row by row, best bands first. Example: `[[100, 70], [60, 0]]`.",
            ),
        },
    ),
    Axis: Saying(
        Text(zh="矩阵的一边", en="Axis"),
        Text(
            zh="矩阵的一边：一个子项和它的各档，从最好的写起。",
            en="One side of a matrix: a child, and its bands, best first.",
        ),
        {
            "child": Text(zh="子项的编号。", en="Id of the child."),
            "from": Text(
                zh="各档的最低分，最后一档写 otherwise。例：`[80, 60, otherwise]`。",
                en="The lowest points of each band, otherwise for the last. Example: `[80, 60, otherwise]`.",
            ),
            "to": Text(
                zh="分低为好时：各档的最高分，最后一档写 otherwise。",
                en="Where low points are good: the highest points of each band, otherwise for the last.",
            ),
        },
    ),
    FormulaOfPoints: Saying(
        Text(zh="公式", en="Formula"),
        Text(zh="用自己的公式合成各子项的分。", en="The children's points joined by a formula of your own."),
        {
            "formula": Text(
                zh='公式，请加引号；名称是子项的编号。例：`"0.5 * (quality + min(speed, effort))"`。',
                en=(
                    'The formula, in quotes; names are ids of children. Example: `"0.5 * (quality '
                    '+ min(speed, effort))"`.'
                ),
            ),
        },
    ),
    Refuse: Saying(
        Text(zh="不出分", en="Refuse"),
        Text(zh="任何一个子项缺失，本维度就没有得分。", en="Any missing child leaves the dimension without points."),
    ),
    Renormalise: Saying(
        Text(zh="重新归一", en="Renormalise"),
        Text(
            zh="缺失子项的权重按比例分给其余子项，须达到最低覆盖率。",
            en="The weight of missing children is spread over those that are there, if enough is there.",
        ),
        {
            "coverage": Text(
                zh="最低数据覆盖率，百分数 0 到 100。例：`60`，表示至少要有六成权重；不足则没有得分。",
                en=(
                    "Percent of the applicable weight that must be there, 0 to 100. Example: "
                    "`60`; below it there are no points."
                ),
            ),
        },
    ),
    FallbackWeights: Saying(
        Text(zh="备用权重", en="Fallback weights"),
        Text(
            zh="写明缺哪些子项时用哪套权重；其他缺法没有得分。",
            en="For each stated set of missing children a table of weights; any other gap leaves no points.",
        ),
        {
            "tables": Text(zh="各套备用权重。", en="A table for each set of missing children."),
        },
    ),
    FallbackTable: Saying(
        Text(zh="一套备用权重", en="Fallback table"),
        Text(zh="正好缺这些子项时的权重。", en="The weights that hold when exactly these children are missing."),
        {
            "when-missing": Text(
                zh="缺失的子项的编号。例：`[speed]`。",
                en="Ids of the missing children. Example: `[speed]`.",
            ),
            "weights": Text(
                zh="其余各子项的权重。例：`{quality: 70, effort: 30}`。",
                en="Weights of all others by id. Example: `{quality: 70, effort: 30}`.",
            ),
        },
    ),
    TableWeight: Saying(
        Text(zh="备用权重中的一项", en="Weight in a table"),
        Text(zh="备用权重中一个子项的权重。", en="The weight of one child in a table."),
        {
            "child": Text(zh="子项的编号。", en="Id of the child."),
            "weight": Text(zh="权重。", en="Its weight."),
        },
    ),
    Zero: Saying(
        Text(zh="计零分", en="Zero"),
        Text(
            zh="缺失的子项计 0 分；不适用的仍然不计权重。",
            en="A missing child has 0 points. One that is not applicable leaves the weights all the same.",
        ),
    ),
})  # fmt: skip
