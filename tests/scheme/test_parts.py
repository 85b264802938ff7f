"""Parts: what cards say of one indicator is a value of its own."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from perfscheme import Scheme
from perfscheme.scheme.parts import Change


def test_parts_are_values(five: Scheme, engineer: dict[str, Any]) -> None:
    """They compare by content, survive pickling, and cannot be changed."""
    part = five.score(engineer)["satisfaction"]
    assert pickle.loads(pickle.dumps(part)) == part == copy.copy(part) == five.score(engineer)["satisfaction"]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        part.points = None  # type: ignore[misc]


def test_a_change_names_its_place() -> None:
    """Where it is written, what it acted on, and the figures."""
    change = Change("rule", "veto", None, "rules.0", "grade", None, "A", "C")
    assert (change.before, change.after, change.path) == ("A", "C", "rules.0")


def test_what_is_shown_is_decimal_and_what_is_shared_exact(five: Scheme, engineer: dict[str, Any]) -> None:
    """One of both kinds for each field, as the docstring says; both calculate as fractions."""
    part = five.score(engineer)["satisfaction"]
    shown = (part.value, part.raw, part.points, part.counted, part.weight)
    assert {type(x) for x in shown} == {Decimal}
    shares = (part.effective_weight, part.contribution, part.share_of_total)
    assert {type(x) for x in shares} == {Fraction}
    assert part.counted is not None
    assert part.effective_weight is not None
    assert part.effective_weight * Fraction(part.counted) == part.contribution
