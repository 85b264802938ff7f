"""Random tables and measures, and a scheme that measures them."""

from __future__ import annotations

import datetime
import sys
import threading
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import yaml
from hypothesis import strategies as st

import perfscheme as ps
from perfscheme.evidence.cells import Cells

CALENDARS = {
    "office": {
        "zone": "Asia/Shanghai",
        "week": {"monday": ["09:00-12:00", "13:00-18:00"], "wednesday": ["00:00-24:00"], "friday": ["22:30-24:00"]},
        "holidays": ["2026-03-04"],
        "days": {"2026-03-07": ["10:15-11:00"]},
    },
    "berlin": {"zone": "Europe/Berlin", "week": {"sunday": ["08:00-20:00"], "monday": ["08:00-20:00"]}},
}
COLUMNS = {
    "who": "text",
    "n": {"kind": "number", "range": [-1000, 1000]},
    "took": {"kind": "number", "unit": "hours"},
    "allowed": {"kind": "number", "unit": "minutes"},
    "talk": {"kind": "duration", "unit": "minutes"},
    "at": {"kind": "time", "zone": "Europe/Berlin"},
    "then": {"kind": "time", "zone": "UTC"},
    "word": "text",
    "flag": "flag",
}
RULES = [{"column": "then", "below": "at"}]


def scheme(measures: dict[str, Any], rules: list[Any] | None = None) -> ps.Scheme:
    """A scheme of these measures, each of which gives an input of a fitting unit."""
    units = {
        name: "count" if m["kind"] in ("count", "distinct") else "minutes" if timed(m) else "number"
        for name, m in measures.items()
        if not worded(m)
    }
    inputs = {
        name: {"kind": "flag"} if m["of"] == "flag" else {"kind": "label", "labels": ["a", "b", "c"]}
        for name, m in measures.items()
        if worded(m)
    }
    curve = {"kind": "linear", "points": {0: 0, 100: 100}}
    children = {name: {"unit": unit, "range": [None, None], "curve": curve} for name, unit in units.items()}
    children["other"] = {"unit": "number", "curve": curve}
    used = {part["calendar"] for m in measures.values() for part in betweens(m.get("of")) if "calendar" in part}
    whole = {
        "perfscheme": 1,
        "scheme": "random",
        "inputs": inputs,
        "score": {"aggregation": {"kind": "sum", "missing": "zero"}, "children": children},
        "evidence": {
            "tables": {"t": {"subject": "who", "columns": COLUMNS, "leave-out": [
                {"name": f"rule {i}", "when": rule} for i, rule in enumerate(RULES if rules is None else rules)
            ]}},
            "calendars": {name: calendar for name, calendar in CALENDARS.items() if name in used},
            "measures": {
                name: measure if measure["kind"] == "ratio" else {"table": "t", **measure}
                for name, measure in measures.items()
            },
        },
    }  # fmt: skip
    return ps.loads(yaml.safe_dump(whole))


def betweens(of: Any) -> list[dict[str, Any]]:
    if isinstance(of, dict) and "from" in of:
        return [of]
    return (
        [part for stage in of["stages"].values() for part in betweens(stage)]
        if isinstance(of, dict) and "stages" in of
        else []
    )


def timed(measure: dict[str, Any]) -> bool:
    of = measure.get("of")
    return of == "talk" or (isinstance(of, dict) and ("from" in of or "stages" in of))


def worded(measure: dict[str, Any]) -> bool:
    return measure["kind"] in ("latest", "only") and measure["of"] in ("word", "flag")


