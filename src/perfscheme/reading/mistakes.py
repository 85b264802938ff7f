"""Mistakes: the files with one mistake each that the library is tested with, which show what a code means."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.reading.load import checks


@functools.cache
def mistakes() -> Mapping[str, tuple[Path, ...]]:
    """The files by the code that each gives, as its first line says.

    A wheel brings them in its own folder; a checkout, and an editable install of it, has them among its tests.
    """
    package = Path(__file__).resolve().parents[1]
    found: dict[str, list[Path]] = {}
    for folder in (package / "mistakes", package.parents[1] / "tests" / "broken"):
        for file in sorted(folder.glob("*.yaml")):
            with file.open(encoding="utf-8", errors="replace") as lines:
                first = lines.readline()
            if first.startswith("# code:"):
                found.setdefault(first.removeprefix("# code:").strip(), []).append(file)
        if found:
            break
    return MappingProxyType({code: tuple(files) for code, files in found.items()})


@functools.cache
def shown(code: str) -> tuple[str, Diagnostic] | None:
    """The text of a file with this mistake, and what is told about it; None where there is no such file."""
    for file in mistakes().get(code, ()):
        text = file.read_text(encoding="utf-8", errors="replace")
        for problem in checks(text):
            if problem.code == code:
                return text, problem
    return None
