"""Accounts: the calculations of a result in sentences, read from the very formulas that gave its figures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from perfscheme.diagnostics import Language
from perfscheme.formula.exact import Undefined
from perfscheme.formula.narration import Label, narrate, reason
from perfscheme.formula.nodes import Formula, Input, Node, State
from perfscheme.formula.reals import Exact
from perfscheme.formula.words import exactly, listed, rounded, rounding_words, say, with_unit
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.inputs import NumberInput
from perfscheme.nouns.units import SPOKEN
from perfscheme.scheme.absences import undecided
from perfscheme.scheme.contributions import added_up
from perfscheme.scheme.curves import told_curve
from perfscheme.scheme.gatherings import gathering
from perfscheme.scheme.phrases import THRESHOLDS, called, phrase, rule_name
from perfscheme.scheme.results import Result
from perfscheme.scheme.statement import NodeStatement, Step


def shown(x: Exact | Decimal) -> str:
    """A figure by itself: all its decimals, or an approximation that says so."""
    return rounded(Fraction(x) if isinstance(x, Decimal) else x)


class Account:
    """Says how the figures of one result came about.

    Args:
        card: the result.
        lang: of the words.
    """

    def __init__(self, card: Result, lang: Language) -> None:
        self.card = card
        self.lang = lang
        self.run = card.evaluation
        self.statement = card.scheme.statement
        self.points = called(SPOKEN, "points", lang)
        self.labels: dict[Node | str, Label] = self._labels()

    def _labels(self) -> dict[Node | str, Label]:
        labels: dict[Node | str, Label] = {}
        for key, stated in self.statement.nodes.items():
            name = stated.noun.name.say(self.lang) if stated.noun.name is not None else key
            labels[stated.points] = Label(name, "")
            if isinstance(stated.noun, Indicator):
                unit = called(SPOKEN, stated.noun.unit, self.lang)
                if stated.value is not None and stated.label is None:
                    labels[stated.value] = Label(name, unit)
                for threshold, node in stated.thresholds.items():
                    labels[node] = Label(called(THRESHOLDS, threshold, self.lang), unit)
        for key, spec in self.statement.inputs.items():
            unit = called(SPOKEN, spec.unit, self.lang) if isinstance(spec, NumberInput) else ""
            labels[key] = Label(self.statement.input_names[key].say(self.lang), unit)
        total = Label(phrase("the-total", self.lang), "")
        labels[self.statement.unrounded] = labels[self.statement.total] = total
        labels[self.statement.nodes[next(iter(self.statement.nodes))].points] = total
        return labels

    # Indicators

    def indicator(self, key: str) -> Iterator[str]:
        """From the value to the points of an indicator."""
        stated = self.statement.nodes[key]
        noun = stated.noun
        assert isinstance(noun, Indicator)
        unit = called(SPOKEN, noun.unit, self.lang)
        labels = dict(self.labels)
        if stated.value is not None and stated.label is None:
            labels[stated.value] = Label("", unit)
            yield from self._reading(stated, unit)
        if stated.label is not None:
            labels[stated.label.key] = Label("", "")
        curve, run, names = told_curve(self.card, stated)
        labels |= {node: Label(called(THRESHOLDS, name, self.lang), unit) for node, name in names.items()}
        stood_in = any(step.kind == "if-missing" and self.card.changed(step) for step in stated.steps)
        raw = self.card.exact(stated.raw)
        if raw is not None and not isinstance(raw, State) and stated.raw is stated.value and stated.label is None:
            yield phrase("as-is", self.lang, points=with_unit(shown(raw), self.points))
        elif raw is None or not isinstance(raw, State):
            yield narrate(curve, run, self.lang, gives=self.points, labels=labels)
        elif not stood_in and self.card[key].value_state is State.PRESENT:
            # The value is there, but not what it is held against.
            yield narrate(stated.raw, self.run, self.lang, labels=labels)
        yield from self._steps(stated.steps, labels)

    def _reading(self, stated: NodeStatement, unit: str) -> Iterator[str]:
        assert stated.value is not None
        if isinstance(stated.value, Input):
            return
        found = self.card.exact(stated.value)
        noun = stated.noun
        if isinstance(noun, Indicator) and noun.if_missing is not None:
            before = self.card.inputs[noun.reading.input]
            if before is State.MISSING and not isinstance(found, State) and found is not None:
                yield phrase("stands-in", self.lang, after=with_unit(shown(found), unit))
                return
            if before is State.MISSING and found is State.NOT_APPLICABLE:
                yield phrase("stands-in-na", self.lang)
                return
        taken = isinstance(noun, Indicator) and self.card.inputs[noun.reading.input] == found
        if found is not None and not isinstance(found, State) and not taken:
            text = narrate(stated.value, self.run, self.lang, gives=unit, labels=self.labels)
            yield phrase("reads", self.lang, how=text)

    # Rules and roundings

    def _steps(self, steps: tuple[Step, ...], labels: dict[Node | str, Label]) -> Iterator[str]:
        for step in steps:
            if step.child is None and (text := self._step(step, labels)):
                yield text

    def _step(self, step: Step, labels: dict[Node | str, Label]) -> str:
        """What a step did; nothing where it did nothing, and it is known that its condition does not hold."""
        changed = self.card.changed(step)
        if step.kind == "rounding":
            if not changed:
                return ""
            words = {"mode": say(step.noun.mode, self.lang), "unit": rounding_words(step.noun.unit, self.lang)}
            return phrase("rounds", self.lang, change=self._change(step), **words)
        if step.kind == "if-missing":
            return phrase("stands-in", self.lang, after=self._figure(step.after)) if changed else ""
        why = self._why(step, labels)
        if not changed:
            return self._unchanged(step, why, labels)
        if isinstance(self.card.exact(step.after), State) or isinstance(self.card.exact(step.before), State):
            return self._rule(step, self._because(why, self._change(step)))
        labels = labels | {step.before: Label("", "")}
        return self._rule(step, narrate(step.after, self.run, self.lang, gives=self.points, labels=labels))

    def _why(self, step: Step, labels: dict[Node | str, Label]) -> str | None:
        """Why a rule with a condition fires; None where it has none, or does not fire."""
        try:
            if step.when is None or not self.run.holds(step.when):
                return None
            return reason(step.when, self.run, self.lang, labels=self.labels | labels)
        except Undefined:
            return None

    def _unchanged(self, step: Step, why: str | None, labels: dict[Node | str, Label]) -> str:
        """Why a rule changed nothing: where it fires, and where only an absence keeps it from firing."""
        if why is not None:
            return self._rule(step, phrase("no-change", self.lang, reason=why))
        try:
            if step.when is None or not undecided(step.when, self.run):
                return ""
            lack = reason(step.when, self.run, self.lang, labels=self.labels | labels)
        except Undefined:
            return ""
        return self._rule(step, phrase("undecided", self.lang, reason=lack))

    def _because(self, why: str | None, change: str) -> str:
        return change if why is None else phrase("because", self.lang, reason=why, change=change)

    def _rule(self, step: Step, how: str) -> str:
        called = rule_name(step.noun.kind, step.name, step.path).say(self.lang)
        return phrase("rule", self.lang, rule=called, how=how)

    def _change(self, step: Step) -> str:
        return phrase("became", self.lang, before=self._figure(step.before), after=self._figure(step.after))

    def _figure(self, node: Formula) -> str:
        found = self.card.exact(node)
        if found is None:
            return phrase("nothing", self.lang)
        if isinstance(found, State):
            return phrase(found.value, self.lang)
        return with_unit(shown(found), self.points)

    def rules_of_parent(self, key: str) -> Iterator[str]:
        """What the dimension's rules on children did to the points of one child."""
        parent = self.statement.nodes[key].parent
        if parent is None:
            return
        for step in self.statement.nodes[parent].steps:
            if step.child == key and (text := self._step(step, self.labels)):
                yield text

    # Dimensions

    def dimension(self, key: str, *, is_root: bool) -> Iterator[str]:
        """How the children make up the points of a dimension, and what was done to these."""
        stated = self.statement.nodes[key]
        name = phrase("the-total", self.lang) if is_root else self.card[key].name.say(self.lang)
        raw = self.card.exact(stated.raw)
        whole = self.card.addition(key)
        if raw is None or not isinstance(raw, State):
            text = narrate(stated.raw, self.run, self.lang, labels=self._children(key))
            if raw is not None and len(stated.children) > 1:
                added = None if whole is None else added_up(whole, raw)
                text = gathering(self.card, key, raw, text, self.lang) or added or text
            yield phrase("sum-of", self.lang, name=name, sum=text)
        yield from self._steps(stated.steps, self.labels)

    def _children(self, key: str) -> dict[Node | str, Label]:
        stated = self.statement.nodes[key]
        names = {
            term: Label(self.card[child].name.say(self.lang), "")
            for child, term in zip(stated.children, stated.terms, strict=True)
        }
        return self.labels | names

    # Total and grade

    def total(self) -> Iterator[str]:
        """What rules and rounding did to the total."""
        yield from self._steps(self.statement.total_steps, self.labels)
        rounding = self.card.scheme.rounding
        if rounding is not None:
            step = Step("rounding", rounding, ("rounding",), self.statement.unrounded, self.statement.total)
            yield from self._steps((step,), self.labels)

    def grade(self) -> Iterator[str]:
        """The band that the total falls in, and what rules did to the grade."""
        ladder, steps = self.card.scheme.ladder, self.statement.grade_steps
        first = steps[0].before if steps else self.statement.grade
        found = None if first is None else self.card.exact(first)
        if ladder is None or not isinstance(found, Fraction):
            return
        grade = ladder.grades[len(ladder.grades) - 1 - int(found)]
        bound = phrase("rest", self.lang)
        if grade.bound is not None:
            bound = phrase(grade.bound[0], self.lang, bound=exactly(grade.bound[1]))
        text = phrase("grade-bound", self.lang, grade=grade.grade, bound=bound)
        rounding = self.card.scheme.rounding
        if rounding is not None:
            key = "graded-rounded" if rounding.before_grading else "graded-unrounded"
            text = phrase("because", self.lang, reason=text, change=phrase(key, self.lang))
        yield text
        for step in steps:
            why = self._why(step, self.labels)
            if self.card.changed(step):
                names = [self._grade_name(node) for node in (step.before, step.after)]
                change = phrase("became", self.lang, before=names[0], after=names[1])
                yield self._rule(step, self._because(why, change))
            elif text := self._unchanged(step, why, self.labels):
                yield text

    def _grade_name(self, node: Formula) -> str:
        found = self.card.exact(node)
        if not isinstance(found, Fraction):
            return phrase("nothing", self.lang)
        return phrase("grade-is", self.lang, grade=self.card.scheme.grade_names[int(found)])

    def held_down(self) -> str | None:
        """The rules that gave a worse grade than the total has; None where none did."""
        by_total, given = self._grades()
        return self._changing() if by_total is not None and given is not None and given < by_total else None

    def graded(self) -> str | None:
        """The grade; where rules changed it, with what it is by the total alone, and by which rules; None: none."""
        by_total, given = self._grades()
        if by_total is None or given is None:
            return None
        names = self.card.scheme.grade_names
        if by_total == given:
            return names[given]
        return phrase("grade-ruled", self.lang, grade=names[given], before=names[by_total], rules=self._changing())

    def _grades(self) -> tuple[int | None, int | None]:
        """The places of the grade by the total alone and of that which is given."""
        steps, grade = self.statement.grade_steps, self.statement.grade
        nodes = (steps[0].before if steps else grade, grade)
        found = [None if node is None else self.card.exact(node) for node in nodes]
        first, last = (int(x) if isinstance(x, Fraction) else None for x in found)
        return first, last

    def _changing(self) -> str:
        steps = [step for step in self.statement.grade_steps if self.card.changed(step)]
        return listed([rule_name(step.noun.kind, step.name, step.path).say(self.lang) for step in steps], self.lang)
