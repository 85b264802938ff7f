"""Where a figure of a scheme comes from: a clause of a document, or an assumption with its reason."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, Text, text_of


def text_or_none(value: str | Mapping[str, str] | Text | None) -> Text | None:
    """`text_of`, where nothing may be written."""
    return None if value is None else text_of(value)


@attrs.frozen
class Source:
    """The origin of a figure.

    Args:
        document: the document that gives it.
        clause: the place in the document.
        assumed: True where no document gives the figure and the author of the scheme chose it.
        reason: why it was chosen so; needed where it is assumed.

    Raises:
        SchemeError: neither a document nor an assumption; an assumption without a reason; a clause of no document.

    >>> Source(document="plan 2", clause="3.1").clause
    '3.1'
    """

    document: Text | None = attrs.field(default=None, converter=text_or_none)
    clause: str | None = None
    assumed: bool = attrs.field(default=False, kw_only=True)
    reason: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)

    def __attrs_post_init__(self) -> None:
        problems: list[Diagnostic] = []
        if self.clause is not None and self.document is None:
            problems.append(Diagnostic("PS113", ("clause",), {"clause": self.clause}))
        elif self.document is None and not self.assumed:
            problems.append(Diagnostic("PS111"))
        if self.assumed and self.reason is None:
            problems.append(Diagnostic("PS112", ("assumed",)))
        if problems:
            raise SchemeError(problems)
