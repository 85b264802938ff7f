"""A flat mean is computed, and its values are checked, in one loop."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfscheme.formula import nodes
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Const, Cut, Input, Mean, Piecewise, Round
from perfscheme.formula.scalar.flats import flat, rounded
from perfscheme.formula.scalar.makers import MAKERS
from perfscheme.formula.scalar.parts import Unsupported, Workshop

LOW, HIGH = Fraction(-3, 10), Fraction(100)
FIGURES = st.integers(-400, 1200).map(lambda n: Fraction(n, 10))


def line(key: str, cuts: list[Cut], figures: list[Fraction]) -> Piecewise:
    pieces = tuple(zip(figures, figures[::-1], strict=True))[: len(cuts) + 1]
    return Piecewise(Input(key, LOW, HIGH), tuple(cuts), pieces)


@st.composite
def lines(draw: st.DrawFn, key: str) -> Piecewise:
    """Pieces of an input that jump and meet, with cuts at, in and beyond the ends of its range."""
    places = draw(st.lists(st.sampled_from([LOW, *map(Fraction, range(-2, 4)), HIGH, HIGH + 1]), unique=True))
    cuts = [Cut(at, inclusive=draw(st.booleans())) for at in sorted(places)]
    return line(key, cuts, draw(st.lists(FIGURES, min_size=len(cuts) + 1, max_size=len(cuts) + 1)))


def made(total: Round, *declared: Input) -> Any:
    return rounded(Workshop([total], declared, MAKERS), total)


@settings(max_examples=300)
@given(
    a=lines("a"), b=lines("b"), weights=st.tuples(st.integers(1, 9), st.integers(0, 9)),
    unit=st.sampled_from((Fraction(1), Fraction(1, 10), Fraction(1, 100))),
    mode=st.sampled_from(("half-up", "half-even", "half-down")),
    values=st.tuples(*[st.sampled_from([-1, -0.3, -0.30000000000000004, 0, 0.5, 1, 2.05, 3.0, 100, 100.5])] * 2),
)  # fmt: skip
def test_it_is_exact_or_says_nothing(a, b, weights, unit, mode, values) -> None:
    """Within the range the units are those of the exact interpreter; beyond it there is no answer."""
    total = Round(Mean(tuple(Const(Fraction(w)) for w in weights), (a, b), Fraction(0)), unit, mode)
    record = dict(zip("ab", values, strict=True))
    try:
        units = made(total)(record)
    except ValueError:  # a piece that is not there
        units = None
    if not all(LOW <= Fraction(repr(x)) <= HIGH for x in values):
        assert units is None
    elif units is not None:
        assert units * unit == Evaluation({k: Fraction(repr(x)) for k, x in record.items()})(total)


HALF = Const(Fraction(1))
A, B = Input("a", LOW, HIGH), Input("b", LOW, HIGH)
TOTAL = Round(Mean((HALF, HALF), (Piecewise(A, (), ((Fraction(0), Fraction(0)),)), 2 * B), Fraction(0)), Fraction(1),
              "half-up")  # fmt: skip


@pytest.mark.parametrize("value", [None, "5", True, math.nan, math.inf, -math.inf, 10**400, -0.4, 100.1, Decimal(5)])
def test_an_unusual_value_has_no_answer(value: object) -> None:
    """Absences, texts, flags and values out of range are not for floats."""
    whole = made(TOTAL)
    assert whole({"a": 1.0, "b": 5.25}) == 5
    try:
        found = whole({"a": 1.0, "b": value})
    except (ValueError, OverflowError):
        found = None
    assert found is None


def test_a_declared_input_that_nothing_reads_is_checked_too() -> None:
    """A record without it, or with a value beyond its range, is left to others."""
    whole = made(TOTAL, Input("c", Fraction(0), Fraction(1)))
    record = {"a": 1.0, "b": 5.25, "c": 1.0}
    assert whole(record) == 5
    with pytest.raises(ValueError, match="NaN"):
        whole(record | {"c": 1.5})
    with pytest.raises(KeyError):
        whole({"a": 1.0, "b": 5.25})


def test_only_flat_means_are_taken() -> None:
    """A product of inputs, a label, a rounding that is not to the nearest: others compute those."""
    x = Input("x", LOW, HIGH)
    weight = (Const(Fraction(1)),)
    assert made(Round(Mean(weight, (x * x,), Fraction(0)), Fraction(1), "half-up")) is None
    assert made(Round(Mean(weight, (x,), Fraction(0)), Fraction(1), "floor")) is None
    assert made(Round(x, Fraction(1), "half-up")) is None
    label = nodes.Choose(nodes.LabelInput("sex", ("m", "w")), (x, x))
    assert made(Round(nodes.linear((1, label), (1, x)), Fraction(1), "half-up")) is None


def test_weights_by_person_are_not_flat() -> None:
    """A share that differs from person to person is no figure."""
    x = Input("x", LOW, HIGH)
    with pytest.raises(Unsupported):
        made(Round(Mean((Input("w", LOW, HIGH),), (x,), Fraction(0)), Fraction(1), "half-up"))


def test_the_true_sum_settles_ties() -> None:
    """Rationals, from the decimals that print the values."""
    a, b = line("a", [Cut(Fraction(1))], [Fraction(3), Fraction(1, 3)]), Input("b", LOW, HIGH)
    make = Workshop([a, b], [], MAKERS)
    found = flat(make, [(Fraction(1, 2), a), (Fraction(1, 3), b)])
    assert found is not None
    assert found.exact({"a": 0.5, "b": 0.1}.__getitem__) == Fraction(3, 2) + Fraction(1, 12) + Fraction(1, 30)
