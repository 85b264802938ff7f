"""Worked examples: records with the results that the author of a scheme expects."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, Text, text_of
from perfscheme.diagnostics.repeats import repeats
from perfscheme.nouns.entries import entries
from perfscheme.nouns.numbers import number, number_or_none
from perfscheme.nouns.shapes import Keyed
from perfscheme.nouns.sources import text_or_none

NOT_APPLICABLE = "not-applicable"
"""The word of a file for a value that does not apply."""


def value_of(value: Any) -> Fraction | bool | str | None:
    """A number made exact; a label, a flag or nothing as it is."""
    return value if value is None or isinstance(value, bool | str) else number(value)


@attrs.frozen
class ExampleValue:
    """One value of a record, as a host would hand it in.

    Args:
        input: key of the input.
        value: a number, a label, a flag; None: missing; `not-applicable`.
    """

    input: str
    value: Fraction | bool | str | None = attrs.field(default=None, converter=value_of)


@attrs.frozen
class ExamplePoints:
    """The points that an indicator or dimension is to have; None: none."""

    id: str
    points: Fraction | None = attrs.field(default=None, converter=number_or_none)


def values_of(value: Any) -> tuple[ExampleValue, ...]:
    """Values as a tuple; a mapping is taken by its keys."""
    return entries(ExampleValue, value)


def points_of(value: Any) -> tuple[ExamplePoints, ...]:
    """Points as a tuple; a mapping is taken by its keys."""
    return entries(ExamplePoints, value)


@attrs.frozen
class Example:
    """A record and what it scores, worked out by hand.

    Args:
        name: what it shows.
        values: by input, of every input; None: missing.
        total: the expected total, rounded as the scheme says.
        grade: the expected grade.
        coefficient: its expected coefficient.
        points: expected points by id.
        no_score: True where there is to be no total at all.
        tolerance: how far the numbers may be off; None: not at all.
        note: for people.

    Raises:
        SchemeError: nothing is expected (PS291); a total, grade or coefficient beside `no_score` (PS292); a negative
            tolerance (PS293); an input or id twice (PS294).
    """

    name: Text = attrs.field(converter=text_of)
    values: Keyed[ExampleValue] = attrs.field(converter=values_of)
    total: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    grade: str | None = attrs.field(default=None, kw_only=True)
    coefficient: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    points: Keyed[ExamplePoints] = attrs.field(default=(), converter=points_of, kw_only=True)
    no_score: bool = attrs.field(default=False, kw_only=True)
    tolerance: Fraction | None = attrs.field(default=None, converter=number_or_none, kw_only=True)
    note: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)

    def __attrs_post_init__(self) -> None:
        problems = []
        decided = {"total": self.total, "grade": self.grade, "coefficient": self.coefficient}
        if not any(value is not None for value in decided.values()) and not self.points and not self.no_score:
            problems.append(Diagnostic("PS291"))
        for key, value in decided.items():
            if self.no_score and value is not None:
                problems.append(Diagnostic("PS292", (key,), {"key": key}))
        if self.tolerance is not None and self.tolerance < 0:
            problems.append(Diagnostic("PS293", ("tolerance",), {"found": self.tolerance}))
        for key, names in (("values", [v.input for v in self.values]), ("points", [p.id for p in self.points])):
            problems += [Diagnostic("PS294", (key, name), {"name": name}) for _, name in repeats(names)]
        if problems:
            raise SchemeError(problems)
