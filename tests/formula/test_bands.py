"""Formulas of one number as tables."""

from __future__ import annotations

from fractions import Fraction

from perfscheme.formula.bands import bands
from perfscheme.formula.build import interpolate
from perfscheme.formula.nodes import Const, Input, clamp, product

X = Input("x", Fraction(0), Fraction(100))


def test_a_cap_on_a_slope_is_two_bands() -> None:
    """However the formula was put together."""
    found = bands(clamp(200 - 4 * X, 0, 120), "en")
    assert found is not None
    assert [(band.where, band.gives, band.slope) for band in found] == [
        ("below 20", "120", 0),
        ("between 20 and 50", "120 falling to 0", -4),
        ("above 50", "0", 0),
    ]


def test_ends_are_called_as_asked() -> None:
    """With a unit, or with the name of a threshold."""
    found = bands(interpolate(X, [(70, 0), (90, 80)]), "zh", lambda at: f"{at}%" + ("（目标值）" if at == 90 else ""))
    assert found is not None
    assert [band.where for band in found] == ["低于 70%", "70% 至 90%（目标值）", "高于 90%（目标值）"]


def test_what_is_no_table_is_none() -> None:
    """Two inputs, a curve, a fixed number."""
    assert bands(X + Input("y")) is None
    assert bands(product(X, X)) is None
    assert bands(Const(Fraction(5))) is None


def test_an_end_without_a_jump_belongs_to_both_sides() -> None:
    """`from 70（含） to 90（不含）` said that 90 were another matter."""
    cliff = interpolate(Input("x"), [(70, 80), (90, 100), (95, 120)], below="zero")
    assert [band.where for band in bands(cliff, "zh") or ()] == ["低于 70", "70（含）至 90", "90 至 95", "高于 95"]
