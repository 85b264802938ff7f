"""Additions: how much of a dimension's points comes from which of its children, read from its formula."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, TypeAlias

import attrs

from perfscheme.formula import nodes
from perfscheme.formula.exact import Evaluation, Undefined, shares
from perfscheme.formula.nodes import Formula, State
from perfscheme.formula.reals import Exact, Real, by_size, multiply
from perfscheme.nouns.aggregations.trims import Trimmed
from perfscheme.scheme.statement import NodeStatement

AdditionKind: TypeAlias = Literal["mean", "sum", "best", "trimmed", "geometric-mean", "only"]


@attrs.frozen(eq=False)
class Addition:
    """What the children of one dimension are to its raw points, for one record.

    Args:
        kind: `mean`, `sum`, `best` (the n best are added), `trimmed` (the highest and lowest are not),
            `geometric-mean`, or `only` (a single child is all).
        counted: the points that were taken for each child; None: it was left out.
        factors: by which they enter the sum, 0 for what was left out; the exponents of a geometric mean. None where
            a factor is no fixed number.
        contributions: what each child adds, exactly; None for a geometric mean.
        weights: of each child in a mean, as used for this record; 0 for what was left out.
        scale: what a mean or the n best are multiplied by.
    """

    kind: AdditionKind
    counted: tuple[Exact | None, ...]
    factors: tuple[Fraction | None, ...]
    contributions: tuple[Exact, ...] | None
    weights: tuple[Fraction, ...] | None = None
    scale: Fraction = Fraction(1)


def addition(stated: NodeStatement, run: Evaluation) -> Addition | None:
    """How the children make up the raw points; None where they do not add up, or there are no points."""
    try:
        if not stated.children or isinstance(run(stated.raw), State):
            return None
        return _read(stated, run)
    except Undefined:
        return None


def coverage(stated: NodeStatement, weights: Sequence[Formula | None], run: Evaluation) -> Fraction | None:
    """The share of the applicable weight whose children have points; None where nothing is applicable.

    Args:
        stated: a dimension.
        weights: of its children, as written; where one has none, the children count alike.
        run: the interpreter with the record's values.
    """
    there = applies = Fraction(0)
    for weight, term in zip(weights, stated.terms, strict=True):
        try:
            found = run(term)
        except Undefined:
            found = State.MISSING
        if found is State.NOT_APPLICABLE:
            continue
        size = run(weight) if weight is not None and None not in weights else Fraction(1)
        if not isinstance(size, Fraction):
            return None
        applies += abs(size)
        there += 0 if isinstance(found, State) else abs(size)
    return there / applies if applies else None


def _read(stated: NodeStatement, run: Evaluation) -> Addition | None:
    node, scale = _top(stated.raw, stated.terms, run)
    match node:
        case nodes.Mean() | nodes.GeometricMean() if _are(node.terms, stated.terms):
            return _mean(node, scale, run)
        case nodes.Best() if _are(node.terms, stated.terms):
            return _best(node, stated.terms, scale, run)
        case nodes.Sum(constant=constant, terms=terms) if (
            constant == 0 and scale == 1 and _are([x for _, x in terms], stated.terms)
        ):
            return _sum(node, stated.terms, run)
    if len(stated.children) > 1:
        return _trimmed(stated, run)
    whole = run(stated.raw)
    found = run(stated.terms[0])
    counted = None if isinstance(found, State) else found
    assert not isinstance(whole, State)
    return Addition("only", (counted,), (_ratio(whole, counted),), (whole,))


def _top(node: Formula, stops: Sequence[Formula], run: Evaluation) -> tuple[Formula, Fraction]:
    """The node that the cases taken for this record lead to, and the fixed factor before it."""
    scale = Fraction(1)
    while not any(node is stop for stop in stops):
        match node:
            case nodes.If(condition=condition, then=then, other=other):
                node = then if run.holds(condition) else other
            case nodes.Choose(label=label, cases=cases):
                value = run.values[label.key]
                assert isinstance(value, (str, bool))  # it has a number: the label is there
                node = cases[label.labels.index(value)]
            case nodes.Sum(constant=constant, terms=((factor, x),)) if constant == 0 and factor:
                node, scale = x, scale * factor
            case _:
                break
    return node, scale


def _are(terms: Sequence[Formula], children: Sequence[Formula]) -> bool:
    """Each term reads the points of the child in its place."""
    return len(terms) == len(children) and all(
        any(node is child for node in nodes.walk([term])) for term, child in zip(terms, children, strict=True)
    )


def _number(run: Evaluation, node: Formula) -> Exact | None:
    found = run(node)
    return None if isinstance(found, State) else found


def _mean(node: nodes.Mean | nodes.GeometricMean, scale: Fraction, run: Evaluation) -> Addition | None:
    if isinstance(shares(run, node), State) or (isinstance(node, nodes.GeometricMean) and scale != 1):
        return None
    counted = tuple(_number(run, term) for term in node.terms)
    weights: list[Fraction] = []
    for weight, x in zip(node.weights, counted, strict=True):
        found = run(weight) if x is not None else Fraction(0)
        if not isinstance(found, Fraction):
            return None
        weights.append(found)
    whole = sum(weights, Fraction(0))
    factors = tuple(scale * weight / whole for weight in weights)
    if isinstance(node, nodes.GeometricMean):
        return Addition("geometric-mean", counted, factors, None, tuple(weights))
    added = tuple(Fraction(0) if x is None else multiply(f, x) for f, x in zip(factors, counted, strict=True))
    return Addition("mean", counted, factors, added, tuple(weights), scale)


def _best(node: nodes.Best, children: Sequence[Formula], scale: Fraction, run: Evaluation) -> Addition:
    turned = _turned(node.terms, children)
    if turned is not None:
        # The lowest are the best of all points with their sign turned.
        scale = -scale
    counted = tuple(_number(run, term) for term in turned or node.terms)
    chosen = set(_by_size(counted, highest_first=turned is None)[: node.count])
    factors = tuple(scale if i in chosen else Fraction(0) for i in range(len(counted)))
    added = tuple(Fraction(0) if x is None else multiply(f, x) for f, x in zip(factors, counted, strict=True))
    return Addition("best", counted, factors, added, scale=scale)


def _trimmed(stated: NodeStatement, run: Evaluation) -> Addition | None:
    """Of a trimmed mean or sum: the children that are left, in equal parts; None of any other aggregation."""
    noun = getattr(stated.noun, "aggregation", None)
    if not isinstance(noun, Trimmed):
        return None
    # What is dropped is told by places; the points of the children as they are taken stand in the sum of the best.
    best = (
        node for node in nodes.walk([stated.raw]) if isinstance(node, nodes.Best) and _are(node.terms, stated.terms)
    )
    terms = next((node.terms for node in best if _turned(node.terms, stated.terms) is None), None)
    if terms is None:
        return None
    counted = tuple(_number(run, term) for term in terms)
    highest = _by_size(counted, highest_first=True)
    kept = highest[noun.drop_highest : len(highest) - noun.drop_lowest]
    share = Fraction(1, len(kept)) if noun.take == "mean" else Fraction(1)
    factors = tuple(share if i in kept else Fraction(0) for i in range(len(counted)))
    added = tuple(Fraction(0) if x is None else multiply(f, x) for f, x in zip(factors, counted, strict=True))
    return Addition("trimmed", counted, factors, added, scale=share)


def _by_size(counted: Sequence[Exact | None], *, highest_first: bool) -> list[int]:
    """The places of those that are there in the order of their points, of equals as they stand."""
    there = [(i, x) for i, x in enumerate(counted) if x is not None]
    return [i for i, _ in sorted(there, key=lambda one: by_size(one[1]), reverse=highest_first)]


def _turned(terms: Sequence[Formula], children: Sequence[Formula]) -> tuple[Formula, ...] | None:
    """What the terms are the negatives of; None where they are none."""
    found = []
    for term, child in zip(terms, children, strict=True):
        match term:
            case nodes.Sum(constant=constant, terms=((factor, x),)) if (
                term is not child and constant == 0 and factor == -1
            ):
                found.append(x)
            case _:
                return None
    return tuple(found)


def _sum(node: nodes.Sum, children: Sequence[Formula], run: Evaluation) -> Addition:
    counted: list[Exact | None] = []
    factors: list[Fraction | None] = []
    added: list[Exact] = []
    for (factor, term), child in zip(node.terms, children, strict=True):
        whole, points = run(term), run(child)
        assert not isinstance(whole, State)
        added.append(multiply(factor, whole))
        inner, scale = _top(term, children, run)
        found = None if isinstance(points, State) else points
        if found is None:
            # A missing child that stands as 0 and one that is left out add the same nothing.
            factors.append(Fraction(0))
        elif inner is child:
            factors.append(factor * scale)
        else:
            factors.append(_ratio(added[-1], found))
        counted.append(found)
    return Addition("sum", tuple(counted), tuple(factors), tuple(added))


def _ratio(whole: Exact, part: Exact | None) -> Fraction | None:
    if part is None or isinstance(whole, Real) or isinstance(part, Real) or part == 0:
        return Fraction(0) if part is None else None
    return whole / part
