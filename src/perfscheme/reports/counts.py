"""Counts: how the values of a scorecard were measured, and how far raters agree, as tables."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from perfscheme.diagnostics import Language
from perfscheme.evidence.trails import Trail
from perfscheme.formula.words import label_text, listed, with_unit
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.inputs import NumberInput
from perfscheme.nouns.units import SPOKEN
from perfscheme.reports.documents import NOTHING, Block, Heading, Paragraph, Table, filled
from perfscheme.reports.wording import word
from perfscheme.scheme.accounts import shown
from perfscheme.scheme.cards import Scorecard
from perfscheme.scheme.phrases import called


def evidence_blocks(card: Scorecard, lang: Language) -> Iterator[Block]:
    """What stands behind each value that was measured, and of panels what may be told of each group.

    Args:
        card: the scorecard; nothing is told of one whose values were handed in.
        lang: of the words.
    """
    names = _names(card, lang)
    counted = [
        (names.get(key, key), _value(card, key, trail, lang), trail.say(lang)) for key, trail in card.evidence.items()
    ]
    groups = []
    for key, trail in card.evidence.items():
        for group in trail.panel.groups if trail.panel is not None else ():
            raters = listed([name.say(lang) for name in group.names], lang)
            figures = (group.value, group.adjusted, group.spread, group.agreement)
            told = [NOTHING if x is None else shown(x) for x in figures]
            groups.append((names.get(key, key), raters, str(group.raters), *told))
    told_more = any(set(row[4:]) != {NOTHING} for row in groups)  # else the table above says it all
    if counted:
        yield Heading(word("evidence", lang))
        yield Table(_head(lang, "datum", "value", "counted"), tuple(counted), numbers=frozenset({1}))
    if told_more:
        head = _head(lang, "datum", "raters-are", "raters", "mean-score", "adjusted", "spread", "agreement")
        yield filled(Table(head, tuple(groups), numbers=frozenset(range(2, len(head)))))
        if any(row[-1] != NOTHING for row in groups):
            yield Paragraph(word("agreement-is", lang))


def _head(lang: Language, *keys: str) -> tuple[str, ...]:
    return tuple(word(key, lang) for key in keys)


def _names(card: Scorecard, lang: Language) -> dict[str, str]:
    """What inputs are called: by themselves, else by the indicator that reads them."""
    names: dict[str, str] = {}
    for stated in card.scheme.statement.nodes.values():
        if isinstance(stated.noun, Indicator) and stated.noun.name is not None:
            names.setdefault(stated.noun.reading.input, stated.noun.name.say(lang))
    inputs = card.scheme.statement.inputs
    return names | {key: spec.name.say(lang) for key, spec in inputs.items() if spec.name is not None}


def _value(card: Scorecard, key: str, trail: Trail, lang: Language) -> str:
    if trail.figure is None:
        return NOTHING
    if not isinstance(trail.figure, Fraction):
        return label_text(trail.figure, lang)
    spec = card.scheme.statement.inputs.get(key)
    unit = called(SPOKEN, spec.unit, lang) if isinstance(spec, NumberInput) else ""
    return with_unit(shown(trail.figure), unit)
