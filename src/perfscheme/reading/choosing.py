"""Choosing: which noun of several a node is, and which strategy of those that there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from perfscheme.diagnostics.nearest import nearest
from perfscheme.nouns.registry import Registry
from perfscheme.reading import shapes, words
from perfscheme.reading.comparing import RELATIONS, comparison
from perfscheme.reading.notes import Notes
from perfscheme.reading.samples import sample_of
from perfscheme.reading.shapes import Choice, Kinded
from perfscheme.reading.spots import Spot

Report = Callable[..., Any]


def choose(spot: Spot, nouns: Sequence[type[Any]], report: Report, skip: int = 0) -> type[Any] | None:
    """The noun of several that a mapping is: by `kind` where they have kinds, else by the first field's key.

    Args:
        spot: where it stands.
        nouns: what it may be.
        report: takes a code, a spot and facts where it is none of them.
        skip: so many fields are given otherwise.
    """
    if len(nouns) == 1:
        return nouns[0]
    node = spot.node
    if node.kind != "mapping":
        kind = next((noun for noun in nouns if shapes.kind_of(noun) == node.text), None)
        kinds = [str(shapes.kind_of(noun)) for noun in nouns if shapes.kind_of(noun)]
        if kind is None and node.kind == "scalar" and not node.null and len(kinds) == len(nouns):
            near = nearest(node.text, kinds)
            report("PS035", spot, found=node.text, options=tuple(kinds), nearest=near)
            return nouns[kinds.index(near)] if near else None
        if kind is None:
            expected = words.either(words.mapping(noun, skip) for noun in nouns)
            facts = {"found": words.found(node), "instead": sample_of(nouns[0], skip)}
            report("PS037" if node.null else "PS030", spot, expected=expected, **facts)
        return kind
    if all(shapes.kind_of(noun) for noun in nouns):
        return _by_kind(spot, nouns, report)
    keys = [key.text for key, _ in node.pairs]
    own = {noun: [field.key for field in shapes.fields(noun)[skip:]] for noun in nouns}
    leading = [noun for noun in nouns if own[noun] and own[noun][0] in keys]
    fitting = leading or [noun for noun in nouns if set(own[noun]) & set(keys)]
    if fitting:
        return max(fitting, key=lambda noun: len(set(own[noun]) & set(keys)))
    for noun in nouns:
        if any(nearest(key, own[noun]) for key in keys):
            return noun  # its key is told as unknown, with the one that is meant
    relational = next((noun for noun in nouns if set(RELATIONS) <= set(own[noun][1:])), None)
    if relational is not None and len(node.pairs) == 1 and node.pairs[0][1].kind == "scalar":
        (name, value), *_ = node.pairs
        said = f"{name.text} {value.text}" if value.text[:1] in "<>=≥≤" else f"{name.text} = {value.text}"
        report("PS249", spot, found=f"{name.text}: {value.text}", instead=comparison(said, own[relational][0]))
        return None
    options = tuple(own[noun][0] for noun in nouns if own[noun])
    report("PS063", spot, span=spot.head, found=tuple(keys), options=options)
    return None


def _by_kind(spot: Spot, nouns: Sequence[type[Any]], report: Report) -> type[Any] | None:
    kinds = {str(shapes.kind_of(noun)): noun for noun in nouns}
    expected = words.expected(Choice(tuple(kinds)))
    below = spot.step("kind")
    if below is None:
        report("PS034", spot, "kind", span=spot.head, key="kind", expected=expected)
        return None
    found = below.node.text
    if below.node.kind != "scalar":
        report("PS032", below, expected=expected, found=words.found(below.node), instead=next(iter(kinds)))
    elif below.node.null:
        report("PS037", below, expected=expected)
    elif found not in kinds:
        near = nearest(found, kinds)
        report("PS035", below, found=found, options=tuple(kinds), nearest=near)
        return kinds[near] if near else None
    return kinds.get(found)


def strategy(spot: Spot, role: str, registry: Registry, notes: Notes) -> tuple[type[Any], Spot] | None:
    """The strategy that is named at a spot, with the spot as it was meant; None where it is open which one that is.

    Args:
        spot: where it stands, by its kind alone or as a mapping.
        role: what it is wanted for.
        registry: the strategies that there are.
        notes: where it is told what is wrong.
    """
    kinds = registry.kinds(role)
    node = spot.node if spot.node.kind == "scalar" else spot.node.get("kind")
    name = words.role(role)
    if spot.node.kind == "list" or spot.node.null:
        notes.wrong(spot, Kinded(role))
        return None
    if node is None and (key := next((key for key, _ in spot.node.pairs if nearest(key.text, ["kind"])), None)):
        notes.report("PS033", spot, key.text, span=key.span, key=key.text, known=("kind",), nearest="kind")
        return strategy(notes.instead(spot, key, "kind"), role, registry, notes)
    if node is None:
        near = _with_keys({key.text for key, _ in spot.node.pairs}, role, registry)
        notes.report("PS062", spot, "kind", span=spot.head, role=name, options=kinds, nearest=near)
        return None
    if node.kind != "scalar":
        notes.wrong(spot.step("kind") or spot, Choice(kinds))
        return None
    noun = registry.get(role, node.text)
    if noun is None:
        at = spot if node is spot.node else spot.step("kind") or spot
        if node.plain and "\uff1a" in node.text:
            notes.wrong(at, Kinded(role))
            return None
        near = nearest(node.text, kinds)
        notes.report("PS036", at, role=name, found=node.text, options=kinds, nearest=near)
        noun = registry.get(role, near) if near else None
    return None if noun is None else (noun, spot)


def _with_keys(keys: set[str], role: str, registry: Registry) -> str | None:
    """The one kind that has all of these keys, if there is one."""
    nouns = ((kind, registry.get(role, kind)) for kind in registry.kinds(role))
    taking = [kind for kind, noun in nouns if noun and keys <= {field.key for field in shapes.fields(noun)}]
    return taking[0] if keys and len(taking) == 1 else None
