"""Words and figures of the text interpreters: every sentence in two languages, every number as a person writes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from perfscheme.diagnostics import Language, figure
from perfscheme.diagnostics.language import SEMICOLON, SERIES
from perfscheme.formula import reals
from perfscheme.formula.reals import Exact, Real

MOST_PLACES: Final = 12
"""Decimals up to which a number that ends is written out."""
LARGEST_DENOMINATOR: Final = 100_000
_PLACES: Final = 4

WORDS: Mapping[str, Mapping[Language, str]] = MappingProxyType(
    {
        "missing": {"en": "missing", "zh": "缺失"},
        "not-applicable": {"en": "not applicable", "zh": "不适用"},
        "present": {"en": "present", "zh": "有值"},
        "true": {"en": "yes", "zh": "是"},
        "false": {"en": "no", "zh": "否"},
        "always": {"en": "always", "zh": "始终"},
        "never": {"en": "never", "zh": "从不"},
        "the-value": {"en": "the value", "zh": "数值"},
        # of formulas
        "whole-line": {"en": "for every value", "zh": "任何数值"},
        "under": {"en": "below {high}", "zh": "低于 {high}"},
        "up-to": {"en": "up to {high}", "zh": "{high} 及以下"},
        "over": {"en": "above {low}", "zh": "高于 {low}"},
        "from": {"en": "from {low}", "zh": "{low} 及以上"},
        "exactly": {"en": "at exactly {low}", "zh": "恰为 {low}"},
        "between": {"en": "between {low} and {high}", "zh": "{low} 至 {high}"},
        "from-to": {"en": "from {low} to {high}", "zh": "{low}（含）至 {high}（含）"},
        "from-under": {"en": "from {low} to below {high}", "zh": "{low}（含）至 {high}（不含）"},
        "over-to": {"en": "above {low} to {high}", "zh": "{low}（不含）至 {high}（含）"},
        "over-under": {"en": "above {low} to below {high}", "zh": "{low}（不含）至 {high}（不含）"},
        "from-touch": {"en": "from {low} to {high}", "zh": "{low}（含）至 {high}"},
        "over-touch": {"en": "above {low} to {high}", "zh": "{low}（不含）至 {high}"},
        "touch-to": {"en": "from {low} to {high}", "zh": "{low} 至 {high}（含）"},
        "touch-under": {"en": "from {low} to below {high}", "zh": "{low} 至 {high}（不含）"},
        "rising": {"en": "{start} rising to {end}", "zh": "由 {start} 升至 {end}"},
        "falling": {"en": "{start} falling to {end}", "zh": "由 {start} 降至 {end}"},
        "more-each": {"en": "{start}, and {slope} more for each 1 above", "zh": "{start}，每高 1 加 {slope}"},
        "less-each": {"en": "{start}, and {slope} less for each 1 above", "zh": "{start}，每高 1 减 {slope}"},
        "more-each-under": {"en": "{start}, and {slope} more for each 1 below", "zh": "{start}，每低 1 加 {slope}"},
        "less-each-under": {"en": "{start}, and {slope} less for each 1 below", "zh": "{start}，每低 1 减 {slope}"},
        "by": {"en": "by {x}: {pieces}", "zh": "按 {x}：{pieces}"},
        "capped": {"en": "{x}, at most {limit}", "zh": "{x}，最高 {limit}"},
        "lifted": {"en": "{x}, at least {limit}", "zh": "{x}，最低 {limit}"},
        "least-of": {"en": "the least of {terms}", "zh": "{terms} 中的最小值"},
        "greatest-of": {"en": "the greatest of {terms}", "zh": "{terms} 中的最大值"},
        "rounded": {"en": "{x}, rounded {mode} to {unit}", "zh": "{x}，{mode}至{unit}"},
        "mean-of": {"en": "the weighted mean of {terms}", "zh": "{terms} 的加权平均"},
        "geometric-mean-of": {"en": "the weighted geometric mean of {terms}", "zh": "{terms} 的加权几何平均"},
        "equal-geometric-mean-of": {"en": "the geometric mean of {terms}", "zh": "{terms} 的几何平均"},
        "or-else": {"en": "{x} (where it is missing, {value})", "zh": "{x}（缺失时按 {value} 计）"},
        "equal-mean-of": {"en": "the mean of {terms}", "zh": "{terms} 的平均值"},
        "count-of": {"en": "how many hold of: {terms}", "zh": "以下各项中成立的项数（{terms}）"},
        "holding": {"en": "{count} of {all} hold: {terms}", "zh": "{all} 项中成立 {count} 项：{terms}"},
        "none-holding": {"en": "none of {all} holds", "zh": "{all} 项均不成立"},
        "weighed": {"en": "{x} (weight {weight})", "zh": "{x}（权重 {weight}）"},
        "best-of": {"en": "the sum of the {count} best of {terms}", "zh": "{terms} 中最好的 {count} 项之和"},
        "if": {"en": "if {condition}: {x}", "zh": "若 {condition}：{x}"},
        "otherwise": {"en": "otherwise: {x}", "zh": "否则：{x}"},
        "by-label": {"en": "by {label}: {each}", "zh": "按{label}：{each}"},
        "case": {"en": "for {label} {value}: {x}", "zh": "{label} 为 {value}：{x}"},
        # of conditions; the second of each pair is what holds where the first does not
        "at-least": {"en": "{left} is at least {right}", "zh": "{left} 不低于 {right}"},
        "above": {"en": "{left} is above {right}", "zh": "{left} 高于 {right}"},
        "at-most": {"en": "{left} is at most {right}", "zh": "{left} 不高于 {right}"},
        "below": {"en": "{left} is below {right}", "zh": "{left} 低于 {right}"},
        "equals": {"en": "{left} equals {right}", "zh": "{left} 等于 {right}"},
        "differs": {"en": "{left} does not equal {right}", "zh": "{left} 不等于 {right}"},
        "is": {"en": "{x} is {state}", "zh": "{x} {state}"},
        "is-not": {"en": "{x} is not {state}", "zh": "{x} 并非{state}"},
        "is-label": {"en": "{label} is {values}", "zh": "{label} 为 {values}"},
        "is-not-label": {"en": "{label} is {value}, not {values}", "zh": "{label} 为 {value}，不是 {values}"},
        "not": {"en": "it is not so that {condition}", "zh": "并非 {condition}"},
        # of one record
        "lies-between": {
            "en": "{x} lies between {low} ({first}) and {high} ({last}): {sum}",
            "zh": "{x} 介于 {low}（{first}）与 {high}（{last}）之间：{sum}",
        },
        "lies-beyond": {"en": "{x} lies above {low} ({first}): {sum}", "zh": "{x} 高于 {low}（{first}）：{sum}"},
        "lies-before": {"en": "{x} lies below {high} ({last}): {sum}", "zh": "{x} 低于 {high}（{last}）：{sum}"},
        "stands-at": {"en": "at {x}: {points}", "zh": "{x}：{points}"},
        "flat-between": {
            "en": "{x} lies between {low} and {high}: {points}",
            "zh": "{x} 介于 {low} 与 {high} 之间：{points}",
        },
        "flat-from": {"en": "{x} is at least {low}: {points}", "zh": "{x} 不低于 {low}：{points}"},
        "flat-over": {"en": "{x} is above {low}: {points}", "zh": "{x} 高于 {low}：{points}"},
        "flat-to": {"en": "{x} is at most {high}: {points}", "zh": "{x} 不高于 {high}：{points}"},
        "flat-under": {"en": "{x} is below {high}: {points}", "zh": "{x} 低于 {high}：{points}"},
        "at-most-limit": {"en": "at most {limit}: {points}", "zh": "最高 {limit}：{points}"},
        "at-least-limit": {"en": "at least {limit}: {points}", "zh": "最低 {limit}：{points}"},
        "so": {"en": "{reason}: {points}", "zh": "{reason}：{points}"},
        "since": {"en": "{reason}", "zh": "{reason}"},
        "best-are": {"en": "the {count} best of {terms}: {sum}", "zh": "{terms} 中最好的 {count} 项：{sum}"},
        "left-out": {"en": "without what is not there, {sum}", "zh": "不计空缺项，{sum}"},
        "division-by-zero": {"en": "no value: the divisor of {x} is zero", "zh": "无法计算：{x} 的除数为零"},
        "log-of-nonpositive": {
            "en": "no value: {x} takes the logarithm of a number that is not above 0",
            "zh": "无法计算：{x} 对不大于 0 的数取对数",
        },
        "power-of-negative": {
            "en": "no value: {x} takes a root of a negative number",
            "zh": "无法计算：{x} 对负数开方",
        },
        "too-large": {"en": "no value: a number to the power of {x} is too large", "zh": "无法计算：指数 {x} 过大"},
        # roundings
        "places": {"en": "{places} decimals", "zh": " {places} 位小数"},
        "place": {"en": "{places} decimal", "zh": " {places} 位小数"},
        "whole": {"en": "a whole number", "zh": "整数"},
        "multiple": {"en": "a multiple of {unit}", "zh": " {unit} 的倍数"},
        "up": {"en": "up (away from 0)", "zh": "远离 0 取"},
        "down": {"en": "down (towards 0)", "zh": "截断（向 0）"},
        "ceiling": {"en": "up", "zh": "向上取"},
        "floor": {"en": "down", "zh": "向下取"},
        "half-up": {"en": "half-up", "zh": "四舍五入"},
        "half-down": {"en": "half-down", "zh": "五舍六入"},
        "half-even": {"en": "half-even", "zh": "四舍六入五成双"},
        "05up": {"en": "away from a last digit of 0 or 5", "zh": "尾数为 0 或 5 时进位，"},
    }
)

_JOINTS: Mapping[tuple[Language, str], str] = MappingProxyType(
    {
        ("en", "and"): " and ",
        ("en", "or"): " or ",
        ("en", "both"): " and ",
        ("zh", "and"): " 和 ",
        ("zh", "or"): " 或 ",
        ("zh", "both"): "，且 ",
    }
)
_ONE: Mapping[str, str] = MappingProxyType({"points": "point", "days": "day"})


def say(key: str, lang: Language, /, **facts: object) -> str:
    """The sentence of `key` with its facts filled in."""
    return WORDS[key][lang].format_map(facts)


def listed(words: Sequence[str], lang: Language, *, last: str = "and") -> str:
    """Words as a list: `a, b and c`, `a、b 和 c`; `last` is `and`, `or`, or `both` between clauses."""
    if len(words) < 2:
        return "".join(words)
    return SERIES.say(lang).join(words[:-1]) + _JOINTS[lang, last] + words[-1]


def sequence(steps: Sequence[str], lang: Language) -> str:
    """Steps one after the other."""
    return SEMICOLON.say(lang).join(steps)


def label_text(label: str | bool, lang: Language) -> str:
    """A label as it is, a flag as yes or no."""
    return say("true" if label else "false", lang) if isinstance(label, bool) else label


def ends(x: Exact) -> bool:
    """The number has few enough decimals to be written out."""
    return not isinstance(x, Real) and 10**MOST_PLACES % x.denominator == 0


def exactly(x: Exact) -> str:
    """A number in a calculation: all its decimals, or a fraction, or an approximation where both would be too long.

    >>> exactly(Fraction(5, 4)), exactly(Fraction(-5, 12))
    ('1.25', '-5/12')
    """
    if not isinstance(x, Real) and (ends(x) or x.denominator <= LARGEST_DENOMINATOR):
        return figure(x)
    return "≈" + nearly(x)


def bracketed(x: Exact) -> str:
    """A number in a calculation, in brackets where a sign or a fraction could be misread."""
    text = exactly(x)
    return f"({text})" if "/" in text or text.startswith(("-", "≈")) else text


def rounded(x: Exact) -> str:
    """A number in a column: all its decimals, or an approximation that says so.

    >>> rounded(Fraction(5, 4)), rounded(Fraction(1165, 12))
    ('1.25', '≈97.0833')
    """
    return figure(x) if ends(x) and not isinstance(x, Real) else "≈" + nearly(x)


def result(x: Exact) -> str:
    """A number after a calculation, with the sign before it.

    >>> result(Fraction(195, 2)), result(Fraction(1165, 12))
    ('= 97.5', '= 1165/12 ≈ 97.0833')
    """
    if isinstance(x, Real):
        return f"≈ {nearly(x)}"
    if ends(x):
        return f"= {figure(x)}"
    return f"= {figure(x)} ≈ {nearly(x)}" if x.denominator <= LARGEST_DENOMINATOR else f"≈ {nearly(x)}"


def nearly(x: Exact) -> str:
    """A number to four decimals, or more where it is small or lies next to a shorter one.

    So what is a little below 89.325 does not look as if it were to be rounded up.

    >>> nearly(Fraction(1165, 12)), nearly(Fraction(2143799, 24000))
    ('97.0833', '89.32496')
    """
    low, high = reals.enclosure(x, 64)
    middle = (low + high) / 2
    places = _PLACES
    while middle and abs(middle) < Fraction(1, 10 ** (places - 2)) and places < 2 * MOST_PLACES:
        places += 1
    while (digits := reals.round_ratio(middle * 10**places, "half-even")) % 10 == 0 and places < MOST_PLACES:
        places += 1
    return figure(Fraction(digits, 10**places))


def with_unit(text: str, unit: str) -> str:
    """A figure and its unit: `30 h`, `93.5%`."""
    if not unit or unit.startswith("%"):
        return text + unit
    return f"{text} {_ONE.get(unit, unit) if text.split()[-1] == '1' else unit}"


def rounding_words(unit: Fraction, lang: Language) -> str:
    """What is rounded to: decimals, a whole number, or a multiple of something."""
    if unit == 1:
        return say("whole", lang)
    for places in range(1, MOST_PLACES):
        if unit == Fraction(1, 10**places):
            return say("places" if places > 1 else "place", lang, places=places)
    return say("multiple", lang, unit=exactly(unit))
