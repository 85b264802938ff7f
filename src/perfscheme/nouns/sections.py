"""Sections: what a plan says beside its arithmetic: why it is there, what is paid and praised, who brings it about."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import attrs

from perfscheme.diagnostics import Text, text_of
from perfscheme.nouns.entries import entries, listed
from perfscheme.nouns.sources import Source, text_or_none

Place: TypeAlias = Literal["beginning", "end"]


def texts_of(values: Any) -> tuple[Text, ...]:
    """Texts as a tuple."""
    return tuple(map(text_of, listed(values)))


@attrs.frozen
class Section:
    """Words of a plan under a title of their own; nobody is scored by them.

    Args:
        section: its id.
        text: a paragraph.
        name: its title; None: its id.
        items: a list below the paragraph.
        place: in documents before the indicators, or after the grades.
        sources: where this is laid down.

    >>> Section("awards", "Each quarter the best are named.").place
    'end'
    """

    section: str
    text: Text = attrs.field(converter=text_of)
    name: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)
    items: tuple[Text, ...] = attrs.field(default=(), converter=texts_of, kw_only=True)
    place: Place = attrs.field(default="end", kw_only=True)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=listed, kw_only=True)


def sections_of(value: Any) -> tuple[Section, ...]:
    """Sections as a tuple; a mapping is taken by its keys."""
    return entries(Section, value)
