"""Shapes of fields that a plain annotation cannot say; the reader and the schema look for them."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, TypeAlias, TypeVar

import attrs

T = TypeVar("T")


@attrs.frozen
class ByKey:
    """The tuple is a mapping in the file: the key fills the first field, a value that is no mapping the second."""


@attrs.frozen
class Inline:
    """The keys of the strategy in this field, the first, stand among those of the noun that holds it."""


@attrs.frozen
class Strategy:
    """The field holds a strategy of this role (`curve`, `aggregation`, `rule`, `missing`), chosen by its `kind`."""

    role: str


Keyed: TypeAlias = Annotated[tuple[T, ...], ByKey()]
Level: TypeAlias = Fraction | str


def key_of(name: str) -> str:
    """The key of a field: `grade_at_most` is `grade-at-most`, `from_` is `from`."""
    return name.strip("_").replace("_", "-")
