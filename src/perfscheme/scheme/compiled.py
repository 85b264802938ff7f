"""Compiled statements: what results and batches run on, made of a scheme's statement when it is first needed."""

from __future__ import annotations

import functools
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from perfscheme.formula.nodes import Input, Round
from perfscheme.formula.scalar.parts import Unsupported
from perfscheme.formula.scalar.shortcuts import Shortcut
from perfscheme.scheme.decimals import EXACT, decimal_of
from perfscheme.scheme.intake import spellings
from perfscheme.scheme.statement import Statement

if TYPE_CHECKING:
    from perfscheme.formula.vector.plan import Plan


class Compiled:
    """What is made of a statement when it is first needed: interpreters, which hold arrays and closures."""

    def __init__(self, statement: Statement) -> None:
        self._statement = statement
        # A plan for each set of decimals that columns come with: a few, but a host that lives long may meet many.
        self.plan = functools.lru_cache(maxsize=64)(self._plan)
        unit = decimal_of(statement.total.unit) if isinstance(statement.total, Round) else Decimal(1)
        # Totals repeat: a plan that rounds to two places has ten thousand of them at most.
        self.total = functools.lru_cache(maxsize=16_384)(lambda units: EXACT.multiply(Decimal(units), unit))

    def _plan(self, decimals: tuple[int | None, ...]) -> Plan:
        from perfscheme.formula.vector.plan import Plan  # it imports numpy, which a single record does not need

        statement = self._statement
        numbers = [node for node in statement.input_nodes.values() if isinstance(node, Input)]
        by_key = dict(zip([node.key for node in numbers], decimals, strict=True))
        return Plan([statement.total], by_key, numbers, index=statement.grade)

    @cached_property
    def spellings(self) -> frozenset[str]:
        """Keys that a shortcut must not pass over: with one of them a record may hold an input twice."""
        return spellings(self._statement.inputs)

    @cached_property
    def shortcut(self) -> Shortcut | None:
        """Total and grade of one record in floats with a proven error; None where the statement has none."""
        statement = self._statement
        if not isinstance(statement.total, Round):
            return None
        try:
            return Shortcut(statement.total, statement.grade, tuple(statement.input_nodes.values()))
        except Unsupported:
            return None
