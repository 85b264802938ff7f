"""Explaining: a scorecard in sentences that a person can check by hand, in Chinese or English."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from perfscheme.diagnostics import Language, language
from perfscheme.diagnostics.language import COMMA, SEMICOLON
from perfscheme.formula.nodes import State
from perfscheme.formula.words import exactly, label_text, listed
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.indicators import Indicator
from perfscheme.scheme.accounts import Account, shown
from perfscheme.scheme.advice import improvements, next_grade, target_advice
from perfscheme.scheme.contributions import contribution
from perfscheme.scheme.identity import LIBRARY_VERSION
from perfscheme.scheme.layout import closed, row, wrap
from perfscheme.scheme.origins import Origin
from perfscheme.scheme.parts import Part, ThresholdResult
from perfscheme.scheme.phrases import THRESHOLDS, called, phrase
from perfscheme.scheme.prospects import amount, grade_prospect, improvement_prospect, total_figure
from perfscheme.scheme.refusals import reasons
from perfscheme.scheme.results import Result

HASH_SHOWN = 12
MOST_IMPROVEMENTS = 3


def explain(card: Result, lang: str = "en") -> str:
    """The whole way to the total: every part, rule and rounding, the grade, and what would bring the next one.

    Args:
        card: the result.
        lang: `zh`, `en`, or a tag of them; names that have no text in it are shown in the other.
    """
    return "\n".join(_Explainer(card, language(lang)).lines()) + "\n"


def title_of(scheme: Origin, lang: Language) -> str:
    """The scheme's name, and its version where one is written."""
    name = scheme.name.say(lang) if scheme.name is not None else scheme.scheme
    return name if scheme.version is None else phrase("version", lang, name=name, version=scheme.version)


def identified(scheme: Origin, lang: Language) -> str:
    """The scheme's id, version and the beginning of its hash, by which a result is held against a file."""
    name = scheme.scheme
    name = name if scheme.version is None else phrase("version", lang, name=name, version=scheme.version)
    return phrase("hash", lang, name=name, hash=scheme.hash[:HASH_SHOWN])


