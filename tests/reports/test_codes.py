"""A page for each code."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from perfscheme.diagnostics import Language
from perfscheme.diagnostics.catalogue import MESSAGES
from perfscheme.diagnostics.widths import columns
from perfscheme.reading.mistakes import mistakes
from perfscheme.reports.codes import code_list, code_page, codes_markdown

PAGES = Path(__file__).parents[2] / "docs" / "codes.md"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_code_has_its_page(lang: Language) -> None:
    """Its sentence without placeholders; in no line more than a terminal takes, but for a line of a file."""
    for code in MESSAGES:
        page = code_page(code, lang)
        assert page.startswith(code + "\n")
        assert "{" not in page or code in mistakes()
    listed = code_list(lang)
    assert [code for code in MESSAGES if code not in listed] == []
    assert max(columns(line) for line in listed.splitlines()) <= 80


def test_a_page_shows_a_mistake_and_what_is_told() -> None:
    """The line with carets under it, in the language asked for."""
    page = code_page("PS035", "zh")
    assert "错误示例\n" in page
    assert "^^^" in page
    assert "错误[PS035]" in page
    assert "A mistake" in code_page("PS035", "en")
    assert "A mistake" not in code_page("PS401", "en")


def test_the_pages_in_docs_are_those_of_the_catalogue() -> None:
    """After a change of messages or of tests/broken: `UPDATE_DOCS=1 pytest tests/reports/test_codes.py`."""
    written = codes_markdown()
    if os.environ.get("UPDATE_DOCS"):
        PAGES.write_text(written, encoding="utf-8")
    assert PAGES.read_text(encoding="utf-8") == written, "run UPDATE_DOCS=1 pytest tests/reports/test_codes.py"


def test_braces_of_yaml_stand_once_on_a_page() -> None:
    """They are doubled in the catalogue, whose own braces are places for facts."""
    for page in (code_page("PS015", "zh"), code_list("en")):
        assert "`{a: 1, b: 2}`" in page
        assert "{{" not in page
