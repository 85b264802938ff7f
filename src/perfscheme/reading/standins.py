"""Stand-ins: what takes the place of something unreadable, so that all the rest is read and proved all the same.

A scheme with a stand-in is read twice, with two stand-ins that have little in common. What is wrong both times is
wrong whatever ought to stand there; what is wrong only once is a consequence of the stand-in, and is not told.
"""

from __future__ import annotations

import functools
from collections.abc import Hashable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any, ClassVar, cast

import attrs

from perfscheme.diagnostics.language import Text
from perfscheme.formula.nodes import Const, Formula
from perfscheme.nouns.aggregations.children import Child
from perfscheme.nouns.setting import Setting
from perfscheme.reading import shapes
from perfscheme.reading.nodes import UNNAMED
from perfscheme.reading.shapes import Choice, KeyedBy, Kinded, ListOf, Nothing, Record, Row, Shape, Value


@attrs.frozen
class SomeCurve:
    """A curve of which nothing is known but that it has one."""

    kind: ClassVar[str] = UNNAMED
    points: Fraction
    labels: tuple[str, ...] | None = None

    def formula(self, x: Formula, setting: Setting) -> Formula:  # noqa: ARG002
        """Its points, whatever the value."""
        return Const(self.points)


@attrs.frozen
class SomeAggregation:
    """An aggregation of which nothing is known."""

    kind: ClassVar[str] = UNNAMED
    points: Fraction

    def aggregate(self, children: tuple[Child, ...], setting: Setting) -> Formula:  # noqa: ARG002
        """Its points, whatever the children's."""
        return Const(self.points)


@attrs.frozen
class SomeRule:
    """A rule of which nothing is known."""

    kind: ClassVar[str] = UNNAMED
    points: Fraction

    def points_formula(self, points: Formula, setting: Setting) -> Formula:  # noqa: ARG002
        """Its points, whatever they were."""
        return Const(self.points)


@attrs.frozen
class SomePolicy:
    """A missing policy of which nothing is known; every aggregation can follow the one or the other."""

    kind: ClassVar[str]
    coverage: Fraction = Fraction(100)

    def terms(self, children: tuple[Child, ...], setting: Setting) -> tuple[Child, ...]:  # noqa: ARG002
        """The children as they are."""
        return children


@attrs.frozen
class _Refusing(SomePolicy):
    kind: ClassVar[str] = "refuse"


@attrs.frozen
class _Filling(SomePolicy):
    kind: ClassVar[str] = "zero"


STRATEGIES: Mapping[str, tuple[Any, Any]] = MappingProxyType({
    "curve": (SomeCurve(Fraction(0)), SomeCurve(Fraction(10**6), (UNNAMED,))),
    "aggregation": (SomeAggregation(Fraction(0)), SomeAggregation(Fraction(10**6))),
    "rule": (SomeRule(Fraction(0)), SomeRule(Fraction(10**6))),
    "missing": (_Refusing(), _Filling()),
})  # fmt: skip
BASICS: Mapping[str, tuple[Any, Any]] = MappingProxyType({
    "number": (Fraction(50), Fraction(60)),
    "whole": (1, 2),
    "flag": (False, True),
    "words": (UNNAMED + "1", UNNAMED + "2"),
    "text": (Text(zh=UNNAMED, en=UNNAMED),) * 2,
})  # fmt: skip


def stand_in(shape: Shape, turn: int, key: Any = None, *, inside: bool = False) -> Any:
    """Something of a shape.

    Args:
        shape: what ought to stand there.
        turn: 0 or 1; the two have as little in common as can be.
        key: the key above it, which an item of a keyed mapping takes for its first field.
        inside: it is for a part of another stand-in, where lists are empty: nouns hold nouns without end.
    """
    match shape:
        case Value(basic=basic):
            return BASICS[basic][turn]
        case Choice(values=values):
            return values[-turn]
        case Kinded(role=role):
            return STRATEGIES[role][turn]
        case Record(noun=noun):
            return _noun(noun, turn, key)
        case Row(items=items):
            return tuple(stand_in(item, turn, inside=True) for item in items)
        case ListOf(item=item):
            return () if inside or not turn else (stand_in(item, turn, inside=True),)
        case KeyedBy(item=item):
            return () if inside or not turn else (stand_in(item, turn, UNNAMED, inside=True),)
        case shapes.OneOf(members=members):
            return None if shapes.nullable(shape) and not turn else _member(members, turn, key, inside)
        case Nothing():
            return None


def _member(members: tuple[Shape, ...], turn: int, key: Any, inside: bool) -> Any:
    some = [member for member in members if not isinstance(member, Nothing)]
    plain = [member for member in some if isinstance(member, Value | Choice)]
    # The last condition of all holds another one: within a stand-in it would never end.
    return stand_in(plain[0] if plain else some[0 if inside else -turn], turn, key, inside=inside)


def _noun(noun: type[Any], turn: int, key: Any) -> Any:
    first, *others = shapes.fields(noun)
    named = {field.name: stand_in(field.shape, turn, inside=True) for field in others if field.required}
    if key is not None or first.required:
        named[first.name] = stand_in(first.shape, turn, inside=True) if key is None else key
    try:
        return noun(**named)
    except ValueError:  # its invariants; a noun that keeps them is of more use
        return unchecked(cast("Hashable", noun))(**named)


@functools.cache
def unchecked(noun: Any) -> Any:
    """The class with its invariants left out: what breaks them has been told, and its fields are still of use."""
    return type(noun.__name__, (noun,), {"__slots__": (), "__attrs_post_init__": lambda self: None})
