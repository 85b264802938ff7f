"""Absences: what a figure or a condition of one record would have needed and did not get."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TypeAlias

from perfscheme.formula import nodes
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import State

Read: TypeAlias = nodes.Node | nodes.LabelInput


def lacking(node: Read, run: Evaluation, parts: Container[Read]) -> Iterator[Read]:
    """The inputs and parts that are absent themselves, and because of which a node is.

    Args:
        node: a formula that is absent, or what one has read.
        run: the exact interpreter with the record's values.
        parts: formulas that are not taken apart.
    """
    if isinstance(node, nodes.LabelInput):
        if isinstance(run.values[node.key], State):
            yield node
        return
    if isinstance(node, nodes.Formula):
        if not isinstance(run(node), State):
            return
        if node in parts or isinstance(node, nodes.Input):
            yield node
            return
    for below in _read(node, run):
        yield from lacking(below, run, parts)


def _read(node: nodes.Node, run: Evaluation) -> Iterator[Read]:
    """What a node really read of this record."""
    match node:
        case nodes.If(condition=condition, then=then, other=other):
            taken = then if run.holds(condition) else other
            yield condition if isinstance(taken, nodes.Absent) else taken
        case nodes.OneOf(label=label):
            yield label
        case nodes.Choose(label=label, cases=cases):
            found = run.values[label.key]
            yield label if isinstance(found, State) else cases[label.labels.index(found)]
        case _:
            yield from nodes.children(node)


def undecided(condition: nodes.Condition, run: Evaluation) -> bool:
    """Whether an absence decides a condition, which could hold or fail if the value were there."""
    return len(_truths(condition, run)) == 2


def _truths(condition: nodes.Condition, run: Evaluation) -> set[bool]:
    match condition:
        case nodes.Compare(left=left, right=right) if State in map(type, (run(left), run(right))):
            return {True, False}
        case nodes.OneOf(label=label) if isinstance(run.values[label.key], State):
            return {True, False}
        case nodes.Not(condition=inner):
            return {not truth for truth in _truths(inner, run)}
        case nodes.Every(conditions=conditions):
            return _joined([_truths(inner, run) for inner in conditions], whole=True)
        case nodes.Some(conditions=conditions):
            return _joined([_truths(inner, run) for inner in conditions], whole=False)
        case _:
            return {run.holds(condition)}


def _joined(found: list[set[bool]], *, whole: bool) -> set[bool]:
    """What conditions may be together: `whole` where all of them may be, else the opposite where one may."""
    can = {whole} if all(whole in truths for truths in found) else set()
    return can | ({not whole} if any((not whole) in truths for truths in found) else set())
