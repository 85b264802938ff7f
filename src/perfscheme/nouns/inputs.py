"""Inputs: what a host hands in for each person, checked and made exact before any formula sees it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any, ClassVar, Final, Literal, TypeAlias

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError, Text, nearest
from perfscheme.diagnostics.repeats import repeats
from perfscheme.formula.nodes import Input, LabelInput, State
from perfscheme.nouns.numbers import is_missing, number_or_none, parse, shown
from perfscheme.nouns.sources import text_or_none
from perfscheme.nouns.units import UNITS, Range, UnitName, amount_text, natural_range

Better: TypeAlias = Literal["higher", "lower"]

NOT_APPLICABLE: Final = State.NOT_APPLICABLE
"""Handed in where a value does not apply to a person, which is not the same as missing."""

_MICROSECONDS = Fraction(1, 1_000_000)
FINE = ("[ns]", "[ps]", "[fs]", "[as]")
"""The ends of NumPy's types of times that are finer than microseconds, and so never run over in them."""


def range_of(value: Any) -> Range | None:
    """A range as numbers: `None`, or a low and a high end, of which either may be `None`.

    Raises:
        SchemeError: it is no pair (PS333), or an end is no number.
    """
    if value is None:
        return None
    if not isinstance(value, tuple | list) or len(value) != 2:
        raise SchemeError(Diagnostic("PS333", (), {"found": type(value).__name__, "expected": ("(low, high)", "None")}))
    low, high = value
    return number_or_none(low), number_or_none(high)


def range_problems(range_: Range | None, *path: str) -> tuple[Diagnostic, ...]:
    """What is wrong with a written range: its low end is not below its high end."""
    if range_ is None or range_[0] is None or range_[1] is None or range_[0] < range_[1]:
        return ()
    return (Diagnostic("PS119", path, {"low": range_[0], "high": range_[1]}),)


@attrs.frozen
class NumberInput:
    """A number, in a unit and within a range.

    Args:
        key: the name under which the host hands it in.
        unit: one of the units; times may also be handed in as `timedelta`.
        range: the lowest and the highest valid value, in the unit; `None` at either end is no limit. Where none is
            written, the range of the unit holds, and a percent above 0 and up to 1 is refused as a likely fraction.
        name: for people.
        required: set on the inputs of a scheme (`scheme.inputs`), never in a file.

    Raises:
        SchemeError: the range is empty.

    >>> NumberInput("satisfaction", "percent").read("93.5")
    Fraction(187, 2)
    """

    kind: ClassVar[Literal["number"]] = "number"

    key: str
    unit: UnitName
    range: Range | None = attrs.field(default=None, converter=range_of, kw_only=True)
    name: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)
    _required: bool = attrs.field(default=False, kw_only=True, eq=False, repr=False)
    _low: Fraction | None = attrs.field(init=False, repr=False, eq=False)
    _high: Fraction | None = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if problems := range_problems(self.range, "range"):
            raise SchemeError(problems)
        low, high = self.valid
        object.__setattr__(self, "_low", low)
        object.__setattr__(self, "_high", high)

    @property
    def required(self) -> bool:
        """Nobody has a score without it; said of the inputs of a scheme."""
        return self._required

    @property
    def valid(self) -> Range:
        """The range that holds: as written, else by nature of the unit."""
        return self.range if self.range is not None else natural_range(self.unit)

    def node(self) -> Input:
        """The node that reads this input."""
        gap = (Fraction(0), Fraction(1)) if self.range is None and self.unit == "percent" else None
        return Input(self.key, self._low, self._high, gap)

    def read(self, value: object) -> Fraction | State | Diagnostic:
        """The exact number, an absence, or what is wrong with `value` (codes PS101 to PS109, PS196).

        `None`, NaN and `State.MISSING` are missing; blank text is an error, as it may be either a slip or an absence.
        """
        read = parse(value)
        found = self._unusual(value, read) if isinstance(read, Diagnostic) else read
        if not isinstance(found, Fraction):
            return found
        if self._low is not None and found < self._low:
            return Diagnostic("PS106", (self.key,), {"found": shown(value), "low": amount_text(self._low, self.unit)})
        if self._high is not None and found > self._high:
            return Diagnostic("PS107", (self.key,), {"found": shown(value), "high": amount_text(self._high, self.unit)})
        if self.range is None and self.unit == "percent" and 0 < found <= 1:
            return Diagnostic("PS108", (self.key,), {"found": found, "percent": found * 100})
        return found

    def _unusual(self, value: object, fault: Diagnostic) -> Fraction | State | Diagnostic:
        if isinstance(value, State):
            return value if value is not State.PRESENT else fault.within(self.key)
        if is_missing(value):
            return State.MISSING
        seconds = _seconds(value)
        if seconds is None:
            if fault.code == "PS102" and not any(sign.isdigit() for sign in str(value)):
                return Diagnostic("PS196", (self.key,), {"found": shown(value)})  # a word, likely for an absence
            return fault.within(self.key)
        if UNITS[self.unit].kind != "time":
            return Diagnostic("PS109", (self.key,), {"found": shown(value), "unit": self.unit})
        return seconds / UNITS[self.unit].factor


