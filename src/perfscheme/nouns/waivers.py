"""Waivers: what may be said against a place of a scheme, and why it stays as it is."""

from __future__ import annotations

from typing import Any

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, Text, nearest, text_of
from perfscheme.diagnostics.messages.lints import WAIVABLE
from perfscheme.nouns.entries import entries


@attrs.frozen
class Waiver:
    """A lint that is not to be reported at a place, nor at what stands within it.

    Args:
        lint: its code.
        reason: why the scheme is right as it is.

    Raises:
        SchemeError: no lint has this code (PS592); the reason is blank (PS593).

    >>> Waiver("PS521", "shown, not scored").lint
    'PS521'
    """

    lint: str
    reason: Text = attrs.field(converter=text_of)

    def __attrs_post_init__(self) -> None:
        problems = []
        if self.lint not in WAIVABLE:
            facts = {"found": self.lint, "known": WAIVABLE, "nearest": nearest(self.lint, WAIVABLE)}
            problems.append(Diagnostic("PS592", ("lint",), facts))
        if not self.reason.say("en").strip():
            problems.append(Diagnostic("PS593", ("reason",)))
        if problems:
            raise SchemeError(problems)


def waivers(value: Any) -> tuple[Waiver, ...]:
    """Waivers as a tuple; a mapping is taken by its keys."""
    return entries(Waiver, value)
