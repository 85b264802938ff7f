"""Shapes of fields that a plain annotation cannot say; the reader and the schema look for them."""

from __future__ import annotations

import functools
import sys
import typing
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Annotated, Any, TypeAlias, TypeVar

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


@functools.cache
def keys(noun: Any) -> Mapping[str, str]:
    """The keys of a noun's fields: field -> key. An alias is what a file and whoever makes one call a field."""
    return {field.name: key_of(str(field.alias)) for field in attrs.fields(noun)}


is_noun: Callable[[Any], bool] = functools.cache(attrs.has)
"""Whether a class is a noun, one of attrs; asked of every value of a scheme."""


class _Names(dict[str, Any]):
    """The names of a module, those among them that it makes when they are asked for."""

    def __init__(self, module: str) -> None:
        super().__init__()
        self._module = sys.modules[module]

    def __missing__(self, name: str) -> Any:
        try:
            return getattr(self._module, name)
        except AttributeError:
            raise KeyError(name) from None


@functools.cache
def hints_of(noun: Any) -> Mapping[str, Any]:
    """What a noun's fields are annotated with, names resolved: field -> annotation."""
    return typing.get_type_hints(noun, localns=_Names(noun.__module__), include_extras=True)


@functools.cache
def marked(noun: Any, mark: type[Any]) -> frozenset[str]:
    """The fields of a noun whose annotation bears a mark, as those that are `ByKey`."""
    return frozenset(name for name, hint in hints_of(noun).items() if _bears(hint, mark))


def _bears(hint: Any, mark: type[Any]) -> bool:
    if typing.get_origin(hint) is Annotated:
        return any(isinstance(found, mark) for found in hint.__metadata__)
    return any(_bears(inner, mark) for inner in typing.get_args(hint))
