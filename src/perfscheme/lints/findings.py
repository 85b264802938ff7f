"""Findings: what a lint says of one place, with the records that show it."""

from __future__ import annotations

from collections.abc import Container, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

import attrs

from perfscheme.diagnostics.figures import figure
from perfscheme.formula.reals import Exact, round_ratio
from perfscheme.nouns.setting import label_text
from perfscheme.scheme.decimals import decimal_of, plain

if TYPE_CHECKING:
    from perfscheme.diagnostics.places import Path

_LAST = 10**6

Record: TypeAlias = Mapping[str, Fraction | str | bool]
"""Values by input, as `Scheme.score` takes them."""


@attrs.frozen
class Finding:
    """One place at which a lint applies.

    Args:
        path: the way to it from the root.
        facts: what the message names.
        records: who wants to see for himself scores these; empty where the argument is in the message.
    """

    path: Path
    facts: Mapping[str, object]
    records: tuple[Record, ...] = ()


def values_shown(record: Record, keys: Container[str]) -> tuple[str, ...]:
    """Some values of a record, as people write them; a dash where there are none."""
    return tuple(
        f"{key} {figure(value) if isinstance(value, Fraction) else label_text(value)}"
        for key, value in record.items()
        if key in keys
    ) or ("-",)


def shown(x: Exact) -> str:
    """A result in digits, six places at most."""
    value = decimal_of(x)
    short = Fraction(round_ratio(Fraction(value) * _LAST, "half-even"), _LAST)
    return figure(short) if short or not value else plain(value)
