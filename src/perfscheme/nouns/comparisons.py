"""Comparisons: conditions on an input, on points or on the total, with the answer where there is nothing to compare."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, Protocol, TypeAlias

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, nearest
from perfscheme.formula import nodes
from perfscheme.formula.nodes import Compare, Formula
from perfscheme.nouns.inputs import NumberInput
from perfscheme.nouns.quantities import Quantity, quantity_or_none, state
from perfscheme.nouns.setting import Setting, label_text
from perfscheme.nouns.units import UnitName

IfMissing: TypeAlias = Literal["holds", "fails"]
"""What a condition answers where what it reads is missing or not applicable."""

RELATIONS: tuple[nodes.Relation, ...] = ("at-least", "above", "at-most", "below", "equals")


def labels_of(values: Iterable[str | bool] | None) -> tuple[str | bool, ...] | None:
    """Labels as a tuple; None where none are written."""
    return None if values is None else tuple(values)


class Relations(Protocol):
    """The five fields of which a comparison has exactly one."""

    @property
    def at_least(self) -> Any: ...  # noqa: D102
    @property
    def above(self) -> Any: ...  # noqa: D102
    @property
    def at_most(self) -> Any: ...  # noqa: D102
    @property
    def below(self) -> Any: ...  # noqa: D102
    @property
    def equals(self) -> Any: ...  # noqa: D102


def written(x: Relations) -> list[tuple[nodes.Relation, Any]]:
    """The relations that are written, each with its bound."""
    values = (x.at_least, x.above, x.at_most, x.below, x.equals)
    return [(relation, value) for relation, value in zip(RELATIONS, values, strict=True) if value is not None]


def one_relation(x: Relations, *path: str) -> list[Diagnostic]:
    """A problem where no relation is written (PS241), or several are (PS242)."""
    found = written(x)
    if len(found) == 1:
        return []
    names = tuple(relation for relation, _ in found)
    return [Diagnostic("PS242", path, {"found": names})] if found else [Diagnostic("PS241", path)]


def meaning(if_missing: IfMissing | None, what: str) -> list[Diagnostic]:
    """A problem (PS243) where a condition does not say what an absence of what it reads means."""
    return [] if if_missing is not None else [Diagnostic("PS243", (), {"name": what})]


def compared(
    x: Formula,
    relations: Relations,
    if_missing: IfMissing | None,
    setting: Setting,
    *path: str,
    unit: UnitName | None = None,
) -> nodes.Condition:
    """`x` in the written relation to the written figure; `path` leads to the relation, `unit` is that of `x`."""
    found = written(relations)
    if len(found) != 1:  # told when it was made; what is read on in spite of it is for other mistakes
        return nodes.Always(False)
    ((relation, value),) = found
    other = state(value, setting, *path, relation, unit=unit)
    return Compare(x, relation, other, absent=if_missing == "holds")


@attrs.frozen
class InputIs:
    """A comparison of an input, which may be one that no indicator reads.

    Args:
        input: its key.
        at_least, above, at_most, below, equals: for a number input, exactly one of them; a figure in the input's unit.
        is_: for a label or flag, the label that it must have.
        is_any: for a label, the labels of which it must have one.
        if_missing: what holds where the input (or the figure) is missing or not applicable.

    Raises:
        SchemeError: no relation (PS241) or several (PS242); no `if_missing` (PS243); an empty `is_any` (PS246).

    >>> InputIs("major-complaints", at_least=1, if_missing="fails").at_least
    Fraction(1, 1)
    """

    input: str
    at_least: Quantity | None = attrs.field(default=None, converter=quantity_or_none, kw_only=True)
    above: Quantity | None = attrs.field(default=None, converter=quantity_or_none, kw_only=True)
    at_most: Quantity | None = attrs.field(default=None, converter=quantity_or_none, kw_only=True)
    below: Quantity | None = attrs.field(default=None, converter=quantity_or_none, kw_only=True)
    equals: Quantity | None = attrs.field(default=None, converter=quantity_or_none, kw_only=True)
    is_: str | bool | None = attrs.field(default=None, kw_only=True)
    is_any: tuple[str | bool, ...] | None = attrs.field(default=None, converter=labels_of, kw_only=True)
    if_missing: IfMissing | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        problems = meaning(self.if_missing, self.input)
        words = [("is", self.is_), ("is-any", self.is_any)]
        found = [*written(self), *((key, value) for key, value in words if value is not None)]
        if not found:
            problems.append(Diagnostic("PS241"))
        elif len(found) > 1:
            problems.append(Diagnostic("PS242", (), {"found": tuple(key for key, _ in found)}))
        if self.is_any == ():
            problems.append(Diagnostic("PS246", ("is-any",), {"name": "is-any"}))
        if problems:
            raise SchemeError(problems)

    def condition(self, setting: Setting) -> nodes.Condition:
        """The condition as a node; `setting` stands at this condition."""
        labels = self.is_any if self.is_any is not None else None if self.is_ is None else (self.is_,)
        if labels is None:
            x = setting.number(self.input, "input")
            spec = setting.inputs.get(self.input)
            unit = spec.unit if isinstance(spec, NumberInput) else None
            return compared(x, self, self.if_missing, setting, unit=unit)
        key = "is" if self.is_any is None else "is-any"
        if isinstance(setting.inputs.get(self.input), NumberInput):
            instead = f"{{input: {self.input}, at-least: 1, if-missing: {self.if_missing or 'fails'}}}"
            setting.report("PS250", key, key=key, name=self.input, instead=instead)
            return nodes.Always(False)
        label = setting.label(self.input, "input")
        for wanted in labels:
            if label.labels and not any(wanted == known and type(wanted) is type(known) for known in label.labels):
                words = tuple(label_text(known) for known in label.labels)
                found = label_text(wanted)
                facts: dict[str, Any] = {
                    "label": found,
                    "name": self.input,
                    "labels": words,
                    "nearest": nearest(found, words),
                }
                setting.report("PS244", key, **facts)
        return nodes.OneOf(label, frozenset(labels), absent=self.if_missing == "holds")


@attrs.frozen
class PointsIs:
    """A comparison of the points of an indicator or dimension.

    Args:
        points: its id.
        at_least, above, at_most, below, equals: exactly one of them.
        if_missing: what holds where there are no points (or no figure).

    Raises:
        SchemeError: no relation or several; no `if_missing`.
    """

    points: str
    at_least: Quantity | None = attrs.field(default=None, converter=quantity_or_none, kw_only=True)
    above: Quantity | None = attrs.field(default=None, converter=quantity_or_none, kw_only=True)
    at_most: Quantity | None = attrs.field(default=None, converter=quantity_or_none, kw_only=True)
    below: Quantity | None = attrs.field(default=None, converter=quantity_or_none, kw_only=True)
    equals: Quantity | None = attrs.field(default=None, converter=quantity_or_none, kw_only=True)
    if_missing: IfMissing | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if problems := [*meaning(self.if_missing, self.points), *one_relation(self)]:
            raise SchemeError(problems)

    def condition(self, setting: Setting) -> nodes.Condition:
        """The condition as a node; `setting` stands at this condition."""
        return compared(setting.points(self.points, "points"), self, self.if_missing, setting)


@attrs.frozen
class Bound:
    """One side of a comparison: exactly one of the five relations.

    Raises:
        SchemeError: no relation or several.
    """

    at_least: Quantity | None = attrs.field(default=None, converter=quantity_or_none, kw_only=True)
    above: Quantity | None = attrs.field(default=None, converter=quantity_or_none, kw_only=True)
    at_most: Quantity | None = attrs.field(default=None, converter=quantity_or_none, kw_only=True)
    below: Quantity | None = attrs.field(default=None, converter=quantity_or_none, kw_only=True)
    equals: Quantity | None = attrs.field(default=None, converter=quantity_or_none, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if problems := one_relation(self):
            raise SchemeError(problems)


@attrs.frozen
class TotalIs:
    """A comparison of the total, in the rules of a whole scheme: `{total: {below: 60}, if-missing: fails}`.

    Args:
        total: the comparison.
        if_missing: what holds where there is no total.

    Raises:
        SchemeError: no `if_missing`.
    """

    total: Bound
    if_missing: IfMissing | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if problems := meaning(self.if_missing, "total"):
            raise SchemeError(problems)

    def condition(self, setting: Setting) -> nodes.Condition:
        """The condition as a node; `setting` stands at this condition."""
        return compared(setting.total("total"), self.total, self.if_missing, setting, "total")
