"""What the host hands in, and the states of a value that is not there."""

from __future__ import annotations

import enum
from fractions import Fraction

import attrs

from perfscheme.formula.nodes.arithmetic import Formula


class State(enum.Enum):
    """Whether a value is there, and if not, why not."""

    PRESENT = "present"
    NOT_APPLICABLE = "not-applicable"
    MISSING = "missing"

    def __repr__(self) -> str:
        return f"State.{self.name}"


@attrs.frozen(eq=False)
class Absent(Formula):
    """No number: missing, or not applicable."""

    state: State


@attrs.frozen(eq=False)
class Input(Formula):
    """A number that the host hands in; valid from `low` to `high` (None: no limit).

    `gap`: numbers above its first and up to its second end are not valid either. Interpreters may
    rely on this; whoever hands in values sees to it, and the vector interpreter hands such rows back.
    """

    key: str
    low: Fraction | None = None
    high: Fraction | None = None
    gap: tuple[Fraction, Fraction] | None = None


@attrs.frozen
class LabelInput:
    """A label or flag that the host hands in; one of `labels` (False, True for a flag)."""

    key: str
    labels: tuple[str | bool, ...]
