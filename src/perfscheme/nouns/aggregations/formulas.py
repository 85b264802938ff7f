"""Formulas of points: children joined by a restricted expression, for what no other aggregation says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from perfscheme.diagnostics import SchemeError, nearest
from perfscheme.formula.nodes import Absent, Formula, Input, State
from perfscheme.nouns.aggregations.children import Child, Missing, policy_problems
from perfscheme.nouns.expressions import Tree, names
from perfscheme.nouns.meanings import Meant, meaning, tree_of
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.weights import unused

INSTEAD = {"renormalise": ("refuse", "zero"), "fallback-weights": ("refuse", "zero")}
_OF_CURVES = ("x", "value")


@attrs.frozen
class FormulaOfPoints:
    """The children's points joined by a formula of one's own, as in CVSS 3.1: `min(10, 1.08 * (impact + exploit))`.

    The points are absent where a child is that the formula needs: one that it calculates with, or names in the
    condition of an `if` that it reaches. A child that is not applicable is no exception.

    Args:
        formula: the text, in the language of the curve `formula`. A name is a child's id and stands for its points;
            any other is a declared input: a flag as a condition, a label to compare, a number in its own unit. Every
            child must be there.
        missing: `refuse` or `zero`.

    Raises:
        SchemeError: the text is no formula (PS161 to PS178); the policy does not fit (PS212).

    >>> from fractions import Fraction
    >>> from perfscheme.formula.exact import Evaluation
    >>> from perfscheme.nouns.missing import Refuse
    >>> children = Child("precision", Input("p")), Child("recall", Input("r"))
    >>> harmonic = FormulaOfPoints("2 / (1 / precision + 1 / recall)", Refuse()).aggregate(children, Setting({}, []))
    >>> Evaluation({"p": Fraction(1), "r": Fraction(1, 2)})(harmonic)
    Fraction(2, 3)
    """

    kind: ClassVar[str] = "formula"

    formula_: str
    missing: Missing

    def __attrs_post_init__(self) -> None:
        problems = list(policy_problems(self.missing, self.kind, INSTEAD))
        try:
            tree_of(self.formula_)
        except SchemeError as error:
            problems += error.diagnostics
        if problems:
            raise SchemeError(problems)

    def aggregate(self, children: tuple[Child, ...], setting: Setting) -> Formula:
        """The formula over the points; `setting` is that of the dimension."""
        unused([(child.id, child.weight) for child in children], f"kind: {self.kind}", setting)
        tree = tree_of(self.formula_)
        terms = {child.id: child.points for child in self.missing.terms(children, setting)}
        here, before = setting.at("aggregation"), len(setting.problems)
        result = meaning(tree, _known(terms, tree, here), here)
        if len(setting.problems) == before:
            # A name with a slip in it may be the very child that seems left out.
            used = {name.name for name in names(tree)}
            for child in children:
                if child.id not in used:
                    setting.report("PS187", "children", child.id, name=child.id)
        return result


def _known(terms: Mapping[str, Formula], tree: Tree, setting: Setting) -> Mapping[str, tuple[Meant, ...]]:
    """What each name stands for; names that belong elsewhere are reported and get a stand-in."""
    known: dict[str, tuple[Meant, ...]] = {name: (points,) for name, points in terms.items()}
    for name, node in setting.nodes.items():
        # The input of an indicator elsewhere would pass for its points.
        if name not in known and not (isinstance(node, Input) and name in setting.points_of):
            known[name] = (node,)
    for found in names(tree):
        if found.name in known:
            continue
        ids, near = tuple(terms), nearest(found.name, terms)
        if found.name in setting.points_of:
            setting.report("PS185", "formula", name=found.name, column=found.column, known=ids, nearest=near)
        elif found.name in _OF_CURVES:
            setting.report("PS186", "formula", name=found.name, column=found.column, known=ids)
        else:
            continue
        known[found.name] = (Absent(State.MISSING),)
    return known
