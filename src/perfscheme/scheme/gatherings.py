"""Gatherings: how a dimension came by its points where it does not simply add its children up, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from perfscheme.diagnostics import Language
from perfscheme.formula.nodes import State
from perfscheme.formula.reals import Exact
from perfscheme.formula.words import bracketed, listed, result, rounded
from perfscheme.nouns.aggregations.extremes import BestOf, Maximum, Minimum, ProductOfPoints
from perfscheme.nouns.aggregations.formulas import FormulaOfPoints
from perfscheme.nouns.aggregations.means import WeightedGeometricMean
from perfscheme.nouns.aggregations.trims import Trimmed
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.missing import Zero
from perfscheme.scheme.phrases import phrase
from perfscheme.scheme.results import Result


def gathering(card: Result, key: str, raw: Exact, how: str, lang: Language) -> str | None:
    """From the points of the children to those of their dimension, with every child that entered by name.

    Args:
        card: the result.
        key: of the dimension.
        raw: its points as the aggregation gives them.
        how: the calculation as the formula tells it.
        lang: of the words.

    Returns:
        None where that calculation says enough: of sums, means and matrices, and of strategies of one's own.
    """
    noun = card.scheme.statement.nodes[key].noun
    assert isinstance(noun, Dimension)
    taken = _taken(card, key, noun, lang)
    terms = listed([f"{name} {rounded(x)}" for name, x in taken], lang)
    match noun.aggregation:
        case Minimum():
            return phrase("least-child", lang, terms=terms, points=rounded(raw))
        case Maximum():
            return phrase("greatest-child", lang, terms=terms, points=rounded(raw))
        case ProductOfPoints(whole=whole):
            return phrase("children-give", lang, terms=terms, sum=f"{_multiplied(taken, whole)} {result(raw)}")
        case BestOf(count=count, take=take, better=better):
            key_of = "best-children" if better == "higher" else "lowest-children"
            return phrase(key_of, lang, count=count, terms=terms, sum=_kept(card, key, raw, mean=take == "mean"))
        case Trimmed(take=take):
            whole_ = card.addition(key)
            if whole_ is None:
                return None
            names = [card[child].name.say(lang) for child in card.scheme.statement.nodes[key].children]
            dropped = [
                f"{name} {rounded(x)}"
                for name, x, factor in zip(names, whole_.counted, whole_.factors, strict=True)
                if x is not None and factor == 0
            ]
            text = _kept(card, key, raw, mean=take == "mean")
            return phrase("dropped-children", lang, terms=terms, dropped=listed(dropped, lang), sum=text)
        case FormulaOfPoints(formula_=formula):
            return phrase("formula-of-children", lang, formula=formula, terms=terms, sum=how)
        case WeightedGeometricMean():
            return phrase("children-give", lang, terms=terms, sum=how)
    return None


def _taken(card: Result, key: str, noun: Dimension, lang: Language) -> list[tuple[str, Exact]]:
    """The children that entered, with the points that they entered with."""
    stated = card.scheme.statement.nodes[key]
    found: list[tuple[str, Exact]] = []
    for child, term in zip(stated.children, stated.terms, strict=True):
        points = card.exact(term)
        if points is State.MISSING and isinstance(getattr(noun.aggregation, "missing", None), Zero):
            points = Fraction(0)
        if points is not None and not isinstance(points, State):
            found.append((card[child].name.say(lang), points))
    return found


def _multiplied(taken: Sequence[tuple[str, Exact]], whole: Fraction) -> str:
    by = "" if whole == 1 else f" ÷ {bracketed(whole)}"
    return " × ".join(f"{bracketed(x)}{by if i else ''}" for i, (_, x) in enumerate(taken))


def _kept(card: Result, key: str, raw: Exact, *, mean: bool) -> str:
    """The sum or mean of the children that count."""
    whole = card.addition(key)
    assert whole is not None
    kept = [x for x, factor in zip(whole.counted, whole.factors, strict=True) if x is not None and factor]
    if len(kept) == 1:
        return rounded(raw)
    text = " + ".join(map(bracketed, kept))
    return f"({text}) ÷ {len(kept)} {result(raw)}" if mean else f"{text} {result(raw)}"
