"""The parsers of YAML: libyaml where it reads a text as PyYAML's own does, which reads all others; their events."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

import yaml

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.diagnostics.places import START, Position
from perfscheme.reading.faults import beyond, syntax

BREAK: Final = "\n\r\x85\u2028\u2029"
DOUBTFUL: Final = re.compile(
    "[\t?!\\\\\ufeff]"  # tabs, explicit keys, tags, escapes, a byte order mark, which one of them does not count
    "|^%"  # directives
    "|[|>][^|>\n]*#"  # a comment where a block of text begins
    f"|:\\s*(?:#[^{BREAK}]*[{BREAK}]\\s*)*[,\\]}}]"  # nothing after a colon in brackets
    "|[^\n]\\Z",  # where a last line without an end ends
    re.MULTILINE,
)
"""What the two parsers read apart, or one alone accepts, and what is as rare.

Whatever libyaml accepts of a text without these it reads with the same events at the same places, and much faster; see
`test_what_is_not_doubtful_both_read_alike`.
"""


def parsers(text: str) -> tuple[Any, ...]:
    """The parsers to try in turn: what is told about a text must not depend on which of them are installed."""
    fast = getattr(yaml, "CBaseLoader", None)
    return (yaml.BaseLoader,) if fast is None or DOUBTFUL.search(text) else (fast, yaml.BaseLoader)


class Refused(Exception):
    """The text is no YAML: why, and what was found before."""

    def __init__(self, diagnostic: Diagnostic, before: Sequence[Diagnostic] = ()) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic
        self.before = before


def events(text: str, parser: Any) -> Iterator[Any]:
    """What a parser reads, one by one.

    Raises:
        Refused: the text is no YAML.
    """
    try:
        yield from yaml.parse(text, Loader=parser)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = position_of(mark) if mark else START
        problem = f"{error.context}: {error.problem}"
        since = position_of(error.context_mark) if error.context_mark else None
        raise Refused(syntax(text, problem, at, since)) from None
    except (yaml.YAMLError, ValueError, OverflowError):
        # Escapes and directives with numbers out of range; PyYAML gives no place for these.
        raise Refused(beyond(text)) from None


def position_of(mark: Any) -> Position:
    """Where an event begins or ends."""
    return Position(mark.line, mark.column, mark.index)
