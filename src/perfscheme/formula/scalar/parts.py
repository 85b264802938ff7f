"""Parts: nodes as closures over floats, with their error, and the workshop that makes them."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any, TypeAlias

import attrs

from perfscheme.formula import nodes
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.cuts import decimal, least_float
from perfscheme.formula.lines import Lines, lines
from perfscheme.formula.ranges import magnitude, piece_ends

Compute: TypeAlias = Callable[[list[Any]], Any]
Maker: TypeAlias = "Callable[[Workshop, Any], Part]"

U = 2.0**-53
SLACK = 1 + 2.0**-20
WIDEST = 10**6
"""An input without a range is taken up to this; beyond it the record is evaluated exactly."""


class Unsupported(Exception):
    """The formula has a node that is not worth computing in floats."""


class Doubt(Exception):
    """The floats cannot tell; evaluate exactly."""


@attrs.frozen(eq=False)
class Part:
    """A node as a closure over the list of values; `|result - true| <= error`.

    `whole`, `unit`: the result as a whole number of units, for a rounded node.
    `exact`: the true value, for a node so simple that it is had sooner than by evaluating the whole formula.
    """

    compute: Compute
    error: float = 0.0
    whole: Compute | None = None
    unit: Fraction = Fraction(1)
    exact: Callable[[list[Any]], Fraction] | None = None


class Workshop:
    """Makes parts of the nodes under some roots, each once.

    Args:
        roots: the nodes that are wanted.
        declared: inputs that a record must hold besides those that the roots read.
        makers: how each kind of node becomes a part.
    """

    def __init__(
        self,
        roots: Sequence[nodes.Formula],
        declared: Sequence[nodes.Input | nodes.LabelInput],
        makers: Mapping[type[nodes.Formula], Maker],
    ) -> None:
        self._makers = makers
        order = nodes.walk(roots)
        inputs = {x.key: x for x in (*order, *declared) if isinstance(x, nodes.Input)}
        found = [*(label_of(node) for node in order), *declared]
        labels = {x.key: x for x in found if isinstance(x, nodes.LabelInput)}
        self.numbers = [(node.key, *limits(node)) for node in inputs.values()]
        if any(low > high for _, low, high in self.numbers):
            raise Unsupported  # no value would ever be taken; ends that have changed places would cut pieces wrongly
        self.labels = [
            (label.key, type(label.labels[0]), {name: i for i, name in enumerate(label.labels)})
            for label in labels.values()
        ]
        self.places = {key: i for i, key in enumerate([*inputs, *labels])}
        self.ranges = Analysis(limit=WIDEST)
        readers = Counter(child for node in order for child in nodes.children(node))
        readers.update(roots)
        self._readers = readers
        self._made: dict[nodes.Formula, Part] = {}
        self._lines: dict[nodes.Formula, Lines | None] = {}
        self._bare: dict[nodes.Formula, Part] = {}
        self.spare = 0

    def bare(self, node: nodes.Formula) -> Part:
        """The part of a node, computed each time it is asked for."""
        if node not in self._bare:
            found = self.lines(node)
            maker = self._makers.get(type(node))
            if found is not None and found.x is not None:
                made = self._in_lines(found)
            elif maker is None:
                raise Unsupported
            else:
                made = maker(self, node)
            if not math.isfinite(made.error):
                raise Unsupported
            self._bare[node] = made
        return self._bare[node]

    def lines(self, node: nodes.Formula) -> Lines | None:
        """A node as straight pieces of one input, None where it is more than that."""
        return lines(node, self._lines)

    def _in_lines(self, found: Lines) -> Part:
        assert found.x is not None
        place = self.places[found.x.key]
        starts, slopes = tuple(float(a) for a, _ in found.pieces), tuple(float(b) for _, b in found.pieces)
        error, cuts = self.line_error(found), float_cuts(found.cuts)

        def exact(values: list[Any]) -> Fraction:
            x = values[place]
            a, b = found.pieces[bisect_right(cuts, x)]
            return a + b * decimal(x)

        if not found.cuts:
            (start,), (slope,) = starts, slopes
            return Part(lambda values: start + slope * values[place], error, exact=exact)
        if not any(slopes):
            return Part(lambda values: starts[bisect_right(cuts, values[place])], error, exact=exact)

        def compute(values: list[Any]) -> float:
            x = values[place]
            i = bisect_right(cuts, x)
            return starts[i] + slopes[i] * x  # type: ignore[no-any-return]

        return Part(compute, error, exact=exact)

    def line_error(self, found: Lines) -> float:
        """The error of computing lines in floats from an input that is itself rounded."""
        if found.x is None:
            return U * abs(float(found.pieces[0][0]))
        domain = self.ranges.range(found.x)
        assert domain is not None
        ends = piece_ends(nodes.Piecewise(found.x, found.cuts, found.pieces), domain)
        errors = [
            3 * U * abs(float(b)) * float(max(magnitude(low), magnitude(high))) + 2 * U * abs(float(a))
            for (low, high), (a, b) in zip(ends, found.pieces)
            if low <= high
        ]
        return max(errors, default=math.inf) * SLACK

    def part(self, node: nodes.Formula) -> Part:
        """The part of a node, computed once a record."""
        if node not in self._made:
            made = self.bare(node)
            if self._readers[node] > 1 and not isinstance(node, (nodes.Const, nodes.Input)):
                made = self._kept(made)
            self._made[node] = made
        return self._made[node]

    def size(self, node: nodes.Formula) -> float:
        """A float not below any absolute value of the node."""
        found = self.ranges.range(node)
        if found is None or math.isinf(found.size):
            raise Unsupported
        return math.nextafter(float(found.size), math.inf)

    def _kept(self, made: Part) -> Part:
        place = len(self.places) + self.spare
        self.spare += 1
        inner = made.whole or made.compute

        def keep(values: list[Any]) -> Any:
            x = values[place]
            if x is None:
                x = values[place] = inner(values)
            return x

        if made.whole is None:
            return attrs.evolve(made, compute=keep)
        step = float(made.unit)
        return attrs.evolve(made, compute=lambda values: keep(values) * step, whole=keep)

    def test(self, node: nodes.Condition) -> Callable[[list[Any]], bool]:
        """A condition as a closure."""
        match node:
            case nodes.Always(value=value):
                return lambda values: value
            case nodes.InState(x=x, state=state):
                compute, there = self.part(x).compute, state is nodes.State.PRESENT
                if not any(isinstance(child, nodes.Absent) for child in nodes.walk([x])):
                    return lambda values: there  # what is computed here is always present
                # An absence on the way gives up when it is computed, so it must be.
                return lambda values: compute(values) is not None and there
            case nodes.LabelInState(state=state):
                there = state is nodes.State.PRESENT
                return lambda values: there
            case nodes.OneOf(label=label, labels=labels):
                place = self.places[label.key]
                codes = frozenset(i for i, name in enumerate(label.labels) if name in labels)
                return lambda values: values[place] in codes
            case nodes.Every(conditions=conditions):
                tests = [self.test(c) for c in conditions]
                return lambda values: all(test(values) for test in tests)
            case nodes.Some(conditions=conditions):
                tests = [self.test(c) for c in conditions]
                return lambda values: any(test(values) for test in tests)
            case nodes.Not(condition=inner):
                test = self.test(inner)
                return lambda values: not test(values)
            case nodes.Compare():
                return self._compare(node)
        raise Unsupported

    def _compare(self, node: nodes.Compare) -> Callable[[list[Any]], bool]:
        relation = node.relation
        if isinstance(node.left, nodes.Input) and isinstance(node.right, nodes.Const):
            place, value = self.places[node.left.key], node.right.value
            reached, whole = least_float(nodes.Cut(value, inclusive=relation in ("at-least", "below")))
            upward = relation in ("at-least", "above")
            if relation == "equals":
                raise Unsupported
            if whole:
                return (lambda v: v[place] >= reached) if upward else (lambda v: v[place] < reached)
            return (lambda v: v[place] > reached) if upward else (lambda v: v[place] <= reached)
        a, b = self.part(node.left), self.part(node.right)
        margin = (a.error + b.error + 2 * U * (self.size(node.left) + self.size(node.right))) * SLACK
        left, right = a.compute, b.compute
        above = relation in ("at-least", "above")

        def holds(values: list[Any]) -> bool:
            difference = left(values) - right(values)
            if -margin <= difference <= margin:
                raise Doubt
            return (difference > 0) == above and relation != "equals"

        return holds


def float_cuts(cuts: Sequence[nodes.Cut]) -> list[float]:
    """The least floats that reach the cuts, for `bisect_right`."""
    found = [least_float(cut) for cut in cuts]
    return [at if inclusive else math.nextafter(at, math.inf) for at, inclusive in found]


def label_of(node: nodes.Node) -> nodes.LabelInput | None:
    """The label that a node reads, if it reads one itself."""
    return node.label if isinstance(node, (nodes.Choose, nodes.OneOf, nodes.LabelInState)) else None


def limits(node: nodes.Input) -> tuple[float, float]:
    """Floats that are certainly valid; a value outside goes the exact way."""
    low = -float(WIDEST) if node.low is None else least_float(nodes.Cut(max(node.low, -Fraction(WIDEST))))[0]
    high = float(WIDEST) if node.high is None else math.nextafter(float(min(node.high, Fraction(WIDEST))), -math.inf)
    if node.high is not None and Fraction(float(node.high)) == node.high:
        high = min(float(node.high), float(WIDEST))
    if node.gap is not None:
        low = max(low, math.nextafter(float(node.gap[1]), math.inf))
    return low, high
