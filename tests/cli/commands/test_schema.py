"""`perfscheme schema`, as somebody types it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from perfscheme.reading.gallery import gallery

Run = Callable[..., Result]
ROOT = Path(__file__).parents[3]
FILES = {lang: ROOT / "schema" / f"perfscheme-1.{lang}.json" for lang in ("zh", "en")}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_schemas_of_the_repository_are_current(run: Run, lang: str, place: Path) -> None:
    """After a change of nouns or texts, `UPDATE_DOCS=1 pytest tests/cli/commands/test_schema.py` writes them anew."""
    assert run("schema", "--lang", lang, "-o", "schema.json").exit_code == 0
    written = (place / "schema.json").read_bytes()
    if "UPDATE_DOCS" in os.environ:
        FILES[lang].write_bytes(written)
    assert FILES[lang].read_bytes() == written


def test_the_schema_is_printed(run: Run) -> None:
    """In the language that is asked for."""
    result = run("schema", "--lang", "zh")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["description"].startswith("一份绩效方案")


@pytest.mark.parametrize("path", gallery().values(), ids=lambda path: path.name)
def test_shipped_schemes_name_their_schema(path: Path) -> None:
    """An editor finds it from the scheme's own folder, in a checkout and in a wheel."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schema/perfscheme-1.zh.json"
    assert (path.parent / first.partition("=")[2]).exists()
