"""The scalar interpreter: one record in plain floats, for as long as the answer is certain.

Closures compute each node as a float with an error bound that was proved when they were made. Where a
decision (a rounding, a comparison) lies within the bound, or a value is absent or unusual, they give
up, and the record is evaluated exactly. So an answer from here is always the exact one, only sooner.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any as Anything
from typing import TypeAlias

import attrs

from perfscheme.formula import nodes
from perfscheme.formula.analysis import Analysis, piece_ends
from perfscheme.formula.cuts import least_float

Compute: TypeAlias = Callable[[list[Anything]], Anything]

U = 2.0**-53
SLACK = 1 + 2.0**-20
_REMEMBERED = 16_384
WIDEST = 10**6
"""An input without a range is taken up to this; beyond it the record is evaluated exactly."""

NUMBERS = frozenset({float, int})


class Unsupported(Exception):
    """The formula has a node that is not worth computing in floats."""


class Doubt(Exception):
    """The floats cannot tell; evaluate exactly."""


@attrs.frozen(eq=False)
class _Part:
    """A node as a closure over the list of values; `|result - true| <= error`.

    `whole`, `unit`: the result as a whole number of units, for a rounded node.
    `line`: place, start and factor of start + factor * input, with `low` or `high` as a limit, for a node that is
    no more than that: a chain of such nodes becomes one closure.
    """

    compute: Compute
    error: float = 0.0
    whole: Compute | None = None
    unit: Fraction = Fraction(1)
    line: tuple[int, float, float] | None = None
    low: float | None = None
    high: float | None = None


class Shortcut:
    """Computes a rounded node, and one that follows from it, for one record.

    Args:
        total: the rounded node.
        other: a node whose values are small whole numbers, such as a grade's index.
        inputs: every input that a record must hold, read or not.

    Raises:
        Unsupported: the formula cannot be computed in floats.
    """

    def __init__(
        self,
        total: nodes.Round,
        other: nodes.Formula | None,
        inputs: Sequence[nodes.Input | nodes.LabelInput] = (),
    ) -> None:
        maker = _Maker([total] if other is None else [total, other], inputs)
        made = maker.bare(total)
        if made.whole is None:
            raise Unsupported
        self._total = made.whole
        self._other = None if other is None else maker.part(other).compute
        # What follows from the total alone is worked out once for each total.
        self._follows = other is not None and not _reads_beside(other, total)
        self._followed: dict[int, Anything] = {}
        self._spare = [None] * maker.spare
        self._numbers = maker.numbers
        self._labels = maker.labels

    def __call__(self, record: Mapping[str, Anything]) -> tuple[int, ...] | None:
        """The total in units of its rounding, and the other node; None where floats cannot tell."""
        values: list[Anything] = []
        add = values.append
        try:
            for key, low, high in self._numbers:
                x = record[key]
                if type(x) in NUMBERS and low <= x <= high:
                    add(x)
                else:
                    return None
            for key, kind, codes in self._labels:
                label = record[key]
                if type(label) is not kind:  # True == 1: a number must not pass for a flag
                    return None
                add(codes[label])
            values += self._spare
            if self._other is None:
                return (self._total(values),)
            units = self._total(values)
            if self._follows:
                known = self._followed.get(units)
                if known is None:
                    known = self._other(values)
                    if len(self._followed) < _REMEMBERED:
                        self._followed[units] = known
                return units, known
            return units, self._other(values)
        except (Doubt, KeyError, TypeError):
            # A key that is not there and a value of another kind are told of by the exact way.
            return None


class _Maker:
    def __init__(
        self, roots: Sequence[nodes.Formula], declared: Sequence[nodes.Input | nodes.LabelInput]
    ) -> None:
        order = nodes.walk(roots)
        inputs = {x.key: x for x in (*order, *declared) if isinstance(x, nodes.Input)}
        found = [*(_label(node) for node in order), *declared]
        labels = {x.key: x for x in found if isinstance(x, nodes.LabelInput)}
        self.numbers = [(node.key, *_limits(node)) for node in inputs.values()]
        self.labels = [
            (label.key, type(label.labels[0]), {name: i for i, name in enumerate(label.labels)})
            for label in labels.values()
        ]
        self.places = {key: i for i, key in enumerate([*inputs, *labels])}
        self.ranges = Analysis(limit=WIDEST)
        readers = Counter(child for node in order for child in nodes.children(node))
        readers.update(roots)
        self._readers = readers
        self._made: dict[nodes.Formula, _Part] = {}
        self._bare: dict[nodes.Formula, _Part] = {}
        self.spare = 0

    def bare(self, node: nodes.Formula) -> _Part:
        """The part of a node, computed each time it is asked for."""
        if node not in self._bare:
            maker = _MAKERS.get(type(node))
            if maker is None:
                raise Unsupported
            made: _Part = maker(self, node)
            if not math.isfinite(made.error):
                raise Unsupported
            self._bare[node] = made
        return self._bare[node]

    def part(self, node: nodes.Formula) -> _Part:
        """The part of a node, computed once a record."""
        if node not in self._made:
            made = self.bare(node)
            if self._readers[node] > 1 and not isinstance(node, (nodes.Const, nodes.Input)):
                made = self._kept(made)
            self._made[node] = made
        return self._made[node]

    def size(self, node: nodes.Formula) -> float:
        found = self.ranges.range(node)
        if found is None or math.isinf(found.size):
            raise Unsupported
        return math.nextafter(float(found.size), math.inf)

    def _kept(self, made: _Part) -> _Part:
        place = len(self.places) + self.spare
        self.spare += 1
        inner = made.whole or made.compute

        def keep(values: list[Anything]) -> Anything:
            x = values[place]
            if x is None:
                x = values[place] = inner(values)
            return x

        if made.whole is None:
            return attrs.evolve(made, compute=keep)
        step = float(made.unit)
        return attrs.evolve(made, compute=lambda values: keep(values) * step, whole=keep)

    def test(self, node: nodes.Condition) -> Callable[[list[Anything]], bool]:
        match node:
            case nodes.Always(value=value):
                return lambda values: value
            case nodes.InState(x=x, state=state):
                self.part(x)  # what is computed here is always present
                there = state is nodes.State.PRESENT
                return lambda values: there
            case nodes.LabelInState(state=state):
                there = state is nodes.State.PRESENT
                return lambda values: there
            case nodes.OneOf(label=label, labels=labels):
                place = self.places[label.key]
                codes = frozenset(i for i, name in enumerate(label.labels) if name in labels)
                return lambda values: values[place] in codes
            case nodes.All(conditions=conditions):
                tests = [self.test(c) for c in conditions]
                return lambda values: all(test(values) for test in tests)
            case nodes.Any(conditions=conditions):
                tests = [self.test(c) for c in conditions]
                return lambda values: any(test(values) for test in tests)
            case nodes.Not(condition=inner):
                test = self.test(inner)
                return lambda values: not test(values)
            case nodes.Compare():
                return self._compare(node)
        raise Unsupported

    def _compare(self, node: nodes.Compare) -> Callable[[list[Anything]], bool]:
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

        def holds(values: list[Anything]) -> bool:
            difference = left(values) - right(values)
            if -margin <= difference <= margin:
                raise Doubt
            return (difference > 0) == above and relation != "equals"

        return holds


def _reads_beside(other: nodes.Formula, total: nodes.Formula) -> bool:
    """Whether `other` reads an input on a way that does not lead through `total`."""
    pending: list[nodes.Node] = [other]
    while pending:
        node = pending.pop()
        if node is total:
            continue
        if isinstance(node, nodes.Input) or _label(node) is not None:
            return True
        pending += nodes.children(node)
    return False


def _label(node: nodes.Node) -> nodes.LabelInput | None:
    return node.label if isinstance(node, (nodes.Choose, nodes.OneOf, nodes.LabelInState)) else None


def _limits(node: nodes.Input) -> tuple[float, float]:
    """Floats that are certainly valid; a value outside goes the exact way."""
    low = -float(WIDEST) if node.low is None else least_float(nodes.Cut(max(node.low, -Fraction(WIDEST))))[0]
    high = float(WIDEST) if node.high is None else math.nextafter(float(min(node.high, Fraction(WIDEST))), -math.inf)
    if node.high is not None and Fraction(float(node.high)) == node.high:
        high = min(float(node.high), float(WIDEST))
    if node.gap is not None:
        low = max(low, math.nextafter(float(node.gap[1]), math.inf))
    return low, high


def _constant(make: _Maker, node: nodes.Const) -> _Part:
    value = float(node.value)
    return _Part(lambda values: value, 0.0 if Fraction(value) == node.value else U * abs(value))


def _input(make: _Maker, node: nodes.Input) -> _Part:
    place = make.places[node.key]
    return _Part(lambda values: values[place], U * make.size(node))


def _sum(make: _Maker, node: nodes.Sum) -> _Part:
    parts = [(float(factor), make.part(x)) for factor, x in node.terms]
    start = float(node.constant)
    sizes = [abs(f) * make.size(x) for (f, _), (_, x) in zip(parts, node.terms)]
    error = sum(abs(f) * part.error + 3 * U * s for (f, part), s in zip(parts, sizes))
    error += (len(parts) + 1) * U * (abs(start) + sum(sizes))
    if len(parts) == 1:
        ((factor, part),) = parts
        if isinstance(node.terms[0][1], nodes.Input):
            place = make.places[node.terms[0][1].key]
            return _Part(
                lambda values: start + factor * values[place], error * SLACK, line=(place, start, factor)
            )
        compute = part.compute
        return _Part(lambda values: start + factor * compute(values), error * SLACK)
    steps = tuple((f, part.compute) for f, part in parts)

    def total(values: list[Anything]) -> float:
        result = start
        for factor, compute in steps:
            result += factor * compute(values)
        return result

    return _Part(total, error * SLACK)


def _product(make: _Maker, node: nodes.Product) -> _Part:
    a, b = make.part(node.left), make.part(node.right)
    s, t = make.size(node.left), make.size(node.right)
    left, right = a.compute, b.compute
    error = s * b.error + t * a.error + a.error * b.error + U * s * t
    return _Part(lambda values: left(values) * right(values), error * SLACK)


def _extreme(make: _Maker, node: nodes.Least | nodes.Greatest) -> _Part:
    parts = [make.part(x) for x in node.terms]
    error = max(part.error for part in parts)
    least = isinstance(node, nodes.Least)
    if len(parts) == 2 and isinstance(node.terms[1], nodes.Const):
        return _limited(parts[0], float(node.terms[1].value), least, error)
    every = tuple(part.compute for part in parts)
    pick = min if least else max
    return _Part(lambda values: pick([compute(values) for compute in every]), error)


def _limited(part: _Part, limit: float, least: bool, error: float) -> _Part:
    compute, line = part.compute, part.line
    low, high = (part.low, limit) if least else (limit, part.high)
    # A limit of the same side below would be lost; limits that cross have another order of events.
    single = line is not None and (part.high if least else part.low) is None
    if line is not None and single and low is not None and high is not None and low <= high:
        return _Part(_band(line, low, high), error, line=line, low=low, high=high)
    kept = (line, low, high) if single else (None, None, None)
    if least:

        def capped(values: list[Anything]) -> float:
            x: float = compute(values)
            return x if x < limit else limit

        return _Part(capped, error, None, Fraction(1), *kept)
    if line is not None and single and high is None:
        place, start, factor = line

        def raised_line(values: list[Anything]) -> float:
            x: float = start + factor * values[place]
            return x if x > limit else limit

        return _Part(raised_line, error, None, Fraction(1), *kept)

    def raised(values: list[Anything]) -> float:
        x: float = compute(values)
        return x if x > limit else limit

    return _Part(raised, error, None, Fraction(1), *kept)


def _band(line: tuple[int, float, float], low: float, high: float) -> Compute:
    place, start, factor = line

    def band(values: list[Anything]) -> float:
        x: float = start + factor * values[place]
        return low if x < low else high if x > high else x

    return band


def _piecewise(make: _Maker, node: nodes.Piecewise) -> _Part:
    inner = make.part(node.x)
    if inner.whole is not None:
        return _by_whole(node, inner)
    domain = make.ranges.range(node.x)
    if domain is None:
        raise Unsupported
    starts, slopes = tuple(float(a) for a, _ in node.pieces), tuple(float(b) for _, b in node.pieces)
    error = 0.0
    for (low, high), a, b in zip(piece_ends(node, domain), starts, slopes):
        along = abs(b) * float(max(abs(low), abs(high))) if b and low <= high else 0.0
        error = max(error, 3 * U * along + 2 * U * abs(a) + 3 * abs(b) * inner.error)
    error *= SLACK
    if isinstance(node.x, nodes.Input):
        return _Part(_on_input(make.places[node.x.key], node.cuts, starts, slopes), error)
    margin = inner.error + 2 * U * make.size(node.x)
    cuts = tuple(float(cut.at) for cut in node.cuts)
    jumps = tuple(
        float(cut.at)
        for cut, (a, b), (c, d) in zip(node.cuts, node.pieces, node.pieces[1:])
        if a + b * cut.at != c + d * cut.at
    )
    compute = inner.compute

    def along_pieces(values: list[Anything]) -> float:
        x = compute(values)
        for jump in jumps:
            if -margin <= x - jump <= margin:
                raise Doubt
        i = bisect_right(cuts, x)
        return starts[i] + slopes[i] * x  # type: ignore[no-any-return]

    return _Part(along_pieces, error)


def _on_input(
    place: int, cuts: Sequence[nodes.Cut], starts: tuple[float, ...], slopes: tuple[float, ...]
) -> Compute:
    """Pieces straight on an input: the cuts are exact on floats."""
    places: list[float] = []
    for cut in cuts:
        at, inclusive = least_float(cut)
        places.append(at if inclusive else math.nextafter(at, math.inf))
    if not any(slopes):
        return lambda values: starts[bisect_right(places, values[place])]

    def compute(values: list[Anything]) -> float:
        x = values[place]
        i = bisect_right(places, x)
        return starts[i] + slopes[i] * x  # type: ignore[no-any-return]

    return compute


def _by_whole(node: nodes.Piecewise, inner: _Part) -> _Part:
    """Flat pieces over a rounded node: whole numbers decide."""
    if any(b for _, b in node.pieces) or inner.whole is None:
        raise Unsupported
    places = []
    for cut in node.cuts:
        at = cut.at / inner.unit
        places.append(math.ceil(at) if cut.inclusive or at.denominator != 1 else int(at) + 1)
    levels = tuple(float(a) for a, _ in node.pieces)
    error = max(0.0 if Fraction(x) == a else U * abs(x) for x, (a, _) in zip(levels, node.pieces))
    whole = inner.whole
    return _Part(lambda values: levels[bisect_right(places, whole(values))], error)


def _round(make: _Maker, node: nodes.Round) -> _Part:
    inner = make.part(node.x)
    scale, step = float(1 / node.unit), float(node.unit)
    size = make.size(node.x) * scale
    margin = (inner.error * scale + 6 * U * (size + 1)) * SLACK
    if margin > 0.01 or size > 2.0**50:
        raise Unsupported
    compute, floor, ceil = inner.compute, math.floor, math.ceil
    if node.mode in ("half-up", "half-down", "half-even"):

        def whole(values: list[Anything]) -> int:
            z = compute(values) * scale + 0.5
            n = floor(z)
            if not margin < z - n < 1.0 - margin:
                raise Doubt
            return n
    elif node.mode == "05up":
        raise Unsupported
    else:
        toward = {"floor": floor, "ceiling": ceil, "down": int, "up": lambda z: ceil(z) if z > 0 else floor(z)}[
            node.mode
        ]

        def whole(values: list[Anything]) -> int:
            z = compute(values) * scale
            if not margin < z - floor(z) < 1.0 - margin:
                raise Doubt
            return toward(z)

    return _Part(lambda values: whole(values) * step, 2 * U * size * step, whole, node.unit)


def _if(make: _Maker, node: nodes.If) -> _Part:
    test = make.test(node.condition)
    a, b = make.part(node.then), make.part(node.other)
    then, other = a.compute, b.compute
    return _Part(lambda values: then(values) if test(values) else other(values), max(a.error, b.error))


def _choose(make: _Maker, node: nodes.Choose) -> _Part:
    cases = [make.part(case) for case in node.cases]
    place = make.places[node.label.key]
    computes = tuple(case.compute for case in cases)
    return _Part(lambda values: computes[values[place]](values), max(case.error for case in cases))


def _mean(make: _Maker, node: nodes.Mean) -> _Part:
    weights = [w.value for w in node.weights if isinstance(w, nodes.Const)]
    if len(weights) < len(node.weights) or not sum(weights):
        raise Unsupported
    total = sum(weights, Fraction(0))
    terms = [(float(w / total), make.part(x)) for w, x in zip(weights, node.terms)]
    most = max(make.size(x) for x in node.terms)
    error = (max(part.error for _, part in terms) + (len(terms) + 4) * U * most) * SLACK
    steps = tuple((share, part.compute) for share, part in terms)

    def mean(values: list[Anything]) -> float:
        result = 0.0
        for share, compute in steps:
            result += share * compute(values)
        return result

    return _Part(mean, error)


_MAKERS: dict[type[nodes.Formula], Callable[[_Maker, Anything], _Part]] = {
    nodes.Const: _constant,
    nodes.Input: _input,
    nodes.Sum: _sum,
    nodes.Product: _product,
    nodes.Least: _extreme,
    nodes.Greatest: _extreme,
    nodes.Piecewise: _piecewise,
    nodes.Round: _round,
    nodes.If: _if,
    nodes.Choose: _choose,
    nodes.Mean: _mean,
}
