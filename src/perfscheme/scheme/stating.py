"""Stating: how the nouns of a scheme are made into its one formula."""

from __future__ import annotations

import numbers
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, Text
from perfscheme.formula.nodes import (
    Absent,
    Condition,
    Formula,
    LabelInput,
    Number,
    State,
    formula,
)
from perfscheme.nouns import quantities
from perfscheme.nouns.aggregations.children import Child
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.grades import Grade
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.inputs import InputSpec
from perfscheme.nouns.roundings import TotalRounding
from perfscheme.nouns.rules.named import NamedRule
from perfscheme.nouns.rules.stages import stages
from perfscheme.nouns.setting import NONE, Setting

if TYPE_CHECKING:
    from perfscheme.diagnostics.places import Path

from perfscheme.scheme.gradings import grading, ladder_of
from perfscheme.scheme.statement import NodeStatement, Statement, Step


@attrs.frozen(eq=False)
class _Place:
    """Where in the tree an indicator or dimension stands."""

    noun: Indicator | Dimension
    path: Path
    parent: str | None


@attrs.frozen(eq=False)
class _Value:
    """What is stated of an indicator before any points are: what conditions may ask."""

    value: Formula
    thresholds: Mapping[str, Formula]
    met: Mapping[str, Condition]
    label: LabelInput | None


class _Points(Mapping[str, Formula]):
    """Points by id, each stated when first asked for, so that the order of children never matters."""

    def __init__(self, stating: _Stating) -> None:
        self._stating = stating

    def __getitem__(self, key: str) -> Formula:
        return self._stating.points(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._stating.places)

    def __len__(self) -> int:
        return len(self._stating.places)

    def __contains__(self, key: object) -> bool:
        return key in self._stating.places


class _Override(Mapping[str, Formula]):
    """Points by id, but those of one node as they stand half-way through its own steps."""

    def __init__(self, inner: Mapping[str, Formula], key: str, points: Formula) -> None:
        self._inner, self._key, self._points = inner, key, points

    def __getitem__(self, key: str) -> Formula:
        return self._points if key == self._key else self._inner[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._inner)

    def __len__(self) -> int:
        return len(self._inner)

    def __contains__(self, key: object) -> bool:
        return key in self._inner


OF_VALUES = frozenset({"PS142", "PS143", "PS148", "PS153", "PS193"})
"""What curves say of the values that they are given."""

OF_BOUNDS = frozenset({"PS106", "PS107", "PS108", "PS133"})
"""What is said of thresholds and defaults that lie where no value can."""


