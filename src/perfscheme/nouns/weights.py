"""Weights: how the shares of a dimension's children are written, and the proof that they add up."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from perfscheme.diagnostics import Path, figure
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.nodes import Choose, Const, Formula, Input, Sum, walk
from perfscheme.nouns.setting import Setting, label_text

WeightMode: TypeAlias = Literal["to-100", "to-1", "normalised", "equal"]
Weight: TypeAlias = tuple[str, Formula | None]
"""The id of a child and its weight, None where none is written."""

TOTALS: Mapping[str, Fraction] = MappingProxyType({"to-100": Fraction(100), "to-1": Fraction(1)})

_MOST_CASES = 4096


def shares(weights: Sequence[Weight], mode: WeightMode, setting: Setting) -> tuple[Formula, ...]:
    """The weights of a mean, checked.

    Args:
        weights: id and weight of each child.
        mode: `to-100` and `to-1`: the weights add up to that, exactly, for every label they depend on;
            `normalised`: any weights, which count in relation to their sum; `equal`: none are written.
        setting: of the dimension; problems are reported at its children's `weight` (PS201 to PS209).

    Returns:
        One formula for each child; 1 where they are equal.
    """
    if mode == "equal":
        unused(weights, "weights: equal", setting)
        return tuple(Const(Fraction(1)) for _ in weights)
    if not _all_written(weights, setting, mode):
        return tuple(Const(Fraction(1)) if weight is None else weight for _, weight in weights)
    found = [weight for _, weight in weights if weight is not None]
    _check_cases([name for name, _ in weights], found, TOTALS.get(mode), setting)
    return tuple(found)


def factors(weights: Sequence[Weight], setting: Setting) -> tuple[Formula, ...]:
    """The weights of a sum: any numbers, one for each child; negative ones take points away."""
    _all_written(weights, setting, "factors")
    return tuple(Const(Fraction(1)) if weight is None else weight for _, weight in weights)


def unused(weights: Sequence[Weight], where: str, setting: Setting) -> None:
    """Report the weights that are written where none is used (PS202), all at once.

    Args:
        weights: id and weight of each child.
        where: what uses no weights, as the file says it, such as `kind: minimum`.
        setting: of the dimension.
    """
    if written := tuple(name for name, weight in weights if weight is not None):
        first, *also = [("children", name, "weight") for name in written]
        setting.report("PS202", *first, also=also, names=written, where=where)


def total(weights: Sequence[Formula]) -> Fraction | None:
    """What the weights add up to; None where that depends on labels or persons."""
    sums: set[Fraction | None] = set()
    for _, case in _cases(weights):
        there = [value for value in case if value is not None]
        sums.add(sum(there, Fraction(0)) if len(there) == len(case) else None)
    return sums.pop() if len(sums) == 1 else None


def _all_written(weights: Sequence[Weight], setting: Setting, mode: str) -> bool:
    left = tuple(name for name, weight in weights if weight is None)
    if left:
        first, *others = [("children", name) for name in left]
        # Where no mode of weighing is written either, that is as likely to be what is not there.
        also = [*others, ("aggregation",)]
        setting.report(
            "PS201", *first, also=also, names=left, mode=mode, equal="none" if mode == "factors" else "equal"
        )
    return not left


def _check_cases(ids: Sequence[str], weights: Sequence[Formula], wanted: Fraction | None, setting: Setting) -> None:
    if not weights:
        return  # no child is left to weigh; why is reported where the children stand
    if any(_by_person(weight) for weight in weights):
        _check_by_person(ids, weights, wanted, setting)
        return
    if math.prod(len(labels) for labels in _labels(weights).values()) > _MOST_CASES:
        setting.report("PS209", "children", ids[0], "weight", labels=tuple(_labels(weights)))
        return
    negative: set[str] = set()
    for labels, case in _cases(weights):
        found = tuple(value for value in case if value is not None)
        if len(found) < len(case):
            continue  # a case that was not written is reported where it is missing
        below = [name for name, value in zip(ids, found, strict=True) if value < 0]
        for name, value in zip(ids, found, strict=True):
            if value < 0 and name not in negative:
                negative.add(name)
                setting.report("PS203", "children", name, "weight", name=name, found=value)
        if not below:
            _check_total(ids, found, [_written(name, weight, labels) for name, weight in zip(ids, weights)], labels,
                         wanted, setting)  # fmt: skip


def _check_total(
    ids: Sequence[str],
    found: tuple[Fraction, ...],
    places: Sequence[Path],
    labels: Mapping[str, str | bool],
    wanted: Fraction | None,
    setting: Setting,
) -> None:
    added = sum(found, Fraction(0))
    written = tuple(f"{name} {figure(value)}" for name, value in zip(ids, found, strict=True))
    case = tuple(f"{key} = {label_text(label)}" for key, label in labels.items())
    where, *also = places
    if wanted is not None and added != wanted:
        facts: dict[str, Any] = {"found": added, "wanted": wanted, "weights": written, "rest": abs(wanted - added)}
        meant = next((mode for mode, total in TOTALS.items() if added == total), None)
        facts["mode"] = meant or "normalised"
        also += [("aggregation", "weights")] if meant else []
        if added == 1 and wanted == TOTALS["to-100"] and not case:
            instead = tuple(f"{name} {figure(value * wanted)}" for name, value in zip(ids, found, strict=True))
            setting.report("PS210", *where, also=also, instead=instead, **facts)
        elif case:
            setting.report("PS205", *where, also=also, case=case, **facts)
        else:
            setting.report("PS204", *where, also=also, **facts)
    elif added == 0:
        setting.report("PS206", *where, also=also, weights=written)


def _written(name: str, weight: Formula, labels: Mapping[str, str | bool]) -> Path:
    """Where the weight of a child is written, for these labels."""
    path: Path = ("children", name, "weight")
    while isinstance(weight, Choose):
        label = labels[weight.label.key]
        path = (*path, "cases", label_text(label))
        weight = weight.cases[weight.label.labels.index(label)]
    return path


def _check_by_person(ids: Sequence[str], weights: Sequence[Formula], wanted: Fraction | None, setting: Setting) -> None:
    analysis = Analysis()
    for name, weight in zip(ids, weights, strict=True):
        reach = analysis.range(weight)
        if _by_person(weight) and wanted is not None:
            setting.report("PS207", "children", name, "weight", name=name, wanted=wanted)
        elif reach is not None and reach.low < 0:
            setting.report("PS208", "children", name, "weight", name=name)


def _by_person(weight: Formula) -> bool:
    return any(isinstance(node, Input) for node in walk([weight]))


def _labels(weights: Sequence[Formula]) -> dict[str, tuple[str | bool, ...]]:
    return {node.label.key: node.label.labels for node in walk(weights) if isinstance(node, Choose)}


def _cases(
    weights: Sequence[Formula],
) -> Iterator[tuple[Mapping[str, str | bool], tuple[Fraction | None, ...]]]:
    labels = _labels(weights)
    for chosen in itertools.product(*labels.values()):
        case = dict(zip(labels, chosen, strict=True))
        yield case, tuple(_value(weight, case) for weight in weights)


def _value(weight: Formula, case: Mapping[str, str | bool]) -> Fraction | None:
    match weight:
        case Const(value=value):
            return value
        case Choose(label=label, cases=cases):
            return _value(cases[label.labels.index(case[label.key])], case)
        case Sum(constant=constant, terms=terms):
            added = constant
            for factor, term in terms:
                part = _value(term, case)
                if part is None:
                    return None
                added += factor * part
            return added
        case _:
            return None
