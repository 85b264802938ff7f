"""Tellings: the words in which documents say how values are counted, who rates, and what is handed in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from perfscheme.diagnostics import Language

TELLINGS: Mapping[str, Mapping[Language, str]] = MappingProxyType({
    "counting": {"en": "How each value is counted", "zh": "统计口径"},
    "counting-said": {
        "en": "Values are counted from the tables under “{data}”, for each person and period.",
        "zh": "各项数据由“{data}”一节所列的表格统计得出，每人每期各计一次。",
    },
    "counted-how": {"en": "How it is counted", "zh": "如何统计"},
    "not-measured": {"en": "Left out", "zh": "不计入"},
    "no-fewer": {"en": "At least", "zh": "最少件数"},
    "result": {"en": "Result", "zh": "结果"},
    "comma": {"en": ", ", "zh": "，"},
    "so-many-rows": {"en": "{n} rows", "zh": "{n} 条"},
    "divisor": {"en": "{name}: {least}", "zh": "{name}不少于 {least}"},
    "item-of": {
        "en": "What raters say on “{item}”: {panel}, below",
        "zh": "{panel}中“{item}”一项的评分，办法见下",
    },
    "gaps-are-left": {
        "en": "A row in which something is missing that is needed, or in which something cannot be right, is not "
        "counted; it is listed with the reason.",
        "zh": "缺少所需内容或内容有误的行不计入，并逐条列出原因。",
    },
    "few-are-missing": {
        "en": "With fewer rows than are named under “At least” the value is missing.",
        "zh": "不足最少件数时，该项数据视为缺失。",
    },
    "quoted": {"en": "“{name}”", "zh": "“{name}”"},
    "rows-where": {"en": "{rows} where {condition}", "zh": "{condition} 的{rows}"},
    "nothing-in": {"en": "{column} is empty", "zh": "{column}为空"},
    "gap-holds": {"en": "{condition} (a gap counts as yes)", "zh": "{condition}（缺失视为成立）"},
    "gap-fails": {"en": "{condition} (a gap counts as no)", "zh": "{condition}（缺失视为不成立）"},
    "within": {"en": "({text})", "zh": "（{text}）"},
    "time-at-least": {"en": "{left} is not before {right}", "zh": "{left}不早于{right}"},
    "time-above": {"en": "{left} is after {right}", "zh": "{left}晚于{right}"},
    "time-at-most": {"en": "{left} is not after {right}", "zh": "{left}不晚于{right}"},
    "time-below": {"en": "{left} is before {right}", "zh": "{left}早于{right}"},
    "time-equals": {"en": "{left} is the same time as {right}", "zh": "{left}与{right}同时"},
    "stage-is": {"en": "{name}: {time}", "zh": "{name}：{time}"},
    "sum-of-stages": {
        "en": "the sum of all stages, where none is missing ({stages})",
        "zh": "各阶段之和（{stages}；缺任一阶段的不计入）",
    },
    "time-between": {"en": "the time from {first} to {last}", "zh": "{first}至{last}所用时间"},
    "working-time-between": {
        "en": "the working time from {first} to {last} (calendar “{calendar}”)",
        "zh": "{first}至{last}所用工作时间（工作日历“{calendar}”）",
    },
    "left-out-as": {"en": "{reason}: {condition}", "zh": "{reason}：{condition}"},
    "counted-count": {"en": "The number of {rows}", "zh": "{rows}的条数"},
    "counted-sum": {"en": "The sum of {of} over {rows}", "zh": "按{rows}求{of}的总和"},
    "counted-mean": {"en": "The mean of {of} over {rows}", "zh": "按{rows}求{of}的平均值"},
    "counted-median": {"en": "The median of {of} over {rows}", "zh": "按{rows}求{of}的中位数"},
    "counted-percentile": {
        "en": "Percentile {percent} of {of} over {rows} ({method})",
        "zh": "按{rows}求{of}的第 {percent} 百分位数（{method}）",
    },
    "nearest-rank": {"en": "the least of them that so many percent do not exceed", "zh": "取实际出现的值"},
    "interpolated": {"en": "on the straight line between two neighbours", "zh": "相邻两值之间按直线插值"},
    "counted-minimum": {"en": "The least of {of} over {rows}", "zh": "按{rows}求{of}的最小值"},
    "counted-maximum": {"en": "The greatest of {of} over {rows}", "zh": "按{rows}求{of}的最大值"},
    "counted-share": {"en": "The share of {rows} in which {of}", "zh": "{rows}中，{of} 的比例"},
    "counted-distinct": {
        "en": "How many different values stand in {of} of {rows}",
        "zh": "{rows}中{of}的不同值的个数",
    },
    "counted-latest": {
        "en": "What stands in {of} in the latest of {rows}, by {by}",
        "zh": "{rows}中按{by}最近一条的{of}",
    },
    "counted-only": {
        "en": "What stands in {of} of {rows}, one row each",
        "zh": "{rows}所记的{of}，每人一条",
    },
    "counted-share-of-subjects": {
        "en": "Of the different values of {of} in {rows} the share that has a row in which {having}",
        "zh": "{rows}的{of}所列人员中，至少有一条符合“{having}”者的比例",
    },
    "counted-ratio": {"en": "{of} ÷ {to}", "zh": "{of} ÷ {to}"},
    "calendar-of": {"en": "Working time: calendar “{name}”", "zh": "工作时间：工作日历“{name}”"},
    "calendar-said": {
        "en": "By the clocks of {zone} these hours count; all others are free.",
        "zh": "按 {zone} 的时间，以下时段计为工作时间，其余不计。",
    },
    "free": {"en": "free", "zh": "休息"},
    "holidays": {"en": "Holidays", "zh": "休息日"},
    "monday": {"en": "Monday", "zh": "星期一"},
    "tuesday": {"en": "Tuesday", "zh": "星期二"},
    "wednesday": {"en": "Wednesday", "zh": "星期三"},
    "thursday": {"en": "Thursday", "zh": "星期四"},
    "friday": {"en": "Friday", "zh": "星期五"},
    "saturday": {"en": "Saturday", "zh": "星期六"},
    "sunday": {"en": "Sunday", "zh": "星期日"},
    "panel-said": {
        "en": "Several parties rate each subject; {rows} give: {items}.",
        "zh": "由多方评价；{rows}给出：{items}。",
    },
    "party-weight": {"en": "Weight", "zh": "权重"},
    "least-raters": {"en": "Fewest raters", "zh": "最少人数"},
    "fewer": {"en": "With fewer", "zh": "人数不足时"},
    "told-only": {"en": "told, not counted", "zh": "只列示，不计入"},
    "not-anonymous": {"en": "1 (not anonymous)", "zh": "1（不匿名）"},
    "merged": {"en": "counted with {name}", "zh": "并入{name}"},
    "drop": {"en": "not counted; the others take over the weight", "zh": "不计，权重分给其余各方"},
    "withhold": {"en": "the item has no value", "zh": "该项没有值"},
    "each-mean": {
        "en": "The score of a party is the mean over those who rated the item.",
        "zh": "每一方的评分取评了该项的人的平均值。",
    },
    "each-median": {
        "en": "The score of a party is the median over those who rated the item.",
        "zh": "每一方的评分取评了该项的人的中位数。",
    },
    "each-trimmed": {
        "en": "The score of a party is the mean over those who rated the item, without {percent}% at either end.",
        "zh": "每一方的评分取评了该项的人去掉两端各 {percent}% 后的平均值。",
    },
    "weights-of-those-there": {
        "en": "The value is the weighted mean of the parties that count.",
        "zh": "数据是计入各方评分的加权平均。",
    },
    "counts": {"en": "“{label}” {score}", "zh": "“{label}”{score} 分"},
    "labels-count": {"en": "Words stand for scores: {labels}.", "zh": "评语折算为：{labels}。"},
    "scores-go": {"en": "Scores go from {low} to {high}.", "zh": "评分为 {low} 至 {high}。"},
    "scores-stretched": {
        "en": "Scores go from {low} to {high}, which is laid on {first} to {last}.",
        "zh": "评分为 {low} 至 {high}，按比例折算为 {first} 至 {last}。",
    },
    "whole-periods": {
        "en": "Values are told for one whole period only, as two spans of time that overlap would tell what one rater "
        "said.",
        "zh": "结果只按一个完整周期给出，因为有重叠的两个时段会透露单个评价人的评分。",
    },
    "no-self": {"en": "What subjects say of themselves is left out.", "zh": "被考核人对自己的评分不计入。"},
    "self-is": {
        "en": "What subjects say of themselves stands under “{name}”.",
        "zh": "被考核人对自己的评分归入“{name}”。",
    },
    "ratings-left-out": {"en": "Ratings are left out: {reasons}.", "zh": "不计入的评分：{reasons}。"},
    "lenient": {
        "en": "Beside the value it is told without what raters who are not anonymous are lenient or strict, if at "
        "least {n} of their scores count; the value itself stays.",
        "zh": "另列宽严调整后的值：不匿名的评价人有至少 {n} 个有效评分时，减去其偏宽或偏严的部分；数据本身不变。",
    },
    "tables-said": {
        "en": "These tables are handed in; other columns may be there and are not read.",
        "zh": "需提供以下表格；表中可有其他列，不予读取。",
    },
    "inputs-said": {"en": "Values", "zh": "各项数据"},
    "data-counted": {
        "en": "For each person and period these values are counted from the tables:",
        "zh": "每人每期由上列表格统计以下数据：",
    },
    "data-counted-by": {
        "en": "For each person and period these values are counted from the tables; {owner} answers for them:",
        "zh": "每人每期由上列表格统计以下数据，均由{owner}负责：",
    },
    "counting-of": {"en": "{name} (how it is counted)", "zh": "{name}的统计口径"},
    "belongs": {"en": "Belongs to a period", "zh": "归入周期"},
    "every-period": {"en": "all rows belong to every period", "zh": "各期均用全部各行"},
    "period-by": {"en": "by {column}", "zh": "按{column}"},
    "clock": {"en": "Times without a zone", "zh": "时间所用时区"},
    "column-name": {"en": "Column", "zh": "列名"},
    "column-means": {"en": "Meaning", "zh": "含义"},
    "holds": {"en": "What stands there", "zh": "内容"},
    "used-as": {"en": "Says", "zh": "用途"},
    "whose-row": {"en": "whose row it is", "zh": "被考核人"},
    "when-row": {"en": "to which period it belongs", "zh": "归入哪一周期"},
    "which-row": {"en": "what the row is called", "zh": "该行的编号"},
    "who-rates": {"en": "who rates", "zh": "评价人"},
    "rates-as": {"en": "as what", "zh": "评价人属于哪一方"},
    "rated-item": {"en": "what is rated", "zh": "评价项目"},
    "rated-score": {"en": "how", "zh": "评分"},
    "never-measured": {"en": "Listed, and not measured: {reasons}.", "zh": "列出但不计入：{reasons}。"},
    "text": {"en": "text", "zh": "文字"},
    "time": {"en": "time", "zh": "时间"},
    "duration": {"en": "length of time", "zh": "时长"},
})  # fmt: skip
