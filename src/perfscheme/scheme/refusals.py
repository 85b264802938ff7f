"""Refusals: why a record has no score."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from perfscheme.diagnostics import Diagnostic
from perfscheme.formula.exact import Undefined
from perfscheme.formula.nodes import State

if TYPE_CHECKING:
    from perfscheme.scheme.cards import Scorecard

_UNDEFINED = {
    "division-by-zero": "PS306",
    "log-of-nonpositive": "PS307",
    "power-of-negative": "PS308",
}


def refusals(card: Scorecard) -> tuple[Diagnostic, ...]:
    """What keeps a card from having a total: a formula without a value, or what is missing and where."""
    statement = card.scheme.statement
    nodes = [*((key, stated.points) for key, stated in reversed(statement.nodes.items())), ("", statement.total)]
    for key, node in nodes:
        try:
            card.evaluation(node)
        except Undefined as error:
            return (Diagnostic(_UNDEFINED[error.reason], (key,) if key else (), {"name": key or "total"}),)
    total = card.evaluation(statement.total)
    if not isinstance(total, State):
        return ()
    if total is State.NOT_APPLICABLE:
        return (Diagnostic("PS309", ()),)
    return tuple(_missing(card))


def _missing(card: Scorecard) -> Iterable[Diagnostic]:
    statement = card.scheme.statement
    root = next(iter(statement.nodes))
    pending, told = [root], False
    while pending:
        key = pending.pop()
        stated = statement.nodes[key]
        if card.exact(stated.points) is not State.MISSING:
            continue
        missing = tuple(child for child in stated.children if card[child].state is State.MISSING)
        if stated.children:
            told = True
            coverage = card[key].coverage
            facts: dict[str, object] = {"name": key, "missing": missing or ("-",)}
            if coverage is None:
                yield Diagnostic("PS310", (key,), facts)
            else:
                policy = getattr(stated.noun.aggregation, "missing", None)  # type: ignore[union-attr]  # a dimension
                needed = getattr(policy, "coverage", 100)
                yield Diagnostic("PS311", (key,), {**facts, "coverage": coverage * 100, "needed": needed})
            pending += reversed([child for child in missing if statement.nodes[child].children])
    if not told:
        yield Diagnostic("PS312", ())
