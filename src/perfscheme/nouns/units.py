"""Units: what a number counts, how it converts, and where it can lie by nature."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, TypeAlias

import attrs

from perfscheme.diagnostics import Text, figure
from perfscheme.formula.nodes import Formula, linear

UnitName: TypeAlias = Literal[
    "percent", "fraction", "hours", "days", "minutes", "seconds", "count", "number", "points", "currency"
]  # fmt: skip
Kind: TypeAlias = Literal["share", "time", "count", "number", "points", "currency"]
Range: TypeAlias = tuple[Fraction | None, Fraction | None]


@attrs.frozen
class Unit:
    """A unit of one kind.

    Args:
        name: the word in the scheme.
        kind: only units of one kind convert into each other.
        factor: how many base units of the kind (seconds, the whole) one of this unit is. A day has 24 hours.
        low, high: the range that holds by nature where a scheme writes none; None is no limit.
    """

    name: UnitName
    kind: Kind
    factor: Fraction = Fraction(1)
    low: Fraction | None = None
    high: Fraction | None = None


_ZERO = Fraction(0)
UNITS: Mapping[str, Unit] = MappingProxyType(
    {
        unit.name: unit
        for unit in (
            Unit("percent", "share", Fraction(1, 100), _ZERO, Fraction(100)),
            Unit("fraction", "share", Fraction(1), _ZERO, Fraction(1)),
            Unit("hours", "time", Fraction(3600), _ZERO),
            Unit("days", "time", Fraction(86400), _ZERO),
            Unit("minutes", "time", Fraction(60), _ZERO),
            Unit("seconds", "time", Fraction(1), _ZERO),
            Unit("count", "count", Fraction(1), _ZERO),
            Unit("number", "number"),
            Unit("points", "points"),
            Unit("currency", "currency"),
        )
    }
)


SPOKEN: Mapping[str, Text] = MappingProxyType(
    {
        "percent": Text(zh="%", en="%"),
        "fraction": Text(zh="", en=""),
        "hours": Text(zh="小时", en="h"),
        "days": Text(zh="天", en="days"),
        "minutes": Text(zh="分钟", en="min"),
        "seconds": Text(zh="秒", en="s"),
        "count": Text(zh="", en=""),
        "number": Text(zh="", en=""),
        "points": Text(zh="分", en="points"),
        "currency": Text(zh="", en=""),
    }
)
"""What stands behind a number for people."""


def amount_text(value: Fraction, unit: str | None) -> Text:
    """A number with its unit, for people.

    >>> amount_text(Fraction(72), "hours")
    Text(zh='72 小时', en='72 h')
    """
    said = SPOKEN.get(unit or "", SPOKEN["number"])
    zh = said.say("zh")
    return Text(zh=figure(value) + (zh if zh == "%" else f" {zh}".rstrip()), en=f"{figure(value)} {said.en}".rstrip())


def reach_text(low: Fraction | None, high: Fraction | None, unit: str | None = None) -> Text:
    """From where to where numbers go, for people; None at either end is no limit.

    >>> reach_text(Fraction(0), None, "hours").say("en")
    '0 h and more'
    """
    if low is None:
        if high is None:
            return Text(zh="任何数值", en="any number")
        end = amount_text(high, unit)
        return Text(zh=f"不超过 {end.zh}", en=f"up to {end.en}")
    start = amount_text(low, unit)
    if high is None:
        return Text(zh=f"不小于 {start.zh}", en=f"{start.en} and more")
    end = amount_text(high, unit)
    return Text(zh=f"{figure(low)} 至 {end.zh}", en=f"{figure(low)} to {end.en}")


def natural_range(name: UnitName) -> Range:
    """Where a number in this unit can lie: percent 0 to 100, fraction 0 to 1, times and counts from 0.

    Points, money and a plain `number` (degrees, mg/dl, a rating of play) can lie anywhere.

    >>> natural_range("hours")
    (Fraction(0, 1), None)
    """
    return UNITS[name].low, UNITS[name].high


def factor(found: UnitName, wanted: UnitName) -> Fraction | None:
    """How many `wanted` one `found` is, exactly; None where the two are of different kinds.

    >>> factor("hours", "minutes"), factor("hours", "percent")
    (Fraction(60, 1), None)
    """
    a, b = UNITS[found], UNITS[wanted]
    return a.factor / b.factor if a.kind == b.kind else None


def convert(x: Formula, found: UnitName, wanted: UnitName) -> Formula:
    """`x` in the unit `wanted`; both units are of one kind.

    Raises:
        ValueError: they are not.
    """
    times = factor(found, wanted)
    if times is None:
        raise ValueError(f"{found} do not convert to {wanted}")
    return linear((times, x))
