"""Prospects: how far the next grade is and what reaches it, in sentences."""

from __future__ import annotations

from decimal import Decimal

from perfscheme.diagnostics import Language
from perfscheme.formula.words import with_unit
from perfscheme.nouns.units import SPOKEN
from perfscheme.scheme.accounts import Account, shown
from perfscheme.scheme.advice import Improvement, next_grade
from perfscheme.scheme.phrases import called, phrase
from perfscheme.scheme.results import Result


def amount(value: Decimal, unit: str | None, lang: Language) -> str:
    """A value with its unit."""
    return with_unit(shown(value), called(SPOKEN, unit, lang) if unit else "")


def total_figure(card: Result, total: Decimal) -> str:
    """A total with the places of its rounding; one that is not rounded as any other figure."""
    return shown(total) if card.scheme.rounding is None else format(total, "f")


def grade_prospect(account: Account) -> str | None:
    """How far the next grade is; None where there is no grade, or none that a total reaches."""
    card, lang = account.card, account.lang
    ladder, index = card.scheme.ladder, card.grade_index
    if ladder is None or index is None:
        return None
    coming = next_grade(card)
    if coming is None:
        return phrase("best-grade", lang) if index + 1 == len(ladder.grades) else None
    bound = phrase(coming.side, lang, bound=shown(coming.bound))
    ways = {"from": "next-more", "above": "next-over", "to": "next-less", "below": "next-under"}
    rules, now = account.held_down(), card.grade
    facts = {"grade": coming.grade, "bound": bound, "distance": shown(coming.distance), "now": now}
    if rules is not None and not coming.distance:
        return phrase("next-held", lang, rules=rules, **facts)
    return phrase(ways[coming.side], lang, **facts)


def improvement_prospect(card: Result, found: Improvement, lang: Language, *, first: bool) -> str:
    """What one improvement brings; `first` says that it is the smallest."""
    key = ("improve" if found.certain else "improve-near") if first else "improve-also"
    return phrase(
        key,
        lang,
        name=found.name.say(lang),
        before=amount(found.before, found.unit, lang),
        after=amount(found.after, found.unit, lang),
        total=total_figure(card, found.total),
    )
