"""Intake: what a host hands in, checked against the declared inputs and made exact."""

from __future__ import annotations

import enum
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from perfscheme.diagnostics import Diagnostic, InputError, nearest
from perfscheme.formula.exact import Value
from perfscheme.frames.records import called, is_record, keys_of, names_in
from perfscheme.nouns.inputs import InputSpec


class NoValue(enum.Enum):
    """Why a record has no value for an input."""

    NO_KEY = "no such key"
    TWO_KEYS = "two keys"


NO_KEY, TWO_KEYS = NoValue.NO_KEY, NoValue.TWO_KEYS


def fetch(record: Any, key: str, inputs: Container[str] = ()) -> Any:
    """The value that a record has for an input, or why it has none.

    A mapping, or what has `keys()` and `[...]` like one, is asked for the key, or for the key with `_` for `-`; any
    other object for the attribute of that name.
    Where that is the key of another one of `inputs`, it is not this one's. A record with both spellings has no value,
    though both be the same today: nobody knows which of them is meant when they differ.
    """
    other = key.replace("-", "_")
    keys = record if isinstance(record, Mapping) else keys_of(record)
    if other != key and other in inputs:
        return record[key] if keys is not None and key in keys else NO_KEY
    if keys is None:
        return getattr(record, other, NO_KEY)
    if key in keys:
        return TWO_KEYS if other != key and other in keys else record[key]
    return record[other] if other != key and other in keys else NO_KEY


def spellings(inputs: Iterable[str]) -> frozenset[str]:
    """The second spellings of inputs, as far as they are not inputs themselves."""
    keys = tuple(inputs)
    return frozenset(key.replace("-", "_") for key in keys).difference(keys)


def read_value(spec: InputSpec, value: Any, names: Iterable[str] = ()) -> Value | Diagnostic:
    """The exact value of one input, or what is wrong with it; `value` is as `fetch` gives it."""
    if value is TWO_KEYS:
        return Diagnostic("PS314", (spec.key,), {"name": spec.key, "other": spec.key.replace("-", "_")})
    if value is NO_KEY:
        return Diagnostic("PS301", (spec.key,), {"name": spec.key, "nearest": _meant(spec, tuple(names))})
    return spec.read(value)


def read_record(inputs: Mapping[str, InputSpec], record: Any) -> dict[str, Value]:
    """The exact values of a record.

    Args:
        inputs: the declared inputs by key.
        record: a mapping or an object with attributes. It has every declared input, None for a missing one;
            what else it has is the host's own.

    Raises:
        InputError: everything that is wrong with the record, or that it is none.
    """
    if not is_record(record):
        raise InputError(Diagnostic("PS315", (), {"found": called(record)}))
    values: dict[str, Value] = {}
    problems: list[Diagnostic] = []
    for key, spec in inputs.items():
        value = fetch(record, key, inputs)
        found = read_value(spec, value, names_in(record) if value is NO_KEY else ())
        if isinstance(found, Diagnostic):
            problems.append(found)
        else:
            values[key] = found
    if problems:
        raise InputError(problems)
    return values


def _is_column(value: Any) -> bool:
    """Whether it has a value for each row; those of a text or of a mapping would be its letters or its keys."""
    if isinstance(value, (str, bytes, bytearray, Mapping)) or getattr(value, "ndim", 1) != 1:
        return False
    return hasattr(value, "__len__") and hasattr(value, "__getitem__")


def _meant(spec: InputSpec, names: Sequence[str]) -> str | None:
    """The name that is probably meant for an input: next to its key, or to what people call it."""
    called = () if spec.name is None else (spec.name.zh, spec.name.en)
    return next((found for word in (spec.key, *called) if word and (found := nearest(word, names)) is not None), None)


def _column_problems(
    columns: Mapping[str, Any], others: Sequence[str], inputs: Mapping[str, InputSpec]
) -> Iterator[Diagnostic]:
    for key, column in columns.items():
        if column is NO_KEY:
            yield Diagnostic("PS302", (key,), {"name": key, "nearest": _meant(inputs[key], others)})
        elif column is TWO_KEYS:
            yield Diagnostic("PS314", (key,), {"name": key, "other": key.replace("-", "_")})
        elif not _is_column(column):
            yield Diagnostic("PS317", (key,), {"name": key, "found": called(column)})


class Table:
    """A batch as the host handed it in, by column.

    Args:
        inputs: the declared inputs by key.
        data: a mapping of columns, a data frame, or records. Columns are read again when a card is
            asked for, so they are not to be changed in between.

    Raises:
        InputError: a column is not there, is there twice or is none (a text, a mapping, one number), columns differ
            in length, or the whole is neither columns nor records.
    """

    def __init__(self, inputs: Mapping[str, InputSpec], data: Mapping[str, Any] | Iterable[Any]) -> None:
        self.inputs = dict(inputs)  # a view of it does not pickle
        self._none: dict[int, Any] = {}  # rows that are no records, which have no values at all
        if not isinstance(data, Mapping) and hasattr(data, "__len__") and hasattr(data, "columns"):
            # A data frame is a mapping of columns that does not say so.
            frame: Any = data
            data = {str(name): frame[name] for name in getattr(frame, "column_names", frame.columns)}
        if isinstance(data, Mapping):
            self.columns = {key: fetch(data, key, inputs) for key in inputs}
            others = [name for name in names_in(data) if name not in inputs]
            problems = [*_column_problems(self.columns, others, inputs)]
            if problems:
                raise InputError(problems)
            lengths = {key: len(column) for key, column in self.columns.items()}
            self.rows = next(iter(lengths.values()), 0)
            if uneven := tuple(f"{key}: {length}" for key, length in lengths.items() if length != self.rows):
                first = next(iter(lengths))
                raise InputError(Diagnostic("PS303", (), {"name": first, "rows": self.rows, "uneven": uneven}))
        elif not isinstance(data, Iterable) or isinstance(data, (str, bytes, bytearray, set, frozenset)):
            raise InputError(Diagnostic("PS316", (), {"found": called(data)}))
        else:
            records = list(data)
            self.rows = len(records)
            self._none = {row: record for row, record in enumerate(records) if not is_record(record)}
            found = [None if row in self._none else record for row, record in enumerate(records)]
            self.columns = {key: [fetch(record, key, inputs) for record in found] for key in inputs}

    def value(self, key: str, row: int) -> Any:
        """One value as the host handed it in; a NumPy scalar of Python's own kind as Python's."""
        column = self.columns[key]
        # A pandas Series looks `[row]` up in its index; rows are counted from the first.
        value = getattr(column, "iloc", column)[row]
        own = type(value).__name__ in ("float64", "int64", "bool", "bool_", "str_")
        return value.item() if own and type(value).__module__ == "numpy" else value

    def read(self, row: int) -> tuple[dict[str, Value], list[Diagnostic]]:
        """The exact values of a row, and what is wrong with it; where that is no single value, it has no path."""
        if row in self._none:
            return {}, [Diagnostic("PS315", (), {"found": called(self._none[row])})]
        values: dict[str, Value] = {}
        problems: list[Diagnostic] = []
        for key, spec in self.inputs.items():
            found = read_value(spec, self.value(key, row))
            if isinstance(found, Diagnostic):
                problems.append(found)
            else:
                values[key] = found
        return values, problems


def is_exactly(number: float, value: Fraction) -> bool:
    """The float stands for the value: it prints as it."""
    return Fraction(repr(number)) == value
