"""Scorecards as documents: contributions, a waterfall, the gap to each target, what would raise the grade."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from perfscheme.diagnostics import Language, figure, language
from perfscheme.formula.nodes import State
from perfscheme.formula.reals import Exact, Real, combine, enclosure, multiply, round_ratio
from perfscheme.formula.words import label_text
from perfscheme.reports.counts import evidence_blocks
from perfscheme.reports.documents import (
    NOTHING,
    Block,
    Bullets,
    Document,
    Drawing,
    Facts,
    Heading,
    Paragraph,
    Table,
    Verbatim,
)
from perfscheme.reports.pages import as_page
from perfscheme.reports.waterfalls import Bar, Mark, waterfall
from perfscheme.reports.wording import joined, word
from perfscheme.scheme.accounts import Account, shown
from perfscheme.scheme.cards import Scorecard
from perfscheme.scheme.explaining import title_of
from perfscheme.scheme.parts import Change, Part
from perfscheme.scheme.phrases import RULES, THRESHOLDS, called, phrase
from perfscheme.scheme.prospects import amount, grade_prospect, total_figure
from perfscheme.scheme.refusals import reasons

MOST_IMPROVEMENTS = 5


def card_html(card: Scorecard, lang: str = "en") -> str:
    """A scorecard as one HTML page that needs nothing else, for a screen or for A4.

    Args:
        card: the scorecard.
        lang: `zh`, `en`, or a tag of them like `zh-CN`; names that have no text in it are shown in the other.

    Raises:
        ValueError: `lang` is another language.
    """
    return as_page(card_document(card, lang))


def card_document(card: Scorecard, lang: str = "en") -> Document:
    """A scorecard as a document; see `card_html`."""
    spoken = language(lang)
    return Document(title_of(card.scheme, spoken), spoken, tuple(_Report(card, spoken).blocks()))


class _Report:
    def __init__(self, card: Scorecard, lang: Language) -> None:
        self.card = card
        self.lang = lang
        self.nodes = card.scheme.statement.nodes
        self.root = next(iter(self.nodes))
        self.account = Account(card, lang)

    def say(self, key: str, **facts: object) -> str:
        return word(key, self.lang, **facts)

    def blocks(self) -> Iterator[Block]:
        yield Facts(tuple(self._head()))
        if self.card.total is None:
            yield Heading(self.say("why-none"))
            yield Bullets(reasons(self.card, self.lang))
        if not self.card.faults:
            yield Heading(self.say("makes-up"))
            yield self._parts()
            yield from self._waterfall()
            yield from evidence_blocks(self.card, self.lang)
            yield from self._against()
            yield from self._prospects()
            yield Heading(self.say("by-hand"))
        yield Verbatim(self.card.explain(self.lang))

    def _head(self) -> Iterator[tuple[str, str]]:
        card = self.card
        if card.subject is not None:
            yield self.say("subject"), card.subject
        if card.total is None:
            yield self.say("total"), self.say("no-score")
        else:
            yield self.say("total"), total_figure(card, card.total)
        if (graded := self.account.graded()) is not None:
            yield self.say("grade"), graded
        if card.coefficient is not None:
            yield self.say("coefficient"), format(card.coefficient, "f")
        met, judged = card.targets
        if judged:
            yield self.say("targets-met"), self.say("of", some=met, all=judged)

    # What makes up the total

    def _parts(self) -> Table:
        rows: list[tuple[str, ...]] = []
        strong: list[int] = []
        for part in self.card.parts:
            if part.parent is None:
                continue
            if part.kind == "dimension":
                strong.append(len(rows))
            depth = "" if part.parent == self.root else " "
            added = self._added(part)
            rows.append(
                (
                    depth + part.name.say(self.lang),
                    "" if part.kind == "dimension" else self._value(part),
                    self._points(part),
                    NOTHING if part.share_of_total is None else shown(part.share_of_total * 100) + "%",
                    NOTHING if added is None else shown(added),
                )
            )
        for change in (*self.card[self.root].changes, *self.card.changes):
            if change.stage != "grade" and change.kind not in ("rounding", "child-rule"):
                rows.append((self._step(change), "", self._after(change), "", self._moved(change)))
        if self.card.total is not None:
            strong.append(len(rows))
            unrounded = NOTHING if self.card.unrounded is None else shown(self.card.unrounded)
            rows.append((self.say("total"), "", total_figure(self.card, self.card.total), "", unrounded))
        head = ("item", "value", "points", "share", "adds")
        return Table(tuple(map(self.say, head)), tuple(rows), numbers=frozenset({1, 2, 3, 4}), strong=frozenset(strong))

    def _value(self, part: Part) -> str:
        if part.value_state is not State.PRESENT and part.value_state is not None:
            return phrase(part.value_state.value, self.lang)
        if isinstance(part.value, Decimal):
            return amount(part.value, part.unit, self.lang)
        return NOTHING if part.value is None else label_text(part.value, self.lang)

    def _points(self, part: Part) -> str:
        return phrase(part.state.value, self.lang) if part.points is None else shown(part.points)

    def _added(self, part: Part) -> Exact | None:
        """What the part adds to the total before rules: through every dimension above, where all of them add up."""
        if part.parent is None or part.share_of_total is None:
            return None
        counted = self.card.exact(self.nodes[part.parent].terms[self.nodes[part.parent].children.index(part.id)])
        if counted is None or isinstance(counted, State):
            return Fraction(0) if part.share_of_total == 0 else None
        return multiply(part.share_of_total, counted)

    def _step(self, change: Change) -> str:
        if change.strategy is None:
            return self.say("default")
        return called(RULES, change.strategy, self.lang) if change.name is None else change.name.say(self.lang)

    def _after(self, change: Change) -> str:
        return shown(change.after) if isinstance(change.after, Decimal) else NOTHING

    def _moved(self, change: Change) -> str:
        if not isinstance(change.after, Decimal) or not isinstance(change.before, Decimal):
            return NOTHING
        return shown(change.after - change.before)

    # The drawing

    def _waterfall(self) -> Iterator[Block]:
        if self.card.total is None:
            return
        bars = list(self._bars())
        ladder = self.card.scheme.ladder
        marks = [] if ladder is None else [
            Mark(grade.grade, float(grade.bound[1])) for grade in ladder.grades if grade.bound is not None
        ]  # fmt: skip
        steps = joined([self.say("step", name=bar.name, figure=bar.figure) for bar in bars[:-1]], self.lang)
        whole = self.card.addition(self.root)
        key = "each-alone" if whole is None or whole.contributions is None else "waterfall"
        says = self.say(key, total=total_figure(self.card, self.card.total), steps=steps)
        yield Drawing(waterfall(bars, marks, says), says)

    def _bars(self) -> Iterator[Bar]:
        whole = self.card.addition(self.root)
        names = [self.card[child].name.say(self.lang) for child in self.nodes[self.root].children]
        at: Exact = Fraction(0)
        if whole is not None and whole.contributions is not None:
            for name, added in zip(names, whole.contributions, strict=True):
                then = combine([(Fraction(1), at), (Fraction(1), added)], Fraction(0))
                yield Bar(name, float(_near(at)), float(_near(then)), _brief(_near(added)))
                at = then
        else:
            for child, name in zip(self.nodes[self.root].children, names, strict=True):
                points = self.card[child].points
                if points is not None:
                    yield Bar(name, 0.0, float(points), _brief(Fraction(points)))
        for change in (*self.card[self.root].changes, *self.card.changes):
            if change.kind != "rounding" and isinstance(change.before, Decimal) and isinstance(change.after, Decimal):
                before, after = Fraction(change.before), Fraction(change.after)
                yield Bar(self._step(change), float(before), float(after), _brief(after - before))
        assert self.card.total is not None
        total = self.card.total
        yield Bar(self.say("total"), 0.0, float(total), total_figure(self.card, total), whole=True)

    # Targets and prospects

    def _against(self) -> Iterator[Block]:
        parts = [part for part in self.card.parts if part.thresholds]
        names = list(dict.fromkeys(threshold.name for part in parts for threshold in part.thresholds))
        if not parts:
            return
        rows = []
        for part in parts:
            found = {threshold.name: threshold for threshold in part.thresholds}
            levels = [
                amount(found[name].value, part.unit, self.lang)  # type: ignore[arg-type]  # asked for just before
                if name in found and found[name].value is not None
                else NOTHING
                for name in names
            ]
            rows.append((part.name.say(self.lang), self._value(part), *levels, self._gap(part)))
        yield Heading(self.say("against"))
        levels_called = [called(THRESHOLDS, name, self.lang) for name in names]
        head = (self.say("item"), self.say("value"), *(name[:1].upper() + name[1:] for name in levels_called))
        yield Table((*head, self.say("gap")), tuple(rows), numbers=frozenset(range(1, len(names) + 3)))

    def _gap(self, part: Part) -> str:
        target = next((threshold for threshold in part.thresholds if threshold.name == "target"), None)
        if target is None:
            return NOTHING
        if target.met is None or target.gap is None:
            return self.say("unknown")
        return self.say("met") if target.met else self.say("short-by", gap=amount(target.gap, part.unit, self.lang))

    def _prospects(self) -> Iterator[Block]:
        prospect = grade_prospect(self.account)
        advice = self.card.target_advice
        if prospect is None and advice is None:
            return
        yield Heading(self.say("raise"))
        if prospect is not None:
            yield Paragraph(prospect)
        if self.card.next_grade is not None:
            yield self._improvements()
        if advice is not None:
            yield Paragraph(
                phrase(
                    "targets-next",
                    self.lang,
                    name=advice.name.say(self.lang),
                    before=amount(advice.before, advice.unit, self.lang),
                    after=amount(advice.after, advice.unit, self.lang),
                    met=advice.met,
                    all=self.card.targets[1],
                )
            )

    def _improvements(self) -> Block:
        found = self.card.improvements[:MOST_IMPROVEMENTS]
        if not found:
            return Paragraph(phrase("improve-none", self.lang))
        rows = [
            (
                each.name.say(self.lang),
                amount(each.before, each.unit, self.lang),
                amount(each.after, each.unit, self.lang),
                self.say("then-is", total=total_figure(self.card, each.total), grade=each.grade),
            )
            for each in found
        ]
        return Table(
            tuple(map(self.say, ("change", "now", "needed", "then"))), tuple(rows), numbers=frozenset({1, 2, 3})
        )


def _near(x: Exact) -> Fraction:
    """A number for drawing: itself where it is a fraction."""
    if isinstance(x, Real):
        low, high = enclosure(x, 64)
        return (low + high) / 2
    return Fraction(x)


def _brief(x: Fraction) -> str:
    """A figure beside a bar; the table has it in full."""
    return figure(Fraction(round_ratio(x * 100, "half-up"), 100))
