"""Tables: rows of events that a host hands in, whose they are, and which of them are not measured."""

from __future__ import annotations

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, Text, text_of
from perfscheme.diagnostics.repeats import repeats
from perfscheme.nouns.entries import listed
from perfscheme.nouns.evidence.columns import Column, zone_problems
from perfscheme.nouns.evidence.conditions import RowCondition
from perfscheme.nouns.shapes import Keyed
from perfscheme.nouns.sources import Source, text_or_none


@attrs.frozen
class LeaveOut:
    """Rows that are listed, and not measured.

    Args:
        name: why, in words that stand on the card: "answered before reported".
        when: which rows.
        sources: where this is laid down.
    """

    name: Text = attrs.field(converter=text_of)
    when: RowCondition
    sources: tuple[Source, ...] = attrs.field(default=(), converter=listed, kw_only=True)


@attrs.frozen
class Table:
    """A table of evidence: one row for each event, rating or person.

    Args:
        table: its name.
        name: for people.
        subject: the column that says whose row it is.
        period: the time column by which a row belongs to a period; None: all rows belong to every period.
        id: the column that names a row in lists; None: rows are called by their number.
        zone: where clocks show the times that come without a zone; None: such times are faults.
        columns: those that are read; others may be there.
        leave_out: rows that are listed and not measured; the first that holds gives the reason.
        sources: where the data come from.

    Raises:
        SchemeError: there is no such time zone (PS601); a column twice (PS604).
    """

    table: str
    name: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)
    subject: str = attrs.field(kw_only=True)
    period: str | None = attrs.field(default=None, kw_only=True)
    id: str | None = attrs.field(default=None, kw_only=True)
    zone: str | None = attrs.field(default=None, kw_only=True)
    columns: Keyed[Column] = attrs.field(converter=listed, kw_only=True)
    leave_out: tuple[LeaveOut, ...] = attrs.field(default=(), converter=listed, kw_only=True)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=listed, kw_only=True)

    def __attrs_post_init__(self) -> None:
        problems = list(zone_problems(self.zone))
        names = (column.column for column in self.columns)
        problems += [Diagnostic("PS604", ("columns", name), {"name": name}) for _, name in repeats(names)]
        if problems:
            raise SchemeError(problems)

    def column(self, name: str) -> Column | None:
        """The column of this name."""
        return next((column for column in self.columns if column.column == name), None)
