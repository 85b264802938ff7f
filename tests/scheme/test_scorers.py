"""Scorers: what boards and trials ask of a scheme."""

from __future__ import annotations

import inspect

from perfscheme.scheme.schemes import Scheme
from perfscheme.scheme.scorers import Scorer


def test_a_scheme_is_a_scorer() -> None:
    """Whatever a board or a trial may ask, a scheme has."""
    asked = {name for name, _ in inspect.getmembers(Scorer) if not name.startswith("_")}
    assert {"examples", "score", "statement"} <= asked
    assert asked <= set(dir(Scheme)) | set(Scheme.__annotations__)
