"""The sentences of all diagnostics."""

import pytest

from perfscheme.diagnostics.catalogue import MESSAGES


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_messages_are_sentences(code: str) -> None:
    """They end as sentences do."""
    english, chinese = MESSAGES[code]["en"], MESSAGES[code]["zh"]
    if english == "{problem}":
        return  # somebody's own words
    assert english.endswith((".", "?", ")"))
    assert chinese.endswith(("。", "？", "）"))


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_messages_have_no_stray_spaces(code: str) -> None:
    """Sentences that are joined from pieces keep single spaces between them."""
    for words in MESSAGES[code].values():
        assert words == words.strip()
        assert "  " not in words
