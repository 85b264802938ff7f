"""Files with one mistake each."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from perfscheme.diagnostics.catalogue import MESSAGES
from perfscheme.reading.mistakes import mistakes, shown


def test_every_file_has_a_code_of_the_catalogue() -> None:
    """A misspelt code would hide the file."""
    assert len(mistakes()) > 30
    assert set(mistakes()) <= set(MESSAGES)


NO_FILE: Mapping[str, str] = {
    "PS001": "the file would have a million characters",
    "PS019": "the file would be no text; tests/reading/test_encodings.py writes such files",
    "PS052": "the file would be in UTF-16; tests/reading/test_encodings.py writes such files",
    "PS053": "the file would be in GB18030; tests/reading/test_encodings.py writes such files",
    "PS060": "only a strategy of somebody's own says what is wrong in words of its own",
    "PS068": "the file would have a thousand mistakes",
    "PS071": "a class handed to a registry",
    "PS072": "a class handed to a registry",
    "PS073": "a class handed to a registry",
    "PS081": "a scheme composed in Python and written",
    "PS082": "a scheme composed in Python and written",
    "PS083": "a scheme composed in Python and written",
    "PS084": "a file that is laid out anew",
    "PS101": "a value handed in by a host",
    "PS109": "a length of time handed in by a host",
    "PS282": "children composed in Python: in a file it is a key twice, PS023",
    "PS294": "an example composed in Python: in a file it is a key twice, PS023",
    "PS604": "columns composed in Python: in a file it is a key twice, PS023",
    "PS627": "tables composed in Python: in a file it is a key twice, PS023",
    **{
        f"PS{number}": "rows and tables that a host hands in"
        for number in (*range(631, 636), *range(640, 658), 659, *range(664, 667))
    },
    **{f"PS{number}": "ratings that a host hands in" for number in (662, 668, *range(692, 700))},
}  # fmt: skip
"""Codes that no scheme file gives, each with the reason."""


def test_every_code_that_a_file_can_give_has_a_file() -> None:
    """Those of files, plans, lints and evidence; without a file nobody has seen what a message looks like."""
    codes = {code for code in MESSAGES if code[:3] in ("PS0", "PS1", "PS2", "PS5", "PS6")}
    assert codes - set(mistakes()) == set(NO_FILE)


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
