"""Thresholds: named values of an indicator, fixed, given per person, or a whole set chosen by a label."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from fractions import Fraction
from typing import Any, TypeAlias

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.formula.nodes import Absent, Compare, Condition, Formula, State
from perfscheme.nouns.entries import entries
from perfscheme.nouns.inputs import Better, NumberInput
from perfscheme.nouns.quantities import Quantity, quantity, state, twice
from perfscheme.nouns.setting import Setting, label_text
from perfscheme.nouns.shapes import Keyed
from perfscheme.nouns.units import Range, amount_text, reach_text

ORDER = ("floor", "target", "stretch")
"""The names with a meaning, from the least demanding on."""


@attrs.frozen
class Threshold:
    """A named value of an indicator.

    Args:
        name: `floor`, `target`, `stretch`, or a name of one's own.
        value: in the indicator's unit; an input in another unit of the same kind is converted.
    """

    name: str
    value: Quantity = attrs.field(converter=quantity)


def _thresholds(value: Any) -> tuple[Threshold, ...]:
    return entries(Threshold, value)


@attrs.frozen
class ThresholdCase:
    """The thresholds of one label."""

    label: str | bool
    thresholds: Keyed[Threshold] = attrs.field(converter=_thresholds)


def _threshold_cases(value: Any) -> tuple[ThresholdCase, ...]:
    return entries(ThresholdCase, value)


@attrs.frozen
class ThresholdsByLabel:
    """A set of thresholds chosen by a label or flag.

    Args:
        by: key of the label or flag.
        cases: a set for each of its labels; all sets have the same names.

    Raises:
        SchemeError: no cases, a label twice, or a name that one set has and another has not.

    >>> ThresholdsByLabel("role", {"junior": {"target": 80}, "senior": {"target": 90}}).names
    ('target',)
    """

    by: str
    cases: Keyed[ThresholdCase] = attrs.field(converter=_threshold_cases)

    def __attrs_post_init__(self) -> None:
        problems = list(twice((case.label for case in self.cases), "cases"))
        if not self.cases:
            problems.append(Diagnostic("PS136", ("cases",)))
        for case in self.cases:
            own = {threshold.name for threshold in case.thresholds}
            if left := tuple(name for name in self.names if name not in own):
                where = ("cases", label_text(case.label))
                problems.append(Diagnostic("PS135", where, {"label": label_text(case.label), "missing": left}))
        if problems:
            raise SchemeError(problems)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the thresholds, in the order in which they come up."""
        return tuple(dict.fromkeys(threshold.name for case in self.cases for threshold in case.thresholds))


ThresholdSet: TypeAlias = Keyed[Threshold] | ThresholdsByLabel


def threshold_set(value: object) -> tuple[Threshold, ...] | ThresholdsByLabel:
    """A set of thresholds from what is written in Python: a mapping, pairs, or nouns."""
    return value if isinstance(value, ThresholdsByLabel) else _thresholds(value)


def state_thresholds(
    thresholds: tuple[Threshold, ...] | ThresholdsByLabel, setting: Setting, valid: Range | None
) -> dict[str, Formula]:
    """The formula of each threshold, by name.

    Args:
        thresholds: the set.
        setting: of the field that holds the set; its `unit` and `better` are the indicator's.
        valid: where the indicator's values can lie; None where that is not written. A fixed threshold
            outside is reported, as are fixed `floor`, `target` and `stretch` in the wrong order.
    """
    if isinstance(thresholds, tuple):
        return _state_set(thresholds, setting, valid)
    sets = [
        (case.label, _state_set(case.thresholds, setting.at("cases", label_text(case.label)), valid))
        for case in thresholds.cases
    ]
    absent = Absent(State.MISSING)
    before = len(setting.problems)
    found: dict[str, Formula] = {}
    for name in thresholds.names:
        # what is wrong with the labels is the same for every name, and is told once
        quiet = setting if len(setting.problems) == before else attrs.evolve(setting, problems=[])
        found[name] = quiet.choose(thresholds.by, [(label, own.get(name, absent)) for label, own in sets])
    return found


def met(value: Formula, threshold: Formula, better: Better) -> Condition:
    """Whether a value is at the threshold or beyond it on the better side; an absent one is not."""
    return Compare(value, "at-least" if better == "higher" else "at-most", threshold, absent=False)


def _state_set(thresholds: Sequence[Threshold], setting: Setting, valid: Range | None) -> dict[str, Formula]:
    setting.problems.extend(
        problem.within(*setting.path) for problem in twice(threshold.name for threshold in thresholds)
    )
    _check_order(thresholds, setting)
    _check_range(thresholds, setting, valid)
    return {
        threshold.name: state(threshold.value, setting, threshold.name, unit=setting.unit) for threshold in thresholds
    }


def _check_order(thresholds: Sequence[Threshold], setting: Setting) -> None:
    fixed = {threshold.name: threshold.value for threshold in thresholds if isinstance(threshold.value, Fraction)}
    named = [(name, fixed[name]) for name in ORDER if name in fixed]
    if setting.better is None:
        if names := tuple(threshold.name for threshold in thresholds if threshold.name in ORDER):
            setting.report("PS134", names[0], names=names)
        return
    wrong = [
        (one, two)
        for one, two in itertools.pairwise(named)
        if ((one[1] >= two[1]) if setting.better == "higher" else (one[1] <= two[1]))
    ]
    for (name, value), (harder, other) in wrong[:1]:  # the others are wrong because of it, or by the same exchange
        also = [(below,) for _, (below, _) in wrong[1:]]
        better = setting.better
        code = "PS199" if value == other else "PS132"
        setting.report(code, harder, also=also, name=name, value=value, harder=harder, other=other, better=better)


def _check_range(thresholds: Sequence[Threshold], setting: Setting, valid: Range | None) -> None:
    """Report what lies beyond an end of the range, all of it at once: one slip in the range puts several there."""
    if setting.unit is None:
        return
    written = NumberInput("", setting.unit, range=valid)
    reach = reach_text(*written.valid, setting.unit)
    fixed = [(threshold.name, threshold.value) for threshold in thresholds if isinstance(threshold.value, Fraction)]
    beyond: dict[str, list[tuple[str, Fraction]]] = {}
    for name, value in fixed:
        problem = written.read(value)
        if isinstance(problem, Diagnostic):
            beyond.setdefault(problem.code, []).append((name, value))
    for code, ((name, value), *others) in beyond.items():
        also = [(other,) for other, _ in others]
        if code == "PS108":
            setting.report(code, name, also=also, found=value, percent=value * 100)
        else:
            setting.report("PS133", name, also=also, name=name, value=amount_text(value, setting.unit), reach=reach)
