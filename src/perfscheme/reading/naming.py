"""Naming: an item of a list that stands under its own name, `A: 90`, and the mapping that is meant by it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from perfscheme.diagnostics.nearest import nearest
from perfscheme.reading import fits, shapes, words
from perfscheme.reading.nodes import Node
from perfscheme.reading.notes import Notes
from perfscheme.reading.samples import OPEN
from perfscheme.reading.shapes import Field, Value
from perfscheme.reading.spots import Spot


def as_meant(notes: Notes, spot: Spot, noun: type[Any]) -> Spot:
    """An item as it stands; one that stands under its own name is noted, and taken for the mapping that is meant.

    Args:
        notes: of the reading.
        spot: where the item stands.
        noun: what it is to be.
    """
    fields = shapes.fields(noun)
    if (found := spelt_out(spot.node, fields)) is None:
        return spot
    node, name = found
    expected, instead = words.mapping(noun), written(node)
    notes.report("PS030", spot, span=name.span, found=words.found(spot.node), expected=expected, instead=instead)
    for field in fields[:2]:
        notes.meant[(*spot.path, field.key)] = (*spot.path, name.text)
    return attrs.evolve(spot, node=node)


def spelt_out(node: Node, fields: Sequence[Field]) -> tuple[Node, Node] | None:
    """The mapping with the first two keys of a noun that a key of somebody's own and its value stand for.

    Args:
        node: the item.
        fields: of the noun, of which the first must be a name.

    Returns:
        The mapping that is meant, and the key; None where the item is no such thing.
    """
    known = {field.key for field in fields}
    keys = {key.text for key, _ in node.pairs}
    strangers = [pair for pair in node.pairs if pair[0].text not in known]
    if len(strangers) != 1 or len(fields) < 2 or not (fields[0].required and fields[0].shape == Value("words")):
        return None
    (name, value), (first, second, *_) = strangers[0], fields
    if keys & {first.key, second.key} or nearest(name.text, known) or value.null or not fits.short(second.shape, value):
        return None
    own = [(attrs.evolve(name, value=first.key), name), (attrs.evolve(name, value=second.key), value)]
    return attrs.evolve(node, value=(*own, *(pair for pair in node.pairs if pair[0] is not name))), name


def written(node: Node) -> str:
    """A mapping on one line; what is no scalar is left open."""
    return "{" + ", ".join(f"{key.text}: {value.text or OPEN}" for key, value in node.pairs) + "}"
