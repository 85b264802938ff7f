"""Conditions: nodes that are true or false, never "unknown": what an absence means stands where it is met."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

import attrs

from perfscheme.formula.nodes.arithmetic import Formula, formula, refuse_stranger
from perfscheme.formula.nodes.inputs import LabelInput, State

Relation: TypeAlias = Literal["at-least", "above", "at-most", "below", "equals"]

_RELATIONS: tuple[Relation, ...] = get_args(Relation)


class Condition:
    """A true-or-false node. Combine with `&`, `|` and `~`."""

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        refuse_stranger(cls)

    def __repr__(self) -> str:
        """The sort of node, as of a `Formula`."""
        return f"<{type(self).__name__}>"

    def __bool__(self) -> bool:
        raise TypeError(
            "a condition is not true or false before there is a record: "
            "write If(condition, then, other) for `if`, and &, |, ~ for `and`, `or`, `not`"
        )

    def __and__(self, other: Condition) -> Condition:
        return Every((self, other))

    def __or__(self, other: Condition) -> Condition:
        return Some((self, other))

    def __invert__(self) -> Condition:
        return Not(self)


@attrs.frozen(eq=False, repr=False)
class Always(Condition):
    """A fixed truth."""

    value: bool


@attrs.frozen(eq=False, repr=False)
class Compare(Condition):
    """`left` stands in `relation` to `right`; `absent` is the answer where either is absent."""

    left: Formula = attrs.field(converter=formula)
    relation: Relation = attrs.field()
    right: Formula = attrs.field(converter=formula)
    absent: bool = False

    @relation.validator
    def _is_known(self, _: object, value: str) -> None:
        if value not in _RELATIONS:
            raise ValueError(f"{value!r} is no relation: write one of {', '.join(_RELATIONS)}")


@attrs.frozen(eq=False, repr=False)
class InState(Condition):
    """`x` is present, missing, or not applicable."""

    x: Formula
    state: State


@attrs.frozen(eq=False, repr=False)
class OneOf(Condition):
    """The label is one of `labels`; `absent` is the answer where there is no label."""

    label: LabelInput
    labels: frozenset[str | bool]
    absent: bool = False


@attrs.frozen(eq=False, repr=False)
class LabelInState(Condition):
    """The label is present, missing, or not applicable."""

    label: LabelInput
    state: State


@attrs.frozen(eq=False, repr=False)
class Every(Condition):
    """Every condition holds."""

    conditions: tuple[Condition, ...]


@attrs.frozen(eq=False, repr=False)
class Some(Condition):
    """At least one condition holds."""

    conditions: tuple[Condition, ...]


@attrs.frozen(eq=False, repr=False)
class Not(Condition):
    """The condition does not hold."""

    condition: Condition


def present(x: Formula) -> Condition:
    """`x` has a value."""
    return InState(x, State.PRESENT)
