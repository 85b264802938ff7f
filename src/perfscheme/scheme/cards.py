"""Scorecards: a result that explains itself."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from perfscheme.diagnostics import Diagnostic
from perfscheme.evidence.trails import Trail
from perfscheme.formula.exact import Value
from perfscheme.scheme.advice import Improvement, NextGrade, TargetAdvice, improvements, next_grade, target_advice
from perfscheme.scheme.origins import Origin
from perfscheme.scheme.parts import Change, Part, ThresholdResult
from perfscheme.scheme.refusals import refusals
from perfscheme.scheme.results import Result

__all__ = ["Change", "Part", "Scorecard", "ThresholdResult"]


class Scorecard(Result):
    """What one record scored: a mapping of parts by id, the total, and what a person needs to check and use it.

    It has a `Part` for every indicator and dimension, those above first; `card["score"]` is the root. `total`, `grade`
    and `coefficient` are None where there is no score, and `problems` then says why.
    """

    @cached_property
    def problems(self) -> tuple[Diagnostic, ...]:
        """Why there is no score: what is wrong with the record, or what is missing; empty where there is a score."""
        return refusals(self)

    @cached_property
    def next_grade(self) -> NextGrade | None:
        """The next better grade and the distance to it; None at the best grade, and where there is no grade."""
        return next_grade(self)

    @cached_property
    def improvements(self) -> tuple[Improvement, ...]:
        """For each input that can alone bring the next better grade, the least change that does; the smallest first."""
        return improvements(self)

    @cached_property
    def target_advice(self) -> TargetAdvice | None:
        """The single improvement that meets the most of the unmet targets; None where there is none to meet."""
        return target_advice(self)

    def explain(self, lang: str = "en") -> str:
        """The whole way to the total in words and figures, so that a person can check it by hand.

        Args:
            lang: `zh`, `en`, or a tag of them like `zh-CN`.

        Raises:
            ValueError: it is another language.
        """
        from perfscheme.scheme.explaining import explain

        return explain(self, lang)

    def to_dict(self) -> dict[str, Any]:
        """The card as plain data that JSON can carry; the same card gives the same bytes."""
        from perfscheme.scheme.plain import card_data

        return card_data(self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Scorecard):
            return NotImplemented
        return (self._scheme.hash, self._subject, dict(self.inputs), self._faults) == (
            other._scheme.hash,
            other._subject,
            dict(other.inputs),
            other._faults,
        )

    def __hash__(self) -> int:
        return hash((self._scheme.hash, self._subject, tuple(sorted(self.inputs.items(), key=lambda item: item[0]))))

    def __repr__(self) -> str:
        return f"<Scorecard {self._scheme.scheme} total={self.total} grade={self.grade}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (self._scheme, dict(self.inputs), self._subject, self._faults, dict(self._evidence))


def _restored(
    scheme: Origin,
    values: dict[str, Value],
    subject: str | None,
    faults: tuple[Diagnostic, ...],
    evidence: dict[str, Trail],
) -> Scorecard:
    return Scorecard(scheme, values, subject=subject, faults=faults, evidence=evidence)
