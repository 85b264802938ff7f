"""Rulings in words: what the rules of a plan do to points and to the grade, read from their formulas."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from perfscheme.formula.exact import Evaluation, Undefined
from perfscheme.formula.nodes import Absent, Formula, If, Input, Node
from perfscheme.formula.text import describe
from perfscheme.formula.words import exactly, listed, rounding_words, say
from perfscheme.nouns.conditions import AllOf, AnyOf, CountMet, NotThat
from perfscheme.nouns.inputs import NumberInput
from perfscheme.nouns.rules.amounts import Bonus, Deduction
from perfscheme.nouns.setting import Setting
from perfscheme.reports.scoring import Wordings, applying
from perfscheme.reports.wording import joined
from perfscheme.scheme.phrases import phrase, rule_name
from perfscheme.scheme.statement import Step


class Rulings:
    """Says what the rules of one scheme do.

    Args:
        words: what says the rest.
    """

    def __init__(self, words: Wordings) -> None:
        self.words = words
        self.say = words.say
        self.lang = words.lang

    def rules(self, steps: Sequence[Step]) -> list[str]:
        """What the rules do, each in a sentence, in their order."""
        found = []
        for _, group in itertools.groupby(steps, lambda step: step.path):
            found.append(self._rule(list(group)))
        return [text for text in found if text]

    def _rule(self, steps: list[Step]) -> str:
        step = steps[0]
        if step.kind == "rounding":
            return self.rounding(step.noun)
        if step.kind == "if-missing":
            return ""
        name = rule_name(step.noun.kind, step.name, step.path).say(self.lang)
        return self.say("rule", name=name, does=self._does(step, [each.child for each in steps if each.child]))

    def _does(self, step: Step, children: list[str]) -> str:
        before = {node: name for node, name in self.words.names.items() if node is not step.after}
        before[step.before] = self.say("so-far")
        names = listed([self.words.called(child) for child in children], self.lang)
        match step.after:
            case If(then=Absent(state=state)):
                does = self.say("becomes", name=names or self.say("points"), state=say(state.value, self.lang))
            case If(then=then) if step.when is not None:
                does = self._per_step(step.noun) or self._result(then, before, names)
            case _:
                return self._per_step(step.noun) or self._result(step.after, before, names)
        return does if step.when is None else self.say("when", condition=self._condition(step), does=does)

    def _per_step(self, noun: Any) -> str | None:
        """Points for each so much of an input; None for other rules, or where a figure is not the same for all."""
        per = getattr(noun, "per", None)
        if not isinstance(noun, Bonus | Deduction) or per is None:
            return None
        points, start, limit = per.points, per.from_, noun.at_most
        if not (isinstance(points, Fraction) and isinstance(start, Fraction) and isinstance(limit, Fraction | None)):
            return None
        spec = self.words.scheme.statement.inputs[per.input]
        unit = spec.unit if isinstance(spec, NumberInput) else None
        name = self.words.names[per.input]
        if start or per.counting == "down":
            key = "part-above" if per.counting == "up" else "part-below"
            name = self.say(key, name=name, start=self.words.amount(start, unit))
        each = self.words.amount(per.each, unit)
        does = self.say(f"{noun.kind}-{per.steps}", points=exactly(points), each=each, name=name)
        if limit is not None:
            does = self.say(f"{noun.kind}-limit", does=does, limit=exactly(limit))
        if per.default is not None:
            does = self.say("gap-is", does=does, value=self.words.amount(per.default, unit))
        return does

    def _condition(self, step: Step) -> str:
        """When a rule fires, and what a gap means for it: where people are vetoed for one, they are to read it."""
        assert step.when is not None
        condition, gaps = self.words.formula(step.when), _gaps(getattr(step.noun, "when", None))
        return self.say(gaps.pop(), condition=condition) if len(gaps) == 1 else condition

    def _result(self, node: Formula, names: Mapping[Node | str, str], children: str) -> str:
        subject = children or self.say("points")
        return self.say("is-then", subject=subject, formula=describe(applying(node), self.lang, names))

    def grade_rules(self) -> list[str]:
        """What the rules on the grade do."""
        statement, names = self.words.scheme.statement, self.words.scheme.grade_names
        setting = Setting(
            statement.inputs,
            [],
            points_of={key: stated.points for key, stated in self.words.nodes.items()},
            met_of={key: stated.met for key, stated in self.words.nodes.items() if stated.met},
            total_of=statement.total,
            nodes=statement.input_nodes,
        )
        grade = Input("grade", Fraction(0), Fraction(len(names) - 1))
        found = []
        for step in statement.grade_steps:
            after = step.noun.grade_formula(grade, names, setting)
            if step.when is not None and isinstance(after, If):
                after = after.then
            does = self._grades(after, grade)
            if step.when is not None:
                does = self.say("when", condition=self._condition(step), does=does)
            name = rule_name(step.noun.kind, step.name, step.path).say(self.lang)
            found.append(self.say("rule", name=name, does=does))
        return found

    def _grades(self, after: Formula, grade: Input) -> str:
        """What a formula of the grade makes of each grade."""
        names = self.words.scheme.grade_names
        try:
            values = [Evaluation({grade.key: Fraction(i)})(after) for i in range(len(names))]
        except (Undefined, KeyError):
            return describe(after, self.lang, self.words.names)
        places = [int(value) for value in values if isinstance(value, Fraction)]
        if len(places) < len(names):
            return describe(after, self.lang, self.words.names)
        if len(set(places)) == 1:
            return self.say("grade-is", grade=names[places[0]])
        if places == [min(i, max(places)) for i in range(len(names))]:
            return self.say("grade-at-most", grade=names[max(places)])
        if places == [max(i, min(places)) for i in range(len(names))]:
            return self.say("grade-at-least", grade=names[min(places)])
        pairs = [phrase("became", self.lang, before=names[i], after=names[k]) for i, k in enumerate(places) if i != k]
        return joined(pairs, self.lang)

    def rounding(self, noun: Any) -> str:
        """How a figure is rounded."""
        return self.say("rounded", mode=say(noun.mode, self.lang), unit=rounding_words(noun.unit, self.lang))


def _gaps(condition: Any) -> set[str]:
    """What the parts of a condition make of a gap; of what is turned round they say nothing."""
    match condition:
        case AllOf(all_=parts) | AnyOf(any_=parts):
            return {gap for part in parts for gap in _gaps(part)}
        case CountMet(if_missing=gap):
            return {"gap-is-met" if gap == "holds" else "gap-is-not-met"}
        case NotThat():
            return {"gap-holds", "gap-fails"} if _gaps(condition.not_) else set()
    gap = getattr(condition, "if_missing", None)
    return {f"gap-{gap}"} if gap else set()
