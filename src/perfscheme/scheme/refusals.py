"""Refusals: why a record has no score."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from perfscheme.diagnostics import Diagnostic, Language, Text
from perfscheme.formula.exact import Undefined
from perfscheme.formula.nodes import Formula, Input, LabelInput, State
from perfscheme.formula.words import rounded
from perfscheme.nouns.dimensions import Dimension
from perfscheme.scheme.absences import Read, lacking
from perfscheme.scheme.phrases import phrase, rule_name
from perfscheme.scheme.results import Result
from perfscheme.scheme.statement import Step

_UNDEFINED = {
    "division-by-zero": "PS306",
    "log-of-nonpositive": "PS307",
    "power-of-negative": "PS308",
    "too-large": "PS313",
}
_TOTAL = Text(zh="总分", en="the total")


def reasons(card: Result, lang: Language) -> tuple[str, ...]:
    """The refusals as sentences; a fault of the record begins with the input that it is in."""
    return tuple(_reason(card, problem, lang) for problem in refusals(card))


def _reason(card: Result, problem: Diagnostic, lang: Language) -> str:
    name = card.scheme.statement.input_names.get(str(problem.path[0])) if card.faults and problem.path else None
    said = problem.message(lang)
    return said if name is None else phrase("value", lang, name=name.say(lang), value=said)


def refusals(card: Result) -> tuple[Diagnostic, ...]:
    """What keeps a card from having a total: a fault of the record, a formula without a value, or what is missing.

    Parts are called by their names for people; the path of each diagnostic has their ids.
    """
    if card.faults:
        return card.faults
    statement = card.scheme.statement
    try:
        total = card.evaluation(statement.total)
    except Undefined as error:
        return (_undefined(card, error),)
    if not isinstance(total, State):
        return ()
    if total is State.NOT_APPLICABLE:
        return (Diagnostic("PS309", ()),)
    return tuple(_missing(card))


def _undefined(card: Result, error: Undefined) -> Diagnostic:
    """The innermost part that has no value at all."""
    for key, stated in reversed(list(card.scheme.statement.nodes.items())):
        try:
            card.evaluation(stated.points)
        except Undefined as own:
            return Diagnostic(_UNDEFINED[own.reason], (key,), {"name": _name(card, key)})
    return Diagnostic(_UNDEFINED[error.reason], (), {"name": _TOTAL})


def _missing(card: Result) -> Iterator[Diagnostic]:
    """The dimensions that are missing because of their children, from the root down, and rules that lack a value."""
    nodes = card.scheme.statement.nodes
    pending = [next(iter(nodes))]
    while pending:
        key = pending.pop()
        stated = nodes[key]
        missing = tuple(
            child for child, term in zip(stated.children, stated.terms, strict=True)
            if card.exact(term) is State.MISSING
        )  # fmt: skip
        yield from _by_rules(card, key, stated.steps)
        if card.exact(stated.raw) is not State.MISSING:
            continue
        if not missing:
            if stated.children:
                found = sum(not isinstance(card.exact(term), State) for term in stated.terms)
                yield Diagnostic("PS321", (key,), {"name": _name(card, key), "found": found})
            continue
        noun = stated.noun
        policy = getattr(noun.aggregation, "missing", None) if isinstance(noun, Dimension) else None
        coverage, needed = card[key].coverage, getattr(policy, "coverage", Fraction(100))
        facts: dict[str, Any] = {"name": _name(card, key), "missing": tuple(_name(card, child) for child in missing)}
        if coverage is None or coverage * 100 >= needed:
            yield Diagnostic("PS310", (key,), facts)
        else:
            yield Diagnostic("PS311", (key,), {**facts, "coverage": rounded(coverage * 100), "needed": needed})
        pending += reversed(missing)
    yield from _by_rules(card, None, card.scheme.statement.total_steps)


def _by_rules(card: Result, key: str | None, steps: tuple[Step, ...]) -> Iterator[Diagnostic]:
    """The rules that made missing what was there, each with what it lacks."""
    nodes = card.scheme.statement.nodes
    for step in steps:
        if card.exact(step.after) is not State.MISSING or card.exact(step.before) is State.MISSING:
            continue
        parts = {stated.points: name for name, stated in nodes.items() if stated.points is not step.after}
        lack = dict.fromkeys(lacking(step.after, card.evaluation, parts))
        facts: dict[str, Any] = {
            "name": _TOTAL if key is None else _name(card, key),
            "rule": rule_name(step.noun.kind, step.name, step.path),
            "missing": tuple(
                _name(card, parts[node]) if isinstance(node, Formula) and node in parts else _input(card, node)
                for node in lack
            ),
        }
        yield Diagnostic("PS312", () if key is None else (key,), facts)


def _input(card: Result, node: Read) -> Text:
    assert isinstance(node, Input | LabelInput)
    return card.scheme.statement.input_names[node.key]


def _name(card: Result, key: str) -> Text:
    stated = card.scheme.statement.nodes[key]
    return _TOTAL if stated.parent is None and stated.noun.name is None else card[key].name
