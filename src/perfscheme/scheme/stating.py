"""Stating: how the nouns of a scheme are made into its one formula."""

from __future__ import annotations

import numbers
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

import attrs

from perfscheme.diagnostics import Diagnostic, Path, SchemeError
from perfscheme.formula.nodes import Absent, Condition, Formula, LabelInput, Number, State, formula
from perfscheme.nouns import quantities
from perfscheme.nouns.aggregations.children import Child
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.grades import Grade
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.inputs import InputSpec
from perfscheme.nouns.roundings import TotalRounding
from perfscheme.nouns.rules.named import NamedRule
from perfscheme.nouns.rules.stages import stages
from perfscheme.nouns.setting import Setting
from perfscheme.scheme.gradings import grading, ladder_of
from perfscheme.scheme.statement import NodeStatement, Statement, Step
from perfscheme.scheme.trees import OF_BOUNDS, OF_VALUES, Place, Tree


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


class _Stating:
    """States the nodes of a tree."""

    def __init__(self, root: Dimension, inputs: tuple[InputSpec, ...]) -> None:
        self.tree = Tree(root, inputs)
        self.places, self.problems = self.tree.places, self.tree.problems
        self.done: dict[str, NodeStatement] = {}
        self._under_way: list[str] = []
        self.setting = Setting(self.tree.inputs, self.problems, called=self.tree.called())
        self.values = {key: self._value(place) for key, place in self.places.items()
                       if isinstance(place.noun, Indicator)}  # fmt: skip
        self.setting = attrs.evolve(
            self.setting,
            points_of=_Points(self),
            met_of={key: value.met for key, value in self.values.items() if value.met},
        )

    def report(self, code: str, path: Path, **facts: object) -> None:
        self.problems.append(Diagnostic(code, path, facts))

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

    def _value(self, place: Place) -> _Value:
        noun = place.noun
        assert isinstance(noun, Indicator)
        before = len(self.problems)
        setting = noun.within(self.setting.at(*place.path))
        self.tree.show_range(OF_BOUNDS, before, noun)
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

    def _indicator(self, key: str, place: Place, noun: Indicator) -> NodeStatement:
        stated = self.values[key]
        setting = attrs.evolve(
            self.setting.at(*place.path),
            better=noun.better, unit=noun.unit, thresholds=stated.thresholds, own_label=stated.label,
        )  # fmt: skip
        before = len(self.problems)
        raw = points = self.stated(
            (*place.path, "curve"), noun.curve, lambda: noun.curve_formula(stated.value, setting)
        )
        self.tree.show_range(OF_VALUES, before, noun)
        steps: list[Step] = []
        if noun.if_missing is not None and noun.if_missing.points is not None:
            points = noun.if_missing.points_formula(raw)
            steps.append(Step("if-missing", noun.if_missing, (*place.path, "if-missing"), raw, points))
        points, more = self._finish(key, noun, points, setting)
        return NodeStatement(
            noun, place.path, place.parent, raw, (*steps, *more), points, self._weight(place),
            stated.value, stated.label, stated.thresholds, stated.met,
        )  # fmt: skip

    def _dimension(self, key: str, place: Place, noun: Dimension) -> NodeStatement:
        setting = self.setting.at(*place.path)
        steps: list[Step] = []
        # A second node of one id is reported already.
        ids = tuple(child.id for child in noun.children if self.places[child.id].noun is child)
        children = tuple(self._child(child, noun, setting, steps) for child in ids)
        for i, named in enumerate(noun.rules):
            if hasattr(named.rule, "check_children"):
                named.rule.check_children(ids, setting.at("rules", i))
        raw: Formula = Absent(State.MISSING)
        if children:
            made = noun.aggregation
            raw = self.stated((*place.path, "aggregation"), made, lambda: made.aggregate(children, setting))
        points, more = self._finish(key, noun, raw, setting)
        return NodeStatement(
            noun, place.path, place.parent, raw, (*steps, *more), points, self._weight(place),
            children=ids, terms=tuple(child.points for child in children),
        )  # fmt: skip

    def _child(self, key: str, above: Dimension, setting: Setting, steps: list[Step]) -> Child:
        """A child as the aggregation takes it, after rules on children, which are noted among the steps."""
        points = self.points(key)
        for i, named in enumerate(above.rules):
            if "children" in stages(named.rule):
                here = setting.at("rules", i)
                after = self.stated(here.path, named.rule, _child_stage(named, key, points, here))
                if after is not points:
                    steps.append(Step.by_rule(named, here, points, after, key))
                points = after
        met = self.values[key].met if key in self.values else {}
        # Of a node that is under way there is no weight yet: a ring, which is reported.
        return Child(key, points, self.done[key].weight if key in self.done else None, met)

    def _weight(self, place: Place) -> Formula | None:
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
    """State the formula of a scheme; problems are in the statement, not raised.

    Args:
        root: the dimension at the top.
        inputs: those that the scheme declares by themselves.
        rules: on the total and the grade, in their order.
        rounding: of the total.
        grades: best first.

    Raises:
        TypeError: a strategy of somebody's own states no formula.
    """
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
        inputs=MappingProxyType(stating.tree.inputs),
        declarations=MappingProxyType(stating.tree.declarations),
        input_nodes=MappingProxyType(dict(stating.setting.nodes)),
        total_steps=tuple(steps),
        unrounded=points,
        total=total,
        graded=graded,
        grade_steps=grade_steps,
        grade=grade,
        problems=tuple(dict.fromkeys(map(stating.tree.shown, stating.problems))),
    )
