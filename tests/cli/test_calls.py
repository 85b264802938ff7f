"""What is told of a call before it is parsed."""

from __future__ import annotations

import pytest

from perfscheme.cli.calls import asked
from perfscheme.diagnostics import Language


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("check", "--help", "--lang", "zh"), "zh"),
        (("--lang=zh-CN", "chek"), "zh"),
        (("--lang", "zh", "check", "--lang", "en"), "en"),
        (("check", "--lang"), "en"),
        (("check", "--lang", "fr"), "en"),
        ((), "en"),
    ],
)
def test_the_language_of_a_call_is_the_last_that_it_names(
    monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], expected: Language
) -> None:
    """Wherever the option stands; one that is not spoken is told later, in the language of the place."""
    monkeypatch.setenv("PERFSCHEME_LANG", "en")
    assert asked(arguments) == expected
