"""What can be wrong, where, and in which words; languages and bilingual text."""

from perfscheme.diagnostics.diagnostic import SEVERITIES, Diagnostic, Facts, Severity
from perfscheme.diagnostics.errors import (
    InputError,
    MissingLibraryError,
    PerfschemeError,
    SchemeError,
    UnknownNameError,
)
from perfscheme.diagnostics.figures import Fact, figure
from perfscheme.diagnostics.frames import render
from perfscheme.diagnostics.language import LANGUAGES, Language, Messages, Text, language, preferred, text_of
from perfscheme.diagnostics.nearest import guess, nearest
from perfscheme.diagnostics.places import Path, Position, Span, path_text

__all__ = [
    "LANGUAGES",
    "SEVERITIES",
    "Diagnostic",
    "Fact",
    "Facts",
    "InputError",
    "Language",
    "Messages",
    "MissingLibraryError",
    "Path",
    "PerfschemeError",
    "Position",
    "SchemeError",
    "Severity",
    "Span",
    "Text",
    "UnknownNameError",
    "figure",
    "guess",
    "language",
    "nearest",
    "path_text",
    "preferred",
    "render",
    "text_of",
]
