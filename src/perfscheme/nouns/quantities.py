"""Quantities: figures of a scheme that may be fixed, given per person, or chosen by a label."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, TypeAlias

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.diagnostics.repeats import repeats
from perfscheme.formula.nodes import Absent, Const, Formula, State, default
from perfscheme.nouns.entries import entries
from perfscheme.nouns.inputs import NumberInput
from perfscheme.nouns.numbers import number, number_or_none
from perfscheme.nouns.setting import Setting, label_text
from perfscheme.nouns.shapes import Keyed
from perfscheme.nouns.units import UnitName, convert, factor


@attrs.frozen
class FromInput:
    """A figure that is given per person.

    Args:
        input: key of the number input that gives it.
        default: the figure for a person for whom it is missing; None: then what is computed from it is missing too.
    """

    input: str
    default: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)


def quantity(value: Any) -> Quantity:
    """A number as a fixed figure; `FromInput` and `ByLabel` as they are."""
    return value if isinstance(value, FromInput | ByLabel) else number(value)


def quantity_or_none(value: Any) -> Quantity | None:
    """`quantity`, where nothing may be written."""
    return None if value is None else quantity(value)


@attrs.frozen
class Case:
    """The figure of one label."""

    label: str | bool
    value: Quantity = attrs.field(converter=quantity)


def _cases(value: Any) -> tuple[Case, ...]:
    return entries(Case, value)


@attrs.frozen
class ByLabel:
    """A figure chosen by a label or flag.

    Args:
        by: key of the label or flag.
        cases: a figure for each of its labels; none may be left out.

    Raises:
        SchemeError: a label twice.
    """

    by: str
    cases: Keyed[Case] = attrs.field(converter=_cases)

    def __attrs_post_init__(self) -> None:
        if problems := twice(tuple(case.label for case in self.cases), "cases"):
            raise SchemeError(problems)


Quantity: TypeAlias = Fraction | FromInput | ByLabel


def state(quantity: Quantity, setting: Setting, *path: str | int, unit: UnitName | None = None) -> Formula:
    """The formula of a quantity.

    Args:
        quantity: the figure.
        setting: its inputs.
        path: the field that holds the quantity.
        unit: the unit in which the figure is needed; an input in another unit of the same kind is converted.
    """
    match quantity:
        case FromInput():
            return _from_input(quantity, setting, path, unit)
        case ByLabel():
            cases = [
                (case.label, state(case.value, setting, *path, "cases", label_text(case.label), unit=unit))
                for case in quantity.cases
            ]
            return setting.choose(quantity.by, cases, *path)
        case _:
            return Const(quantity)


def twice(labels: Iterable[str | bool], *path: str) -> tuple[Diagnostic, ...]:
    """A problem for every label that stands there for the second time."""
    return tuple(
        Diagnostic("PS122", (*path, label_text(label)), {"label": label_text(label)})
        for _, (_, label) in repeats((type(label), label) for label in labels)  # 1 is not true
    )


def _from_input(
    quantity: FromInput, setting: Setting, path: tuple[str | int, ...], unit: UnitName | None
) -> Formula:  # fmt: skip
    node = setting.number(quantity.input, *path, "input")
    spec = setting.inputs.get(quantity.input)
    if unit is not None and isinstance(spec, NumberInput):
        if factor(spec.unit, unit) is None:
            setting.report("PS131", *path, "input", name=quantity.input, found=spec.unit, wanted=unit)
            return Absent(State.MISSING)
        node = convert(node, spec.unit, unit)
    return node if quantity.default is None else default(node, quantity.default)
