"""Law 10, nothing written is ignored: one line of a sound scheme changed is a diagnostic near it, or another scheme."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfscheme.diagnostics import SchemeError
from perfscheme.reading.gallery import gallery
from perfscheme.reading.load import checks, loads

TEXTS = {name: path.read_text(encoding="utf-8") for name, path in gallery().items()}
LINES = {name: text.split("\n") for name, text in TEXTS.items()}
SOUND = {name: repr(loads(text)) for name, text in TEXTS.items()}


def delete(lines: list[str], at: int, _: int) -> list[str]:
    return lines[:at] + lines[at + 1 :]


def duplicate(lines: list[str], at: int, _: int) -> list[str]:
    return [*lines[: at + 1], *lines[at:]]


def misspell(lines: list[str], at: int, to: int) -> list[str]:
    words = [i for i, char in enumerate(lines[at]) if char.isalpha()]
    i = words[to % len(words)] if words else 0
    return [*lines[:at], lines[at][:i] + "q" + lines[at][i + 1 :], *lines[at + 1 :]]


def move(lines: list[str], at: int, to: int) -> list[str]:
    rest = lines[:at] + lines[at + 1 :]
    return [*rest[: to % len(rest)], lines[at], *rest[to % len(rest) :]]


def silent(line: str) -> bool:
    return not line.strip() or line.strip().startswith("#")


@pytest.mark.parametrize("edit", [delete, duplicate, misspell, move])
@pytest.mark.parametrize("name", sorted(TEXTS))
@settings(max_examples=8, deadline=None)
@given(at=st.integers(0, 10_000), to=st.integers(0, 10_000))
def test_an_edit_is_told_or_makes_another_scheme(
    name: str, edit: Callable[[list[str], int, int], list[str]], at: int, to: int
) -> None:
    """Never an exception, and never silence: what loads as before differs in a comment, or in the order of keys."""
    lines = LINES[name]
    at %= len(lines)
    changed = edit(lines, at, to)
    text = "\n".join(changed)
    found = checks(text)
    if any(problem.severity == "error" for problem in found):
        assert all(problem.span is not None for problem in found)
        with pytest.raises(SchemeError):
            loads(text)
        return
    after = repr(loads(text))
    if edit is move or silent(lines[at]) or "  #" in lines[at]:
        return  # keys may stand in any order, and comments anywhere
    if edit is delete and lines[at].split(": ", 1)[0].strip() in ("perfscheme", "$schema"):
        return
    assert after != SOUND[name] or found or changed == lines
