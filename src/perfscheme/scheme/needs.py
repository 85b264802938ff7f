"""Needs: which inputs nobody can be scored without."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from perfscheme.formula.exact import Evaluation, Undefined, Value
from perfscheme.formula.nodes import Formula, Input, LabelInput, State
from perfscheme.nouns.inputs import InputSpec

_SHARES = (Fraction(1, 2), Fraction(1), Fraction(0))
"""Where in their ranges the numbers of a sample lie."""


def with_needs(
    inputs: Mapping[str, InputSpec], nodes: Mapping[str, Input | LabelInput], total: Formula
) -> tuple[InputSpec, ...]:
    """The inputs, each marked whether it is required.

    What becomes of a missing value is a matter of policies, defaults and weights, not of figures; so it is tried on a
    few records, among which every label occurs, that lack this input alone. What some people have a score without
    is not required: a form that insisted on it would keep theirs out.
    """
    records = [record for record in _records(nodes) if _scored(record, total)]
    return tuple(
        _marked(
            spec, bool(records) and not any(_scored({**record, spec.key: State.MISSING}, total) for record in records)
        )
        for spec in inputs.values()
    )


def _records(nodes: Mapping[str, Input | LabelInput]) -> Iterator[dict[str, Value]]:
    count = max([len(_SHARES), *(len(node.labels) for node in nodes.values() if isinstance(node, LabelInput))])
    for i in range(count):
        yield {key: _value(node, i) for key, node in nodes.items()}


def _value(node: Input | LabelInput, i: int) -> Value:
    if isinstance(node, LabelInput):
        return node.labels[i % len(node.labels)]
    low = node.low if node.low is not None else min(Fraction(0), node.high or Fraction(0))
    high = node.high if node.high is not None else max(low + 100, Fraction(100))
    return low + (high - low) * _SHARES[i % len(_SHARES)]


def _scored(record: Mapping[str, Value], total: Formula) -> bool:
    try:
        return not isinstance(Evaluation(record)(total), State)
    except Undefined:
        return False


def _marked(spec: InputSpec, required: bool) -> InputSpec:
    marked = attrs.evolve(spec)
    object.__setattr__(marked, "required", required)
    return marked
