"""Row measures: what all measures of the rows of a table have, and what each of them tells of itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal, TypeAlias

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, Text
from perfscheme.nouns.entries import listed
from perfscheme.nouns.evidence.amounts import Amount, Stages
from perfscheme.nouns.evidence.conditions import RowCondition
from perfscheme.nouns.evidence.reads import NUMBERS, WORDS, Read
from perfscheme.nouns.evidence.tables import LeaveOut
from perfscheme.nouns.sources import Source, text_or_none

Gives: TypeAlias = Literal["count", "share", "mean", "amount", "cell", "quotient"]
"""What a figure is: how many, which part of them, amounts divided or as they are, what stands in a column, a ratio."""

LEAST_DECIMALS, MOST_DECIMALS = 0, 12


def decimal_problems(decimals: int | None) -> list[Diagnostic]:
    """That a figure has too many decimals, or fewer than none (PS611)."""
    if decimals is None or LEAST_DECIMALS <= decimals <= MOST_DECIMALS:
        return []
    return [Diagnostic("PS611", ("decimals",), {"found": decimals, "most": MOST_DECIMALS})]


@attrs.frozen
class RowMeasure:
    """What all measures of the rows of a table have, and what each of them tells of itself: how it `gives` its figure,
    and what it `reads` in a row.

    Args:
        measure: the input that it gives, or a name by which a ratio calls it.
        table: whose rows.
        where: only rows of which this holds.
        leave_out: rows that are listed and not measured here, after those that the table leaves out everywhere.
        at_least: so many rows must be measured; with fewer the value is missing, and the card says why.
        decimals: to how many decimals the figure is rounded, half-up, once; None: it is exact.
        name: for people.
        sources: where the rule of counting is laid down.

    Raises:
        SchemeError: too many decimals or fewer than none (PS611); a minimum below one (PS612).
    """

    kind: ClassVar[str]
    gives: ClassVar[Gives]

    measure: str
    table: str = attrs.field(kw_only=True)
    where: RowCondition | None = attrs.field(default=None, kw_only=True)
    leave_out: tuple[LeaveOut, ...] = attrs.field(default=(), converter=listed, kw_only=True)
    at_least: int | None = attrs.field(default=None, kw_only=True)
    decimals: int | None = attrs.field(default=None, kw_only=True)
    name: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=listed, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if problems := [*self._problems()]:
            raise SchemeError(problems)

    def _problems(self) -> Iterator[Diagnostic]:
        yield from decimal_problems(self.decimals)
        if self.at_least is not None and self.at_least < 1:
            yield Diagnostic("PS612", ("at-least",), {"found": self.at_least})

    @property
    def reads(self) -> tuple[Read, ...]:
        """What it reads in each row, beside the conditions by which it takes rows or leaves them out."""
        return ()

    @property
    def amount(self) -> Amount | Stages | None:
        """The amount of which its figure is made; None where there is none."""
        return None

    @property
    def cell(self) -> str | None:
        """The column whose cell it gives as it stands there; None where it gives something else."""
        return None


@attrs.frozen
class AmountMeasure(RowMeasure):
    """What all measures of an amount have.

    Args:
        of: the amount.
    """

    gives: ClassVar[Gives] = "amount"

    of: Amount | Stages = attrs.field(kw_only=True)

    @property
    def reads(self) -> tuple[Read, ...]:
        """See `RowMeasure`."""
        return (Read("of", self.of, NUMBERS),)

    @property
    def amount(self) -> Amount | Stages:
        """See `RowMeasure`."""
        return self.of


@attrs.frozen
class CellMeasure(RowMeasure):
    """What all measures have that give what stands in a column.

    Args:
        of: the column: a number, a duration, a text or a flag.
    """

    gives: ClassVar[Gives] = "cell"

    of: str = attrs.field(kw_only=True)

    @property
    def reads(self) -> tuple[Read, ...]:
        """See `RowMeasure`."""
        return (Read("of", self.of, (*NUMBERS, *WORDS)),)

    @property
    def cell(self) -> str:
        """See `RowMeasure`."""
        return self.of
