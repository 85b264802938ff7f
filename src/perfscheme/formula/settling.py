"""Settling: what a record's other values leave of a formula of one number, as straight pieces.

A curve whose places are given per person is a chain of cases. For one person it is as plain as a curve of fixed
places, and can be told as that.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from perfscheme.formula import nodes
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.lines import Lines, Piece, joined, lines, within
from perfscheme.formula.nodes import Cut
from perfscheme.formula.restriction import Outline

_NO, _YES = (Fraction(0), Fraction(0)), (Fraction(1), Fraction(0))
_BELOW, _ABOVE = Cut(Fraction(0)), Cut(Fraction(0), inclusive=False)
# How far the left side lies above the right one, and whether the relation holds there.
_TRUTHS: dict[nodes.Relation, tuple[tuple[Cut, ...], tuple[Piece, ...]]] = {
    "at-least": ((_BELOW,), (_NO, _YES)),
    "above": ((_ABOVE,), (_NO, _YES)),
    "at-most": ((_ABOVE,), (_YES, _NO)),
    "below": ((_BELOW,), (_YES, _NO)),
    "equals": ((_BELOW, _ABOVE), (_NO, _YES, _NO)),
}


def settled(outline: Outline, evaluation: Evaluation, x: nodes.Input) -> nodes.Piecewise | None:
    """A formula as straight pieces of one input, where a record decides all others and has a value of this one.

    Args:
        outline: of the formula.
        evaluation: of the record.
        x: the input that stays open.

    Returns:
        None where no case depends on the input, or where the formula is more than straight pieces of it.

    >>> from perfscheme.formula.build import interpolate
    >>> x, target = nodes.Input("x"), nodes.Input("target")
    >>> curve = Outline(interpolate(x, [(0, 0), (target, 100)]))
    >>> settled(curve, Evaluation({"x": Fraction(1), "target": Fraction(50)}), x).pieces[1]
    (Fraction(0, 1), Fraction(2, 1))
    """
    node = outline.restrict(evaluation, x.key)
    cases = any(
        isinstance(part, nodes.If) and any(isinstance(asked, nodes.Compare) for asked in nodes.walk([part.condition]))
        for part in nodes.walk([node])
    )
    found = _settle(node, {}) if cases else None
    return None if found is None else _smooth(x, found)


def _settle(node: nodes.Formula, known: dict[nodes.Formula, Lines | None]) -> Lines | None:
    """A node as lines, its cases taken as they are where the input has a value."""
    if node not in known:
        known[node] = _lines(node, known)
    return known[node]


def _lines(node: nodes.Formula, known: dict[nodes.Formula, Lines | None]) -> Lines | None:
    match node:
        case nodes.If(condition=condition, then=then, other=other):
            truth = _truth(condition, known)
            if truth is None:
                return None
            if len(truth.pieces) == 1:
                return _settle(then if truth.pieces[0] == _YES else other, known)
            cases = [truth, _settle(then, known), _settle(other, known)]
            return joined(cases, lambda here, low, high: [(None, here[1] if here[0] == _YES else here[2])])
        case nodes.Product(left=left, right=right):
            return _scaled(_settle(left, known), _settle(right, known)) or _scaled(
                _settle(right, known), _settle(left, known)
            )
        case nodes.Quotient(over=over, under=under):
            divisor = _fixed(_settle(under, known))
            return _scaled(_settle(over, known), Lines(None, (), ((1 / divisor, Fraction(0)),))) if divisor else None
        case nodes.Sum() | nodes.Least() | nodes.Greatest() | nodes.Piecewise():
            for part in nodes.children(node):
                assert isinstance(part, nodes.Formula)
                _settle(part, known)
            return lines(node, dict(known))
        case nodes.Const() | nodes.Input():
            return lines(node, {})
        case _:
            return None


def _fixed(found: Lines | None) -> Fraction | None:
    return found.pieces[0][0] if found is not None and found.x is None else None


def _scaled(found: Lines | None, by: Lines | None) -> Lines | None:
    """Lines times a fixed number."""
    factor = _fixed(by)
    if found is None or factor is None:
        return None
    return joined([found], lambda here, low, high: [(None, (factor * here[0][0], factor * here[0][1]))])


def _truth(condition: nodes.Condition, known: dict[nodes.Formula, Lines | None]) -> Lines | None:
    """1 where a condition holds, 0 where it does not."""
    match condition:
        case nodes.Always(value=value):
            return Lines(None, (), (_YES if value else _NO,))
        case nodes.InState(x=x, state=state):
            # What is straight pieces of a value that is there is there, too.
            there = state is nodes.State.PRESENT
            return None if _settle(x, known) is None else Lines(None, (), (_YES if there else _NO,))
        case nodes.Compare(left=left, relation=relation, right=right):
            sides = [_settle(left, known), _settle(right, known)]
            apart = joined(sides, lambda here, low, high: [(None, _apart(*here))])
            return None if apart is None else within(nodes.Piecewise(left, *_TRUTHS[relation]), apart)
        case nodes.Every(conditions=inner) | nodes.Some(conditions=inner):
            wanted = _NO if isinstance(condition, nodes.Every) else _YES
            rest = _YES if wanted == _NO else _NO
            parts = [_truth(part, known) for part in inner]
            return joined(parts, lambda here, low, high: [(None, wanted if wanted in here else rest)])
        case nodes.Not(condition=inner):
            part = _truth(inner, known)
            return joined([part], lambda here, low, high: [(None, _NO if here[0] == _YES else _YES)])
        case _:
            return None


def _apart(left: Piece, right: Piece) -> Piece:
    return left[0] - right[0], left[1] - right[1]


def _smooth(x: nodes.Input, found: Lines) -> nodes.Piecewise:
    """Pieces without those for a single point that a neighbour has as well."""
    cuts, pieces = list(found.cuts), list(found.pieces)
    place = 0
    while place + 1 < len(cuts):
        at = cuts[place].at
        if cuts[place + 1].at == at:
            own = _at(pieces[place + 1], at)
            if own in (_at(pieces[place], at), _at(pieces[place + 2], at)):
                cuts[place : place + 2] = [Cut(at, inclusive=own == _at(pieces[place + 2], at))]
                del pieces[place + 1]
                continue
        place += 1
    return nodes.Piecewise(x, tuple(cuts), tuple(pieces))


def _at(piece: Sequence[Fraction], x: Fraction) -> Fraction:
    return piece[0] + piece[1] * x
