"""Narrators: names, units and brackets of single figures."""

from __future__ import annotations

from fractions import Fraction

from perfscheme.formula import nodes
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.narrators import Label, Narrator
from perfscheme.formula.nodes import Input, State

X, Y = Input("x"), Input("y")


def narrator(**values: object) -> Narrator:
    run = Evaluation({key: Fraction(x) if isinstance(x, int) else x for key, x in values.items()})  # type: ignore[misc]
    return Narrator(run, "en", "points", {X: Label("sales", "EUR")}, None, {})


def test_a_label_gives_name_and_unit() -> None:
    """A labelled node is written with both, another input by itself."""
    said = narrator(x=3, y=4)
    assert (said.full(X), said.full(Y), said.bare(Y)) == ("sales 3 EUR", "4", "4")


def test_an_absence_stands_in_place_of_the_figure() -> None:
    """There is no figure to write."""
    said = narrator(x=State.NOT_APPLICABLE)
    assert (said.full(X), said.name(X), said.name(nodes.Const(Fraction(1)))) == (
        "sales not applicable", "sales", "the value",
    )  # fmt: skip


def test_a_named_figure_is_mentioned_once() -> None:
    """Before the first calculation that it enters, not before each."""
    said = narrator(x=3)
    assert (said.bare(X), said.bare(X), said.steps) == ("3", "3", ["sales 3 EUR"])
