"""Sayings: what one noun of a file and each of its keys mean, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from perfscheme.diagnostics.language import Text


def _frozen(keys: Mapping[str, Text]) -> Mapping[str, Text]:
    return MappingProxyType(dict(keys))


@attrs.frozen
class Saying:
    """What is said of a noun.

    Args:
        title: its name; of a strategy, what its kind is called.
        about: what it is, in a sentence.
        keys: what each of its keys means; keys that mean the same everywhere are said once for all, in `words`.
    """

    title: Text
    about: Text
    keys: Mapping[str, Text] = attrs.field(factory=dict, converter=_frozen)
