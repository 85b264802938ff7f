"""Registries: which strategies a scheme may use, by role and kind."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any

import attrs

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.diagnostics.errors import SchemeError

ROLES: tuple[str, ...] = ("curve", "aggregation", "rule", "missing")
RULE_FIELDS = frozenset({"name", "sources", "waive"})
"""What every rule has in a scheme, see `rules.NamedRule`."""
METHODS: Mapping[str, str] = MappingProxyType({
    "points_formula": "rule",
    "child_formula": "rule",
    "grade_formula": "rule",
    "terms": "missing",
    "aggregate": "aggregation",
    "formula": "curve",
})  # fmt: skip
"""What a role is known by: the method that states its formula."""

STANDARD: Mapping[str, Mapping[str, str]] = MappingProxyType({
    "curve": {
        "linear": "curves.linear.Linear",
        "tiers": "curves.tiers.Tiers",
        "rates": "curves.rates.Rates",
        "ratio": "curves.ratio.Ratio",
        "all-or-nothing": "curves.all_or_nothing.AllOrNothing",
        "per-step": "curves.per_step.PerStep",
        "levels": "curves.levels.Levels",
        "rating": "curves.rating.Rating",
        "target-range": "curves.target_range.TargetRange",
        "power": "curves.power_law.PowerLaw",
        "log": "curves.logarithmic.Logarithmic",
        "formula": "curves.expression.Expression",
        "choice": "curves.choice.Choice",
        "as-is": "curves.as_is.AsIs",
    },
    "aggregation": {
        "weighted-mean": "aggregations.means.WeightedMean",
        "sum": "aggregations.sums.SumOfPoints",
        "geometric-mean": "aggregations.means.WeightedGeometricMean",
        "minimum": "aggregations.extremes.Minimum",
        "maximum": "aggregations.extremes.Maximum",
        "product": "aggregations.extremes.ProductOfPoints",
        "share-met": "aggregations.targets.ShareMet",
        "best": "aggregations.extremes.BestOf",
        "trimmed": "aggregations.trims.Trimmed",
        "matrix": "aggregations.matrices.Matrix",
        "formula": "aggregations.formulas.FormulaOfPoints",
    },
    "missing": {
        "refuse": "missing.Refuse",
        "renormalise": "missing.Renormalise",
        "fallback-weights": "missing.FallbackWeights",
        "zero": "missing.Zero",
    },
    "rule": {
        "veto": "rules.vetoes.Veto",
        "cap": "rules.limits.Cap",
        "floor": "rules.limits.Floor",
        "multiplier": "rules.limits.Multiplier",
        "curve": "rules.conversions.Conversion",
        "bonus": "rules.amounts.Bonus",
        "deduction": "rules.amounts.Deduction",
        "base-points": "rules.fallbacks.BasePoints",
        "leave-out": "rules.fallbacks.LeaveOut",
        "grade-limit": "rules.vetoes.GradeLimit",
    },
})  # fmt: skip
"""Where below `perfscheme.nouns` the class of each kind is: a plan waits for the kinds that it names alone."""


@attrs.frozen
class Entry:
    """A strategy under its role and kind.

    Args:
        role: what it is for.
        kind: its name in a file.
        home: its class, or where that is below `perfscheme.nouns`.
    """

    role: str
    kind: str
    home: type[Any] | str

    @property
    def strategy(self) -> type[Any]:
        """The class."""
        if isinstance(self.home, type):
            return self.home
        module, _, name = self.home.rpartition(".")
        found: type[Any] = getattr(import_module(f"perfscheme.nouns.{module}"), name)
        return found


@attrs.frozen
class Registry:
    """The strategies that a scheme may name; immutable, `with_` makes a larger one.

    A registry is handed to the reader as an argument: nothing registers itself.
    """

    entries: tuple[Entry, ...] = ()

    @classmethod
    def standard(cls) -> Registry:
        """Every strategy that the library brings."""
        return cls(tuple(Entry(role, kind, home) for role, homes in STANDARD.items() for kind, home in homes.items()))

    def with_(self, *strategies: type[Any]) -> Registry:
        """The registry and these strategies; the role of each is seen by the method that it has.

        Args:
            strategies: frozen attrs classes with a class attribute `kind` and the method of a curve,
                `formula(x, setting)`; of an aggregation, `aggregate(children, setting)`; of a rule, `points_formula`,
                `child_formula` or `grade_formula`; or of a missing policy, `terms`, with `coverage` beside it.

        Raises:
            SchemeError: a class is no strategy, or its kind is already taken; a rule has a field that every rule has.
        """
        problems: list[Diagnostic] = []
        taken = {(entry.role, entry.kind): entry for entry in self.entries}
        for strategy in strategies:
            role, kind = role_of(strategy), getattr(strategy, "kind", None)
            if role is None or not isinstance(kind, str) or not _is_whole(strategy, role):
                problems.append(Diagnostic("PS071", (), {"name": getattr(strategy, "__name__", repr(strategy))}))
            elif role == "rule" and (own := {field.name for field in attrs.fields(strategy)} & RULE_FIELDS):
                problems.append(Diagnostic("PS073", (), {"name": strategy.__name__, "fields": tuple(sorted(own))}))
            elif (other := taken.setdefault((role, kind), Entry(role, kind, strategy)).strategy) is not strategy:
                facts = {"kind": kind, "role": role, "name": strategy.__name__, "other": other.__name__}
                problems.append(Diagnostic("PS072", (), facts))
        if problems:
            raise SchemeError(problems)
        return Registry(tuple(taken.values()))

    def kinds(self, role: str) -> tuple[str, ...]:
        """The kinds of a role, in the order in which they were added."""
        return tuple(entry.kind for entry in self.entries if entry.role == role)

    def get(self, role: str, kind: str) -> type[Any] | None:
        """The class of a kind, or None where there is none."""
        for entry in self.entries:
            if entry.role == role and entry.kind == kind:
                return entry.strategy
        return None


def _is_whole(strategy: Any, role: str) -> bool:
    """A frozen attrs class of one role, with all that this needs beside the method."""
    if not isinstance(strategy, type) or not attrs.has(strategy) or strategy.__hash__ is None:
        return False
    if {other for method, other in METHODS.items() if callable(getattr(strategy, method, None))} != {role}:
        return False
    return role != "missing" or hasattr(strategy, "coverage") or "coverage" in attrs.fields_dict(strategy)


def role_of(strategy: type[Any]) -> str | None:
    """The role that a class can play, seen by its methods; None where it has none of them, or no kind."""
    if not isinstance(getattr(strategy, "kind", None), str):
        return None
    return next((role for method, role in METHODS.items() if callable(getattr(strategy, method, None))), None)
