"""Files that are not UTF-8."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscheme.diagnostics import SchemeError
from perfscheme.reading.encodings import decoded
from perfscheme.reading.load import check, checks, decode, load

TEXT = """\
perfscheme: 1
scheme: 客诉
name: 客诉工程师绩效方案（权重制）
score:
  aggregation: {kind: weighted-mean, missing: refuse}
  children:
    满意度:
      unit: percnt
      weight: 100
      curve: {kind: linear, points: {0: 0, 100: 100}}
"""
BYTES = {
    "utf-16": TEXT.encode("utf-16"),
    "utf-16-le without a mark": TEXT.encode("utf-16-le"),
    "utf-16-be without a mark": TEXT.encode("utf-16-be"),
    "utf-16-be": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "utf-32": TEXT.encode("utf-32"),
    "gb18030": TEXT.encode("gb18030"),
    "gbk": TEXT.encode("gbk"),
}


@pytest.mark.parametrize("name", BYTES)
def test_a_certain_encoding_is_told_with_all_other_mistakes(name: str, tmp_path: Path) -> None:
    """At its place, with what to do in the two editors that most people have; nothing is loaded."""
    path = tmp_path / "a.scheme.yaml"
    path.write_bytes(BYTES[name])
    code, place = ("PS053", "2:9") if name.startswith("gb") else ("PS052", "1:1")
    problems = check(path)
    assert [(problem.code, str(problem.span)) for problem in problems] == [(code, place), ("PS035", "8:13")]
    for lang, editor in (("en", "Notepad"), ("zh", "记事本")):
        said = problems[0].message(lang)
        assert editor in said
        assert "VS Code" in said
    with pytest.raises(SchemeError, match=rf"a.scheme.yaml:{place}: error\[{code}\]") as caught:
        load(path)
    assert list(caught.value.diagnostics) == problems
    assert caught.value.text == TEXT


def test_a_file_without_another_mistake_is_refused_all_the_same(tmp_path: Path) -> None:
    """Another program would take it for something else."""
    path = tmp_path / "a.scheme.yaml"
    path.write_bytes(TEXT.replace("percnt", "percent").encode("gbk"))
    assert [problem.code for problem in check(path)] == ["PS053"]


@pytest.mark.parametrize(
    ("data", "position", "place"),
    [
        (b"name: caf\xe9 au lait\n", 10, "1:10"),
        (b"a: 1\nname: M\xfcnchen\n", 13, "2:8"),
        (TEXT.encode().replace("满".encode(), b"\xe6\xbb"), TEXT.encode().index("满".encode()) + 1, "7:5"),
        (b"\xff\xfe\x00", 1, "1:1"),
        (bytes(range(128, 256)), 1, "1:1"),
    ],
)
def test_what_is_no_text_is_told_at_its_place(data: bytes, position: int, place: str) -> None:
    """Neither a damaged byte of UTF-8 nor another language is taken for Chinese; nothing else is told of it."""
    with pytest.raises(SchemeError) as caught:
        decode(data)
    (problem,) = caught.value.diagnostics
    assert (problem.code, problem.facts["position"], str(problem.span)) == ("PS019", position, place)


def test_a_zero_in_a_text_is_a_character_like_any_other() -> None:
    """It makes no UTF-16 of it."""
    assert decoded("name: 客\0诉".encode()).text == "name: 客\0诉"
    assert [problem.code for problem in checks("name: 客\0诉")] == ["PS002"]


@given(st.text(max_size=50), st.binary(max_size=50))
def test_any_bytes_are_a_text_or_told(text: str, data: bytes) -> None:
    """UTF-8 is always itself; all else has a place in the text that is shown with it."""
    try:
        whole = text.encode()
    except UnicodeEncodeError:
        whole = b""
        text = ""
    assert decoded(whole).text == text.removeprefix("\ufeff") or "\0" in text
    found = decoded(data)
    if found.fault is not None:
        assert found.fault.span is not None
        assert 0 <= found.fault.span.start.index <= len(found.text)


# Line ends.

ENDS = {"windows": "\r\n", "old mac": "\r", "next line": "\x85", "line separator": "\u2028", "unix": "\n"}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_lines_may_end_in_any_way(end: str, tmp_path: Path) -> None:
    """Read alike, told at the same places."""
    path = tmp_path / "a.scheme.yaml"
    path.write_bytes(TEXT.replace("\n", end).encode())
    assert [(problem.code, str(problem.span)) for problem in check(path)] == [("PS035", "8:13")]
    path.write_bytes(TEXT.replace("\n", end).replace("percnt", "percent").encode())
    assert load(path).name == load_text(TEXT.replace("percnt", "percent"), tmp_path).name


def test_line_ends_may_be_mixed(tmp_path: Path) -> None:
    """As when parts of files of several people are put together."""
    lines = TEXT.splitlines()
    ends = ["\r\n", "\n", "\r", "\r\n"] * 3
    path = tmp_path / "a.scheme.yaml"
    path.write_bytes("".join(line + end for line, end in zip(lines, ends)).encode())
    assert [(problem.code, str(problem.span)) for problem in check(path)] == [("PS035", "8:13")]


def load_text(text: str, folder: Path) -> object:
    path = folder / "b.scheme.yaml"
    path.write_bytes(text.encode())
    return load(path)
