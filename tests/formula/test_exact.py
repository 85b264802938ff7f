"""The exact interpreter, node by node."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from perfscheme.formula import nodes
from perfscheme.formula.exact import Evaluation, Undefined, piece, shares
from perfscheme.formula.nodes import (
    Absent,
    Best,
    Choose,
    Compare,
    Const,
    Cut,
    Exp,
    Formula,
    GeometricMean,
    Greatest,
    If,
    Input,
    InState,
    LabelInput,
    LabelInState,
    Least,
    Log,
    Mean,
    OneOf,
    Piecewise,
    Power,
    Quotient,
    Round,
    State,
)

X = Input("x")
LABEL = LabelInput("role", ("junior", "senior"))
MISSING, OUTSIDE = Absent(State.MISSING), Absent(State.NOT_APPLICABLE)


def c(text: str) -> Const:
    return Const(Fraction(text))


def value(node: Formula, **values: Any) -> object:
    return Evaluation(values)(node)


@pytest.mark.parametrize(
    "make",
    [
        lambda a, b: nodes.linear((1, a), (1, b)),
        nodes.product,
        Quotient,
        lambda a, b: Least((a, b)),
        lambda a, b: Greatest((a, b)),
    ],
)
def test_strict_arithmetic(make: Any) -> None:
    """Missing wins over not applicable, which wins over any number, in whatever order."""
    for a, b, want in (
        (X, MISSING, State.MISSING),
        (OUTSIDE, X, State.NOT_APPLICABLE),
        (OUTSIDE, MISSING, State.MISSING),
    ):
        assert value(make(a, b), x=Fraction(5)) is want
        assert value(make(b, a), x=Fraction(5)) is want


def test_a_factor_of_zero_does_not_hide_an_absence() -> None:
    """A sum is absent where a term is, whatever its factor."""
    assert value(nodes.Sum(Fraction(3), ((Fraction(0), MISSING),))) is State.MISSING


@pytest.mark.parametrize(("x", "want"), [("9", 0), ("10", 1), ("11", 1), ("20", 1), ("21", 2)])
def test_edges_of_pieces(x: str, want: int) -> None:
    """An inclusive cut belongs to the upper piece, an exclusive one to the lower."""
    node = Piecewise(X, (Cut(Fraction(10)), Cut(Fraction(20), inclusive=False)), ((Fraction(0), Fraction(0)),) * 3)
    assert piece(node, Fraction(x)) == want


def test_a_piece_for_one_point_alone() -> None:
    """Two cuts at one place, the first inclusive and the second not."""
    flat = [(Fraction(n), Fraction(0)) for n in (1, 2, 3)]
    node = Piecewise(X, (Cut(Fraction(5)), Cut(Fraction(5), inclusive=False)), tuple(flat))
    assert [value(node, x=Fraction(x)) for x in ("4.9", "5", "5.1")] == [1, 2, 3]


@pytest.mark.parametrize(
    ("node", "reason"),
    [
        (Quotient(c("1"), X), "division-by-zero"), (Power(X, Fraction(-1, 2)), "division-by-zero"),
        (Log(X), "log-of-nonpositive"), (Power(nodes.linear((1, X), constant=-1), Fraction(1, 2)), "power-of-negative"),
        (GeometricMean((c("1"),), (nodes.linear((1, X), constant=-1),)), "power-of-negative"),
    ],
)  # fmt: skip
def test_what_has_no_value(node: Formula, reason: str) -> None:
    """It is told with its reason, and only where it is asked for."""
    with pytest.raises(Undefined) as caught:
        value(node, x=Fraction(0))
    assert caught.value.reason == reason
    assert value(If(nodes.Always(False), node, c("1")), x=Fraction(0)) == 1


@pytest.mark.parametrize(
    ("base", "x"), [(None, "20000"), ("2", "1e12"), ("1/2", "-1e9"), ("2", "1000000.5"), ("1e300", "300")]
)
def test_powers_that_are_too_large(base: str | None, x: str) -> None:
    """2 ** 1e12 would have filled the memory; it has no value, and says so."""
    with pytest.raises(Undefined) as caught:
        value(nodes.Exp(X, None if base is None else Fraction(base)), x=Fraction(x))
    assert caught.value.reason == "too-large"


@pytest.mark.parametrize(("base", "x"), [(None, "-1e12"), ("2", "-1e12"), ("1/2", "1e9"), ("1/2", "1000000.5")])
def test_powers_that_are_next_to_nothing(base: str | None, x: str) -> None:
    """They are computed with as what they are."""
    tiny = nodes.Exp(X, None if base is None else Fraction(base))
    assert value(nodes.Round(1 + tiny, Fraction(1, 100), "half-up"), x=Fraction(x)) == 1
    assert value(If(nodes.Compare(tiny, "below", c("0.001")), c("1"), c("2")), x=Fraction(x)) == 1


def test_powers_of_negative_numbers_with_whole_exponents() -> None:
    """(-2) ** -3 is -1/8."""
    assert value(Power(X, Fraction(-3)), x=Fraction(-2)) == Fraction(-1, 8)
    assert value(Power(X, Fraction(10)), x=Fraction(-2)) == 1024


@pytest.mark.parametrize(
    ("weights", "terms", "coverage", "want"),
    [
        (("1", "2"), (c("30"), c("60")), "1", "50"),
        (("1", "2"), (c("30"), OUTSIDE), "1", "30"),
        (("1", "2"), (c("30"), MISSING), "1/3", "30"),
        (("1", "2"), (c("30"), MISSING), "0.34", State.MISSING),
        (("0", "2"), (MISSING, c("60")), "1", "60"),
        (("0", "2"), (c("30"), MISSING), "0", State.MISSING),
        (("1", "2"), (OUTSIDE, OUTSIDE), "0", State.NOT_APPLICABLE),
        (("1", "2"), (OUTSIDE, MISSING), "0", State.MISSING),
        (("1", "0"), (OUTSIDE, MISSING), "0", State.NOT_APPLICABLE),
        (("1", "0"), (OUTSIDE, c("5")), "0", State.NOT_APPLICABLE),
        (("0", "0"), (c("5"), MISSING), "0", State.MISSING),
    ],
)
def test_means(weights: tuple[str, str], terms: tuple[Formula, Formula], coverage: str, want: object) -> None:
    """What does not apply leaves the weights, what is missing counts against the coverage."""
    found = value(Mean(tuple(map(c, weights)), terms, Fraction(coverage)))
    assert found == (Fraction(want) if isinstance(want, str) else want)


@pytest.mark.parametrize("turned", [False, True])
def test_absent_weights_in_any_order(turned: bool) -> None:
    """A missing weight wins over one that does not apply; that of a term which does not apply is not asked for."""
    pairs = [(OUTSIDE, c("1")), (MISSING, c("2")), (MISSING, OUTSIDE)]
    weights, terms = zip(*(pairs[::-1] if turned else pairs), strict=True)
    assert value(Mean(weights, terms)) is State.MISSING
    assert value(Mean((MISSING, c("1")), (OUTSIDE, c("7")))) == 7


def test_three_times_a_third() -> None:
    """The weights of a mean are shares of their sum, exactly."""
    third = c("1/3")
    assert value(Mean((third, third, third), (c("100"), c("100"), c("100")), Fraction(1))) == 100


def test_geometric_means() -> None:
    """Rational where they can be; 0 where a term that counts is 0."""
    one = c("1")
    assert value(GeometricMean((one, one), (c("2"), c("8")))) == 4
    assert value(GeometricMean((c("78.9"), c("21.1")), (c("16"), c("16")))) == 16
    assert value(GeometricMean((one, one), (c("0"), c("8")))) == 0
    assert value(GeometricMean((c("0"), one), (c("0"), c("8")))) == 8
    found: Any = value(GeometricMean((one, one), (c("2"), c("3"))))
    assert float(found) == 6**0.5


def test_shares_of_a_mean() -> None:
    """The weights and values that it is taken over."""
    mean = Mean((c("1"), c("2")), (c("30"), MISSING))
    assert shares(Evaluation({}), mean) == [(1, 30)]


@pytest.mark.parametrize(
    ("terms", "count", "want"),
    [
        (("1", "5", "3"), 2, 8), (("5", "5", "5"), 1, 5), (("1", None, "3"), 2, 4),
        (("1", None, None), 2, State.MISSING),
    ],
)  # fmt: skip
def test_best(terms: tuple[str | None, ...], count: int, want: object) -> None:
    """The sum of the greatest that are there; missing where there are fewer."""
    assert value(Best(tuple(MISSING if term is None else c(term) for term in terms), count)) == want


def test_best_of_nothing_that_applies() -> None:
    """Does not apply itself."""
    assert value(Best((OUTSIDE, OUTSIDE), 1)) is State.NOT_APPLICABLE


@pytest.mark.parametrize("absent", [True, False])
def test_comparisons_answer_absences_as_they_say(absent: bool) -> None:
    """A condition is never unknown."""
    run = Evaluation({"x": State.MISSING, "role": State.NOT_APPLICABLE})
    assert run.holds(Compare(X, "above", c("1"), absent)) is absent
    assert run.holds(OneOf(LABEL, frozenset({"junior"}), absent)) is absent


@pytest.mark.parametrize(
    ("relation", "want"),
    [("at-least", [False, True, True]), ("above", [False, False, True]), ("at-most", [True, True, False]),
     ("below", [True, False, False]), ("equals", [False, True, False])],
)  # fmt: skip
def test_relations(relation: nodes.Relation, want: list[bool]) -> None:
    """Below, at and above the figure."""
    assert [Evaluation({"x": Fraction(x)}).holds(Compare(X, relation, c("5"))) for x in (4, 5, 6)] == want


def test_states_of_numbers_and_labels() -> None:
    """Each is in exactly one state."""
    run = Evaluation({"x": Fraction(0), "role": State.MISSING})
    assert [run.holds(InState(X, state)) for state in State] == [True, False, False]
    assert [run.holds(LabelInState(LABEL, state)) for state in State] == [False, False, True]


def test_choice_by_label() -> None:
    """The case of the label; absent where the label is."""
    node = Choose(LABEL, (c("1"), c("2")))
    assert value(node, role="senior") == 2
    assert value(node, role=State.NOT_APPLICABLE) is State.NOT_APPLICABLE


def test_irrational_numbers_are_decided() -> None:
    """10 ** log10(7) is below 7.0000001 and above 6.9999999, and rounds to 7."""
    seven = Exp(Log(c("7"), Fraction(10)), Fraction(10))
    run = Evaluation({})
    assert run.holds(Compare(seven, "below", c("7.0000001")))
    assert run.holds(Compare(seven, "above", c("6.9999999")))
    assert run(Round(seven, Fraction(1, 100), "half-up")) == 7


def test_a_wrong_kind_of_value_is_a_bug_of_the_caller() -> None:
    """Values are exact before they come here."""
    with pytest.raises(TypeError, match="not a Fraction"):
        value(X, x=1.5)
