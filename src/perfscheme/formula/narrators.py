"""Narrators: what is said of one record's numbers, conditions and absences on the way to a node."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

import attrs

from perfscheme.diagnostics import Language
from perfscheme.formula import nodes
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import State
from perfscheme.formula.reals import Exact
from perfscheme.formula.text import guard, log_name
from perfscheme.formula.words import bracketed, exactly, label_text, listed, result, rounded, say, sequence, with_unit


@attrs.frozen
class Label:
    """How the value of a node is written: not taken apart, with a name before it and a unit behind it."""

    name: str = ""
    unit: str = ""


Labels: TypeAlias = Mapping[nodes.Node | str, Label]
"""Labels by node; those of inputs and of label inputs also by their key."""
Ways: TypeAlias = "Mapping[type[nodes.Formula], Callable[[Narrator, Any, bool], None]]"


_OPPOSITE: dict[nodes.Relation, str] = {
    "at-least": "below",
    "above": "at-most",
    "at-most": "above",
    "below": "at-least",
    "equals": "differs",
}


class Narrator:
    """Tells steps, reasons and absences for one record.

    Args:
        run: the exact interpreter with the record's values.
        lang, gives, labels: as for `perfscheme.formula.narration.narrate`.
        root: the node that is told of; it is taken apart even if it has a label.
        ways: how a node of each kind is told.
    """

    def __init__(
        self,
        run: Evaluation,
        lang: Language,
        gives: str,
        labels: Labels,
        root: nodes.Formula | None,
        ways: Ways,
    ) -> None:
        self.run = run
        self.lang = lang
        self.gives = gives
        self.labels = labels
        self.root = root
        self.ways = ways
        self.ranges = Analysis()
        self.steps: list[str] = []
        self.told: set[nodes.Formula] = set()
        self._mentioned: set[nodes.Formula] = set()

    def whole(self, node: nodes.Formula) -> str:
        """The whole way to a node, or why it has no value."""
        try:
            found = self.run(node)
        except Undefined as error:
            return self._undefined(error)
        if isinstance(found, State):
            return self._absent(node, found)
        self.tell(node, True)
        if not self.steps:
            label = self.label(node)
            points = with_unit(rounded(found), label.unit if label and label.unit else self.gives)
            return f"{label.name} {points}" if label and label.name else points
        return sequence(self.steps, self.lang)

    def _undefined(self, error: Undefined) -> str:
        match error.node:
            case nodes.Quotient(over=over, under=under):
                text = " ÷ ".join(self._figure_or_state(part) for part in (over, under))
            case nodes.Power(x=x, exponent=exponent):
                text = f"{self._figure_or_state(x)} ^ {exactly(exponent)}"
            case nodes.Log(x=x, base=base):
                text = f"{log_name(base)}({self._figure_or_state(x)})"
            case node:
                text = ", ".join(self._figure_or_state(x) for x in nodes.children(node) if isinstance(x, nodes.Formula))
        return say(error.reason, self.lang, x=text)

    def _figure_or_state(self, node: nodes.Formula) -> str:
        try:
            found = self.run(node)
        except Undefined:
            return "?"
        return say(found.value, self.lang) if isinstance(found, State) else exactly(found)

    def _absent(self, node: nodes.Formula, state: State) -> str:
        """The first thing on the way to the node that is not there; conditions along the way said first."""
        below: nodes.Formula | None = node
        while below is not None and (below is self.root or self.label(below) is None):
            node, below = below, None
            if isinstance(node, nodes.If):
                holds = self.run.holds(node.condition)
                below = node.then if holds else node.other
                if guard(node, self.ranges) is None and not self._asks_states(node.condition):
                    self.steps.append(self.reason(node.condition, holds))
                if isinstance(below, nodes.Absent):
                    below = next(iter(self._absences(node.condition)), None)
                continue
            for child in nodes.children(node):
                if isinstance(child, nodes.Formula) and self._figure_or_state(child) == say(state.value, self.lang):
                    below = child
                    break
        self.steps.append(say("is", self.lang, x=self.name(below or node), state=say(state.value, self.lang)))
        return sequence(self.steps, self.lang)

    def _absences(self, condition: nodes.Condition) -> Iterator[nodes.Formula]:
        """The nodes that a condition asks the state of, and that are absent."""
        for part in nodes.walk([condition]):
            if isinstance(part, nodes.InState) and isinstance(self.run(part.x), State):
                yield part.x

    # How single values are written

    def label(self, node: nodes.Node) -> Label | None:
        """The label of a node; an input without one is by itself."""
        found = self.labels.get(node)
        if found is None and isinstance(node, nodes.Input):
            found = self.labels.get(node.key, Label())
        return found

    def name(self, node: nodes.Node) -> str:
        """What a node is called where its figure does not stand."""
        label = self.label(node)
        if label is not None and label.name:
            return label.name
        return node.key if isinstance(node, nodes.Input) else say("the-value", self.lang)

    def value(self, node: nodes.Formula) -> Exact:
        """The number of a node that has one."""
        found = self.run(node)
        assert not isinstance(found, State)
        return found

    def bare(self, node: nodes.Formula) -> str:
        """The figure in a calculation, in brackets where a sign or a fraction could be misread."""
        self.mention(node)
        return bracketed(self.value(node))

    def named(self, node: nodes.Formula) -> bool:
        """The node has a name, so its figure is never without it."""
        label = None if node is self.root else self.label(node)
        return label is not None and bool(label.name)

    def mention(self, node: nodes.Formula) -> None:
        """Say once what a figure in a calculation is, where the node has a name."""
        if self.named(node) and node not in self._mentioned:
            self.steps.append(self.full(node))

    def full(self, node: nodes.Formula) -> str:
        """The figure with its name and unit, or what it is instead of a number."""
        self._mentioned.add(node)
        label = self.label(node)
        found = self.run(node)
        text = (
            say(found.value, self.lang)
            if isinstance(found, State)
            else with_unit(rounded(found), label.unit if label else "")
        )
        return f"{label.name} {text}" if label is not None and label.name else text

    def points(self, x: Exact, final: bool) -> str:
        """A result, with its unit where it is the final one."""
        return with_unit(rounded(x), self.gives if final else "")

    def sum(self, text: str, x: Exact, final: bool) -> str:
        """A calculation and its result, with the unit where it is the final one."""
        return with_unit(f"{text} {result(x)}", self.gives if final else "")

    def single(self, node: nodes.Formula) -> bool:
        """The node is written as one figure, without a step of its own."""
        return isinstance(node, (nodes.Const, nodes.Input)) or (node is not self.root and self.label(node) is not None)

    # Steps

    def tell(self, node: nodes.Formula, final: bool = False) -> None:
        """Add the steps that lead to a node that has a number; `final`: its value is the result."""
        if node in self.told or (node is not self.root and self.label(node) is not None):
            return
        self.told.add(node)
        way = self.ways.get(type(node))
        if way is not None:
            way(self, node, final)

    def add(self, key: str, **facts: object) -> None:
        """Add a step in the words of `key`."""
        self.steps.append(say(key, self.lang, **facts))

    # Conditions

    def reason(self, condition: nodes.Condition, holds: bool) -> str:
        """Why a condition holds, or why not."""
        match condition:
            case nodes.Always(value=value):
                return say("always" if value else "never", self.lang)
            case nodes.Compare():
                return self._comparison(condition, holds)
            case nodes.InState(x=x, state=state):
                return say("is" if holds else "is-not", self.lang, x=self.name(x), state=say(state.value, self.lang))
            case nodes.LabelInState(label=label, state=state):
                key = "is" if holds else "is-not"
                return say(key, self.lang, x=self.label_name(label), state=say(state.value, self.lang))
            case nodes.OneOf(label=label, labels=labels):
                return self._one_of(label, labels, holds)
            case nodes.Every(conditions=inner) | nodes.Some(conditions=inner):
                every = isinstance(condition, nodes.Every)
                found = [self.run.holds(part) for part in inner]
                if every == holds:
                    return listed([self.reason(part, holds) for part in inner], self.lang, last="both")
                return self.reason(inner[found.index(holds)], holds)
            case nodes.Not(condition=part):
                return self.reason(part, not holds)
        raise TypeError(f"{type(condition).__name__} is not a condition of the algebra")

    def _comparison(self, node: nodes.Compare, holds: bool) -> str:
        for side in (node.left, node.right):
            found = self.run(side)
            if isinstance(found, State):
                return say("is", self.lang, x=self.name(side), state=say(found.value, self.lang))
        steps = len(self.steps)
        for side in (node.left, node.right):
            self.tell(side)
        before = self.steps[steps:]
        del self.steps[steps:]
        key = node.relation if holds else _OPPOSITE[node.relation]
        left, right = self.full(node.left), self.full(node.right)
        label = self.label(node.left)
        if isinstance(node.right, nodes.Const) and self.label(node.right) is None and label is not None:
            right = with_unit(right, label.unit)
        return sequence([*before, say(key, self.lang, left=left, right=right)], self.lang)

    def label_name(self, label: nodes.LabelInput) -> str:
        """What a label input is called."""
        found = self.labels.get(label.key)
        return label.key if found is None else found.name or say("the-value", self.lang)

    def _one_of(self, label: nodes.LabelInput, wanted: frozenset[str | bool], holds: bool) -> str:
        value = self.run.values[label.key]
        name = self.label_name(label)
        if isinstance(value, State):
            return say("is", self.lang, x=name, state=say(value.value, self.lang))
        said = label_text(value, self.lang)  # type: ignore[arg-type]  # a label is a str or a bool
        if holds:
            return say("is-label", self.lang, label=name, values=said)
        values = listed([label_text(x, self.lang) for x in label.labels if x in wanted], self.lang, last="or")
        return say("is-not-label", self.lang, label=name, value=said, values=values)

    def _asks_states(self, condition: nodes.Condition) -> bool:
        """The condition only asks whether things are there."""
        parts = [part for part in nodes.walk([condition]) if isinstance(part, nodes.Condition)]
        return not any(isinstance(part, (nodes.Compare, nodes.OneOf)) for part in parts)

    def quiet(self, condition: nodes.Condition) -> bool:
        """The condition only asks whether things are there, and they are."""
        match condition:
            case nodes.Always():
                return True
            case nodes.InState(x=x):
                return not isinstance(self.run(x), State)
            case nodes.LabelInState(label=label):
                return not isinstance(self.run.values[label.key], State)
            case nodes.Every(conditions=inner) | nodes.Some(conditions=inner):
                return all(map(self.quiet, inner))
            case nodes.Not(condition=part):
                return self.quiet(part)
        return False
