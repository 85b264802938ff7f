"""Curves in words: how the value of an indicator turns into points, as a formula, as a table, or both."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from perfscheme.formula.analysis import Analysis
from perfscheme.formula.bands import Band, bands
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Absent, Choose, Const, Formula, If, Input, LabelInState, Node, OneOf, walk
from perfscheme.formula.ranges import EVERYTHING
from perfscheme.formula.restriction import Outline
from perfscheme.formula.settling import settled
from perfscheme.formula.text import describe, guard
from perfscheme.formula.words import ends, exactly, label_text, nearly
from perfscheme.reports.documents import Block, Paragraph, Table, filled
from perfscheme.reports.levels import bands_by_name, levels_for
from perfscheme.reports.scoring import Wordings, unit_of
from perfscheme.scheme.phrases import THRESHOLDS, called

LONGEST_FORMULA: Final = 100
"""Characters beyond which a formula is no longer read at a glance."""


def curve_blocks(words: Wordings, key: str) -> Iterator[Block]:
    """How the value of an indicator turns into points.

    Args:
        words: what says the rest of its plan.
        key: of the indicator.
    """
    return _Curve(words, key).blocks()


class _Curve:
    def __init__(self, words: Wordings, key: str) -> None:
        self.words = words
        self.say = words.say
        self.lang = words.lang
        self.stated = words.nodes[key]
        self.unit = unit_of(self.stated)

    def blocks(self) -> Iterator[Block]:
        if self.stated.label is not None:
            yield self._by_level()
            return
        formula, found = self._formula(), self._bands(self.stated.raw)
        if formula is not None:
            yield Paragraph(self.say("points-are", formula=formula))
            if found and formula != self.say("value-itself"):
                yield self._table(found)
            return
        found = found or bands_by_name(self.words.scheme, self.stated, self.lang, self._amount)
        blocks = [self._table(found)] if found else list(self._by_label())
        yield from blocks or [Paragraph(self._points_are(self.stated.raw))]

    def _by_level(self) -> Block:
        """The points of each label that is read instead of a number."""
        raw = self.stated.raw
        if isinstance(raw, If):
            raw = raw.then if isinstance(raw.other, Absent) else raw
        if isinstance(raw, Choose) and all(isinstance(case, Const) for case in raw.cases):
            rows = tuple(
                (label_text(label, self.lang), self.say("so-many", points=exactly(case.value)))
                for label, case in zip(raw.label.labels, raw.cases, strict=True)
                if isinstance(case, Const)
            )
            return Table((self.say("level"), self.say("points")), rows)
        return Paragraph(self._said(raw))

    def _formula(self) -> str | None:
        """The curve with its thresholds by name, where that is one short formula and no case by case."""
        thresholds: dict[str, Formula] = {}
        for name, level in self.stated.thresholds.items():
            reach = Analysis().range(level) or EVERYTHING
            low, high = (end if isinstance(end, Fraction) else None for end in (reach.low, reach.high))
            thresholds[name] = Input(f"threshold {name}", low, high)
        value, node = self._curve_of(thresholds)
        if node is value:
            return self.say("value-itself")
        while isinstance(node, If) and (kept := guard(node, Analysis())) is not None:
            node = kept  # what only keeps absences out is told elsewhere
        if node is None or isinstance(node, (If, Choose, Const)):
            return None
        found = bands(node, self.lang)
        if found is not None and len(found) > 1:
            return None  # a table says it better
        names: dict[Node | str, str] = {node: called(THRESHOLDS, name, self.lang) for name, node in thresholds.items()}
        text = describe(node, self.lang, {**self.words.names, **names, value: self.say("value")})
        return text if len(text) <= LONGEST_FORMULA else None

    def _curve_of(self, thresholds: dict[str, Formula]) -> tuple[Input, Formula | None]:
        """A value by itself, and what the curve makes of it; None where a table says that better."""
        value, statement = Input("value"), self.words.scheme.statement
        node = statement.curve(self.stated, value, thresholds)
        if node is None and isinstance(self.stated.value, Input):
            # Some curves can be stated of bounded values only; without a threshold in it, a table says it better.
            value = Input("value", self.stated.value.low, self.stated.value.high)
            node = statement.curve(self.stated, value, thresholds)
            if node is not None and not set(thresholds.values()) & set(walk([node])):
                return value, None
        return value, node

    def _by_label(self) -> Iterator[Block]:
        """The same for each label, where one label and the value decide alone."""
        read = set(walk([self.stated.raw]))
        labels = list({node.label for node in read if isinstance(node, (Choose, OneOf, LabelInState))})
        values = {node.key for node in read if isinstance(node, Input)}
        if len(labels) != 1 or len(values) != 1:
            return
        (label,), (value,) = labels, values
        x, outline = self.words.scheme.statement.input_nodes[value], Outline(self.stated.raw)
        assert isinstance(x, Input)
        title = self.words.names.get(label.key, label.key)
        rows: list[tuple[str, ...]] = []
        told: list[Block] = []
        for one in label.labels:
            run = Evaluation({label.key: one})
            raw = settled(outline, run, x) or outline.restrict(run, value)
            found = self._bands(raw, one)
            if found is None:
                name = self.say("for-label", label=title, value=label_text(one, self.lang))
                told.append(Paragraph(name + self._points_are(raw)))
            else:
                rows += [(label_text(one, self.lang), *row) for row in self._rows(found)]
        if rows:
            head = (title, *map(self.say, ("value", "points", "per-one")))
            yield filled(Table(head, tuple(rows)))
        yield from told

    def _bands(self, raw: Formula, one: str | bool | None = None) -> list[Band] | None:
        """The bands of a formula of a single number, their ends by the names of thresholds; None: it is none."""
        levels = {at: called(THRESHOLDS, name, self.lang) for name, at in levels_for(self.stated, one).items()}

        def name(at: Fraction) -> str:
            text = self._amount(at)
            return self.say("called", value=text, name=levels[at]) if at in levels else text

        return bands(raw, self.lang, name, self._figure)

    def _table(self, found: list[Band]) -> Table:
        return filled(Table(tuple(map(self.say, ("value", "points", "per-one"))), tuple(self._rows(found))))

    def _rows(self, found: list[Band]) -> Iterator[tuple[str, str, str]]:
        for band in found:
            # A name and what an end belongs to, in one pair of brackets.
            yield band.where.replace("）（", "，"), self.say("so-many", points=band.gives), self._slope(band)

    def _slope(self, band: Band) -> str:
        if not band.slope:
            return ""
        key = "more-each" if band.slope > 0 else "less-each"
        return self.say(key, one=self._amount(Fraction(1)), points=self._figure(abs(band.slope)))

    def _points_are(self, raw: Formula) -> str:
        return self.say("points-are", formula=self._said(raw))

    def _said(self, raw: Formula) -> str:
        return self.words.formula(raw, self.words.names_but(self.stated))

    def _amount(self, x: Fraction) -> str:
        return self.words.amount(x, self.unit)

    def _figure(self, x: Fraction) -> str:
        """A figure in full; a fraction that never ends with decimals beside it."""
        return exactly(x) if ends(x) else self.say("about", exact=exactly(x), nearly=nearly(x))