decimals = st.decimals(-1000, 1000, places=2)
moments = st.datetimes(datetime.datetime(2026, 2, 28), datetime.datetime(2026, 4, 7)).map(
    lambda x: x.replace(tzinfo=datetime.UTC, microsecond=x.microsecond // 1000 * 1000)
)
rows = st.fixed_dictionaries({
    "who": st.sampled_from(["ann", "bob", "cy", None]),
    "n": st.none() | st.integers(-3, 3) | decimals,
    "took": st.none() | st.sampled_from([0, 1, 1.5]),
    "allowed": st.none() | st.sampled_from([0, 1, 59.5, 60, 90]),
    "talk": st.none() | st.integers(0, 500) | st.decimals(0, 60, places=3),
    "at": st.none() | moments,
    "then": st.none() | moments,
    "word": st.sampled_from(["a", "b", "c", None]),
    "flag": st.sampled_from([True, False, None]),
})  # fmt: skip
tables = st.lists(rows, max_size=25)
comparisons = st.one_of(
    st.fixed_dictionaries({"column": st.just("n"), "at-least": st.integers(-3, 3)}),
    st.fixed_dictionaries({"column": st.just("n"), "below": st.sampled_from([0.5, -1, 2])},
                          optional={"if-missing": st.sampled_from(["holds", "fails"])}),
    st.fixed_dictionaries({"column": st.just("n"), "equals": st.sampled_from([0.125, 1])}),
    st.fixed_dictionaries({"column": st.just("talk"), "above": st.integers(0, 60)}),
    st.fixed_dictionaries({"column": st.just("took"), "above": st.just("allowed")}),
    st.fixed_dictionaries({"column": st.just("at"), "at-most": st.just("then")}),
    st.fixed_dictionaries({"column": st.just("word"), "is": st.sampled_from(["a", "b"])},
                          optional={"if-missing": st.sampled_from(["holds", "fails"])}),
    st.fixed_dictionaries({"column": st.just("flag"), "is": st.booleans()}),
    st.fixed_dictionaries({"missing": st.sampled_from(["n", "at", "word"])}),
)  # fmt: skip
conditions = st.recursive(
    comparisons,
    lambda inner: st.one_of(
        st.fixed_dictionaries({"all": st.lists(inner, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"any": st.lists(inner, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"not": inner}),
    ),
    max_leaves=4,
)
between = st.fixed_dictionaries(
    {"from": st.just("at"), "to": st.just("then")}, optional={"calendar": st.sampled_from(list(CALENDARS))}
)
amounts = st.sampled_from(["n", "talk"]) | between
left_out = st.lists(conditions, min_size=1, max_size=2).map(
    lambda rules: [{"name": f"its own rule {i}", "when": rule} for i, rule in enumerate(rules)]
)
stages = st.fixed_dictionaries({"stages": st.fixed_dictionaries({"one": between, "two": st.just("talk")})})


def _of(kind: str, of: Any, **more: Any) -> st.SearchStrategy[dict[str, Any]]:
    fixed = {"kind": st.just(kind), "of": of, **more}
    if kind not in ("distinct",):
        fixed["decimals"] = st.integers(0, 6)
    more_keys = {"where": conditions, "at-least": st.integers(1, 3), "leave-out": left_out}
    return st.fixed_dictionaries(fixed, optional=more_keys)


measures = st.one_of(
    st.fixed_dictionaries({"kind": st.just("count")}, optional={"where": conditions, "leave-out": left_out}),
    *(_of(kind, amounts) for kind in ("sum", "mean", "median", "minimum", "maximum")),
    _of("mean", stages),
    _of("percentile", amounts, percent=st.sampled_from([0, 10, 33.3, 50, 90, 100]),
        method=st.sampled_from(["nearest-rank", "interpolated"])),
    _of("share", conditions),
    _of("distinct", st.sampled_from(["n", "word", "flag"])),
    _of("latest", st.sampled_from(["n", "talk", "word", "flag"]), by=st.sampled_from(["at", "then"])),
    _of("only", st.sampled_from(["n", "talk", "word", "flag"])),
    _of("share-of-subjects", st.just("word"), having=conditions),
)  # fmt: skip


def values(cells: Cells) -> list[Fraction | None]:
    """What was read of a column, None where nothing can be used."""
    absent = np.zeros(len(cells.values), bool) if cells.absent is None else cells.absent
    scale = 10**cells.decimals
    return [None if gone else Fraction(int(x), scale) for x, gone in zip(cells.values, absent)]


def faults(cells: Cells) -> dict[str, list[int]]:
    """The rows that could not be read, by what is wrong with them."""
    found: dict[str, list[int]] = {}
    for fault in cells.faults:
        found[fault.diagnostic.code] = sorted([*found.get(fault.diagnostic.code, []), *fault.rows.tolist()])
    return found


def steps(work: Callable[[], object]) -> int:
    """How many instructions of this library's own code the interpreter runs, in all threads."""
    found = 0

    def trace(frame: Any, event: str, _: Any) -> Any:
        nonlocal found
        if "perfscheme" not in frame.f_code.co_filename:
            return None
        frame.f_trace_opcodes = True
        found += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    threading.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
        threading.settrace(before)  # type: ignore[arg-type]
    return found
