"""How these tests use curves: on an input `x`, in a setting made of plain figures."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.nodes import Const, Formula, Input, State
from perfscheme.nouns.numbers import number
from perfscheme.nouns.setting import Setting


def exact(value: Any) -> Any:
    return value if isinstance(value, State | bool) else number(value)


def setting(thresholds: dict[str, Any] | None = None, **more: Any) -> Setting:
    known = {
        name: value if isinstance(value, Formula) else Const(number(value))
        for name, value in (thresholds or {}).items()
    }
    return Setting(more.pop("inputs", {}), [], thresholds=known, **more)


@pytest.fixture
def points() -> Callable[..., Any]:
    """The points that a curve gives to `x`; other inputs by name; a problem fails the test."""

    def run(
        curve: Any, x: Any, thresholds: Any = None, low: Any = None, high: Any = None, given: Any = None, **more: Any
    ) -> Any:
        surroundings = setting(thresholds, **more)
        node = Input("x", None if low is None else number(low), None if high is None else number(high))
        formula = curve.formula(node, surroundings)
        assert [found.message() for found in surroundings.problems if found.severity == "error"] == []
        values = {key: exact(value) for key, value in (given or {}).items()}
        found = Evaluation({"x": exact(x), **values})(formula)
        return found if isinstance(found, State | Fraction) else float(found)

    return run


@pytest.fixture
def problems() -> Callable[..., list[tuple[str, tuple[Any, ...]]]]:
    """Code and path of everything that a curve reports; every message is complete in both languages."""

    def run(
        curve: Any, thresholds: Any = None, low: Any = None, high: Any = None, **more: Any
    ) -> list[tuple[str, tuple[Any, ...]]]:
        surroundings = setting(thresholds, **more)
        node = Input("x", None if low is None else number(low), None if high is None else number(high))
        curve.formula(node, surroundings)
        return told(surroundings.problems)

    return run


@pytest.fixture
def refused() -> Callable[..., list[tuple[str, tuple[Any, ...]]]]:
    """Code and path of everything that is wrong with a noun that cannot be made."""

    def run(make: Callable[[], Any]) -> list[tuple[str, tuple[Any, ...]]]:
        with pytest.raises(SchemeError) as caught:
            make()
        return told(list(caught.value.diagnostics))

    return run


def told(found: list[Diagnostic]) -> list[tuple[str, tuple[Any, ...]]]:
    for problem in found:
        for message in (problem.message("en"), problem.message("zh")):
            assert "{" not in message, message
    return [(problem.code, problem.path) for problem in found]
