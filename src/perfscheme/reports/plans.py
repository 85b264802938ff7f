"""Plans as documents: a whole scheme as people read and sign it, in Chinese or English."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from perfscheme.diagnostics import Language, Text
from perfscheme.formula.words import exactly, label_text, listed
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.inputs import InputSpec, LabelInputSpec, NumberInput
from perfscheme.nouns.sources import Source
from perfscheme.nouns.units import SPOKEN
from perfscheme.reports.documents import Block, Bullets, Document, Facts, Heading, Paragraph, Table, closed
from perfscheme.reports.rulings import Rulings
from perfscheme.reports.scoring import Wordings
from perfscheme.reports.wording import NOTHING, joined
from perfscheme.scheme import Scheme
from perfscheme.scheme.accounts import Account
from perfscheme.scheme.cards import Scorecard
from perfscheme.scheme.explaining import HASH_SHOWN
from perfscheme.scheme.phrases import THRESHOLDS, called, phrase
from perfscheme.scheme.prospects import total_figure

NUMERALS: Final = "一二三四五六七八九十"


def plan_document(scheme: Scheme, lang: Language = "en") -> Document:
    """A scheme as a document: purpose, indicators, how each is scored, rules, grades, an example, data and sources.

    Args:
        scheme: the scheme.
        lang: `zh` or `en`; texts that are not there in it are shown in the other.
    """
    title = scheme.name.say(lang) if scheme.name is not None else scheme.scheme
    blocks = _Plan(scheme, lang).blocks()
    return Document(title, lang, tuple(map(closed, blocks) if lang == "zh" else blocks))


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
        sections = (
            ("purpose", self._purpose),
            ("indicators", self._indicators),
            ("scoring", self._scoring),
            ("the-total", self._total),
            ("grades", self._grades),
            ("example", self._example),
            ("data", self._data),
            ("sources", self._sources),
        )
        for key, make in sections:
            blocks = list(make())
            if blocks:
                self.sections += 1
                place = f"{NUMERALS[self.sections - 1]}、" if self.lang == "zh" else f"{self.sections}. "
                yield Heading(place + self.say(key))
                yield from blocks

    def _text(self, text: Text | None) -> str:
        return NOTHING if text is None else text.say(self.lang)

    def _head(self) -> Iterator[tuple[str, str]]:
        scheme = self.scheme
        shown_hash = scheme.hash[:HASH_SHOWN]
        yield self.say("version"), self.say("version-of", scheme=scheme.scheme, version=scheme.version, hash=shown_hash)
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
        for key, stated in self.nodes.items():
            if stated.parent is None:
                continue
            noun, share = stated.noun, self.words.share_of_total(key)
            if isinstance(noun, Dimension):
                strong.append(len(rows))
            depth = "" if stated.parent == self.root else " "
            target = self.words.level(stated, "target") if "target" in stated.thresholds else NOTHING
            rows.append(
                (
                    depth + self.words.called(key),
                    "" if noun.description is None else self._text(noun.description),
                    NOTHING if share is None else self.words.percent(share),
                    "" if isinstance(noun, Dimension) else target,
                )
            )
        head = tuple(map(self.say, ("indicator", "meaning", "share", "target")))
        yield Table(head, tuple(rows), numbers=frozenset({2, 3}), strong=frozenset(strong))

    def _scoring(self) -> Iterator[Block]:
        yield from self._each(self.root, "")

    def _each(self, key: str, above: str) -> Iterator[Block]:
        """Everything below a dimension, with numbers such as 4.1."""
        for place, child in enumerate(self.nodes[key].children, 1):
            noun, number = self.nodes[child].noun, f"{above}{place}"
            yield Heading(f"{number} {self.words.called(child)}", 3)
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
        facts.append((self.say("weight"), self._weight(key)))
        if stated.thresholds:
            levels = [
                self.say("level-is", name=called(THRESHOLDS, name, self.lang), value=self.words.level(stated, name))
                for name in stated.thresholds
            ]
            facts.append((self.say("levels"), listed(levels, self.lang)))
        if noun.better is not None:
            facts.append((self.say("direction"), self.say(f"{noun.better}-is-better")))
        yield Facts(tuple(facts))
        yield from self.words.scored(key)
        notes = [text for text in (self.words.missing(noun), *self.rulings.rules(stated.steps)) if text]
        if notes:
            yield Bullets(tuple(notes))

    def _weight(self, key: str) -> str:
        """The share in its dimension, and of the total where that is another."""
        parent = self.nodes[key].parent
        assert parent is not None
        shares, whole = self.words.shares(parent), self.words.share_of_total(key)
        if shares is None:
            return self.say("by-dimension", name=self.words.called(parent))
        share = self.words.percent(shares[self.nodes[parent].children.index(key)])
        if parent == self.root or whole is None:
            return share
        return self.say("weight-in", share=share, name=self.words.called(parent), whole=self.words.percent(whole))

    def _dimension(self, key: str, *further: str) -> Iterator[Block]:
        noun, stated = self.nodes[key].noun, self.nodes[key]
        if noun.description is not None:
            yield Paragraph(self._text(noun.description))
        if stated.parent is not None:
            yield Facts(((self.say("weight"), self._weight(key)),))
        by_label = self.words.shares_by_label(key)
        if by_label is None:
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
        said = [i for i in range(len(head)) if any(row[i] != NOTHING for row in rows)]  # nobody wrote the others
        shown = tuple(tuple(row[i] for i in said) for row in rows)
        yield Table(tuple(head[i] for i in said), shown, numbers=frozenset({said.index(3)} if 3 in said else ()))
        notes = self.rulings.grade_rules()
        if self.scheme.rounding is not None:
            key = "graded-rounded" if self.scheme.rounding.before_grading else "graded-unrounded"
            notes.insert(0, self.words.sentence(phrase(key, self.lang)))
        if notes:
            yield Bullets(tuple(notes))

    # Examples

    def _example(self) -> Iterator[Block]:
        trials = self.scheme.check_examples()
        whole = next((trial for trial in trials if trial.card is not None and trial.card.total is not None), None)
        if whole is not None and whole.card is not None:
            yield Paragraph(self.say("case-of", name=self._text(whole.example.name)))
            yield from self._worked(whole.card)
        others = [trial for trial in trials if trial is not whole]
        if others:
            rows = tuple(
                (self._text(trial.example.name), *(self._outcome(trial.card) if trial.card else (NOTHING, NOTHING)))
                for trial in others
            )
            yield Paragraph(self.say("further"))
            yield Table(tuple(map(self.say, ("case", "total", "grade"))), rows, numbers=frozenset({1}))

    def _outcome(self, card: Scorecard) -> tuple[str, str]:
        if card.total is None:
            return self.say("no-score"), NOTHING
        return total_figure(card, card.total), card.grade or NOTHING

    def _worked(self, card: Scorecard) -> Iterator[Block]:
        account = Account(card, self.lang)
        rows = []
        for key, stated in self.nodes.items():
            if stated.parent is None:
                continue
            how = (
                account.indicator(key) if isinstance(stated.noun, Indicator) else account.dimension(key, is_root=False)
            )
            depth = "" if stated.parent == self.root else " "
            said = joined([*how, *account.rules_of_parent(key)], self.lang)
            added = account.contribution(card[key]).removeprefix(phrase("contributes", self.lang, sum=""))
            rows.append((depth + self.words.called(key), said, added))
        strong = frozenset(i for i, key in enumerate(list(self.nodes)[1:]) if self.nodes[key].children)
        yield Table(tuple(map(self.say, ("indicator", "calculation", "contribution"))), tuple(rows), strong=strong)
        yield Bullets((*account.dimension(self.root, is_root=True), *account.total(), *account.grade()))

    # Data and sources

    def _data(self) -> Iterator[Block]:
        rows = [
            (
                self.words.names.get(spec.key, spec.key),
                spec.key,
                self._values(spec),
                self._text(self._owner(spec.key)),
            )
            for spec in self.scheme.inputs
        ]
        yield Paragraph(self.say("data-said"))
        yield Table(tuple(map(self.say, ("datum", "column", "values", "owner"))), tuple(rows))

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
        low, high = spec.valid
        if low is None and high is None:
            return unit
        if high is None:
            return self.say("unit-from", unit=unit, low=exactly(low or Fraction(0)))
        if low is None:
            return self.say("unit-to", unit=unit, high=exactly(high))
        return self.say("unit-within", unit=unit, low=exactly(low), high=exactly(high))

    def _sources(self) -> Iterator[Block]:
        documents: dict[str, list[str]] = {}
        assumed: dict[str, list[str]] = {}
        for place, source in self._all_sources():
            if source.document is not None:
                clause = source.document if source.clause is None else f"{source.document} {source.clause}"
                documents.setdefault(place, []).append(clause)
            if source.assumed and source.reason is not None:
                assumed.setdefault(source.reason.say(self.lang), []).append(place)
        if documents:
            rows = tuple(
                (place, listed(list(dict.fromkeys(clauses)), self.lang)) for place, clauses in documents.items()
            )
            yield Table((self.say("item"), self.say("document")), rows)
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
                yield from ((self._text(rule.name or stated.noun.name), source) for source in rule.sources)
        for rule in self.scheme.rules:
            yield from ((self._text(rule.name), source) for source in rule.sources)
        for grade in self.scheme.grades:
            yield from ((grade.grade, source) for source in grade.sources)
        yield from ((self.say("whole-plan"), source) for source in self.scheme.sources)
