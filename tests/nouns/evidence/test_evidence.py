"""Evidence as a whole: what is checked between its parts, and against the scheme."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import perfscheme as ps
from perfscheme.diagnostics import SchemeError
from perfscheme.nouns.evidence.columns import TextColumn
from perfscheme.nouns.evidence.evidence import Evidence
from perfscheme.nouns.evidence.measures import Count
from perfscheme.nouns.evidence.tables import Table

Found = Callable[..., Any]


def test_sound_evidence_has_no_findings(found: Found) -> None:
    """The text that the other tests break is sound."""
    assert found() == []


def test_evidence_is_part_of_what_a_scheme_promises() -> None:
    """Another way of counting is another plan, with another hash."""
    table = Table("t", subject="who", columns=(TextColumn("who"),))
    child = ps.Indicator("n", "count", curve=ps.curves.Linear({0: 0, 9: 9}))
    root = ps.Dimension(children=(child,), aggregation=ps.aggregations.SumOfPoints(missing=ps.missing.Refuse()))
    one = ps.Scheme("s", root, evidence=Evidence((table,), measures=(Count("n", table="t"),)))
    other = ps.Scheme("s", root, evidence=Evidence((table,), measures=(Count("n", table="t", at_least=5),)))
    assert len({one.hash, other.hash, ps.Scheme("s", root).hash}) == 3


def test_names_stand_once() -> None:
    """In Python, where no reader refuses a key twice."""
    table = Table("t", subject="who", columns=(TextColumn("who"),))
    with pytest.raises(SchemeError) as caught:
        Evidence((table, table), measures=(Count("n", table="t"), Count("n", table="t")))
    assert [(x.code, x.path) for x in caught.value.diagnostics] == [
        ("PS627", ("tables", "t")), ("PS627", ("measures", "n")),
    ]  # fmt: skip


def test_a_measure_gives_an_input_or_stands_in_a_ratio(found: Found) -> None:
    """With the nearest input, as it is likely misspelt."""
    (problem,) = found("    rating: {kind: median", "    ratings: {kind: median")
    assert (problem.code, problem.facts["nearest"]) == ("PS615", "rating")
    assert "rating" in problem.message("zh")
