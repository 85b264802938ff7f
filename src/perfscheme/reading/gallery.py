"""The gallery: the schemes that the library brings."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from types import MappingProxyType

from perfscheme.diagnostics.nearest import nearest

SUFFIX = ".scheme.yaml"


def near(path: str | PathLike[str]) -> str | None:
    """What the name of a file that is not there probably means: a scheme by its bare name, or the nearest beside it."""
    given = Path(path)
    try:
        beside = {entry.name: str(given.parent / entry.name) for entry in given.parent.iterdir() if entry.is_file()}
    except OSError:
        return None
    bare = {name.removesuffix(SUFFIX): file for name, file in beside.items() if name.endswith(SUFFIX)}
    files = {**beside, **bare}
    found = given.name if given.name in files else nearest(given.name, files)
    return None if found is None else files[found]


def gallery() -> Mapping[str, Path]:
    """The shipped schemes by name, the file's name without `.scheme.yaml`.

    A wheel brings them in its own folder; a checkout, and an editable install of it, has them at the top.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "schemes", package.parents[1] / "schemes"):
        files = sorted(folder.glob(f"*{SUFFIX}"))
        if files:
            return MappingProxyType({file.name.removesuffix(SUFFIX): file for file in files})
    return MappingProxyType({})
