"""The same plans in plain float, as people write them for pandas, Polars, DuckDB and numexpr; any may be absent."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.plans import CUTS, Curve, Deduct, Item, Linear, Ratio, Steps

Floats = NDArray[np.float64]
Candidates = dict[str, Callable[[], Floats]]
ENGINES = ("pandas", "polars", "duckdb", "numexpr")


def installed(engine: str) -> bool:
    """Whether the engine (and what it needs here) can be imported."""
    needs = {"duckdb": ("duckdb", "pyarrow")}.get(engine, (engine,))
    return all(importlib.util.find_spec(name) is not None for name in needs)


def candidates(plan: Sequence[Item], columns: Mapping[str, Floats], missing: bool) -> Candidates:
    """The engines that are installed, each a call that gives the rounded totals."""
    made: Candidates = {}
    for engine, make in (("pandas", by_pandas), ("polars", by_polars), ("duckdb", by_duckdb), ("numexpr", by_numexpr)):
        if installed(engine):
            made |= make(plan, columns, missing)
    return made


def by_pandas(plan: Sequence[Item], columns: Mapping[str, Floats], missing: bool) -> Candidates:
    """Pandas by hand: one Series of points per indicator."""
    import pandas as pd

    frame = pd.DataFrame(dict(columns))

    def points(curve: Curve, x: Any) -> Any:
        match curve:
            case Linear(xs=xs, ys=ys):
                return pd.Series(np.interp(x, xs, ys), index=x.index)
            case Steps(cuts=cuts, ys=ys):
                return pd.cut(x, [-np.inf, *cuts, np.inf], right=False, labels=False).map(dict(enumerate(ys)))
            case Ratio(target=target, cap=cap):
                return (x / target * 100).clip(0, cap)
            case Deduct(start=start, per=per):
                return (start - per * x).clip(lower=0)

    def run() -> Floats:
        over: Any = 0.0
        under: Any = 0.0
        for item in plan:
            x = frame[item.key]
            each = points(item.curve, x)
            over = over + (each.fillna(0.0) if missing else each) * item.weight
            under = under + (x.notna() * item.weight if missing else item.weight)
        score = np.floor(over / under * 10 + 0.5) / 10
        pd.cut(score, [-np.inf, *CUTS, np.inf], right=False, labels=False)
        return score.to_numpy()

    return {"pandas by hand": run}


def by_polars(plan: Sequence[Item], columns: Mapping[str, Floats], missing: bool) -> Candidates:
    """Polars expressions, on a frame (eager) and as a query in streaming mode."""
    import polars as pl

    frame = pl.DataFrame(dict(columns))
    if missing:
        frame = frame.with_columns(pl.all().fill_nan(None))

    def points(curve: Curve, x: Any) -> Any:
        match curve:
            case Linear(xs=xs, ys=ys):
                result = pl.lit(ys[-1])
                for i in reversed(range(len(xs) - 1)):
                    slope = (ys[i + 1] - ys[i]) / (xs[i + 1] - xs[i])
                    result = pl.when(x < xs[i + 1]).then((x - xs[i]) * slope + ys[i]).otherwise(result)
                return pl.when(x <= xs[0]).then(pl.lit(ys[0])).otherwise(result)
            case Steps(cuts=cuts, ys=ys):
                result = pl.lit(ys[-1])
                for cut, y in zip(reversed(cuts), reversed(ys[:-1]), strict=True):
                    result = pl.when(x < cut).then(pl.lit(y)).otherwise(result)
                return result
            case Ratio(target=target, cap=cap):
                return (x * (100.0 / target)).clip(0.0, cap)
            case Deduct(start=start, per=per):
                return (start - x * per).clip(0.0)

    def total() -> Any:
        over: Any = None
        under: Any = None
        for item in plan:
            x = pl.col(item.key)
            each: Any = points(item.curve, x) * item.weight
            weight: Any = pl.lit(item.weight)
            if missing:
                each = pl.when(x.is_null()).then(pl.lit(0.0)).otherwise(each)
                weight = pl.when(x.is_null()).then(pl.lit(0.0)).otherwise(weight)
            over = each if over is None else over + each
            under = weight if under is None else under + weight
        return over / (under if missing else sum(item.weight for item in plan))

    def query(source: Any) -> Any:
        score = pl.col("score")
        grade: Any = pl.lit(0, pl.Int8)
        for index, cut in enumerate(CUTS, 1):
            grade = pl.when(score >= cut).then(pl.lit(index, pl.Int8)).otherwise(grade)
        scored = source.select(((total() * 10.0 + 0.5).floor() / 10.0).alias("score"))
        return scored.with_columns(grade.alias("grade"))

    return {
        "Polars eager": lambda: query(frame)["score"].to_numpy(),
        "Polars streaming": lambda: query(frame.lazy()).collect(engine="streaming")["score"].to_numpy(),
    }


def case(branches: Iterator[tuple[str, str]], otherwise: str, form: str) -> str:
    """Nested choices as text: the first branch whose condition holds."""
    text = otherwise
    for condition, value in reversed(list(branches)):
        text = form.format(condition=condition, value=value, otherwise=text)
    return text


def text_points(curve: Curve, x: str, form: str, number: Callable[[float], str]) -> str:
    """Points as the text of an expression; `form` is how the dialect writes a choice."""
    match curve:
        case Linear(xs=xs, ys=ys):
            first = (f"{x} <= {number(xs[0])}", number(ys[0]))
            slopes = [(ys[i + 1] - ys[i]) / (xs[i + 1] - xs[i]) for i in range(len(xs) - 1)]
            pieces = (
                (f"{x} < {number(end)}", f"({number(y)} + ({x} - {number(start)}) * {number(slope)})")
                for start, end, y, slope in zip(xs, xs[1:], ys, slopes, strict=False)
            )
            return case(iter((first, *pieces)), number(ys[-1]), form)
        case Steps(cuts=cuts, ys=ys):
            return case(
                ((f"{x} < {number(c)}", number(y)) for c, y in zip(cuts, ys, strict=False)), number(ys[-1]), form
            )
        case Ratio(target=target, cap=cap):
            value = f"({x} * {number(100.0 / target)})"
            limits = ((f"{value} > {number(cap)}", number(cap)), (f"{value} < {number(0.0)}", number(0.0)))
            return case(iter(limits), value, form)
        case Deduct(start=start, per=per):
            value = f"({number(start)} - {number(per)} * {x})"
            return case(iter(((f"{value} < {number(0.0)}", number(0.0)),)), value, form)


def text_total(plan: Sequence[Item], missing: bool, form: str, number: Callable[[float], str], absent: str) -> str:
    """The unrounded total as the text of an expression."""
    over, under = [], []
    for item in plan:
        term = f"{number(item.weight)} * {text_points(item.curve, item.key, form, number)}"
        gone = absent.format(x=item.key)
        if missing:
            over.append(form.format(condition=gone, value=number(0.0), otherwise=term))
            under.append(form.format(condition=gone, value=number(0.0), otherwise=number(item.weight)))
        else:
            over.append(term)
            under.append(number(item.weight))
    return f"({' + '.join(over)}) / ({' + '.join(under)})"


def by_duckdb(plan: Sequence[Item], columns: Mapping[str, Floats], missing: bool) -> Candidates:
    """DuckDB's SQL on a table of its own, the answer as Arrow."""
    import duckdb
    import pyarrow as pa

    connection = duckdb.connect()
    arrow = pa.table({key: pa.array(column, from_pandas=missing) for key, column in columns.items()})
    connection.register("given", arrow)
    connection.execute("CREATE TABLE people AS SELECT * FROM given")
    # `0.1` is a DECIMAL to DuckDB, `0.1e0` a double.
    total = text_total(
        plan, missing, "CASE WHEN {condition} THEN {value} ELSE {otherwise} END", lambda n: f"{n!r}e0", "{x} IS NULL"
    )
    grade = " + ".join(f"CAST(score >= {cut!r}e0 AS TINYINT)" for cut in CUTS)
    sql = (
        f"SELECT score, CAST({grade} AS TINYINT) AS grade FROM "
        f"(SELECT floor({total} * 10e0 + 0.5e0) / 10e0 AS score FROM people)"
    )
    return {"DuckDB": lambda: connection.sql(sql).to_arrow_table()["score"].to_numpy()}


def by_numexpr(plan: Sequence[Item], columns: Mapping[str, Floats], missing: bool) -> Candidates:
    """numexpr: the total as one expression, the grade by numpy."""
    import numexpr

    total = text_total(plan, missing, "where({condition}, {value}, {otherwise})", repr, "{x} != {x}")
    text = f"floor({total} * 10.0 + 0.5) / 10.0"

    def run() -> Floats:
        score: Floats = numexpr.evaluate(text, local_dict=dict(columns))
        np.digitize(score, CUTS).astype(np.int8)
        return score

    return {"numexpr": run}
