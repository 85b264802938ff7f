"""Words that mean the same wherever they stand: keys of many nouns, and the words that may stand at a key."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from perfscheme.diagnostics.language import Text

FORMAT: Mapping[str, Text] = MappingProxyType({
    "perfscheme": Text(zh="文件格式的版本，总是 1。", en="The version of this format, always 1."),
    "$schema": Text(
        zh="供编辑器使用的 JSON Schema；不属于方案。",
        en="A JSON Schema for an editor; no part of the scheme.",
    ),
    "kind": Text(zh="种类：选哪一种，决定还能写哪些键。", en="The kind, which says what other keys there are."),
})  # fmt: skip
"""Keys that belong to the form of the file."""

COMMON: Mapping[str, Text] = MappingProxyType({
    "name": Text(
        zh="名称，供人阅读；可分中英文写：{zh: …, en: …}。",
        en="Its name for people; may be in two languages: {zh: …, en: …}.",
    ),
    "description": Text(
        zh="说明，供人阅读；可分中英文写：{zh: …, en: …}。",
        en="For people; may be in two languages: {zh: …, en: …}.",
    ),
    "owner": Text(zh="由谁负责。", en="Who answers for it."),
    "sources": Text(
        zh='数字出自何处。例：`[{document: 绩效管理办法, clause: "3.2"}]`。',
        en='Where the figures come from. Example: `[{document: plan 2, clause: "3.2"}]`.',
    ),
    "waive": Text(
        zh="此处及其下不报告哪些检查提示，并写明理由。例：{PS521: 仅供显示}。",
        en="Lints that are not reported here nor within, each with the reason. Example: {PS521: shown only}.",
    ),
    "when": Text(
        zh="仅在此条件成立时起作用；不写则总是起作用。例：`{met: quality, threshold: target, if-missing: fails}`。",
        en="Only where this holds; without it always. Example: `{met: quality, threshold: target, if-missing: fails}`.",
    ),
    "missing": Text(
        zh="子项缺失时怎么办；没有默认，必须写明。",
        en="What becomes of missing children; there is no default.",
    ),
    "weights": Text(zh="权重怎么写。", en="How weights are written."),
    "at-least": Text(zh="不低于。", en="At least this."),
    "above": Text(zh="高于。", en="More than this."),
    "at-most": Text(zh="不高于。", en="At most this."),
    "below": Text(zh="低于。", en="Less than this."),
    "equals": Text(zh="等于。", en="Exactly this."),
    "if-missing": Text(
        zh="所比较的数据缺失或不适用时，条件算成立还是不成立；没有默认。",
        en="What holds where the subject is missing or not applicable; there is no default.",
    ),
})  # fmt: skip
"""Keys of many nouns."""

WORDS: Mapping[str, Mapping[str, Text]] = MappingProxyType({
    "place": {
        "beginning": Text(zh="在指标之前", en="before the indicators"),
        "end": Text(zh="在等级之后", en="after the grades"),
    },
    "period": {
        "month": Text(zh="月度", en="a month"),
        "quarter": Text(zh="季度", en="a quarter"),
        "half-year": Text(zh="半年", en="half a year"),
        "year": Text(zh="年度", en="a year"),
    },
    "unit": {
        "percent": Text(zh="百分数，0 到 100；85 % 写 85", en="percent, 0 to 100"),
        "fraction": Text(zh="比例，0 到 1", en="a share, 0 to 1"),
        "hours": Text(zh="小时", en="hours"),
        "days": Text(zh="天，一天 24 小时", en="days of 24 hours"),
        "minutes": Text(zh="分钟", en="minutes"),
        "seconds": Text(zh="秒", en="seconds"),
        "count": Text(zh="件数、次数，从 0 起", en="a count, from 0"),
        "number": Text(zh="没有单位的数", en="a number without a unit"),
        "points": Text(zh="分", en="points"),
        "currency": Text(zh="金额", en="an amount of money"),
    },
    "better": {
        "higher": Text(zh="越高越好", en="higher is better"),
        "lower": Text(zh="越低越好", en="lower is better"),
    },
    "mode": {
        "half-up": Text(zh="四舍五入", en="to the nearest, half away from zero"),
        "half-down": Text(zh="五舍六入", en="to the nearest, half towards zero"),
        "half-even": Text(zh="四舍六入五成双", en="to the nearest, half to the even digit"),
        "up": Text(zh="只入不舍，远离零", en="away from zero"),
        "down": Text(zh="只舍不入，截去尾数", en="towards zero"),
        "ceiling": Text(zh="向上取整", en="upwards"),
        "floor": Text(zh="向下取整", en="downwards"),
        "05up": Text(
            zh="末位为 0 或 5 时远离零，否则截去尾数",
            en="away from zero where the last digit is 0 or 5, else towards zero",
        ),
    },
    "below": {
        "clamp": Text(zh="取最近一点的分", en="the points of the nearest level"),
        "zero": Text(zh="得 0 分", en="no points"),
        "extend": Text(zh="按端部的直线延长", en="the outermost line drawn further"),
        "drop": Text(zh="不计入任何结果", en="they count nowhere"),
        "withhold": Text(zh="该题没有结果", en="the item has no value"),
    },
    "above": {
        "clamp": Text(zh="取最近一点的分", en="the points of the nearest level"),
        "zero": Text(zh="得 0 分", en="no points"),
        "extend": Text(zh="按端部的直线延长", en="the outermost line drawn further"),
    },
    "edge": {
        "at-least": Text(zh="从该水平起（含）", en="from the level on"),
        "at-most": Text(zh="到该水平为止（含）", en="up to the level"),
    },
    "apply": {
        "marginal": Text(zh="各级部分分别按各级费率", en="each part at the rate of its bracket"),
        "whole": Text(zh="全部按达到的一级费率", en="all of it at the rate that is reached"),
    },
    "form": {
        "actual-over-target": Text(zh="A/T：越高越好", en="A/T"),
        "target-over-actual": Text(zh="T/A：越低越好", en="T/A"),
        "two-minus-ratio": Text(zh="2 − A/T：越低越好", en="2 − A/T"),
        "from-baseline": Text(zh="(A − B)/(T − B)：从基线算起", en="(A − B)/(T − B)"),
    },
    "steps": {
        "whole": Text(zh="满一步才算", en="only complete steps count"),
        "begun": Text(zh="不满一步也算一步", en="a step counts once it is begun"),
        "proportional": Text(zh="按比例算", en="parts of steps count in part"),
    },
    "side": {
        "above": Text(zh="高于起点，如跳远、投掷", en="above the origin, as for throws"),
        "below": Text(zh="低于起点，如赛跑用时", en="below the origin, as for runs"),
    },
    "take": {
        "mean": Text(zh="平均", en="the mean"),
        "sum": Text(zh="总和", en="the sum"),
    },
    "counting": {
        "up": Text(zh="数高出的部分", en="steps above"),
        "down": Text(zh="数低于的部分", en="steps below"),
    },
    "if-missing": {
        "holds": Text(zh="算成立", en="the condition holds"),
        "fails": Text(zh="算不成立", en="the condition does not hold"),
    },
    "method": {
        "nearest-rank": Text(
            zh="最近秩：至少这么多行不超过的最小值，必是其中一行的值（PERCENTILE_DISC）",
            en="the least amount that so many percent of the rows do not exceed (PERCENTILE_DISC)",
        ),
        "interpolated": Text(
            zh="插值：排序后第 1+(n−1)·p 位，在相邻两值间按直线取值（PERCENTILE_CONT）",
            en="on the straight line between two neighbours, at place 1 + (n − 1)·p (PERCENTILE_CONT)",
        ),
    },
    "average": {
        "mean": Text(zh="平均", en="the mean"),
        "median": Text(zh="中位数；偶数人时取中间两个的平均", en="the middle, or the mean of the middle two"),
    },
    "day": {
        "monday": Text(zh="星期一", en="Monday"),
        "tuesday": Text(zh="星期二", en="Tuesday"),
        "wednesday": Text(zh="星期三", en="Wednesday"),
        "thursday": Text(zh="星期四", en="Thursday"),
        "friday": Text(zh="星期五", en="Friday"),
        "saturday": Text(zh="星期六", en="Saturday"),
        "sunday": Text(zh="星期日", en="Sunday"),
    },
    "weights": {
        "to-100": Text(zh="合计必须正好 100", en="they must add up to exactly 100"),
        "to-1": Text(zh="合计必须正好 1", en="they must add up to exactly 1"),
        "normalised": Text(zh="按占合计的比例", en="they count in relation to their sum"),
        "equal": Text(zh="不写权重，各项相同", en="none are written, all count the same"),
        "none": Text(zh="不写权重，直接相加", en="none are written"),
        "factors": Text(zh="每项乘以权重", en="each child times its weight"),
        "percent": Text(zh="每项乘以权重 %", en="each child times its weight / 100"),
    },
})  # fmt: skip
"""The words that may stand at a key."""
