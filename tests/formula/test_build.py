"""Interpolations, steps and marginal rates."""

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.formula.analysis import Analysis
from perfscheme.formula.build import bands, interpolate, marginal, needing, steps, undefined
from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import Const, Cut, If, Input, Piecewise, State, Sum

X, Y, P = Input("x"), Input("y"), Input("p")
OUTSIDE = st.sampled_from(["clamp", "zero", "extend"])
NUMBERS = st.fractions(-20, 20, max_denominator=4)


def at(formula, x, **more):
    return Evaluation({"x": x if isinstance(x, State) else Fraction(x), **more})(formula)


def places(formula_places):
    """The same places as inputs, whose values are the places."""
    nodes = [Input(f"k{i}") for i in range(len(formula_places))]
    return nodes, {f"k{i}": place for i, place in enumerate(formula_places)}


@st.composite
def tables(draw, least=1):
    at_ = sorted(draw(st.lists(NUMBERS, min_size=least, max_size=5, unique=True)))
    return [(place, draw(NUMBERS)) for place in at_]


def naive(x, knots, below, above):
    """Interpolation as a person does it."""

    def line(a, b):
        return a[1] + (x - a[0]) * (b[1] - a[1]) / (b[0] - a[0])

    if x < knots[0][0]:
        return {"clamp": lambda: knots[0][1], "zero": lambda: 0, "extend": lambda: line(*knots[:2])}[below]()
    if x > knots[-1][0]:
        return {"clamp": lambda: knots[-1][1], "zero": lambda: 0, "extend": lambda: line(*knots[-2:])}[above]()
    for a, b in itertools.pairwise(knots):
        if a[0] <= x <= b[0]:
            return line(a, b)
    return knots[0][1]


@given(tables(), OUTSIDE, OUTSIDE, NUMBERS)
def test_interpolation_is_what_a_person_does(knots, below, above, x):
    """Fixed places and places per person give the same, which is the naive answer."""
    if len(knots) == 1 and "extend" in (below, above):
        with pytest.raises(ValueError, match="line to extend"):
            interpolate(X, knots, below=below, above=above)
        return
    expected = naive(x, knots, below, above)
    assert at(interpolate(X, knots, below=below, above=above), x) == expected
    nodes, values = places([place for place, _ in knots])
    per_person = interpolate(
        X, [(node, points) for node, (_, points) in zip(nodes, knots, strict=True)], below=below, above=above
    )
    assert at(per_person, x, **values) == expected


@given(tables(), NUMBERS, NUMBERS, st.sampled_from(["higher", "lower"]))
def test_steps_are_what_a_person_does(levels, otherwise, x, better):
    """The best level that is reached; the edge is on the better side."""
    reached = [points for place, points in levels if (place <= x if better == "higher" else place >= x)]
    expected = otherwise if not reached else reached[-1 if better == "higher" else 0]
    assert at(steps(X, levels, otherwise, better=better), x) == expected
    nodes, values = places([place for place, _ in levels])
    moved = [(node, points) for node, (_, points) in zip(nodes, levels, strict=True)]
    assert at(steps(X, moved, otherwise, better=better), x, **values) == expected
    assert at(steps(X, levels, P, better=better), x, p=otherwise) == expected


@given(tables(), NUMBERS)
def test_marginal_rates_are_what_a_person_does(rates, x):
    """Each part at its own rate, and nothing below the first bracket."""
    ends = [place for place, _ in rates[1:]] + [max(x, rates[-1][0])]
    expected = sum(
        (max(min(x, end) - place, 0) * rate for (place, rate), end in zip(rates, ends, strict=True)), Fraction(0)
    )
    assert at(marginal(X, rates), x) == expected
    nodes, values = places([place for place, _ in rates])
    moved = [(node, rate) for node, (_, rate) in zip(nodes, rates, strict=True)]
    assert at(marginal(X, moved), x, **values) == expected


