"""Made ratings, and the means of `ratings.scheme.yaml` as one writes them by hand in Polars."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

SCHEME = Path(__file__).with_name("ratings.scheme.yaml")
ITEMS = ("clarity", "courtesy", "speed", "teamwork")
RELATIONS = ("peer", "customer")
RATERS = 20


def ratings(rows: int, seed: int = 0) -> Any:
    """A frame of Polars: each engineer is rated on every item by so many others, half of them peers."""
    import polars as pl

    random = np.random.default_rng(seed)
    row = np.arange(rows)
    answer, item = row // len(ITEMS), row % len(ITEMS)
    return pl.DataFrame({
        "engineer": np.char.add("engineer-", (answer // RATERS).astype(str)),
        "rater": np.char.add("rater-", (answer * 7919 % (rows // len(ITEMS) // RATERS)).astype(str)),
        "relation": np.array(RELATIONS)[answer % len(RELATIONS)],
        "item": np.array(ITEMS)[item],
        "score": random.integers(1, 6, rows),
    })  # fmt: skip


def by_polars(frame: Any) -> Any:
    """The mean of the relations' means; groups that are too small are dropped, and nothing else of a panel is done."""
    import polars as pl

    return (
        frame.lazy()
        .group_by("engineer", "item", "relation")
        .agg(pl.col("score").mean(), pl.len().alias("raters"))
        .filter(pl.col("raters") >= 3)
        .group_by("engineer", "item")
        .agg(pl.col("score").mean().round(2))
        .collect()
    )
