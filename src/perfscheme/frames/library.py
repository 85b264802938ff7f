"""The libraries that know frames, narwhals and pyarrow, which are asked for only when a frame is handed in."""

from __future__ import annotations

from typing import Any

from perfscheme.diagnostics import Diagnostic, InputError, MissingLibraryError
from perfscheme.diagnostics.repeats import repeats


def narwhals() -> Any:
    """The module that knows every kind of frame.

    Raises:
        MissingLibraryError: it is not installed (PS338).
    """
    try:
        import narwhals.stable.v2 as found
    except ModuleNotFoundError:
        raise MissingLibraryError(Diagnostic("PS338", (), {"library": "narwhals", "extra": "frames"})) from None
    return found


def arrow() -> Any:
    """The module of columns in memory, into which those of every frame can be made.

    Raises:
        MissingLibraryError: it is not installed (PS338).
    """
    try:
        import pyarrow as found
    except ModuleNotFoundError:
        raise MissingLibraryError(Diagnostic("PS338", (), {"library": "pyarrow", "extra": "frames"})) from None
    return found


def frame_of(native: object) -> Any:
    """A frame of pandas, Polars or PyArrow, as narwhals wraps it.

    Raises:
        InputError: it is none, or is not computed yet (PS335); it has a column twice (PS337).
        MissingLibraryError: narwhals is not installed (PS338).
    """
    nw = narwhals()
    try:
        whole = nw.from_native(native, eager_only=True)
        names = list(whole.columns)
    except TypeError:
        raise InputError(Diagnostic("PS335", (), {"found": type(native).__name__})) from None
    except nw.exceptions.DuplicateError:
        names = list(native.columns)  # type: ignore[attr-defined]  # only a frame can have one twice
    for _, twice in repeats(map(str, names)):
        raise InputError(Diagnostic("PS337", (), {"name": twice}))
    return whole
