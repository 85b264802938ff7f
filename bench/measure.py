"""How things are measured: interleaved calls and medians, fresh processes for memory and for imports."""

from __future__ import annotations

import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from bench.data import columns
from bench.plans import FILES

ROOT = Path(__file__).parents[1]
STATUS = Path("/proc/self/status")
CLEAR = Path("/proc/self/clear_refs")


def interleave(candidates: Mapping[str, Callable[[], object]], rounds: int, number: int = 1) -> dict[str, float]:
    """Median seconds of one call of each candidate; in each round every candidate runs once, `number` calls long.

    Candidates share the machine's good and bad moments, so that ratios mean something on a busy machine.
    """
    for call in candidates.values():
        call()
    times: dict[str, list[float]] = {name: [] for name in candidates}
    for _ in range(rounds):
        for name, call in candidates.items():
            gc.collect()
            start = time.perf_counter()
            for _ in range(number):
                call()
            times[name].append((time.perf_counter() - start) / number)
    return {name: statistics.median(taken) for name, taken in times.items()}


def imports(rounds: int) -> dict[str, float]:
    """Median seconds of `python -c "import ..."` in fresh, interleaved processes."""
    codes = {"nothing": "pass", "attrs": "import attrs", "perfscheme": "import perfscheme"}

    def runner(code: str) -> Callable[[], object]:
        return lambda: subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)

    return interleave({name: runner(code) for name, code in codes.items()}, rounds)


def peak(count: int, rows: int, missing: float) -> float | None:
    """Bytes a row that `score_many` takes at its peak beyond inputs and outputs, in a fresh process; None off Linux."""
    if not CLEAR.exists():
        return None
    done = subprocess.run(
        [sys.executable, "-m", "bench.measure", str(count), str(rows), str(missing)],
        capture_output=True, text=True, encoding="utf-8", check=True, cwd=ROOT,
    )  # fmt: skip
    return float(done.stdout)


def resident(field: str) -> int:
    """Bytes of memory by the kernel's account: `VmRSS` now, `VmHWM` at the peak."""
    for line in STATUS.read_text(encoding="ascii").splitlines():
        if line.startswith(field):
            return int(line.split()[1]) * 1024
    raise LookupError(field)


def main(count: int, rows: int, missing: float) -> None:
    """Print the bytes a row of one call of `score_many`."""
    import perfscheme

    scheme = perfscheme.load(FILES[count])
    board = scheme.score_many(columns(count, 1000, missing))
    outputs = (board.total.itemsize + board.grades.itemsize) * rows
    data = columns(count, rows, missing)
    gc.collect()
    before = resident("VmRSS")
    CLEAR.write_text("5", encoding="ascii")
    board = scheme.score_many(data)
    board.total, board.grades  # noqa: B018
    print((resident("VmHWM") - before - outputs) / rows)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))
