"""Results: what one record scored, with every figure on the way to it, each worked out when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import Any, Self

from perfscheme.diagnostics import Diagnostic, UnknownNameError, nearest
from perfscheme.diagnostics.language import text_of
from perfscheme.evidence.trails import Trail
from perfscheme.formula.exact import Evaluation, Undefined, Value
from perfscheme.formula.exact import Result as Found
from perfscheme.formula.nodes import Formula, Round, State
from perfscheme.formula.reals import Exact, combine, compare
from perfscheme.nouns.indicators import Indicator
from perfscheme.scheme.additions import Addition, addition, coverage
from perfscheme.scheme.decimals import decimal_of
from perfscheme.scheme.intake import read_record
from perfscheme.scheme.origins import Origin
from perfscheme.scheme.parts import Change, Part, Stage, ThresholdResult
from perfscheme.scheme.statement import NodeStatement, Step


class Result(Mapping[str, Part]):
    """What one record scored: a mapping of parts by id, and the total.

    Total and grade are there at once; parts are worked out, exactly, when they are asked for.
    """

    _record: Mapping[str, Any]
    _evidence: Mapping[str, Trail] = MappingProxyType({})

    def __init__(
        self,
        scheme: Origin,
        values: Mapping[str, Value],
        *,
        subject: str | None = None,
        faults: tuple[Diagnostic, ...] = (),
        evidence: Mapping[str, Trail] | None = None,
    ) -> None:
        self._scheme = scheme
        self._subject = subject
        self._faults = faults
        if evidence:
            self._evidence = MappingProxyType(dict(evidence))
        self._found: tuple[int, ...] | None = None
        self.__dict__["inputs"] = MappingProxyType(dict(values))

    @classmethod
    def decided(
        cls, scheme: Origin, record: Mapping[str, Any], found: tuple[int, ...], subject: str | None = None
    ) -> Self:
        """The result of a good record whose total and grade are known; its values are read when they are asked for."""
        self = cls.__new__(cls)
        self._scheme = scheme
        self._subject = subject
        self._faults = ()
        self._found = found
        self._record = record
        return self

    # What it is the result of

    @property
    def scheme(self) -> Origin:
        """The scheme."""
        return self._scheme

    @property
    def subject(self) -> str | None:
        """Whose card it is, where the host said so."""
        return self._subject

    @property
    def evidence(self) -> Mapping[str, Trail]:
        """What stands behind the values that were measured, by input; empty where a host handed them in."""
        return self._evidence

    @cached_property
    def inputs(self) -> Mapping[str, Value]:
        """The values of the inputs by key, exact; a `State` for an absence."""
        return MappingProxyType(read_record(self._scheme.statement.inputs, self._record))

    @property
    def faults(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the record; a wrong value stands as missing among the inputs, and nothing is scored."""
        return self._faults

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
            return self._scheme.compiled.total(self._found[0])
        return self._exact_total

    @property
    def grade_index(self) -> int | None:
        """The place of the grade, 0 the worst; None where there is no grade."""
        if self._found is not None:
            return int(self._found[1]) if len(self._found) > 1 else None
        return self._exact_grade

    @cached_property
    def _exact_total(self) -> Decimal | None:
        total = self._scheme.statement.total
        exact = self._exact(total)
        if exact is None:
            return None
        if isinstance(total, Round) and isinstance(exact, Fraction):
            # The places of the scheme, 50.00 and not 50, whichever interpreter found it.
            return self._scheme.compiled.total(int(exact / total.unit))
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
        found = self._found
        if found is not None and len(found) > 1:
            return self._scheme.grade_names[int(found[1])]
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
        found = (*self._changes(statement.total_steps, "total", None), *self._rounding(), *self._grade_changes())
        return tuple(found)

    @property
    def fired(self) -> tuple[Change, ...]:
        """Every rule that changed something: those of the parts, then those of the total and of the grade."""
        everywhere = [change for key in self for change in self[key].changes]
        return tuple(x for x in (*everywhere, *self.changes) if x.kind in ("rule", "child-rule"))

    @property
    def targets(self) -> tuple[int, int]:
        """How many indicators that count met their threshold `target`, and how many have one that could be judged.

        One that does not apply, or is left out by a rule, counts for neither.
        """
        counting = [self[key] for key in self if self.counts(key)]
        found = [threshold.met for part in counting for threshold in part.thresholds if threshold.name == "target"]
        return sum(met is True for met in found), sum(met is not None for met in found)

    def counts(self, key: str) -> bool:
        """Whether a part has points, and every dimension above takes what it has."""
        nodes = self.scheme.statement.nodes
        if self[key].state is not State.PRESENT:
            return False
        parent = nodes[key].parent
        if parent is None:
            return True
        found = self.exact(nodes[parent].terms[nodes[parent].children.index(key)])
        return found is not None and not isinstance(found, State) and self.counts(parent)

    # How it is worked out

    @cached_property
    def evaluation(self) -> Evaluation:
        """The exact interpreter with this record's values."""
        return Evaluation(self.inputs)

    @cached_property
    def _parts(self) -> dict[str, Part]:
        return {}

    def exact(self, node: Formula) -> Found | None:
        """The exact value of any node of the scheme's statement; None where it is undefined or the record is wrong."""
        if self._faults:
            return None
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

    def addition(self, key: str) -> Addition | None:
        """How the children of a dimension make up its raw points; None where they do not add up."""
        if self._faults:
            return None
        if key not in self._additions:
            self._additions[key] = addition(self._scheme.statement.nodes[key], self.evaluation)
        return self._additions[key]

    @cached_property
    def _additions(self) -> dict[str, Addition | None]:
        return {}

    def _part(self, stated: NodeStatement) -> Part:
        noun, found = stated.noun, self.exact(stated.points)
        place, whole = None, None
        if stated.parent is not None:
            place = self._scheme.statement.nodes[stated.parent].children.index(noun.id)
            whole = self.addition(stated.parent)
        factor = None if place is None or whole is None else whole.factors[place]
        counted = None if place is None or whole is None else whole.counted[place]
        added = None if place is None or whole is None or whole.contributions is None else whole.contributions[place]
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
            share_of_total=self._share_of_total(stated, factor if added is not None else None),
            coverage=self._coverage(stated),
            thresholds=tuple(self._threshold(stated, name) for name in stated.thresholds),
            changes=tuple(self._changes(stated.steps, "points", noun.id)),
        )

    def _value(self, stated: NodeStatement) -> Decimal | str | bool | None:
        if stated.label is not None:
            value = self.inputs[stated.label.key]
            return value if isinstance(value, (str, bool)) else None
        return None if stated.value is None else self._decimal(stated.value)

    def _value_state(self, stated: NodeStatement) -> State | None:
        if stated.label is not None:
            value = self.inputs[stated.label.key]
            return value if isinstance(value, State) else State.PRESENT
        return None if stated.value is None else _state(self.exact(stated.value))

    def _coverage(self, stated: NodeStatement) -> Fraction | None:
        if not stated.children or self._faults:
            return None
        nodes = self._scheme.statement.nodes
        try:
            return coverage(stated, [nodes[child].weight for child in stated.children], self.evaluation)
        except Undefined:
            return None

    def _share_of_total(self, stated: NodeStatement, factor: Fraction | None) -> Fraction | None:
        if stated.parent is None:
            return Fraction(1)
        above = self[stated.parent].share_of_total
        return None if factor is None or above is None else factor * above

    def _threshold(self, stated: NodeStatement, name: str) -> ThresholdResult:
        at = self._exact(stated.thresholds[name])
        value = None if stated.value is None else self._exact(stated.value)
        shown = None if at is None else decimal_of(at)
        better = stated.noun.better if isinstance(stated.noun, Indicator) else None
        if at is None or value is None or better is None:
            return ThresholdResult(name, shown, None, None)
        order = compare(value, at)
        met = order >= 0 if better == "higher" else order <= 0
        gap = combine([(Fraction(order), value), (Fraction(-order), at)], Fraction(0))
        return ThresholdResult(name, shown, met, Decimal(0) if met else decimal_of(gap))

    def _changes(self, steps: tuple[Step, ...], stage: Stage, part: str | None) -> Iterator[Change]:
        for step in steps:
            if self.changed(step):
                yield _change(step, stage, step.child or part, self._decimal(step.before), self._decimal(step.after))

    def _rounding(self) -> Iterator[Change]:
        statement = self._scheme.statement
        if self._scheme.rounding is not None:
            step = Step("rounding", self._scheme.rounding, ("rounding",), statement.unrounded, statement.total)
            yield from self._changes((step,), "total", None)

    def _grade_changes(self) -> Iterator[Change]:
        names = self._scheme.grade_names
        for step in self._scheme.statement.grade_steps:
            if self.changed(step):
                before, after = (self._exact(node) for node in (step.before, step.after))
                yield _change(
                    step, "grade", None,
                    None if before is None else names[int(before)],  # type: ignore[arg-type]  # an index is rational
                    None if after is None else names[int(after)],  # type: ignore[arg-type]  # the same
                )  # fmt: skip

    def changed(self, step: Step) -> bool:
        """Whether a step made a difference for this record."""
        before, after = self.exact(step.before), self.exact(step.after)
        if isinstance(before, State) or isinstance(after, State) or before is None or after is None:
            return before is not after
        return compare(before, after) != 0


def _state(found: Found | None) -> State:
    """Whether there is a number; what has no value at all counts as missing."""
    return found if isinstance(found, State) else State.MISSING if found is None else State.PRESENT


def _change(
    step: Step, stage: Stage, part: str | None, before: Decimal | str | None, after: Decimal | str | None
) -> Change:
    kind = getattr(step.noun, "kind", None)
    return Change(step.kind, kind, step.name, ".".join(map(str, step.path)), stage, part, before, after)
