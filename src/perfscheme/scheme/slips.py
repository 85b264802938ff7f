"""Slips: what is wrong with the examples of a scheme, whatever they score."""

from __future__ import annotations

from collections.abc import Iterator

from perfscheme.diagnostics import Diagnostic, nearest
from perfscheme.formula.nodes import State
from perfscheme.nouns.examples import NOT_APPLICABLE, Example
from perfscheme.scheme.statement import Statement


def record_of(example: Example) -> dict[str, object]:
    """The values of an example, as a host hands them in."""
    return {
        value.input: State.NOT_APPLICABLE if value.value == NOT_APPLICABLE else value.value for value in example.values
    }


def slips(example: Example, statement: Statement, grades: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Names that lead nowhere, inputs without a value, and values that no record may hold.

    Args:
        example: of the scheme.
        statement: of the scheme.
        grades: their names, the worst first.
    """
    record = record_of(example)
    if left := tuple(key for key in statement.inputs if key not in record):
        instead = ", ".join(f"{key}: null" for key in left)
        yield Diagnostic("PS334", ("values",), {"names": left, "instead": instead})
    for key, spec in statement.inputs.items():
        if key not in record:
            continue
        found = spec.read(record[key])
        if isinstance(found, Diagnostic):
            yield found.within("values")
    for key in record:
        if key not in statement.inputs:
            yield _unknown("PS328", ("values", key), key, tuple(statement.inputs))
    if example.grade is not None and example.grade not in grades:
        yield _unknown("PS255", ("grade",), example.grade, grades[::-1])
    for wanted in example.points:
        if wanted.id not in statement.nodes:
            yield _unknown("PS304", ("points", wanted.id), wanted.id, tuple(statement.nodes))


def _unknown(code: str, path: tuple[str, ...], name: str, known: tuple[str, ...]) -> Diagnostic:
    return Diagnostic(code, path, {"name": name, "known": known or ("-",), "nearest": nearest(name, known)})
