"""Files of the command line: found, read and written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from perfscheme.cli.files import deliver, read, scheme_of
from perfscheme.diagnostics import InputError
from perfscheme.reading import gallery

Run = Callable[..., Result]


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


def test_the_systems_reasons_are_told_in_chinese(tmp_path: Path) -> None:
    """`No such file or directory` stood in the middle of a Chinese sentence."""
    for name, said in ((tmp_path / "nothing.csv", "没有这个文件或文件夹"), (tmp_path, "这是文件夹，不是文件")):
        with pytest.raises(InputError) as caught:
            read(str(name))
        assert said in caught.value.diagnostics[0].message("zh")


@pytest.mark.parametrize("command", [("check",), ("docs",), ("test",), ("fmt",)])
@pytest.mark.parametrize("name", ["sales", "slaes", "sales.scheme.yml"])
def test_a_bare_name_leads_to_the_scheme_that_stands_there(
    run: Run, place: Path, command: tuple[str, ...], name: str
) -> None:
    """`check sales` where there is sales.scheme.yaml."""
    (place / "team.scheme.yaml").rename(place / "sales.scheme.yaml")
    result = run(*command, name)
    assert result.exit_code == 2
    assert "Did you mean sales.scheme.yaml?" in result.stderr
