"""Figures and other facts in words: how a value stands in a message."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TypeAlias

from perfscheme.diagnostics.language import SERIES, Language, Text

Fact: TypeAlias = str | int | Fraction | tuple[str, ...] | tuple[Fraction, ...] | tuple[Text, ...] | Text | None

NOTHING = Text(zh="无", en="none")
LONGEST = 80
MOST = 40


def figure(value: Fraction | int) -> str:
    """An exact number as plain decimals where these end, else as `a/b`."""
    value = Fraction(value)
    places = terminating(value)
    if places is None or places > LONGEST:
        return f"{value.numerator}/{value.denominator}"
    digits = str(abs(value.numerator) * (10**places // value.denominator)).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else sign + digits


def terminating(x: Fraction) -> int | None:
    """How many decimals the fraction has; None where they never end."""
    rest, twos, fives = x.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def shown(value: object, lang: Language) -> str:
    """A fact as it stands in a sentence: figures plain, lists with commas, long or unprintable text made safe."""
    if isinstance(value, Text):
        return value.say(lang)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Fraction | int):
        return figure(value)
    if isinstance(value, tuple | list | set | frozenset):
        return _list(value, lang)
    return printable(str(value))


def printable(text: str, longest: int = LONGEST) -> str:
    """Text on one line without control characters, cut to `longest` characters."""
    text = text if len(text) <= longest else text[: longest - 1] + "…"
    return "".join(char if char.isprintable() else " " if char in "\t\n\r" else "\ufffd" for char in text)


def _list(values: Iterable[object], lang: Language) -> str:
    words = [shown(value, lang) for value in values] or [NOTHING.say(lang)]
    if len(words) > MOST:
        words[MOST:] = ["…"]
    return SERIES.say(lang).join(words)
