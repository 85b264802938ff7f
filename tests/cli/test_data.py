"""The data of a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from perfscheme.cli.data import sheet_of
from perfscheme.cli.files import scheme_of
from perfscheme.diagnostics import InputError
from perfscheme.reading import gallery, loads


def test_errors_of_a_sheet_name_its_file(tmp_path: Path) -> None:
    """So that a message says where to look."""
    path = tmp_path / "data.csv"
    path.write_bytes(b"")
    with pytest.raises(InputError) as caught:
        sheet_of(str(path), scheme_of(min(gallery())))
    assert caught.value.name == str(path)


def test_a_header_may_be_the_name_of_the_indicator_that_reads_the_input(tmp_path: Path) -> None:
    """Where one indicator alone reads it; a name that two of them would claim is no name of the input."""
    plan = loads(
        """
perfscheme: 1
scheme: named
inputs:
  minutes: {kind: number, unit: minutes}
  calls: {kind: number, unit: count}
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: {kind: refuse}}
  children:
    speed: {name: {zh: 响应时间, en: Response}, unit: hours, input: minutes, curve: {kind: as-is}}
    load: {name: {zh: 负荷, en: Load}, unit: count, input: calls, curve: {kind: as-is}}
    effort: {name: {zh: 投入, en: Effort}, unit: count, input: calls, curve: {kind: as-is}}
"""
    )
    data = tmp_path / "data.csv"
    data.write_text("id,响应时间,calls\nE1,90,4\n", encoding="utf-8")
    sheet = sheet_of(str(data), plan)
    assert (sheet.records, sheet.warnings) == (({"minutes": "90", "calls": "4"},), ())
