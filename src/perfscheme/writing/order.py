"""Order: the keys of a file in the order in which people look for them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from perfscheme.nouns.curves.bands import Tier
from perfscheme.nouns.dimensions import Dimension
from perfscheme.nouns.evidence.measures import Ratio
from perfscheme.nouns.evidence.panels import Panel
from perfscheme.nouns.evidence.row_measures import RowMeasure
from perfscheme.nouns.examples import Example
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.registry import role_of
from perfscheme.nouns.rules.named import NamedRule
from perfscheme.nouns.sections import Section
from perfscheme.reading import shapes
from perfscheme.reading.load import FORMAT, SCHEMA
from perfscheme.reading.nodes import Node
from perfscheme.scheme import Scheme

# Of the nouns that make the plan: who they are, how they score, then what stands under them or behind them.
TREE: Final[Mapping[type[Any], tuple[str, ...]]] = MappingProxyType({
    Scheme: (
        FORMAT, SCHEMA, "scheme", "version", "name", "description", "owner", "period", "effective", "sections",
        "inputs", "score", "rules", "rounding", "scale", "grades", "evidence", "sources", "waive", "examples",
    ),
    Dimension: (
        "id", "name", "description", "owner", "weight", "aggregation", "rules", "rounding", "sources", "waive",
        "children",
    ),
    Section: ("section", "name", "place", "text", "items", "sources"),
    Indicator: (
        "id", "name", "description", "owner", "weight", "input", "unit", "range", "better", "thresholds", "curve",
        "if-missing", "rules", "rounding", "sources", "waive",
    ),
})  # fmt: skip
# Other nouns have few fields, in an order that reads well, but for what people look for first or last: of what is
# counted, what it is.
FIRST: Final = ("name", "values", "points")
COUNTED: Final = ("name", "table", "of", "to")
LAST: Final = ("missing", "sources", "waive")


def pairs_of(node: Node, nouns: Mapping[Node, type[Any]]) -> list[tuple[Node, Node]]:
    """The pairs of a mapping, those of a noun in its order; what people key by names of their own stays as it is.

    Args:
        node: the mapping.
        nouns: which mapping is which noun.
    """
    noun = nouns.get(node)
    if noun is None:
        return list(node.pairs)
    rank = {key: place for place, key in enumerate(keys_of(noun))}
    return sorted(node.pairs, key=lambda pair: rank[pair[0].text])


def keys_of(noun: type[Any]) -> tuple[str, ...]:
    """The keys of a noun in their order."""
    if noun in TREE:
        return TREE[noun]
    keys = [field.key for field in shapes.fields(noun)]
    if noun is Tier:  # where it holds, then what it gives
        return (*(key for key in keys if key != "points"), "points")
    first: tuple[str, ...] = FIRST if noun is Example else ("kind",)
    if issubclass(noun, RowMeasure | Ratio | Panel):
        first = (*first, *(key for key in COUNTED if key in keys))
    if role_of(noun) == "rule":
        first = (*first, "name")
        keys += [field.key for field in shapes.fields(NamedRule)[1:]]
    between = [key for key in keys if key not in first and key not in LAST]
    return (*first, *between, *(key for key in LAST if key in keys))
