"""A Parquet file larger than the memory that a process may have, measured part by part: rows, sizes, peak memory."""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

from bench.measure import ROOT, resident
from bench.tickets import SCHEME

MEGABYTE = 1 << 20
PIECE = 1_000_000


def pieces(rows: int, people: int, seed: int = 0) -> Any:
    """Tickets as tables of Arrow, so many rows at a time; the same seed gives the same rows."""
    import pyarrow as pa
    import pyarrow.compute as pc

    random = np.random.default_rng(seed)

    def words(stem: str, numbers: Any, width: int) -> Any:
        digits = pc.utf8_lpad(pa.array(numbers).cast(pa.string()), width, "0")
        return pc.binary_join_element_wise(stem, digits, "")

    def few(names: Any, count: int) -> Any:
        return pa.DictionaryArray.from_arrays(pa.array(random.integers(0, len(names), count, np.int32)), names)

    engineers = words("engineer-", np.arange(people), 5)
    for first in range(0, rows, PIECE):
        count = min(PIECE, rows - first)
        reported = np.datetime64("2026-01-01", "us").astype(np.int64) + random.integers(0, 90 * 86_400, count) * 10**6
        took = np.floor(random.exponential(6 * 3600, count)).astype(np.int64)
        took[random.random(count) < 0.002] = -600
        score, moment = np.floor(random.uniform(1, 6, count)), pa.timestamp("us", "UTC")
        paid = np.where(random.random(count) < 0.1, np.round(random.uniform(1, 500, count), 2), 0.0)
        yield pa.table({
            "ticket": words("T", np.arange(first, first + count), 9),
            "engineer": few(engineers, count),
            "customer": words("customer-", random.integers(0, 10_000_000, count), 8),
            "priority": few(pa.array(["low", "normal", "urgent"]), count),
            "status": few(pa.array(["open", "solved", "closed"]), count),
            "reported": pa.array(reported).cast(moment),
            "answered": pa.array(reported + took * 10**6, mask=random.random(count) < 0.02).cast(moment),
            "talk": np.round(random.exponential(20, count), 1),
            "satisfaction": pa.array(score, mask=random.random(count) < 0.3),
            "refund": paid,
        })  # fmt: skip


def write(path: Path, rows: int, people: int) -> None:
    """Make the file."""
    import pyarrow.parquet as parquet

    writer = None
    for table in pieces(rows, people):
        writer = writer or parquet.ParquetWriter(path, table.schema)
        writer.write_table(table)
    if writer is not None:
        writer.close()


def measured(path: Path, limit: int) -> dict[str, Any]:
    """Measure the file in a process of its own that may have so many megabytes of data, by the command line."""
    command = [sys.executable, "-m", "bench.streaming", "--measure", str(path), "--limit", str(limit)]
    # Arrow's own allocator reserves a gigabyte of addresses beforehand, which the limit would count.
    system = os.environ | {"ARROW_DEFAULT_MEMORY_POOL": "system"}
    done = subprocess.run(command, check=True, cwd=ROOT, env=system, stdout=subprocess.PIPE, encoding="utf-8")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def limited(path: Path, limit: int) -> dict[str, Any]:
    """What this process found of the file within the limit, which holds for all that it allocates."""
    from perfscheme.cli import main as perfscheme

    resource.setrlimit(resource.RLIMIT_DATA, (limit * MEGABYTE, limit * MEGABYTE))
    begun = time.perf_counter()
    with tempfile.NamedTemporaryFile(suffix=".csv") as values:
        code = perfscheme(["measure", str(SCHEME), "--table", f"tickets={path}", "-o", values.name])
        people = len(Path(values.name).read_text(encoding="utf-8").splitlines()) - 1
    seconds = time.perf_counter() - begun
    return {"code": code, "people": people, "seconds": seconds, "peak": resident("VmHWM") / MEGABYTE}


def main() -> None:
    """Write the file, measure it, and print what it took."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--rows", type=int, default=100_000_000)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--limit", type=int, default=1024, help="megabytes of data that the measuring process may have")
    parser.add_argument("--folder", type=Path, default=None, help="where the file is made; it is deleted afterwards")
    parser.add_argument("--measure", type=Path, default=None, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure is not None:
        print(json.dumps(limited(options.measure, options.limit)))
        return
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        path = Path(folder, "tickets.parquet")
        begun = time.perf_counter()
        write(path, options.rows, options.people)
        size = path.stat().st_size / MEGABYTE
        print(f"# {options.rows:.0e} rows, {size:.0f} MB, written in {time.perf_counter() - begun:.0f} s", flush=True)
        found = measured(path, options.limit)
    print(f"file / limit of memory: {size / options.limit:.2f}")
    print(f"people measured: {found['people']}, in {found['seconds']:.0f} s")
    print(f"peak memory: {found['peak']:.0f} MB, with a limit of {options.limit} MB of data")


if __name__ == "__main__":
    main()
