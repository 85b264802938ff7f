"""Registries: which strategies a scheme may use, by role and kind."""

from __future__ import annotations

from collections.abc import Mapping
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


@attrs.frozen
class Entry:
    """A strategy class under its role and kind."""

    role: str
    kind: str
    strategy: type[Any]


@attrs.frozen
class Registry:
    """The strategies that a scheme may name; immutable, `with_` makes a larger one.

    A registry is handed to the reader as an argument: nothing registers itself.
    """

    entries: tuple[Entry, ...] = ()

    @classmethod
    def standard(cls) -> Registry:
        """Every strategy that the library brings."""
        from perfscheme.nouns import aggregations, curves, missing, rules

        return cls().with_(*curves.STANDARD, *aggregations.STANDARD, *missing.STANDARD, *rules.STANDARD)

    def with_(self, *strategies: type[Any]) -> Registry:
        """The registry and these strategies; the role of each is seen by the method that it has.

        Args:
            strategies: attrs classes with a class attribute `kind` and the method of a curve, `formula(x, setting)`; of
                an aggregation, `aggregate(children, setting)`; of a rule, `points_formula`, `child_formula` or
                `grade_formula`; or of a missing policy, `terms`, with `coverage` beside it.

        Raises:
            SchemeError: a class is no strategy, or its kind is already taken; a rule has a field that every rule has.
        """
        problems: list[Diagnostic] = []
        taken = {(entry.role, entry.kind): entry.strategy for entry in self.entries}
        for strategy in strategies:
            role, kind = role_of(strategy), getattr(strategy, "kind", None)
            if role is None or not isinstance(kind, str) or not _is_whole(strategy, role):
                problems.append(Diagnostic("PS071", (), {"name": getattr(strategy, "__name__", repr(strategy))}))
            elif role == "rule" and (own := {field.name for field in attrs.fields(strategy)} & RULE_FIELDS):
                problems.append(Diagnostic("PS073", (), {"name": strategy.__name__, "fields": tuple(sorted(own))}))
            elif taken.setdefault((role, kind), strategy) is not strategy:
                facts = {"kind": kind, "role": role, "name": strategy.__name__, "other": taken[role, kind].__name__}
                problems.append(Diagnostic("PS072", (), facts))
        if problems:
            raise SchemeError(problems)
        return Registry(tuple(Entry(role, kind, strategy) for (role, kind), strategy in taken.items()))

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
    """An attrs class, with all that its role needs beside the method."""
    if not isinstance(strategy, type) or not attrs.has(strategy):
        return False
    return role != "missing" or hasattr(strategy, "coverage") or "coverage" in attrs.fields_dict(strategy)


def role_of(strategy: type[Any]) -> str | None:
    """The role that a class can play, seen by its methods; None where it has none of them, or no kind."""
    if not isinstance(getattr(strategy, "kind", None), str):
        return None
    return next((role for method, role in METHODS.items() if callable(getattr(strategy, method, None))), None)
