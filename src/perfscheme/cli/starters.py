"""Starters: the first text of a new scheme, with comments in Chinese or English that say how to go on."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal, TypeAlias

from perfscheme.diagnostics import Language, Text

Kind: TypeAlias = Literal["weighted", "target"]

NAMES: Final[Mapping[Kind, Text]] = {
    "weighted": Text(zh="绩效方案（权重制）", en="Performance plan, weighted"),
    "target": Text(zh="绩效方案（目标制）", en="Performance plan, target-based"),
}
INDICATORS: Final[Mapping[Language, tuple[str, ...]]] = {
    "zh": ("客户满意度", "问题解决率", "按时完成率"),
    "en": ("Customer satisfaction", "Resolution rate", "Work done on time"),
}
COMMENTS: Final[Mapping[str, Text]] = {
    "head": Text(
        zh="# 每行的含义见注释。改完后运行 perfscheme check 和 perfscheme test。",
        en="# The comments say what each line means. After a change run perfscheme check and perfscheme test.",
    ),
    "format": Text(zh="# 文件格式的版本，不要改", en="# version of the file format; leave it"),
    "id": Text(zh="# 方案的标识", en="# id of the plan"),
    "version": Text(zh="# 方案的版本，修改后递增", en="# of the plan; raise it with each change"),
    "period": Text(zh="# month、quarter、half-year 或 year", en="# month, quarter, half-year or year"),
    "rounding": Text(
        zh="# 总分四舍五入到两位小数，再定级", en="# the total is rounded half up to two places, then graded"
    ),
    "missing": Text(
        zh="# 缺数据时，其权重分给其余指标；现有权重不足 60% 则无得分",
        en="# the weight of missing data goes to the rest; below 60 % of the weight there is no score",
    ),
    "weight": Text(zh="# 各项权重合计 100", en="# the weights add up to 100"),
    "unit": Text(
        zh="# 也可写 hours、days、count、points、currency 等", en="# or hours, days, count, points, currency, ..."
    ),
    "better": Text(zh="# higher：越高越好；lower：越低越好", en="# higher is better, or lower"),
    "thresholds-weighted": Text(zh="# 门槛值、目标值、挑战值", en="# what is just enough, wanted, outstanding"),
    "thresholds-target": Text(zh="# 目标值", en="# what is wanted"),
    "curve-weighted": Text(zh="# 各点之间按直线计分", en="# points at these values; straight lines in between"),
    "curve-target": Text(
        zh="# 达成率：实际 ÷ 目标 × 100，最低 0，最高 120", en="# attainment: actual / target * 100, from 0 to 120"
    ),
    "grades": Text(
        zh="# 恰在分数线上归较好的等级；系数用于计算奖金",
        en="# an edge has the better grade; pay is multiplied by the coefficient",
    ),
    "examples": Text(
        zh="# 手工算好的例子，perfscheme test 逐一核对", en="# worked by hand; perfscheme test checks them"
    ),
}
EXAMPLES: Final[Mapping[str, Text]] = {
    "on target": Text(zh="各项恰好达标", en="Every indicator on target"),
    "half": Text(zh="各项只到目标的一半", en="Every indicator at half of its target"),
    "best": Text(zh="各项都达到挑战值", en="Every indicator at its best"),
}
BOUNDS: Final[Mapping[Kind, tuple[int, int, int]]] = {"weighted": (90, 80, 60), "target": (100, 90, 80)}
_Note: TypeAlias = Callable[[str], str]


def starter(kind: Kind, lang: Language, name: str, indicators: Sequence[str]) -> str:
    """A scheme that has no findings and whose examples pass.

    Args:
        kind: `weighted`: points by thresholds, with weights; `target`: attainment of targets, all alike.
        lang: of comments and names.
        name: of the plan.
        indicators: their names.
    """

    def note(key: str) -> str:
        return COMMENTS[key].say(lang)

    keys = _keys(indicators)
    weights = "to-100" if kind == "weighted" else "equal"
    lines = [
        note("head"),
        "",
        f"perfscheme: 1  {note('format')}",
        f"scheme: {'weighted-plan' if kind == 'weighted' else 'target-plan'}  {note('id')}",
        f'version: "1.0"  {note("version")}',
        f"name: {_quoted(name)}",
        f"period: quarter  {note('period')}",
        f"rounding: {{places: 2, mode: half-up, before-grading: true}}  {note('rounding')}",
        "",
        "score:",
        f"  {note('missing')}",
        f"  aggregation: {{kind: weighted-mean, weights: {weights}, missing: {{kind: renormalise, coverage: 60}}}}",
        "  children:",
    ]
    for place, (key, said) in enumerate(zip(keys, indicators, strict=True)):
        lines += _indicator(kind, key, said, _weight(place, len(keys)), note if place == 0 else lambda key: "")
    lines += ["", f"grades:  {note('grades')}", *_grades(BOUNDS[kind]), "", f"examples:  {note('examples')}"]
    shown = {"on target": (80, 80, "B"), "best": (100, 100, "A")} if kind == "weighted" else {
        "on target": (80, 100, "A"), "half": (40, 50, "D")}  # fmt: skip
    for case, (value, total, grade) in shown.items():
        values = ", ".join(f"{key}: {value}" for key in keys)
        lines += [f"  - name: {_quoted(EXAMPLES[case].say(lang))}", f"    values: {{{values}}}",
                  f"    total: {total}", f"    grade: {grade}"]  # fmt: skip
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _indicator(kind: Kind, key: str, name: str, weight: int, note: _Note) -> list[str]:
    weighted = kind == "weighted"
    thresholds = "{floor: 60, target: 80, stretch: 100}" if weighted else "{target: 80}"
    curve = (
        "{kind: linear, points: {floor: 0, target: 80, stretch: 100}}"
        if weighted
        else "{kind: ratio, form: actual-over-target, at-least: 0, at-most: 120}"
    )
    return [
        f"    {key}:",
        f"      name: {_quoted(name)}",
        *([f"      weight: {weight}  {note('weight')}"] if weighted else []),
        f"      unit: percent  {note('unit')}",
        f"      better: higher  {note('better')}",
        f"      thresholds: {thresholds}  {note(f'thresholds-{kind}')}",
        f"      curve: {curve}  {note(f'curve-{kind}')}",
    ]


def _grades(bounds: tuple[int, int, int]) -> list[str]:
    first, second, third = bounds
    return [
        f"  - {{grade: A, from: {first}, coefficient: 1.2}}",
        f"  - {{grade: B, from: {second}, coefficient: 1}}",
        f"  - {{grade: C, from: {third}, coefficient: 0.8}}",
        "  - {grade: D, coefficient: 0.5}",
    ]


def _keys(names: Sequence[str]) -> list[str]:
    """An id for each name: its words in English, or a number."""
    found: list[str] = []
    for place, name in enumerate(names, 1):
        key = "-".join(re.findall("[a-z][a-z0-9]*", name.lower()))
        plain = name.isascii() and key and key not in found
        found.append(key if plain else f"indicator-{place}")
    return found


def _weight(place: int, count: int) -> int:
    """Whole weights, as even as can be, that add up to 100."""
    return 100 // count + (place < 100 % count)


def _quoted(text: str) -> str:
    """Text in double quotes, as YAML and JSON both read it."""
    return json.dumps(text, ensure_ascii=False)
