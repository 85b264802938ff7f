"""Turn a performance plan into one reviewable file, and score people by it, exactly.

>>> import perfscheme as ps
>>> scheme = ps.load(ps.gallery()["weighted"])
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from perfscheme.diagnostics import Diagnostic as Diagnostic
    from perfscheme.diagnostics import InputError as InputError
    from perfscheme.diagnostics import PerfschemeError as PerfschemeError
    from perfscheme.diagnostics import SchemeError as SchemeError
    from perfscheme.diagnostics import Text as Text
    from perfscheme.diagnostics import UnknownNameError as UnknownNameError
    from perfscheme.nouns.dimensions import Dimension as Dimension
    from perfscheme.nouns.grades import Grade as Grade
    from perfscheme.nouns.indicators import Indicator as Indicator
    from perfscheme.nouns.inputs import NOT_APPLICABLE as NOT_APPLICABLE
    from perfscheme.nouns.registry import Registry as Registry
    from perfscheme.reading.gallery import gallery as gallery
    from perfscheme.reading.load import check as check
    from perfscheme.reading.load import checks as checks
    from perfscheme.reading.load import load as load
    from perfscheme.reading.load import loads as loads
    from perfscheme.scheme.boards import Scoreboard as Scoreboard
    from perfscheme.scheme.cards import Scorecard as Scorecard
    from perfscheme.scheme.schemes import Scheme as Scheme

# Names are imported when they are first used: a host that imports perfscheme pays for what it uses, and
# neither numpy nor yaml is loaded before a batch is scored or a file is read.
_HOMES = {
    "Diagnostic": "diagnostics",
    "Dimension": "nouns.dimensions",
    "Grade": "nouns.grades",
    "Indicator": "nouns.indicators",
    "InputError": "diagnostics",
    "NOT_APPLICABLE": "nouns.inputs",
    "PerfschemeError": "diagnostics",
    "Registry": "nouns.registry",
    "Scheme": "scheme.schemes",
    "SchemeError": "diagnostics",
    "Scoreboard": "scheme.boards",
    "Scorecard": "scheme.cards",
    "Text": "diagnostics",
    "UnknownNameError": "diagnostics",
    "check": "reading.load",
    "checks": "reading.load",
    "gallery": "reading.gallery",
    "load": "reading.load",
    "loads": "reading.load",
}

__all__ = sorted(_HOMES)  # a list, made of the names above


if not TYPE_CHECKING:  # a type checker that sees this takes every misspelt name for one that is there

    def __getattr__(name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(f"module 'perfscheme' has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(f"perfscheme.{_HOMES[name]}"), name)
        return value


def __dir__() -> list[str]:
    return __all__
