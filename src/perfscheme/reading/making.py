"""Making: nouns of their fields, in spite of what is wrong with these."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, cast

from perfscheme.diagnostics.errors import SchemeError
from perfscheme.nouns.shapes import key_of
from perfscheme.reading import shapes
from perfscheme.reading.notes import BAD, Enough, Notes
from perfscheme.reading.spots import Spot, placed
from perfscheme.reading.standins import unchecked


def make(notes: Notes, spot: Spot, noun: Callable[..., Any], named: dict[str, Any]) -> Any:
    """A noun; something like it where its fields break its invariants, which is noted; `BAD` where it is a strategy.

    Args:
        notes: of the reading.
        spot: where the fields stand.
        noun: the class, or what else is called with the fields.
        named: the fields.
    """
    needed = {field.name for field in shapes.fields(noun) if field.required} if isinstance(noun, type) else named
    try:
        return noun(**named)
    except SchemeError as error:
        found = (placed(notes.written(problem, spot), spot) for problem in error.diagnostics)
        notes.problems += [notes.beside_declaration(problem) for problem in found]
        # A field that breaks an invariant and may be left out is left out of what is made in spite of it.
        wrong = {problem.path[0] for problem in error.diagnostics if problem.path}
        named = {name: value for name, value in named.items() if key_of(name) not in wrong or name in needed}
    except Exception as error:
        own = isinstance(error, ValueError) and (not isinstance(noun, type) or shapes.kind_of(noun))
        if own:  # a strategy of somebody's own may say what is wrong in its own way
            notes.report("PS060", spot, span=spot.head, problem=str(error))
        elif isinstance(error, Enough) or not (notes.problems or notes.doubtful):
            raise
        # What comes of stand-ins and of nouns that break their invariants is a courtesy; it must not fail.
    notes.doubtful = True
    if not isinstance(noun, type) or shapes.kind_of(noun):
        return BAD
    try:
        return unchecked(cast("Hashable", noun))(**named)
    except ValueError:  # a converter's, told above
        return BAD


def surrounded(noun: type[Any], around: type[Any] | None, own: Sequence[str], **named: Any) -> Any:
    """A strategy of its own fields, within a noun of the others."""
    made = noun(**{name: named[name] for name in own if name in named})
    return made if around is None else around(made, **{name: named[name] for name in named if name not in own})
