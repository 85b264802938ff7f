"""Walks over the graph of a formula: what a node reads, and every node once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from perfscheme.formula.nodes.arithmetic import Const, Formula, Power, Product, Quotient, Sum
from perfscheme.formula.nodes.conditions import Compare, Condition, Every, InState, LabelInState, Not, OneOf, Some
from perfscheme.formula.nodes.inputs import Input
from perfscheme.formula.nodes.selections import (
    Best,
    Choose,
    Exp,
    GeometricMean,
    Greatest,
    If,
    Least,
    Log,
    Mean,
    Piecewise,
    Round,
)

Node: TypeAlias = Formula | Condition


def children(node: Node) -> Iterable[Node]:
    """The nodes that `node` reads, in order."""
    match node:
        case Const() | Input():  # most of them
            return ()
        case Sum(terms=terms):
            return [term for _, term in terms]
        case Product(left=a, right=b) | Quotient(over=a, under=b) | Compare(left=a, right=b):
            return [a, b]
        case Least(terms=terms) | Greatest(terms=terms) | Best(terms=terms):
            return terms
        case Mean(weights=weights, terms=terms) | GeometricMean(weights=weights, terms=terms):
            return [*weights, *terms]
        case Piecewise() | Round() | Power() | Log() | Exp() | InState():
            return [node.x]
        case If():
            return [node.condition, node.then, node.other]
        case Choose(cases=cases):
            return cases
        case Every(conditions=conditions) | Some(conditions=conditions):
            return conditions
        case Not(condition=condition):
            return [condition]
        case _:
            return ()


def walk(roots: Iterable[Node]) -> list[Node]:
    """Every node under `roots`, once each, children before parents."""
    order: list[Node] = []
    done: set[Node] = set()
    stack: list[tuple[Node, bool]] = [(root, False) for root in reversed(list(roots))]
    while stack:
        node, ready = stack.pop()
        if node in done:
            continue
        if ready:
            done.add(node)
            order.append(node)
        else:
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(list(children(node))))
    return order


def input_of(node: Node) -> str | None:
    """The key of the input, a number or a label, that a node itself reads; None where it reads none."""
    match node:
        case Input(key=key):
            return key
        case Choose(label=label) | OneOf(label=label) | LabelInState(label=label):
            return label.key
        case _:
            return None


def inputs_of(roots: Iterable[Node]) -> set[str]:
    """The keys of the inputs that formulas read."""
    return {key for node in walk(roots) if (key := input_of(node)) is not None}
