"""Subjects: text, whatever they were."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from perfscheme import InputError, Scheme
from perfscheme.scheme.subjects import subject_text, subject_texts


@pytest.mark.parametrize(
    ("subject", "text"), [("E-017", "E-017"), (12, "12"), (np.int64(12), "12"), (np.str_("E"), "E")]
)
def test_a_subject_is_a_text(subject: Any, text: str) -> None:
    """A whole number, as a database gives it, is kept as its text."""
    assert subject_text(subject) == text
    assert type(subject_text(subject)) is str


@pytest.mark.parametrize("subject", [1.0, True, None, ("a",), float("nan")])
def test_what_names_nobody_is_refused(subject: Any) -> None:
    """Whether 1.0 is "1" or "1.0" is for the host to say."""
    with pytest.raises(InputError, match="PS318"):
        subject_text(subject)


def test_one_text_is_not_several_subjects() -> None:
    """Nobody is called 王 or 芳."""
    assert subject_texts(name for name in ("王芳", 12)) == ("王芳", "12")
    with pytest.raises(InputError, match=r"PS339.*write \['王芳'\]"):
        subject_texts("王芳")


def test_cards_and_boards_say_the_same_of_a_subject(five: Scheme, engineer: dict[str, Any]) -> None:
    """So does JSON."""
    card = five.score(engineer, subject=12)
    board = five.score_many([engineer], subjects=np.array([12]))
    assert card == board.card(0)
    assert board.subjects == ("12",)
    assert json.dumps(card.to_dict()) == json.dumps(board.card(0).to_dict())
    assert card.to_dict()["subject"] == "12"
