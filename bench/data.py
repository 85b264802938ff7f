"""Made data as people record it: few decimals, whole counts, and so many exact ties."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from bench.plans import TWELVE

Columns = dict[str, NDArray[np.float64]]


def columns(count: int, rows: int, missing: float = 0.0, seed: int = 0) -> Columns:
    """Columns of the first `count` inputs.

    Args:
        count: how many inputs, 5 or 12.
        rows: how many rows.
        missing: share of the values of each column that are NaN, 0 to 1.
        seed: seed of the generator.
    """
    random = np.random.default_rng(seed)

    def recorded(low: float, high: float, decimals: int) -> Callable[[], NDArray[np.float64]]:
        return lambda: np.round(random.uniform(low, high, rows), decimals)

    def counted(mean: float) -> Callable[[], NDArray[np.float64]]:
        return lambda: np.floor(random.exponential(mean, rows))

    makers = (
        recorded(75, 100, 1), recorded(0, 14, 1), recorded(40_000, 120_000, 2), counted(3), recorded(1, 5, 1),
        recorded(0, 100, 1), recorded(0, 30, 1), recorded(10, 60, 1), counted(4), recorded(0, 5, 2),
        recorded(50, 100, 1), recorded(80, 200, 1),
    )  # fmt: skip
    made = {item.key: np.ascontiguousarray(make()) for item, make in zip(TWELVE[:count], makers, strict=False)}
    if missing:
        for column in made.values():
            column[random.random(rows) < missing] = np.nan
    return made
