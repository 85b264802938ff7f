"""Periods."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from perfscheme.diagnostics import InputError
from perfscheme.evidence.period import Span, name_of, span_of

D = datetime.date


@pytest.mark.parametrize(
    ("period", "span"),
    [
        ("2026", (D(2026, 1, 1), D(2026, 12, 31))),
        (2026, (D(2026, 1, 1), D(2026, 12, 31))),
        ("2026-H2", (D(2026, 7, 1), D(2026, 12, 31))),
        ("2026-Q1", (D(2026, 1, 1), D(2026, 3, 31))),
        ("2024-02", (D(2024, 2, 1), D(2024, 2, 29))),
        ("9999", (D(9999, 1, 1), D(9999, 12, 31))),
        (("2026-03-05", D(2026, 3, 5)), (D(2026, 3, 5), D(2026, 3, 5))),
    ],
)
def test_periods(period: Any, span: tuple[D, D]) -> None:
    """Both days belong to it."""
    assert span_of(period) == Span(*span)
    assert span_of(None) is None


@pytest.mark.parametrize(
    ("period", "kind"),
    [("2026", "year"), ("2026-H2", "half-year"), ("2026-Q4", "quarter"), ("2024-02", "month"), ("0999-Q1", "quarter")],
)
def test_a_whole_period_is_of_one_kind(period: str, kind: str) -> None:
    """However it is written; a day less or more makes another of it."""
    span = span_of(period)
    assert span is not None
    assert [each for each in ("month", "quarter", "half-year", "year") if span.whole(each)] == [kind]
    assert name_of(kind, span.last) == period
    assert span_of((span.first, span.last)) == span
    assert not Span(span.first, span.last - datetime.timedelta(1)).whole(kind)
    assert not Span(span.first - datetime.timedelta(1), span.last).whole(kind)


@pytest.mark.parametrize("period", ["2026-13", "Q1", ("2026-03-05", "2026-03-04"), 202601, True, "0000", ("x", "y")])
def test_what_is_no_period(period: Any) -> None:
    """It is refused with the forms that there are."""
    with pytest.raises(InputError, match="PS646"):
        span_of(period)


def test_days_begin_at_midnight_of_the_place() -> None:
    """In Shanghai eight hours earlier."""
    span = Span(D(1970, 1, 2), D(1970, 1, 2))
    day = 86_400 * 10**6
    assert span.micros(None) == (day, 2 * day)
    assert span.micros("Asia/Shanghai") == (day - day // 3, 2 * day - day // 3)
