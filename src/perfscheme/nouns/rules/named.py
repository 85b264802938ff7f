"""Named rules: a rule as a scheme holds it, with its name for people and the sources of its figures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import attrs

from perfscheme.diagnostics import Text
from perfscheme.nouns.entries import listed
from perfscheme.nouns.rules.stages import Rule
from perfscheme.nouns.shapes import Inline, Keyed
from perfscheme.nouns.sources import Source, text_or_none
from perfscheme.nouns.waivers import Waiver, waivers


@attrs.frozen
class NamedRule:
    """A rule with what every rule may say about itself, so that no rule has to have fields for it.

    Args:
        rule: what is done; in a file its keys stand beside `name` and `sources`.
        name: for people; explanations call the rule by it.
        sources: where its figures come from.
        waive: lints that do not apply to it, by code, with the reason.

    >>> from perfscheme.nouns.rules.limits import Cap
    >>> NamedRule(Cap(100), name="At most full points").name
    Text(zh='At most full points', en='At most full points')
    """

    rule: Annotated[Rule, Inline()]
    name: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=listed, kw_only=True)
    waive: Keyed[Waiver] = attrs.field(default=(), converter=waivers, kw_only=True)


def rules_of(values: Iterable[Rule | NamedRule]) -> tuple[NamedRule, ...]:
    """Rules as a scheme holds them; one without name and sources may stand there by itself."""
    return tuple(value if isinstance(value, NamedRule) else NamedRule(value) for value in listed(values))
