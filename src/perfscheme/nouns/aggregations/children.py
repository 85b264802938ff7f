"""Children of a dimension as an aggregation sees them, and what becomes of those that are absent."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Annotated, ClassVar, Protocol, TypeAlias

import attrs

from perfscheme.diagnostics import Diagnostic
from perfscheme.formula.nodes import (
    Absent,
    Condition,
    Const,
    Every,
    Formula,
    If,
    InState,
    Mean,
    State,
    linear,
    present,
)
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.shapes import Strategy

_ZERO, _ONE = Const(Fraction(0)), Const(Fraction(1))


@attrs.frozen(eq=False)
class Child:
    """A child of a dimension.

    Args:
        id: its key in the tree.
        points: what it scored, after its own rules and rounding.
        weight: as written; None where none is written.
        met: by threshold name, whether its value is at the threshold or beyond; only an indicator has thresholds.
    """

    id: str
    points: Formula
    weight: Formula | None = None
    met: Mapping[str, Condition] = attrs.field(factory=dict)


class Policy(Protocol):
    """What a dimension does about missing children.

    `coverage`: percent of the weight that applies (or, without weights, of the number of children that apply) that
    must be there; where less is there, the dimension is missing. `terms` may put other points or weights in place.
    """

    kind: ClassVar[str]

    @property
    def coverage(self) -> Fraction:
        """From 0 to 100."""

    def terms(self, children: tuple[Child, ...], setting: Setting) -> tuple[Child, ...]:
        """The children as the aggregation is to take them; `setting` is that of the dimension."""


Missing: TypeAlias = Annotated[Policy, Strategy("missing")]
"""The annotation of a field that holds a missing policy."""


def policy_problems(policy: Policy, kind: str, refused: Mapping[str, tuple[str, ...]] | None) -> tuple[Diagnostic, ...]:
    """A problem (PS212) where the aggregation `kind` cannot follow a policy.

    Args:
        policy: the field `missing`.
        kind: of the aggregation.
        refused: kinds of policy that it cannot follow, with what can be written instead; None: all but `refuse`.
    """
    if not hasattr(policy, "kind"):
        return ()  # the scheme says that it is no policy
    if refused is None:
        others: tuple[str, ...] = () if policy.kind == "refuse" else ("refuse",)
    else:
        others = refused.get(policy.kind, ())
    facts = {"found": policy.kind, "kind": kind, "instead": others}
    return (Diagnostic("PS212", ("missing",), facts),) if others else ()


def absence(x: Formula) -> Formula:
    """The absence of an `x` that is not present: not applicable where it is, else missing."""
    return If(InState(x, State.NOT_APPLICABLE), Absent(State.NOT_APPLICABLE), Absent(State.MISSING))


def instead(x: Formula, value: Formula) -> Formula:
    """`value` where `x` is present, else the absence of `x`."""
    return If(present(x), value, absence(x))


def folded(terms: Sequence[Formula], join: Callable[[Formula, Formula], Formula], coverage: Fraction) -> Formula:
    """Join the terms pairwise, without those that are absent.

    Args:
        terms: points of the children.
        join: of two numbers that are present; must not depend on the order of the terms.
        coverage: in percent; the children count alike.
    """
    skipped = _skipped(coverage)
    result = terms[0]
    for term in terms[1:]:
        result = If(skipped(result), term, If(skipped(term), result, join(result, term)))
    return _covered(terms, result, coverage, ())


def added(
    terms: Sequence[Formula], factors: Sequence[Formula], coverage: Fraction, weights: Sequence[Formula] = ()
) -> Formula:
    """The sum of factor * term, without the terms that are absent.

    Args:
        terms: points of the children.
        factors: as many.
        coverage: in percent.
        weights: for the coverage; empty: the children count alike.
    """
    skipped = _skipped(coverage)
    result = linear(
        *((1, If(skipped(term), _ZERO, factor * term)) for factor, term in zip(factors, terms, strict=True))
    )
    if coverage == 100:
        nothing = Every(tuple(skipped(term) for term in terms))
        return If(nothing, Absent(State.NOT_APPLICABLE), result)
    return _covered(terms, result, coverage, weights)


def _skipped(coverage: Fraction) -> Callable[[Formula], Condition]:
    # With full coverage a missing term is left in, so that it makes the whole missing.
    if coverage == 100:
        return lambda x: InState(x, State.NOT_APPLICABLE)
    return lambda x: ~present(x)


def _covered(terms: Sequence[Formula], result: Formula, coverage: Fraction, weights: Sequence[Formula]) -> Formula:
    if coverage == 100:
        return result
    # A mean knows when too little is there; only that knowledge is taken from it, not its value.
    guard = Mean(tuple(weights) or (_ONE,) * len(terms), tuple(terms), coverage / 100)
    return instead(guard, result)
