"""Records: what has values by name: a mapping, a row that is asked like one, an object with attributes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from numbers import Number
from types import NoneType
from typing import Any


def is_record(value: Any) -> bool:
    """Whether it can have values by name; what has none at all is told so, and not of every name in turn."""
    if isinstance(value, Mapping):
        return True
    if isinstance(value, tuple):
        return hasattr(value, "_fields")
    if hasattr(value, "columns") and hasattr(value, "__len__"):  # a frame has many
        return False
    if hasattr(value, "ndim"):  # a row of an array has no names; one of pandas has
        return keys_of(value) is not None
    return not isinstance(value, (NoneType, str, bytes, bytearray, Number, list, set, frozenset, type))


def keys_of(record: Any) -> Collection[str] | None:
    """The keys of a mapping, or of what is asked like one though it is none: a row of sqlite3, or of a pandas frame.

    None: it is asked for attributes.
    """
    if isinstance(record, Mapping):
        return record
    keys = getattr(record, "keys", None)
    found: Collection[str] | None = keys() if callable(keys) and hasattr(record, "__getitem__") else None
    return found


def names_in(record: Any) -> tuple[str, ...]:
    """The names that a record has, for a did-you-mean."""
    keys = keys_of(record)
    if keys is None:
        return tuple(name for name in dir(record) if not name.startswith("_"))
    return tuple(str(key) for key in keys)


def called(value: Any) -> str:
    """What it is, in a message."""
    return "None" if value is None else type(value).__name__


def columns_of(records: Iterable[Any], asked: Iterable[str]) -> dict[str, list[Any]]:
    """The values of records by name, each with one for every record; None of one that has none.

    Args:
        records: of any kind, also such as are none, which have no values at all.
        asked: for which attributes objects are asked, with `_` for `-`; those of a mapping come as they are, and all.
    """
    attributes = {name: name.replace("-", "_") for name in asked}
    found: dict[str, None] = {}
    getters: list[Callable[[str], Any]] = []
    for record in records:
        keys = keys_of(record) if is_record(record) else ()
        names = [each for each, own in attributes.items() if hasattr(record, own)] if keys is None else keys
        if not found.keys() >= set(names):
            found |= dict.fromkeys(names)
        getters.append(record.get if isinstance(record, Mapping) else _getter(record, keys, attributes))
    return {name: [get(name) for get in getters] for name in found}


def _getter(record: Any, keys: Collection[str] | None, attributes: Mapping[str, str]) -> Callable[[str], Any]:
    if keys is not None:
        return lambda name: record[name] if name in keys else None
    return lambda name: getattr(record, attributes.get(name, name), None)
