"""Phrases: the sentences of explanations in Chinese and English, and what units, rules and thresholds are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from perfscheme.diagnostics import Language, Text
from perfscheme.diagnostics.language import text_of

PHRASES: Mapping[str, Mapping[Language, str]] = MappingProxyType(
    {
        # head
        "version": {"en": "{name}, version {version}", "zh": "{name}，版本 {version}"},
        "hash": {"en": "{name}, hash {hash}", "zh": "{name}，哈希 {hash}"},
        "subject": {"en": "Subject: {subject}", "zh": "被考核人：{subject}"},
        "total": {"en": "Total {total}", "zh": "总分 {total}"},
        "grade": {"en": "grade {grade}", "zh": "等级 {grade}"},
        "coefficient": {"en": "coefficient {coefficient}", "zh": "系数 {coefficient}"},
        "no-score": {"en": "No score", "zh": "无得分"},
        "how": {"en": "How the total comes about", "zh": "总分的由来"},
        "how-far": {"en": "What is there", "zh": "已有内容"},
        # an indicator
        "value": {"en": "{name}: {value}", "zh": "{name}：{value}"},
        "weight": {"en": "weight {share}", "zh": "权重 {share}"},
        "weight-of": {"en": "weight {weight} of {whole} {share}", "zh": "权重 {weight}/{whole} {share}"},
        "not-counted": {"en": "not counted", "zh": "未计入"},
        "weight-none": {"en": "weight {weight}, not counted", "zh": "权重 {weight}，未计入"},
        "equal-of": {"en": "one of {whole} {share}", "zh": "{whole} 项之一 {share}"},
        "factor": {"en": "factor {factor}", "zh": "系数 {factor}"},
        "of-total": {"en": "{weight}; {share} of the total", "zh": "{weight}；占总分 {share}"},
        "missing": {"en": "missing", "zh": "缺失"},
        "not-applicable": {"en": "not applicable", "zh": "不适用"},
        "as-is": {"en": "taken as it is: {points}", "zh": "数值即得分：{points}"},
        "reads": {"en": "value: {how}", "zh": "数值：{how}"},
        "met": {"en": "{threshold} {value}: met", "zh": "{threshold} {value}：达到"},
        "unmet": {"en": "{threshold} {value}: missed by {gap}", "zh": "{threshold} {value}：未达到，差 {gap}"},
        "unjudged": {"en": "{threshold} {value}: cannot be judged", "zh": "{threshold} {value}：无法判定"},
        "no-threshold": {"en": "{threshold}: missing", "zh": "{threshold}：缺失"},
        "contributes": {"en": "contributes {sum}", "zh": "贡献 {sum}"},
        "contributes-none": {"en": "left out: contributes nothing", "zh": "不计入：贡献为 0"},
        "counts-as": {"en": "counts as {points}", "zh": "按 {points}计"},
        "stands-in": {
            "en": "missing, so the scheme gives {after}",
            "zh": "缺失，按方案给 {after}",
        },
        "stands-in-na": {
            "en": "missing, so by the scheme not applicable",
            "zh": "缺失，按方案视为不适用",
        },
        # rules and roundings
        "rule": {"en": "{rule}: {how}", "zh": "{rule}：{how}"},
        "undecided": {
            "en": "{reason}, so it could not be judged; taken as not holding",
            "zh": "{reason}，无法判定；按条件不成立处理",
        },
        "became": {"en": "{before} becomes {after}", "zh": "{before} 变为 {after}"},
        "because": {"en": "{reason}; {change}", "zh": "{reason}；{change}"},
        "no-change": {"en": "{reason}; nothing changes", "zh": "{reason}；结果不变"},
        "rounds": {"en": "rounded {mode} to {unit}: {change}", "zh": "{mode}至{unit}：{change}"},
        "nothing": {"en": "no points", "zh": "无得分"},
        # a dimension
        "sum-of": {"en": "{name}: {sum}", "zh": "{name}：{sum}"},
        "coverage": {
            "en": "Missing: {missing}; {coverage} of the applicable weight is there",
            "zh": "缺失：{missing}；现有权重占适用权重的 {coverage}",
        },
        "left-out": {"en": "Not applicable: {names}; left out", "zh": "不适用：{names}；不计入"},
        "refuse": {"en": "with a missing part there are no points", "zh": "有缺失则无得分"},
        "renormalise": {
            "en": "the missing weight is spread over the others (at least {needed} must be there)",
            "zh": "缺失的权重按比例分给其余各项（至少须有 {needed}）",
        },
        "fallback-weights": {
            "en": "the weights that the scheme states for this case hold",
            "zh": "采用方案为此情形规定的权重",
        },
        "zero": {"en": "what is missing counts as 0", "zh": "缺失项按 0 分计"},
        "policy": {"en": "missing policy {kind}", "zh": "缺失处理方式 {kind}"},
        "least-child": {"en": "the least of {terms}: {points}", "zh": "{terms} 中最低者：{points}"},
        "greatest-child": {"en": "the greatest of {terms}: {points}", "zh": "{terms} 中最高者：{points}"},
        "best-children": {
            "en": "the best {count} of {terms}: {sum}",
            "zh": "{terms} 中最好的 {count} 项：{sum}",
        },
        "lowest-children": {
            "en": "the lowest {count} of {terms}: {sum}",
            "zh": "{terms} 中最低的 {count} 项：{sum}",
        },
        "dropped-children": {
            "en": "of {terms}, without {dropped}: {sum}",
            "zh": "{terms} 中去掉 {dropped}：{sum}",
        },
        "children-give": {"en": "of {terms}: {sum}", "zh": "{terms}：{sum}"},
        "formula-of-children": {
            "en": "{formula}, with {terms}: {sum}",
            "zh": "{formula}，其中 {terms}：{sum}",
        },
        # total and grade
        "the-total": {"en": "Total", "zh": "总分"},
        "graded-rounded": {"en": "the rounded total is graded", "zh": "按舍入后的总分定级"},
        "graded-unrounded": {"en": "the total before rounding is graded", "zh": "按舍入前的总分定级"},
        "grade-is": {"en": "Grade {grade}", "zh": "等级 {grade}"},
        "grade-ruled": {
            "en": "{grade} (by the total alone {before}; {rules})",
            "zh": "{grade}（仅按总分为 {before}；{rules}）",
        },
        "grade-bound": {"en": "Grade {grade}: {bound}", "zh": "等级 {grade}：{bound}"},
        "from": {"en": "from {bound}", "zh": "{bound} 及以上"},
        "above": {"en": "above {bound}", "zh": "高于 {bound}"},
        "to": {"en": "up to {bound}", "zh": "{bound} 及以下"},
        "below": {"en": "below {bound}", "zh": "低于 {bound}"},
        "rest": {"en": "everything else", "zh": "其余"},
        "next-more": {
            "en": "Next grade {grade} ({bound}): {distance} more points are needed.",
            "zh": "下一等级 {grade}（{bound}）：还需 {distance} 分。",
        },
        "next-over": {
            "en": "Next grade {grade} ({bound}): more than {distance} points are needed.",
            "zh": "下一等级 {grade}（{bound}）：还需 {distance} 分以上。",
        },
        "next-less": {
            "en": "Next grade {grade} ({bound}): {distance} points less are needed.",
            "zh": "下一等级 {grade}（{bound}）：须减少 {distance} 分。",
        },
        "next-under": {
            "en": "Next grade {grade} ({bound}): more than {distance} points less are needed.",
            "zh": "下一等级 {grade}（{bound}）：须减少 {distance} 分以上。",
        },
        "next-held": {
            "en": "Next grade {grade} ({bound}): the total is enough, but {rules} holds the grade at {now}. As long as "
            "its condition holds, more points do not raise it.",
            "zh": "下一等级 {grade}（{bound}）：总分已够，但{rules}把等级限制在 {now}。"
            "只要其条件成立，提高得分不会提高等级。",
        },
        "best-grade": {"en": "This is the best grade.", "zh": "已是最高等级。"},
        "improve": {
            "en": "The smallest single change that reaches it: {name} from {before} to {after} (total {total}).",
            "zh": "达到该等级的最小单项改进：{name} 由 {before} 到 {after}（总分 {total}）。",
        },
        "improve-near": {
            "en": "A single change that reaches it: {name} from {before} to {after} (total {total}).",
            "zh": "可达到该等级的单项改进：{name} 由 {before} 到 {after}（总分 {total}）。",
        },
        "improve-also": {
            "en": "Or: {name} from {before} to {after} (total {total}).",
            "zh": "或者：{name} 由 {before} 到 {after}（总分 {total}）。",
        },
        "improve-none": {"en": "No single input reaches it alone.", "zh": "仅改进任何单项都达不到。"},
        "targets": {"en": "Targets met: {met} of {all}.", "zh": "达到目标：{met}/{all} 项。"},
        "targets-others": {
            "en": "Targets met: {met} of {all}; {others} more cannot be judged or do not count.",
            "zh": "达到目标：{met}/{all} 项；另有 {others} 项无法判定或不计入。",
        },
        "targets-next": {
            "en": "One change that meets most: {name} from {before} to {after} (then {met} of {all}).",
            "zh": "达标最多的单项改进：{name} 由 {before} 到 {after}（届时 {met}/{all} 项）。",
        },
        # foot
        "scheme": {"en": "Scheme {scheme}", "zh": "方案 {scheme}"},
        "library": {"en": "Computed exactly by perfscheme {version}", "zh": "由 perfscheme {version} 精确计算"},
    }
)

THRESHOLDS: Mapping[str, Text] = MappingProxyType(
    {
        "floor": Text(zh="门槛值", en="floor"),
        "target": Text(zh="目标值", en="target"),
        "stretch": Text(zh="挑战值", en="stretch"),
    }
)
RULES: Mapping[str, Text] = MappingProxyType(
    {
        "veto": Text(zh="否决", en="veto"),
        "cap": Text(zh="封顶", en="cap"),
        "floor": Text(zh="保底", en="floor"),
        "multiplier": Text(zh="乘数", en="multiplier"),
        "curve": Text(zh="换算", en="conversion"),
        "bonus": Text(zh="加分", en="bonus"),
        "deduction": Text(zh="扣分", en="deduction"),
        "base-points": Text(zh="只得基本分", en="base points"),
        "leave-out": Text(zh="剔除", en="leave out"),
        "grade-limit": Text(zh="等级限制", en="grade limit"),
    }
)


def phrase(key: str, lang: Language, /, **facts: object) -> str:
    """The sentence of `key` with its facts filled in."""
    return PHRASES[key][lang].format_map(facts)


def rule_name(kind: str, name: Text | None, path: Sequence[str | int]) -> Text:
    """What a rule is called: its name and its kind; without a name its kind and its place in the list."""
    what = RULES.get(kind, text_of(kind))
    if name is None:
        number, of = int(path[-1]) + 1, path[-3:-2]  # what has the rules; nothing for those of the whole plan
        zh, en = f"第 {number} 条规则", f"rule {number}"
        if of:
            zh, en = f"{of[0]} 的{zh}", f"{en} of {of[0]}"
        return Text(zh=f"{what.say('zh')}（{zh}）", en=f"{what.say('en')} ({en})")
    return Text(zh=f"{name.say('zh')}（{what.say('zh')}）", en=f"{name.say('en')} ({what.say('en')})")


def called(names: Mapping[str, Text], key: str, lang: Language) -> str:
    """What a unit, rule or threshold is called; a name of one's own is itself."""
    found = names.get(key)
    return found.say(lang) if found is not None else key
