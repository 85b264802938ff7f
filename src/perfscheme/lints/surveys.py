"""Surveys: what the lints of one scheme look at in common, worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from perfscheme.diagnostics import Text
from perfscheme.diagnostics.language import text_of
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.directions import DOWN, UP
from perfscheme.formula.exact import Evaluation, Value
from perfscheme.formula.nodes import Formula, If, Input, walk
from perfscheme.formula.substitution import substitute
from perfscheme.lints.samples import Samples
from perfscheme.lints.truths import truth
from perfscheme.nouns.indicators import Indicator
from perfscheme.scheme.statement import NodeStatement, Statement, Step

if TYPE_CHECKING:
    from perfscheme.scheme.schemes import Scheme

T = TypeVar("T")


@attrs.frozen(eq=False, slots=False)
class Survey:
    """A scheme with what analysis says of it.

    Args:
        scheme: any scheme.
    """

    scheme: Scheme
    _found: dict[Callable[[Survey], Any], Any] = attrs.field(factory=dict, init=False, repr=False)

    @property
    def statement(self) -> Statement:
        """The formula of the scheme, stage by stage."""
        return self.scheme.statement

    @cached_property
    def analysis(self) -> Analysis:
        """Of all that the scheme states; one walk over the whole finds what every part asks for later."""
        analysis = Analysis()
        analysis.directions(self.statement.total)
        analysis.range(self.statement.total)
        return analysis

    @cached_property
    def whole(self) -> Analysis:
        """The same for records of which nothing is missing."""
        return self.analysis.complete

    @cached_property
    def samples(self) -> Samples:
        """Records to try the scheme with."""
        return Samples(self.statement)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Everything that is done to points, total and grade."""
        own = [step for stated in self.statement.nodes.values() for step in stated.steps]
        return (*own, *self.statement.total_steps, *self.statement.grade_steps)

    @cached_property
    def firing(self) -> tuple[Step, ...]:
        """The steps of rules that change points or the total for some people and not for others."""
        return tuple(step for step in self._conditional if step not in self._constant)

    @cached_property
    def quiet(self) -> Formula:
        """The total where no rule fires that does not fire for everybody."""
        return self.quieted(self.statement.total)

    def quieted(self, node: Formula) -> Formula:
        """A formula of the scheme as it is where no such rule fires."""
        return substitute(node, self._given) if self._given else node

    @cached_property
    def _given(self) -> dict[Formula, Formula]:
        given = {step.after: step.before for step in self.firing}
        for step in self._constant:
            if isinstance(step.after, If) and step.after.other is step.before:
                given[step.after] = step.after.then
        return given

    @cached_property
    def _conditional(self) -> tuple[Step, ...]:
        graded = self.statement.grade_steps
        return tuple(step for step in self.steps if step.when is not None and step not in graded)

    @cached_property
    def _constant(self) -> frozenset[Step]:
        """The steps of rules that fire for everybody of whom nothing is missing."""
        return frozenset(
            step
            for step in self._conditional
            if step.when is not None and truth(step.when, self.whole) == (True, False)
        )

    def silent(self, record: Mapping[str, Value]) -> bool:
        """Whether none of these rules fires for a record."""
        run = Evaluation(record)
        return not any(step.when is not None and run.holds(step.when) for step in self.firing)

    @cached_property
    def quiet_analysis(self) -> Analysis:
        """Of the total where no rule fires."""
        return self.analysis if self.quiet is self.statement.total else Analysis()

    @cached_property
    def judged(self) -> dict[str, list[NodeStatement]]:
        """By number input, the indicators that read it and say which way is better; none where they disagree."""
        found: dict[str, list[NodeStatement]] = {}
        for stated in self.statement.nodes.values():
            noun = stated.noun
            if isinstance(noun, Indicator) and noun.better is not None:
                key = noun.reading.input
                if isinstance(self.statement.input_nodes.get(key), Input):
                    found.setdefault(key, []).append(stated)
        return {key: group for key, group in found.items() if len({_better(stated) for stated in group}) == 1}

    def way(self, key: str) -> int:
        """UP or DOWN: where the values of a judged input get better."""
        return UP if _better(self.judged[key][0]) == "higher" else DOWN

    @cached_property
    def sense(self) -> int:
        """1 where high totals are good, -1 where low ones are.

        Grades say so. Without grades high totals are good, unless that would turn every indicator round.
        """
        if self.scheme.ladder is not None:
            return 1 if self.scheme.ladder.better == "higher" else -1
        ways = self.quiet_analysis.directions(self.quiet)
        moves = [(ways.get(key, 0), self.way(key)) for key in self.judged if ways.get(key, 0)]
        return -1 if moves and all(move == (UP | DOWN) ^ way for move, way in moves) else 1

    @cached_property
    def size(self) -> int:
        """How many nodes the formula of the total has."""
        return len(walk([self.statement.total]))

    def once(self, find: Callable[[Survey], T]) -> T:
        """What a function finds in this scheme, worked out once however many lints ask for it."""
        if find not in self._found:
            self._found[find] = find(self)
        found: T = self._found[find]
        return found

    def indicators(self) -> Iterator[tuple[NodeStatement, Indicator]]:
        """The statements of indicators, in the order of the file."""
        for stated in self.statement.nodes.values():
            if isinstance(stated.noun, Indicator):
                yield stated, stated.noun


def name_of(stated: NodeStatement) -> Text:
    """What an indicator or dimension is called."""
    noun = stated.noun
    return noun.name if noun.name is not None else text_of(noun.id)


def _better(stated: NodeStatement) -> str | None:
    return stated.noun.better if isinstance(stated.noun, Indicator) else None
