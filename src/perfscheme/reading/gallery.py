"""The gallery: the schemes that the library brings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

SUFFIX = ".scheme.yaml"


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
