"""Dumping: a scheme -> the one text in which perfscheme writes it."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import Final

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.nouns.registry import Registry
from perfscheme.reading.load import FORMAT, VERSION, loads
from perfscheme.reading.structure import nouns_of
from perfscheme.scheme import Scheme
from perfscheme.writing.forms import record, scalar
from perfscheme.writing.layout import laid_out
from perfscheme.writing.order import TREE
from perfscheme.writing.remarks import Remark, Remarks

# The parts of a file that have a blank line before them: all but who the scheme is.
_APART: Final = TREE[Scheme][TREE[Scheme].index("inputs") :]


def dumps(scheme: Scheme, *, registry: Registry | None = None) -> str:
    """A scheme as YAML: the shortest that reads back as the same scheme, the same text for the same scheme.

    Keys stand in a fixed order, fields at their defaults are left out, numbers are exact (`1/3` where decimals never
    end).

    Args:
        scheme: a scheme, loaded or composed.
        registry: the strategies that it uses; the standard ones where none is given.

    Raises:
        SchemeError: all that no file can say: a number of more than 60 signs, a strategy that the registry lacks, text
            that is not in Unicode's form NFC.
        TypeError: it is no scheme.
    """
    if not isinstance(scheme, Scheme):
        raise TypeError(f"`dumps` writes a Scheme, not {type(scheme).__name__}")
    strategies = registry or Registry.standard()
    body = record(scheme, strategies)
    nouns = nouns_of(body, Scheme, strategies)
    version = (scalar(FORMAT, plain=True), scalar(str(VERSION), plain=True))
    root = attrs.evolve(body, value=(version, *body.pairs))
    remarks = Remarks(at={key: Remark(above=("",)) for key, _ in root.pairs if key.text in _APART})
    text = laid_out(root, {**nouns, root: Scheme}, remarks)
    if loads(text, registry=strategies) != scheme:
        raise SchemeError(Diagnostic("PS083"))
    return text


def dump(scheme: Scheme, path: str | PathLike[str], *, registry: Registry | None = None) -> None:
    """Write a scheme to a file, in UTF-8; see `dumps`.

    Raises:
        SchemeError: all that no file can say.
        OSError: the file cannot be written.
    """
    Path(path).write_text(dumps(scheme, registry=registry), encoding="utf-8", newline="\n")