class _Stating:
    """States the nodes of a tree."""

    def __init__(self, root: Dimension, inputs: tuple[InputSpec, ...]) -> None:
        self.problems: list[Diagnostic] = []
        self.places: dict[str, _Place] = {}
        self._gather(root, ("score",), None)
        self.declarations: dict[str, Path] = {}
        self.inputs = self._declare(inputs)
        self.done: dict[str, NodeStatement] = {}
        self._under_way: list[str] = []
        self.setting = Setting(self.inputs, self.problems, called=self._called())
        self.values = {key: self._value(place) for key, place in self.places.items()
                       if isinstance(place.noun, Indicator)}  # fmt: skip
        self.setting = attrs.evolve(
            self.setting,
            points_of=_Points(self),
            met_of={key: value.met for key, value in self.values.items() if value.met},
        )

    def report(self, code: str, path: Path, **facts: object) -> None:
        self.problems.append(Diagnostic(code, path, facts))

    def shown(self, problem: Diagnostic) -> Diagnostic:
        """What is wrong with a name beside the part of that name, which may lack what is asked of it; a threshold that
        is not there beside the indicator, where that has none at all; an input that is not there beside what the
        indicator of that name reads instead, which is what was meant.
        """
        beside: tuple[Path, ...] = ()
        place = self.places.get(str(problem.facts.get("name")))
        if problem.code == "PS129" and place is not None:
            beside = (place.path,)
        if problem.code == "PS123" and place is not None and isinstance(place.noun, Indicator):
            beside = ((*place.path, "input"),)
            problem = attrs.evolve(problem, facts={**problem.facts, "nearest": place.noun.reading.input})
        if problem.code == "PS128" and problem.facts["known"] == NONE:
            over = [one.path for one in self.places.values() if problem.path[: len(one.path)] == one.path]
            beside = (max(over, key=len),) if over else ()
        return attrs.evolve(problem, also=(*problem.also, *beside)) if beside else problem

    def stated(self, path: Path, strategy: object, state: Callable[[], Number]) -> Formula:
        """A formula; what a strategy of somebody's own says against its figures is told at its place.

        Raises:
            TypeError: the strategy states none.
        """
        try:
            found = state()
            if isinstance(found, (Formula, numbers.Number)):
                return formula(found)
            where = ".".join(map(str, path))
            raise TypeError(f"{type(strategy).__name__} states no formula at {where}, but gives {found!r}: return one")
        except SchemeError as error:
            self.problems += [problem.within(*path) for problem in error.diagnostics]
        except ValueError as error:
            self.report("PS060", path, problem=str(error))
        return Absent(State.MISSING)

    def _gather(self, noun: Indicator | Dimension, path: Path, parent: str | None) -> None:
        if noun.id in self.places:
            first = self.places[noun.id].path
            facts = {"name": noun.id, "other": ".".join(map(str, first))}
            self.problems.append(Diagnostic("PS320", path, facts, also=[first]))
            return
        self.places[noun.id] = _Place(noun, path, parent)
        if isinstance(noun, Dimension):
            for child in noun.children:
                self._gather(child, (*path, "children", child.id), noun.id)

    def _declare(self, inputs: tuple[InputSpec, ...]) -> dict[str, InputSpec]:
        declared: dict[str, InputSpec] = {}
        for spec in inputs:
            if spec.key in declared:
                self.report("PS294", ("inputs", spec.key), name=spec.key)
            declared[spec.key] = spec
            self.declarations[spec.key] = ("inputs", spec.key)
        for place in self.places.values():
            own = place.noun.declared_input() if isinstance(place.noun, Indicator) else None
            if own is not None and own.key not in declared:
                declared[own.key] = own
                self.declarations[own.key] = place.path
        return declared

    def _called(self) -> dict[str, Text]:
        """What people call inputs, indicators and dimensions, where the file says it."""
        names = {key: spec.name for key, spec in self.inputs.items()}
        names |= {key: place.noun.name for key, place in self.places.items()}
        return {key: name for key, name in names.items() if name is not None}

    def _value(self, place: _Place) -> _Value:
        noun = place.noun
        assert isinstance(noun, Indicator)
        before = len(self.problems)
        setting = noun.within(self.setting.at(*place.path))
        self._show_range(OF_BOUNDS, before, noun)
        value = noun.value_formula(setting)
        if noun.if_missing is not None:
            value = noun.if_missing.value_formula(value)
        met = MappingProxyType(noun.met(value, setting))
        return _Value(value, MappingProxyType(dict(setting.thresholds)), met, setting.own_label)

    def points(self, key: str) -> Formula:
        if key in self.done:
            return self.done[key].points
        if key in self._under_way:
            place = self.places[self._under_way[-1]]
            self.report("PS322", place.path, name=key, ring=(*self._under_way[self._under_way.index(key) :], key))
            return Absent(State.MISSING)
        self._under_way.append(key)
        place = self.places[key]
        if isinstance(place.noun, Indicator):
            self.done[key] = self._indicator(key, place, place.noun)
        else:
            self.done[key] = self._dimension(key, place, place.noun)
        self._under_way.pop()
        return self.done[key].points

    def _indicator(self, key: str, place: _Place, noun: Indicator) -> NodeStatement:
        stated = self.values[key]
        setting = attrs.evolve(
            self.setting.at(*place.path),
            better=noun.better, unit=noun.unit, thresholds=stated.thresholds, own_label=stated.label,
        )  # fmt: skip
        before = len(self.problems)
        raw = points = self.stated(
            (*place.path, "curve"), noun.curve, lambda: noun.curve_formula(stated.value, setting)
        )
        self._show_range(OF_VALUES, before, noun)
        steps: list[Step] = []
        if noun.if_missing is not None and noun.if_missing.points is not None:
            points = noun.if_missing.points_formula(raw)
            steps.append(Step("if-missing", noun.if_missing, (*place.path, "if-missing"), raw, points))
        points, more = self._finish(key, noun, points, setting)
        return NodeStatement(
            noun, place.path, place.parent, raw, (*steps, *more), points, self._weight(place),
            stated.value, stated.label, stated.thresholds, stated.met,
        )  # fmt: skip

    def _show_range(self, codes: frozenset[str], before: int, noun: Indicator) -> None:
        """Show what is wrong with the values of an input beside its range, or the unit that says which there are."""
        key = noun.reading.input
        written = getattr(self.inputs.get(key), "range", None) is not None
        where: Path = (*self.declarations.get(key, ()), "range" if written else "unit")
        for i, problem in enumerate(self.problems[before:], before):
            if problem.code in codes:
                self.problems[i] = attrs.evolve(problem, also=(*problem.also, where))

    def _dimension(self, key: str, place: _Place, noun: Dimension) -> NodeStatement:
        setting = self.setting.at(*place.path)
        children: list[Child] = []
        child_steps: list[Step] = []
        for child in noun.children:
            if self.places[child.id].noun is not child:
                continue  # a second node of one id, reported already
            points = self.points(child.id)
            for i, named in enumerate(noun.rules):
                if "children" in stages(named.rule):
                    here = setting.at("rules", i)
                    after = self.stated(here.path, named.rule, _child_stage(named, child.id, points, here))
                    if after is not points:
                        child_steps.append(Step.by_rule(named, here, points, after, child.id))
                    points = after
            met = self.values[child.id].met if child.id in self.values else {}
            children.append(Child(child.id, points, self.done_weight(child.id), met))
        for i, named in enumerate(noun.rules):
            if hasattr(named.rule, "check_children"):
                named.rule.check_children(tuple(child.id for child in children), setting.at("rules", i))
        raw: Formula = Absent(State.MISSING)
        if there := tuple(children):  # else each is a second node of one id
            made = noun.aggregation
            raw = self.stated((*place.path, "aggregation"), made, lambda: made.aggregate(there, setting))
        points, more = self._finish(key, noun, raw, setting)
        return NodeStatement(
            noun, place.path, place.parent, raw, (*child_steps, *more), points, self._weight(place),
            children=tuple(child.id for child in children), terms=tuple(child.points for child in children),
        )  # fmt: skip

    def done_weight(self, key: str) -> Formula | None:
        """The weight of a child, stated once, so that all who ask get one node."""
        return self.done[key].weight if key in self.done else None

    def _weight(self, place: _Place) -> Formula | None:
        if place.noun.weight is None:
            return None
        return quantities.state(place.noun.weight, self.setting.at(*place.path), "weight")

    def _finish(
        self, key: str, noun: Indicator | Dimension, points: Formula, setting: Setting
    ) -> tuple[Formula, tuple[Step, ...]]:
        steps: list[Step] = []
        for i, named in enumerate(noun.rules):
            here = attrs.evolve(setting.at("rules", i), points_of=_Override(setting.points_of, key, points))
            if "grade" in stages(named.rule):
                self.report("PS323", here.path, kind=named.rule.kind)
            if "children" in stages(named.rule) and not isinstance(noun, Dimension):
                self.report("PS324", here.path, kind=named.rule.kind)
            points = self.apply(named, points, here, steps)
        if noun.rounding is not None:
            after = noun.rounding.formula(points)
            steps.append(Step("rounding", noun.rounding, (*setting.path, "rounding"), points, after))
            points = after
        return points, tuple(steps)

    def apply(self, named: NamedRule, points: Formula, setting: Setting, steps: list[Step]) -> Formula:
        """The points after a rule, noted among the steps; unchanged where the rule does not act on points."""
        if "points" not in stages(named.rule):
            return points
        after = self.stated(setting.path, named.rule, lambda: named.rule.points_formula(points, setting))
        steps.append(Step.by_rule(named, setting, points, after))
        return after


