"""Every rule that the library brings, under one name, with what they are made of."""

from __future__ import annotations

from perfscheme.nouns.rules.amounts import Bonus, Deduction, Per, Steps
from perfscheme.nouns.rules.conversions import Conversion
from perfscheme.nouns.rules.fallbacks import Base, BasePoints, LeaveOut
from perfscheme.nouns.rules.limits import Cap, Floor, Multiplier
from perfscheme.nouns.rules.named import NamedRule, rules_of
from perfscheme.nouns.rules.stages import Rule, Stage, condition_of, stages, unless_not_applicable, where
from perfscheme.nouns.rules.vetoes import GradeLimit, Veto

__all__ = [
    "Base",
    "BasePoints",
    "Bonus",
    "Cap",
    "Conversion",
    "Deduction",
    "Floor",
    "GradeLimit",
    "LeaveOut",
    "Multiplier",
    "NamedRule",
    "Per",
    "Rule",
    "Stage",
    "Steps",
    "Veto",
    "condition_of",
    "rules_of",
    "stages",
    "unless_not_applicable",
    "where",
]
