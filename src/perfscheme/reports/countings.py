"""Countings in words: how each value of a plan comes from the tables that are handed in."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from perfscheme.formula.words import exactly, listed, rounding_words
from perfscheme.nouns.evidence.calendars import WEEK, Calendar
from perfscheme.nouns.evidence.evidence import Evidence
from perfscheme.nouns.evidence.measures import Measure, Percentile, Ratio
from perfscheme.nouns.evidence.row_measures import RowMeasure
from perfscheme.nouns.inputs import NumberInput
from perfscheme.nouns.units import SPOKEN
from perfscheme.reports.documents import NOTHING, Block, Bullets, Facts, Heading, Paragraph, Table, filled
from perfscheme.reports.opinions import panel_blocks
from perfscheme.reports.rows import Rows, name_of
from perfscheme.reports.scoring import Wordings
from perfscheme.reports.wording import joined
from perfscheme.scheme.phrases import called


class Countings:
    """Says how the values of one scheme are counted.

    Args:
        words: what says the rest.
    """

    def __init__(self, words: Wordings) -> None:
        self.words = words
        self.lang = words.lang
        self.say = words.say

    def blocks(self) -> Iterator[Block]:
        """Every measure and panel, and the calendars by which they count; nothing where the scheme has no evidence."""
        evidence = self.words.scheme.evidence
        if evidence is None:
            return
        yield Paragraph(self.say("counting-said", data=self.say("data")))
        rows = [self._row(measure, evidence) for measure in evidence.measures]
        for panel in evidence.panels:
            name = name_of(panel.panel, panel.name, self.lang)
            for item in panel.items:
                asked = self.say("item-of", item=item.item, panel=name)
                rows.append((self._called(item.input), asked, "", "", self._result(item.input, panel.decimals)))
        head = tuple(map(self.say, ("datum", "counted-how", "not-measured", "no-fewer", "result")))
        yield filled(Table(head, tuple(rows)))
        if evidence.measures:
            yield Bullets((self.say("gaps-are-left"), self.say("few-are-missing")))
        for calendar in evidence.calendars:
            yield from self._calendar(calendar)
        for panel in evidence.panels:
            yield Heading(name_of(panel.panel, panel.name, self.lang), 3)
            yield from panel_blocks(panel, evidence.table(panel.table), self.words)

    def _called(self, key: str) -> str:
        return self.words.names.get(key, key)

    def _row(self, measure: Measure, evidence: Evidence) -> tuple[str, ...]:
        name = self.words.names.get(measure.measure)
        if name is None:
            name = measure.measure if measure.name is None else measure.name.say(self.lang)
        result = self._result(measure.measure, measure.decimals)
        if isinstance(measure, Ratio):
            over, under = (self._operand(key, evidence) for key in (measure.of, measure.to))
            least = "" if measure.at_least is None else self.say("divisor", name=under, least=exactly(measure.at_least))
            return name, self.say("counted-ratio", of=over, to=under), "", least, result
        rows = Rows(evidence.table(measure.table), self.lang)
        least = "" if measure.at_least is None else self.say("so-many-rows", n=measure.at_least)
        left_out = joined([*rows.left_out(measure.leave_out)], self.lang)
        return name, self._counted(measure, rows), left_out, least, result

    def _operand(self, key: str, evidence: Evidence) -> str:
        """What a measure is called that a ratio reads."""
        measure = evidence.measure(key)
        return self.words.names.get(key) or (key if measure.name is None else measure.name.say(self.lang))

    def _counted(self, measure: RowMeasure, rows: Rows) -> str:
        facts = {read.key: rows.said(read.what) for read in measure.reads}
        if isinstance(measure, Percentile):
            facts |= {"percent": exactly(measure.percent), "method": self.say(measure.method)}
        return self.say(f"counted-{measure.kind}", rows=rows.those(measure.where), **facts)

    def _result(self, key: str, decimals: int | None) -> str:
        """In which unit, and to how many decimals."""
        spec = self.words.scheme.statement.inputs.get(key)
        unit = ""
        if isinstance(spec, NumberInput):
            unit = called(SPOKEN, spec.unit, self.lang) or self.say(spec.unit)
        places = "" if decimals is None else rounding_words(Fraction(1, 10**decimals), self.lang).strip()
        return self.say("comma").join(part for part in (unit, places) if part) or NOTHING

    # Calendars

    def _calendar(self, calendar: Calendar) -> Iterator[Block]:
        by_day = {each.day: each.hours for each in calendar.week}
        pairs = [
            (self.say(day), listed(by_day[day], self.lang) or self.say("free"))
            for day in WEEK
            if day in by_day
        ]  # fmt: skip
        if calendar.holidays:
            pairs.append((self.say("holidays"), listed(calendar.holidays, self.lang)))
        pairs += [(day.date, listed(day.hours, self.lang) or self.say("free")) for day in calendar.days]
        yield Heading(self.say("calendar-of", name=calendar.calendar), 3)
        yield Paragraph(self.say("calendar-said", zone=calendar.zone))
        yield Facts(tuple(pairs))
