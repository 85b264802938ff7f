"""The scalar interpreter: one record in plain floats, for as long as the answer is certain.

Closures compute each node as a float with an error bound that was proved when they were made. Where a
decision (a rounding, a comparison) lies within the bound, or a value is absent or unusual, they give
up, and the record is evaluated exactly. So an answer from here is always the exact one, only sooner.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from perfscheme.formula import nodes
from perfscheme.formula.scalar.flats import rounded
from perfscheme.formula.scalar.makers import MAKERS
from perfscheme.formula.scalar.parts import Doubt, Unsupported, Workshop, label_of

_REMEMBERED = 16_384


class Shortcut:
    """Computes a rounded node, and one that follows from it, for one record.

    Args:
        total: the rounded node.
        other: a node whose values are small whole numbers, such as a grade's index.
        inputs: every input that a record must hold, read or not.

    Raises:
        Unsupported: the formula cannot be computed in floats.
    """

    def __init__(
        self,
        total: nodes.Round,
        other: nodes.Formula | None,
        inputs: Sequence[nodes.Input | nodes.LabelInput] = (),
    ) -> None:
        try:
            maker = Workshop([total] if other is None else [total, other], inputs, MAKERS)
            made = maker.bare(total)
            self._other = None if other is None else maker.part(other).compute
        except OverflowError:  # a figure or a range that no float reaches
            raise Unsupported from None
        if made.whole is None:
            raise Unsupported
        self._total = made.whole
        # What follows from the total alone is worked out once for each total.
        self._follows = other is None or not _reads_beside(other, total)
        self._followed: dict[int | None, tuple[Any, ...]] = {}
        self._flat = rounded(maker, total) if self._follows else None
        self._spare = [None] * maker.spare
        self._numbers = maker.numbers
        self._labels = maker.labels

    def __call__(self, record: Mapping[str, Any]) -> tuple[Any, ...] | None:
        """The total in units of its rounding, and the other node; None where floats cannot tell."""
        values: list[Any] = []
        add = values.append
        try:
            if self._flat is not None and (known := self._followed.get(self._flat(record))) is not None:
                return known
            for key, low, high in self._numbers:
                x = record[key]
                kind = type(x)
                if (kind is float or kind is int) and low <= x <= high:
                    add(x)
                else:
                    return None
            for key, sort, codes in self._labels:
                label = record[key]
                if type(label) is not sort:  # True == 1: a number must not pass for a flag
                    return None
                add(codes[label])
            values += self._spare
            units = self._total(values)
            if self._follows and (known := self._followed.get(units)) is not None:
                return known
            found = (units,) if self._other is None else (units, self._other(values))
        except (Doubt, KeyError, TypeError, ValueError, OverflowError):
            # A key that is not there and a value of another kind or size are told of by the exact way.
            return None
        if self._follows and len(self._followed) < _REMEMBERED:
            self._followed[units] = found
        return found


def _reads_beside(other: nodes.Formula, total: nodes.Formula) -> bool:
    """Whether `other` reads an input on a way that does not lead through `total`."""
    pending: list[nodes.Node] = [other]
    while pending:
        node = pending.pop()
        if node is total:
            continue
        if isinstance(node, nodes.Input) or label_of(node) is not None:
            return True
        pending += nodes.children(node)
    return False
