"""Random formulas of every node, and batches of values for their inputs."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
from hypothesis import strategies as st

from perfscheme.formula import nodes
from perfscheme.formula.nodes import Formula, LabelInput, State
from perfscheme.formula.vector.tiles import LABEL_MISSING, LABEL_NOT_APPLICABLE, Columns

LABEL = LabelInput("label", ("a", "b", "c"))
ENDS = {"p": (0, 100), "q": (-50, 50), "r": (0, None), "s": (1, 60)}
INPUTS = tuple(
    nodes.Input(key, Fraction(low), None if high is None else Fraction(high)) for key, (low, high) in ENDS.items()
)
RELATIONS: tuple[nodes.Relation, ...] = ("at-least", "above", "at-most", "below", "equals")
UNITS = tuple(Fraction(text) for text in ("1", "1/10", "1/100", "1/2", "5", "1/3"))

figures = st.builds(Fraction, st.integers(-300, 300), st.sampled_from((1, 1, 1, 2, 3, 4, 5, 10, 100)))
states = st.sampled_from((State.MISSING, State.NOT_APPLICABLE))
leaves = st.one_of(st.sampled_from(INPUTS), st.sampled_from(INPUTS), st.builds(nodes.Const, figures))
weights = st.one_of(
    st.builds(lambda n: nodes.Const(Fraction(n, 2)), st.integers(0, 9)),
    st.builds(
        lambda found: nodes.Choose(LABEL, tuple(nodes.Const(Fraction(n)) for n in found)),
        st.lists(st.integers(1, 9), min_size=3, max_size=3),
    ),
    st.just(nodes.Input("w", Fraction(0), Fraction(9))),
)
"""Weights of means: fixed, by label, per person."""


@st.composite
def conditions(draw: st.DrawFn, terms: st.SearchStrategy[Formula], depth: int = 1) -> nodes.Condition:
    """A condition on terms."""
    inner = conditions(terms, depth - 1)
    match draw(st.integers(0, 6 if depth else 3)):
        case 0:
            left, right = draw(terms), draw(st.one_of(st.builds(nodes.Const, figures), terms))
            return nodes.Compare(left, draw(st.sampled_from(RELATIONS)), right, draw(st.booleans()))
        case 1:
            return nodes.InState(draw(terms), draw(st.sampled_from(State)))
        case 2:
            return nodes.OneOf(
                LABEL, draw(st.frozensets(st.sampled_from(LABEL.labels), min_size=1)), draw(st.booleans())
            )
        case 3:
            return nodes.LabelInState(LABEL, draw(st.sampled_from(State)))
        case 4:
            return nodes.Every((draw(inner), draw(inner)))
        case 5:
            return nodes.Some((draw(inner), draw(inner)))
    return nodes.Not(draw(inner))


@st.composite
def pieces(draw: st.DrawFn, x: Formula) -> Formula:
    """Straight pieces over x, with cuts of both sorts, joined or jumping."""
    cuts = sorted(draw(st.sets(figures, min_size=1, max_size=4)))
    slope = draw(st.sampled_from((0, 1)))
    lines = draw(st.lists(st.tuples(figures, figures), min_size=len(cuts) + 1, max_size=len(cuts) + 1))
    found = [(a, slope * b) for a, b in lines]
    if draw(st.booleans()):  # without jumps, as interpolations are
        for i, cut in enumerate(cuts):
            (a, b), (_, d) = found[i], found[i + 1]
            found[i + 1] = (a + (b - d) * cut, d)
    return nodes.Piecewise(x, tuple(nodes.Cut(cut, draw(st.booleans())) for cut in cuts), tuple(found))


@st.composite
def _joined(draw: st.DrawFn, terms: st.SearchStrategy[Formula], irrational: bool) -> Formula:
    three = st.tuples(terms, terms, terms)
    shares = st.tuples(weights, weights, weights)
    x = draw(terms)
    match draw(st.integers(0, 16 if irrational else 13)):
        case 0:
            parts = draw(st.lists(st.tuples(figures, terms), min_size=1, max_size=3))
            return nodes.linear(*parts, constant=draw(figures))
        case 1:
            return nodes.product(x, draw(terms))
        case 2:
            return nodes.quotient(x, draw(terms))
        case 3:
            return nodes.least(x, draw(terms), draw(figures))
        case 4:
            return nodes.greatest(x, draw(figures))
        case 5 | 6 | 7:
            return draw(pieces(x))
        case 8 | 9:
            return nodes.Round(x, draw(st.sampled_from(UNITS)), draw(st.sampled_from(nodes.MODES)))
        case 10:
            other: Any = draw(st.one_of(terms, st.builds(nodes.Absent, states)))
            return nodes.If(draw(conditions(terms)), x, other)
        case 11:
            return nodes.Choose(LABEL, draw(three))
        case 12:
            return nodes.Mean(
                draw(shares), draw(three), draw(st.sampled_from((Fraction(0), Fraction(1), Fraction(3, 5))))
            )
        case 13:
            if draw(st.booleans()):
                return nodes.default(x, draw(figures))
            return nodes.Best(draw(three), draw(st.integers(1, 3)))
        case 14:
            above = tuple(nodes.greatest(term, draw(st.sampled_from((0, 1)))) for term in draw(three))
            return nodes.GeometricMean(draw(shares), above, draw(st.sampled_from((Fraction(0), Fraction(1, 2)))))
        case 15:
            low = nodes.clamp(x, draw(st.sampled_from((-3, 0, 1))), 1000)
            exponent = draw(st.sampled_from((Fraction(1, 2), Fraction(181, 100), Fraction(-1, 3))))
            return draw(st.sampled_from((nodes.power(low, exponent), nodes.Log(low), nodes.Log(low, Fraction(10)))))
    return nodes.Exp(nodes.clamp(x, -100, 300) * Fraction(1, 100), draw(st.sampled_from((None, Fraction(10)))))


def formulas(depth: int = 3, *, irrational: bool = True) -> st.SearchStrategy[Formula]:
    """Formulas of every node kind.

    Args:
        depth: how many nodes stand in each other, at most.
        irrational: with logarithms, powers and geometric means.
    """
    found = leaves
    for _ in range(depth):
        found = st.one_of(found, _joined(found, irrational))
    return _joined(found, irrational)


def _numbers(key: str) -> st.SearchStrategy[float]:
    low, high = {**ENDS, "w": (0, 9)}[key]
    last = 300 if high is None else high
    typed = st.builds(lambda n, places: round(n / 10**places, places), st.integers(low, last), st.just(0)) | st.builds(
        lambda n: n / 100, st.integers(low * 100, last * 100)
    )
    return st.one_of(typed, typed, typed, st.floats(low, last), st.just(float("nan")))


@st.composite
def batches(draw: st.DrawFn, rows: int = 12) -> Columns:
    """Columns for the inputs: typed decimals, raw floats, absences of both kinds."""
    numbers = {
        key: np.array(draw(st.lists(_numbers(key), min_size=rows, max_size=rows)), np.float64) for key in (*ENDS, "w")
    }
    gone = {key: np.isnan(column) & draw(st.booleans()) for key, column in numbers.items()}
    lowest = draw(st.sampled_from((0, LABEL_NOT_APPLICABLE)))
    codes = draw(st.lists(st.integers(lowest, 2), min_size=rows, max_size=rows))
    return Columns(numbers, gone, {"label": np.array(codes, np.intp)}, rows)


def record(columns: Columns, row: int) -> dict[str, Any]:
    """The exact values of one row."""
    values: dict[str, Any] = {}
    for key, column in columns.numbers.items():
        x = float(column[row])
        absent = State.NOT_APPLICABLE if columns.not_applicable[key][row] else State.MISSING
        values[key] = absent if x != x else Fraction(repr(x))
    code = int(columns.labels["label"][row])
    gone = {LABEL_MISSING: State.MISSING, LABEL_NOT_APPLICABLE: State.NOT_APPLICABLE}
    values["label"] = gone[code] if code in gone else LABEL.labels[code]
    return values
