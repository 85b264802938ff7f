"""Scales: points and totals that leave the scale which the scheme declares, and ends of it that no total reaches."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from perfscheme.diagnostics import Text
from perfscheme.diagnostics.places import Path
from perfscheme.formula.directions import BOTH, DOWN, UP
from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import Formula, Input, LabelInput, State, inputs_of
from perfscheme.formula.ranges import Range
from perfscheme.formula.reals import Exact, compare
from perfscheme.lints.curves import curtailed
from perfscheme.lints.findings import Finding, Record, shown, values_shown
from perfscheme.lints.surveys import Survey, name_of
from perfscheme.nouns.aggregations.extremes import BestOf, Maximum, Minimum
from perfscheme.nouns.aggregations.means import WeightedGeometricMean, WeightedMean
from perfscheme.nouns.aggregations.trims import Trimmed
from perfscheme.nouns.dimensions import Dimension
from perfscheme.scheme.statement import NodeStatement

_KEEPING = (BestOf, Maximum, Minimum, Trimmed, WeightedGeometricMean, WeightedMean)
"""Aggregations whose result lies among the points of the children, so that these are meant to range as it does."""

_MOST_CHOICES: Final = 64
"""Combinations of labels of which the corners are tried."""

TOTAL: Final = Text(zh="总分", en="the total")


def outside(survey: Survey) -> Iterator[Finding]:
    """Indicators with points beyond the scale, where their dimensions do nothing but choose or average."""
    return iter(survey.once(_outside))


def _outside(survey: Survey) -> list[Finding]:
    found = []
    for stated, noun in survey.indicators():
        if not _comparable(survey, stated):
            continue
        for low, end in _ends(survey):
            witness = _witness(survey, stated.points, end, low=low, along=noun.reading.input)
            if witness is not None:
                record, points = witness
                path: Path = (*stated.path, "curve")
                read = values_shown(record, inputs_of([stated.points]))
                facts = {"name": name_of(stated), "points": shown(points), "end": end, "record": read}
                found.append(Finding(path, facts, (record,)))
                break
    return found


def _comparable(survey: Survey, stated: NodeStatement) -> bool:
    while stated.parent is not None:
        stated = survey.statement.nodes[stated.parent]
        if not isinstance(stated.noun, Dimension) or not isinstance(stated.noun.aggregation, _KEEPING):
            return False
    return True


def beyond(survey: Survey) -> Iterator[Finding]:
    """Ends of the scale beyond which a record has its total, though no indicator is to blame alone."""
    if survey.once(_outside):
        return
    for low, end in _ends(survey):
        witness = _witness(survey, survey.statement.total, end, low=low)
        if witness is not None:
            record, total = witness
            read = values_shown(record, inputs_of([survey.statement.total]))
            facts = {"total": shown(total), "end": end, "record": read}
            yield Finding(("scale", 0 if low else 1), facts, (record,))


def unsettled(survey: Survey) -> Iterator[Finding]:
    """What may leave the scale as far as ranges go, and does with no record that was tried."""
    if survey.once(_outside) or any(True for _ in beyond(survey)):
        return
    indicators = [(stated, stated.points) for stated, _ in survey.indicators() if _comparable(survey, stated)]
    total = survey.statement.total
    for low, end in _ends(survey):
        for stated, node in indicators:
            if (reach := _passing(survey, node, end, low=low)) is not None:
                yield Finding((*stated.path, "curve"), {"name": name_of(stated), "end": end, **_said(reach)})
        if (reach := _passing(survey, total, end, low=low)) is not None:
            yield Finding(("scale", 0 if low else 1), {"name": TOTAL, "end": end, **_said(reach)})


def unreached(survey: Survey) -> Iterator[Finding]:
    """Ends of the scale that no record reaches: the range of the total ends before them."""
    reach = survey.analysis.range(survey.statement.total)
    for low, end in _ends(survey):
        if reach is not None and (reach.low > end if low else reach.high < end):
            yield Finding(("scale", 0 if low else 1), {"end": end, **_said(reach)})


def incomplete(survey: Survey) -> Iterator[Finding]:
    """The better end of the scale, where only records that lack something reach it."""
    if any(True for _ in curtailed(survey)):
        return
    every, complete = survey.analysis.range(survey.statement.total), survey.whole.range(survey.statement.total)
    for low, end in _ends(survey):
        if every is None or complete is None or low == (survey.sense > 0):
            continue
        if (every.low <= end < complete.low) if low else (complete.high < end <= every.high):
            yield Finding(("scale", 0 if low else 1), {"end": end, **_said(complete)})


def _said(reach: Range) -> dict[str, object]:
    ends = {"low": reach.low, "high": reach.high}
    return {key: end if isinstance(end, Fraction) else "-" for key, end in ends.items()}


def _ends(survey: Survey) -> Iterator[tuple[bool, Fraction]]:
    """The ends of the scale that are declared; whether each is the low one."""
    low, high = survey.scheme.scale or (None, None)
    if low is not None:
        yield True, low
    if high is not None:
        yield False, high


def _witness(
    survey: Survey, node: Formula, end: Fraction, *, low: bool, along: str | None = None
) -> tuple[Record, Exact] | None:
    """A record with which a formula lies beyond an end, and what it then is; None where none was found.

    Args:
        survey: of the scheme.
        node: the formula.
        end: of the scale.
        low: whether it is the low end.
        along: the input whose values are tried one by one.
    """
    if _passing(survey, node, end, low=low) is None:
        return None
    for record, result in _tried(survey, node, along, low=low):
        if compare(result, end) * (-1 if low else 1) > 0:
            return record, result
    return None


def _passing(survey: Survey, node: Formula, end: Fraction, *, low: bool) -> Range | None:
    """The range of a formula that passes an end; None where it keeps to it, which is a proof."""
    reach = survey.analysis.range(node)
    return None if reach is None or (reach.low >= end if low else reach.high <= end) else reach


def _tried(survey: Survey, node: Formula, along: str | None, *, low: bool) -> Iterator[tuple[Record, Exact]]:
    """Records and what a formula is: samples, the corners of their ranges, and the values of one input."""
    for record in itertools.chain(survey.samples.records, _corners(survey, node, low=low)):
        try:
            result = Evaluation(record)(node)
        except Undefined:
            continue
        if not isinstance(result, State):
            yield record, result
    if along is not None and isinstance(survey.statement.input_nodes[along], Input):
        for trace in survey.samples.traces(node, along):
            yield from ((trace.at(value), result) for value, result in trace.points)


def _corners(survey: Survey, node: Formula, *, low: bool) -> Iterator[Record]:
    """Records with each number where the formula is least (or greatest), as far as its direction is known.

    Where every direction is, one of these has the extreme itself, for each choice of labels.
    """
    wanted = DOWN if low else UP
    ways = survey.analysis.directions(node)
    known = {key: 1 if way == wanted else -1 for key, way in ways.items() if way != BOTH}
    labels = [spec for spec in survey.statement.input_nodes.values() if isinstance(spec, LabelInput)]
    read = [spec for spec in labels if spec.key in inputs_of([node])]
    for chosen in itertools.islice(itertools.product(*(spec.labels for spec in read)), _MOST_CHOICES):
        choice = {spec.key: label for spec, label in zip(read, chosen, strict=True)}
        for record in survey.samples.records:
            for side in (1, -1):  # where a formula goes both ways, its ends are tried all the same
                yield from survey.samples.corners({**record, **choice}, {**dict.fromkeys(ways, side), **known})
