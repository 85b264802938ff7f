"""Shares: what the weights of a plan come to, in a dimension and in the total, for everybody or for a label."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TypeAlias

from perfscheme.formula.nodes import Choose, Const, LabelInput, Mean
from perfscheme.scheme.statement import NodeStatement

Nodes: TypeAlias = Mapping[str, NodeStatement]


def shares(nodes: Nodes, key: str, label: str | bool | None = None) -> tuple[Fraction, ...] | None:
    """The share of each child in a dimension's mean; None where it is no mean, or weights differ by person.

    Args:
        nodes: of the scheme.
        key: of the dimension.
        label: for whom, where weights differ by a label.
    """
    raw = nodes[key].raw
    if not isinstance(raw, Mean) or len(raw.weights) != len(nodes[key].children):
        return None
    weights = [
        weight.cases[weight.label.labels.index(label)]
        if isinstance(weight, Choose) and label in weight.label.labels
        else weight
        for weight in raw.weights
    ]
    fixed = [weight.value for weight in weights if isinstance(weight, Const)]
    whole = sum(fixed, Fraction(0))
    return tuple(weight / whole for weight in fixed) if whole and len(fixed) == len(weights) else None


def label_of_weights(nodes: Nodes, key: str) -> LabelInput | None:
    """The label that alone decides the weights of a dimension's mean; None where there is none, or several."""
    raw = nodes[key].raw
    if not isinstance(raw, Mean):
        return None
    labels = {weight.label.key: weight.label for weight in raw.weights if isinstance(weight, Choose)}
    return next(iter(labels.values())) if len(labels) == 1 else None


def weighing_label(nodes: Nodes) -> LabelInput | None:
    """The label that alone decides all weights of the scheme that are not the same for everybody."""
    found = [label_of_weights(nodes, key) for key, stated in nodes.items() if stated.children]
    labels = {label.key: label for label in found if label is not None}
    return next(iter(labels.values())) if len(labels) == 1 else None


def share_of_total(nodes: Nodes, key: str, label: str | bool | None = None) -> Fraction | None:
    """The product of the shares from the root down; None where one of them is not fixed.

    Args:
        nodes: of the scheme.
        key: of an indicator or dimension.
        label: for whom, where weights differ by a label.
    """
    parent = nodes[key].parent
    if parent is None:
        return Fraction(1)
    own, above = shares(nodes, parent, label), share_of_total(nodes, parent, label)
    if own is None or above is None:
        return None
    return own[nodes[parent].children.index(key)] * above
