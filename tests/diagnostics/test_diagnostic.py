"""Diagnostics: values that say a sentence."""

import pickle
from fractions import Fraction

import pytest

from perfscheme.diagnostics.diagnostic import Diagnostic, Facts
from perfscheme.diagnostics.places import Position, Span

SPAN = Span(Position(0, 0, 0), Position(0, 3, 3))


def test_a_diagnostic_says_its_sentence_in_both_languages() -> None:
    """The facts are filled in."""
    found = Diagnostic("PS023", ("score",), {"key": "csat", "line": 4})
    assert found.message() == "The key `csat` stands on line 4 already. Delete one of the two."
    assert found.message("zh") == "键 `csat` 在第 4 行已经出现。请删除其中一个。"


def test_the_nearest_word_is_offered() -> None:
    """Only where there is one."""
    facts = {"found": "linaer", "options": ("linear", "tiers")}
    with_word = Diagnostic("PS035", (), {**facts, "nearest": "linear"})
    assert " Did you mean linear? " in with_word.message("en")
    assert "。是否想写 linear？请" in with_word.message("zh")
    assert "Did you mean" not in Diagnostic("PS035", (), {**facts, "nearest": None}).message("en")


def test_a_diagnostic_can_be_hashed_and_pickled() -> None:
    """Results that hold diagnostics travel between processes."""
    found = Diagnostic("PS061", ["rules", 0], {"found": 1, "expected": Fraction(2), "words": ["a", "b"]}, span=SPAN)
    again = pickle.loads(pickle.dumps(found))
    assert again == found
    assert hash(again) == hash(found)
    assert again.facts["words"] == ("a", "b")


def test_facts_do_not_depend_on_their_order() -> None:
    """Two diagnostics that say the same are equal."""
    assert hash(Facts({"a": 1, "b": 2})) == hash(Facts({"b": 2, "a": 1}))
    assert Facts({"a": 1, "b": 2}) == Facts({"b": 2, "a": 1}) == {"a": 1, "b": 2}


def test_a_noun_above_puts_its_path_before() -> None:
    """The original stays as it is."""
    found = Diagnostic("PS061", (1,), {})
    assert found.within("curve", "points").path == ("curve", "points", 1)
    assert found.path == (1,)


def test_line_names_path_severity_and_code() -> None:
    """One problem, one line, even where there is no file."""
    found = Diagnostic("PS011", ("a", 0), severity="warning")
    assert found.line() == "a[0]: warning[PS011] A tab stands here. Indent with spaces."
    assert Diagnostic("PS009").line("zh").startswith("错误[PS009] ")


def test_a_diagnostic_cannot_be_changed() -> None:
    """It is a value."""
    with pytest.raises(AttributeError):
        Diagnostic("PS009").code = "PS001"  # type: ignore[misc]


def test_a_message_is_in_one_language() -> None:
    """Severities have Chinese names too."""
    assert Diagnostic("PS101", ("score",), {}, severity="warning").line("zh").startswith("score: 警告[PS101] ")
    assert Diagnostic("PS101", ("score",), {}, severity="warning").line("en").startswith("score: warning[PS101] ")
