"""Amounts: what a measure reads in each row: a column, the time between two columns, or a sum of stages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, Text
from perfscheme.nouns.entries import entries
from perfscheme.nouns.shapes import Keyed
from perfscheme.nouns.sources import text_or_none


@attrs.frozen
class Between:
    """The time from one column to another of the same row.

    A row whose end lies before its start is left out, and reported unless the table's `leave-out` names it.

    Args:
        from_, to: time columns.
        calendar: the calendar whose working time is counted; None: every hour counts.
    """

    from_: str
    to: str
    calendar: str | None = attrs.field(default=None, kw_only=True)


Amount: TypeAlias = str | Between
"""The name of a number or duration column, or the time between two time columns."""


@attrs.frozen
class Stage:
    """One stage of several that follow each other.

    Args:
        stage: its id.
        of: how long it takes in a row.
        name: for people.
    """

    stage: str
    of: Amount
    name: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)


def stages_of(value: Any) -> tuple[Stage, ...]:
    """Stages as a tuple; a mapping is taken by its keys."""
    return entries(Stage, value)


@attrs.frozen
class Stages:
    """The sum of stages; a row in which one of them is missing is left out, so that the stages' means add up.

    Args:
        stages: by id.

    Raises:
        SchemeError: there is not one (PS246).
    """

    stages: Keyed[Stage] = attrs.field(converter=stages_of)

    def __attrs_post_init__(self) -> None:
        if not self.stages:
            raise SchemeError(Diagnostic("PS246", ("stages",), {"name": "stages"}))


def columns(amount: Amount | Stages) -> Iterator[str]:
    """The columns that an amount is made of."""
    match amount:
        case str():
            yield amount
        case Between():
            yield from (amount.from_, amount.to)
        case Stages():
            for stage in amount.stages:
                yield from columns(stage.of)


def betweens(amount: Amount | Stages | None) -> Iterator[Between]:
    """The times between two columns that an amount is made of."""
    if isinstance(amount, Between):
        yield amount
    elif isinstance(amount, Stages):
        for stage in amount.stages:
            yield from betweens(stage.of)
