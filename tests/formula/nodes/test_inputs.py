"""What the host hands in."""

from __future__ import annotations

from perfscheme.formula.nodes import Input, LabelInput, State


def test_states_show_as_they_are_written() -> None:
    """A repr that could be pasted back."""
    assert repr(State.NOT_APPLICABLE) == "State.NOT_APPLICABLE"


def test_numbers_are_told_apart_by_identity_and_labels_by_what_they_are() -> None:
    """A label is looked up by its key; a number node is evaluated once wherever it stands."""
    assert Input("x") != Input("x")
    assert LabelInput("role", ("a", "b")) == LabelInput("role", ("a", "b"))