class _Explainer:
    def __init__(self, card: Result, lang: Language) -> None:
        self.card = card
        self.lang = lang
        self.account = Account(card, lang)
        self.nodes = card.scheme.statement.nodes
        self.root = next(iter(self.nodes))

    def say(self, key: str, **facts: object) -> str:
        return phrase(key, self.lang, **facts)

    def _told(self, text: str, *, indent: int = 0, hanging: int | None = None) -> list[str]:
        """A sentence in lines."""
        return wrap(closed(text) if self.lang == "zh" else text, indent=indent, hanging=hanging)

    def lines(self) -> Iterator[str]:
        scored = self.card.total is not None
        yield from self._head()
        yield ""
        if self.card.faults:
            # Nothing was scored, so there is nothing to account for.
            yield from self._foot()
            return
        yield self.say("how" if scored else "how-far")
        for child in self.nodes[self.root].children:
            yield from self._part(child, 2)
        yield ""
        yield from self._dimension_end(self.root, 0)
        if scored:
            yield from self._total()
            yield from self._grade()
        yield from self._targets()
        yield ""
        yield from self._foot()

    # Head and foot

    def _head(self) -> Iterator[str]:
        scheme = self.card.scheme
        yield from wrap(title_of(scheme, self.lang), hanging=2)
        if self.card.subject is not None:
            yield from wrap(self.say("subject", subject=self.card.subject), hanging=2)
        if self.card.total is None:
            yield self.say("no-score")
            for reason in reasons(self.card, self.lang):
                yield from self._told(reason, indent=2)
            return
        found = [self.say("total", total=total_figure(self.card, self.card.total))]
        if (graded := self.account.graded()) is not None:
            found.append(self.say("grade", grade=graded))
        if self.card.coefficient is not None:
            found.append(self.say("coefficient", coefficient=format(self.card.coefficient, "f")))
        yield from wrap(COMMA.say(self.lang).join(found))

    def _foot(self) -> Iterator[str]:
        yield from wrap(self.say("scheme", scheme=identified(self.card.scheme, self.lang)), hanging=2)
        yield self.say("library", version=LIBRARY_VERSION)

    # Parts

    def _part(self, key: str, indent: int) -> Iterator[str]:
        part, stated = self.card[key], self.nodes[key]
        yield from row(self._title(part), self._weight(part), indent=indent)
        inner = indent + 2
        if stated.children:
            for child in stated.children:
                yield from self._part(child, inner)
            yield from self._dimension_end(key, inner)
        else:
            for text in (*self._evidence(key), *self.account.indicator(key)):
                yield from self._told(text, indent=inner, hanging=inner + 2)
            there = part.state is State.PRESENT
            judged = [self._threshold(part, x) for x in part.thresholds if there or x.value is not None]
            if judged and part.value_state is State.PRESENT:
                yield from self._told(SEMICOLON.say(self.lang).join(judged), indent=inner, hanging=inner + 2)
        for text in (*self.account.rules_of_parent(key), contribution(self.card, part, self.lang)):
            if text:
                yield from self._told(text, indent=inner, hanging=inner + 2)

    def _evidence(self, key: str) -> Iterator[str]:
        """How the value was counted, where it was measured."""
        noun = self.nodes[key].noun
        assert isinstance(noun, Indicator)
        trail = self.card.evidence.get(noun.reading.input)
        if trail is not None:
            yield trail.say(self.lang)

    def _title(self, part: Part) -> str:
        name = part.name.say(self.lang)
        if part.kind == "dimension":
            return name
        return self.say("value", name=name, value=self._value(part))

    def _value(self, part: Part) -> str:
        if part.value_state is not State.PRESENT and part.value_state is not None:
            return self.say(part.value_state.value)
        if isinstance(part.value, Decimal):
            return self._amount(part.value, part.unit)
        return label_text(part.value, self.lang) if part.value is not None else self.say("missing")

    def _amount(self, value: Decimal, unit: str | None) -> str:
        return amount(value, unit, self.lang)

    def _weight(self, part: Part) -> str:
        """The weight as it worked, with the part's share of the total where that is another."""
        text = self._own_weight(part)
        share = part.share_of_total
        if not text or share is None or not share or part.parent == self.root:
            return text
        return self.say("of-total", weight=text, share=_percent(share))

    def _own_weight(self, part: Part) -> str:
        assert part.parent is not None
        whole = self.card.addition(part.parent)
        written = None if part.weight is None else shown(part.weight)
        if whole is None or part.effective_weight is None:
            return "" if written is None else self.say("weight", share=written)
        if whole.kind == "mean" or whole.kind == "geometric-mean":
            assert whole.weights is not None
            if part.counted is None:
                return self.say("weight-none", weight=written) if written is not None else self.say("not-counted")
            weight = whole.weights[self.nodes[part.parent].children.index(part.id)]
            total = sum(whole.weights, Fraction(0))
            share = _percent(part.effective_weight)
            equals = f"≈ {share[1:]}" if share.startswith("≈") else f"= {share}"
            if written is None and weight and len({w for w in whole.weights if w}) == 1:
                return self.say("equal-of", whole=exactly(total / weight), share=equals)
            if total == 100 and exactly(weight) == written:
                return self.say("weight", share=share)
            return self.say("weight-of", weight=exactly(weight), whole=exactly(total), share=equals)
        if written is None or part.counted is None:
            return ""
        return self.say("factor", factor=exactly(part.effective_weight))

    def _threshold(self, part: Part, found: ThresholdResult) -> str:
        facts = {"threshold": called(THRESHOLDS, found.name, self.lang)}
        if found.value is None:
            return self.say("no-threshold", **facts)
        facts["value"] = self._amount(found.value, part.unit)
        if found.met is None or found.gap is None:
            return self.say("unjudged", **facts)
        return self.say("met" if found.met else "unmet", gap=self._amount(found.gap, part.unit), **facts)

    def _dimension_end(self, key: str, indent: int) -> Iterator[str]:
        """How a dimension's children make up its points, after they have been told of."""
        part, noun = self.card[key], self.nodes[key].noun
        assert isinstance(noun, Dimension)
        for text in (*self._absent(key, part, noun), *self.account.dimension(key, is_root=key == self.root)):
            yield from self._told(text, indent=indent, hanging=indent + 2)

    def _absent(self, key: str, part: Part, noun: Dimension) -> Iterator[str]:
        stated = self.nodes[key]
        states = {child: self.card.exact(term) for child, term in zip(stated.children, stated.terms, strict=True)}
        names = {child: self.card[child].name.say(self.lang) for child in states}
        missing = [names[child] for child, found in states.items() if found is State.MISSING]
        left_out = [names[child] for child, found in states.items() if found is State.NOT_APPLICABLE]
        if left_out:
            yield self.say("left-out", names=listed(left_out, self.lang))
        if missing and part.coverage is not None:
            policy = getattr(noun.aggregation, "missing", None)
            told = self.say("coverage", missing=listed(missing, self.lang), coverage=_percent(part.coverage))
            kind = getattr(policy, "kind", None)
            if kind in ("refuse", "renormalise", "fallback-weights", "zero"):
                needed = exactly(getattr(policy, "coverage", Fraction(100))) + "%"
                told = self.say("because", reason=told, change=self.say(kind, needed=needed))
            elif kind is not None:
                told = self.say("because", reason=told, change=self.say("policy", kind=kind))
            yield told

    # Total and grade

    def _total(self) -> Iterator[str]:
        for text in self.account.total():
            yield from self._told(text, hanging=2)

    def _grade(self) -> Iterator[str]:
        ladder, index = self.card.scheme.ladder, self.card.grade_index
        if ladder is None or index is None:
            return
        yield ""
        for text in self.account.grade():
            yield from self._told(text, hanging=2)
        prospect = grade_prospect(self.account)
        if prospect is not None:
            yield from self._told(prospect, hanging=2)
        if next_grade(self.card) is None:
            return
        found = improvements(self.card)
        if not found:
            yield self.say("improve-none")
        for i, improvement in enumerate(found[:MOST_IMPROVEMENTS]):
            yield from self._told(improvement_prospect(self.card, improvement, self.lang, first=i == 0), hanging=2)

    def _targets(self) -> Iterator[str]:
        met, judged = self.card.targets
        having = [
            key for key, stated in self.nodes.items() if isinstance(stated.noun, Indicator) and "target" in stated.met
        ]
        if not judged:
            return
        yield ""
        others = len(having) - judged
        yield from self._told(self.say("targets-others" if others else "targets", met=met, all=judged, others=others))
        advice = target_advice(self.card)
        if advice is not None:
            text = self.say(
                "targets-next",
                name=advice.name.say(self.lang),
                before=self._amount(advice.before, advice.unit),
                after=self._amount(advice.after, advice.unit),
                met=advice.met,
                all=judged,
            )
            yield from self._told(text, hanging=2)


def _percent(share: Fraction) -> str:
    return shown(share * 100) + "%"
