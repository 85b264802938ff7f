"""Findings: what a lint says of one place, with the records that show it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

import attrs

if TYPE_CHECKING:
    from perfscheme.diagnostics.places import Path

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
