"""Random whole schemes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import attrs
from hypothesis import HealthCheck, Phase, given, settings

from perfscheme.nouns.registry import Registry
from perfscheme.scheme import Scheme
from perfscheme.testing import schemes


def nouns(value: Any) -> Iterator[type]:
    if isinstance(value, tuple):
        for item in value:
            yield from nouns(item)
    elif attrs.has(type(value)):
        yield type(value)
        for field in attrs.fields(type(value)):
            yield from nouns(getattr(value, field.name))


def test_schemes_use_nearly_every_strategy_there_is() -> None:
    """What random schemes never hold, no law is held over."""
    seen: Counter[type] = Counter()

    @settings(max_examples=150, phases=[Phase.generate], derandomize=True, suppress_health_check=list(HealthCheck))
    @given(schemes())
    def draw(scheme: Scheme) -> None:
        seen.update(set(nouns((scheme.root, scheme.rules))))

    draw()
    kinds = [entry.strategy for entry in Registry.standard().entries]
    missed = [kind.__name__ for kind in kinds if kind not in seen]
    assert len(missed) <= 3, missed


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(schemes(depth=0))
def test_a_shallow_scheme_is_one_dimension(scheme: Scheme) -> None:
    """For laws that are slow."""
    assert all(node.parent in (None, "score") for node in scheme.statement.nodes.values())
