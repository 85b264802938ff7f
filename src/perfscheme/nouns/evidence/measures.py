"""Measures: how the rows of a table become one figure for each subject."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar, Literal, TypeAlias

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, Text
from perfscheme.nouns.entries import listed
from perfscheme.nouns.evidence.amounts import Amount
from perfscheme.nouns.evidence.columns import FlagColumn, NumberColumn, TextColumn, TimeColumn
from perfscheme.nouns.evidence.conditions import RowCondition
from perfscheme.nouns.evidence.reads import Read
from perfscheme.nouns.evidence.row_measures import AmountMeasure, CellMeasure, Gives, RowMeasure, decimal_problems
from perfscheme.nouns.numbers import number, number_or_none
from perfscheme.nouns.sources import Source, text_or_none

Method: TypeAlias = Literal["nearest-rank", "interpolated"]


@attrs.frozen
class Count(RowMeasure):
    """How many rows there are."""

    kind: ClassVar[Literal["count"]] = "count"
    gives: ClassVar[Gives] = "count"


@attrs.frozen
class Sum(AmountMeasure):
    """The amounts of the rows added up; where a subject has no rows, nothing: 0."""

    kind: ClassVar[Literal["sum"]] = "sum"

    of: Amount = attrs.field(kw_only=True)


@attrs.frozen
class Mean(AmountMeasure):
    """The mean of the amounts; of a sum of stages the means of the stages, too."""

    kind: ClassVar[Literal["mean"]] = "mean"
    gives: ClassVar[Gives] = "mean"


@attrs.frozen
class Median(AmountMeasure):
    """The middle of the amounts; of an even number the mean of the middle two."""

    kind: ClassVar[Literal["median"]] = "median"

    of: Amount = attrs.field(kw_only=True)


@attrs.frozen
class Percentile(AmountMeasure):
    """The amount below which so many percent of the rows lie.

    Args:
        percent: how many, from 0 to 100.
        method: `nearest-rank`: the least amount that so many percent of the rows do not exceed, which is always one of
            the amounts (SQL's PERCENTILE_DISC); `interpolated`: the place 1 + (n − 1)·p among the ordered amounts, on
            the straight line between its neighbours (PERCENTILE_CONT; Excel's PERCENTILE.INC).

    Raises:
        SchemeError: less than 0 or more than 100 percent (PS613).
    """

    kind: ClassVar[Literal["percentile"]] = "percentile"

    of: Amount = attrs.field(kw_only=True)
    percent: Fraction = attrs.field(converter=number, kw_only=True)
    method: Method = attrs.field(kw_only=True)

    def _problems(self) -> Iterator[Diagnostic]:
        yield from super()._problems()
        if not 0 <= self.percent <= 100:
            yield Diagnostic("PS613", ("percent",), {"found": self.percent})


@attrs.frozen
class Smallest(AmountMeasure):
    """The least of the amounts."""

    kind: ClassVar[Literal["minimum"]] = "minimum"

    of: Amount = attrs.field(kw_only=True)


@attrs.frozen
class Largest(AmountMeasure):
    """The greatest of the amounts."""

    kind: ClassVar[Literal["maximum"]] = "maximum"

    of: Amount = attrs.field(kw_only=True)


@attrs.frozen
class Share(RowMeasure):
    """The share of the rows of which a condition holds.

    A row in which the condition finds nothing to compare is in neither number, unless the condition says what holds.

    Args:
        of: the condition.
    """

    kind: ClassVar[Literal["share"]] = "share"
    gives: ClassVar[Gives] = "share"

    of: RowCondition = attrs.field(kw_only=True)

    @property
    def reads(self) -> tuple[Read, ...]:
        """See `RowMeasure`."""
        return (Read("of", self.of),)


@attrs.frozen
class Distinct(RowMeasure):
    """How many different values stand in a column."""

    kind: ClassVar[Literal["distinct"]] = "distinct"
    gives: ClassVar[Gives] = "count"

    of: str = attrs.field(kw_only=True)

    @property
    def reads(self) -> tuple[Read, ...]:
        """See `RowMeasure`."""
        return (Read("of", self.of, (TextColumn, NumberColumn, FlagColumn)),)


@attrs.frozen
class Latest(CellMeasure):
    """What stands in a column of the latest row.

    Two rows of the same time that say different things are a fault of the subject, and the value is missing.

    Args:
        by: the time column that tells which row is the latest.
    """

    kind: ClassVar[Literal["latest"]] = "latest"

    by: str = attrs.field(kw_only=True)

    @property
    def reads(self) -> tuple[Read, ...]:
        """See `RowMeasure`."""
        return (*super().reads, Read("by", self.by, (TimeColumn,)))


@attrs.frozen
class Only(CellMeasure):
    """What stands in a column of a table that promises one row for each subject.

    Two rows that say different things are a fault of the subject, and the value is missing.
    """

    kind: ClassVar[Literal["only"]] = "only"


@attrs.frozen
class ShareOfSubjects(RowMeasure):
    """The share of the different people (or things) in a column who have a row of which a condition holds: of a team
    the share at senior level.

    Args:
        of: the column whose different values are counted.
        having: the condition; one row is enough.
    """

    kind: ClassVar[Literal["share-of-subjects"]] = "share-of-subjects"
    gives: ClassVar[Gives] = "share"

    of: str = attrs.field(kw_only=True)
    having: RowCondition = attrs.field(kw_only=True)

    @property
    def reads(self) -> tuple[Read, ...]:
        """See `RowMeasure`."""
        return (Read("of", self.of, (TextColumn,)), Read("having", self.having))


@attrs.frozen
class Ratio:
    """One measure divided by another: complaints per customer.

    Args:
        measure: the input that it gives, or a name by which another ratio calls it.
        of, to: names of measures; where `to` is nothing, the value is missing.
        at_least: so much `to` must be; below it the value is missing.
        decimals: to how many decimals the figure is rounded, half-up, once; None: it is exact.
        name: for people.
        sources: where the rule of counting is laid down.

    Raises:
        SchemeError: too many decimals or fewer than none (PS611).
    """

    kind: ClassVar[Literal["ratio"]] = "ratio"
    gives: ClassVar[Gives] = "quotient"

    measure: str
    of: str = attrs.field(kw_only=True)
    to: str = attrs.field(kw_only=True)
    at_least: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    decimals: int | None = attrs.field(default=None, kw_only=True)
    name: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=listed, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if problems := decimal_problems(self.decimals):
            raise SchemeError(problems)


Measure: TypeAlias = (
    Count | Sum | Mean | Median | Percentile | Smallest | Largest | Share | Ratio | Distinct | Latest | Only
    | ShareOfSubjects
)  # fmt: skip
