"""Registries of strategies."""

from __future__ import annotations

import pickle
from typing import Any, ClassVar

import attrs
import pytest

from perfscheme.diagnostics import SchemeError
from perfscheme.nouns.registry import Registry, role_of


@attrs.frozen
class Flat:
    kind: ClassVar[str] = "flat"

    def formula(self, x: Any, setting: Any) -> Any:
        return x


@attrs.frozen
class Other:
    kind: ClassVar[str] = "flat"

    def formula(self, x: Any, setting: Any) -> Any:
        return x


@attrs.frozen
class Middle:
    kind: ClassVar[str] = "flat"

    def aggregate(self, children: Any, setting: Any) -> Any:
        return children


@attrs.frozen
class Skip:
    kind: ClassVar[str] = "skip"
    coverage: int = 0

    def terms(self, children: Any) -> Any:
        return children


@attrs.frozen
class Gate:
    kind: ClassVar[str] = "gate"

    def grade_formula(self, grade: Any, names: Any, setting: Any) -> Any:
        return grade


@attrs.frozen
class Nameless:
    def formula(self, x: Any, setting: Any) -> Any:
        return x


class Bare:
    kind = "bare"

    def formula(self, x: Any, setting: Any) -> Any:
        return x


@attrs.frozen
class Idle:
    kind: ClassVar[str] = "idle"


def test_a_role_is_seen_by_the_method() -> None:
    """Nobody has to inherit or to say it twice."""
    roles = [role_of(strategy) for strategy in (Flat, Middle, Skip, Gate, Idle)]
    assert roles == ["curve", "aggregation", "missing", "rule", None]


def test_a_larger_registry_leaves_the_smaller_one_as_it_is() -> None:
    """It is an argument, not a place where things register."""
    small = Registry().with_(Flat)
    large = small.with_(Middle, Gate)
    assert (small.kinds("aggregation"), large.kinds("aggregation")) == ((), ("flat",))
    assert large.get("curve", "flat") is Flat
    assert large.get("aggregation", "flat") is Middle
    assert large.get("rule", "flat") is None


def test_adding_a_class_twice_changes_nothing() -> None:
    """It is the same strategy."""
    assert Registry().with_(Flat, Flat) == Registry().with_(Flat)


def test_a_kind_that_is_taken_is_refused() -> None:
    """A file would mean something else on another machine."""
    with pytest.raises(SchemeError, match="curve kind `flat` of Other is taken by Flat"):
        Registry().with_(Flat, Other)


@attrs.frozen
class Uncovered:
    kind: ClassVar[str] = "uncovered"

    def terms(self, children: Any, setting: Any) -> Any:
        return children


@attrs.frozen(slots=False)
class Covered(Uncovered):
    kind: ClassVar[str] = "covered"
    coverage: int


@pytest.mark.parametrize("strategy", [Nameless, Bare, Idle, Uncovered])
def test_what_is_no_strategy_is_refused(strategy: type[Any]) -> None:
    """No kind, no attrs, no method, no coverage."""
    with pytest.raises(SchemeError, match=f"{strategy.__name__} is no strategy") as caught:
        Registry().with_(strategy)
    for lang in ("en", "zh"):
        assert "`aggregate(self, children, setting)`" in caught.value.say(lang)
    assert Registry().with_(Covered).kinds("missing") == ("covered",)


@pytest.mark.parametrize("strategy", [Flat(), 3, "flat"])
def test_what_is_no_class_is_refused(strategy: Any) -> None:
    """Made already, or only named."""
    with pytest.raises(SchemeError, match=r"PS071.* is no strategy"):
        Registry().with_(strategy)


@attrs.define
class Changing:
    kind: ClassVar[str] = "changing"
    each: int = 1

    def formula(self, x: Any, setting: Any) -> Any:
        return x


@attrs.frozen
class Both:
    kind: ClassVar[str] = "both"

    def formula(self, x: Any, setting: Any) -> Any:
        return x

    def aggregate(self, children: Any, setting: Any) -> Any:
        return children[0].points


@pytest.mark.parametrize("strategy", [Changing, Both])
def test_a_strategy_is_frozen_and_has_one_role(strategy: type[Any]) -> None:
    """A scheme is hashed with it, and a kind is looked up under one role."""
    with pytest.raises(SchemeError, match=r"PS071.*`@attrs\.frozen`.*one role"):
        Registry().with_(strategy)


@attrs.frozen
class Titled:
    kind: ClassVar[str] = "titled"
    name: str

    def points_formula(self, points: Any, setting: Any) -> Any:
        return points


def test_a_rule_leaves_its_name_to_the_scheme() -> None:
    """Else one key of the file would mean two things."""
    with pytest.raises(SchemeError, match="The rule Titled has the field name"):
        Registry().with_(Titled)


def test_a_registry_is_a_value() -> None:
    """Hashable and picklable, as what is loaded with it."""
    registry = Registry().with_(Flat, Middle)
    assert hash(registry) == hash(Registry().with_(Flat, Middle))
    assert pickle.loads(pickle.dumps(registry)) == registry


def test_the_standard_registry_has_every_role() -> None:
    """All kinds of the contract."""
    standard = Registry.standard()
    assert {"linear", "tiers", "rates", "ratio", "as-is"} <= set(standard.kinds("curve"))
    assert {"weighted-mean", "sum", "best", "matrix"} <= set(standard.kinds("aggregation"))
    assert set(standard.kinds("missing")) == {"refuse", "renormalise", "fallback-weights", "zero"}
    assert {"veto", "cap", "grade-limit"} <= set(standard.kinds("rule"))


def test_each_class_is_under_its_own_role_and_kind() -> None:
    """The table of homes says of no class what it is not."""
    entries = Registry.standard().entries
    assert [(role_of(entry.strategy), entry.strategy.kind) for entry in entries] == [(x.role, x.kind) for x in entries]
    assert Registry().with_(*(entry.strategy for entry in entries)).kinds("curve") == Registry.standard().kinds("curve")
