"""Turn a performance plan into one reviewable file, and score people by it, exactly.

>>> import perfscheme as ps
>>> scheme = ps.load(ps.gallery()["weighted"])
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    __version__: str
    from perfscheme.diagnostics import Diagnostic as Diagnostic
    from perfscheme.diagnostics import InputError as InputError
    from perfscheme.diagnostics import Language as Language
    from perfscheme.diagnostics import MissingLibraryError as MissingLibraryError
    from perfscheme.diagnostics import PerfschemeError as PerfschemeError
    from perfscheme.diagnostics import SchemeError as SchemeError
    from perfscheme.diagnostics import Text as Text
    from perfscheme.diagnostics import UnknownNameError as UnknownNameError
    from perfscheme.evidence.chunks import TableProblem as TableProblem
    from perfscheme.evidence.measuring import Measuring as Measuring
    from perfscheme.evidence.trails import EvidenceRow as EvidenceRow
    from perfscheme.evidence.trails import Trail as Trail
    from perfscheme.formula import State as State
    from perfscheme.lints.table import lint as lint
    from perfscheme.nouns import conditions as conditions
    from perfscheme.nouns import measures as measures
    from perfscheme.nouns import missing as missing
    from perfscheme.nouns.aggregations import aggregations as aggregations
    from perfscheme.nouns.curves import curves as curves
    from perfscheme.nouns.dimensions import Dimension as Dimension
    from perfscheme.nouns.examples import Example as Example
    from perfscheme.nouns.grades import Grade as Grade
    from perfscheme.nouns.indicators import IfMissing as IfMissing
    from perfscheme.nouns.indicators import Indicator as Indicator
    from perfscheme.nouns.inputs import NOT_APPLICABLE as NOT_APPLICABLE
    from perfscheme.nouns.inputs import FlagInput as FlagInput
    from perfscheme.nouns.inputs import LabelInputSpec as LabelInputSpec
    from perfscheme.nouns.inputs import NumberInput as NumberInput
    from perfscheme.nouns.quantities import ByLabel as ByLabel
    from perfscheme.nouns.quantities import FromInput as FromInput
    from perfscheme.nouns.readings import Reading as Reading
    from perfscheme.nouns.registry import Registry as Registry
    from perfscheme.nouns.roundings import Rounding as Rounding
    from perfscheme.nouns.roundings import TotalRounding as TotalRounding
    from perfscheme.nouns.rules import rules as rules
    from perfscheme.nouns.sources import Source as Source
    from perfscheme.nouns.thresholds import Threshold as Threshold
    from perfscheme.nouns.thresholds import ThresholdsByLabel as ThresholdsByLabel
    from perfscheme.reading.gallery import gallery as gallery
    from perfscheme.reading.load import check as check
    from perfscheme.reading.load import checks as checks
    from perfscheme.reading.load import load as load
    from perfscheme.reading.load import loads as loads
    from perfscheme.reference.schemas import json_schema as json_schema
    from perfscheme.scheme.advice import Improvement as Improvement
    from perfscheme.scheme.advice import NextGrade as NextGrade
    from perfscheme.scheme.advice import TargetAdvice as TargetAdvice
    from perfscheme.scheme.boards import RowProblem as RowProblem
    from perfscheme.scheme.boards import Scoreboard as Scoreboard
    from perfscheme.scheme.cards import Change as Change
    from perfscheme.scheme.cards import Part as Part
    from perfscheme.scheme.cards import Scorecard as Scorecard
    from perfscheme.scheme.cards import ThresholdResult as ThresholdResult
    from perfscheme.scheme.identity import Effective as Effective
    from perfscheme.scheme.identity import Period as Period
    from perfscheme.scheme.measurements import Measurement as Measurement
    from perfscheme.scheme.schemes import Scheme as Scheme
    from perfscheme.scheme.trials import Trial as Trial
    from perfscheme.writing.dump import dump as dump
    from perfscheme.writing.dump import dumps as dumps

# Names are imported when they are first used: a host that imports perfscheme pays for what it uses, and
# neither numpy nor yaml is loaded before a batch is scored or a file is read.
_HOMES = {
    "ByLabel": "nouns.quantities",
    "Change": "scheme.cards",
    "Diagnostic": "diagnostics",
    "Dimension": "nouns.dimensions",
    "Effective": "scheme.identity",
    "EvidenceRow": "evidence.trails",
    "Example": "nouns.examples",
    "FlagInput": "nouns.inputs",
    "FromInput": "nouns.quantities",
    "Grade": "nouns.grades",
    "IfMissing": "nouns.indicators",
    "Improvement": "scheme.advice",
    "Indicator": "nouns.indicators",
    "InputError": "diagnostics",
    "LabelInputSpec": "nouns.inputs",
    "Language": "diagnostics",
    "Measurement": "scheme.measurements",
    "Measuring": "evidence.measuring",
    "MissingLibraryError": "diagnostics",
    "NOT_APPLICABLE": "nouns.inputs",
    "NextGrade": "scheme.advice",
    "NumberInput": "nouns.inputs",
    "Part": "scheme.cards",
    "PerfschemeError": "diagnostics",
    "Period": "scheme.identity",
    "Reading": "nouns.readings",
    "Registry": "nouns.registry",
    "Rounding": "nouns.roundings",
    "RowProblem": "scheme.boards",
    "Scheme": "scheme.schemes",
    "SchemeError": "diagnostics",
    "Scoreboard": "scheme.boards",
    "Scorecard": "scheme.cards",
    "Source": "nouns.sources",
    "State": "formula",
    "TableProblem": "evidence.chunks",
    "TargetAdvice": "scheme.advice",
    "Text": "diagnostics",
    "Threshold": "nouns.thresholds",
    "ThresholdResult": "scheme.cards",
    "ThresholdsByLabel": "nouns.thresholds",
    "TotalRounding": "nouns.roundings",
    "Trail": "evidence.trails",
    "Trial": "scheme.trials",
    "UnknownNameError": "diagnostics",
    "aggregations": "nouns.aggregations",
    "check": "reading.load",
    "checks": "reading.load",
    "conditions": "nouns",
    "curves": "nouns.curves",
    "dump": "writing.dump",
    "dumps": "writing.dump",
    "gallery": "reading.gallery",
    "json_schema": "reference.schemas",
    "lint": "lints.table",
    "load": "reading.load",
    "loads": "reading.load",
    "measures": "nouns",
    "missing": "nouns",
    "rules": "nouns.rules",
}

__all__ = sorted(_HOMES)  # a list, made of the names above


if not TYPE_CHECKING:  # a type checker that sees this takes every misspelt name for one that is there

    def __getattr__(name: str) -> Any:
        if name == "__version__":
            return import_module("perfscheme.scheme.identity").LIBRARY_VERSION
        if name not in _HOMES:
            raise AttributeError(f"module 'perfscheme' has no attribute {name!r}")
        home = import_module(f"perfscheme.{_HOMES[name]}")
        # A family of nouns (`perfscheme.curves`) is a module of its own.
        value = getattr(home, name) if hasattr(home, name) else import_module(f"{home.__name__}.{name}")
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return __all__
