"""Doubles: the laws that need a second scheme or a second record beside the first."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

import attrs

from perfscheme.diagnostics import SchemeError
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.directions import DOWN, UP
from perfscheme.formula.nodes import State
from perfscheme.formula.reals import Exact, compare
from perfscheme.lints import findings
from perfscheme.lints.surveys import Survey
from perfscheme.nouns.curves.as_is import AsIs
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.inputs import NumberInput
from perfscheme.nouns.quantities import ByLabel, Case, FromInput, Quantity
from perfscheme.scheme import Scheme
from perfscheme.scheme.cards import Scorecard
from perfscheme.testing.batches import Record
from perfscheme.testing.proofs import answer
from perfscheme.testing.violations import Violation, agree

_TIMES = Fraction(7, 3)
_NEW = "a-child-without-weight"
_CULPRITS = ("PS501", "PS502", "PS503")
"""Lints that say of a scheme that a better value may make its total worse."""


def direction(scheme: Scheme, records: Sequence[Record]) -> None:
    """Law 6: two records that differ in one number alone; the total moves no other way than is proved."""
    ways = Analysis().directions(scheme.statement.total)
    for move in _moves(scheme, records):
        way, moved = ways.get(move.key, 0), compare(*reversed(move.totals))
        if (moved > 0 and not way & UP) or (moved < 0 and not way & DOWN):
            proved = {0: "no move", UP: "no fall", DOWN: "no rise"}[way]
            raise Violation(f"total as {move.key} rises", move.records, proved, move.totals)


def better(scheme: Scheme, records: Sequence[Record]) -> None:
    """Law 6: where no lint names a culprit, and no rule fires, a better value makes no total worse."""
    survey = _blameless(scheme)
    if survey is None:
        return
    for move in _moves(scheme, records):
        if move.key not in survey.judged or not all(survey.silent(card.inputs) for card in move.cards):
            continue
        good = survey.sense if survey.way(move.key) == UP else -survey.sense
        if compare(*reversed(move.totals)) * good < 0:
            said = "no worse" if survey.way(move.key) == UP else "no better"
            raise Violation(f"total as {move.key} rises", move.records, said, move.totals)


@functools.lru_cache(maxsize=8)
def _blameless(scheme: Scheme) -> Survey | None:
    """What lints look at; None where one of them says of the scheme that it may not keep the law."""
    found = (each.code for each, _ in findings(scheme))
    return None if any(code in _CULPRITS for code in found) else Survey(scheme)


@attrs.frozen
class _Move:
    """Two records that differ in one number alone, which is higher in the second, and what they score."""

    key: str
    records: tuple[Record, Record]
    cards: tuple[Scorecard, Scorecard]
    totals: tuple[Exact, Exact]


def _moves(scheme: Scheme, records: Sequence[Record]) -> Iterator[_Move]:
    numbers = [spec for spec in scheme.statement.inputs.values() if isinstance(spec, NumberInput)]
    for record, other in itertools.pairwise(records):
        for spec in numbers:
            low, high = spec.read(record[spec.key]), spec.read(other[spec.key])
            if not isinstance(low, Fraction) or not isinstance(high, Fraction) or low == high:
                continue
            before, after = record, {**record, spec.key: other[spec.key]}
            if low > high:
                before, after = after, before
            cards = scheme.score(before), scheme.score(after)
            first, second = (card.exact(scheme.statement.total) for card in cards)
            if first is None or second is None or isinstance(first, State) or isinstance(second, State):
                continue
            # Where a rule has left a child out, no direction is claimed across that.
            if _states(cards[0]) == _states(cards[1]):
                yield _Move(spec.key, (before, after), cards, (first, second))


def _states(card: Scorecard) -> list[bool]:
    nodes = card.scheme.statement.nodes.values()
    found = [card.exact(node) for stated in nodes for node in (stated.points, *stated.terms)]
    return [value is None or isinstance(value, State) for value in found]


def child_order(scheme: Scheme, records: Sequence[Record]) -> None:
    """Law 7: the same scheme with every list of children turned round."""
    _compare(scheme, _with_root(scheme, _turned(scheme.root)), records)


def _turned(noun: Any) -> Any:
    if not isinstance(noun, Dimension):
        return noun
    return attrs.evolve(noun, children=[_turned(child) for child in reversed(noun.children)])


def scaled(scheme: Scheme, records: Sequence[Record]) -> None:
    """Law 8: the same scheme with the weights of every mean times a constant."""
    _compare(scheme, _with_root(scheme, _weighed(scheme.root)), records)


def _weighed(noun: Any) -> Any:
    if not isinstance(noun, Dimension):
        return noun
    children = [_weighed(child) for child in noun.children]
    aggregation: Any = noun.aggregation
    how = getattr(aggregation, "weights", None)
    tables = getattr(getattr(aggregation, "missing", None), "tables", ())
    if how in ("to-100", "to-1", "normalised") and not tables and all(_scalable(child.weight) for child in children):
        children = [attrs.evolve(child, weight=_times(child.weight)) for child in children]
        return attrs.evolve(noun, children=children, aggregation=attrs.evolve(aggregation, weights="normalised"))
    return attrs.evolve(noun, children=children)


def _scalable(weight: Quantity | None) -> bool:
    if isinstance(weight, ByLabel):
        return all(_scalable(case.value) for case in weight.cases)
    return weight is not None and not isinstance(weight, FromInput)


def _times(weight: Any) -> Quantity:
    if isinstance(weight, ByLabel):
        return ByLabel(weight.by, [Case(case.label, _times(case.value)) for case in weight.cases])
    times: Fraction = weight * _TIMES
    return times


def weightless(scheme: Scheme, records: Sequence[Record]) -> None:
    """Law 8: the same scheme with one more child of weight 0 in a mean, its value missing for everybody."""
    root = scheme.root
    aggregation: Any = root.aggregation
    tables = getattr(getattr(aggregation, "missing", None), "tables", ())
    if aggregation.kind not in ("weighted-mean", "geometric-mean") or tables:
        return
    if aggregation.weights == "equal" or any("children" in _acts(rule) for rule in root.rules):
        return
    child = Indicator(_NEW, "count", weight=0, curve=AsIs())
    other = _with_root(scheme, attrs.evolve(root, children=(*root.children, child)))
    _compare(scheme, other, records, {_NEW: None})


def _acts(rule: Any) -> tuple[str, ...]:
    return ("children",) if hasattr(rule.rule, "child_formula") else ()


def same_content(scheme: Scheme, records: Sequence[Record]) -> None:
    """Law 13: keys in another order are the same content, another figure is not."""
    turned = _with_root(scheme, _turned(scheme.root))
    turned = attrs.evolve(turned, inputs=turned.declared[::-1])
    agree("content hash with keys turned round", scheme.scheme, scheme.hash, turned.hash)
    other = attrs.evolve(scheme, version=f"{scheme.version}-other")
    if other.hash == scheme.hash:
        raise Violation("content hash of another version", scheme.version, "another hash", other.hash)


def _with_root(scheme: Scheme, root: Dimension) -> Scheme:
    try:
        return attrs.evolve(scheme, score=root, examples=())  # theirs are the inputs of the scheme as it was
    except SchemeError as error:
        raise Violation("a scheme that says the same", scheme.scheme, "no problems", str(error)) from error


def _compare(scheme: Scheme, other: Scheme, records: Sequence[Record], more: Record | None = None) -> None:
    for record in records:
        found = answer(other.score({**record, **(more or {})}))
        agree("(total, grade, coefficient)", record, answer(scheme.score(record)), found)
