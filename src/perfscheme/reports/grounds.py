"""Grounds: what a plan stands on: data and who answers for them, clauses of documents, assumptions."""

from __future__ import annotations

from collections.abc import Iterator

from perfscheme.diagnostics import Text
from perfscheme.formula.words import label_text, listed
from perfscheme.nouns.evidence.measures import Ratio
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.inputs import InputSpec, LabelInputSpec, NumberInput
from perfscheme.nouns.sources import Source
from perfscheme.nouns.units import SPOKEN
from perfscheme.reports.documents import NOTHING, Block, Bullets, Heading, Paragraph, Table, filled
from perfscheme.reports.rows import name_of
from perfscheme.reports.scoring import Wordings
from perfscheme.reports.tables import table_blocks, values_read, within
from perfscheme.scheme.phrases import called


class Grounds:
    """Says what one scheme stands on.

    Args:
        words: what says the rest.
    """

    def __init__(self, words: Wordings) -> None:
        self.words = words
        self.scheme = words.scheme
        self.nodes = words.nodes
        self.lang = words.lang
        self.say = words.say

    def _said(self, text: Text | None) -> str:
        return NOTHING if text is None else text.say(self.lang)

    def data(self) -> Iterator[Block]:
        """What is handed in, with units and valid values, and who answers for it: tables, and what stands in none."""
        evidence = self.scheme.evidence
        counted = set() if evidence is None else set(evidence.given)
        handed_in = [spec for spec in self.scheme.inputs if spec.key not in counted]
        if evidence is not None and evidence.tables:
            yield Paragraph(self.say("tables-said"))
            for table in evidence.tables:
                found = (self._owner(key) for key in values_read(evidence, table.table))
                owners = list(dict.fromkeys(owner for owner in found if owner is not None))
                panels = [panel for panel in evidence.panels if panel.table == table.table]
                yield from table_blocks(table, panels, owners, self.words)
            yield Heading(self.say("inputs-said"), 3)
            yield from self._inputs([spec for spec in self.scheme.inputs if spec.key in counted], "data-counted")
        if handed_in:
            yield from self._inputs(handed_in, "data-said")

    def _inputs(self, specs: list[InputSpec], said: str) -> Iterator[Block]:
        rows: list[tuple[str, ...]] = [
            (self.words.names[spec.key], spec.key, self._values(spec), self._said(self._owner(spec.key)))
            for spec in specs
        ]
        head = tuple(map(self.say, ("datum", "column", "values", "owner")))
        owners = {row[-1] for row in rows}
        if len(owners) == 1 and owners != {NOTHING}:
            yield Paragraph(self.say(f"{said}-by", owner=owners.pop()))
            head, rows = head[:-1], [row[:-1] for row in rows]
        else:
            yield Paragraph(self.say(said))
        yield filled(Table(head, tuple(rows)))

    def _owner(self, key: str) -> Text | None:
        """Who answers for a datum: as its indicator says, or the nearest dimension above, or the scheme."""
        for stated in self.nodes.values():
            if isinstance(stated.noun, Indicator) and stated.noun.reading.input == key:
                while True:
                    if stated.noun.owner is not None:
                        return stated.noun.owner
                    if stated.parent is None:
                        return self.scheme.owner
                    stated = self.nodes[stated.parent]
        return self.scheme.owner

    def _values(self, spec: InputSpec) -> str:
        if isinstance(spec, LabelInputSpec):
            return listed([label_text(label, self.lang) for label in spec.labels], self.lang, last="or")
        if not isinstance(spec, NumberInput):
            return listed([label_text(flag, self.lang) for flag in (True, False)], self.lang, last="or")
        unit = called(SPOKEN, spec.unit, self.lang) or self.say(spec.unit)
        return within(unit, spec.valid, self.words)

    def sources(self) -> Iterator[Block]:
        """The clauses that figures come from, and what the plan assumes, each with its reason."""
        documents: dict[tuple[str, str], list[str | None]] = {}
        assumed: dict[str, list[str]] = {}
        for place, source in self._all_sources():
            if source.document is not None:
                documents.setdefault((place, source.document.say(self.lang)), []).append(source.clause)
            if source.assumed and source.reason is not None:
                assumed.setdefault(source.reason.say(self.lang), []).append(place)
        if documents:
            rows = tuple(
                (place, document, listed(list(dict.fromkeys(filter(None, clauses))), self.lang) or NOTHING)
                for (place, document), clauses in documents.items()
            )
            yield filled(Table(tuple(map(self.say, ("item", "document", "clause"))), rows))
        if assumed:
            yield Paragraph(self.say("assumed"))
            yield Bullets(
                tuple(
                    self.say("reason", place=listed(list(dict.fromkeys(places)), self.lang), reason=reason)
                    for reason, places in assumed.items()
                )
            )

    def _all_sources(self) -> Iterator[tuple[str, Source]]:
        """Every source with what it stands at."""
        for key, stated in self.nodes.items():
            yield from ((self.words.called(key), source) for source in stated.noun.sources)
            for rule in stated.noun.rules:
                yield from ((self._said(rule.name or stated.noun.name), source) for source in rule.sources)
        for rule in self.scheme.rules:
            yield from ((self._said(rule.name), source) for source in rule.sources)
        for grade in self.scheme.grades:
            yield from ((grade.grade, source) for source in grade.sources)
        for section in self.scheme.sections:
            name = section.section if section.name is None else self._said(section.name)
            yield from ((name, source) for source in section.sources)
        yield from self._counted()
        yield from ((self.say("whole-plan"), source) for source in self.scheme.sources)

    def _counted(self) -> Iterator[tuple[str, Source]]:
        """Where it is laid down how values are counted."""
        evidence = self.scheme.evidence
        if evidence is None:
            return
        for table in evidence.tables:
            name = name_of(table.table, table.name, self.lang)
            for sources in (table.sources, *(rule.sources for rule in table.leave_out)):
                yield from ((self.say("counting-of", name=name), source) for source in sources)
        for measure in evidence.measures:
            name = self.words.names.get(measure.measure) or name_of(measure.measure, measure.name, self.lang)
            rules = () if isinstance(measure, Ratio) else measure.leave_out
            for sources in (measure.sources, *(rule.sources for rule in rules)):
                yield from ((self.say("counting-of", name=name), source) for source in sources)
        for panel in evidence.panels:
            name = name_of(panel.panel, panel.name, self.lang)
            yield from ((self.say("counting-of", name=name), source) for source in panel.sources)
