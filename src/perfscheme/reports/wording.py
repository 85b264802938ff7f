"""Wording: the titles and sentences of documents in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from perfscheme.diagnostics import Language

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
    }
)
NOTHING = "—"


def word(key: str, lang: Language, /, **facts: object) -> str:
    """The title or sentence of `key` with its facts filled in."""
    return WORDING[key][lang].format_map(facts)


def joined(parts: Sequence[str], lang: Language) -> str:
    """Clauses of one sentence."""
    return ("；" if lang == "zh" else "; ").join(parts)
