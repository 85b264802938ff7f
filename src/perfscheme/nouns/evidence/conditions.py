"""Conditions on a row of a table: comparisons of its columns, gaps, and how they combine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TypeAlias

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.nouns.comparisons import IfMissing, labels_of, one_relation, written
from perfscheme.nouns.entries import listed
from perfscheme.nouns.numbers import level_or_none


@attrs.frozen
class ColumnIs:
    """A comparison of a column with a figure, with another column, or with words.

    A row in which one of the two is missing is left out of a measure, unless `if_missing` says what holds there.

    Args:
        column: its name.
        at_least, above, at_most, below, equals: exactly one of them, for numbers, durations and times: a figure in the
            column's unit, or the name of another column.
        is_: for a text or a flag, what it must be.
        is_any: for a text, the words of which it must be one.
        if_missing: what holds where there is nothing to compare.

    Raises:
        SchemeError: no relation (PS241) or several (PS242); an empty `is_any` (PS246).

    >>> ColumnIs("answered", below="reported").below
    'reported'
    """

    column: str
    at_least: Fraction | str | None = attrs.field(default=None, converter=level_or_none, kw_only=True)
    above: Fraction | str | None = attrs.field(default=None, converter=level_or_none, kw_only=True)
    at_most: Fraction | str | None = attrs.field(default=None, converter=level_or_none, kw_only=True)
    below: Fraction | str | None = attrs.field(default=None, converter=level_or_none, kw_only=True)
    equals: Fraction | str | None = attrs.field(default=None, converter=level_or_none, kw_only=True)
    is_: str | bool | None = attrs.field(default=None, kw_only=True)
    is_any: tuple[str | bool, ...] | None = attrs.field(default=None, converter=labels_of, kw_only=True)
    if_missing: IfMissing | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        words = [key for key, value in (("is", self.is_), ("is-any", self.is_any)) if value is not None]
        problems = one_relation(self) if not words else []
        if words and (found := [relation for relation, _ in written(self)] + words)[1:]:
            problems.append(Diagnostic("PS242", (), {"found": tuple(found)}))
        if self.is_any == ():
            problems.append(Diagnostic("PS246", ("is-any",), {"name": "is-any"}))
        if problems:
            raise SchemeError(problems)

    @property
    def wanted(self) -> tuple[str | bool, ...] | None:
        """The words of which it must be one; None where it is compared otherwise."""
        return self.is_any if self.is_any is not None else None if self.is_ is None else (self.is_,)


@attrs.frozen
class ColumnMissing:
    """Nothing stands in a column."""

    missing: str


@attrs.frozen
class AllOfRow:
    """Every one of the conditions holds.

    Raises:
        SchemeError: there are none.
    """

    all_: tuple[RowCondition, ...] = attrs.field(converter=listed)

    def __attrs_post_init__(self) -> None:
        if not self.all_:
            raise SchemeError(Diagnostic("PS246", ("all",), {"name": "all"}))


@attrs.frozen
class AnyOfRow:
    """At least one of the conditions holds.

    Raises:
        SchemeError: there are none.
    """

    any_: tuple[RowCondition, ...] = attrs.field(converter=listed)

    def __attrs_post_init__(self) -> None:
        if not self.any_:
            raise SchemeError(Diagnostic("PS246", ("any",), {"name": "any"}))


@attrs.frozen
class NotThatRow:
    """The condition does not hold."""

    not_: RowCondition


RowCondition: TypeAlias = ColumnIs | ColumnMissing | AllOfRow | AnyOfRow | NotThatRow


def parts(
    condition: RowCondition, *path: str | int
) -> Iterator[tuple[tuple[str | int, ...], ColumnIs | ColumnMissing]]:
    """The comparisons and gaps that a condition is made of, each with where it stands."""
    match condition:
        case AllOfRow(all_=inner):
            yield from _several(inner, *path, "all")
        case AnyOfRow(any_=inner):
            yield from _several(inner, *path, "any")
        case NotThatRow(not_=one):
            yield from parts(one, *path, "not")
        case ColumnIs() | ColumnMissing():
            yield path, condition


def _several(
    conditions: Iterable[RowCondition], *path: str | int
) -> Iterator[tuple[tuple[str | int, ...], ColumnIs | ColumnMissing]]:
    for i, condition in enumerate(conditions):
        yield from parts(condition, *path, i)


def columns(condition: RowCondition) -> Iterator[str]:
    """The columns that a condition reads."""
    for _, part in parts(condition):
        if isinstance(part, ColumnMissing):
            yield part.missing
        else:
            yield part.column
            if part.wanted is None and isinstance(bound := written(part)[0][1], str):
                yield bound
