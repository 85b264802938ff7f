"""Starters: the first text of a new scheme, with comments in Chinese or English that say how to go on."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from perfscheme.cli.guesses import Guess, guesses
from perfscheme.diagnostics import Language, Text, figure
from perfscheme.diagnostics.places import START
from perfscheme.reading.nodes import Node
from perfscheme.writing.formatting import formatted
from perfscheme.writing.scalars import one_line

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
    "guessed": Text(
        zh="# 单位和方向按名称推测，数值为示意，请核对",
        en="# unit and direction are guessed from the name, figures are samples: check them",
    ),
    "unit": Text(
        zh="# 单位；也可写 hours、days、count、points、currency 等",
        en="# or hours, days, count, points, currency, ...",
    ),
    "better": Text(zh="# higher：越高越好；lower：越低越好", en="# higher is better, or lower"),
    "thresholds-weighted": Text(zh="# 门槛值、目标值、挑战值", en="# what is just enough, wanted, outstanding"),
    "thresholds-target": Text(zh="# 目标值", en="# what is wanted"),
    "curve-weighted": Text(zh="# 各点之间按直线计分", en="# points at these values; straight lines in between"),
    "curve-target": Text(
        zh="# 达成率，最低 0，最高 120：实际 ÷ 目标 × 100；越低越好的为 (2 − 实际 ÷ 目标) × 100",
        en="# attainment from 0 to 120: actual / target * 100; where lower is better, (2 - actual / target) * 100",
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
    "half": Text(zh="各项只达成一半", en="Every target attained by half"),
    "best": Text(zh="各项都达到挑战值", en="Every indicator at its best"),
}
BOUNDS: Final[Mapping[Kind, tuple[int, int, int]]] = {"weighted": (90, 80, 60), "target": (100, 90, 80)}
COVERAGE: Final = 60
_Note: TypeAlias = Callable[[str], str]


def starter(kind: Kind, lang: Language, name: str, indicators: Sequence[str]) -> str:
    """A scheme in canonical layout that has no findings, and whose examples pass.

    Args:
        kind: `weighted`: points by thresholds, with weights; `target`: attainment of targets, all alike.
        lang: of comments and names.
        name: of the plan.
        indicators: their names, or `name=key`.
    """

    def note(key: str) -> str:
        return COMMENTS[key].say(lang)

    found = guesses(indicators)
    weights = "to-100" if kind == "weighted" else "equal"
    # Of two that weigh alike neither is left with more than half.
    coverage = 50 if len(found) == 2 else COVERAGE
    lines = [
        f"# yaml-language-server: $schema={schema_name(lang)}",
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
        f"  aggregation: {{kind: weighted-mean, weights: {weights}, "
        f"missing: {{kind: renormalise, coverage: {coverage}}}}}",
        "  children:",
    ]
    for place, guess in enumerate(found):
        first = place == 0
        lines += _indicator(kind, guess, _weight(place, len(found)), note, note if first else lambda key: "")
    lines += ["", f"grades:  {note('grades')}", *_grades(BOUNDS[kind]), "", f"examples:  {note('examples')}"]
    on_target = [Fraction(guess.levels[1]) for guess in found]
    best = [Fraction(guess.levels[2]) for guess in found]
    half = [guess.attained(Fraction(1, 2)) for guess in found]
    shown = (
        {"on target": (on_target, 80, "B"), "best": (best, 100, "A")}
        if kind == "weighted"
        else {"on target": (on_target, 100, "A"), "half": (half, 50, "D")}
    )
    for case, (values, total, grade) in shown.items():
        said = ", ".join(f"{_written(guess.key)}: {figure(value)}" for guess, value in zip(found, values, strict=True))
        lines += [f"  - name: {_quoted(EXAMPLES[case].say(lang))}", f"    values: {{{said}}}",
                  f"    total: {total}", f"    grade: {grade}"]  # fmt: skip
    return formatted("\n".join(lines) + "\n")


def schema_name(lang: Language) -> str:
    """The file, beside a scheme, by which editors complete and explain it."""
    return f"perfscheme-1.{lang}.json"


def _indicator(kind: Kind, guess: Guess, weight: int, always: _Note, once: _Note) -> list[str]:
    floor, target, stretch = guess.levels
    weighted = kind == "weighted"
    form = "actual-over-target" if guess.better == "higher" else "two-minus-ratio"
    thresholds = f"{{floor: {floor}, target: {target}, stretch: {stretch}}}" if weighted else f"{{target: {target}}}"
    curve = (
        "{kind: linear, points: {floor: 0, target: 80, stretch: 100}}"
        if weighted
        else f"{{kind: ratio, form: {form}, at-least: 0, at-most: 120}}"
    )
    return [
        f"    {_written(guess.key)}:",
        *([f"      name: {_quoted(guess.name)}"] if guess.name != guess.key else []),
        *([f"      weight: {weight}  {once('weight')}"] if weighted else []),
        f"      {always('guessed')}",
        f"      unit: {guess.unit}  {once('unit')}",
        f"      better: {guess.better}  {once('better')}",
        f"      thresholds: {thresholds}  {once(f'thresholds-{kind}')}",
        f"      curve: {curve}  {once(f'curve-{kind}')}",
    ]


def _grades(bounds: tuple[int, int, int]) -> list[str]:
    first, second, third = bounds
    return [
        f"  - {{grade: A, from: {first}, coefficient: 1.2}}",
        f"  - {{grade: B, from: {second}, coefficient: 1}}",
        f"  - {{grade: C, from: {third}, coefficient: 0.8}}",
        "  - {grade: D, coefficient: 0.5}",
    ]


def _weight(place: int, count: int) -> int:
    """Whole weights, as even as can be, that add up to 100."""
    return 100 // count + (place < 100 % count)


def _quoted(text: str) -> str:
    """Text in double quotes, as YAML and JSON both read it."""
    return json.dumps(text, ensure_ascii=False)


def _written(key: str) -> str:
    """A key as YAML has it, in quotation marks where it would be no text."""
    return one_line(Node("scalar", START, START, key), strict=True)
