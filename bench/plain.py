"""The same plans in plain float: one record by hand, whole numpy arrays, and tiles with every trick that ours has."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from bench.plans import CUTS, Curve, Deduct, Item, Linear, Ratio, Steps

Floats = NDArray[np.float64]
Result = tuple[Floats, NDArray[np.int8]]


def by_hand(record: Mapping[str, float]) -> float:
    """The rounded total of one record of the plan of five, as one writes it in a hurry: no grade, no breakdown."""
    x = record["attendance"]
    a = 0.0 if x <= 80.0 else 100.0 if x >= 98.0 else (x - 80.0) * 6.0 if x < 90.0 else 60.0 + (x - 90.0) * 5.0
    x = record["overtime"]
    b = 100.0 if x < 2.0 else 80.0 if x < 5.0 else 50.0 if x < 10.0 else 0.0
    c = record["sales"] * 0.001
    c = 100.0 if c > 100.0 else 0.0 if c < 0.0 else c
    d = 100.0 - 5.0 * record["late"]
    d = 0.0 if d < 0.0 else d
    x = record["satisfaction"]
    e = 0.0 if x <= 1.0 else 100.0 if x >= 5.0 else (x - 1.0) * 25.0
    total = (30.0 * a + 10.0 * b + 30.0 * c + 10.0 * d + 20.0 * e) / 100.0
    return math.floor(total * 10.0 + 0.5) / 10.0


def whole_points(curve: Curve, x: Floats) -> Floats:
    """Points of a whole column, as one writes it with numpy."""
    match curve:
        case Linear(xs=xs, ys=ys):
            return np.interp(x, xs, ys)
        case Steps(cuts=cuts, ys=ys):
            return np.asarray(ys)[np.searchsorted(cuts, x, side="right")]
        case Ratio(target=target, cap=cap):
            return np.clip(x / target * 100.0, 0.0, cap)
        case Deduct(start=start, per=per):
            return np.maximum(start - per * x, 0.0)


def whole(plan: Sequence[Item], columns: Mapping[str, Floats], missing: bool) -> Result:
    """Rounded totals and grades (0 the worst) on whole arrays: naive numpy."""
    points = [whole_points(item.curve, columns[item.key]) for item in plan]
    if missing:
        given = [columns[item.key] for item in plan]
        weights = [np.where(np.isnan(x), 0.0, item.weight) for x, item in zip(given, plan, strict=True)]
        points = [np.where(np.isnan(x), 0.0, each) for x, each in zip(given, points, strict=True)]
        total = sum(w * p for w, p in zip(weights, points, strict=True)) / sum(weights)
    else:
        weight = sum(item.weight for item in plan)
        total = sum(item.weight / weight * each for item, each in zip(plan, points, strict=True))
    score = np.floor(total * 10.0 + 0.5) / 10.0
    return score, np.digitize(score, CUTS).astype(np.int8)


class Tiles:
    """The plan tile by tile with `out=` buffers, so that every intermediate stays in the cache.

    A piece of a curve is found by an int8 count of `x >= knot` and fetched with `np.take`; a tile with a missing
    value is found by its sum. This is the technique of the library's own kernel, without its exactness.
    """

    def __init__(self, plan: Sequence[Item], tile: int) -> None:
        self.tile = tile
        self.weight = sum(item.weight for item in plan)
        self.points, self.spare, self.over, self.under = (np.empty(tile) for _ in range(4))
        self.mask = np.empty(tile, bool)
        self.counts, self.index = np.empty(tile, np.int8), np.empty(tile, np.intp)
        self.items = [(item.key, item.weight, item.curve, self.tables(item.curve)) for item in plan]

    @staticmethod
    def tables(curve: Curve) -> tuple[Floats, ...]:
        """What `np.take` fetches for each piece: its origin, slope and height, or its points."""
        match curve:
            case Linear(xs=xs, ys=ys):
                slopes = [(ys[i + 1] - ys[i]) / (xs[i + 1] - xs[i]) for i in range(len(xs) - 1)]
                return (
                    np.array([0.0, *xs[:-1], 0.0]),
                    np.array([0.0, *slopes, 0.0]),
                    np.array([ys[0], *ys[:-1], ys[-1]]),
                )
            case Steps(ys=ys):
                return (np.array(ys),)
            case _:
                return ()

    def count(self, x: Floats, knots: Sequence[float], mask: NDArray[np.bool_]) -> NDArray[np.intp]:
        """How many knots each value has reached."""
        counts, index = self.counts[: x.size], self.index[: x.size]
        counts.fill(0)
        for knot in knots:
            np.greater_equal(x, knot, out=mask)
            np.add(counts, mask.view(np.int8), out=counts)
        np.copyto(index, counts)
        return index

    def score(self, curve: Curve, tables: tuple[Floats, ...], x: Floats, out: Floats, spare: Floats,
              mask: NDArray[np.bool_]) -> None:  # fmt: skip
        """Points of one tile of one indicator."""
        match curve:
            case Linear(xs=xs):
                index = self.count(x, xs, mask)
                np.take(tables[0], index, out=spare, mode="clip")
                np.subtract(x, spare, out=spare)
                np.take(tables[1], index, out=out, mode="clip")
                np.multiply(out, spare, out=out)
                np.take(tables[2], index, out=spare, mode="clip")
                np.add(out, spare, out=out)
            case Steps(cuts=cuts):
                np.take(tables[0], self.count(x, cuts, mask), out=out, mode="clip")
            case Ratio(target=target, cap=cap):
                np.multiply(x, 100.0 / target, out=out)
                np.maximum(out, 0.0, out=out)
                np.minimum(out, cap, out=out)
            case Deduct(start=start, per=per):
                np.multiply(x, -per, out=out)
                np.add(out, start, out=out)
                np.maximum(out, 0.0, out=out)

    def run(self, columns: Mapping[str, Floats]) -> Result:
        """Rounded totals and grades (0 the worst)."""
        rows = len(next(iter(columns.values())))
        totals, grades = np.empty(rows), np.empty(rows, np.int8)
        with np.errstate(all="ignore"):
            for start in range(0, rows, self.tile):
                stop = min(start + self.tile, rows)
                self.one(columns, start, stop, totals[start:stop], grades[start:stop])
        return totals, grades

    def one(self, columns: Mapping[str, Floats], start: int, stop: int, total: Floats, grade: NDArray[np.int8]) -> None:
        """Score the rows of one tile into `total` and `grade`."""
        size = stop - start
        points, spare, over, under = self.points[:size], self.spare[:size], self.over[:size], self.under[:size]
        mask = self.mask[:size]
        some_missing = False
        over.fill(0.0)
        for key, weight, curve, tables in self.items:
            x = columns[key][start:stop]
            self.score(curve, tables, x, points, spare, mask)
            reduced = np.add.reduce(x)
            if reduced != reduced:
                np.isnan(x, out=mask)
                if not some_missing:
                    under.fill(self.weight)
                    some_missing = True
                np.copyto(points, 0.0, where=mask)
                np.multiply(mask, weight, out=spare)
                np.subtract(under, spare, out=under)
            np.multiply(points, weight, out=spare)
            np.add(over, spare, out=over)
        np.divide(over, under if some_missing else self.weight, out=total)
        np.multiply(total, 10.0, out=total)
        np.add(total, 0.5, out=total)
        np.floor(total, out=total)
        np.divide(total, 10.0, out=total)
        grade.fill(0)
        for cut in CUTS:
            np.greater_equal(total, cut, out=mask)
            np.add(grade, mask.view(np.int8), out=grade)
