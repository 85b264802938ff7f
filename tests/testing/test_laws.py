"""The laws as data, and `check_laws` for everybody's own schemes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest

import perfscheme
from perfscheme import SchemeError
from perfscheme.scheme.boards import Scoreboard
from perfscheme.testing import LAWS, Violation, check_laws

PLAN = """
perfscheme: 1
scheme: plan
rounding: {places: 1, mode: half-up, before-grading: true}
score:
  aggregation: {kind: weighted-mean, missing: {kind: renormalise, coverage: 50}}
  children:
    a: {weight: 60, unit: percent, curve: {kind: as-is}}
    b: {weight: 40, unit: hours, range: [0, 100], curve: {kind: linear, points: {24: 100, 72: 0}}}
grades: [{grade: A, from: 80}, {grade: B}]
"""


def test_laws_are_told_apart() -> None:
    """By number and name; each says in a sentence what holds, and has a proof of its own."""
    assert len({(law.number, law.name) for law in LAWS}) == len({law.proof for law in LAWS}) == len(LAWS)
    assert all(law.says.endswith(".") for law in LAWS)
    assert {law.number for law in LAWS} >= {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13}


def test_ones_own_scheme(tmp_path: Path) -> None:
    """As an object, as a text, as the path of a file."""
    check_laws(perfscheme.loads(PLAN), examples=2, batch=4)
    check_laws(PLAN, laws=LAWS[:3], examples=2, batch=4)
    path = tmp_path / "plan.scheme.yaml"
    path.write_text(PLAN, encoding="utf-8")
    check_laws(path, laws=LAWS[3:6], examples=2, batch=4)


def test_a_text_that_is_no_scheme() -> None:
    """Is told as everywhere."""
    with pytest.raises(SchemeError, match="b"):
        check_laws(PLAN.replace("unit: hours", "unit: h"), examples=1)


def test_a_broken_law_is_named_with_a_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """And with both answers."""
    run = Scoreboard._run

    def off(self: Scoreboard, *arguments: Any) -> Any:
        values, *rest = run(self, *arguments)
        values[0][:] += 0.1
        return (values, *rest)

    monkeypatch.setattr(Scoreboard, "_run", off)
    with pytest.raises(
        Violation, match=r"law 2 \(one answer\) is broken: total: expected .*; record \{'a': "
    ) as caught:
        check_laws(PLAN, laws=[law for law in LAWS if law.number == 2], examples=5, batch=1)
    assert caught.value.law == (2, "one answer")


def test_some_of_the_laws() -> None:
    """A host may leave out what it does not need."""
    broken = attrs.evolve(LAWS[0], proof=lambda scheme, records: (_ for _ in ()).throw(Violation("x", {}, 1, 2)))
    check_laws(PLAN, laws=LAWS[2:4], examples=2)
    with pytest.raises(Violation):
        check_laws(PLAN, laws=[broken], examples=2, batch=1)
