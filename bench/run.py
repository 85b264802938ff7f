"""`make bench`: speed and memory against plain float code, every ratio from one interleaved run."""

from __future__ import annotations

import argparse
import platform
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import perfscheme
from bench import engines, measure
from bench.checks import generated
from bench.data import Columns, columns
from bench.evidence import evidence
from bench.plain import Floats, Tiles, by_hand, whole
from bench.plans import FILES, NAMES, PLANS, RECORD, decimal, exact_score
from bench.table import FULL, QUICK, Size, Table

LATEST = Path(__file__).with_name("latest.json")
TILE = 65536


def ours(scheme: Any, data: Columns) -> tuple[Floats, NDArray[np.int8]]:
    """Score by the library, and read both results."""
    board = scheme.score_many(data)
    return board.total, board.grade_index


def one_record(table: Table, size: Size) -> None:
    """One record of five indicators: our exact total, grade and breakdown against a float total alone."""
    scheme = perfscheme.load(FILES[5])

    def score() -> object:
        card = scheme.score(RECORD)
        return card.total, card.grade

    taken = measure.interleave(
        {"ours": score, "hand": lambda: by_hand(RECORD)}, rounds=size.rounds * 2 + 1, number=2000
    )
    print(f"# one record: ours {taken.of('ours') * 1e6:.2f} µs, by hand {taken.of('hand') * 1e6:.2f} µs")
    table.add("one record x 5, exact with grade: time / hand-written float total", taken.ratio("ours", "hand"), "<= 6")


def batch(table: Table, size: Size, count: int, missing: float) -> None:
    """Many rows against plain float code and the engines; and how often that code is wrong."""
    scheme, plan, data = perfscheme.load(FILES[count]), PLANS[count], columns(count, size.rows, missing)
    tiles, some = Tiles(plan, TILE), missing > 0
    calls: dict[str, Callable[[], Any]] = {
        "ours": lambda: ours(scheme, data),
        "tiles": lambda: tiles.run(data),
        "numpy": lambda: whole(plan, data, some),
        **engines.candidates(plan, data, some),
    }
    taken = measure.interleave(calls, size.rounds)
    what = f"{size.rows:.0e} rows x {count}".replace("e+0", "e") + (f", {missing:.0%} missing" if some else "")
    speed = size.rows / taken.of("ours") / 1e6
    print(f"# {what}: ours {taken.of('ours') * 1e3:.1f} ms, {speed:.1f} million rows a second")
    table.add(f"{what}: time / plain float tiles", taken.ratio("ours", "tiles"), "<= 1.6" if some else "<= 1.3")
    table.add(f"{what}: naive numpy's time / ours", taken.ratio("numpy", "ours"), ">= 6" if some else ">= 2.5")
    for name in calls:
        if name not in ("ours", "tiles", "numpy"):
            bar = ">= 5" if name == "pandas by hand" and not some else None
            table.add(f"{what}: {name}'s time / ours", taken.ratio(name, "ours"), bar)
    for name in ("numpy", "pandas by hand"):
        if name in calls:
            shown = "naive numpy" if name == "numpy" else name
            table.add(f"{what}: {shown}'s time / plain float tiles", taken.ratio(name, "tiles"))
    exact = ours(scheme, data)
    settle(plan, data, exact, tiles.run(data), scheme)
    for name, plain in (("plain float tiles", tiles.run(data)), ("naive numpy", whole(plan, data, some))):
        missed = exact[0] != plain[0]
        missed &= ~np.isnan(exact[0])
        table.add(f"{what}: % of totals that {name} get wrong", 100 * float(np.mean(missed)))
        table.add(f"{what}: % of grades that {name} get wrong", 100 * float(np.mean(exact[1] != plain[1])))


def settle(plan: Any, data: Columns, exact: Any, plain: Any, scheme: Any) -> None:
    """Work out rows with rationals: where plain float differs from us, and a sample of all.

    Raises:
        SystemExit: the library is wrong.
    """
    totals, grades = exact
    if scheme.ladder.names != NAMES:
        raise SystemExit(f"grades are {scheme.ladder.names}, not {NAMES}")
    differing = np.flatnonzero((totals != plain[0]) | (grades != plain[1]))
    spread = np.linspace(0, len(totals) - 1, 300).astype(np.intp)
    for row in np.concatenate([differing[:300], spread]):
        values = [float(data[item.key][row]) for item in plan]
        if all(value != value for value in values):
            continue
        total, grade = exact_score(plan, values)
        if decimal(float(totals[row])) != total or grades[row] != grade:
            raise SystemExit(f"row {row} {values}: exactly {total}, {NAMES[grade]}; ours {totals[row]}, {grades[row]}")


