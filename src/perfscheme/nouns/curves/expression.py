"""Formula: points by a restricted expression, for what no other curve says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from perfscheme.formula.nodes import Formula
from perfscheme.nouns.meanings import Meant, meaning, tree_of
from perfscheme.nouns.setting import Setting

_OWN = ("x", "value")


@attrs.frozen
class Expression:
    """Points by a formula of one's own: arithmetic, comparisons, `and or not` and a few functions.

    Args:
        formula: the text. `x` (or `value`) is the indicator's value; other names are its thresholds, and declared
            inputs in their own units. Functions: min, max, abs, round(x, places), floor, ceil, sqrt, ln, log10, exp,
            if(condition, then, else). A flag is a condition by itself, a label is compared with one of its words in
            quotes: `if(on-leave or role == 'trainee', 60, x)`. Points are absent where the value, or a name that a
            condition depends on, is. A name may hold hyphens: write `a - b` with spaces.

    Raises:
        SchemeError: the text is not a formula; the fact `column` says where.

    >>> from fractions import Fraction
    >>> from perfscheme.formula.exact import Evaluation
    >>> from perfscheme.formula.nodes import Const, Input
    >>> curve = Expression("if(x >= target, 100, min(100 * x / target, 90))")
    >>> points = curve.formula(Input("rate"), Setting({}, [], thresholds={"target": Const(Fraction(80))}))
    >>> [str(Evaluation({"rate": Fraction(rate)})(points)) for rate in (80, 76, 40)]
    ['100', '90', '50']
    """

    kind: ClassVar[str] = "formula"

    formula_: str

    def __attrs_post_init__(self) -> None:
        tree_of(self.formula_)

    def formula(self, x: Formula, setting: Setting) -> Formula:
        """Points of the value `x`."""
        return meaning(tree_of(self.formula_), _known(x, setting), setting)


def _known(x: Formula, setting: Setting) -> Mapping[str, tuple[Meant, ...]]:
    """What each name can stand for: the value, a threshold, an input."""
    own = x if setting.own_label is None else setting.own_label
    found: dict[str, tuple[Meant, ...]] = dict.fromkeys(_OWN, (own,))
    for name, node in (*setting.thresholds.items(), *setting.nodes.items()):
        found[name] = (*found.get(name, ()), node)
    return found
