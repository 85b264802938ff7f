"""Parts: what a scorecard says of one indicator or dimension."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias

import attrs

from perfscheme.diagnostics import Text
from perfscheme.formula.nodes import State
from perfscheme.formula.reals import Exact
from perfscheme.scheme.statement import StepKind

Stage: TypeAlias = Literal["points", "total", "grade"]


@attrs.frozen
class ThresholdResult:
    """How a value stands to one threshold.

    Args:
        name: of the threshold.
        value: of the threshold for this person, in the indicator's unit; None where it is absent.
        met: the indicator's value is at the threshold or beyond it on the better side; None where that cannot be said,
            because either is absent or the indicator has no better side.
        gap: how far the value is from it, in the indicator's unit, 0 where it is met; None where `met` is.
    """

    name: str
    value: Decimal | None
    met: bool | None
    gap: Decimal | None


@attrs.frozen
class Change:
    """What one step did: a rule that fired, a default that stood in, a rounding that moved a figure.

    Args:
        kind: `rule`, `child-rule` (a dimension's rule on one of its children), `if-missing` or `rounding`.
        strategy: the kind of the rule; None for other steps.
        name: what the scheme calls the rule, for people; None where it has no name, and for other steps.
        path: where it is written in the scheme.
        stage: what it changed: the `points` of a part, the `total`, or the `grade`.
        part: id of the part whose points it changed; None for the total and the grade.
        before, after: the figure without and with it, or the names of the grades; None where there is none.
    """

    kind: StepKind
    strategy: str | None
    name: Text | None
    path: str
    stage: Stage
    part: str | None
    before: Decimal | str | None
    after: Decimal | str | None


@attrs.frozen
class Part:
    """One indicator or dimension of a scorecard.

    Contributions of the children of a dimension that adds up (a mean, trimmed or not, a sum, the n best) add up to its
    `raw` points, exactly; points whose decimals never end are given to 28 digits. Other aggregations have none.

    What is shown is a `Decimal`: `value`, `raw`, `points`, `counted` and `weight`. What is worked out from shares is
    exact, a `Fraction` (or a `Real` where points are irrational): `effective_weight`, `contribution`, `share_of_total`
    and `coverage`. Python does not calculate with both at once; `Fraction(part.points)` is exact too.

    Args:
        id: its key in the scheme.
        name: for people.
        kind: `indicator` or `dimension`.
        parent: id of its dimension; None for the root.
        value: an indicator's value in its unit, as the curve sees it; or the label (or flag) that it reads.
        unit: of the value; None for labels and dimensions.
        value_state: whether an indicator has a value, and if not, why not; None for a dimension.
        state: whether there are points, and if not, why not.
        raw: points as the curve or the aggregation gives them, before any rule or rounding.
        points: after the part's own rules and rounding.
        counted: points that the parent took for it: after the parent's rules on children and its missing policy; for
            shares of targets met, the points of a target that is met or not. None where it was left out.
        weight: as written in the scheme, for this person; None where none is.
        effective_weight: the factor by which the counted points really entered the parent's sum or mean, the exponent
            in a geometric mean; of a mean, a share from 0 to 1. None where the parent does neither.
        contribution: effective weight times counted points; None where the parent does not add up.
        share_of_total: the product of the effective weights from the root down to this part, as far as all of them
            add up; rules and roundings in between are not in it. 1 for the root.
        coverage: of a dimension, the share (0 to 1) of the applicable weight whose parts had points of their own;
            parts count alike where they have no weights.
        thresholds: of an indicator.
        changes: what was done to its points after the curve or the aggregation, and to those of its children.
    """

    id: str
    name: Text
    kind: Literal["indicator", "dimension"]
    parent: str | None
    value: Decimal | str | bool | None
    unit: str | None
    value_state: State | None
    state: State
    raw: Decimal | None
    points: Decimal | None
    counted: Decimal | None
    weight: Decimal | None
    effective_weight: Fraction | None
    contribution: Exact | None
    share_of_total: Fraction | None
    coverage: Fraction | None
    thresholds: tuple[ThresholdResult, ...]
    changes: tuple[Change, ...]
