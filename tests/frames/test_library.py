"""What is a frame."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import perfscheme as ps
from perfscheme.frames.library import frame_of
from tables.people import FRAMES, needed


@pytest.mark.parametrize("make", FRAMES.values(), ids=FRAMES.keys())
def test_every_kind_is_known(make: Callable[[], Any]) -> None:
    """And is handed back as it was."""
    needed("narwhals")
    frame = make()
    assert frame_of(frame).to_native() is frame


def test_a_lazy_frame_is_to_be_collected() -> None:
    """It has no rows yet."""
    needed("narwhals")
    polars = needed("polars")
    with pytest.raises(ps.InputError, match=r"LazyFrame is no frame.*collect\(\)"):
        frame_of(polars.DataFrame({"a": [1]}).lazy())


def test_a_column_that_is_there_twice() -> None:
    """Nobody knows which is meant."""
    needed("narwhals")
    pandas = needed("pandas")
    for names, name in ((["a", "b", "b"], "b"), (["a", 7, "7"], "7")):
        with pytest.raises(ps.InputError, match=f"two columns {name}"):
            frame_of(pandas.DataFrame([[1, 2, 3]], columns=names))
