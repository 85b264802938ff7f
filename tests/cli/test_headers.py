"""Headers of data files: keys and names of inputs, the people, and what fits neither."""

from __future__ import annotations

from typing import Any

import pytest

from perfscheme.cli.headers import Columns, columns_of, fold
from perfscheme.diagnostics import Diagnostic, InputError, Text
from perfscheme.nouns.inputs import InputSpec, NumberInput

SATISFACTION = NumberInput("satisfaction", "percent", name=Text(zh="客户满意度", en="Customer satisfaction"))
HOURS = NumberInput("hours", "hours", name=Text(zh="处理时长", en="Handling time"))
CASES = NumberInput("cases", "count", name=Text(zh="件数", en="Cases"))


def columns(
    header: str, *, inputs: tuple[InputSpec, ...] = (SATISFACTION, HOURS), blank: tuple[int, ...] = (), **options: Any
) -> Columns:
    """What a line of headers gives; below all but the `blank` there is something."""
    written = header.split(",")
    filled = set(range(len(written))) - set(blank)
    given: dict[str, Any] = {"names": {}, "subject_column": None, "ignored": (), "counted": ()}
    return columns_of(written, filled, inputs, **(given | options))


def keys(found: Columns) -> dict[int, str]:
    return {place: spec.key for place, spec in found.inputs.items()}


def problems(header: str, **options: Any) -> list[Diagnostic]:
    with pytest.raises(InputError) as caught:
        columns(header, **options)
    return list(caught.value.diagnostics)


def codes(header: str, **options: Any) -> list[str]:
    return [problem.code for problem in problems(header, **options)]


def test_headers_are_keys_or_names_in_either_language() -> None:
    """Whatever their case, width and blanks."""
    assert keys(columns("hours,客户满意度")) == {0: "hours", 1: "satisfaction"}
    assert keys(columns("HANDLING  Time,ｓatisfaction")) == {0: "hours", 1: "satisfaction"}
    assert fold(" Ｈandling\tTIME ") == "handling time"


def test_an_input_may_be_called_by_its_indicator() -> None:
    """That name is known beside its own."""
    assert keys(columns("速度", inputs=(NumberInput("hours", "hours"),), names={"hours": Text(zh="速度")})) == {
        0: "hours"
    }


def test_the_subject_is_the_first_column_that_is_no_input() -> None:
    """Further columns have to be left out by name, so that none is ignored in silence."""
    assert columns("satisfaction,id").subject == 1
    assert codes("id,department,satisfaction") == ["PS411"]
    assert columns("id,department,satisfaction", ignored=["Department"]).subject == 0
    assert columns("id,name,satisfaction", subject_column="name", ignored=["id"]).subject == 1
    assert columns("satisfaction,hours").subject is None


def test_an_input_may_name_the_people_too() -> None:
    """It is read as both."""
    found = columns("satisfaction,hours", subject_column="hours")
    assert (found.subject, keys(found)) == (1, {0: "satisfaction", 1: "hours"})


def test_a_slip_in_a_header_is_no_subject() -> None:
    """A header that is nearly an input is a slip, and the message names the input."""
    (found,) = problems("satisfacton,hours")
    assert found.code == "PS411"
    assert "Did you mean satisfaction?" in found.message("en")


def test_every_problem_of_a_header_is_told_at_once() -> None:
    """A column twice, a column unknown, and a column without a header; one without anything below it is none."""
    found = problems("id,satisfaction,客户满意度,colour,,", blank=(5,))
    assert [problem.code for problem in found] == ["PS412", "PS411", "PS414"]
    assert (found[0].facts["column"], found[0].facts["first"]) == ("C", "B")


def test_a_column_is_called_as_in_a_spreadsheet() -> None:
    """After Z comes AA."""
    found = problems(",".join(["id", *["satisfaction"] * 27]))
    assert [problem.facts["column"] for problem in found[-3:]] == ["Z", "AA", "AB"]


def test_a_name_of_two_inputs_is_refused() -> None:
    """Where a name could mean either, only a key will do."""
    inputs = (NumberInput("a", "count", name=Text(en="Calls")), NumberInput("b", "count", name=Text(en="calls")))
    assert codes("id,Calls", inputs=inputs) == ["PS413"]
    assert keys(columns("id,a", inputs=inputs)) == {1: "a"}


def test_options_that_name_no_column_are_refused() -> None:
    """Both options."""
    assert codes("id,satisfaction", subject_column="name", ignored=["place"]) == ["PS415", "PS415"]


def test_inputs_without_a_column_are_warned_of() -> None:
    """They are missing for everybody, which is said once."""
    (warning,) = columns("id,satisfaction").warnings
    assert (warning.code, warning.severity, warning.facts["inputs"]) == ("PS416", "warning", ("hours",))
    assert columns("id,satisfaction,hours").warnings == ()


@pytest.mark.parametrize("written", ["cases", "件数"])
def test_a_column_that_is_counted_from_tables_is_told_as_such(written: str) -> None:
    """It is an input of the scheme, but not one that a file may give."""
    assert codes(f"id,satisfaction,{written}", counted=(CASES,)) == ["PS417"]
    assert columns(f"id,satisfaction,{written}", counted=(CASES,), ignored=[written]).subject == 0
