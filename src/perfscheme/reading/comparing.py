"""Comparing: a condition that is written as text, `x >= 1`, and the mapping that is meant by it."""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType
from typing import Final

RELATIONS: Final = ("at-least", "above", "at-most", "below", "equals")
SIGNS: Final = MappingProxyType({
    ">=": "at-least", "=>": "at-least", "≥": "at-least", "不低于": "at-least", "不小于": "at-least",
    "大于等于": "at-least", "至少": "at-least", "达到": "at-least",
    ">": "above", "大于": "above", "高于": "above", "超过": "above",
    "<=": "at-most", "=<": "at-most", "≤": "at-most", "不高于": "at-most", "不超过": "at-most",
    "小于等于": "at-most", "至多": "at-most",
    "<": "below", "小于": "below", "低于": "below",
    "==": "equals", "=": "equals", "等于": "equals",
})  # fmt: skip
WORDS: Final = MappingProxyType({
    "at least": "at-least", "more than": "above", "above": "above", "at most": "at-most", "less than": "below",
    "below": "below", "equals": "equals", "is": "equals", "是": "equals",
})  # fmt: skip
"""Signs that only stand between spaces: they may well be a part of a name."""
_SIGN = "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
TEXT = re.compile(
    rf"\s*(?P<name>[^\s<>=≥≤]+?)(?:\s*(?P<sign>{_SIGN})\s*|\s+(?P<word>{'|'.join(WORDS)})\s+)(?P<value>[^<>=]+?)\s*"
)
NAME = re.compile(r"[\w-]+")
NUMBER = re.compile(r"([-+]?[0-9]+(?:\.[0-9]+)?)\s*(?:%|[^\W\d_]{0,4})")


def comparison(text: str, key: str) -> str:
    """The mapping that a text must have been meant as, or an example of one with what it names.

    Args:
        text: what stands there.
        key: the key under which a condition names what it compares: `input` of a person, `column` of a row.

    >>> comparison("satisfaction ≥ 90%", "input")
    '{input: satisfaction, at-least: 90, if-missing: fails}'
    """
    end = ", if-missing: fails}" if key != "column" else "}"
    found = TEXT.fullmatch(unicodedata.normalize("NFKC", text))
    if found is None:
        name = text.strip()
        name = name if NAME.fullmatch(name) else "…"
        return f"{{{key}: {name}, at-least: 1{end}"
    name, value = found["name"], found["value"].strip("'\"")
    relation = SIGNS[found["sign"]] if found["sign"] else WORDS[found["word"]]
    if (number := NUMBER.fullmatch(value)) is not None:
        return f"{{{key}: {name}, {relation}: {number[1]}{end}"
    if relation == "equals":
        return f"{{{key}: {name}, is: {value}{end}"
    if key != "column":  # a threshold: its better side is that of the indicator
        met = f"{{met: {name}, threshold: {value}, if-missing: "
        return met + "fails}" if relation in ("at-least", "above") else "{not: " + met + "holds}}"
    return f"{{{key}: {name}, {relation}: {value}{end}"
