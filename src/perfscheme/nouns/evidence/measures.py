"""Measures: how the rows of a table become one figure for each subject."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar, Literal, TypeAlias

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, Text
from perfscheme.nouns.entries import listed
from perfscheme.nouns.evidence.amounts import Amount, Stages
from perfscheme.nouns.evidence.conditions import RowCondition
from perfscheme.nouns.evidence.tables import LeaveOut
from perfscheme.nouns.numbers import number, number_or_none
from perfscheme.nouns.sources import Source, text_or_none

Method: TypeAlias = Literal["nearest-rank", "interpolated"]

LEAST_DECIMALS, MOST_DECIMALS = 0, 12


def _decimals(decimals: int | None) -> list[Diagnostic]:
    if decimals is None or LEAST_DECIMALS <= decimals <= MOST_DECIMALS:
        return []
    return [Diagnostic("PS611", ("decimals",), {"found": decimals, "most": MOST_DECIMALS})]


def _at_least(count: int | None) -> list[Diagnostic]:
    return [] if count is None or count >= 1 else [Diagnostic("PS612", ("at-least",), {"found": count})]


@attrs.frozen
class RowMeasure:
    """What all measures of the rows of a table have.

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

    measure: str
    table: str = attrs.field(kw_only=True)
    where: RowCondition | None = attrs.field(default=None, kw_only=True)
    leave_out: tuple[LeaveOut, ...] = attrs.field(default=(), converter=listed, kw_only=True)
    at_least: int | None = attrs.field(default=None, kw_only=True)
    decimals: int | None = attrs.field(default=None, kw_only=True)
    name: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=listed, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if problems := [*_decimals(self.decimals), *_at_least(self.at_least)]:
            raise SchemeError(problems)


@attrs.frozen
class Count(RowMeasure):
    """How many rows there are."""

    kind: ClassVar[Literal["count"]] = "count"


@attrs.frozen
class Sum(RowMeasure):
    """The amounts of the rows added up; where a subject has no rows, nothing: 0."""

    kind: ClassVar[Literal["sum"]] = "sum"

    of: Amount = attrs.field(kw_only=True)


@attrs.frozen
class Mean(RowMeasure):
    """The mean of the amounts; of a sum of stages the means of the stages, too."""

    kind: ClassVar[Literal["mean"]] = "mean"

    of: Amount | Stages = attrs.field(kw_only=True)


@attrs.frozen
class Median(RowMeasure):
    """The middle of the amounts; of an even number the mean of the middle two."""

    kind: ClassVar[Literal["median"]] = "median"

    of: Amount = attrs.field(kw_only=True)


@attrs.frozen
class Percentile(RowMeasure):
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

    def __attrs_post_init__(self) -> None:
        problems = [*_decimals(self.decimals), *_at_least(self.at_least)]
        if not 0 <= self.percent <= 100:
            problems.append(Diagnostic("PS613", ("percent",), {"found": self.percent}))
        if problems:
            raise SchemeError(problems)


@attrs.frozen
class Smallest(RowMeasure):
    """The least of the amounts."""

    kind: ClassVar[Literal["minimum"]] = "minimum"

    of: Amount = attrs.field(kw_only=True)


@attrs.frozen
class Largest(RowMeasure):
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

    of: RowCondition = attrs.field(kw_only=True)


@attrs.frozen
class Distinct(RowMeasure):
    """How many different values stand in a column."""

    kind: ClassVar[Literal["distinct"]] = "distinct"

    of: str = attrs.field(kw_only=True)


@attrs.frozen
class Latest(RowMeasure):
    """What stands in a column of the latest row.

    Two rows of the same time that say different things are a fault of the subject, and the value is missing.

    Args:
        of: the column: a number, a duration, a text or a flag.
        by: the time column that tells which row is the latest.
    """

    kind: ClassVar[Literal["latest"]] = "latest"

    of: str = attrs.field(kw_only=True)
    by: str = attrs.field(kw_only=True)


@attrs.frozen
class Only(RowMeasure):
    """What stands in a column of a table that promises one row for each subject.

    Two rows that say different things are a fault of the subject, and the value is missing.
    """

    kind: ClassVar[Literal["only"]] = "only"

    of: str = attrs.field(kw_only=True)


@attrs.frozen
class ShareOfSubjects(RowMeasure):
    """The share of the different people (or things) in a column who have a row of which a condition holds: of a team
    the share at senior level.

    Args:
        of: the column whose different values are counted.
        having: the condition; one row is enough.
    """

    kind: ClassVar[Literal["share-of-subjects"]] = "share-of-subjects"

    of: str = attrs.field(kw_only=True)
    having: RowCondition = attrs.field(kw_only=True)


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

    measure: str
    of: str = attrs.field(kw_only=True)
    to: str = attrs.field(kw_only=True)
    at_least: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    decimals: int | None = attrs.field(default=None, kw_only=True)
    name: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=listed, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if problems := _decimals(self.decimals):
            raise SchemeError(problems)


OfAmount: TypeAlias = Sum | Mean | Median | Percentile | Smallest | Largest
OfTable: TypeAlias = OfAmount | Count | Share | Distinct | Latest | Only | ShareOfSubjects
Measure: TypeAlias = (
    Count | Sum | Mean | Median | Percentile | Smallest | Largest | Share | Ratio | Distinct | Latest | Only
    | ShareOfSubjects
)  # fmt: skip
