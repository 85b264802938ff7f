"""Violations: a law broken, with the record and both answers."""

from __future__ import annotations

from typing import Any


class Violation(AssertionError):
    """A scheme broke a law.

    Args:
        what: the figure that came out in two ways.
        record: the record, or the two of them, that show it.
        expected: the one answer.
        found: the other.
        law: number and name of the law, once it is known.
    """

    def __init__(self, what: str, record: Any, expected: Any, found: Any, law: tuple[int, str] | None = None) -> None:
        super().__init__(what, record, expected, found, law)
        self.what = what
        self.record = record
        self.expected = expected
        self.found = found
        self.law = law

    def of(self, number: int, name: str) -> Violation:
        """The same, naming its law."""
        return Violation(self.what, self.record, self.expected, self.found, (number, name))

    def __str__(self) -> str:
        law = "" if self.law is None else f"law {self.law[0]} ({self.law[1]}) is broken: "
        return f"{law}{self.what}: expected {self.expected!r}, found {self.found!r}; record {self.record!r}"


def agree(what: str, record: Any, expected: Any, found: Any) -> None:
    """Both answers are one.

    Raises:
        Violation: they are two.
    """
    if expected != found and not (expected != expected and found != found):  # two NaN agree
        raise Violation(what, record, expected, found)
