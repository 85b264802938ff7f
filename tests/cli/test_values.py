"""Measured values in the formats of the command line."""

from __future__ import annotations

import json

import pytest
from rich.console import Console

import perfscheme as ps
from perfscheme.cli.values import FORMATS, Format, folded, values_as
from tables.desk import SCHEME


def written(form: Format, rows: list[dict[str, object]]) -> str:
    console = Console(width=80, color_system=None)
    return "".join(values_as(form, ps.loads(SCHEME).measure({"tickets": rows}), "en", console))


ROW = {"ticket": "1", "agent": "=Ann", "reported": None, "answered": None, "score": 4}


def test_a_name_is_no_formula() -> None:
    """Where a spreadsheet would take it for one; a negative number stays a number."""
    assert written("csv", [ROW, ROW]) == "subject,satisfaction,response-time\r\n'=Ann,4.00,\r\n"


def test_a_missing_value_is_none() -> None:
    """A dash for people, null for programs, a blank in CSV."""
    assert "—" in written("table", [ROW])
    assert json.loads(written("json", [ROW]))[0]["values"]["response-time"]["value"] is None


@pytest.mark.parametrize("form", FORMATS)
def test_nobody(form: Format) -> None:
    """Is no error."""
    found = written(form, [])
    assert json.loads(found) == [] if form == "json" else len(found.strip().splitlines()) <= 2


def test_what_is_too_wide_comes_in_parts() -> None:
    """No heading and no value is broken; each part names the subjects again."""
    measurement = ps.loads(SCHEME).measure({"tickets": [ROW | {"agent": name} for name in ("张伟", "Ann")]})
    narrow = Console(width=30, color_system=None)
    satisfaction, response = "".join(values_as("table", measurement, "en", narrow)).split("\n\n")
    assert satisfaction.splitlines()[0].split() == ["Subject", "satisfaction"]
    assert response.splitlines()[0].split() == ["Subject", "response-time"]
    assert response.count("张伟") == 1


def test_a_figure_is_never_broken() -> None:
    """Whatever the names and the width: names and headings give way."""
    rows = [
        {"agent": agent, "score": score}
        for agent in ("a name that is much longer than the line that it stands on, with its department", "Ann")
        for score in [100] * 10
    ]
    measurement = ps.loads("""
perfscheme: 1
scheme: s
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: refuse}
  children: {mean-satisfaction-of-all-customers: {unit: points, range: [0, 100], curve: as-is}}
evidence:
  tables: {scores: {subject: agent, columns: {agent: text, score: {kind: number, unit: points}}}}
  measures: {mean-satisfaction-of-all-customers: {kind: mean, table: scores, of: score, decimals: 2}}
""").measure({"scores": rows})
    for width in (24, 30, 40, 80):
        told = "".join(values_as("table", measurement, "en", Console(width=width, color_system=None)))
        assert told.count("100.00 (10)") == 2, told
        assert all(len(line) <= width for line in told.splitlines())


def test_a_long_key_is_broken_at_its_hyphens() -> None:
    """And within a word only where that alone is too long."""
    assert folded("mean-response-time", 9) == "mean-\nresponse-\ntime"
    assert folded("客户满意度", 6) == "客户满\n意度"
