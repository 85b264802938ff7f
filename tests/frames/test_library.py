"""What is a frame."""

from __future__ import annotations

from typing import Any

import pytest

import perfscheme as ps
from perfscheme.frames.library import frame_of


def test_every_kind_is_known(frame: Any) -> None:
    """And is handed back as it was."""
    assert frame_of(frame).to_native() is frame


def test_a_lazy_frame_is_to_be_collected() -> None:
    """It has no rows yet."""
    pytest.importorskip("narwhals")
    polars = pytest.importorskip("polars")
    with pytest.raises(ps.InputError, match=r"LazyFrame is no frame.*collect\(\)"):
        frame_of(polars.DataFrame({"a": [1]}).lazy())


def test_a_column_that_is_there_twice() -> None:
    """Nobody knows which is meant."""
    pytest.importorskip("narwhals")
    pandas = pytest.importorskip("pandas")
    with pytest.raises(ps.InputError, match="two columns b"):
        frame_of(pandas.DataFrame([[1, 2, 3]], columns=["a", "b", "b"]))
