"""Indicators: strategies for what is measured, with thresholds, readings, defaults, rules and rounding."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import attrs
from hypothesis import strategies as st

from perfscheme.nouns.curves.levels import Levels
from perfscheme.nouns.indicators import IfMissing, Indicator
from perfscheme.nouns.inputs import Better, NumberInput, range_of
from perfscheme.nouns.quantities import ByLabel, FromInput
from perfscheme.nouns.readings import Reading
from perfscheme.nouns.thresholds import ORDER, ThresholdsByLabel
from perfscheme.nouns.units import Range, UnitName
from perfscheme.testing.curves import Subject, curves
from perfscheme.testing.figures import Ends, ascending, decimals, maybe, roundings
from perfscheme.testing.rules import points_rules
from perfscheme.testing.surroundings import Surroundings, from_inputs


def _sort(
    unit: UnitName, written: tuple[str | None, str | None] | None, low: str, high: str
) -> tuple[UnitName, Range | None, Ends]:
    return unit, range_of(written), (Fraction(low), Fraction(high))


_SORTS = (
    _sort("percent", None, "2", "100"),
    _sort("percent", ("0", "120"), "0", "120"),
    _sort("fraction", None, "0", "1"),
    _sort("hours", None, "0", "200"),
    _sort("hours", ("0", "2000"), "0", "200"),
    _sort("days", None, "0", "30"),
    _sort("minutes", ("0", None), "0", "600"),
    _sort("count", None, "0", "40"),
    _sort("points", ("0", "100"), "0", "100"),
    _sort("points", ("1", "5"), "1", "5"),
    _sort("points", ("-50", "50"), "-50", "50"),
    _sort("points", None, "-20", "120"),
    _sort("currency", ("0", None), "0", "200000"),
    _sort("currency", None, "-1000", "5000"),
)

_BETTER: tuple[Better | None, ...] = ("higher", "lower", None)
_WORDS: tuple[tuple[str | bool, ...], ...] = (("优", "良", "差"), ("A", "B"), (True, False))


@st.composite
def _thresholds(draw: st.DrawFn, around: Surroundings, subject: Subject) -> tuple[Any, Mapping[str, bool]]:
    names = list(draw(st.sampled_from((ORDER, ORDER[1:], ORDER[:2], ("target",), ("target", "stretch", "dream")))))

    def ordered() -> list[Fraction]:
        found = draw(ascending(subject.ends, len(names), len(names)))
        return found if subject.better == "higher" else found[::-1]

    if around.labels and draw(st.integers(0, 4)) == 0:
        label = draw(st.sampled_from(around.labels))
        cases = [(case, dict(zip(names, ordered(), strict=True))) for case in label.labels]
        return ThresholdsByLabel(label.key, cases), dict.fromkeys(names, False)
    values: dict[str, Any] = dict(zip(names, ordered(), strict=True))
    fixed = dict.fromkeys(names, True)
    if draw(st.integers(0, 4)) == 0:
        name = draw(st.sampled_from(names))
        other: UnitName = "minutes" if subject.unit == "hours" and draw(st.booleans()) else subject.unit
        times = 60 if other == "minutes" and subject.unit == "hours" else 1
        values[name] = draw(from_inputs(around, (subject.ends[0] * times, subject.ends[1] * times), other))
        if values[name].default is not None and times == 60:
            values[name] = FromInput(values[name].input)
        fixed[name] = False
    elif around.labels and draw(st.integers(0, 4)) == 0:
        name = draw(st.sampled_from(names))
        label = draw(st.sampled_from(around.labels))
        values[name] = ByLabel(label.key, [(case, draw(decimals(*subject.ends))) for case in label.labels])
        fixed[name] = False
    return values, fixed


@st.composite
def _readings(draw: st.DrawFn, around: Surroundings, subject: Subject) -> Reading | None:
    """Another input than its own: converted, limited, rounded; now and then one that others read too."""
    if draw(st.integers(0, 3)):
        return None
    shared = [spec for spec in around.numbers if spec.unit == subject.unit and spec.range == subject.range]
    share: bool = draw(st.booleans())
    if shared and share:
        spec = draw(st.sampled_from(shared))
    else:
        unit: UnitName = "minutes" if subject.unit == "hours" and subject.range is None else subject.unit
        spec = NumberInput(around.name("read"), unit, range=subject.range)
        around.inputs.append(spec)
    low = draw(st.sampled_from((None, subject.ends[0])))
    high = draw(st.sampled_from((None, subject.ends[1])))
    return Reading(spec.key, unit=None, rounding=draw(maybe(roundings(), once_in=2)), at_least=low, at_most=high)


def _if_missing(draw: st.DrawFn, around: Surroundings, ends: Ends | None) -> IfMissing | None:
    match draw(st.integers(0, 8)):
        case 0 if ends is not None:
            return IfMissing(value=draw(decimals(*ends)))
        case 1:
            return IfMissing(points=draw(decimals(*around.scale)))
        case 2:
            return IfMissing(not_applicable=True)
    return None


@st.composite
def _judged(draw: st.DrawFn, around: Surroundings) -> Indicator:
    """An indicator that reads a label, a flag, or words of its own."""
    key = around.name("judged")
    share: bool = draw(st.booleans())
    reading: Reading | None = None
    labels: tuple[str | bool, ...] = draw(st.sampled_from(_WORDS))
    if around.labels and share:
        label = draw(st.sampled_from(around.labels))
        reading, labels = Reading(label.key), label.labels
    points = draw(st.lists(decimals(*around.scale), min_size=len(labels), max_size=len(labels)))
    curve = Levels(list(zip(labels, points, strict=True)))
    return Indicator(key, "points", input=reading, curve=curve, if_missing=_if_missing(draw, around, None))


@st.composite
def indicators(draw: st.DrawFn, around: Surroundings, *, target: bool = False) -> Indicator:
    """An indicator without a weight, which its dimension gives it.

    Args:
        draw: given by Hypothesis.
        around: what it may refer to; its id and its thresholds are added.
        target: it has a threshold named `target`.
    """
    if not target and draw(st.integers(0, 7)) == 0:
        found = draw(_judged(around))
    else:
        unit, range_, ends = draw(st.sampled_from(_SORTS))
        better = draw(st.sampled_from(_BETTER[:2] if target else _BETTER))
        subject = Subject(unit, range_, ends, better)
        written: Any = ()
        if better is not None and (target or draw(st.booleans())):
            written, names = draw(_thresholds(around, subject))
            subject = attrs.evolve(subject, thresholds=names)
        key = around.name("item")
        reading = draw(_readings(around, subject))
        default = _if_missing(draw, around, ends)
        found = Indicator(
            key, unit, input=reading, better=better, range=range_ if reading is None else None, thresholds=written,
            curve=draw(curves(around, subject)), if_missing=default,
        )  # fmt: skip
        if reading is None:
            around.own.append(NumberInput(key, unit, range=range_))
        around.met += [(key, name) for name in subject.thresholds]
    rules = draw(points_rules(around, once_in=4))
    around.points.append(found.id)
    return attrs.evolve(found, rules=rules, rounding=draw(maybe(roundings())))
