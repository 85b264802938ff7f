"""Plain data: a scorecard as JSON carries it, the same bytes for the same card."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import attrs

from perfscheme.diagnostics import Diagnostic, Text, figure
from perfscheme.evidence.opinions import ItemScore
from perfscheme.evidence.trails import Trail
from perfscheme.formula.exact import Value
from perfscheme.formula.nodes import State
from perfscheme.formula.reals import Exact, Real
from perfscheme.scheme.advice import next_grade
from perfscheme.scheme.decimals import decimal_of
from perfscheme.scheme.identity import LIBRARY_VERSION
from perfscheme.scheme.parts import Part
from perfscheme.scheme.refusals import refusals
from perfscheme.scheme.results import Result

FORMAT: Final = 1
"""Rises when a key goes, or changes its meaning; new keys may come without."""


def card_data(card: Result) -> dict[str, Any]:
    """A card as dictionaries, lists, text, whole numbers and None; keys always in the same order.

    Exact numbers are text: decimals in full ("97.5"), repeating ones as a fraction ("1165/12"), irrational ones to
    28 digits; so are points, and figures before and after a change, whose decimals repeat. An absent value is None,
    with its reason (`missing`, `not-applicable`) beside it. Parts are one flat list, parents before their children,
    each with the id of its parent (None for the root). `evidence` is there where values were measured.

    It says what was scored. What another value would bring (`Scorecard.improvements`, `Scorecard.target_advice`) is
    searched for, which takes several times as long, and a better search may find more: that is no part of a result.
    """
    met, judged = card.targets
    evidence = {key: _trail(trail) for key, trail in card.evidence.items()}
    return {
        "format": FORMAT,
        "scheme": card.scheme.scheme,
        "version": card.scheme.version,
        "hash": card.scheme.hash,
        "library": LIBRARY_VERSION,
        "name": _text(card.scheme.name),
        "subject": card.subject,
        "inputs": {key: _input(value) for key, value in card.inputs.items()},
        **({"evidence": evidence} if evidence else {}),
        "total": _plain(card.total),
        "unrounded": _plain(card.unrounded),
        "grade": card.grade,
        "coefficient": _plain(card.coefficient),
        "targets": {"met": met, "judged": judged},
        "parts": [_part(part) for part in card.parts],
        "changes": [_plain(change) for change in card.changes],
        "problems": [_problem(problem) for problem in refusals(card)],
        "next_grade": _plain(next_grade(card)),
    }


def _part(part: Part) -> dict[str, Any]:
    return {field.name: _plain(getattr(part, field.name)) for field in attrs.fields(Part)}


def _trail(trail: Trail) -> dict[str, Any]:
    """How a value was counted, of how many rows, and how many were left out for which reason."""
    return {
        "name": _text(trail.name),
        "kind": trail.kind,
        "table": _text(trail.table),
        "figure": _plain(trail.figure),
        "count": trail.count,
        "left_out": [{"reason": _text(reason), "count": n} for reason, n in trail.left_out],
        "stages": [{"name": _text(name), "figure": _plain(figure)} for name, figure in trail.stages],
        "operands": [_trail(operand) for operand in trail.operands],
        "panel": None if trail.panel is None else _panel(trail.panel),
        "lacking": None if trail.lacking is None else _problem(trail.lacking),
    }


def _panel(said: ItemScore) -> dict[str, Any]:
    """What a panel says on an item; relations by their ids."""
    return {
        "groups": [
            {
                "relations": [relation.relation for relation in group.relations],
                "value": _plain(group.value),
                "raters": group.raters,
                "weight": _plain(group.weight),
                "spread": _plain(group.spread),
                "agreement": _plain(group.agreement),
                "adjusted": _plain(group.adjusted),
            }
            for group in said.groups
        ],
        "dropped": [relation.relation for relation in said.dropped],
        "adjusted": _plain(said.adjusted),
    }


def _problem(problem: Diagnostic) -> dict[str, Any]:
    return {
        "code": problem.code,
        "path": [str(key) for key in problem.path],
        "message": {"zh": problem.message("zh"), "en": problem.message("en")},
    }


def _input(value: Value) -> Any:
    """A number as text, a flag or label as it is, an absence as the reason under `state`."""
    return {"state": value.value} if isinstance(value, State) else _plain(value)


def _text(text: Text | None) -> Mapping[str, str] | None:
    return None if text is None else {"zh": text.say("zh"), "en": text.say("en")}


def _plain(value: Any) -> Any:
    """A value of a card as plain data."""
    match value:
        case None | bool() | str() | int():
            return value
        case Decimal():
            return format(value, "f")
        case Fraction() | Real():
            return _exact(value)
        case State():
            return value.value
        case Text():
            return _text(value)
        case tuple():
            return [_plain(item) for item in value]
        case _:
            return {field.name: _plain(getattr(value, field.name)) for field in attrs.fields(type(value))}


def _exact(x: Exact) -> str:
    return format(decimal_of(x), "f") if isinstance(x, Real) else figure(x)
