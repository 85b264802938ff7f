"""Formatting: a file in the order and layout of `dumps`, with its comments, anchors and forms kept."""

from __future__ import annotations

from collections import Counter

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.nouns.registry import Registry
from perfscheme.reading import events
from perfscheme.reading.load import body_of, loads
from perfscheme.reading.structure import nouns_of
from perfscheme.scheme import Scheme
from perfscheme.writing.layout import laid_out
from perfscheme.writing.remarks import comments, found


def formatted(text: str, *, name: str = "<text>") -> str:
    """The text of a scheme in canonical layout.

    Keys stand in their order, indents and spaces, quotation marks and brackets are those of `dumps`. What is written
    is kept: every comment at its key, blank lines, anchors, the figures as they stand, fields at their defaults.

    Args:
        text: YAML.
        name: what messages call the text.

    Raises:
        SchemeError: the scheme has errors (each with line and column); or the result would be another scheme or lack
            a comment (PS084), which is looked at before anything is given out.
    """
    text = text.removeprefix("\ufeff")
    scheme = loads(text, name=name)
    root, _ = events.read(text)
    assert root is not None, "what loads is read"
    nouns = nouns_of(body_of(root), Scheme, Registry.standard())
    result = laid_out(root, {**nouns, root: Scheme}, found(text, root))
    if not _same(text, scheme, result):
        raise SchemeError(Diagnostic("PS084"), text=None, name=name)
    return result


def _same(before: str, scheme: Scheme, after: str) -> bool:
    """Whether a text is the same scheme as before, with the same comments."""
    try:
        equal = scheme == loads(after)
    except SchemeError:
        return False
    said = []
    for text in (before, after):
        root, _ = events.read(text)
        said.append(Counter(comments(text, root)) if root is not None else None)
    return equal and said[0] == said[1]
