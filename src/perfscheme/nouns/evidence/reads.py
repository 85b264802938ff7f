"""Reads: what a measure reads in each row, and at which of its keys that is written."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from perfscheme.nouns.evidence import amounts, conditions
from perfscheme.nouns.evidence.amounts import Amount, Stages
from perfscheme.nouns.evidence.columns import Column, DurationColumn, FlagColumn, NumberColumn, TextColumn
from perfscheme.nouns.evidence.conditions import RowCondition

NUMBERS = (NumberColumn, DurationColumn)
WORDS = (TextColumn, FlagColumn)


@attrs.frozen
class Read:
    """One thing that a measure reads in each row.

    Args:
        key: where it is written in the measure.
        what: a column, an amount or a condition.
        kinds: of a column, those that may be read.

    >>> list(Read("of", amounts.Between("reported", "answered")).columns())
    ['reported', 'answered']
    """

    key: str
    what: Amount | Stages | RowCondition
    kinds: tuple[type[Column], ...] = ()

    def columns(self) -> Iterator[str]:
        """The columns that have to be there."""
        if isinstance(self.what, RowCondition):
            return conditions.columns(self.what)
        return amounts.columns(self.what)
