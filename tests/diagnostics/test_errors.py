"""Errors that carry diagnostics."""

import pickle

import pytest

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.diagnostics.errors import (
    InputError,
    MissingLibraryError,
    PerfschemeError,
    SchemeError,
    UnknownNameError,
)
from perfscheme.diagnostics.places import Position, Span

ERRORS = [PerfschemeError, SchemeError, InputError, UnknownNameError, MissingLibraryError]
ONE = Diagnostic("MY1", ("a",), {"en": "one", "zh": "一"})
TWO = Diagnostic("MY2", ("b", 0), {"en": "two"})


@pytest.mark.parametrize("kind", ERRORS)
def test_an_error_says_all_its_diagnostics(kind: type[PerfschemeError]) -> None:
    """One line each, with the path; a KeyError too says a sentence, not its repr."""
    assert str(kind([ONE, TWO])) == "a: error[MY1] one\nb[0]: error[MY2] two"


@pytest.mark.parametrize("kind", ERRORS)
def test_errors_survive_pickling(kind: type[PerfschemeError]) -> None:
    """With their text, name and notes: worker processes hand them on."""
    error = kind([ONE], text="text", name="name")
    error.add_note("row 7")
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is kind
    assert (again.diagnostics, again.text, again.name, again.__notes__) == ((ONE,), "text", "name", ["row 7"])
    assert str(again) == str(error)


def test_each_error_is_the_fitting_builtin() -> None:
    """Code that knows nothing of this library catches the right thing."""
    assert issubclass(SchemeError, ValueError)
    assert issubclass(InputError, ValueError)
    assert issubclass(UnknownNameError, KeyError)
    assert issubclass(MissingLibraryError, ImportError)


def test_an_error_with_its_text_shows_frames() -> None:
    """The file and its line stand in the message."""
    span = Span(Position(0, 2, 2), Position(0, 3, 3))
    error = SchemeError([Diagnostic("MY1", (), {"en": "one"}, span=span)], text="a b", name="f.yaml")
    assert str(error) == "f.yaml:1:3: error[MY1] one\n1 | a b\n  |   ^"


def test_an_error_speaks_chinese_when_asked() -> None:
    """`str` is English; hosts choose."""
    assert SchemeError([ONE]).say("zh") == "a: 错误[MY1] 一"


def test_a_cause_is_kept() -> None:
    """`raise ... from` works as for any error."""
    cause = KeyError("x")
    with pytest.raises(SchemeError) as caught:
        raise SchemeError(ONE) from cause
    assert caught.value.__cause__ is cause
    assert caught.value.diagnostics == (ONE,)
