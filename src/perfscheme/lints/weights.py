"""Weights: children that count for nothing, and coverages that allow for nothing missing."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from perfscheme.formula.nodes import Const, Mean
from perfscheme.lints.findings import Finding
from perfscheme.lints.surveys import Survey, name_of
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.missing import FallbackWeights, Renormalise


def dead(survey: Survey) -> Iterator[Finding]:
    """Children whose weight is 0 for everybody, in every table that may hold."""
    nodes = survey.statement.nodes
    for stated in nodes.values():
        if stated.weight is None or stated.parent is None:
            continue
        reach = survey.analysis.range(stated.weight)
        if (
            reach is not None
            and reach.low == reach.high == 0
            and not _in_table(nodes[stated.parent].noun, stated.noun.id)
        ):
            facts = {"name": name_of(stated), "parent": name_of(nodes[stated.parent])}
            yield Finding((*stated.path, "weight"), facts)


def _in_table(parent: object, child: str) -> bool:
    policy = getattr(parent.aggregation, "missing", None) if isinstance(parent, Dimension) else None
    tables = policy.tables if isinstance(policy, FallbackWeights) else ()
    return any(part.child == child and part.weight for table in tables for part in table.weights)


def rigid(survey: Survey) -> Iterator[Finding]:
    """Policies that spread the weight of missing children, and never do: the lightest is more than may be missing.

    Whoever else is left out, its share of the weight that applies only grows.
    """
    for stated in survey.statement.nodes.values():
        policy = getattr(stated.noun.aggregation, "missing", None) if isinstance(stated.noun, Dimension) else None
        if not isinstance(policy, Renormalise) or not isinstance(stated.raw, Mean):
            continue
        weights = [node.value for node in stated.raw.weights if isinstance(node, Const)]
        if len(weights) < len(stated.raw.weights) or len(weights) < 2:
            continue
        counted = [(weight, name) for weight, name in zip(weights, stated.children, strict=True) if weight]
        lightest, name = min(counted)
        left = 100 - 100 * lightest / sum(weights, Fraction(0))
        if left < policy.coverage:
            facts = {"name": name_of(stated), "coverage": policy.coverage, "child": name, "left": _rounded(left)}
            yield Finding((*stated.path, "aggregation", "missing", "coverage"), facts)


def _rounded(x: Fraction) -> Fraction:
    return Fraction(round(x * 100), 100)
