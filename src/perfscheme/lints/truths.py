"""Truths: what a condition can be, over the ranges of what it compares."""

from __future__ import annotations

import itertools
from typing import Final, TypeAlias

from perfscheme.formula import nodes
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.nodes import Compare, Condition, State
from perfscheme.formula.ranges import Range

LOW: Final = ("at-least", "above", "equals")
HIGH: Final = ("at-most", "below", "equals")

Truth: TypeAlias = tuple[bool, bool]
"""Whether it may hold, and whether it may fail; the analysis over-approximates, so a False is proved."""


def truth(condition: Condition, analysis: Analysis) -> Truth:
    """What a condition can be.

    Args:
        condition: any.
        analysis: of the formula.
    """
    match condition:
        case nodes.Always(value=value):
            return value, not value
        case Compare():
            return _compared(condition, analysis)
        case nodes.InState(x=x, state=state):
            states = {*analysis.absences(x), *([State.PRESENT] if analysis.range(x) is not None else [])}
            return state in states, bool(states - {state})
        case nodes.LabelInState(state=state):
            return (state is State.PRESENT, state is not State.PRESENT) if analysis.whole else (True, True)
        case nodes.OneOf(label=label, labels=labels, absent=answer):
            holds, fails = bool(labels & set(label.labels)), bool(set(label.labels) - labels)
            return (holds, fails) if analysis.whole else (holds or answer, fails or not answer)
        case nodes.Every(conditions=conditions):
            found = [truth(inner, analysis) for inner in conditions]
            return all(holds for holds, _ in found) and not _contrary(conditions, analysis), any(
                fails for _, fails in found
            )
        case nodes.Some(conditions=conditions):
            found = [truth(inner, analysis) for inner in conditions]
            return any(holds for holds, _ in found), all(fails for _, fails in found)
        case nodes.Not(condition=inner):
            holds, fails = truth(inner, analysis)
            return fails, holds
    return True, True


def _compared(condition: Compare, analysis: Analysis) -> Truth:
    left, right = analysis.range(condition.left), analysis.range(condition.right)
    holds = fails = False
    if left is not None and right is not None:
        holds, fails = _relation(condition.relation, left, right)
    if left is None or right is None or _may_miss(condition, analysis):
        return holds or condition.absent, fails or not condition.absent
    return holds, fails


def _may_miss(condition: Compare, analysis: Analysis) -> bool:
    return any(analysis.absences(side) for side in (condition.left, condition.right))


def _relation(relation: nodes.Relation, left: Range, right: Range) -> Truth:
    match relation:
        case "at-least":
            return left.high >= right.low, left.low < right.high
        case "above":
            return left.high > right.low, left.low <= right.high
        case "at-most":
            return left.low <= right.high, left.high > right.low
        case "below":
            return left.low < right.high, left.high >= right.low
        case _:
            overlap = left.high >= right.low and right.high >= left.low
            return overlap, not left.low == left.high == right.low == right.high


def _contrary(conditions: tuple[Condition, ...], analysis: Analysis) -> bool:
    """Whether two comparisons of one number leave no room for each other; where it is absent, both fail."""
    found = [inner for inner in conditions if isinstance(inner, Compare) and not inner.absent]
    return any(
        _apart(one, two, analysis) or _apart(two, one, analysis)
        for one, two in itertools.combinations(found, 2)
        if one.left is two.left
    )


def _apart(low: Compare, high: Compare, analysis: Analysis) -> bool:
    """Whether what is at least the one bound is never at most the other."""
    below, above = analysis.range(low.right), analysis.range(high.right)
    if below is None or above is None or low.relation not in LOW or high.relation not in HIGH:
        return False
    open_ = low.relation == "above" or high.relation == "below"
    return below.low >= above.high if open_ else below.low > above.high
