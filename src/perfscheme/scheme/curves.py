"""Curves: from one result's value to its points, as a person would put it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Compare, Const, Cut, Formula, Input, Node, Piecewise, Quotient, Sum, walk
from perfscheme.formula.restriction import Outline
from perfscheme.formula.settling import settled
from perfscheme.scheme.results import Result
from perfscheme.scheme.statement import NodeStatement


def told_curve(card: Result, stated: NodeStatement) -> tuple[Formula, Evaluation, dict[Node, str]]:
    """The raw points of an indicator as they are best told: a formula with the same value for this record.

    Where places are the person's own, straight pieces as of fixed ones; a ratio to a threshold as that, and not as so
    many points for each 1; one line over all values as lying between the least and the greatest.

    Args:
        card: the result.
        stated: the indicator.

    Returns:
        The formula; what computes it; and the names of thresholds that stand in it, with none for the value.
    """
    as_stated = stated.raw, card.evaluation, dict[Node, str]()
    found = None if stated.value is None else card.exact(stated.value)
    if stated.value is None or not isinstance(found, Fraction):
        return as_stated
    statement = card.scheme.statement
    x, raw = stated.value, stated.raw
    if not isinstance(x, Input):
        # What makes a value of an input may be one with the curve: 287 minutes, less 4 hours.
        x = Input(f"value of {stated.noun.id}")
        raw = statement.curve(stated, x, stated.thresholds) or raw
    fixed = {name: node.value for name, node in stated.thresholds.items() if isinstance(node, Const)}
    levels = {name: Input(f"{name} of {stated.noun.id}", at, at) for name, at in fixed.items()}
    values = {levels[name].key: at for name, at in fixed.items()}
    run = Evaluation({**card.evaluation.values, **values, x.key: found})
    named = statement.curve(stated, x, levels) if levels and len(levels) == len(stated.thresholds) else None
    curve = settled(Outline(raw), run, x) or _ratio(named, levels) or _between(raw, x)
    if curve is None or run(curve) != card.exact(stated.raw):
        return as_stated
    return curve, run, {x: "", **{node: name for name, node in levels.items()}}


def _ratio(named: Formula | None, levels: Mapping[str, Input]) -> Formula | None:
    """A curve with thresholds by name, where it divides by one."""
    parts = () if named is None else tuple(walk([named]))
    divides = any(isinstance(part, Quotient) and part.under in levels.values() for part in parts)
    return named if divides and not any(isinstance(part, Compare) for part in parts) else None


def _between(raw: Formula, x: Input) -> Piecewise | None:
    """One straight line over all that an input can be, with its two ends; None where it begins at 0 or has no ends."""
    match raw:
        case Sum(constant=start, terms=((slope, term),)) if term is x and start and slope:
            if x.low is None or x.high is None or x.low == x.high:
                return None
            cuts = Cut(x.low), Cut(x.high, inclusive=False)
            low, high = ((start + slope * at, Fraction(0)) for at in (x.low, x.high))
            return Piecewise(x, cuts, (low, (start, slope), high))
    return None
