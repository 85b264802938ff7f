"""Results: what one record scored, with every figure on the way to it, each worked out when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import Any, Self

from perfscheme.diagnostics import Diagnostic, UnknownNameError, nearest
from perfscheme.evidence.trails import Trail
from perfscheme.formula.exact import Evaluation, Value
from perfscheme.formula.exact import Result as Found
from perfscheme.formula.nodes import Formula, Round, State
from perfscheme.formula.reals import Exact
from perfscheme.scheme.additions import Addition
from perfscheme.scheme.decimals import decimal_of
from perfscheme.scheme.intake import read_record
from perfscheme.scheme.origins import Origin
from perfscheme.scheme.parts import Change, Part
from perfscheme.scheme.statement import Step
from perfscheme.scheme.workings import Workings, change


class Result(Mapping[str, Part]):
    """What one record scored: a mapping of parts by id, and the total.

    Total and grade are there at once; parts are worked out, exactly, when they are asked for.

    Args:
        scheme: by which.
        values: of the inputs by key, exact; a `State` for an absence.
        subject: whose they are.
        faults: what is wrong with the record; then nothing is scored.
        evidence: what stands behind the values that were measured, by input.
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
        return self._workings.number(self._scheme.statement.unrounded)

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
        exact = self._workings.number(total)
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
        exact = self._workings.number(self._scheme.statement.grade)
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
                Diagnostic(
                    "PS304", (), {"name": key, "known": tuple(nodes), "nearest": nearest(str(key), tuple(nodes))}
                )
            )
        if key not in self._parts:
            stated = nodes[key]
            above = None if stated.parent is None else self[stated.parent].share_of_total
            self._parts[key] = self._workings.part(stated, above)
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
        found = (
            *self._workings.changes(statement.total_steps, "total", None),
            *self._rounding(),
            *self._grade_changes(),
        )
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
    def _workings(self) -> Workings:
        return Workings(self._scheme.statement, self.inputs, faulty=bool(self._faults))

    @cached_property
    def _parts(self) -> dict[str, Part]:
        return {}

    @property
    def evaluation(self) -> Evaluation:
        """The exact interpreter with this record's values."""
        return self._workings.run

    def exact(self, node: Formula) -> Found | None:
        """The exact value of any node of the scheme's statement; None where it is undefined or the record is wrong."""
        return self._workings.exact(node)

    def addition(self, key: str) -> Addition | None:
        """How the children of a dimension make up its raw points; None where they do not add up."""
        return self._workings.addition(key)

    def changed(self, step: Step) -> bool:
        """Whether a step made a difference for this record."""
        return self._workings.changed(step)

    def _rounding(self) -> Iterator[Change]:
        statement = self._scheme.statement
        if self._scheme.rounding is not None:
            step = Step("rounding", self._scheme.rounding, ("rounding",), statement.unrounded, statement.total)
            yield from self._workings.changes((step,), "total", None)

    def _grade_changes(self) -> Iterator[Change]:
        names = self._scheme.grade_names
        for step in self._scheme.statement.grade_steps:
            if self.changed(step):
                before, after = (self._workings.number(node) for node in (step.before, step.after))
                yield change(
                    step, "grade", None,
                    None if before is None else names[int(before)],  # type: ignore[arg-type]  # an index is rational
                    None if after is None else names[int(after)],  # type: ignore[arg-type]  # the same
                )  # fmt: skip
