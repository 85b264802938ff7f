"""The errors that the library raises; each carries diagnostics and says its own sentence from them."""

from __future__ import annotations

from collections.abc import Iterable

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.diagnostics.frames import render


class PerfschemeError(Exception):
    """Something is wrong; `diagnostics` say what, where, and what to write instead.

    Args:
        diagnostics: one or several problems, in the order in which they are told.
        text: the text of the file that is wrong, for code frames.
        name: the name of that file.
    """

    diagnostics: tuple[Diagnostic, ...]
    text: str | None
    name: str | None

    def __init__(
        self, diagnostics: Iterable[Diagnostic] | Diagnostic, *, text: str | None = None, name: str | None = None
    ) -> None:
        found = (diagnostics,) if isinstance(diagnostics, Diagnostic) else tuple(diagnostics)
        super().__init__(found)  # first, as an ImportError begins with a name of its own
        self.diagnostics = found
        self.text = text
        self.name = name

    def __str__(self) -> str:
        return self.say("en")

    def __repr__(self) -> str:
        return f"{type(self).__name__}({list(self.diagnostics)!r})"

    def say(self, lang: str = "en") -> str:
        """All diagnostics in `lang`, each with its code frame where the text is known, else on one line."""
        return "\n".join(
            render(diagnostic, text=self.text, name=self.name, lang=lang) for diagnostic in self.diagnostics
        )


class SchemeError(PerfschemeError, ValueError):
    """The scheme is wrong: a file, or a noun made in Python."""


class InputError(PerfschemeError, ValueError):
    """What a host hands in is wrong: a record or its values, a batch or its columns, a frame, a period.

    Faults of single rows of a batch, and of tables that are measured, are not raised: they are among its problems.
    """


class UnknownNameError(PerfschemeError, KeyError):
    """A card, a board or a measurement is asked for a part, a subject or a measure that is not there."""


class MissingLibraryError(PerfschemeError, ImportError):
    """A library is not installed that this use of the library needs; the message says which extra brings it."""
