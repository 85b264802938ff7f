"""Curves: those that give every value the same points, and levels that no value has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from perfscheme.diagnostics import Text
from perfscheme.diagnostics.places import Path
from perfscheme.formula.nodes import Const, Formula
from perfscheme.formula.ranges import Range
from perfscheme.lints.findings import Finding
from perfscheme.lints.surveys import Survey, name_of
from perfscheme.nouns.curves.bands import Tier
from perfscheme.nouns.curves.choice import Choice
from perfscheme.nouns.curves.linear import Linear
from perfscheme.nouns.curves.rating import Rating
from perfscheme.nouns.curves.ratio import Ratio
from perfscheme.nouns.curves.tiers import Tiers
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.setting import label_text
from perfscheme.nouns.units import amount_text, reach_text
from perfscheme.scheme.statement import NodeStatement


def constant(survey: Survey) -> Iterator[Finding]:
    """Indicators that give the same points for every value: the range of their points is one number."""
    for stated, _ in survey.indicators():
        reach = survey.analysis.range(stated.raw)
        if reach is not None and reach.low == reach.high and isinstance(reach.low, Fraction):
            yield Finding((*stated.path, "curve"), {"name": name_of(stated), "points": reach.low})


def beyond(survey: Survey) -> Iterator[Finding]:
    """Levels of a curve beyond which no value lies: the range of the values ends before them."""
    for stated, noun in survey.indicators():
        reach = None if stated.value is None or stated.label is not None else survey.analysis.range(stated.value)
        if reach is None:
            continue
        for path, level, points in _levels(noun.curve, (*stated.path, "curve")):
            value = _value(level, stated)
            if value is not None and not reach.low <= value <= reach.high:
                facts = {"name": name_of(stated), "level": amount_text(value, noun.unit), "points": points}
                yield Finding(path, {**facts, "reach": _reach(reach, noun)})


def _levels(curve: Any, path: Path) -> Iterator[tuple[Path, Fraction | str, Fraction]]:
    if isinstance(curve, Choice):
        for case in curve.cases:
            yield from _levels(case.curve, (*path, "cases", label_text(case.label)))
    elif isinstance(curve, Linear):
        yield from _points(curve.points, (*path, "points"))
    elif isinstance(curve, Tiers):
        yield from _points(curve.tiers, (*path, "tiers"))
    elif isinstance(curve, Rating):
        for i, (level, points) in enumerate(zip(curve.from_, curve.to, strict=True)):
            yield (*path, "from", i), level, points


def _points(points: Sequence[Any], path: Path) -> Iterator[tuple[Path, Fraction | str, Fraction]]:
    for i, point in enumerate(points):
        yield (*path, i, *((point.side,) if isinstance(point, Tier) else ())), point.level, point.points


def _value(level: Fraction | str, stated: NodeStatement) -> Fraction | None:
    node: Formula | None = Const(level) if isinstance(level, Fraction) else stated.thresholds.get(level)
    return node.value if isinstance(node, Const) else None


def never_met(survey: Survey) -> Iterator[Finding]:
    """Fixed thresholds that no value meets: the range of the values ends before them."""
    for stated, noun in survey.indicators():
        reach = None if stated.value is None else survey.analysis.range(stated.value)
        if reach is None or noun.better is None:
            continue
        for name, node in stated.thresholds.items():
            if isinstance(node, Const) and _out_of_reach(node.value, noun, reach):
                facts = {"name": name_of(stated), "threshold": name, "value": amount_text(node.value, noun.unit)}
                yield Finding((*stated.path, "thresholds", name), {**facts, "reach": _reach(reach, noun)})


def curtailed(survey: Survey) -> Iterator[Finding]:
    """Ratios whose limit lies below the points of the target, so that the target has no more than what falls short."""
    for stated, noun in survey.indicators():
        for path, curve in _ratios(noun.curve, (*stated.path, "curve")):
            if curve.at_most is not None and 0 < curve.at_most < curve.scale:
                facts = {"name": name_of(stated), "found": curve.at_most, "points": curve.scale}
                yield Finding((*path, "at-most"), facts)


def _ratios(curve: Any, path: Path) -> Iterator[tuple[Path, Ratio]]:
    if isinstance(curve, Choice):
        for case in curve.cases:
            yield from _ratios(case.curve, (*path, "cases", label_text(case.label)))
    elif isinstance(curve, Ratio):
        yield path, curve


def fractional(survey: Survey) -> Iterator[Finding]:
    """Percents where more is better, and 1 percent meets every threshold though 100 can be."""
    for stated, noun in survey.indicators():
        if noun.unit != "percent" or noun.better != "higher" or stated.value is None:
            continue
        levels = {name: node.value for name, node in stated.thresholds.items() if isinstance(node, Const)}
        reach = survey.analysis.range(stated.value)
        if not levels or len(levels) < len(stated.thresholds) or reach is None or reach.high < 100:
            continue
        name, top = max(levels.items(), key=lambda item: item[1])
        if 0 < top <= 1:
            facts = {"name": name_of(stated), "threshold": name, "value": top, "percent": top * 100}
            yield Finding((*stated.path, "thresholds", name), facts)


def _out_of_reach(value: Fraction, noun: Indicator, reach: Range) -> bool:
    return value > reach.high if noun.better == "higher" else value < reach.low


def _reach(reach: Range, noun: Indicator) -> Text:
    """From where to where the values of an indicator go, in words."""
    low, high = (end if isinstance(end, Fraction) else None for end in (reach.low, reach.high))
    return reach_text(low, high, noun.unit)
