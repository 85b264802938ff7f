"""Files with one mistake each."""

from __future__ import annotations

import pytest

from perfscheme.diagnostics.catalogue import MESSAGES
from perfscheme.reading.mistakes import mistakes, shown


def test_every_file_has_a_code_of_the_catalogue() -> None:
    """A misspelt code would hide the file."""
    assert len(mistakes()) > 30
    assert set(mistakes()) <= set(MESSAGES)


@pytest.mark.parametrize("code", sorted(mistakes()))
def test_the_mistake_really_gives_its_code(code: str) -> None:
    """With a place in the text that is shown."""
    found = shown(code)
    assert found is not None
    text, problem = found
    assert problem.code == code
    assert problem.span is not None
    assert problem.span.start.index <= len(text)


def test_a_code_without_a_file_has_no_mistake_to_show() -> None:
    """Such as those of the command line."""
    assert shown("PS401") is None
