"""Workings: the formula of a scheme worked out for one record, exactly, node by node and part by part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from perfscheme.diagnostics.language import text_of
from perfscheme.formula.exact import Evaluation, Undefined, Value
from perfscheme.formula.exact import Result as Found
from perfscheme.formula.nodes import Formula, State
from perfscheme.formula.reals import Exact, combine, compare
from perfscheme.nouns.indicators import Indicator
from perfscheme.scheme.additions import Addition, addition, coverage
from perfscheme.scheme.decimals import decimal_of
from perfscheme.scheme.parts import Change, Part, Stage, ThresholdResult
from perfscheme.scheme.statement import NodeStatement, Statement, Step


class Workings:
    """A statement with the values of one record.

    Args:
        statement: of the scheme.
        values: the inputs by key.
        faulty: the record is wrong, so that nothing is worked out.
    """

    def __init__(self, statement: Statement, values: Mapping[str, Value], *, faulty: bool) -> None:
        self.run = Evaluation(values)
        self._statement = statement
        self._values = values
        self._faulty = faulty
        self._additions: dict[str, Addition | None] = {}

    # Nodes

    def exact(self, node: Formula) -> Found | None:
        """The value of a node, or its absence; None where it is undefined or the record is wrong."""
        if self._faulty:
            return None
        try:
            return self.run(node)
        except Undefined:
            return None

    def number(self, node: Formula) -> Exact | None:
        """The value of a node; None where there is none."""
        found = self.exact(node)
        return None if isinstance(found, State) else found

    def _decimal(self, node: Formula) -> Decimal | None:
        found = self.number(node)
        return None if found is None else decimal_of(found)

    def addition(self, key: str) -> Addition | None:
        """How the children of a dimension make up its raw points; None where they do not add up."""
        if self._faulty:
            return None
        if key not in self._additions:
            self._additions[key] = addition(self._statement.nodes[key], self.run)
        return self._additions[key]

    # Steps

    def changed(self, step: Step) -> bool:
        """Whether a step made a difference."""
        before, after = self.exact(step.before), self.exact(step.after)
        if isinstance(before, State) or isinstance(after, State) or before is None or after is None:
            return before is not after
        return compare(before, after) != 0

    def changes(self, steps: Iterable[Step], stage: Stage, part: str | None) -> Iterator[Change]:
        """What steps did to points.

        Args:
            steps: in their order.
            stage: whether these are points of a part or the total.
            part: whose points, where the step is not on those of a child.
        """
        for step in steps:
            if self.changed(step):
                yield change(step, stage, step.child or part, self._decimal(step.before), self._decimal(step.after))

    # Parts

    def part(self, stated: NodeStatement, above: Fraction | None) -> Part:
        """A part of the scorecard.

        Args:
            stated: which.
            above: the share of the total of the dimension that it is in.
        """
        noun, found = stated.noun, self.exact(stated.points)
        place, whole = None, None
        if stated.parent is not None:
            place = self._statement.nodes[stated.parent].children.index(noun.id)
            whole = self.addition(stated.parent)
        factor = None if place is None or whole is None else whole.factors[place]
        counted = None if place is None or whole is None else whole.counted[place]
        added = None if place is None or whole is None or whole.contributions is None else whole.contributions[place]
        share = None if factor is None or added is None or above is None else factor * above
        return Part(
            id=noun.id,
            name=noun.name if noun.name is not None else text_of(noun.id),
            kind="indicator" if isinstance(noun, Indicator) else "dimension",
            parent=stated.parent,
            value=self._value(stated),
            unit=noun.unit if isinstance(noun, Indicator) and stated.label is None else None,
            value_state=self._value_state(stated),
            state=_state(found),
            raw=self._decimal(stated.raw),
            points=None if found is None or isinstance(found, State) else decimal_of(found),
            counted=None if counted is None else decimal_of(counted),
            weight=None if stated.weight is None else self._decimal(stated.weight),
            effective_weight=factor,
            contribution=added,
            share_of_total=Fraction(1) if stated.parent is None else share,
            coverage=self._coverage(stated),
            thresholds=tuple(self._threshold(stated, name) for name in stated.thresholds),
            changes=tuple(self.changes(stated.steps, "points", noun.id)),
        )

    def _value(self, stated: NodeStatement) -> Decimal | str | bool | None:
        if stated.label is not None:
            value = self._values[stated.label.key]
            return value if isinstance(value, (str, bool)) else None
        return None if stated.value is None else self._decimal(stated.value)

    def _value_state(self, stated: NodeStatement) -> State | None:
        if stated.label is not None:
            value = self._values[stated.label.key]
            return value if isinstance(value, State) else State.PRESENT
        return None if stated.value is None else _state(self.exact(stated.value))

    def _coverage(self, stated: NodeStatement) -> Fraction | None:
        if not stated.children or self._faulty:
            return None
        nodes = self._statement.nodes
        try:
            return coverage(stated, [nodes[child].weight for child in stated.children], self.run)
        except Undefined:
            return None

    def _threshold(self, stated: NodeStatement, name: str) -> ThresholdResult:
        at = self.number(stated.thresholds[name])
        value = None if stated.value is None else self.number(stated.value)
        shown = None if at is None else decimal_of(at)
        better = stated.noun.better if isinstance(stated.noun, Indicator) else None
        if at is None or value is None or better is None:
            return ThresholdResult(name, shown, None, None)
        order = compare(value, at)
        met = order >= 0 if better == "higher" else order <= 0
        gap = combine([(Fraction(order), value), (Fraction(-order), at)], Fraction(0))
        return ThresholdResult(name, shown, met, Decimal(0) if met else decimal_of(gap))


def change(
    step: Step, stage: Stage, part: str | None, before: Decimal | str | None, after: Decimal | str | None
) -> Change:
    """What a step did: to points, or to a grade."""
    kind = getattr(step.noun, "kind", None)
    return Change(step.kind, kind, step.name, ".".join(map(str, step.path)), stage, part, before, after)


def _state(found: Found | None) -> State:
    """Whether there is a number; what has no value at all counts as missing."""
    return found if isinstance(found, State) else State.MISSING if found is None else State.PRESENT
