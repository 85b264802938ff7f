"""CSV files as people save them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.cli.sheets import Sheet, read_sheet
from perfscheme.diagnostics import InputError, Text
from perfscheme.formula.nodes import State
from perfscheme.nouns.inputs import FlagInput, LabelInputSpec, NumberInput

INPUTS = (
    NumberInput("satisfaction", "percent", name=Text(zh="客户满意度", en="Customer satisfaction")),
    NumberInput("handling-efficiency", "hours", name=Text(zh="投诉处理效率", en="Handling efficiency")),
    LabelInputSpec("role", ("junior", "senior", "n/a"), name=Text(zh="岗位", en="Role")),
    FlagInput("trained", name=Text(zh="已培训", en="Trained")),
)


def read(text: str, **options: object) -> Sheet:
    return read_sheet(text.encode(), INPUTS, **options)  # type: ignore[arg-type]


def codes(text: str, **options: object) -> list[str]:
    with pytest.raises(InputError) as caught:
        read(text, **options)
    return [diagnostic.code for diagnostic in caught.value.diagnostics]


def test_headers_are_keys_or_names_in_either_language() -> None:
    """A key, a Chinese and an English name each find their input, whatever their case and width."""
    sheet = read("工号,客户满意度,HANDLING  EFFICIENCY,role,已培训\nE1,93.5,30,senior,yes\n")
    record = {"satisfaction": "93.5", "handling-efficiency": "30", "role": "senior", "trained": True}
    assert sheet == Sheet(("E1",), (record,), (2,))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_spreadsheets_save_in_several_ways(encoding: str, delimiter: str) -> None:
    """UTF-8 with or without mark, GB18030; commas, semicolons, tabs: the same sheet."""
    text = "姓名,客户满意度,投诉处理效率,岗位,已培训\r\n张伟,93.5,30,junior,否\r\n".replace(",", delimiter)
    sheet = read_sheet(text.encode(encoding), INPUTS)
    assert sheet.subjects == ("张伟",)
    assert sheet.records[0]["satisfaction"] == "93.5"
    assert sheet.records[0]["trained"] is False


@pytest.mark.parametrize("data", ["姓名,satisfaction\n".encode("utf-16"), b"PK\x03\x04\x14\0\x06\0sheet1.xml\n1,2\n"])
def test_data_in_another_encoding_are_refused(data: bytes) -> None:
    """UTF-16 is neither UTF-8 nor GB18030, and a workbook is no text, whatever its bytes would read as."""
    with pytest.raises(InputError) as caught:
        read_sheet(data, INPUTS)
    assert caught.value.diagnostics[0].code == "PS403"


@pytest.mark.parametrize(
    ("cell", "value"),
    [("", None), ("  ", None), ("n/a", State.NOT_APPLICABLE), ("N/A", State.NOT_APPLICABLE),
     ("不适用", State.NOT_APPLICABLE), ("Not-Applicable", State.NOT_APPLICABLE), (" 9.50 ", "9.50"), ("95%", "95%")],
)  # fmt: skip
def test_cells(cell: str, value: object) -> None:
    """Blank is missing, n/a is not applicable, and a number stays the text that it is."""
    assert read(f"id,satisfaction\nE1,{cell}\n").records[0]["satisfaction"] == value


def test_a_label_called_like_an_absence_is_a_label() -> None:
    """What the scheme declares goes before what a cell usually means."""
    assert read("id,role\nE1,n/a\n").records[0]["role"] == "n/a"


def test_numbers_reach_the_library_exactly() -> None:
    """The text of a cell, read by its input, is the number that stands there."""
    assert INPUTS[0].read(read("id,satisfaction\nE1,88.10\n").records[0]["satisfaction"]) == Fraction(881, 10)


def test_without_a_subject_column_rows_are_called_by_number() -> None:
    """The number is the one that a spreadsheet shows."""
    assert read("satisfaction\n90\n\n91\n").subjects == ("2", "4")


def test_rows_that_do_not_fit_the_header_are_reported_and_the_rest_read() -> None:
    """Too short or too long, with the row's number and subject; trailing blank cells are no fault."""
    sheet = read("id,satisfaction,role\nE1,90\nE2,91,senior\nE3,92,junior,7\nE4,93,junior,,\n")
    assert sheet.subjects == ("E2", "E4")
    assert [(problem.row, problem.subject, problem.diagnostic.code) for problem in sheet.problems] == [
        (2, "E1", "PS421"),
        (4, "E3", "PS421"),
    ]


def test_columns_and_rows_that_are_blank_throughout_are_no_fault() -> None:
    """Spreadsheets leave them behind."""
    assert read("id,satisfaction,\n,,\nE1,90,\n").rows == (3,)


@pytest.mark.parametrize("text", ["", "\n\n", ",,\n"])
def test_a_file_without_a_header_is_refused(text: str) -> None:
    """The message lists what may stand there."""
    assert codes(text) == ["PS405"]


def test_broken_quotes_are_told_with_their_row() -> None:
    """The CSV module's reason, and where."""
    with pytest.raises(InputError) as caught:
        read('id,satisfaction\nE1,"90"x\n')
    assert caught.value.diagnostics[0].code == "PS404"
    assert caught.value.diagnostics[0].facts["row"] == 2


def test_one_person_can_be_taken_out() -> None:
    """By subject; unknown and ambiguous names are refused."""
    sheet = read("id,satisfaction\nE1,90\nE2,91\nE2,92\nE3,1,2\n")
    assert [record["satisfaction"] for record in sheet.only("E1").records] == ["90"]
    assert [problem.row for problem in sheet.only("E3").problems] == [5]
    for subject, code in (("E2", "PS423"), ("E9", "PS422")):
        with pytest.raises(InputError) as caught:
            sheet.only(subject)
        assert caught.value.diagnostics[0].code == code


@given(st.binary(max_size=200))
def test_any_bytes_are_a_sheet_or_an_input_error(data: bytes) -> None:
    """Whatever is in a file, nothing else is raised, and every row is either read or reported."""
    try:
        sheet = read_sheet(b"id,satisfaction\n" + data, INPUTS)
    except InputError:
        return
    assert len(sheet.records) == len(sheet.rows) == len(sheet.subjects)


def test_nobody_has_two_rows_where_people_are_asked_for() -> None:
    """A row that does not fit the header counts as one."""
    assert read("id,satisfaction\nE1,90\nE2,91\n").distinct() == ("E1", "E2")
    for text in ("id,satisfaction\nE1,90\nE1,91\n", "id,satisfaction\nE1,90\nE1,1,2\n"):
        with pytest.raises(InputError) as caught:
            read(text).distinct()
        assert caught.value.diagnostics[0].code == "PS423"
