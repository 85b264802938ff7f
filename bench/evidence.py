"""Measuring: from frames of tickets to figures, against the same by hand in Polars and pandas."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

import perfscheme
from bench import engines, measure, ratings, tickets
from bench.table import Size, Table


def evidence(table: Table, size: Size) -> None:
    """Eight figures for each engineer, as a host calls for them: a frame in, columns out.

    Polars by hand runs on every core; it keeps no counts, no list of what was left out, and rounds floats.
    """
    if not (engines.installed("polars") and engines.installed("narwhals") and engines.installed("pyarrow")):
        print("# evidence: skipped, Polars or narwhals is not installed")
        return
    import polars as pl

    scheme, people = perfscheme.load(tickets.SCHEME), size.rows // 100
    made = tickets.tickets(size.rows, people)
    frame = tickets.in_polars(made)

    def measured(frame: Any) -> Any:
        return scheme.measure({"tickets": frame}).columns()

    calls: dict[str, Callable[[], Any]] = {
        "ours": lambda: measured(frame),
        "Polars by hand": lambda: tickets.by_polars(frame),
    }
    if engines.installed("pandas"):
        other = tickets.in_pandas(made)
        calls |= {"ours from pandas": lambda: measured(other), "pandas by hand": lambda: tickets.by_pandas(other)}
    taken = measure.interleave(calls, size.rounds * 2 + 1)
    what = f"{size.rows:.0e} tickets x 8 measures".replace("e+0", "e")
    shown = ", ".join(f"{name} {taken.of(name) * 1e3:.0f} ms" for name in calls)
    print(f"# {what}, {people} people: {shown}; Polars on {pl.thread_pool_size()} cores")
    table.add(f"{what}: time / Polars by hand", taken.ratio("ours", "Polars by hand"), "<= 1.5")
    if "pandas by hand" in calls:
        table.add(f"{what}: from pandas, time / Polars by hand", taken.ratio("ours from pandas", "Polars by hand"))
        table.add(f"{what}: from pandas, time / pandas by hand", taken.ratio("ours from pandas", "pandas by hand"))
    wrong = differing(scheme.measure({"tickets": frame}), tickets.by_polars(frame))
    table.add(f"{what}: % of figures that Polars by hand rounds otherwise", 100 * wrong)

    panel(table, size)


def panel(table: Table, size: Size) -> None:
    """Ratings of a panel, which are looked through for what must not be told, against plain means of means."""
    scheme, frame = perfscheme.load(ratings.SCHEME), ratings.ratings(size.rows)
    calls: dict[str, Callable[[], Any]] = {
        "ours": lambda: scheme.measure({"ratings": frame}).columns(),
        "Polars": lambda: ratings.by_polars(frame),
    }
    taken = measure.interleave(calls, size.rounds)
    name = f"{size.rows:.0e} ratings of a panel: time / plain means by hand in Polars".replace("e+0", "e")
    table.add(name, taken.ratio("ours", "Polars"))
    found, by_hand = scheme.measure({"ratings": frame}), ratings.by_polars(frame)
    wanted = {(who, item): score for who, item, score in by_hand.iter_rows()}
    if any(abs(float(found[who][item]) - score) > 0.0101 for (who, item), score in wanted.items()):
        raise SystemExit("figures of the panel differ")


def differing(measurement: Any, by_hand: Any) -> float:
    """The share of figures that are not the same; they may differ in the last decimal, where a float was rounded.

    Raises:
        SystemExit: one differs by more.
    """
    columns = measurement.columns()
    found = by_hand.sort("engineer")
    order = np.argsort(np.array(measurement.subjects))
    if found["engineer"].to_list() != [measurement.subjects[place] for place in order]:
        raise SystemExit("not the same people")
    differences = np.array([np.abs(columns[name][order] - found[name].to_numpy()) for name in tickets.MEASURES])
    if not (np.nan_to_num(differences) < 0.0101).all():
        raise SystemExit(f"figures differ by up to {np.nanmax(differences)}")
    return float(np.mean(differences > 0.005))
