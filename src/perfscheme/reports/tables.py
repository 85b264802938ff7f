"""Tables in words: what is handed in, row by row and column by column, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from perfscheme.diagnostics import Text
from perfscheme.formula.words import exactly, label_text, listed
from perfscheme.nouns.evidence.columns import Column, DurationColumn, FlagColumn, NumberColumn, TextColumn, TimeColumn
from perfscheme.nouns.evidence.evidence import Evidence
from perfscheme.nouns.evidence.measures import Ratio
from perfscheme.nouns.evidence.panels import Panel
from perfscheme.nouns.evidence.tables import Table as HandedIn
from perfscheme.nouns.units import SPOKEN, Range
from perfscheme.reports.documents import Block, Bullets, Facts, Heading, Table, filled
from perfscheme.reports.rows import Rows
from perfscheme.reports.scoring import Wordings
from perfscheme.reports.wording import joined
from perfscheme.scheme.phrases import called


def values_read(evidence: Evidence, table: str) -> list[str]:
    """The names of the values that come from a table, without those of ratios."""
    found = [each.measure for each in evidence.measures if not isinstance(each, Ratio) and each.table == table]
    return found + [item.input for panel in evidence.panels if panel.table == table for item in panel.items]


def table_blocks(table: HandedIn, panels: list[Panel], owners: list[Text], words: Wordings) -> Iterator[Block]:
    """What one table holds.

    Args:
        table: which.
        panels: those that read it.
        owners: who answer for it.
        words: what says the rest.
    """
    title = table.table if table.name is None else table.name.say(words.lang)
    yield Heading(title if title == table.table else words.say("called", value=title, name=table.table), 3)
    said, facts = Rows(table, words.lang), []
    if owners:
        facts.append((words.say("owner"), listed([owner.say(words.lang) for owner in owners], words.lang)))
    if table.period is None:
        facts.append((words.say("belongs"), words.say("every-period")))
    else:
        facts.append((words.say("belongs"), words.say("period-by", column=said.column(table.period))))
    if table.zone is not None:
        facts.append((words.say("clock"), table.zone))
    yield Facts(tuple(facts))
    rows = tuple(
        (
            each.column,
            "" if each.name is None else each.name.say(words.lang),
            _holds(each, words),
            _used(each.column, table, panels, words),
        )
        for each in table.columns
    )
    yield filled(Table(tuple(map(words.say, ("column-name", "column-means", "holds", "used-as"))), rows))
    if left_out := [*said.left_out(())]:
        yield Bullets((words.say("never-measured", reasons=joined(left_out, words.lang)),))


def _used(name: str, table: HandedIn, panels: list[Panel], words: Wordings) -> str:
    used = [("whose-row", table.subject), ("when-row", table.period), ("which-row", table.id)]
    for panel in panels:
        read = (("who-rates", panel.rater), ("rates-as", panel.relation), ("rated-item", panel.item))
        used += [each for each in (*read, ("rated-score", panel.score)) if each not in used]
    return listed([words.say(key) for key, column in used if column == name], words.lang)


def _holds(column: Column, words: Wordings) -> str:
    match column:
        case TextColumn(labels=labels):
            return words.say("text") if labels is None else listed(labels, words.lang, last="or")
        case NumberColumn(unit=unit, range=range_):
            return within(called(SPOKEN, unit, words.lang) or words.say(unit), range_, words)
        case TimeColumn(zone=zone):
            return words.say("time") if zone is None else words.say("called", value=words.say("time"), name=zone)
        case FlagColumn():
            return listed([label_text(flag, words.lang) for flag in (True, False)], words.lang, last="or")
        case DurationColumn(unit=unit, range=range_):
            if unit is None:
                return words.say("duration")
            said = words.say("called", value=words.say("duration"), name=called(SPOKEN, unit, words.lang))
            return within(said, range_, words)


def within(unit: str, range_: Range | None, words: Wordings) -> str:
    """A unit, and from where to where numbers in it go."""
    low, high = range_ or (None, None)
    if low is None and high is None:
        return unit
    if high is None:
        return words.say("unit-from", unit=unit, low="" if low is None else exactly(low))
    if low is None:
        return words.say("unit-to", unit=unit, high=exactly(high))
    return words.say("unit-within", unit=unit, low=exactly(low), high=exactly(high))
