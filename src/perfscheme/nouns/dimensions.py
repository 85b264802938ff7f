"""Dimensions: the inner nodes of the tree, with children and the way these become one."""

from __future__ import annotations

from typing import Annotated, ClassVar, Protocol, TypeAlias

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, Text
from perfscheme.diagnostics.repeats import repeats
from perfscheme.formula.nodes import Formula
from perfscheme.nouns.aggregations.children import Child
from perfscheme.nouns.entries import listed
from perfscheme.nouns.fitness import unsorted
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.quantities import Quantity, quantity_or_none
from perfscheme.nouns.roundings import Rounding
from perfscheme.nouns.rules.named import NamedRule, rules_of
from perfscheme.nouns.setting import Setting
from perfscheme.nouns.shapes import Keyed, Strategy
from perfscheme.nouns.sources import Source, text_or_none
from perfscheme.nouns.waivers import Waiver, waivers


class AggregationProtocol(Protocol):
    """From the points of children to those of their dimension."""

    kind: ClassVar[str]

    def aggregate(self, children: tuple[Child, ...], setting: Setting) -> Formula:
        """The points of the dimension; `setting` is that of the dimension."""


Aggregation: TypeAlias = Annotated[AggregationProtocol, Strategy("aggregation")]
"""The annotation of a field that holds an aggregation."""


@attrs.frozen
class Dimension:
    """An inner node of the tree.

    Args:
        id: its key; that of the root is `score`.
        children: dimensions and indicators, at least one, each with an id of its own.
        aggregation: how the children's points become those of the dimension; it holds the missing policy.
        name: for people.
        weight: share in the parent, where the parent's aggregation uses weights.
        rounding: of its points, after its rules; None: none.
        rules: in the order in which they act; those on children act before the aggregation.
        sources: where its figures come from.
        owner: who answers for it.
        description: for people.
        waive: lints that do not apply to it or within it, by code, with the reason.

    Raises:
        SchemeError: no children (PS281); an id twice (PS282).
    """

    id: str = "score"
    children: Keyed[Dimension | Indicator] = attrs.field(converter=listed, kw_only=True)
    aggregation: Aggregation = attrs.field(kw_only=True)
    name: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)
    weight: Quantity | None = attrs.field(default=None, converter=quantity_or_none, kw_only=True)
    rounding: Rounding | None = attrs.field(default=None, kw_only=True)
    rules: tuple[NamedRule, ...] = attrs.field(default=(), converter=rules_of, kw_only=True)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=listed, kw_only=True)
    owner: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)
    description: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)
    waive: Keyed[Waiver] = attrs.field(default=(), converter=waivers, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if wrong := tuple(unsorted(self)):
            raise SchemeError(wrong)
        problems = [] if self.children else [Diagnostic("PS281", ("children",), {"name": self.id})]
        ids = [child.id for child in self.children]
        problems += [Diagnostic("PS282", ("children", child), {"name": child}) for _, child in repeats(ids)]
        if problems:
            raise SchemeError(problems)
