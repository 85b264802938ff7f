"""Numbers that are chosen, bounded, rounded or averaged: the nodes beyond arithmetic, with their constructors."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, TypeAlias

import attrs

from perfscheme.formula.nodes.arithmetic import Constant, Formula, Number, exact, formula, formulas
from perfscheme.formula.nodes.conditions import Condition, InState
from perfscheme.formula.nodes.inputs import LabelInput, State

Mode: TypeAlias = Literal["up", "down", "ceiling", "floor", "half-up", "half-down", "half-even", "05up"]

MODES: tuple[Mode, ...] = (
    "up", "down", "ceiling", "floor", "half-up", "half-down", "half-even", "05up",
)  # fmt: skip


def _exact_or_none(value: Constant | None) -> Fraction | None:
    return None if value is None else exact(value)


@attrs.frozen(eq=False, repr=False)
class Least(Formula):
    """The least of the terms; absent where a term is."""

    terms: tuple[Formula, ...] = attrs.field(converter=formulas)


@attrs.frozen(eq=False, repr=False)
class Greatest(Formula):
    """The greatest of the terms; absent where a term is."""

    terms: tuple[Formula, ...] = attrs.field(converter=formulas)


@attrs.frozen
class Cut:
    """A point at which a piecewise formula goes over to its next piece.

    `inclusive`: the point itself belongs to the upper piece (x >= at), else to the lower.
    """

    at: Fraction
    inclusive: bool = True


@attrs.frozen(eq=False, repr=False)
class Piecewise(Formula):
    """Straight pieces `a + b * x`, one more than there are cuts; cuts ascend.

    Two cuts at one place, the first inclusive and the second not, make a piece for that point alone.
    """

    x: Formula = attrs.field(converter=formula)
    cuts: tuple[Cut, ...]
    pieces: tuple[tuple[Fraction, Fraction], ...]


@attrs.frozen(eq=False, repr=False)
class Round(Formula):
    """The multiple of `unit` that is next to `x` by `mode` (the names of `decimal`)."""

    x: Formula = attrs.field(converter=formula)
    unit: Fraction = attrs.field(converter=exact)
    mode: Mode = attrs.field()

    @mode.validator
    def _is_known(self, _: object, value: str) -> None:
        if value not in MODES:
            raise ValueError(f"{value!r} is no mode of rounding: write one of {', '.join(MODES)}")


@attrs.frozen(eq=False, repr=False)
class Log(Formula):
    """Logarithm of `x` to `base` (None: natural); undefined for x <= 0."""

    x: Formula = attrs.field(converter=formula)
    base: Fraction | None = attrs.field(default=None, converter=_exact_or_none)


@attrs.frozen(eq=False, repr=False)
class Exp(Formula):
    """`base ** x` (None: e ** x)."""

    x: Formula = attrs.field(converter=formula)
    base: Fraction | None = attrs.field(default=None, converter=_exact_or_none)


@attrs.frozen(eq=False, repr=False)
class If(Formula):
    """`then` where the condition holds, `other` elsewhere."""

    condition: Condition
    then: Formula = attrs.field(converter=formula)
    other: Formula = attrs.field(converter=formula)


@attrs.frozen(eq=False, repr=False)
class Choose(Formula):
    """The case of the label; missing or not applicable where the label is. Cases follow `label.labels`."""

    label: LabelInput
    cases: tuple[Formula, ...] = attrs.field(converter=formulas)


@attrs.frozen(eq=False, repr=False)
class Mean(Formula):
    """Weighted arithmetic mean of the terms that are there.

    A term that is not applicable leaves the weights. A missing term leaves them too, but counts
    against the coverage: where the weight that is there is less than `coverage` (a share, 0 to 1)
    of the weight that applies, or is zero, the mean is missing. All terms that weigh not
    applicable: so is the mean. Weights are never negative.
    """

    weights: tuple[Formula, ...] = attrs.field(converter=formulas)
    terms: tuple[Formula, ...] = attrs.field(converter=formulas)
    coverage: Fraction = attrs.field(default=Fraction(0), converter=exact)


@attrs.frozen(eq=False, repr=False)
class GeometricMean(Formula):
    """Weighted geometric mean, with the absences of `Mean`; undefined for a negative term."""

    weights: tuple[Formula, ...] = attrs.field(converter=formulas)
    terms: tuple[Formula, ...] = attrs.field(converter=formulas)
    coverage: Fraction = attrs.field(default=Fraction(0), converter=exact)


@attrs.frozen(eq=False, repr=False)
class Best(Formula):
    """Sum of the `count` greatest of the terms that are there; missing where there are fewer."""

    terms: tuple[Formula, ...] = attrs.field(converter=formulas)
    count: int


def least(*terms: Number) -> Formula:
    """The least of the terms."""
    nodes = formulas(terms)
    return nodes[0] if len(nodes) == 1 else Least(nodes)


def greatest(*terms: Number) -> Formula:
    """The greatest of the terms."""
    nodes = formulas(terms)
    return nodes[0] if len(nodes) == 1 else Greatest(nodes)


def clamp(x: Formula, low: Number | None, high: Number | None) -> Formula:
    """Keep `x` between `low` and `high`; None leaves that side open."""
    if low is not None:
        x = greatest(x, low)
    return x if high is None else least(x, high)


def default(x: Formula, value: Number) -> Formula:
    """`x`, or `value` where `x` is missing (not where it is not applicable)."""
    return If(InState(x, State.MISSING), formula(value), x)
