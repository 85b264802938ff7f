"""Wording: the titles and sentences of documents in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from perfscheme.diagnostics import Language
from perfscheme.diagnostics.language import SEMICOLON
from perfscheme.reports.tellings import TELLINGS

WORDING: Mapping[str, Mapping[Language, str]] = MappingProxyType(
    {
        # of scorecards
        "subject": {"en": "Subject", "zh": "被考核人"},
        "total": {"en": "Total", "zh": "总分"},
        "grade": {"en": "Grade", "zh": "等级"},
        "coefficient": {"en": "Coefficient", "zh": "绩效系数"},
        "no-score": {"en": "No score", "zh": "无得分"},
        "targets-met": {"en": "Targets met", "zh": "达到目标"},
        "of": {"en": "{some} of {all}", "zh": "{some}/{all} 项"},
        "why-none": {"en": "Why there is no score", "zh": "没有得分的原因"},
        "makes-up": {"en": "What makes up the total", "zh": "总分构成"},
        "item": {"en": "Item", "zh": "项目"},
        "value": {"en": "Value", "zh": "实际值"},
        "points": {"en": "Points", "zh": "得分"},
        "share": {"en": "Share of the total", "zh": "占总分权重"},
        "adds": {"en": "Adds to the total", "zh": "对总分的贡献"},
        "default": {"en": "Default where missing", "zh": "缺失时的默认值"},
        "waterfall": {
            "en": "From 0 to the total of {total}: {steps}.",
            "zh": "由 0 到总分 {total}：{steps}。",
        },
        "step": {"en": "{name} {figure}", "zh": "{name} {figure}"},
        "each-alone": {"en": "Points of each part: {steps}.", "zh": "各部分得分：{steps}。"},
        "evidence": {"en": "Where the values come from", "zh": "数据由来"},
        "counted": {"en": "How it was counted", "zh": "如何统计"},
        "raters-are": {"en": "Raters", "zh": "评价人"},
        "raters": {"en": "How many", "zh": "人数"},
        "mean-score": {"en": "Score", "zh": "评分"},
        "adjusted": {"en": "Without leniency", "zh": "宽严调整后"},
        "spread": {"en": "Spread", "zh": "离散度"},
        "agreement": {"en": "Agreement", "zh": "一致度"},
        "agreement-is": {
            "en": "Spread is the mean distance from the median. Agreement is 1 where all raters agree, 0 where they "
            "are at both ends of the scale. Groups that are too small are not told.",
            "zh": "离散度是各评分与中位数之差的平均。一致度为 1 表示评分一致，为 0 表示两极分化。人数太少的组不公布。",
        },
        "against": {"en": "Against the targets", "zh": "与目标的差距"},
        "gap": {"en": "Gap to the target", "zh": "距目标"},
        "met": {"en": "met", "zh": "已达到"},
        "short-by": {"en": "{gap} short", "zh": "差 {gap}"},
        "unknown": {"en": "cannot be judged", "zh": "无法判定"},
        "raise": {"en": "What would raise the grade", "zh": "怎样提高等级"},
        "change": {"en": "Change of one value", "zh": "单项改进"},
        "now": {"en": "Now", "zh": "现在"},
        "needed": {"en": "Needed", "zh": "需要达到"},
        "then": {"en": "Then", "zh": "届时"},
        "then-is": {"en": "{total}, grade {grade}", "zh": "{total} 分，等级 {grade}"},
        "by-hand": {"en": "Step by step", "zh": "逐步计算"},
        # of codes
        "mistake": {"en": "A mistake", "zh": "错误示例"},
        "is-told": {"en": "What is told", "zh": "所报信息"},
        "codes-said": {
            "en": "Everything that perfscheme can say is wrong, by its code; `perfscheme rule CODE` shows one of them. "
            "Dots stand for what differs from case to case. Each message says what to write instead.",
            "zh": "perfscheme 可能报告的全部问题，按代码排列；`perfscheme rule 代码` 显示其中一项。"
            "省略号表示因情况而异的内容。每条信息都说明应当怎样写。",
        },
        # of plans
        "purpose": {"en": "Purpose", "zh": "方案说明"},
        "indicators": {"en": "Indicators and weights", "zh": "指标与权重"},
        "scoring": {"en": "How each indicator is scored", "zh": "计分办法"},
        "the-total": {"en": "The total", "zh": "总分"},
        "grades": {"en": "Grades", "zh": "等级与系数"},
        "example": {"en": "A worked example", "zh": "算例"},
        "data": {"en": "Data and who answers for them", "zh": "数据与负责人"},
        "sources": {"en": "Sources and assumptions", "zh": "依据与假设"},
        "version": {"en": "Plan", "zh": "方案"},
        "effective": {"en": "In force", "zh": "适用日期"},
        "from-day": {"en": "from {first} on", "zh": "自 {first} 起"},
        "from-to": {"en": "{first} to {last}", "zh": "{first} 至 {last}"},
        "period": {"en": "Period", "zh": "考核周期"},
        "month": {"en": "month", "zh": "月度"},
        "quarter": {"en": "quarter", "zh": "季度"},
        "half-year": {"en": "half-year", "zh": "半年度"},
        "year": {"en": "year", "zh": "年度"},
        "owner": {"en": "Responsible", "zh": "负责"},
        "indicator": {"en": "Indicator", "zh": "指标"},
        "meaning": {"en": "What it is", "zh": "指标说明"},
        "weight": {"en": "Weight", "zh": "指标权重"},
        "weight-in": {"en": "{share} of {name}; {whole} of the total", "zh": "占{name}的 {share}；占总分的 {whole}"},
        "weighted-by": {
            "en": "{name} is the mean of the points below, weighted by {by}:",
            "zh": "{name}是以下各项得分的加权平均，权重因{by}而异：",
        },
        "target": {"en": "Target", "zh": "目标值"},
        "levels": {"en": "Levels", "zh": "衡量标准"},
        "for-label": {"en": "{label} {value}: ", "zh": "{label} {value}："},
        "share-met": {
            "en": "{name} = {scale} × the weight of those that meet their {threshold}, of {children}",
            "zh": "{name} = {scale} × 达到{threshold}者的权重（{children}）",
        },
        "by-label": {"en": "by {label}: {each}", "zh": "按{label}：{each}"},
        "level-is": {"en": "{name} {value}", "zh": "{name} {value}"},
        "level-by": {"en": "{name}: {value}", "zh": "{name}：{value}"},
        "looked-up": {"en": "{name} is looked up in this table:", "zh": "{name}由下表查得："},
        "direction": {"en": "Better", "zh": "方向"},
        "higher-is-better": {"en": "the higher", "zh": "越高越好"},
        "lower-is-better": {"en": "the lower", "zh": "越低越好"},
        "level": {"en": "Level", "zh": "级别"},
        "called": {"en": "{value} ({name})", "zh": "{value}（{name}）"},
        "points-of": {"en": "the points of {name}", "zh": "{name}得分"},
        "meets": {"en": "{name} meets its {threshold}", "zh": "{name}达到{threshold}"},
        "points-are": {"en": "Points = {formula}", "zh": "得分 = {formula}"},
        "value-itself": {"en": "the value itself", "zh": "实际值"},
        "so-many": {"en": "{points}", "zh": "{points} 分"},
        "per-one": {"en": "For each step", "zh": "增减"},
        "more-each": {"en": "{points} more for each {one} more", "zh": "每增加 {one}，加 {points} 分"},
        "less-each": {"en": "{points} less for each {one} more", "zh": "每增加 {one}，减 {points} 分"},
        "about": {"en": "{exact} (about {nearly})", "zh": "{exact}（约 {nearly}）"},
        "missing-is": {"en": "Where the value is missing, {what} stands for it.", "zh": "缺少数据时按 {what} 计。"},
        "missing-not-applicable": {
            "en": "Where the value is missing, the indicator does not apply.",
            "zh": "缺少数据时视为不适用。",
        },
        "if-missing": {"en": "Missing data: {then}.", "zh": "缺少数据时：{then}。"},
        "missing-spread": {
            "en": "Missing data: the weight of what is missing is spread over the rest.",
            "zh": "缺少数据时：缺失项的权重按比例分给其余各项。",
        },
        "missing-renormalise": {
            "en": "Missing data: the weight of what is missing is spread over the rest; with less than {needed} of the "
            "weight there is no score.",
            "zh": "缺少数据时：缺失项的权重按比例分给其余各项；现有权重不足 {needed} 时无得分。",
        },
        "sentence": {"en": "{text}.", "zh": "{text}。"},
        "rule": {"en": "{name}: {does}.", "zh": "{name}：{does}。"},
        "when": {"en": "if {condition}, {does}", "zh": "若{condition}，则{does}"},
        "gap-is-met": {"en": "{condition} (a gap counts as met)", "zh": "{condition}（缺失项视为达到）"},
        "gap-is-not-met": {"en": "{condition} (a gap counts as not met)", "zh": "{condition}（缺失项视为未达到）"},
        "bonus-whole": {
            "en": "{points} more for each complete {each} of {name}",
            "zh": "{name}每满 {each} 加 {points} 分",
        },
        "bonus-begun": {
            "en": "{points} more for each {each} of {name}, complete or only begun",
            "zh": "{name}每 {each} 加 {points} 分，零头按整份计",
        },
        "bonus-proportional": {
            "en": "{points} more for each {each} of {name}, parts in proportion",
            "zh": "{name}每 {each} 加 {points} 分，零头按比例计",
        },
        "deduction-whole": {
            "en": "{points} less for each complete {each} of {name}",
            "zh": "{name}每满 {each} 扣 {points} 分",
        },
        "deduction-begun": {
            "en": "{points} less for each {each} of {name}, complete or only begun",
            "zh": "{name}每 {each} 扣 {points} 分，零头按整份计",
        },
        "deduction-proportional": {
            "en": "{points} less for each {each} of {name}, parts in proportion",
            "zh": "{name}每 {each} 扣 {points} 分，零头按比例计",
        },
        "part-above": {"en": "the part of {name} above {start}", "zh": "{name}超出 {start} 的部分"},
        "part-below": {"en": "what {name} falls short of {start}", "zh": "{name}低于 {start} 的部分"},
        "bonus-limit": {"en": "{does}; {limit} at most", "zh": "{does}，最多加 {limit} 分"},
        "deduction-limit": {"en": "{does}; {limit} at most", "zh": "{does}，最多扣 {limit} 分"},
        "gap-is": {"en": "{does}; where it is missing it counts as {value}", "zh": "{does}；缺失时按 {value} 计"},
        "becomes": {"en": "treat {name} as {state}", "zh": "{name}视为{state}"},
        "so-far": {"en": "points so far", "zh": "原得分"},
        "is-then": {"en": "{subject} = {formula}", "zh": "{subject} = {formula}"},
        "grade-at-most": {"en": "the grade is {grade} at most", "zh": "等级最高为 {grade}"},
        "grade-at-least": {"en": "the grade is {grade} at least", "zh": "等级最低为 {grade}"},
        "grade-is": {"en": "the grade is {grade}", "zh": "等级为 {grade}"},
        "scale-within": {"en": "The total goes from {low} to {high}.", "zh": "总分在 {low} 至 {high} 之间。"},
        "scale-from": {"en": "The total is {low} or more.", "zh": "总分不低于 {low}。"},
        "scale-to": {"en": "The total is {high} or less.", "zh": "总分不高于 {high}。"},
        "rounded": {"en": "Rounded {mode} to {unit}.", "zh": "结果{mode}至{unit}。"},
        "grade-name": {"en": "Meaning", "zh": "含义"},
        "by-rule": {"en": "by a rule only", "zh": "仅由规则给出"},
        "further": {"en": "Further cases:", "zh": "其他情形："},
        "case-of": {"en": "Case: {name}.", "zh": "情形：{name}。"},
        "contribution": {"en": "Contribution", "zh": "贡献"},
        "case": {"en": "Case", "zh": "情形"},
        "calculation": {"en": "Calculation", "zh": "计算"},
        "data-said": {
            "en": "For each person and period these data are handed in:",
            "zh": "每人每期需提供以下数据：",
        },
        "data-said-by": {
            "en": "For each person and period these data are handed in; {owner} answers for them:",
            "zh": "每人每期需提供以下数据，均由{owner}负责：",
        },
        "share-by": {"en": "Share of the total, {label} {value}", "zh": "占总分权重（{label} {value}）"},
        "datum": {"en": "Datum", "zh": "数据"},
        "column": {"en": "Key", "zh": "列名"},
        "values": {"en": "Unit and valid values", "zh": "单位与有效范围"},
        "number": {"en": "number", "zh": "数值"},
        "count": {"en": "count", "zh": "计数"},
        "fraction": {"en": "fraction", "zh": "小数"},
        "currency": {"en": "amount of money", "zh": "金额"},
        "unit-from": {"en": "{unit}, from {low}", "zh": "{unit}，不低于 {low}"},
        "unit-to": {"en": "{unit}, up to {high}", "zh": "{unit}，不高于 {high}"},
        "unit-within": {"en": "{unit}, {low} to {high}", "zh": "{unit}，{low} 至 {high}"},
        # of sources
        "document": {"en": "Document", "zh": "文件"},
        "clause": {"en": "Clause", "zh": "条款"},
        "assumed": {
            "en": "These are assumptions, not in the documents:",
            "zh": "以下各项原文未作规定，为本方案的假设：",
        },
        "reason": {"en": "{place}: {reason}", "zh": "{place}：{reason}"},
        "whole-plan": {"en": "The plan as a whole", "zh": "整体"},
        **TELLINGS,
    }
)


def word(key: str, lang: Language, /, **facts: object) -> str:
    """The title or sentence of `key` with its facts filled in."""
    return WORDING[key][lang].format_map(facts)


def joined(parts: Sequence[str], lang: Language) -> str:
    """Clauses of one sentence."""
    return SEMICOLON.say(lang).join(parts)
