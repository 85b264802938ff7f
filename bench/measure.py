"""How things are measured: interleaved calls and medians of ratios, fresh processes for memory and for imports."""

from __future__ import annotations

import ctypes
import gc
import os
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
# Modules are compiled once, as where the library is installed: to do so anew for each process would double its start.
KEEPING = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Times:
    """What each candidate took, round by round.

    Candidates share the machine's good and bad moments, so a ratio is the median of the ratios of the rounds.
    """

    def __init__(self, seconds: Mapping[str, list[float]]) -> None:
        self.seconds = seconds

    def of(self, name: str) -> float:
        """Median seconds of one call."""
        return statistics.median(self.seconds[name])

    def least(self, name: str) -> float:
        """Seconds of the call that was disturbed least."""
        return min(self.seconds[name])

    def ratio(self, name: str, other: str) -> float:
        """How many times as long `name` takes as `other`."""
        pairs = zip(self.seconds[name], self.seconds[other], strict=True)
        return statistics.median(one / two for one, two in pairs)


def interleave(
    candidates: Mapping[str, Callable[[], object]],
    rounds: int,
    number: int = 1,
    clock: Callable[[], float] = time.perf_counter,
) -> Times:
    """Run every candidate once a round, `number` calls long, each round in another order."""
    for call in candidates.values():
        call()
    times: dict[str, list[float]] = {name: [] for name in candidates}
    for turn in range(rounds):
        names = list(candidates)
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            call = candidates[name]
            gc.collect()
            start = clock()
            for _ in range(number):
                call()
            times[name].append((clock() - start) / number)
    return Times(times)


def imports(rounds: int) -> Times:
    """What `python -c "import ..."` takes in fresh, interleaved processes."""
    codes = {"nothing": "pass", "attrs": "import attrs", "perfscheme": "import perfscheme"}

    def runner(code: str) -> Callable[[], object]:
        return lambda: subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, env=KEEPING)

    return interleave({name: runner(code) for name, code in codes.items()}, rounds)


def checks(files: Mapping[str, Path], rounds: int) -> Times:
    """Processor time of `perfscheme check` in fresh, interleaved processes, by name of the file.

    It has one thread: on a machine that does nothing else this is what somebody waits.
    """

    def runner(path: Path) -> Callable[[], object]:
        command = [sys.executable, "-m", "perfscheme", "check", str(path)]
        return lambda: subprocess.run(command, check=False, cwd=ROOT, env=KEEPING, capture_output=True)

    return interleave({name: runner(path) for name, path in files.items()}, rounds, clock=_children)


def _children() -> float:
    taken = os.times()
    return taken.children_user + taken.children_system


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
    outputs = (board.total.itemsize + board.grade_index.itemsize) * rows
    data = columns(count, rows, missing)
    gc.collect()
    # What the making of the data freed goes back to the system, so that the call cannot live on it unseen.
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
    before = resident("VmRSS")
    CLEAR.write_text("5", encoding="ascii")
    board = scheme.score_many(data)
    board.total, board.grade_index  # noqa: B018
    print((resident("VmHWM") - before - outputs) / rows)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))