def test_a_cliff_is_two_cuts_at_one_place():
    """A single point with nothing around it is a piece of its own."""
    found = interpolate(X, [(5, 1)], below="zero", above="zero")
    assert isinstance(found, Piecewise)
    assert found.cuts == (Cut(Fraction(5), inclusive=True), Cut(Fraction(5), inclusive=False))


def test_cuts_that_change_nothing_are_left_out():
    """Fewer pieces are faster and easier to read."""
    line = interpolate(X, [(0, 0), (5, 5), (9, 9)], below="extend", above="extend")
    assert isinstance(line, Sum)
    flat = interpolate(X, [(0, 0), (5, 5), (9, 9)])
    assert isinstance(flat, Piecewise)
    assert len(flat.cuts) == 2


def test_a_constant_is_absent_where_the_value_is():
    """Even a curve that gives everybody the same gives nothing to nobody."""
    assert at(interpolate(X, [(5, 7)]), State.MISSING) is State.MISSING
    assert at(interpolate(X, [(5, 7)]), 100) == 7


@pytest.mark.parametrize(
    "formula",
    [
        interpolate(X, [(0, 0), (P, 100)]),
        interpolate(X, [(0, P), (10, 100)], above="zero"),
        steps(X, [(P, 100)], 0, better="higher"),
        steps(X, [(5, 100)], P, better="lower"),
        marginal(X, [(0, 1), (P, 2)]),
    ],
)
@pytest.mark.parametrize("state", [State.MISSING, State.NOT_APPLICABLE])
def test_an_absent_place_makes_the_result_absent(formula, state):
    """Never the branch that a false comparison happens to lead to."""
    assert at(formula, 3, p=state) is state
    assert at(formula, state, p=Fraction(8)) is state


@pytest.mark.parametrize(
    "formula",
    [
        interpolate(X, [(0, 0), (P, 100)]),
        steps(X, [(0, 60), (P, 100)], 0, better="higher"),
        marginal(X, [(0, 1), (P, 2)]),
    ],
)
def test_places_in_the_wrong_order_are_undefined(formula):
    """A person whose target lies below the floor gets an error rather than an accidental number."""
    for place in (0, -1):
        with pytest.raises(Undefined):
            at(formula, 3, p=Fraction(place))


def test_the_range_of_an_interpolation_per_person_is_known():
    """The points stay between those of the knots, so that grades can be proved to cover them."""
    found = Analysis().range(interpolate(X, [(0, 20), (P, 100)]))
    assert (found.low, found.high) == (20, 100)


def test_fixed_places_must_ascend():
    """What can be seen beforehand is refused beforehand, even where points are given per person."""
    for knots in ([(1, 1), (1, 2)], [(2, P), (1, 2)]):
        for build in (interpolate, marginal):
            with pytest.raises(ValueError, match="ascend"):
                build(X, knots)
    with pytest.raises(ValueError, match="needs a knot"):
        interpolate(X, [])
    with pytest.raises(ValueError, match="need a level"):
        steps(X, [], 0, better="higher")
    with pytest.raises(ValueError, match="need a bracket"):
        marginal(X, [])


def test_two_levels_may_be_at_one_place():
    """The wider one has it; the other way round there is no value between them."""
    found = bands(X, [(0, 1, True), (0, 2, False)], 9, better="higher")
    assert [at(found, x) for x in (-1, 0, 1)] == [9, 1, 2]
    found = bands(X, [(0, 1, False), (0, 2, True)], 9, better="lower")
    assert [at(found, x) for x in (-1, 0, 1)] == [1, 2, 9]
    for levels, better in (([(0, 1, False), (0, 2, True)], "higher"), ([(0, 1, True), (0, 2, True)], "lower")):
        with pytest.raises(ValueError, match="ascend"):
            bands(X, levels, 9, better=better)


def test_needing_and_undefined():
    """The two guards by themselves."""
    guarded = needing(Const(Fraction(7)), X, Y)
    assert isinstance(guarded, If)
    assert at(guarded, 1, y=Fraction(0)) == 7
    assert at(guarded, State.NOT_APPLICABLE, y=State.MISSING) is State.MISSING
    with pytest.raises(Undefined):
        at(undefined(), 1)
