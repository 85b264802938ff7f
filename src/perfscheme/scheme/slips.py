"""Slips: what is wrong with the examples of a scheme, whatever they score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import attrs

from perfscheme.diagnostics import Diagnostic, Text, guess
from perfscheme.diagnostics.places import Path
from perfscheme.formula.nodes import State
from perfscheme.nouns.examples import NOT_APPLICABLE, Example
from perfscheme.nouns.grades import Grade
from perfscheme.scheme.statement import Statement


def record_of(example: Example) -> dict[str, object]:
    """The values of an example, as a host hands them in."""
    return {
        value.input: State.NOT_APPLICABLE if value.value == NOT_APPLICABLE else value.value for value in example.values
    }


def slips(examples: Iterable[Example], statement: Statement, grades: tuple[Grade, ...]) -> Iterator[Diagnostic]:
    """Names that lead nowhere, inputs without a value, and values that no record may hold.

    One name is told once, at the first example that is wrong about it, and shown at the others.

    Args:
        examples: of the scheme.
        statement: of the scheme.
        grades: of the scheme, the best first.
    """
    told: dict[tuple[object, ...], Diagnostic] = {}
    for place, example in enumerate(examples):
        for found in _slips(example, statement, grades):
            slip = found.within("examples", place)
            slip = attrs.evolve(slip, also=_declarations(slip, statement))
            first = told.setdefault((slip.code, slip.facts) if slip.code in _NAMES else slip.path, slip)
            if first is not slip:
                told[slip.code, slip.facts] = attrs.evolve(first, also=(*first.also, slip.path))
    yield from told.values()


_NAMES = ("PS255", "PS304", "PS328", "PS334")
_BOUNDS: Mapping[str, str] = {"PS106": "range", "PS107": "range", "PS110": "labels"}
"""What an input may be, and the key that says so where it is declared."""


def _declarations(slip: Diagnostic, statement: Statement) -> tuple[Path, ...]:
    """Where it is said what an example is to have, if that is why it is wrong."""
    if slip.code == "PS334":
        return tuple(statement.declarations[str(key)] for key in _keys(slip.facts["names"]))
    if slip.code in _BOUNDS:
        return ((*statement.declarations[str(slip.path[-1])], _BOUNDS[slip.code]),)
    return ()


def _keys(names: object) -> tuple[object, ...]:
    return names if isinstance(names, tuple) else (names,)


def _slips(example: Example, statement: Statement, grades: tuple[Grade, ...]) -> Iterator[Diagnostic]:
    record = record_of(example)
    left = [key for key in statement.inputs if key not in record]
    unknown = [key for key in record if key not in statement.inputs]
    for key in unknown:
        near = guess(key, left, statement.input_names)
        if near["nearest"] is None and len(unknown) == len(left) == 1:
            near = {"nearest": left[0]}  # there is nothing else that it could mean
        yield _unknown("PS328", ("values", key), key, statement.inputs, statement.input_names, near)
        left = [other for other in left if other != near["nearest"]]  # one word of two spellings is one slip
    if left:
        yield Diagnostic("PS334", ("values",), {"names": left, "instead": ", ".join(f"{key}: null" for key in left)})
    for key, spec in statement.inputs.items():
        found = spec.read(record[key]) if key in record else None
        if isinstance(found, Diagnostic):
            yield found.within("values")
    ladder = {grade.grade: grade.name for grade in grades}
    if example.grade is not None and example.grade not in ladder:
        yield _unknown("PS255", ("grade",), example.grade, ladder, ladder)
    for wanted in example.points:
        if wanted.id not in statement.nodes:
            names = {key: stated.noun.name for key, stated in statement.nodes.items()}
            yield _unknown("PS304", ("points", wanted.id), wanted.id, names, names)


def _unknown(
    code: str,
    path: tuple[str, ...],
    name: str,
    known: Iterable[str],
    called: Mapping[str, Text | None],
    near: Mapping[str, str | None] = MappingProxyType({"nearest": None}),
) -> Diagnostic:
    known = tuple(known)
    near = guess(name, known, called) if near["nearest"] is None else near
    return Diagnostic(code, path, {"name": name, "known": known or ("-",), **near})
