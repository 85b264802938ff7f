"""Columns."""

import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.nouns.evidence.columns import DurationColumn, NumberColumn, TextColumn, TimeColumn


def codes(make: object, *arguments: object, **named: object) -> list[str]:
    with pytest.raises(SchemeError) as caught:
        make(*arguments, **named)  # type: ignore[operator]
    return [problem.code for problem in caught.value.diagnostics]


def test_columns_that_cannot_be() -> None:
    """Labels twice or none, empty ranges, unknown zones, a range of durations without a unit."""
    assert codes(TextColumn, "a", ()) == ["PS120"]
    assert codes(TextColumn, "a", ("x", "x")) == ["PS122"]
    assert codes(TextColumn, "a", "xy") == ["PS333"]
    assert codes(NumberColumn, "a", range=(5, 1)) == ["PS119"]
    assert codes(TimeColumn, "a", zone="Asia/Shangai") == ["PS601"]
    assert codes(DurationColumn, "a", range=(0, 5)) == ["PS603"]


def test_a_zone_is_named_with_the_one_that_is_meant() -> None:
    """Nobody knows the list by heart."""
    with pytest.raises(SchemeError, match="Did you mean Asia/Shanghai"):
        TimeColumn("a", zone="Asia/Shangai")


@pytest.mark.parametrize(("zone", "near"), [("GMT+8", None), ("Asia/Shangai", "Asia/Shanghai")])
def test_no_zone_of_other_clocks_is_offered(zone: str, near: str | None) -> None:
    """GMT+0 is near to GMT+8 in letters alone."""
    with pytest.raises(SchemeError) as raised:
        TimeColumn("a", zone=zone)
    assert raised.value.diagnostics[0].facts["nearest"] == near
