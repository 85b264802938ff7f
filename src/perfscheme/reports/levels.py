"""Levels: thresholds that are not the same for everybody, as tables in the plan's own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

import attrs

from perfscheme.diagnostics import Language
from perfscheme.formula.bands import Band, bands
from perfscheme.formula.nodes import Choose, Const, Input, LabelInput
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.thresholds import ORDER
from perfscheme.scheme import Scheme
from perfscheme.scheme.phrases import THRESHOLDS, called
from perfscheme.scheme.statement import NodeStatement

Levels: TypeAlias = Mapping[str, Fraction]

_FAR = Fraction(10**6)


def label_of_levels(stated: NodeStatement) -> LabelInput | None:
    """The label that alone decides the thresholds that are not the same for everybody; None where that is not so."""
    labels: dict[str, LabelInput] = {}
    for node in stated.thresholds.values():
        match node:
            case Const():
                continue
            case Choose(label=label, cases=cases) if all(isinstance(case, Const) for case in cases):
                labels[label.key] = label
            case _:
                return None
    return next(iter(labels.values())) if len(labels) == 1 else None


def levels_for(stated: NodeStatement, one: str | bool | None = None) -> Levels:
    """The thresholds that are fixed, for everybody or for those who have a label."""
    found: dict[str, Fraction] = {}
    for name, node in stated.thresholds.items():
        if isinstance(node, Choose) and one in node.label.labels:
            node = node.cases[node.label.labels.index(one)]
        if isinstance(node, Const):
            found[name] = node.value
    return found


def bands_by_name(
    scheme: Scheme, stated: NodeStatement, lang: Language, amount: Callable[[Fraction], str]
) -> list[Band] | None:
    """The bands of a curve between thresholds that each person has of their own, by the names of the thresholds.

    They are read from two sets of thresholds that have nothing in common but their order: what is the same for both is
    so for every other set.

    Args:
        scheme: the scheme.
        stated: the indicator.
        lang: of the words.
        amount: how an end of the valid values is written.

    Returns:
        None where the curve has a place that is no threshold, or gives what depends on where they lie.
    """
    order = _order(stated)
    if order is None or all(isinstance(node, Const) for node in stated.thresholds.values()):
        return None
    value = stated.value if isinstance(stated.value, Input) else Input("value")
    low, high = value.low, value.high
    start = low if low is not None else high - _FAR if high is not None else Fraction(0)
    width = _FAR if high is None else high - start
    ends = {end for end in (low, high) if end is not None}
    found: list[list[Band]] = []
    for shape in (1, 2):
        shares = [Fraction(i, len(order) + 1) ** shape for i in range(1, len(order) + 1)]
        levels = {name: start + width * share for name, share in zip(order, shares, strict=True)}
        names = {at: called(THRESHOLDS, name, lang) for name, at in levels.items()}
        node = scheme.statement.curve(stated, value, {name: Const(at) for name, at in levels.items()})
        strange: list[Fraction] = []
        said = None if node is None else bands(node, lang, _naming(names, ends, amount, strange))
        if said is None or strange:
            return None
        found.append([attrs.evolve(band, slope=Fraction(0)) for band in said])
    return found[0] if found[0] == found[1] and len(found[0]) > 1 else None


def _naming(
    names: Mapping[Fraction, str], ends: set[Fraction], amount: Callable[[Fraction], str], strange: list[Fraction]
) -> Callable[[Fraction], str]:
    def name(at: Fraction) -> str:
        if at not in names and at not in ends:
            strange.append(at)
        return names.get(at) or amount(at)

    return name


def _order(stated: NodeStatement) -> Sequence[str] | None:
    """The thresholds in ascending order; None where that is not known."""
    noun, label = stated.noun, label_of_levels(stated)
    assert isinstance(noun, Indicator)
    if label is not None:
        levels = levels_for(stated, label.labels[0])
        return sorted(levels, key=lambda name: levels[name])
    if noun.better is None or not set(stated.thresholds) <= set(ORDER):
        return None
    rising = [name for name in ORDER if name in stated.thresholds]
    return rising if noun.better == "higher" else rising[::-1]
