"""Dimensions: strategies for trees, with every aggregation, every way to weigh, and every missing policy."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Literal, TypeAlias

import attrs
from hypothesis import strategies as st

from perfscheme.nouns import missing
from perfscheme.nouns.aggregations import aggregations as kinds
from perfscheme.nouns.aggregations.sums import FactorMode
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.quantities import ByLabel
from perfscheme.nouns.rules.limits import Floor
from perfscheme.nouns.weights import WeightMode
from perfscheme.testing.figures import ascending, decimals, maybe, roundings, shares
from perfscheme.testing.indicators import indicators
from perfscheme.testing.rules import child_rule, points_rules
from perfscheme.testing.surroundings import Surroundings, from_inputs

Noun: TypeAlias = Indicator | Dimension

_WEIGHTS: tuple[WeightMode, ...] = ("to-100", "to-100", "to-1", "normalised", "equal")
_FACTORS: tuple[FactorMode, ...] = ("none", "factors", "percent")
_MEANS = (kinds.WeightedMean, kinds.WeightedMean, kinds.WeightedGeometricMean)
_UNWEIGHTED = (
    kinds.Minimum, kinds.Maximum, kinds.ProductOfPoints, kinds.BestOf, kinds.Trimmed, kinds.FormulaOfPoints,
)  # fmt: skip
_BETTER: tuple[Literal["higher", "lower"], ...] = ("higher", "lower")
_TAKE: tuple[Literal["mean", "sum"], ...] = ("mean", "sum")
_JOINED = ("{0} + {1}", "min({0}, {1})", "max({0}, 2 * ({1}))", "({0}) / (1 + abs({1}))", "if({0} > 50, {1}, {0} - 5)")
_JOINED_BY_FLAG = ("if({2}, {0}, {1})", "if(not {2} or {0} < 1, {0} * {1}, 3 - {1})")


@st.composite
def _weighed(
    draw: st.DrawFn, around: Surroundings, children: Sequence[Noun]
) -> tuple[WeightMode, list[Noun], Fraction | None]:
    """How weights are written, the children with theirs, and what these add up to where that is one number."""
    count = len(children)
    mode = draw(st.sampled_from(_WEIGHTS))
    weights: list[Any]
    whole: Fraction | None
    if mode == "equal":
        weights, whole = [None] * count, Fraction(count)
    elif mode == "normalised":
        weights = draw(st.lists(decimals(0, 40, (0, 1)), min_size=count, max_size=count))
        weights[0] += 1
        whole = sum(weights, Fraction(0))
        if draw(st.integers(0, 4)) == 0:
            weights[-1] = draw(from_inputs(around, (Fraction(0), Fraction(9))))
            whole = None
    else:
        size = 100 if mode == "to-100" else 1
        weights, whole = draw(shares(count, size)), Fraction(size)
        if around.labels and draw(st.integers(0, 4)) == 0:
            label = draw(st.sampled_from(around.labels))
            rows = [draw(shares(count, size)) for _ in label.labels]
            columns = list(zip(*rows, strict=True))
            weights = [ByLabel(label.key, list(zip(label.labels, column, strict=True))) for column in columns]
    return mode, [attrs.evolve(child, weight=weight) for child, weight in zip(children, weights, strict=True)], whole


@st.composite
def _fallback(draw: st.DrawFn, ids: Sequence[str], whole: Fraction) -> missing.FallbackWeights:
    tables = []
    for gone in draw(st.lists(st.sampled_from(list(ids)), min_size=1, max_size=2, unique=True)):
        rest = [name for name in ids if name != gone]
        weights = [part * whole / 100 for part in draw(shares(len(rest)))]
        tables.append(missing.FallbackTable([gone], list(zip(rest, weights, strict=True))))
    return missing.FallbackWeights(tables)


@st.composite
def _policies(draw: st.DrawFn) -> Any:
    match draw(st.integers(0, 3)):
        case 0:
            return missing.Refuse()
        case 1:
            return missing.Zero()
    return missing.Renormalise(draw(st.sampled_from([Fraction(n) for n in (0, 1, 50, 60, 100)])))


@st.composite
def _aggregated(draw: st.DrawFn, around: Surroundings, children: list[Noun], *, met: bool) -> tuple[Any, list[Noun]]:
    """An aggregation that fits the children, and the children with the weights that it wants."""
    sorts = ["mean"] * 4 + ["sum"] + ["unweighted"] * 4
    if met:
        sorts = ["share"]
    elif len(children) == 2:
        sorts += ["matrix"] * 3
    policy: Any = draw(_policies())
    match draw(st.sampled_from(sorts)):
        case "sum":
            factors = draw(st.sampled_from(_FACTORS))
            if factors != "none":
                children = [attrs.evolve(child, weight=draw(decimals(-2, 3, (0, 1)))) for child in children]
            return kinds.SumOfPoints(policy, weights=factors), children
        case "unweighted":
            sort: Any = draw(st.sampled_from(_UNWEIGHTED))
            if sort is kinds.BestOf:
                count = draw(st.integers(1, len(children)))
                better = draw(st.sampled_from(_BETTER))
                return kinds.BestOf(count, policy, take=draw(st.sampled_from(_TAKE)), better=better), children
            if sort is kinds.Trimmed and len(children) > 1:
                high = draw(st.integers(0, len(children) - 1))
                low = draw(st.integers(0 if high else 1, len(children) - 1 - high))
                take = draw(st.sampled_from(_TAKE))
                return kinds.Trimmed(policy, drop_highest=high, drop_lowest=low, take=take), children
            if sort in (kinds.Trimmed, kinds.FormulaOfPoints):
                return draw(_formulas(around, [child.id for child in children])), children
            if sort is kinds.ProductOfPoints:
                return kinds.ProductOfPoints(policy, whole=draw(st.sampled_from((1, 100)))), children
            return sort(policy), children
        case "matrix":
            return draw(_matrices(around, [child.id for child in children])), children
        case "share":
            mode, children, _ = draw(_weighed(around, children))
            return kinds.ShareMet(
                policy, threshold="target", scale=max(around.scale[1], Fraction(1)), weights=mode
            ), children
    sort = draw(st.sampled_from(_MEANS))
    if sort is kinds.WeightedGeometricMean:
        children = [attrs.evolve(child, rules=(*child.rules, Floor(0))) for child in children]
    mode, children, whole = draw(_weighed(around, children))
    if whole and len(children) > 1 and draw(st.integers(0, 3)) == 0:
        policy = draw(_fallback([child.id for child in children], whole))
    return sort(policy, weights=mode), children


@st.composite
def _formulas(draw: st.DrawFn, around: Surroundings, ids: Sequence[str]) -> kinds.FormulaOfPoints:
    text, *others = ids
    for name in others:
        label = draw(st.sampled_from(around.labels)) if around.labels else None
        if label is None or draw(st.booleans()):
            text = draw(st.sampled_from(_JOINED)).format(text, name)
        else:
            word = label.labels[-1]
            test = f"{label.key} == '{word}'" if isinstance(word, str) else label.key
            text = draw(st.sampled_from(_JOINED_BY_FLAG)).format(text, name, test)
    policy: Any = draw(st.sampled_from((missing.Refuse(), missing.Zero())))
    return kinds.FormulaOfPoints(text, policy)


@st.composite
def _matrices(draw: st.DrawFn, around: Surroundings, ids: Sequence[str]) -> kinds.Matrix:
    axes = []
    for name in ids:
        edges = draw(ascending(around.scale, 1, 3))
        if draw(st.booleans()):
            axes.append(kinds.Axis(name, from_=[*reversed(edges), "otherwise"]))
        else:
            axes.append(kinds.Axis(name, to=[*edges, "otherwise"]))
    rows, columns = axes
    line = st.lists(decimals(*around.scale), min_size=columns.bands, max_size=columns.bands)
    cells = draw(st.lists(line, min_size=rows.bands, max_size=rows.bands))
    return kinds.Matrix(rows, columns, cells, missing.Refuse())


@st.composite
def dimensions(draw: st.DrawFn, around: Surroundings, key: str, *, depth: int = 2) -> Dimension:
    """A dimension without a weight, with all that is below it.

    Args:
        draw: given by Hypothesis.
        around: what its rules may refer to; all ids are added.
        key: its id.
        depth: how many levels of dimensions there may be below it.
    """
    met = draw(st.integers(0, 7)) == 0
    children: list[Noun] = []
    for _ in range(draw(st.integers(1, 4))):
        if depth and not met and draw(st.integers(0, 3)) == 0:
            children.append(draw(dimensions(around, around.name("part"), depth=depth - 1)))
        else:
            children.append(draw(indicators(around, target=met)))
    aggregation, children = draw(_aggregated(around, children, met=met))
    low = Fraction(0) if isinstance(aggregation, kinds.WeightedGeometricMean) else around.scale[0]
    ids = [child.id for child in children]
    before = [draw(child_rule(around, ids, low=low))] if draw(st.integers(0, 4)) == 0 else []
    after = draw(points_rules(around, once_in=4))
    around.points.append(key)
    rules = draw(st.permutations([*before, *after])) if before else after
    return Dimension(key, children=children, aggregation=aggregation, rules=rules, rounding=draw(maybe(roundings())))
