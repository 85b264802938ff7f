"""Calls: what can be told of a call of the command line before any of it is parsed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from perfscheme.diagnostics import Language, language, preferred

LANG: Final = "--lang"


def asked(arguments: Sequence[str]) -> Language:
    """The language of a call before it is parsed: what `--lang` says wherever it stands, else the environment's."""
    said = [value for name, value in pairwise(arguments) if name == LANG]
    said += [argument.partition("=")[2] for argument in arguments if argument.startswith(f"{LANG}=")]
    for tag in reversed(said):
        try:
            return language(tag)
        except ValueError:
            continue  # it is told when the option is read
    return preferred()
