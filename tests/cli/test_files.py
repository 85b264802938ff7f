"""Files of the command line: found, read and written."""

from __future__ import annotations

from pathlib import Path

import pytest

from perfscheme.cli.files import deliver, read, scheme_of, sheet_of
from perfscheme.diagnostics import InputError
from perfscheme.reading import gallery, loads


def code(caught: pytest.ExceptionInfo[InputError]) -> str:
    return caught.value.diagnostics[0].code


def test_a_file_that_is_not_there_is_told_by_name(tmp_path: Path) -> None:
    """As is one that is a folder."""
    for name in (tmp_path / "nothing.csv", tmp_path):
        with pytest.raises(InputError) as caught:
            read(str(name))
        assert code(caught) == "PS401"
        assert str(name) in str(caught.value.diagnostics[0].facts["file"])


@pytest.mark.parametrize("name", sorted(gallery()))
def test_a_shipped_scheme_is_found_by_its_name(name: str) -> None:
    """And is the one that its file says."""
    assert scheme_of(name) == scheme_of(str(gallery()[name]))


def test_a_slip_in_the_name_of_a_shipped_scheme_is_met_with_it() -> None:
    """The nearest name is in the facts."""
    name = min(gallery())
    with pytest.raises(InputError) as caught:
        scheme_of(name[:-1] + "x")
    assert code(caught) == "PS406"
    assert caught.value.diagnostics[0].facts["nearest"] == name


def test_a_folder_is_no_scheme(tmp_path: Path) -> None:
    """The operating system's reason is told."""
    with pytest.raises(InputError) as caught:
        scheme_of(str(tmp_path))
    assert code(caught) == "PS401"


def test_errors_of_a_sheet_name_its_file(tmp_path: Path) -> None:
    """So that a message says where to look."""
    path = tmp_path / "data.csv"
    path.write_bytes(b"")
    with pytest.raises(InputError) as caught:
        sheet_of(str(path), scheme_of(min(gallery())))
    assert caught.value.name == str(path)


def test_results_are_written_in_utf_8(tmp_path: Path) -> None:
    """With a byte order mark for spreadsheets only."""
    deliver(["张", "伟\n"], str(tmp_path / "a.csv"), spreadsheet=True)
    deliver(["张", "伟\n"], str(tmp_path / "a.json"))
    assert (tmp_path / "a.csv").read_bytes() == b"\xef\xbb\xbf" + "张伟\n".encode()
    assert (tmp_path / "a.json").read_bytes() == "张伟\n".encode()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """By name."""
    with pytest.raises(InputError) as caught:
        deliver(["x"], str(tmp_path / "no" / "a.csv"))
    assert code(caught) == "PS402"


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