FLAG_WORDS: Mapping[str, bool] = MappingProxyType(
    {"yes": True, "true": True, "是": True, "no": False, "false": False, "否": False}
)
"""What stands in tables for a flag; capitals do not matter. A record has true or false."""


@attrs.frozen
class FlagInput:
    """A yes or no.

    Args:
        key: the name under which the host hands it in.
        name: for people.
        required: set on the inputs of a scheme (`scheme.inputs`), never in a file.

    >>> FlagInput("has-veto").read(True)
    True
    """

    kind: ClassVar[Literal["flag"]] = "flag"

    key: str
    name: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)
    _required: bool = attrs.field(default=False, kw_only=True, eq=False, repr=False)

    @property
    def required(self) -> bool:
        """Nobody has a score without it; said of the inputs of a scheme."""
        return self._required

    @property
    def labels(self) -> tuple[str | bool, ...]:
        """False and True."""
        return (False, True)

    def node(self) -> LabelInput:
        """The node that reads this input."""
        return LabelInput(self.key, (False, True))

    def read(self, value: object) -> bool | State | Diagnostic:
        """The flag, an absence, or what is wrong with `value`; 0, 1 and "yes" are not flags (PS114)."""
        if isinstance(value, bool):
            return value
        if isinstance(value, State) and value is not State.PRESENT:
            return value
        if type(value).__name__ in ("bool", "bool_"):
            return bool(value)
        if is_missing(value):
            return State.MISSING
        return Diagnostic("PS114", (self.key,), {"found": shown(value)})


def _words(value: Iterable[str]) -> tuple[str, ...]:
    # a lone text is one label, not its letters
    return (value,) if isinstance(value, str) else tuple(value)


@attrs.frozen
class LabelInputSpec:
    """One word of a list.

    Args:
        key: the name under which the host hands it in.
        labels: the words, in the order in which they are to be shown.
        name: for people.
        required: set on the inputs of a scheme (`scheme.inputs`), never in a file.

    Raises:
        SchemeError: no labels, a label twice, or a blank one.

    >>> LabelInputSpec("role", ("junior", "senior")).read("senior")
    'senior'
    """

    kind: ClassVar[Literal["label"]] = "label"

    key: str
    labels: tuple[str, ...] = attrs.field(converter=_words)
    name: Text | None = attrs.field(default=None, converter=text_or_none, kw_only=True)
    _required: bool = attrs.field(default=False, kw_only=True, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        problems = [] if self.labels else [Diagnostic("PS120", ("labels",))]
        problems += [Diagnostic("PS121", ("labels", i)) for i, label in enumerate(self.labels) if not label.strip()]
        problems += [
            Diagnostic("PS122", ("labels", i), {"label": label}) for i, label in repeats(self.labels) if label.strip()
        ]
        if problems:
            raise SchemeError(problems)

    @property
    def required(self) -> bool:
        """Nobody has a score without it; said of the inputs of a scheme."""
        return self._required

    def node(self) -> LabelInput:
        """The node that reads this input."""
        return LabelInput(self.key, self.labels)

    def read(self, value: object) -> str | State | Diagnostic:
        """The label, an absence, or what is wrong with `value` (PS110)."""
        if isinstance(value, str):
            if value in self.labels:
                return str(value)
            if not value.strip():
                return Diagnostic("PS103", (self.key,), {"found": shown(value)})
            near = nearest(value, self.labels)
            return Diagnostic("PS110", (self.key,), {"found": shown(value), "labels": self.labels, "nearest": near})
        if isinstance(value, State) and value is not State.PRESENT:
            return value
        if is_missing(value):
            return State.MISSING
        return Diagnostic("PS110", (self.key,), {"found": shown(value), "labels": self.labels})


InputSpec: TypeAlias = NumberInput | FlagInput | LabelInputSpec


def _seconds(value: Any) -> Fraction | None:
    if type(value).__name__ == "timedelta64":
        length = value.astype("timedelta64[us]")
        fine = value.dtype.str.endswith(FINE)
        value = length.item() if fine or length.astype(value.dtype) == value else None
    if not isinstance(value, datetime.timedelta):
        return None
    return ((value.days * 86_400 + value.seconds) * 1_000_000 + value.microseconds) * _MICROSECONDS
