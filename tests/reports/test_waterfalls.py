"""Waterfalls as SVG."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from perfscheme.reports.waterfalls import COLOURS, Bar, Mark, waterfall

BARS = (Bar("first", 0, 60, "60"), Bar("second <b>", 60, 90, "30"), Bar("cut", 90, 70, "-20"),
        Bar("all", 0, 70, "70", whole=True))  # fmt: skip


def drawn(*bars: Bar, marks: tuple[Mark, ...] = ()) -> ET.Element:
    return ET.fromstring(waterfall(bars, marks, "what <is> seen"))


def boxes(svg: ET.Element) -> list[tuple[float, float, str]]:
    found = [(float(r.get("x", "")), float(r.get("width", "")), r.get("fill", "")) for r in svg.iter("rect")]
    return [(left, left + width, fill) for left, width, fill in found]


def test_each_bar_begins_where_the_one_before_ended() -> None:
    """A loss goes back; the whole stands from nothing to the last sum."""
    first, second, cut, whole = boxes(drawn(*BARS))
    assert abs(first[1] - second[0]) < 0.2
    assert abs(cut[1] - second[1]) < 0.2
    assert abs(cut[0] - whole[1]) < 0.2
    assert abs(whole[0] - first[0]) < 0.2
    assert abs((second[1] - second[0]) * 2 - (first[1] - first[0])) < 0.3
    assert [fill for *_, fill in boxes(drawn(*BARS))] == [COLOURS[x] for x in ("more", "more", "less", "whole")]


def test_everything_stays_on_the_drawing() -> None:
    """Sums below zero and nothing but zeros too."""
    for bars in (BARS, (Bar("a", 0, -30, "-30"), Bar("b", -30, -10, "20")), (Bar("a", 0, 0, "0"),)):
        svg = drawn(*bars)
        _, _, width, height = map(float, svg.get("viewBox", "").split())
        assert all(0 <= left < right <= width for left, right, _ in boxes(svg))
        assert all(0 < float(text.get("y", "")) < height for text in svg.iter("text"))


def test_names_and_figures_are_written_beside_the_bars() -> None:
    """Escaped; a name that is too long is cut, and whole in its title."""
    long = "很长很长很长很长很长很长很长很长的名称"
    svg = drawn(*BARS, Bar(long, 70, 71, "1"))
    said = ["".join(text.itertext()) for text in svg.iter("text")]
    assert {"second <b>", "60", "-20"} <= set(said)
    assert any(text.endswith("…") and long in text for text in said)
    assert svg.get("aria-label") == "what <is> seen"


def test_marks_that_are_in_reach_are_drawn() -> None:
    """A grade far beyond the total would press the bars into a corner."""
    said = ["".join(text.itertext()) for text in drawn(*BARS, marks=(Mark("B", 80), Mark("S", 500))).iter("text")]
    assert "B" in said
    assert "S" not in said
