"""The statement of a scheme: the one formula that its nouns make up, with its stages kept by name.

Explanations read the very nodes that interpreters run, so what is explained is what was computed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import attrs

from perfscheme.diagnostics import Diagnostic, Text, text_of
from perfscheme.formula.nodes import Condition, Formula, LabelInput
from perfscheme.formula.restriction import Outline
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.inputs import InputSpec
from perfscheme.nouns.rules.named import NamedRule
from perfscheme.nouns.setting import Setting

if TYPE_CHECKING:
    from perfscheme.diagnostics.places import Path
    from perfscheme.formula.nodes import Input

StepKind: TypeAlias = Literal["if-missing", "rule", "rounding", "child-rule"]


@attrs.frozen(eq=False)
class Step:
    """One thing that is done to points, to the total or to the grade after they are first computed.

    Args:
        kind: what does it.
        noun: the rule, rounding or default that is written in the scheme.
        path: where it is written.
        before, after: the value without and with it.
        when: the condition under which a rule fires; None: always.
        child: id of the child whose points a `child-rule` acts on.
        name: what a rule is called for people.
    """

    kind: StepKind
    noun: Any
    path: Path
    before: Formula
    after: Formula
    when: Condition | None = None
    child: str | None = None
    name: Text | None = None

    @classmethod
    def by_rule(
        cls, named: NamedRule, setting: Setting, before: Formula, after: Formula, child: str | None = None
    ) -> Step:
        """What a rule does, with the condition under which it fires, where it says one."""
        rule = named.rule
        when = rule.when_condition(setting) if hasattr(rule, "when_condition") else None
        kind: StepKind = "rule" if child is None else "child-rule"
        return cls(kind, rule, setting.path, before, after, when, child, named.name)


@attrs.frozen(eq=False)
class NodeStatement:
    """What an indicator or a dimension computes.

    Args:
        noun: the indicator or dimension.
        path: where it is written.
        parent: id of the dimension that it belongs to; None for the root.
        value: an indicator's value in its unit, as the curve sees it; None for a dimension.
        label: the label or flag that an indicator reads instead of a number.
        thresholds: an indicator's thresholds by name.
        met: whether the value is at a threshold or beyond, by name.
        raw: points as the curve or the aggregation gives them.
        steps: what is done to them, in order.
        points: the result.
        weight: as written; None where none is.
        children: ids of a dimension's children, in file order.
        terms: points of the children as the aggregation takes them, after rules on children.
    """

    noun: Indicator | Dimension
    path: Path
    parent: str | None
    raw: Formula
    steps: tuple[Step, ...]
    points: Formula
    weight: Formula | None = None
    value: Formula | None = None
    label: LabelInput | None = None
    thresholds: Mapping[str, Formula] = attrs.field(factory=dict)
    met: Mapping[str, Condition] = attrs.field(factory=dict)
    children: tuple[str, ...] = ()
    terms: tuple[Formula, ...] = ()


@attrs.frozen(eq=False, slots=False)
class Statement:
    """What a whole scheme computes.

    Args:
        nodes: every indicator and dimension by id; a parent stands before its children.
        inputs: every declared input by key.
        declarations: where each is declared: among the inputs, or as the indicator that reads its own.
        input_nodes: the node that reads each of them.
        total_steps: what is done to the root's points before rounding.
        unrounded: the total before rounding.
        total: the total.
        graded: the total that the grade is of; the rounded one or the unrounded.
        grade_steps: what rules do to the grade.
        grade: index of the grade, 0 the worst; None where the scheme has no grades.
        problems: what is wrong; a scheme with errors among them is refused.
    """

    nodes: Mapping[str, NodeStatement]
    inputs: Mapping[str, InputSpec]
    declarations: Mapping[str, Path]
    input_nodes: Mapping[str, Input | LabelInput]
    total_steps: tuple[Step, ...]
    unrounded: Formula
    total: Formula
    graded: Formula
    grade_steps: tuple[Step, ...]
    grade: Formula | None
    problems: tuple[Diagnostic, ...]

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Problems that are no errors."""
        return tuple(problem for problem in self.problems if problem.severity != "error")

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Every indicator of the tree, in the order of the file."""
        return tuple(stated.noun for stated in self.nodes.values() if isinstance(stated.noun, Indicator))

    @cached_property
    def input_names(self) -> Mapping[str, Text]:
        """What people call each input: its own name, else that of the one indicator that reads it, else its key."""
        readers: dict[str, list[Indicator]] = {key: [] for key in self.inputs}
        for noun in self.indicators:
            readers[noun.reading.input].append(noun)
        only = {key: nouns[0].name for key, nouns in readers.items() if len(nouns) == 1}
        return {key: spec.name or only.get(key) or text_of(key) for key, spec in self.inputs.items()}

    def curve(self, stated: NodeStatement, value: Formula, thresholds: Mapping[str, Formula]) -> Formula | None:
        """The raw points of an indicator for another value and other thresholds; None where they cannot be stated.

        Args:
            stated: the indicator.
            value: in its unit.
            thresholds: by name, all of them.
        """
        noun = stated.noun
        assert isinstance(noun, Indicator)
        setting = Setting(
            self.inputs, [], better=noun.better, unit=noun.unit, thresholds=thresholds, nodes=self.input_nodes
        )
        node = noun.curve_formula(value, setting)
        return None if setting.problems else node

    @cached_property
    def grade_outline(self) -> Outline | None:
        """Which nodes of the grade read which input; None where the scheme has no grades."""
        return None if self.grade is None else Outline(self.grade)
