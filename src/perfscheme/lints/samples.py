"""Samples: records to try a scheme with, and the values of one input at which a formula may turn."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property

import attrs

from perfscheme.formula import nodes
from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.lines import Lines, lines
from perfscheme.formula.nodes import Compare, Formula, Input, Node, State
from perfscheme.formula.reals import Exact, compare
from perfscheme.formula.restriction import Outline
from perfscheme.lints.findings import Record
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.inputs import NumberInput
from perfscheme.nouns.thresholds import ORDER
from perfscheme.scheme.statement import NodeStatement, Statement

_SHARES = (Fraction(1, 2), Fraction(1), Fraction(3, 4), Fraction(0), Fraction(1, 4))
"""Where in their ranges the numbers of a sample lie."""

_FAR = (1, 10**3, 10**6)
"""How many times as far as the thresholds the corners of an open range lie."""

_ROTATIONS = 5
_MOST_VALUES = 400
_STEP = Fraction(1, 100)


@attrs.frozen
class Trace:
    """A formula at many values of one input, the other inputs as in a record.

    Args:
        record: the other inputs.
        key: of the input that moves.
        points: its values, ascending, with those of the formula.
    """

    record: Record
    key: str
    points: tuple[tuple[Fraction, Exact], ...]

    def at(self, value: Fraction) -> Record:
        """The record with this value."""
        return {**self.record, self.key: value}

    def worst_fall(self, way: int, sense: int) -> tuple[Fraction, Fraction] | None:
        """The pair of values, the better one second, between which the formula gets worse by the most.

        Args:
            way: 1 where higher values are better, else -1.
            sense: 1 where higher results are better, else -1.
        """
        found: tuple[Fraction, Fraction] | None = None
        most = top = None
        for value, result in self.points if way > 0 else self.points[::-1]:
            if top is None or compare(result, top[1]) * sense > 0:
                top = value, result
            else:
                fall = _size(top[1], result)
                if compare(result, top[1]) and (most is None or fall > most):
                    found, most = (top[0], value), fall
        return found


class Samples:
    """Records of a scheme in which every input has a value.

    Args:
        statement: of the scheme.
    """

    def __init__(self, statement: Statement) -> None:
        self.statement = statement
        self._outlines: dict[Formula, Outline] = {}

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """First the one that is good throughout, then a middling and a poor one, then mixtures.

        Where thresholds are given per person, only such records as have them in their order.
        """
        nodes_ = list(self.statement.input_nodes.values())
        good = {node.key: self._end(node, 1) for node in nodes_}
        poor = {node.key: self._end(node, -1) for node in nodes_}
        mixed = [{node.key: self._value(node, i + j) for j, node in enumerate(nodes_)} for i in range(_ROTATIONS)]
        even = {node.key: self._value(node, 0) for node in nodes_}
        return tuple(record for record in (good, even, poor, *mixed) if self._orderly(record))

    @cached_property
    def _evaluations(self) -> tuple[Evaluation, ...]:
        return tuple(Evaluation(record) for record in self.records)

    def traces(self, root: Formula, key: str) -> Iterator[Trace]:
        """The formula along one input, for each of the records."""
        outline = self._outlines.get(root) or self._outlines.setdefault(root, Outline(root))
        for record, evaluation in zip(self.records, self._evaluations, strict=True):
            inner = outline.restrict(evaluation, key)
            found = []
            for value in self._values(inner, key):
                try:
                    result = Evaluation({**record, key: value})(inner)
                except Undefined:
                    continue
                if not isinstance(result, State):
                    found.append((value, result))
            if len(found) > 1:
                yield Trace(record, key, tuple(found))

    def corners(self, record: Record, sides: Mapping[str, int]) -> Iterator[Record]:
        """A record with some inputs at an end of their range; where that is open, ever further out.

        Args:
            record: the other inputs.
            sides: 1 for the upper end, -1 for the lower, by number input.
        """
        open_ = [key for key, side in sides.items() if getattr(self._node(key), "high" if side > 0 else "low") is None]
        for far in _FAR if open_ else (1,):
            ends = {}
            for key, side in sides.items():
                low, high = self._span(self._node(key))
                end, wide = (high, high - low) if side > 0 else (low, low - high)
                ends[key] = self._valid(key, end + (far - 1) * wide if key in open_ else end)
            yield {**record, **ends}

    def _values(self, inner: Formula, key: str) -> list[Fraction]:
        spec = self.statement.inputs[key]
        assert isinstance(spec, NumberInput)
        turns = sorted(turning_points(inner))[:_MOST_VALUES]
        low, high = self._span(self._node(key), turns)
        step = Fraction(1) if spec.unit == "count" else _STEP
        marks = sorted({low, high, *(turn for turn in turns if low < turn < high)})
        between = [(a + b) / 2 for a, b in itertools.pairwise(marks)]
        beside = [mark + side for mark in marks for side in (-step, step)]
        return sorted(value for value in {*marks, *between, *beside} if isinstance(spec.read(value), Fraction))

    def _node(self, key: str) -> Input:
        node = self.statement.input_nodes[key]
        assert isinstance(node, Input)
        return node

    @cached_property
    def _better(self) -> Mapping[str, int]:
        nouns = [stated.noun for stated in self.statement.nodes.values()]
        return {
            noun.reading.input: 1 if noun.better == "higher" else -1
            for noun in nouns
            if isinstance(noun, Indicator) and noun.better is not None
        }

    @cached_property
    def _marks(self) -> Mapping[str, list[Fraction]]:
        """By input, the fixed thresholds of who reads it: they tell where an open range is of interest."""
        found: dict[str, list[Fraction]] = {}
        for stated in self.statement.nodes.values():
            if isinstance(stated.noun, Indicator):
                own = [node.value for node in stated.thresholds.values() if isinstance(node, nodes.Const)]
                found.setdefault(stated.noun.reading.input, []).extend(own)
        return found

    def _span(self, node: Input, turns: Sequence[Fraction] = ()) -> tuple[Fraction, Fraction]:
        marks = [*self._marks.get(node.key, ()), *turns]
        least, most = min(marks, default=Fraction(0)), max(marks, default=Fraction(100))
        wide = max(most - least, Fraction(10))
        low = least - wide if node.low is None else node.low
        high = max(most, low) + wide if node.high is None else node.high
        return min(low, high), high

    def _value(self, node: Input | nodes.LabelInput, i: int) -> Fraction | str | bool:
        if isinstance(node, nodes.LabelInput):
            return node.labels[i % len(node.labels)]
        low, high = self._span(node)
        return self._valid(node.key, low + (high - low) * _SHARES[i % len(_SHARES)])

    def _end(self, node: Input | nodes.LabelInput, side: int) -> Fraction | str | bool:
        """The good (1) or the poor end of an input; one without a better side counts events, of which few are good."""
        if isinstance(node, nodes.LabelInput):
            return node.labels[0 if side > 0 else -1]
        low, high = self._span(node)
        return self._valid(node.key, high if side * self._better.get(node.key, -1) > 0 else low)

    def _valid(self, key: str, value: Fraction) -> Fraction:
        spec = self.statement.inputs[key]
        # A percentage above 0 and up to 1 is taken for a fraction.
        return value if isinstance(spec.read(value), Fraction) else value + 1

    def _orderly(self, record: Record) -> bool:
        return all(
            in_order(stated, record)
            for stated in self.statement.nodes.values()
            if isinstance(stated.noun, Indicator)
            and any(not isinstance(node, nodes.Const) for node in stated.thresholds.values())
        )


def in_order(stated: NodeStatement, record: Record) -> bool:
    """Whether the thresholds of an indicator are, for a record, in the order of their names."""
    noun, run = stated.noun, Evaluation(record)
    assert isinstance(noun, Indicator)
    if noun.better is None:
        return True
    values = [run(stated.thresholds[name]) for name in ORDER if name in stated.thresholds]
    there = [value for value in values if not isinstance(value, State)]
    wanted = 1 if noun.better == "higher" else -1
    return all(compare(b, a) == wanted for a, b in itertools.pairwise(there))


def turning_points(root: Formula) -> set[Fraction]:
    """Values of the one input of a formula at which a part of it bends, jumps or is compared."""
    known: dict[Formula, Lines | None] = {}
    lines(root, known)
    found = {cut.at for line in known.values() if line is not None for cut in line.cuts}
    for node in nodes.walk([root]):
        found |= {cut for a, b in _meetings(node) for cut in _crossings(nodes.linear((1, a), (-1, b)))}
    return found


def _meetings(node: Node) -> list[tuple[Formula, Formula]]:
    match node:
        case Compare(left=left, right=right):
            return [(left, right)]
        case nodes.Piecewise(x=x, cuts=cuts):
            return [(x, nodes.Const(cut.at)) for cut in cuts]
        case _:
            return []


def _crossings(difference: Formula) -> Iterator[Fraction]:
    found = lines(difference, {})
    if found is not None:
        yield from (-a / b for a, b in found.pieces if b)


def _size(a: Exact, b: Exact) -> Fraction:
    return abs(_rough(a) - _rough(b))


def _rough(x: Exact) -> Fraction:
    return x if isinstance(x, Fraction) else x.enclose(64)[0]