def _child_stage(named: NamedRule, child: str, points: Formula, setting: Setting) -> Callable[[], Number]:
    return lambda: named.rule.child_formula(child, points, setting)


def state(
    root: Dimension,
    *,
    inputs: tuple[InputSpec, ...] = (),
    rules: tuple[NamedRule, ...] = (),
    rounding: TotalRounding | None = None,
    grades: tuple[Grade, ...] = (),
) -> Statement:
    """State the formula of a scheme; problems are in the statement, not raised."""
    stating = _Stating(root, inputs)
    ladder = ladder_of(grades, stating.problems)
    points = stating.points(root.id)
    steps: list[Step] = []
    settings = [attrs.evolve(stating.setting.at("rules", i), total_of=points) for i in range(len(rules))]
    for named, setting in zip(rules, settings):
        if "children" in stages(named.rule):
            stating.report("PS324", setting.path, kind=named.rule.kind)
        points = stating.apply(named, points, attrs.evolve(setting, total_of=points), steps)
    total = points if rounding is None else rounding.formula(points)
    graded = total if rounding is None or rounding.before_grading else points
    grade, grade_steps = grading(grades, ladder, graded, tuple(zip(rules, settings)), stating)
    return Statement(
        nodes=MappingProxyType({key: stating.done[key] for key in stating.places}),
        inputs=MappingProxyType(stating.inputs),
        declarations=MappingProxyType(stating.declarations),
        input_nodes=MappingProxyType(dict(stating.setting.nodes)),
        total_steps=tuple(steps),
        unrounded=points,
        total=total,
        graded=graded,
        grade_steps=grade_steps,
        grade=grade,
        problems=tuple(dict.fromkeys(map(stating.shown, stating.problems))),
    )
