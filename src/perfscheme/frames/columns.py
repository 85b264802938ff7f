"""Columns of frames as arrays: words as codes, times in UTC or as clocks showed them, decimals exactly."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscheme.formula.cuts import CARRIED, WHOLE
from perfscheme.frames.library import arrow, frame_of, narwhals
from perfscheme.frames.views import few_words


@attrs.frozen(eq=False)
class Coded:
    """A column of few different values: `words[codes[row]]`, with -1 where there is none.

    Args:
        words: the different values, in the order in which they appear; each stands somewhere.
        codes: for each row, the place of its own.
    """

    words: tuple[Any, ...]
    codes: NDArray[Any]

    def __len__(self) -> int:
        return len(self.codes)


@attrs.frozen(eq=False)
class Instants:
    """A column of points in time that are known in UTC, whatever their zone was.

    Args:
        values: `datetime64`, in UTC.
    """

    values: NDArray[np.datetime64]

    def __len__(self) -> int:
        return len(self.values)


class FrameColumns(Mapping[str, Any]):
    """The columns of a frame by name, each made into an array when it is asked for.

    Args:
        frame: of pandas, Polars or PyArrow.

    Raises:
        InputError: it is no frame (PS335), or has a column twice (PS337).
        MissingLibraryError: narwhals or pyarrow is not installed (PS338).
    """

    def __init__(self, frame: object) -> None:
        self._arrow = arrow()
        self._frame = frame_of(frame)
        self._names = [str(name) for name in self._frame.columns]
        self._made: dict[str, Any] = {}

    @property
    def rows(self) -> int:
        """How many there are."""
        return len(self._frame)

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = self._array(name)
        return self._made[name]

    def _array(self, name: str) -> Any:
        column = self._frame.get_column(self._frame.columns[self._place(name)])
        if column.dtype == narwhals().Object:
            return column.to_list()  # Arrow takes a number among times for one, and of some objects where they lie
        try:
            found = self._arrow.chunked_array(column)
        except (self._arrow.ArrowException, TypeError, ValueError, OverflowError):
            return column.to_list()  # values of several kinds, such as a text among numbers
        if isinstance(found.type, self._arrow.BaseExtensionType):
            return column.to_list()  # what it is made of is not what it says, such as a month counted from 1970
        return array_of(found)

    def _place(self, name: str) -> int:
        try:
            return self._names.index(name)
        except ValueError:
            raise KeyError(name) from None

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def array_of(column: Any) -> Any:
    """An Arrow column as what it holds.

    Args:
        column: an array, whole or in chunks.

    Returns:
        `Coded` for words, categories and flags with gaps; `Instants` for times with a zone; else an array of numbers
        (NaN where there is none), of times (`datetime64`, as clocks showed them) or of durations (`timedelta64`); a
        list of whatever else there is.
    """
    types = arrow().types
    if types.is_dictionary(column.type) and not _worded(column.type.value_type):
        chunks = column.chunks if hasattr(column, "chunks") else [column]
        column = arrow().chunked_array([chunk.dictionary_decode() for chunk in chunks], column.type.value_type)
    if hasattr(column, "combine_chunks"):
        column = column.chunk(0) if column.num_chunks == 1 else column.unify_dictionaries().combine_chunks()
    kind = column.type
    if types.is_dictionary(kind) or _worded(kind):
        return _coded(column)
    if types.is_boolean(kind):
        return _coded(column) if column.null_count else column.to_numpy(zero_copy_only=False)
    if types.is_integer(kind):
        return _whole(column)
    if types.is_floating(kind):
        found = column.to_numpy(zero_copy_only=False)
        # A short float is the decimal that prints it.
        return found if found.dtype == np.float64 else found.astype(str).astype(np.float64)
    if types.is_decimal128(kind):
        return _decimals(column)
    if types.is_timestamp(kind):
        found = column.to_numpy(zero_copy_only=False)
        return found if kind.tz is None else Instants(found)
    if types.is_date(kind) or types.is_duration(kind):
        return column.to_numpy(zero_copy_only=False)
    if types.is_null(kind):
        return np.full(len(column), np.nan)
    return column.to_pylist()


def _worded(kind: Any) -> bool:
    types = arrow().types
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


def _coded(column: Any) -> Coded:
    types = arrow().types
    if types.is_string_view(column.type) and (found := few_words(column)) is not None:
        return Coded(*found)
    given = types.is_dictionary(column.type)
    coded = column if given else column.dictionary_encode()
    places = coded.indices.cast(arrow().int32())
    codes = (places.fill_null(-1) if places.null_count else places).to_numpy(zero_copy_only=False)
    words = coded.dictionary.to_pylist()
    if not given:  # its own dictionary is in order
        return Coded(tuple(words), codes)
    order, codes = appearing(codes, len(words))
    return Coded(tuple(words[place] for place in order.tolist()), codes)


def appearing(codes: NDArray[Any], count: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Codes renamed: those that stand somewhere, in the order of their first rows.

    Args:
        codes: from 0, with -1 where there is none.
        count: how many there may be.

    Returns:
        The old codes by the new ones, and by row the new ones.
    """
    first = np.full(count + 1, len(codes), np.intp)
    first[codes[::-1]] = np.arange(len(codes) - 1, -1, -1)  # of the rows of a code the last that is written stays
    used = np.flatnonzero(first[:-1] < len(codes))
    order = used[np.argsort(first[used])]
    places = np.full(count + 1, -1, np.intp)
    places[order] = np.arange(len(order))
    return order, places[codes]


def _whole(column: Any) -> Any:
    if not column.null_count:
        return column.to_numpy(zero_copy_only=False)
    known = column.fill_null(0).to_numpy(zero_copy_only=False)
    if int(known.max(initial=0)) > WHOLE or int(known.min(initial=0)) < -WHOLE:
        return column.to_pylist()
    found = known.astype(np.float64)
    found[column.is_null().to_numpy(zero_copy_only=False)] = math.nan
    return found


def _decimals(column: Any) -> Any:
    """Decimals as the floats that print them; a list where one has too many digits for that."""
    words = np.frombuffer(column.buffers()[1], np.int64)[2 * column.offset : 2 * (column.offset + len(column))]
    low, high = words[0::2], words[1::2]
    known = column.is_valid().to_numpy(zero_copy_only=False)
    scale = column.type.scale
    if not 0 <= scale <= 22 or (known & ((high != low >> 63) | (np.abs(low) >= CARRIED))).any():
        return column.to_pylist()
    return np.where(known, low / 10.0**scale, np.nan)  # of two exact floats, and so correctly rounded
