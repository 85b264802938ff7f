"""Plans as documents: a whole scheme as people read and sign it, in Chinese or English."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from perfscheme.diagnostics import Language, Text, language
from perfscheme.formula.nodes import Const
from perfscheme.formula.words import exactly, listed
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.sections import Place, Section
from perfscheme.reports.countings import Countings
from perfscheme.reports.curves import curve_blocks
from perfscheme.reports.documents import (
    NOTHING,
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Paragraph,
    Table,
    closed,
    filled,
)
from perfscheme.reports.examples import example_blocks
from perfscheme.reports.grounds import Grounds
from perfscheme.reports.rulings import Rulings
from perfscheme.reports.scoring import Wordings
from perfscheme.reports.shares import share_of_total, weighing_label
from perfscheme.reports.wording import joined
from perfscheme.scheme import Scheme
from perfscheme.scheme.explaining import identified
from perfscheme.scheme.phrases import THRESHOLDS, called, phrase

NUMERALS: Final = "一二三四五六七八九"


def plan_document(scheme: Scheme, lang: str = "en") -> Document:
    """A scheme as a document: purpose, indicators, how each is scored, rules, grades, an example, data and sources.

    Args:
        scheme: the scheme.
        lang: `zh`, `en`, or a tag of them like `zh-CN`; texts that are not there in it are shown in the other.

    Raises:
        ValueError: `lang` is another language.
    """
    spoken = language(lang)
    title = scheme.name.say(spoken) if scheme.name is not None else scheme.scheme
    blocks = _Plan(scheme, spoken).blocks()
    return Document(title, spoken, tuple(map(closed, blocks) if spoken == "zh" else blocks))


class _Plan:
    def __init__(self, scheme: Scheme, lang: Language) -> None:
        self.scheme = scheme
        self.lang = lang
        self.words = Wordings(scheme, lang)
        self.rulings = Rulings(self.words)
        self.nodes = scheme.statement.nodes
        self.root = self.words.root
        self.say = self.words.say
        self.sections = 0

    def blocks(self) -> Iterator[Block]:
        yield Facts(tuple(self._head()))
        grounds = Grounds(self.words)
        sections: tuple[tuple[str, Callable[[], Iterator[Block]]], ...] = (
            (self.say("purpose"), self._purpose),
            *self._sections("beginning"),
            (self.say("indicators"), self._indicators),
            (self.say("counting"), Countings(self.words).blocks),
            (self.say("scoring"), self._scoring),
            (self.say("the-total"), self._total),
            (self.say("grades"), self._grades),
            *self._sections("end"),
            (self.say("example"), partial(example_blocks, self.words)),
            (self.say("data"), grounds.data),
            (self.say("sources"), grounds.sources),
        )
        for title, make in sections:
            blocks = list(make())
            if blocks:
                self.sections += 1
                place = f"{_numeral(self.sections)}、" if self.lang == "zh" else f"{self.sections}. "
                yield Heading(place + title)
                yield from blocks

    def _sections(self, place: Place) -> Iterator[tuple[str, Callable[[], Iterator[Block]]]]:
        """What the plan says beside its arithmetic, as its authors wrote it."""
        for section in self.scheme.sections:
            if section.place == place:
                title = section.section if section.name is None else self._text(section.name)
                yield title, partial(self._section, section)

    def _section(self, section: Section) -> Iterator[Block]:
        yield Paragraph(self._text(section.text))
        if section.items:
            yield Bullets(tuple(map(self._text, section.items)))

    def _text(self, text: Text | None) -> str:
        return NOTHING if text is None else text.say(self.lang)

    def _head(self) -> Iterator[tuple[str, str]]:
        scheme = self.scheme
        yield self.say("version"), identified(scheme, self.lang)
        if scheme.effective is not None:
            key = "from-day" if scheme.effective.to is None else "from-to"
            yield self.say("effective"), self.say(key, first=scheme.effective.from_, last=scheme.effective.to)
        if scheme.period is not None:
            yield self.say("period"), self.say(scheme.period)
        if scheme.owner is not None:
            yield self.say("owner"), self._text(scheme.owner)

    def _purpose(self) -> Iterator[Block]:
        if self.scheme.description is not None:
            yield Paragraph(self._text(self.scheme.description))

    # Indicators

    def _indicators(self) -> Iterator[Block]:
        rows: list[tuple[str, ...]] = []
        strong: list[int] = []
        label = weighing_label(self.nodes)
        labels = [None] if label is None else label.labels
        shares_called = (
            [self.say("share")] if label is None else [self.words.share_by(label, one) for one in label.labels]
        )
        parts = {key: [share_of_total(self.nodes, key, one) for one in labels] for key in self.nodes}
        for key, stated in self.nodes.items():
            if stated.parent is None:
                continue
            noun = stated.noun
            if isinstance(noun, Dimension):
                strong.append(len(rows))
            depth = "" if stated.parent == self.root else " "
            target = self.words.level(stated, "target") if "target" in stated.thresholds else NOTHING
            rows.append(
                (
                    depth + self.words.called(key),
                    "" if noun.description is None else self._text(noun.description),
                    *(NOTHING if found is None else self.words.percent(found) for found in parts[key]),
                    "" if isinstance(noun, Dimension) else target,
                )
            )
        head = (self.say("indicator"), self.say("meaning"), *shares_called, self.say("target"))
        yield filled(Table(head, tuple(rows), frozenset(range(2, len(head))), frozenset(strong)))

    def _scoring(self) -> Iterator[Block]:
        yield from self._each(self.root, "")

    def _each(self, key: str, above: str) -> Iterator[Block]:
        """Everything below a dimension, with numbers such as 4.1."""
        for place, child in enumerate(self.nodes[key].children, 1):
            noun, number = self.nodes[child].noun, f"{above}{place}"
            yield Heading(f"{number} {self.words.called(child)}", min(3 + above.count("."), 4))
            if isinstance(noun, Indicator):
                yield from self._indicator(child, noun)
            else:
                yield from self._dimension(child)
                yield from self._each(child, f"{number}.")

    def _indicator(self, key: str, noun: Indicator) -> Iterator[Block]:
        stated = self.nodes[key]
        facts = []
        if noun.description is not None:
            facts.append((self.say("meaning"), self._text(noun.description)))
        by_label = self.words.levels(key)
        weight = self.words.weight(key)
        if weight is not None and not (by_label is not None and self.say("weight") in by_label.head):
            facts.append((self.say("weight"), weight))
        if stated.thresholds and by_label is None:
            levels = [
                self.say(
                    "level-is" if isinstance(level, Const) else "level-by",
                    name=called(THRESHOLDS, name, self.lang),
                    value=self.words.level(stated, name),
                )
                for name, level in stated.thresholds.items()
            ]
            fixed = all(isinstance(level, Const) for level in stated.thresholds.values())
            facts.append((self.say("levels"), listed(levels, self.lang) if fixed else joined(levels, self.lang)))
        if noun.better is not None:
            facts.append((self.say("direction"), self.say(f"{noun.better}-is-better")))
        if facts:
            yield Facts(tuple(facts))
        if by_label is not None:
            yield by_label
        yield from curve_blocks(self.words, key)
        notes = [text for text in (self.words.missing(noun), *self.rulings.rules(stated.steps)) if text]
        if notes:
            yield Bullets(tuple(notes))

    def _dimension(self, key: str, *further: str) -> Iterator[Block]:
        noun, stated = self.nodes[key].noun, self.nodes[key]
        if noun.description is not None:
            yield Paragraph(self._text(noun.description))
        if stated.parent is not None and (weight := self.words.weight(key)) is not None:
            yield Facts(((self.say("weight"), weight),))
        by_label, matrix = self.words.shares_by_label(key), self.words.matrix(key)
        if matrix is not None:
            yield Paragraph(self.say("looked-up", name=self.words.called(key)))
            yield matrix
        elif by_label is None:
            yield Paragraph(self.words.sentence(self.words.made_of(key)))
        else:
            yield Paragraph(self.say("weighted-by", name=self.words.called(key), by=by_label[0]))
            yield by_label[1]
        notes = [text for text in (self.words.absences(key), *self.rulings.rules(stated.steps), *further) if text]
        if notes:
            yield Bullets(tuple(notes))

    # Total, grades

    def _total(self) -> Iterator[Block]:
        notes = self.rulings.rules(self.scheme.statement.total_steps)
        if (within := self._scale()) is not None:
            notes.insert(0, within)
        if self.scheme.rounding is not None:
            notes.append(self.rulings.rounding(self.scheme.rounding))
        yield from self._dimension(self.root, *notes)

    def _scale(self) -> str | None:
        """From where to where totals are meant to go; None where the scheme does not say."""
        low, high = self.scheme.scale or (None, None)
        if low is None and high is None:
            return None
        ends = {"low": "" if low is None else exactly(low), "high": "" if high is None else exactly(high)}
        return self.say("scale-to" if low is None else "scale-from" if high is None else "scale-within", **ends)

    def _grades(self) -> Iterator[Block]:
        ladder = self.scheme.ladder
        if ladder is None:
            return
        rows = []
        for grade in ladder.grades:
            bound = phrase("rest", self.lang)
            if grade.bound is not None:
                bound = phrase(grade.bound[0], self.lang, bound=exactly(grade.bound[1]))
            elif grade.by_rule:
                bound = self.say("by-rule")
            pay = NOTHING if grade.coefficient is None else exactly(grade.coefficient)
            rows.append((grade.grade, self._text(grade.name), bound, pay))
        head = tuple(map(self.say, ("grade", "grade-name", "total", "coefficient")))
        yield filled(Table(head, tuple(rows), numbers=frozenset({3})))
        notes = self.rulings.grade_rules()
        if self.scheme.rounding is not None:
            key = "graded-rounded" if self.scheme.rounding.before_grading else "graded-unrounded"
            notes.insert(0, self.words.sentence(phrase(key, self.lang)))
        if notes:
            yield Bullets(tuple(notes))


def _numeral(n: int) -> str:
    """A number in Chinese numerals, from 1 to 99."""
    tens, ones = divmod(n, 10)
    return (NUMERALS[tens - 1] if tens > 1 else "") + ("十" if tens else "") + (NUMERALS[ones - 1] if ones else "")