def rates(scheme: Any, count: int, size: Size) -> float:
    """Rows a second at `size.many` rows, over rows a second at a tenth of them."""
    few, many = columns(count, size.many // 10), columns(count, size.many)
    calls = {"few": lambda: [ours(scheme, few) for _ in range(10)], "many": lambda: ours(scheme, many)}
    taken = measure.interleave(calls, max(3, size.rounds - 2))
    return taken.ratio("few", "many")


def large(table: Table, size: Size, missing: float) -> None:
    """The same at so many rows that every whole-array step fetches new memory from the system."""
    scheme, plan, data, some = perfscheme.load(FILES[5]), PLANS[5], columns(5, size.many, missing), missing > 0
    tiles = Tiles(plan, TILE)
    calls: dict[str, Callable[[], Any]] = {
        "ours": lambda: ours(scheme, data),
        "plain float tiles": lambda: tiles.run(data),
        "naive numpy": lambda: whole(plan, data, some),
    }
    if engines.installed("pandas"):
        calls |= engines.by_pandas(plan, data, some)
    taken = measure.interleave(calls, 3)
    what = f"{size.many:.0e} rows x 5".replace("e+0", "e") + (f", {missing:.0%} missing" if some else "")
    for name in calls:
        if name != "ours":
            table.add(f"{what}: {name}'s time / ours", taken.ratio(name, "ours"))


def scale(table: Table, size: Size, count: int) -> None:
    """Ten times the rows at the same pace, in little memory."""
    scheme = perfscheme.load(FILES[count])
    pace = rates(scheme, count, size)
    what = f"{size.many:.0e} rows x {count}".replace("e+0", "e")
    table.add(f"{what}: rows a second / rows a second at a tenth", pace, ">= 0.75")
    for missing in (0.0, 0.02):
        extra = measure.peak(count, size.many, missing)
        note = f", {missing:.0%} missing" if missing else ""
        if extra is None:
            print("# memory: skipped, the kernel here does not tell the peak of a process (Linux does)")
        else:
            table.add(f"{what}{note}: peak bytes a row beyond inputs and outputs", extra, "<= 25")


def starting(table: Table, size: Size) -> None:
    """What a process pays before its first score."""
    taken = measure.imports(size.starts)
    nothing, attrs, own = (taken.of(name) for name in ("nothing", "attrs", "perfscheme"))
    shown = f"nothing {nothing * 1e3:.1f} ms, attrs {attrs * 1e3:.1f} ms, perfscheme {own * 1e3:.1f} ms"
    print(f"# python -c 'import ...': {shown}")
    table.add("import perfscheme: time / import attrs (whole process)", taken.ratio("perfscheme", "attrs"), "<= 1.5")
    table.add("import perfscheme: the same less the bare interpreter", (own - nothing) / (attrs - nothing))
    path = FILES[12]
    lines = len(path.read_text(encoding="utf-8").splitlines())
    nobody = dict.fromkeys(item.key for item in PLANS[12])
    calls = {"load": lambda: perfscheme.load(path), "score": lambda: perfscheme.load(path).score(nobody)}
    load = measure.interleave(calls, size.starts)
    table.add(f"load, check and compile {lines} lines: ms", load.of("load") * 1e3, "<= 20")
    table.add(f"load, check and compile {lines} lines, then score once: ms", load.of("score") * 1e3)


def checking(table: Table, size: Size) -> None:
    """What an author waits for `perfscheme check`: the whole process, with the lints."""
    bars = {10: None, 100: "<= 0.3", 1000: "<= 2"}
    with tempfile.TemporaryDirectory() as folder:
        files = {count: Path(folder, f"{count}.scheme.yaml") for count in bars}
        for count, path in files.items():
            path.write_text(generated(count), encoding="utf-8")
        hostile = Path(folder, "hostile.scheme.yaml")
        hostile.write_text("".join(f"a{place}: 1\n" for place in range(90_000)), encoding="utf-8")
        named = {str(count): path for count, path in files.items()} | {"hostile": hostile}
        taken = measure.checks(named, max(3, size.rounds))
    for count, bar in bars.items():
        table.add(f"check of {count} indicators, whole process: s", taken.least(str(count)), bar)
    few, some, many = (taken.least(str(count)) for count in bars)
    table.add("check: what 990 more indicators take / what 90 more take (11: linear)", (many - few) / (some - few))
    table.add("check of a file with more in it than is read: s", taken.least("hostile"), "<= 2")


def main() -> None:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rows and rounds")
    parser.add_argument(
        "--only", default="", help="parts to run, comma-separated: record,batch,scale,start,check,evidence"
    )
    options = parser.parse_args()
    size = QUICK if options.quick else FULL
    parts = options.only.split(",") if options.only else ["record", "batch", "scale", "start", "check", "evidence"]
    begun = time.perf_counter()
    print(f"# Python {platform.python_version()}, numpy {np.__version__}; medians of interleaved rounds")
    for engine in engines.ENGINES:
        if not engines.installed(engine):
            print(f"# {engine}: skipped, not installed")
    table = Table()
    if "record" in parts:
        one_record(table, size)
    if "batch" in parts:
        for count in (5, 12):
            for missing in (0.0, 0.02):
                batch(table, size, count, missing)
    if "scale" in parts:
        for count in (5, 12):
            scale(table, size, count)
        for missing in (0.0, 0.02):
            large(table, size, missing)
    if "start" in parts:
        starting(table, size)
    if "check" in parts:
        checking(table, size)
    if "evidence" in parts:
        evidence(table, size)
    table.write(LATEST)
    failing = [row.name for row in table.rows if row.holds is False]
    print(
        f"# {time.perf_counter() - begun:.0f} s; {len(failing)} bars fail"
        + "".join(f"\n#   {name}" for name in failing)
    )


if __name__ == "__main__":
    main()
