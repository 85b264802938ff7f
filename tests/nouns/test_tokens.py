"""The words and signs of a written formula."""

import pytest

from perfscheme.nouns.tokens import LONGEST, MOST_TOKENS, Wrong, tokens


def test_every_sort_of_token():
    """Numbers, names, signs, words and texts, each with its column; the end stands after the last."""
    found = [(token.kind, token.text, token.column) for token in tokens("a-b >= 1.5 and 'c d' )")]
    assert found == [
        ("name", "a-b", 1), ("sign", ">=", 5), ("number", "1.5", 8), ("word", "and", 12), ("text", "c d", 16),
        ("sign", ")", 22), ("end", "", 23),
    ]  # fmt: skip


def test_quotes_of_the_other_sort_may_stand_in_a_text():
    """As in YAML and Python."""
    assert [token.text for token in tokens('"it\'s" \'say "a"\'')] == ["it's", 'say "a"', ""]


@pytest.mark.parametrize(
    ("text", "code", "column"), [("x ; y", "PS161", 3), ("x == 'a", "PS178", 6), ("x == \"a'", "PS178", 6)]
)
def test_what_is_no_token(text, code, column):
    """The place of the slip is told."""
    with pytest.raises(Wrong) as caught:
        tokens(text)
    assert (caught.value.diagnostic.code, caught.value.diagnostic.facts["column"]) == (code, column)


@pytest.mark.parametrize("text", ["x" * (LONGEST + 1), "x " * (MOST_TOKENS + 1)])
def test_too_many(text):
    """A formula that long cannot be reviewed."""
    with pytest.raises(Wrong) as caught:
        tokens(text)
    assert caught.value.diagnostic.code == "PS166"
