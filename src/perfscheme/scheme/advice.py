"""Advice: the next better grade, the least changes that reach it, and the improvement that meets the most targets."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction

import attrs

from perfscheme.diagnostics import Text
from perfscheme.diagnostics.figures import terminating
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.directions import DOWN, UP
from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import Compare, Condition, Exp, Formula, GeometricMean, Input, Node, Power, State, walk
from perfscheme.formula.reals import Exact, combine, compare
from perfscheme.nouns.grades import Side
from perfscheme.nouns.inputs import NumberInput
from perfscheme.scheme.decimals import decimal_of
from perfscheme.scheme.results import Result

LEAST_PLACES = 2
MOST_PLACES = 9
FURTHEST = 2**30
FURTHEST_OF_POWERS = 2**6


@attrs.frozen
class NextGrade:
    """The next better grade.

    Args:
        grade: its name.
        side: `from`, `above`, `to` or `below`, as the scheme writes the bound.
        bound: of the grade, in total points.
        distance: from the total that is graded to the bound; 0 where the total is there already and a rule holds the
            grade down.
    """

    grade: str
    side: Side
    bound: Decimal
    distance: Decimal


@attrs.frozen
class Improvement:
    """A change of one input that alone brings the next better grade.

    Args:
        input: its key.
        name: for people.
        unit: of the values.
        before, after: the value now, and the nearest value that brings the grade. One step of the value's own decimals
            less (two at least; whole numbers for counts) does not bring it.
        certain: it is proved that no smaller change does; else none was found nearby.
        total, grade: what the record then scores.
    """

    input: str
    name: Text
    unit: str
    before: Decimal
    after: Decimal
    certain: bool
    total: Decimal
    grade: str


@attrs.frozen
class TargetAdvice:
    """The single improvement that meets the most of the unmet targets; among equals, the one that is nearest.

    Args:
        input: key of the input that changes.
        name: for people.
        unit: of the values.
        before, after: the value now and then.
        meets: ids of the indicators whose target is then met and was not.
        met: how many targets are then met.
    """

    input: str
    name: Text
    unit: str
    before: Decimal
    after: Decimal
    meets: tuple[str, ...]
    met: int


def next_grade(card: Result) -> NextGrade | None:
    """The next better grade; None at the best one, without a score, and without grades."""
    ladder, index = card.scheme.ladder, card.grade_index
    if ladder is None or index is None or index + 1 >= len(ladder.grades):
        return None
    better = [grade for grade in ladder.grades[: len(ladder.grades) - 1 - index] if grade.bound is not None]
    graded = card.exact(card.scheme.statement.graded)
    if not better or graded is None or isinstance(graded, State):
        return None
    grade = better[-1]
    assert grade.bound is not None
    side, bound = grade.bound
    low, high = (graded, bound) if ladder.better == "higher" else (bound, graded)
    return NextGrade(grade.grade, side, decimal_of(bound), decimal_of(_distance(low, high)))


def improvements(card: Result) -> tuple[Improvement, ...]:
    """Every single improvement that brings the next better grade that a total has, the smallest first.

    They are compared by their share of the valid range, or of the value where there is none. Inputs that give a
    person's own thresholds or weights are not improved upon, nor is what is missing.
    """
    outline, coming = card.scheme.statement.grade_outline, next_grade(card)
    if outline is None or coming is None:
        return ()
    wanted, names = card.scheme.grade_names.index(coming.grade), card.scheme.statement.input_names
    found: list[tuple[Fraction, Improvement]] = []
    for spec, value in _open(card):
        inner = outline.restrict(card.evaluation, spec.key)
        ways = Analysis().directions(inner).get(spec.key, 0)
        after = _nearest(spec, value, ways, _reaching(card, inner, spec.key, wanted), _far(inner)) if ways else None
        if after is None:
            continue
        then = Result(card.scheme, {**card.inputs, spec.key: after})
        if then.total is None or then.grade is None:
            continue
        improvement = Improvement(
            spec.key, names[spec.key], spec.unit, decimal_of(value), decimal_of(after), ways in (UP, DOWN),
            then.total, then.grade,
        )  # fmt: skip
        found.append((_size(spec, value, after), improvement))
    return tuple(improvement for _, improvement in sorted(found, key=lambda pair: pair[0]))


def target_advice(card: Result) -> TargetAdvice | None:
    """The single improvement that meets the most unmet targets; None where no unmet one can be met so."""
    if card.faults:
        return None
    nodes, names = card.scheme.statement.nodes, card.scheme.statement.input_names
    judged = {key: stated.met["target"] for key, stated in nodes.items() if "target" in stated.met and card.counts(key)}
    now = {key for key, met in judged.items() if _holds(met, card.evaluation)}
    best: tuple[tuple[int, Fraction], TargetAdvice] | None = None
    for spec, value in _open(card):
        for key in judged:
            if key in now or not any(isinstance(x, Input) and x.key == spec.key for x in walk([judged[key]])):
                continue
            after = _nearest(
                spec, value, _ways_of(judged[key], spec.key), _holding(judged[key], card, spec.key), _far(judged[key])
            )
            if after is None:
                continue
            run = Evaluation({**card.inputs, spec.key: after})
            then = [other for other, met in judged.items() if _holds(met, run)]
            rank = (-len(then), _size(spec, value, after))
            if len(then) > len(now) and (best is None or rank < best[0]):
                meets = tuple(other for other in then if other not in now)
                best = rank, TargetAdvice(
                    spec.key, names[spec.key], spec.unit, decimal_of(value), decimal_of(after), meets, len(then)
                )  # fmt: skip
    return None if best is None else best[1]


def _open(card: Result) -> Iterator[tuple[NumberInput, Fraction]]:
    """The inputs that may be improved upon, with their values."""
    statement = card.scheme.statement
    read = {noun.reading.input for noun in statement.indicators}
    given = [node for stated in statement.nodes.values() for node in stated.thresholds.values()]
    given += [stated.weight for stated in statement.nodes.values() if stated.weight is not None]
    fixed = {node.key for node in walk(given) if isinstance(node, Input)} - read
    for key, spec in statement.inputs.items():
        value = card.inputs[key]
        if isinstance(spec, NumberInput) and isinstance(value, Fraction) and key not in fixed:
            yield spec, value


def _reaching(card: Result, grade: Formula, key: str, index: int) -> Callable[[Fraction], bool]:
    def reaches(value: Fraction) -> bool:
        try:
            found = Evaluation({**card.inputs, key: value})(grade)
        except Undefined:
            return False
        return not isinstance(found, State) and compare(found, Fraction(index)) >= 0

    return reaches


def _holding(condition: Condition, card: Result, key: str) -> Callable[[Fraction], bool]:
    return lambda value: _holds(condition, Evaluation({**card.inputs, key: value}))


def _holds(condition: Condition, run: Evaluation) -> bool:
    try:
        return run.holds(condition)
    except Undefined:
        return False


def _ways_of(condition: Condition, key: str) -> int:
    return Analysis().directions(condition).get(key, 0) if isinstance(condition, Compare) else UP | DOWN


def _size(spec: NumberInput, before: Fraction, after: Fraction) -> Fraction:
    """A change in relation to the valid range, or to the value where a side is open."""
    low, high = spec.valid
    whole = high - low if low is not None and high is not None else abs(before)
    return abs(after - before) / (whole or 1)


def _distance(low: Exact, high: Exact) -> Exact:
    return combine([(Fraction(1), high), (Fraction(-1), low)], Fraction(0)) if compare(high, low) > 0 else Fraction(0)


def _far(node: Node) -> int:
    """How many times the value is searched through where its range is open: powers soon outgrow all bounds."""
    steep = any(isinstance(part, (Exp, Power, GeometricMean)) for part in walk([node]))
    return FURTHEST_OF_POWERS if steep else FURTHEST


def _nearest(
    spec: NumberInput, value: Fraction, ways: int, reaches: Callable[[Fraction], bool], far: int
) -> Fraction | None:
    """The nearest value in one of the directions that reaches; its neighbour on the way to `value` does not.

    Steps double until one reaches, then the last of them is halved: where the formula goes one way that finds the
    least change, else a change after which it had not yet reached one step before.
    """
    found = [
        after
        for way, sign in ((UP, 1), (DOWN, -1))
        if ways & way and (after := _along(_grid(spec, value, sign, far), reaches, sure=ways == way)) is not None
    ]
    return min(found, key=lambda after: abs(after - value), default=None)


@attrs.frozen
class _Grid:
    """The valid values on one side of a value, numbered from 1, the nearest first.

    Args:
        scale: steps in 1.
        sign: 1 upwards, -1 downwards.
        spans: first step and number of steps of each stretch without a gap.
    """

    scale: int
    sign: int
    spans: tuple[tuple[int, int], ...]

    @property
    def count(self) -> int:
        return sum(count for _, count in self.spans)

    def value(self, place: int) -> Fraction:
        for first, count in self.spans:
            if place <= count:
                return Fraction(first + self.sign * (place - 1), self.scale)
            place -= count
        raise IndexError(place)


def _grid(spec: NumberInput, value: Fraction, sign: int, far: int) -> _Grid:
    scale = 10 ** _places(spec, value)
    node = spec.node()
    first = math.floor(value * scale) + 1 if sign > 0 else math.ceil(value * scale) - 1
    end = node.high if sign > 0 else node.low
    if end is None:
        end = value + sign * far * max(abs(value), Fraction(1))
    last = math.floor(end * scale) if sign > 0 else math.ceil(end * scale)
    stretches = [(first, last)]
    if node.gap is not None:
        # Not valid: above the first and up to the second end of the gap.
        low, high = math.floor(node.gap[0] * scale), math.floor(node.gap[1] * scale) + 1
        near, far = (low, high) if sign > 0 else (high, low)
        stretches = [(first, _before(near, last, sign)), (_before(far, first, -sign), last)]
    spans = [(start, max(0, sign * (stop - start) + 1)) for start, stop in stretches]
    return _Grid(scale, sign, tuple(span for span in spans if span[1]))


def _before(a: int, b: int, sign: int) -> int:
    return min(a, b) if sign > 0 else max(a, b)


def _places(spec: NumberInput, value: Fraction) -> int:
    places = terminating(value)
    if places is None:
        return LEAST_PLACES
    return 0 if spec.unit == "count" and places == 0 else min(max(places, LEAST_PLACES), MOST_PLACES)


def _along(grid: _Grid, reaches: Callable[[Fraction], bool], *, sure: bool) -> Fraction | None:
    last = grid.count
    if not last or (sure and not reaches(grid.value(last))):
        return None
    fails, place = 0, 1
    while not reaches(grid.value(place)):
        if place == last:
            return None
        fails, place = place, min(2 * place, last)
    while place - fails > 1:
        middle = (fails + place) // 2
        if reaches(grid.value(middle)):
            place = middle
        else:
            fails = middle
    return grid.value(place)
