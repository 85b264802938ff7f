"""Meanings: what the tree of a written formula means, as nodes."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TypeAlias

from perfscheme.diagnostics import Diagnostic, SchemeError, nearest
from perfscheme.formula.build import needing
from perfscheme.formula.nodes import (
    Absent,
    Always,
    Choose,
    Compare,
    Condition,
    Const,
    Every,
    Exp,
    Formula,
    If,
    LabelInput,
    Log,
    Not,
    OneOf,
    Power,
    Relation,
    Round,
    Some,
    State,
    greatest,
    least,
    linear,
    power,
    product,
    quotient,
)
from perfscheme.nouns.degrees import degree_problem
from perfscheme.nouns.expressions import Call, Comparison, Figure, Logic, Name, Operation, Quoted, Tree, names, parse
from perfscheme.nouns.setting import Setting, label_text

Meant: TypeAlias = Formula | LabelInput
"""What a name stands for: a number, or a label or flag."""

_MOST_PLACES = 15
_RELATIONS: dict[str, Relation] = {
    "<": "below", "<=": "at-most", ">": "above", ">=": "at-least", "==": "equals",
}  # fmt: skip
_ZERO = Const(Fraction(0))


def tree_of(text: str) -> Tree:
    """The tree of a formula, in the field `formula`.

    Raises:
        SchemeError: the text is no formula, or a power in it has too high a degree (PS172).
    """
    tree = parse(text)
    problem = tree if isinstance(tree, Diagnostic) else degree_problem(tree)
    if problem is not None:
        raise SchemeError(problem.within("formula"))
    assert not isinstance(tree, Diagnostic)
    return tree


def meaning(tree: Tree, known: Mapping[str, tuple[Meant, ...]], setting: Setting) -> Formula:
    """What a formula means.

    It is absent where a name is that is needed: one that is calculated with, and every name in the condition of an
    `if` that is reached, label or flag included.

    Args:
        tree: from `tree_of`.
        known: by name what it stands for; several things are one too many (PS170).
        setting: of the noun that has the field `formula`; what is wrong is reported there, with the fact `column`
            (PS163, PS167, PS169 to PS171, PS179 to PS184).
    """
    return _Meaning(known, setting).number(tree)


class _Meaning:
    """One pass over a tree; what is wrong is reported and answered with a stand-in."""

    def __init__(self, known: Mapping[str, tuple[Meant, ...]], setting: Setting) -> None:
        self.known = known
        self.setting = setting
        self.found: dict[str, Meant] = {}
        self.presence: dict[str, Formula] = {}

    def _report(self, code: str, **facts: object) -> None:
        self.setting.problems.append(Diagnostic(code, (*self.setting.path, "formula"), facts))

    def name(self, tree: Name) -> Meant:
        if tree.name not in self.found:
            self.found[tree.name] = self._resolved(tree)
        return self.found[tree.name]

    def _resolved(self, tree: Name) -> Meant:
        name, known = tree.name, self.known
        meant = known.get(name, ())
        if not meant:
            apart = "-" in name and name.split("-")[0] in known
            near = {"nearest": name.replace("-", " - ")} if apart else self.setting.guess(name, known)
            self._report("PS163", name=name, column=tree.column, known=tuple(known) or ("-",), **near)
            return Absent(State.MISSING)
        if len(meant) > 1:
            self._report("PS170", name=name, column=tree.column)
        return meant[0]

    def label(self, tree: Tree) -> LabelInput | None:
        """The label or flag that a name stands for; None for anything else, which is not reported here."""
        meant = self.known.get(tree.name, ()) if isinstance(tree, Name) else ()
        return meant[0] if meant and isinstance(meant[0], LabelInput) else None

    # Numbers

    def number(self, tree: Tree) -> Formula:
        match tree:
            case Figure(value=value):
                return Const(value)
            case Name():
                meant = self.name(tree)
                if isinstance(meant, Formula):
                    return meant
                test = tree.name if _is_flag(meant) else f"{tree.name} == '{label_text(meant.labels[0])}'"
                self._report("PS179", name=tree.name, column=tree.column, instead=f"if({test}, 1, 0)")
                return Absent(State.MISSING)
            case Operation():
                return self.operation(tree)
            case Call(function="if", arguments=(condition, then, other)):
                return self.choice(condition, then, other)
            case Call():
                return self.call(tree)
        raise TypeError(f"{tree!r} is a condition")

    def operation(self, tree: Operation) -> Formula:
        left, right = self.number(tree.left), self.number(tree.right)
        match tree.sign:
            case "+":
                return linear((1, left), (1, right))
            case "-":
                return linear((1, left), (-1, right))
            case "*":
                return product(left, right)
            case "/":
                return quotient(left, right)
        if isinstance(right, Const):
            return power(left, right.value)
        if isinstance(left, Const) and left.value > 0:
            return Exp(right, left.value)
        self._report("PS167", column=tree.column)
        return Absent(State.MISSING)

    def call(self, tree: Call) -> Formula:
        arguments = [self.number(argument) for argument in tree.arguments]
        first = arguments[0]
        match tree.function:
            case "min":
                return least(*arguments)
            case "max":
                return greatest(*arguments)
            case "abs":
                return greatest(first, -first)
            case "floor":
                return Round(first, Fraction(1), "floor")
            case "ceil":
                return Round(first, Fraction(1), "ceiling")
            case "round":
                return self.rounded(arguments, tree)
            case "sqrt":
                return Power(first, Fraction(1, 2))
            case "ln":
                return Log(first)
            case "log10":
                return Log(first, Fraction(10))
            case "exp":
                return Exp(first)
        raise TypeError(f"no function {tree.function}")

    def rounded(self, arguments: list[Formula], tree: Call) -> Formula:
        places = arguments[1] if len(arguments) == 2 else Const(Fraction(0))
        if not isinstance(places, Const) or places.value.denominator != 1 or abs(places.value) > _MOST_PLACES:
            self._report("PS171", column=tree.column, most=_MOST_PLACES)
            return Absent(State.MISSING)
        return Round(arguments[0], Fraction(10) ** -int(places.value), "half-up")

    def choice(self, condition: Tree, then: Tree, other: Tree) -> Formula:
        result = If(self.condition(condition), self.number(then), self.number(other))
        # A comparison with something absent is false; the result is absent instead.
        needed = {name.name: self._needed(name) for name in names(condition) if name.name in self.known}
        present = [node for node in needed.values() if not isinstance(node, Const)]
        return needing(result, *present) if present else result

    def _needed(self, tree: Name) -> Formula:
        """A number that is absent where what the name stands for is."""
        meant = self.name(tree)
        if isinstance(meant, Formula):
            return meant
        return self.presence.setdefault(meant.key, Choose(meant, (_ZERO,) * len(meant.labels)))

    # Conditions

    def condition(self, tree: Tree) -> Condition:
        match tree:
            case Name():
                return self.flag(tree)
            case Comparison(left=left, right=right) if self._labelled(left, right):
                return self.compared(tree)
            case Comparison(sign="!="):
                return Not(Compare(self.number(tree.left), "equals", self.number(tree.right)))
            case Comparison():
                return Compare(self.number(tree.left), _RELATIONS[tree.sign], self.number(tree.right))
            case Logic(word="not", conditions=(inner,)):
                return Not(self.condition(inner))
            case Logic(word=word, conditions=conditions):
                found = tuple(self.condition(part) for part in conditions)
                return Every(found) if word == "and" else Some(found)
        raise TypeError(f"{tree!r} is a number")

    def flag(self, tree: Name) -> Condition:
        meant = self.name(tree)
        if isinstance(meant, Formula):
            if tree.name in self.known:
                self._report("PS169", column=tree.column)
            return Always(False)
        if not _is_flag(meant):
            self._report("PS180", name=tree.name, column=tree.column, instead=_example(tree.name, meant))
        return OneOf(meant, frozenset({True}))

    def _labelled(self, left: Tree, right: Tree) -> bool:
        return any(isinstance(side, Quoted) or self.label(side) is not None for side in (left, right))

    def compared(self, tree: Comparison) -> Condition:
        """A comparison of a name with a label in quotes, or what is wrong with it."""
        left, right = tree.left, tree.right
        name, other = (right, left) if self.label(left) is None and isinstance(right, Name) else (left, right)
        assert isinstance(name, Name)
        meant = self.name(name)
        if isinstance(meant, Formula):
            if name.name in self.known:
                self._report("PS184", name=name.name, found=_said(other), column=name.column)
        elif _is_flag(meant):
            self._report("PS181", name=name.name, column=name.column)
        elif tree.sign not in ("==", "!=") or not isinstance(other, Quoted):
            self._report("PS182", name=name.name, column=name.column, instead=_example(name.name, meant, _said(other)))
        elif other.text not in meant.labels:
            words = tuple(label_text(label) for label in meant.labels)
            facts = {"label": other.text, "by": name.name, "labels": words, "nearest": nearest(other.text, words)}
            self._report("PS183", column=other.column, **facts)
        else:
            same = OneOf(meant, frozenset({other.text}))
            return same if tree.sign == "==" else Not(same)
        return Always(False)


def _is_flag(label: LabelInput) -> bool:
    return all(isinstance(word, bool) for word in label.labels)


def _said(tree: Tree) -> str:
    match tree:
        case Quoted(text=text):
            return text
        case Name(name=name):
            return name
    return ""


def _example(name: str, label: LabelInput, said: str = "") -> str:
    """How a label is compared: with the one that was said, or nearly so."""
    words = [label_text(word) for word in label.labels]
    return f"{name} == '{said if said in words else nearest(said, words) or words[0]}'"
