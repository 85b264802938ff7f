"""Presences: whether a node can have a value at all, or which absence it can have, over all records at once."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any, TypeAlias

from perfscheme.formula import nodes
from perfscheme.formula.nodes import Condition, Formula, LabelInput, Node, State
from perfscheme.formula.ranges import Bound, Range, Ranges, times

States: TypeAlias = frozenset[State]
Truths: TypeAlias = frozenset[bool]

_PRESENT, _MISSING, _NOT_APPLICABLE = State.PRESENT, State.MISSING, State.NOT_APPLICABLE
_ANY: States = frozenset({_PRESENT, _MISSING, _NOT_APPLICABLE})
_NEVER: States = frozenset()
_OPEN: Truths = frozenset({True, False})
Weighted: TypeAlias = nodes.Mean | nodes.GeometricMean


class Presences:
    """The states that nodes can be in; each is worked out once and kept.

    What it says is a bound, as all analysis is: a state that is left out is in no record; one that is not may be.

    Args:
        ranges: of the same formulas.
        inputs: the states that an input can be in.
        missing: the input that no record has a value for; None: each is like the others.

    >>> x, y = nodes.Input("x"), nodes.Input("y")
    >>> mean = nodes.Mean((nodes.formula(70), nodes.formula(30)), (x, y), Fraction(1, 2))
    >>> State.PRESENT in Presences(Ranges(), missing="x").states(mean)
    False
    >>> State.PRESENT in Presences(Ranges(), missing="y").states(mean)
    True
    """

    def __init__(self, ranges: Ranges, *, inputs: States = _ANY, missing: str | None = None) -> None:
        self._ranges = ranges
        self._inputs = inputs
        self._missing = missing
        self._found: dict[Formula, States] = {}
        self._truths: dict[Condition, Truths] = {}
        self._weights: dict[Formula, Range] = {}
        self._tallies: dict[Weighted, Counter[Any]] = {}
        self._places: dict[Weighted, dict[Node, list[int]]] = {}
        self._base: Presences | None = None
        self._changed: list[Node] = []

    def states(self, node: Formula) -> States:
        """The states that a node can be in."""
        if node not in self._found:
            self._work_out(child for child in nodes.walk([node]) if not self._knows(child))
        return self._found[node]

    def without(self, key: str, readers: Iterable[Node]) -> Presences:
        """What can be where nobody has a value for one input.

        Args:
            key: of the input.
            readers: the nodes that lead to it, children before parents; all others are as they are here.
        """
        other = Presences(self._ranges, inputs=self._inputs, missing=key)
        other._found = dict(self._found)
        other._truths = dict(self._truths)
        other._weights = self._weights  # of what is no case of a condition: the same for every record
        other._base = self
        other._work_out(readers)
        return other

    def _knows(self, node: Node) -> bool:
        return node in (self._found if isinstance(node, Formula) else self._truths)

    def _work_out(self, order: Iterable[Node]) -> None:
        for node in order:
            if isinstance(node, Formula):
                self._found[node] = _STATES.get(type(node), _strict)(self, node)
            else:
                self._truths[node] = self._can_be(node)
            self._changed.append(node)

    def input_states(self, node: nodes.Input | LabelInput) -> States:
        """The states that an input can be in."""
        return frozenset({_MISSING}) if node.key == self._missing else self._inputs

    # Conditions

    def _can_be(self, condition: Condition) -> Truths:
        match condition:
            case nodes.Always(value=value):
                return frozenset({value})
            case nodes.Compare(left=left, right=right, absent=absent):
                return _or_absent([self._found[left], self._found[right]], absent=absent)
            case nodes.OneOf(label=label, absent=absent):
                return _or_absent([self.input_states(label)], absent=absent)
            case nodes.InState(x=x, state=state):
                return _is(self._found[x], state)
            case nodes.LabelInState(label=label, state=state):
                return _is(self.input_states(label), state)
            case nodes.Not(condition=inner):
                return frozenset(not truth for truth in self._truths[inner])
            case nodes.Every(conditions=conditions) | nodes.Some(conditions=conditions):
                # Of every one that all hold, of some that none does; the opposite where a single one says so.
                whole = isinstance(condition, nodes.Every)
                found = [self._truths[inner] for inner in conditions]
                can = {whole} if all(whole in truths for truths in found) else set()
                return frozenset(can | ({not whole} if any((not whole) in truths for truths in found) else set()))
        raise TypeError(f"{type(condition).__name__} is not a condition of the algebra")

    # Numbers that are chosen

    def branches(self, node: nodes.If) -> list[tuple[Formula, States]]:
        """The cases that can be taken, each with the states that it can then be in."""
        truths = self._truths[node.condition]
        cases = [(truth, case) for truth, case in ((True, node.then), (False, node.other)) if truth in truths]
        return [(case, self._found[case] & self._told(node.condition, truth, case)) for truth, case in cases]

    def _told(self, condition: Condition, truth: bool, case: Formula) -> States:
        """What a condition says of the state of a case that it is itself about."""
        match condition:
            case nodes.InState(x=x, state=state) if x is case:
                return frozenset({state}) if truth else _ANY - {state}
            case nodes.Not(condition=inner):
                return self._told(inner, not truth, case)
            case _:
                return _ANY

    # Means

    def tally(self, node: Weighted) -> Counter[Any]:
        """What the terms of a mean come to, with their weights.

        Where one input is missing, only the terms that read it are counted anew: each input of a mean of a thousand
        terms would else cost a thousand terms.
        """
        if self._base is None:
            if node not in self._tallies:
                self._tallies[node] = _sum_of(self._share(node, place) for place in range(len(node.terms)))
            return self._tallies[node]
        where = self._base.places(node)
        changed = sorted({place for reader in self._changed for place in where.get(reader, ())})
        tally = self._base.tally(node).copy()
        tally.subtract(_sum_of(self._base._share(node, place) for place in changed))
        tally.update(_sum_of(self._share(node, place) for place in changed))
        return tally

    def places(self, node: Weighted) -> dict[Node, list[int]]:
        """At which places of a mean a node is the term or the weight."""
        if node not in self._places:
            found = self._places[node] = {}
            for place, pair in enumerate(zip(node.terms, node.weights, strict=True)):
                for part in pair:
                    found.setdefault(part, []).append(place)
        return self._places[node]

    def _share(self, node: Weighted, place: int) -> Counter[Any]:
        """What one term adds to the tally of its mean."""
        term, weighing = self.states(node.terms[place]), self.states(node.weights[place])
        weight = self.weight(node.weights[place])
        found: Counter[Any] = Counter({("term", state): 1 for state in term})
        found.update(("weight", state) for state in weighing)
        found["unweighed"] += _PRESENT not in weighing and _NOT_APPLICABLE not in term
        found["weightless"] += weight.low <= 0
        # What is there weighs between `least` and `most`, what is missing between `lost` and `lacking`.
        for name, counts, amount in (
            ("most", _PRESENT in term, weight.high),
            ("least", term == {_PRESENT}, weight.low),
            ("lost", term == {_MISSING}, weight.low),
            ("lacking", _MISSING in term, weight.high),
        ):
            if counts and math.isinf(amount):
                found[name, "infinite"] += 1  # these are counted: they could not be taken off again
            elif counts:
                found[name] = amount  # type: ignore[assignment]  # a Counter counts by any numbers
        return found

    def weight(self, node: Formula) -> Range:
        """Between which bounds a weight lies, in the cases that can be taken."""
        if isinstance(node, nodes.If):
            return _hull(self.weight(case) for case, _ in self.branches(node))
        if node not in self._weights:
            reach = self._ranges.range(node)
            self._weights[node] = _hull([] if reach is None else [reach])
        return self._weights[node]


def _hull(found: Iterable[Range]) -> Range:
    ranges = list(found)
    none = Fraction(0)  # weights are never negative, whatever can be proved of their range
    low, high = min((r.low for r in ranges), default=none), max((r.high for r in ranges), default=none)
    return Range(max(none, low), max(none, high))


def _or_absent(sides: list[States], *, absent: bool) -> Truths:
    there = _OPEN if all(_PRESENT in side for side in sides) else frozenset[bool]()
    return there | {absent} if any(side - {_PRESENT} for side in sides) else there


def _is(states: States, state: State) -> Truths:
    return frozenset(found is state for found in states)


def _strict(run: Presences, node: Formula) -> States:
    """Of what is absent where an operand is: missing wins over not applicable."""
    found = [run.states(child) for child in nodes.children(node) if isinstance(child, Formula)]
    if not all(found):
        return _NEVER
    can = {_PRESENT} if all(_PRESENT in states for states in found) else set()
    if any(_MISSING in states for states in found):
        can.add(_MISSING)
    if any(_NOT_APPLICABLE in states for states in found) and all(states - {_MISSING} for states in found):
        can.add(_NOT_APPLICABLE)
    return frozenset(can)


def _if(run: Presences, node: nodes.If) -> States:
    return _NEVER.union(*(states for _, states in run.branches(node)))


def _choose(run: Presences, node: nodes.Choose) -> States:
    label = run.input_states(node.label)
    absent = label - {_PRESENT}
    return absent.union(*map(run.states, node.cases)) if _PRESENT in label else absent


def _mean(run: Presences, node: Weighted) -> States:
    tally = run.tally(node)
    can = {state for state in (_MISSING, _NOT_APPLICABLE) if tally["weight", state]}
    inside = {state for state in (_MISSING, _NOT_APPLICABLE) if tally["term", state]}
    most, least, lost, lacking = (_amount(tally, name) for name in ("most", "least", "lost", "lacking"))
    if not tally["unweighed"] and most > 0 and (math.isinf(most) or most >= times(node.coverage, most + lost)):
        can.add(_PRESENT)
    if least <= 0:
        can |= inside
        if tally["weightless"]:
            # With weights of 0 alone there is no mean, though every term be there.
            can.add(_MISSING)
    elif least < times(node.coverage, least + lacking):
        can |= inside & {_MISSING}
    return frozenset(can)


def _sum_of(shares: Iterable[Counter[Any]]) -> Counter[Any]:
    tally: Counter[Any] = Counter()
    for share in shares:
        tally.update(share)
    return tally


def _amount(tally: Counter[Any], name: str) -> Bound:
    return math.inf if tally[name, "infinite"] else Fraction(tally[name])


def _best(run: Presences, node: nodes.Best) -> States:
    terms = [run.states(x) for x in node.terms]
    can = {_PRESENT} if sum(_PRESENT in x for x in terms) >= node.count else set()
    if sum(x == {_PRESENT} for x in terms) < node.count:
        can |= {_NOT_APPLICABLE} if all(_NOT_APPLICABLE in x for x in terms) else set()
        can |= {_MISSING} if any(x - {_NOT_APPLICABLE} for x in terms) else set()
    return frozenset(can)


_STATES: dict[type[Formula], Callable[[Presences, Any], States]] = {
    nodes.Absent: lambda run, node: frozenset({node.state}),
    nodes.Input: Presences.input_states,
    nodes.If: _if,
    nodes.Choose: _choose,
    nodes.Mean: _mean,
    nodes.GeometricMean: _mean,
    nodes.Best: _best,
}
