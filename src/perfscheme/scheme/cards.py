"""Scorecards: the result of one record, with every figure on the way to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

import attrs

from perfscheme.diagnostics import Diagnostic, Text, UnknownNameError, nearest
from perfscheme.diagnostics.language import Language
from perfscheme.formula.exact import Evaluation, Result, Undefined, Value, shares
from perfscheme.formula.nodes import Formula, GeometricMean, Mean, State, walk
from perfscheme.formula.reals import Exact, Real, combine, compare, multiply
from perfscheme.nouns.indicators import Indicator
from perfscheme.scheme.decimals import decimal_of
from perfscheme.scheme.intake import read_record
from perfscheme.scheme.statement import NodeStatement, Step

if TYPE_CHECKING:
    from perfscheme.scheme.schemes import Scheme


@attrs.frozen
class ThresholdResult:
    """How a value stands to one threshold.

    Args:
        name: of the threshold.
        value: of the threshold for this person; None where it is absent.
        met: the indicator's value is at the threshold or beyond it on the better side.
        gap: how far the value is from it, in the indicator's unit, 0 where it is met; None where either is absent.
    """

    name: str
    value: Decimal | None
    met: bool
    gap: Decimal | None


@attrs.frozen
class Change:
    """What one step did: a rule that fired, a default that stood in, a rounding that moved a figure.

    Args:
        kind: `rule`, `child-rule`, `if-missing` or `rounding`.
        strategy: the kind of the rule as the scheme names it; None for other steps.
        path: where it is written in the scheme.
        before, after: the figure without and with it; None where there is none.
    """

    kind: str
    strategy: str | None
    path: str
    before: Decimal | None
    after: Decimal | None


@attrs.frozen
class Part:
    """One indicator or dimension of a scorecard.

    Args:
        id: its key in the scheme.
        name: for people.
        kind: `indicator` or `dimension`.
        parent: id of its dimension; None for the root.
        value: an indicator's value in its unit, as the curve sees it; or the label that it reads.
        unit: of the value.
        state: whether there are points, and if not, why not.
        points: after rules and rounding.
        weight: as written in the scheme, for this person.
        effective_weight: share in the parent that it really had, 0 to 1; None where the parent takes no mean.
        contribution: what it adds to the parent's points before the parent's own rules; these add up exactly.
        coverage: of a dimension, the share of the applicable weight that was there.
        thresholds: of an indicator.
        changes: what was done to its points after the curve or the aggregation.
    """

    id: str
    name: Text
    kind: str
    parent: str | None
    value: Decimal | str | bool | None
    unit: str | None
    state: State
    points: Decimal | None
    weight: Decimal | None
    effective_weight: Fraction | None
    contribution: Exact | None
    coverage: Fraction | None
    thresholds: tuple[ThresholdResult, ...]
    changes: tuple[Change, ...]


class Scorecard(Mapping[str, Part]):
    """What one record scored: a mapping of parts by id, and the total.

    Total and grade are there at once; parts are worked out, exactly, when they are asked for.
    """

    def __init__(
        self,
        scheme: Scheme,
        record: Mapping[str, Any] | None = None,
        *,
        values: Mapping[str, Value] | None = None,
        found: tuple[int, ...] | None = None,
        subject: str | None = None,
    ) -> None:
        self._scheme = scheme
        self._record = record
        self._values = values
        self._found = found
        self._subject = subject

    # What it is the result of

    @property
    def scheme(self) -> Scheme:
        """The scheme."""
        return self._scheme

    @property
    def subject(self) -> str | None:
        """Whose card it is, where the host said so."""
        return self._subject

    @property
    def inputs(self) -> Mapping[str, Value]:
        """The values of the inputs by key, exact; a `State` for an absence."""
        if self._values is None:
            self._values = read_record(self._scheme.statement.inputs, self._record)
        return self._values

    # The result

    @cached_property
    def unrounded(self) -> Exact | None:
        """The total before rounding; None where there is no score."""
        return self._exact(self._scheme.statement.unrounded)

    @property
    def total(self) -> Decimal | None:
        """The total, rounded as the scheme says; None where there is no score.

        Where the scheme says nothing and the total is no finite decimal, it is shown to 28 digits.
        """
        if self._found is not None:
            return self._scheme.total_decimal(self._found[0])
        return self._exact_total

    @property
    def grade_index(self) -> int | None:
        """The place of the grade, 0 the worst; None where there is no grade."""
        if self._found is not None:
            return int(self._found[1]) if len(self._found) > 1 else None
        return self._exact_grade

    @cached_property
    def _exact_total(self) -> Decimal | None:
        exact = self._exact(self._scheme.statement.total)
        if exact is None:
            return None
        if self._scheme.rounding is not None and isinstance(exact, Fraction):
            # The places of the scheme, 50.00 and not 50, whichever interpreter found it.
            return self._scheme.total_decimal(int(exact / self._scheme.rounding.unit))
        return decimal_of(exact)

    @cached_property
    def _exact_grade(self) -> int | None:
        if self._scheme.statement.grade is None:
            return None
        exact = self._exact(self._scheme.statement.grade)
        return None if exact is None else int(exact)  # type: ignore[arg-type]  # an index is rational

    @property
    def grade(self) -> str | None:
        """The grade; None where there is no score or the scheme has no grades."""
        index = self.grade_index
        return None if index is None else self._scheme.grade_names[index]

    @property
    def coefficient(self) -> Decimal | None:
        """The grade's coefficient, if the scheme gives one."""
        index = self.grade_index
        if index is None or self._scheme.ladder is None:
            return None
        found = self._scheme.ladder.coefficients[index]
        return None if found is None else decimal_of(found)

    @cached_property
    def problems(self) -> tuple[Diagnostic, ...]:
        """Why there is no score; empty where there is one."""
        from perfscheme.scheme.refusals import refusals

        return refusals(self)

    # The parts

    def __getitem__(self, key: str) -> Part:
        nodes = self._scheme.statement.nodes
        if key not in nodes:
            raise UnknownNameError(
                Diagnostic("PS304", (), {"name": key, "known": tuple(nodes), "nearest": nearest(key, tuple(nodes))})
            )
        if key not in self._parts:
            self._parts[key] = self._part(nodes[key])
        return self._parts[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._scheme.statement.nodes)

    def __len__(self) -> int:
        return len(self._scheme.statement.nodes)

    def __contains__(self, key: object) -> bool:
        return key in self._scheme.statement.nodes

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every part, parents before their children, in the order of the scheme."""
        return tuple(self.values())

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What rules and rounding did to the total, then to the grade."""
        statement = self._scheme.statement
        return (*self._changes(statement.total_steps), *self._changes(statement.grade_steps))

    @property
    def fired(self) -> tuple[Change, ...]:
        """Every rule that changed something, parts first."""
        everywhere = [change for key in self for change in self[key].changes]
        return tuple(x for x in (*everywhere, *self.changes) if x.kind in ("rule", "child-rule"))

    @property
    def targets(self) -> tuple[int, int]:
        """How many indicators met their threshold `target`, and how many have one that could be judged."""
        found = [
            threshold
            for key in self
            for threshold in self[key].thresholds
            if threshold.name == "target" and threshold.gap is not None
        ]
        return sum(threshold.met for threshold in found), len(found)

    def explain(self, lang: Language = "en") -> str:
        """The whole way to the total in words and figures, so that a person can check it by hand."""
        from perfscheme.scheme.explaining import explain

        return explain(self, lang)

    def to_dict(self) -> dict[str, Any]:
        """The card as plain data that JSON can carry; the same card gives the same bytes."""
        from perfscheme.scheme.plain import card_data

        return card_data(self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Scorecard):
            return NotImplemented
        return (self._scheme.hash, self._subject, dict(self.inputs)) == (
            other._scheme.hash,
            other._subject,
            dict(other.inputs),
        )

    def __hash__(self) -> int:
        return hash((self._scheme.hash, self._subject, tuple(sorted(self.inputs.items(), key=lambda item: item[0]))))

    def __repr__(self) -> str:
        return f"<Scorecard {self._scheme.scheme} total={self.total} grade={self.grade}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (self._scheme, dict(self.inputs), self._subject)

    # How it is worked out

    @cached_property
    def evaluation(self) -> Evaluation:
        """The exact interpreter with this record's values."""
        return Evaluation(self.inputs)

    @cached_property
    def _parts(self) -> dict[str, Part]:
        return {}

    def exact(self, node: Formula) -> Result | None:
        """The exact value of any node of the scheme's statement; None where it is undefined."""
        try:
            return self.evaluation(node)
        except Undefined:
            return None

    def _exact(self, node: Formula) -> Exact | None:
        found = self.exact(node)
        return None if isinstance(found, State) else found

    def _decimal(self, node: Formula) -> Decimal | None:
        found = self._exact(node)
        return None if found is None else decimal_of(found)

    def _part(self, stated: NodeStatement) -> Part:
        noun = stated.noun
        found = self.exact(stated.points)
        share, contribution = self._share(stated)
        inside = self._mean(stated)
        return Part(
            id=noun.id,
            name=noun.name if noun.name is not None else Text(noun.id, noun.id),
            kind="indicator" if isinstance(noun, Indicator) else "dimension",
            parent=stated.parent,
            value=self._value(stated),
            unit=noun.unit if isinstance(noun, Indicator) and stated.label is None else None,
            state=found if isinstance(found, State) else State.MISSING if found is None else State.PRESENT,
            points=None if found is None or isinstance(found, State) else decimal_of(found),
            weight=None if stated.weight is None else self._decimal(stated.weight),
            effective_weight=share,
            contribution=contribution,
            coverage=None if inside is None else self._coverage(inside),
            thresholds=tuple(self._threshold(stated, name) for name in stated.thresholds),
            changes=self._changes(stated.steps),
        )

    def _value(self, stated: NodeStatement) -> Decimal | str | bool | None:
        if stated.label is not None:
            value = self.inputs[stated.label.key]
            return value if isinstance(value, (str, bool)) else None
        return None if stated.value is None else self._decimal(stated.value)

    def _mean(self, stated: NodeStatement) -> Mean | GeometricMean | None:
        if not stated.children:
            return None
        for node in walk([stated.raw]):
            if isinstance(node, (Mean, GeometricMean)) and len(node.terms) == len(stated.children):
                return node
        return None

    def _coverage(self, mean: Mean | GeometricMean) -> Fraction | None:
        there = applies = Fraction(0)
        for weight_node, term in zip(mean.weights, mean.terms):
            value = self.exact(term)
            if value is State.NOT_APPLICABLE:
                continue
            weight = self.exact(weight_node)
            if not isinstance(weight, Fraction):
                return None
            applies += weight
            if value is not None and not isinstance(value, State):
                there += weight
        return there / applies if applies else None

    def _share(self, stated: NodeStatement) -> tuple[Fraction | None, Exact | None]:
        if stated.parent is None:
            return None, None
        parent = self._scheme.statement.nodes[stated.parent]
        place = parent.children.index(stated.noun.id)
        if (mean := self._mean(parent)) is not None:
            try:
                found = shares(self.evaluation, mean)
                term = self.evaluation(mean.terms[place])
                weight = self.evaluation(mean.weights[place])
            except Undefined:
                return None, None
            if isinstance(found, State) or isinstance(weight, State) or isinstance(weight, Real):
                return None, None
            whole = sum((w for w, _ in found), Fraction(0))
            if isinstance(term, State):
                return Fraction(0), Fraction(0) if isinstance(mean, Mean) else None
            share = weight / whole
            return share, multiply(share, term) if isinstance(mean, Mean) else None
        if getattr(parent.noun.aggregation, "kind", None) == "sum":  # type: ignore[union-attr]  # a dimension
            points = self._exact(parent.terms[place])
            factor = Fraction(1) if stated.weight is None else self._exact(stated.weight)
            if factor is None:
                return None, None
            return None, Fraction(0) if points is None else multiply(factor, points)
        return None, None

    def _threshold(self, stated: NodeStatement, name: str) -> ThresholdResult:
        at = self._exact(stated.thresholds[name])
        value = None if stated.value is None else self._exact(stated.value)
        if at is None or value is None:
            return ThresholdResult(name, None if at is None else decimal_of(at), False, None)
        better = stated.noun.better if isinstance(stated.noun, Indicator) else None
        order = compare(value, at)
        met = order >= 0 if better != "lower" else order <= 0
        gap = combine([(Fraction(order), value), (Fraction(-order), at)], Fraction(0))
        return ThresholdResult(name, decimal_of(at), met, Decimal(0) if met else decimal_of(gap))

    def _changes(self, steps: tuple[Step, ...]) -> tuple[Change, ...]:
        return tuple(
            Change(
                step.kind,
                getattr(step.noun, "kind", None),
                ".".join(map(str, step.path)),
                self._decimal(step.before),
                self._decimal(step.after),
            )
            for step in steps
            if self._changed(step)
        )

    def _changed(self, step: Step) -> bool:
        before, after = self.exact(step.before), self.exact(step.after)
        if isinstance(before, State) or isinstance(after, State) or before is None or after is None:
            return before is not after
        return compare(before, after) != 0


def _restored(scheme: Scheme, values: dict[str, Value], subject: str | None) -> Scorecard:
    return Scorecard(scheme, values=values, subject=subject)
