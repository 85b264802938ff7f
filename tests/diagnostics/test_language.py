"""Text in one or two languages."""

import pickle

import pytest

from perfscheme.diagnostics.language import Text, language, text_of


def test_a_text_is_said_in_the_language_asked_for() -> None:
    """Each language has its own words."""
    text = Text(zh="满意度", en="Satisfaction")
    assert (text.say("zh"), text.say("en"), text.say()) == ("满意度", "Satisfaction", "Satisfaction")


def test_a_language_that_is_not_there_falls_back_to_the_other() -> None:
    """Nobody is shown an empty name."""
    assert Text(zh="满意度").say("en") == "满意度"
    assert Text(en="Satisfaction").say("zh") == "Satisfaction"


def test_an_empty_text_in_one_language_is_not_a_lack_of_it() -> None:
    """What is written is said, even where it is empty."""
    assert Text(zh="", en="x").say("zh") == ""


def test_plain_words_are_the_same_in_both_languages() -> None:
    """A name such as NPS needs no translation."""
    assert text_of("NPS") == Text(zh="NPS", en="NPS")


def test_a_mapping_becomes_a_text_and_a_text_stays() -> None:
    """Both forms of the file are taken from Python too."""
    assert text_of({"zh": "客诉"}) == Text(zh="客诉")
    assert text_of(Text(en="x")) == Text(en="x")


def test_a_text_without_words_is_refused() -> None:
    """There is nothing to show."""
    with pytest.raises(ValueError, match="needs words"):
        Text()


def test_an_unknown_language_is_refused() -> None:
    """It would never be shown."""
    with pytest.raises(ValueError, match="not fr"):
        text_of({"fr": "x"})
    with pytest.raises(TypeError, match="not int"):
        text_of(5)  # type: ignore[arg-type]


def test_a_text_can_be_hashed_and_pickled() -> None:
    """Nouns that hold texts can."""
    text = Text(zh="客诉", en="complaint")
    assert hash(pickle.loads(pickle.dumps(text))) == hash(text)


@pytest.mark.parametrize(
    ("tag", "known"),
    [("zh", "zh"), ("zh-CN", "zh"), ("zh_Hans", "zh"), ("ZH-hant-TW", "zh"), ("en-US", "en"), ("en_GB.UTF-8", "en")],
)
def test_a_tag_names_its_language(tag: str, known: str) -> None:
    """As browsers, frameworks and locales write it."""
    assert language(tag) == known
    assert Text(zh="满意度", en="Satisfaction").say(tag) == Text(zh="满意度", en="Satisfaction").say(known)


@pytest.mark.parametrize("tag", ["fr", "", "zhuang", "C", None])
def test_another_language_is_refused_with_those_that_are_known(tag: str) -> None:
    """Never the words of a language that nobody asked for."""
    with pytest.raises(ValueError, match="zh or en"):
        Text(en="Satisfaction").say(tag)
