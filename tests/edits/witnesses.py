"""Witnesses: records on which two schemes answer differently."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

import attrs

from perfscheme.diagnostics import Diagnostic
from perfscheme.diagnostics.places import Path as Way
from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import Const, Formula, Input, State
from perfscheme.formula.nodes.walks import inputs_of
from perfscheme.formula.reals import Real
from perfscheme.lints.findings import Record
from perfscheme.lints.surveys import Survey
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.inputs import NumberInput
from perfscheme.scheme import Scheme
from perfscheme.scheme.slips import record_of
from perfscheme.testing.batches import edges, ends, landmarks

BITS = 128
GRID = 50
FAR = 100
HALVES = 12
MIXTURES = 500
ABSENCES = (State.MISSING, State.NOT_APPLICABLE)


def answered(scheme: Scheme, record: Record) -> Evaluation | None:
    """A record as a scheme reads it; None where it refuses a value."""
    return None if any(refuses(scheme, key, value) for key, value in record.items()) else Evaluation(record)


def answers(scheme: Scheme, record: Record) -> Iterator[object]:
    """What it makes of a record, the total and the grade first; nothing is computed that is not asked for."""
    statement = scheme.statement
    refused = [key for key, value in record.items() if refuses(scheme, key, value)]
    yield refused
    if refused:
        return
    run = Evaluation(record)
    yield told(run, statement.total)
    grade = None if statement.grade is None else told(run, statement.grade)
    ladder = scheme.ladder
    yield (
        (ladder.names[int(grade)], ladder.coefficients[int(grade)]) if ladder and isinstance(grade, Fraction) else grade
    )
    for stated in statement.nodes.values():
        yield told(run, stated.points)


def refuses(scheme: Scheme, key: str, value: object) -> bool:
    return isinstance(scheme.statement.inputs[key].read(value), Diagnostic)


def told(run: Evaluation, node: Formula) -> object:
    try:
        found = run(node)
    except Undefined as undefined:
        return undefined.reason
    return found.enclose(BITS) if isinstance(found, Real) else found


def tells_apart(one: Scheme, two: Scheme, record: Record) -> bool:
    return any(a != b for a, b in itertools.zip_longest(answers(one, record), answers(two, record)))


def graded(scheme: Scheme, record: Record) -> object:
    run = answered(scheme, record)
    return None if run is None or scheme.statement.grade is None else told(run, scheme.statement.grade)


def halves(scheme: Scheme, one: Record, two: Record, key: str, depth: int = HALVES) -> Iterator[Record]:
    """Records between two of different grades, ever closer to wherever the grade turns."""
    if depth and graded(scheme, one) != graded(scheme, two):
        middle = {**one, key: (one[key] + two[key]) / 2}  # type: ignore[operator]
        yield middle
        yield from halves(scheme, one, middle, key, depth - 1)
        yield from halves(scheme, middle, two, key, depth - 1)


@attrs.frozen(eq=False)
class Witnesses:
    """Records that may tell two schemes of the same inputs apart, the likeliest first.

    Args:
        one, two: the schemes.
        ways: where they differ.
    """

    one: Scheme
    two: Scheme
    ways: Sequence[Way]

    def find(self) -> Record | None:
        return next((record for record in self.records() if tells_apart(self.one, self.two, record)), None)

    def records(self) -> Iterator[Record]:
        surveys = [Survey(self.two), Survey(self.one)]
        yield from self.people()
        for survey in surveys:
            yield from survey.samples.records
        if any(way[-1] == "coverage" for way in self.ways):
            yield from self.absences(surveys)
        named = self.named()
        for survey, key in itertools.product(surveys, named):
            yield from self.steps(survey, key)
        yield from self.mixtures(surveys)
        if any(way[0] == "grades" for way in self.ways):
            yield from self.between()
        yield from self.absences(surveys)
        keys = [*named, *(key for key in self.one.statement.inputs if key not in named)]
        for survey, key in itertools.product(surveys, keys):
            yield from self.steps(survey, key)
            yield from self.turns(survey, key)

    def people(self) -> list[Record]:
        """The examples of the plan, who are likelier than samples."""
        inputs = self.one.statement.inputs
        read = [{key: inputs[key].read(value) for key, value in record_of(e).items()} for e in self.one.examples]
        return [record for record in read if not any(isinstance(value, Diagnostic) for value in record.values())]

    def named(self) -> list[str]:
        """The inputs that are read where they differ."""
        steps = {str(step) for way in self.ways for step in way}
        read = {noun.reading.input for stated, noun in Survey(self.one).indicators() if noun.id in steps}
        rules = [step.when for step in Survey(self.one).steps if step.when is not None and step.path in self.within()]
        return [key for key in self.one.statement.inputs if key in steps | read | inputs_of(rules)]

    def within(self) -> set[Way]:
        """All that the places where they differ stand in."""
        return {way[:end] for way in self.ways for end in range(1, len(way))}

    def between(self) -> Iterator[Record]:
        """Grades apart, ever closer: from a record with the one to a record with another, an input at a time."""
        some = [
            *self.people(),
            *(record for scheme in (self.two, self.one) for record in Survey(scheme).samples.records),
        ]
        for scheme, (one, two) in itertools.product((self.two, self.one), itertools.combinations(some, 2)):
            here = dict(one)
            for key, value in two.items():
                there = {**here, key: value}
                if isinstance(value, Fraction) and graded(scheme, here) != graded(scheme, there):
                    yield from halves(scheme, here, there, key)
                here = there

    def values(self, key: str) -> list[Any]:
        """Of an input: all labels; numbers at the figures of both schemes, at the ends of its range, and between."""
        found: list[Any] = []
        for scheme in (self.two, self.one):
            spec, marks = scheme.statement.inputs[key], landmarks(scheme)
            if not isinstance(spec, NumberInput):
                return list(spec.labels)
            low, high = ends(spec, marks)
            wide = high - low
            beside = [mark + Fraction(side * 6, 10**places) for mark in marks for side in (-1, 1) for places in (4, 7)]
            found += [value for value in beside if low <= value <= high]
            found += [*edges(spec, marks), *(low + wide * i / GRID + Fraction(i % 7, 1000) for i in range(GRID + 1))]
            found += [
                end if end is not None else side * FAR * wide for end, side in zip(spec.valid, (-1, 1), strict=True)
            ]
            found += [end for end in (low - 5 * wide, high + 5 * wide) if not isinstance(spec.read(end), Diagnostic)]
        return found

    def steps(self, survey: Survey, key: str) -> Iterator[Record]:
        """One input at all of its values."""
        for record, value in itertools.product([*self.people()[:2], *survey.samples.records[:3]], self.values(key)):
            yield {**record, key: value}

    def mixtures(self, surveys: Sequence[Survey]) -> Iterator[Record]:
        """All inputs at any of their values; all of them good, or hard by a threshold."""
        chance = random.Random(0)
        pools = {key: [*self.values(key), *ABSENCES] for key in self.one.statement.inputs}
        good = [surveys[0].samples.records[0]] if surveys[0].samples.records else []
        hard = {key: [*(record[key] for record in good), *self.thresholds(key)] or pools[key] for key in pools}
        for _ in range(MIXTURES):
            yield {key: chance.choice(pool) for key, pool in pools.items()}
            yield {key: chance.choice(pool) for key, pool in hard.items()}

    def thresholds(self, key: str) -> list[Any]:
        """The fixed thresholds of an input, and what is beside them."""
        read = [stated for stated, noun in Survey(self.two).indicators() if noun.reading.input == key]
        levels = [node.value for stated in read for node in stated.thresholds.values() if isinstance(node, Const)]
        found = [level + step for level in levels for step in (-1, Fraction(-1, 100), 0, Fraction(1, 100), 1)]
        return [value for value in found if not refuses(self.two, key, value)]

    def turns(self, survey: Survey, key: str) -> Iterator[Record]:
        """The values of an input at which points, total or grade turn, and some on both sides of them."""
        statement = survey.statement
        if not isinstance(statement.input_nodes[key], Input):
            return
        near = [
            stated.points for stated in statement.nodes.values() if stated.noun.id in {*itertools.chain(*self.ways)}
        ]
        for root in (*near, statement.total, statement.grade):
            for trace in () if root is None else survey.samples.traces(root, key):
                yield from (trace.at(value) for value, _ in trace.points)

    def absences(self, surveys: Sequence[Survey]) -> Iterator[Record]:
        """Inputs left out, one or two or all but one; all that is below some children of a dimension that differs."""
        keys = list(self.one.statement.inputs)
        sets = [left for id_ in self.dimensions() for left in lacking(self.one, id_)]
        sets += [(key,) for key in keys] + [*itertools.combinations(keys, 2)]
        sets += [tuple(other for other in keys if other != key) for key in keys]
        for survey, state, left in itertools.product(surveys, ABSENCES, sets):
            for record in survey.samples.records[:3]:
                yield {**record, **dict.fromkeys(left, state)}

    def dimensions(self) -> list[str]:
        """Ids of the dimensions whose own aggregation differs."""
        found = {str(way[way.index("aggregation") - 1]) for way in self.ways if "aggregation" in way}
        return [id_ for id_, stated in self.one.statement.nodes.items() if id_ in found and stated.children]


def lacking(scheme: Scheme, dimension: str) -> Iterator[tuple[str, ...]]:
    """For every set of its children, the inputs below them."""
    children = scheme.statement.nodes[dimension].children
    for count in range(1, len(children)):
        for some in itertools.combinations(children, count):
            yield tuple(key for child in some for key in below(scheme, child))


def below(scheme: Scheme, id_: str) -> Iterator[str]:
    stated = scheme.statement.nodes[id_]
    for child in stated.children:
        yield from below(scheme, child)
    if isinstance(stated.noun, Indicator):
        yield stated.noun.reading.input
