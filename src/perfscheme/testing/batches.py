"""Batches: strategies for records and columns as hosts hand them in, rich in ties, edges and absences."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

import attrs
from hypothesis import strategies as st

from perfscheme.diagnostics import Diagnostic
from perfscheme.diagnostics.figures import terminating
from perfscheme.nouns.inputs import NOT_APPLICABLE, InputSpec, NumberInput
from perfscheme.scheme import Scheme
from perfscheme.testing.figures import decimals

Record: TypeAlias = dict[str, Any]

_FAULTS: tuple[Any, ...] = ("95%", " ", True, "９５", math.inf, 1j, -(10**7), 10**13, "abc", 0.9)


def records(scheme: Scheme, *, faults: bool = False) -> st.SearchStrategy[Record]:
    """Records of a scheme: typed decimals, edges of curves and grades, raw floats, absences of both kinds.

    Args:
        scheme: whose inputs they hold.
        faults: some values are wrong; none otherwise.
    """
    marks = landmarks(scheme)
    return st.fixed_dictionaries({spec.key: values(spec, marks, faults=faults) for spec in scheme.inputs})


@st.composite
def rows(draw: st.DrawFn, scheme: Scheme, *, count: int = 40, faults: bool = False) -> list[Record]:
    """Many records, of few values each input, so that rows tie.

    Args:
        draw: given by Hypothesis.
        scheme: whose inputs they hold.
        count: how many.
        faults: some values are wrong; none otherwise.
    """
    marks = landmarks(scheme)
    pools = {
        spec.key: draw(st.lists(values(spec, marks, faults=faults), min_size=2, max_size=8)) for spec in scheme.inputs
    }
    # Drawing each value on its own would take a thousand choices; the pools and one seed say as much.
    chance = random.Random(draw(st.integers(0, 2**32)))
    return [{key: chance.choice(pool) for key, pool in pools.items()} for _ in range(count)]


def columns(scheme: Scheme, *, count: int = 40, faults: bool = False) -> st.SearchStrategy[dict[str, list[Any]]]:
    """`rows`, by column.

    Args:
        scheme: whose inputs they hold.
        count: how many rows.
        faults: some values are wrong; none otherwise.
    """
    return rows(scheme, count=count, faults=faults).map(
        lambda found: {spec.key: [row[spec.key] for row in found] for spec in scheme.inputs}
    )


def values(spec: InputSpec, marks: Sequence[Fraction], *, faults: bool = False) -> st.SearchStrategy[Any]:
    """Values of one input, mostly there.

    Args:
        spec: the input.
        marks: figures of the scheme, see `landmarks`.
        faults: some values are wrong; none otherwise.
    """
    absent = st.sampled_from((None, None, NOT_APPLICABLE, math.nan))
    if isinstance(spec, NumberInput):
        there = _numbers(spec, marks)
    else:
        there = st.sampled_from(spec.labels)
    kinds = [there] * 8 + [absent]
    if faults:
        wrong = tuple(value for value in _FAULTS if isinstance(spec.read(value), Diagnostic))
        kinds.append(st.sampled_from(wrong))
    return st.sampled_from(kinds).flatmap(lambda kind: kind)


def _numbers(spec: NumberInput, marks: Sequence[Fraction]) -> st.SearchStrategy[Any]:
    low, high = ends(spec, marks)

    def valid(value: Fraction) -> bool:
        return isinstance(spec.read(value), Fraction)

    beside = edges(spec, marks)
    typed = decimals(low, high, (0, 0, 1, 2, 3)).filter(valid)
    exact = st.one_of(typed, typed, st.sampled_from(beside)) if beside else typed
    recorded = st.tuples(exact, st.sampled_from((_as_float, _as_float, _as_float, _as_int, _as_decimal, _as_text)))
    raw = st.floats(float(low), float(high)).filter(lambda x: isinstance(spec.read(x), Fraction))
    return st.one_of(recorded.map(lambda pair: pair[1](pair[0])), recorded.map(lambda pair: pair[1](pair[0])), raw)


def edges(spec: NumberInput, marks: Sequence[Fraction]) -> list[Fraction]:
    """The figures of the scheme that an input can have, and what is a hundredth beside them."""
    low, high = ends(spec, marks)
    near = {mark + step for mark in marks for step in (Fraction(0), Fraction(1, 100), -Fraction(1, 100))}
    valid = (mark for mark in near if low <= mark <= high and isinstance(spec.read(mark), Fraction))
    return sorted(mark for mark in valid if terminating(mark) is not None)


def ends(spec: NumberInput, marks: Sequence[Fraction]) -> tuple[Fraction, Fraction]:
    """Where values of an input are drawn: its range, or as far as the scheme's own figures go."""
    low, high = spec.valid
    first = low if low is not None else min([Fraction(-100), *marks])
    last = high if high is not None else max([first + 100, *marks]) * Fraction(5, 4)
    return first, last


def landmarks(scheme: Scheme) -> list[Fraction]:
    """Every figure that a scheme writes: thresholds, levels of curves, edges of grades and of conditions."""
    return sorted(set(_figures((scheme.root, scheme.rules, scheme.grades))))


def _figures(value: Any) -> Iterator[Fraction]:
    if isinstance(value, Fraction):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _figures(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from _figures(getattr(value, field.name))


def _as_float(value: Fraction) -> float:
    return float(value)


def _as_int(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else float(value)


def _as_decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _as_text(value: Fraction) -> str:
    return format(_as_decimal(value), "f")
