"""Contributions in figures: what each child adds to its dimension, and all of them as one sum."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from perfscheme.diagnostics import Language
from perfscheme.diagnostics.language import SEMICOLON
from perfscheme.formula.nodes import State
from perfscheme.formula.reals import Exact, Real, combine, compare
from perfscheme.formula.words import bracketed, ends, exactly, result, rounded, with_unit
from perfscheme.nouns.units import SPOKEN
from perfscheme.scheme.additions import Addition
from perfscheme.scheme.parts import Part
from perfscheme.scheme.phrases import called, phrase
from perfscheme.scheme.results import Result


def contribution(card: Result, part: Part, lang: Language) -> str:
    """What a part adds to its dimension, as a product that can be checked; nothing where dimensions do not add.

    Args:
        card: the result.
        part: of it, and not the root.
        lang: of the words.
    """
    assert part.parent is not None
    whole = card.addition(part.parent)
    if whole is None:
        return ""
    above = card.scheme.statement.nodes[part.parent]
    place = above.children.index(part.id)
    counted, factor = whole.counted[place], whole.factors[place]
    said = ""
    own = card.exact(above.terms[place])
    if counted is not None and (isinstance(own, State) or own is None or compare(own, counted) != 0):
        points = with_unit(rounded(counted), called(SPOKEN, "points", lang))
        said = phrase("counts-as", lang, points=points)
    if whole.contributions is None:
        return said
    if not factor and not isinstance(whole.contributions[place], Fraction):
        return said
    if factor == 0:
        return said or phrase("contributes-none", lang)
    added = whole.contributions[place]
    if factor == 1 or factor is None or counted is None:
        text = exactly(added)
    else:
        text = f"{_factor(whole, place, factor)} × {bracketed(counted)} {result(added)}"
    text = phrase("contributes", lang, sum=text)
    return SEMICOLON.say(lang).join([said, text]) if said else text


def added_up(whole: Addition, raw: Exact) -> str | None:
    """Contributions added up; those of a mean also as the mean, where they are no short decimals.

    Args:
        whole: what the children are to the points of their dimension.
        raw: these points.

    Returns:
        None where no contributions add up to them.
    """
    if whole.contributions is None:
        return None
    added = [x for x in whole.contributions if isinstance(x, Real) or x]
    text = f"{_joined(added)} {result(raw)}" if len(added) > 1 else result(raw).removeprefix("= ")
    there = [(w, x) for w, x in zip(whole.weights or (), whole.counted, strict=False) if w and x is not None]
    if whole.kind == "mean" and whole.scale == 1 and len(added) > 1 and not all(map(ends, added)):
        if len({w for w, _ in there}) == 1:
            mean = f"({_joined([x for _, x in there])}) ÷ {len(there)}"
        else:
            terms = " + ".join(f"{bracketed(w)} × {bracketed(x)}" for w, x in there)
            mean = f"({terms}) ÷ {bracketed(sum((w for w, _ in there), Fraction(0)))}"
        text = f"{mean} = {text}"
    return text


def _factor(whole: Addition, place: int, factor: Fraction) -> str:
    """By which a child enters: its weight in the words of the scheme, where it is one."""
    if whole.kind != "mean" or whole.weights is None or whole.scale != 1:
        return bracketed(factor)
    weight, total = whole.weights[place], sum(whole.weights, Fraction(0))
    if total != 100 and weight.denominator == total.denominator == 1:
        return f"{exactly(weight)}/{exactly(total)}"
    return f"{exactly(factor * 100)}%" if ends(factor) else exactly(factor)


def _joined(parts: Sequence[Exact]) -> str:
    """A sum as it is written."""
    text = ""
    for x in parts:
        negative = compare(x, Fraction(0)) < 0
        size = exactly(combine([(Fraction(-1), x)], Fraction(0)) if negative else x)
        text += (f" {'−' if negative else '+'} " if text else "−" if negative else "") + size
    return text
