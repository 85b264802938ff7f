"""Where figures come from."""

import pytest

from perfscheme.diagnostics import SchemeError, Text
from perfscheme.nouns.sources import Source, text_or_none


def test_a_clause_or_an_assumption():
    """Both forms, and a document that is silent."""
    assert Source(document="plan 2", clause="3.1").assumed is False
    assert Source(assumed=True, reason={"zh": "方案未定", "en": "the plan is silent"}).reason.say("zh") == "方案未定"
    assert Source(document="plan 1", assumed=True, reason="silent").reason == Text(zh="silent", en="silent")


@pytest.mark.parametrize(
    ("fields", "codes"),
    [({}, ["PS111"]), ({"assumed": True}, ["PS112"]), ({"clause": "3"}, ["PS113"])],
)
def test_what_is_no_source(fields, codes):
    """Nothing named, no reason, a clause of no document: all told."""
    with pytest.raises(SchemeError) as caught:
        Source(**fields)
    assert [found.code for found in caught.value.diagnostics] == codes
    assert "{" not in caught.value.say("zh")


def test_no_text_stays_none():
    """Text that is left out is not an empty text."""
    assert text_or_none(None) is None
