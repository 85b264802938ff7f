"""Opinions: what a panel says of one subject, as it is told. Cards hold them, so nothing here needs arrays."""

from __future__ import annotations

from fractions import Fraction

import attrs

from perfscheme.diagnostics import Diagnostic, Language, Text, figure, language
from perfscheme.diagnostics.language import COMMA, STOP, text_of
from perfscheme.formula.words import rounded
from perfscheme.nouns.evidence.panels import Relation

GROUP = Text(zh="{names} {figure}（{n} 人{more}）", en="{names} {figure} ({n}{more})")
WEIGHT = Text(zh="，权重 {weight}", en="; weight {weight}")
SPREAD = Text(zh="，离散度 {spread}，一致度 {agreement}", en="; spread {spread}, agreement {agreement}")
ADJUSTED = Text(zh="，宽严调整后 {figure}", en="; without leniency {figure}")
NOT_TOLD = Text(zh="{names}人数不足、不计", en="{names} too few to be told")
AND = Text(zh="与", en=" and ")


@attrs.frozen
class GroupScore:
    """What a group of raters says of an item.

    Args:
        relations: as what they rate; several where small groups were merged.
        value: rounded to the panel's decimals.
        raters: how many there are.
        weight: of the group beside the others, as the panel writes it.
        spread: their mean distance from their median; of anonymous raters at least the scale by their number, so that
            nobody can be sure that all said the same; None: they are too few for it.
        agreement: 1 where they all agree, 0 where one half stands at either end of the scale; None as the spread.
        adjusted: the value without leniency; None where the panel does not ask for it.
    """

    relations: tuple[Relation, ...]
    value: Fraction
    raters: int
    weight: Fraction
    spread: Fraction | None
    agreement: Fraction | None
    adjusted: Fraction | None

    @property
    def names(self) -> tuple[Text, ...]:
        """What the relations are called."""
        return tuple(called(relation) for relation in self.relations)


@attrs.frozen
class ItemScore:
    """What a panel says of a subject on one item.

    Args:
        item: what was asked.
        value: rounded once to the panel's decimals; None: there is none.
        raters: how many count.
        groups: those that are told.
        dropped: relations that are not told, because too few of them answered.
        adjusted: the value without leniency; None where the panel does not ask for it.
        lacking: why there is no value; None where there is one.
    """

    item: str
    value: Fraction | None
    raters: int
    groups: tuple[GroupScore, ...]
    dropped: tuple[Relation, ...] = ()
    adjusted: Fraction | None = None
    lacking: Diagnostic | None = None

    def say(self, lang: str = "en") -> str:
        """How the value came about: `superior 4 (1; weight 40), peer 3.8 (5; weight 60), self too few to be told`."""
        words: Language = language(lang)
        told = []
        for group in self.groups:
            names = AND.say(words).join(name.say(words) for name in group.names)
            more = WEIGHT.say(words).format(weight=rounded(group.weight)) if len(self.groups) > 1 else ""
            more += "" if group.adjusted is None else ADJUSTED.say(words).format(figure=figure(group.adjusted))
            if group.spread is not None and group.agreement is not None:
                spread, agreement = rounded(group.spread), rounded(group.agreement)
                more += SPREAD.say(words).format(spread=spread, agreement=agreement)
            told.append(GROUP.say(words).format(names=names, figure=figure(group.value), n=group.raters, more=more))
        if self.dropped:
            told += [NOT_TOLD.say(words).format(names=called(relation).say(words)) for relation in self.dropped]
        text = COMMA.say(words).join(told)
        if self.lacking is not None:
            text += (STOP.say(words) if text else "") + self.lacking.message(words)
        return text


def called(relation: Relation) -> Text:
    """A relation's name for people."""
    return relation.name or text_of(relation.relation)
