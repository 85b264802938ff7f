"""Made tickets, and the eight measures of `tickets.scheme.yaml` as one writes them by hand in Polars and in pandas."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

SCHEME = Path(__file__).with_name("tickets.scheme.yaml")
MEASURES = ("tickets", "urgent", "refunded", "satisfaction", "talk", "solved", "urgent-rate", "response-time")
_START = np.datetime64("2026-01-01", "us")


def tickets(rows: int, people: int, seed: int = 0) -> dict[str, Any]:
    """Columns of tickets: some times and answers are missing, and a few answers came before the report.

    Args:
        rows: how many tickets.
        people: how many engineers.
        seed: seed of the generator.
    """
    random = np.random.default_rng(seed)

    def words(stem: str, count: int, width: int) -> NDArray[np.object_]:
        return np.array([f"{stem}{i:0{width}}" for i in range(count)], object)[random.integers(0, count, rows)]

    reported = _START + random.integers(0, 90 * 86_400, rows) * np.timedelta64(1_000_000, "us")
    took = np.floor(random.exponential(6 * 3600, rows)).astype(np.int64)
    took[random.random(rows) < 0.002] = -600
    answered = reported + took * np.timedelta64(1_000_000, "us")
    answered[random.random(rows) < 0.02] = np.datetime64("NaT")
    satisfaction = np.floor(random.uniform(1, 6, rows))
    satisfaction[random.random(rows) < 0.3] = np.nan
    return {
        "ticket": np.array([f"T{i:09}" for i in range(rows)], object),
        "engineer": words("engineer-", people, 5),
        "customer": words("customer-", rows // 10, 7),
        "priority": np.array(["low", "normal", "urgent"], object)[random.integers(0, 3, rows)],
        "status": np.array(["open", "solved", "closed"], object)[random.integers(0, 3, rows)],
        "reported": reported,
        "answered": answered,
        "talk": np.round(random.exponential(20, rows), 1),
        "satisfaction": satisfaction,
        "refund": np.where(random.random(rows) < 0.1, np.round(random.uniform(1, 500, rows), 2), 0.0),
    }


def in_polars(columns: dict[str, Any]) -> Any:
    """The tickets as a frame of Polars, with times in UTC and nulls."""
    import polars as pl

    utc = [pl.col(name).dt.replace_time_zone("UTC") for name in ("reported", "answered")]
    return pl.DataFrame(columns, nan_to_null=True).with_columns(utc)


def in_pandas(columns: dict[str, Any]) -> Any:
    """The tickets as a frame of pandas, with times in UTC."""
    import pandas as pd

    frame = pd.DataFrame({name: list(x) if x.dtype == object else x for name, x in columns.items()})
    return frame.assign(**{name: frame[name].dt.tz_localize("UTC") for name in ("reported", "answered")})


def by_polars(frame: Any) -> Any:
    """The eight measures by engineer, as one lazy query; of several ways to write it this was the fastest."""
    import polars as pl

    early = (pl.col("answered") < pl.col("reported")).fill_null(value=False)
    hours = (pl.col("answered") - pl.col("reported")).dt.total_microseconds() / 3.6e9
    return (
        frame.lazy()
        .filter(~early)
        .with_columns(
            (pl.col("priority") == "urgent").alias("urgent"),
            (pl.col("status") == "solved").alias("solved"),
            hours.alias("response-time"),
        )
        .group_by("engineer")
        .agg(
            pl.len().alias("tickets"),
            pl.col("urgent", "refund").sum(),
            pl.col("satisfaction", "solved", "response-time").mean(),
            pl.col("talk").median(),
        )
        .select(
            "engineer", "tickets", "urgent",
            pl.col("refund").round(2).alias("refunded"),
            pl.col("satisfaction", "talk", "response-time").round(2),
            (pl.col("solved") * 100).round(2),
            (pl.col("urgent") / pl.col("tickets") * 100).round(2).alias("urgent-rate"),
        )
        .collect()
    )  # fmt: skip


def by_pandas(frame: Any) -> Any:
    """The same in pandas."""
    import pandas as pd

    kept = frame[~(frame["answered"] < frame["reported"])]
    kept = kept.assign(
        urgent=kept["priority"] == "urgent",
        solved=kept["status"] == "solved",
        hours=(kept["answered"] - kept["reported"]).dt.total_seconds() / 3600,
    )
    groups = kept.groupby("engineer", sort=False)
    found = pd.DataFrame({
        "tickets": groups.size(),
        "urgent": groups["urgent"].sum(),
        "refunded": groups["refund"].sum(),
        "satisfaction": groups["satisfaction"].mean(),
        "talk": groups["talk"].median(),
        "solved": groups["solved"].mean() * 100,
        "response-time": groups["hours"].mean(),
    })  # fmt: skip
    found["urgent-rate"] = found["urgent"] / found["tickets"] * 100
    return found.round(2)
