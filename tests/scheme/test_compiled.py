"""Compiled statements: made when they are needed, and kept."""

from __future__ import annotations

from decimal import Decimal

from perfscheme import Scheme


def test_totals_have_the_places_of_the_rounding(five: Scheme) -> None:
    """50.00, and not 50."""
    assert str(five.compiled.total(5000)) == "50.00"
    assert five.compiled.total(-1) == Decimal("-0.01")


def test_a_plan_is_made_once_for_columns_of_the_same_decimals(five: Scheme) -> None:
    """A host that scores a batch a minute does not pay for it each time."""
    decimals = (0,) * sum(spec.kind == "number" for spec in five.inputs)
    assert five.compiled.plan(decimals) is five.compiled.plan(decimals)


def test_a_scheme_shows_hosts_one_name_of_its_machinery(five: Scheme) -> None:
    """What it runs on stands behind one name."""
    assert {"compiled", "statement"} <= set(dir(five))
    assert {"plan", "total_decimal"}.isdisjoint(dir(five))
