"""How high powers go."""

import pytest

from perfscheme.nouns.degrees import degree_problem
from perfscheme.nouns.expressions import parse


@pytest.mark.parametrize("text", ["x ^ 64", "(x ^ 8) ^ 8", "x ^ 0.16", "x ^ -(1 / 2)", "1.05 ^ x", "x ^ (3 * 2) * y"])
def test_powers_that_can_be_worked_out(text):
    """Up to a degree of 64, and with an exponent that is short enough."""
    assert degree_problem(parse(text)) is None


@pytest.mark.parametrize(
    ("text", "column"),
    [("x ^ 65", 3), ("(x ^ 8) ^ 9", 9), ("x ^ 0.1234567890123", 3), ("if(x > 1, x, x ^ 100)", 16)],
)
def test_powers_that_would_fill_the_memory(text, column):
    """The column is that of the power sign."""
    found = degree_problem(parse(text))
    assert found is not None
    assert (found.code, found.facts["column"]) == ("PS172", column)


@pytest.mark.parametrize(
    ("text", "column"), [("9 ^ 9 ^ 9", 3), ("x ^ max(1, 99999999)", 3), ("2 ^ 64 ^ 64 ^ 0.5", 3), ("x ^ (9 ^ 99)", 3)]
)
def test_exponents_that_are_powers_themselves(text, column):
    """9 ^ 9 ^ 9 has 370 million digits, and reading the scheme never came to an end."""
    found = degree_problem(parse(text))
    assert found is not None
    assert (found.code, found.facts["column"]) == ("PS172", column)


@pytest.mark.parametrize("text", ["x ^ 2 ^ 3", "2 ^ (2 ^ 0.5 / 3)", "x ^ sqrt(4)", "2 ^ x ^ 2"])
def test_small_powers_in_exponents(text):
    """They are worked out as any others."""
    assert degree_problem(parse(text)) is None
