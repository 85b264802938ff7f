"""Rows in words: which rows of a table are meant, and what is read in each."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from perfscheme.diagnostics import Language, Text
from perfscheme.formula.words import exactly, label_text, listed, with_unit
from perfscheme.formula.words import say as phrase
from perfscheme.nouns.comparisons import written
from perfscheme.nouns.evidence.amounts import Amount, Between, Stages
from perfscheme.nouns.evidence.columns import DurationColumn, NumberColumn, TimeColumn
from perfscheme.nouns.evidence.conditions import (
    AllOfRow,
    AnyOfRow,
    ColumnIs,
    ColumnMissing,
    NotThatRow,
    RowCondition,
)
from perfscheme.nouns.evidence.tables import LeaveOut, Table
from perfscheme.nouns.units import SPOKEN
from perfscheme.reports.wording import joined, word
from perfscheme.scheme.phrases import called


class Rows:
    """Says which rows of one table are meant.

    Args:
        table: whose rows.
        lang: of the words.
    """

    def __init__(self, table: Table, lang: Language) -> None:
        self.table = table
        self.lang = lang

    def those(self, where: RowCondition | None) -> str:
        """The rows of which a condition holds."""
        name = name_of(self.table.table, self.table.name, self.lang)
        if where is None:
            return name
        return word("rows-where", self.lang, rows=name, condition=self.clause(where))

    def column(self, name: str) -> str:
        """A column as it is called."""
        found = self.table.column(name)
        called = name if found is None or found.name is None else found.name.say(self.lang)
        return word("quoted", self.lang, name=called)

    def condition(self, condition: RowCondition) -> str:
        """What must hold in a row."""
        match condition:
            case ColumnMissing(missing=column):
                return word("nothing-in", self.lang, column=self.column(column))
            case AllOfRow(all_=inner):
                return listed([self.clause(one) for one in inner], self.lang, last="both")
            case AnyOfRow(any_=inner):
                return listed([self.clause(one) for one in inner], self.lang, last="or")
            case NotThatRow(not_=inner):
                return phrase("not", self.lang, condition=self.clause(inner))
            case ColumnIs():
                text = self._comparison(condition)
                if condition.if_missing is None:
                    return text
                return word(f"gap-{condition.if_missing}", self.lang, condition=text)

    def clause(self, condition: RowCondition) -> str:
        """The same as a part of a sentence."""
        text = self.condition(condition)
        return text if isinstance(condition, ColumnIs | ColumnMissing) else word("within", self.lang, text=text)

    def _comparison(self, condition: ColumnIs) -> str:
        left = self.column(condition.column)
        if (wanted := condition.wanted) is not None:
            values = [word("quoted", self.lang, name=label_text(one, self.lang)) for one in wanted]
            return phrase("is-label", self.lang, label=left, values=listed(values, self.lang, last="or"))
        ((relation, bound),) = written(condition)
        column = self.table.column(condition.column)
        right = self.column(bound) if isinstance(bound, str) else self._figure(bound, condition.column)
        if isinstance(column, TimeColumn):
            return word(f"time-{relation}", self.lang, left=left, right=right)
        return phrase(relation, self.lang, left=left, right=right)

    def _figure(self, figure: Fraction, name: str) -> str:
        column = self.table.column(name)
        unit = column.unit if isinstance(column, NumberColumn | DurationColumn) else None
        return with_unit(exactly(figure), called(SPOKEN, unit, self.lang) if unit else "")

    def said(self, what: Amount | Stages | RowCondition) -> str:
        """Whatever a measure reads in a row."""
        return self.clause(what) if isinstance(what, RowCondition) else self.amount(what)

    def amount(self, amount: Amount | Stages) -> str:
        """What is read in a row."""
        match amount:
            case Stages(stages=stages):
                each = [
                    word("stage-is", self.lang, name=name_of(one.stage, one.name, self.lang), time=self.amount(one.of))
                    for one in stages
                ]
                return word("sum-of-stages", self.lang, stages=joined(each, self.lang))
            case Between(from_=first, to=last, calendar=calendar):
                key = "time-between" if calendar is None else "working-time-between"
                facts = {"first": self.column(first), "last": self.column(last), "calendar": calendar}
                return word(key, self.lang, **facts)
            case str():
                return self.column(amount)

    def left_out(self, own: tuple[LeaveOut, ...]) -> Iterator[str]:
        """What a measure leaves out, each with its reason: what the table leaves out everywhere, then its own."""
        for rule in (*self.table.leave_out, *own):
            yield word("left-out-as", self.lang, reason=rule.name.say(self.lang), condition=self.condition(rule.when))


def name_of(key: str, name: Text | None, lang: Language) -> str:
    """What people call it, else its key."""
    return word("quoted", lang, name=key) if name is None else name.say(lang)
