"""The setting: what a noun may refer to while it states its formula, and where it reports what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

import attrs

from perfscheme.diagnostics import Diagnostic, Path, Severity, Text, guess, nearest
from perfscheme.diagnostics.nearest import COMMAS
from perfscheme.formula.nodes import Absent, Always, Choose, Condition, Const, Formula, Input, LabelInput, State
from perfscheme.nouns.inputs import Better, InputSpec
from perfscheme.nouns.units import UnitName

NONE: Final = ("-",)
"""What is known where nothing is."""


@attrs.frozen(eq=False)
class Setting:
    """What surrounds a noun. An unknown name is reported and answered with a harmless stand-in, so that one pass
    over a scheme finds all its problems; a scheme with problems is never evaluated.

    Args:
        inputs: every declared input by key.
        problems: where problems are gathered; shared by all settings that come from this one.
        path: where in the file this setting stands.
        better: which way the indicator at hand is better.
        unit: the unit of the indicator at hand.
        own_label: the label that the indicator at hand reads, where it reads one instead of a number.
        thresholds: of the indicator at hand, by name, in its unit.
        points_of: points of the nodes that are stated already, by id.
        met_of: conditions by id and threshold name: the indicator's value is at the threshold or beyond.
        total_of: the total, where it is stated already.
        called: what people call inputs, indicators and dimensions, by key or id.
        nodes: the input nodes by key; made from `inputs`, and shared, so that each input is one node.

    >>> setting = Setting({}, [])
    >>> _ = setting.at("score").number("speed", "input")
    >>> [(found.code, found.path) for found in setting.problems]
    [('PS123', ('score', 'input'))]
    """

    inputs: Mapping[str, InputSpec]
    problems: list[Diagnostic]
    path: tuple[str | int, ...] = ()
    better: Better | None = None
    unit: UnitName | None = None
    own_label: LabelInput | None = None
    thresholds: Mapping[str, Formula] = attrs.field(factory=dict)
    points_of: Mapping[str, Formula] = attrs.field(factory=dict)
    met_of: Mapping[str, Mapping[str, Condition]] = attrs.field(factory=dict)
    total_of: Formula | None = None
    called: Mapping[str, Text] = attrs.field(factory=dict)
    nodes: Mapping[str, Input | LabelInput] = attrs.field()

    @nodes.default
    def _nodes(self) -> Mapping[str, Input | LabelInput]:
        return {key: spec.node() for key, spec in self.inputs.items()}

    def at(self, *path: str | int) -> Setting:
        """The same setting, deeper in the file."""
        return attrs.evolve(self, path=self.path + path)

    def report(
        self, code: str, *path: str | int, severity: Severity = "error", also: Sequence[Path] = (), **facts: object
    ) -> None:
        """Note a problem at `path`, seen from here; `also` are the ways to what else has a part in it."""
        others = [self.path + other for other in also]
        self.problems.append(Diagnostic(code, self.path + path, facts, severity=severity, also=others))

    def number(self, key: str, *path: str | int) -> Formula:
        """The number input `key`."""
        node = self.nodes.get(key)
        if isinstance(node, Input):
            return node
        if node is None:
            self._unknown("PS123", key, self.nodes, path)
        else:
            self.report("PS124", *path, name=key)
        return Absent(State.MISSING)

    def label(self, key: str, *path: str | int) -> LabelInput:
        """The label or flag `key`; its labels are `False` and `True` for a flag."""
        node = self.nodes.get(key)
        if isinstance(node, LabelInput):
            return node
        if node is None:
            self._unknown("PS123", key, self.nodes, path)
        else:
            self.report("PS125", *path, name=key)
        return LabelInput(key, ())

    def choose(self, by: str, cases: Sequence[tuple[str | bool, Formula]], *path: str | int) -> Formula:
        """The case of the label or flag `by`; the cases must be exactly its labels.

        Args:
            by: key of the label or flag.
            cases: label and formula, in any order.
            path: of the noun that has the fields `by` and `cases`.
        """
        label = self.label(by, *path, "by")
        if by not in self.inputs or not label.labels:
            return Absent(State.MISSING)
        given = dict(cases)
        self.match_labels(label, tuple(given), *path, "cases")
        absent = Absent(State.MISSING)
        return Choose(label, tuple(given.get(known, absent) for known in label.labels))

    def match_labels(self, label: LabelInput, given: Sequence[str | bool], *path: str | int) -> None:
        """Report labels that are given but not known, and known but not given."""
        words = tuple(label_text(known) for known in label.labels)
        for word in words:
            parts = [part.strip() for part in COMMAS.split(word)]
            if len(parts) > 1 and not {*parts}.isdisjoint(map(label_text, given)):
                facts = {"found": word, "apart": COMMAS.findall(word)[0], "instead": ", ".join(parts)}
                self.problems.append(Diagnostic("PS197", ("inputs", label.key, "labels"), facts))
                return
        missed = [label_text(known) for known in label.labels if known not in given]
        for case in given:
            if case not in label.labels:
                word = label_text(case)
                meant = nearest(word, words)
                self.report("PS126", *path, word, label=word, by=label.key, labels=words, nearest=meant)
                # A misspelt label is one mistake, not a label too many and one too few.
                missed = [other for other in missed if other != meant]
        if left := tuple(missed):
            self.report("PS127", *path, missing=left, by=label.key)

    def level(self, level: Fraction | str, *path: str | int) -> Formula:
        """A threshold of the indicator at hand, or a fixed number."""
        if isinstance(level, Fraction):
            return Const(level)
        if level in self.thresholds:
            return self.thresholds[level]
        self._unknown("PS128", level, self.thresholds, path)
        return Absent(State.MISSING)

    def points(self, node_id: str, *path: str | int) -> Formula:
        """Points of another indicator or dimension."""
        if node_id in self.points_of:
            return self.points_of[node_id]
        self._unknown("PS129", node_id, self.points_of, path)
        return Absent(State.MISSING)

    def met(self, node_id: str, threshold: str, *path: str | int, asked: Path | None = None) -> Condition:
        """Whether another indicator's value is at a threshold of its own, or beyond on the better side.

        Args:
            node_id: of the indicator.
            threshold: its name.
            path: to where the indicator is named.
            asked: to where the threshold is, if it is named for this indicator alone.
        """
        if node_id not in self.met_of:
            self._unknown("PS129", node_id, self.met_of, path)
        elif threshold not in self.met_of[node_id]:
            self._unknown("PS128", threshold, self.met_of[node_id], asked or path)
        else:
            return self.met_of[node_id][threshold]
        return Always(False)

    def total(self, *path: str | int) -> Formula:
        """The total, in rules that come after it."""
        if self.total_of is None:
            self.report("PS130", *path)
            return Absent(State.MISSING)
        return self.total_of

    def _unknown(self, code: str, name: str, known: Mapping[str, object], path: tuple[str | int, ...]) -> None:
        self.report(code, *path, name=name, known=tuple(known) or NONE, **self.guess(name, known))

    def guess(self, name: str, known: Iterable[str]) -> dict[str, Any]:
        """The facts that say which known key or id is meant by a name, which may be what people call it."""
        return guess(name, known, self.called)


def label_text(label: str | bool) -> str:
    """A label as the file writes it."""
    return label if isinstance(label, str) else str(label).lower()
