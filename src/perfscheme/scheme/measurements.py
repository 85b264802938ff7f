"""Measurements of a scheme: figures that can be scored, on cards that carry their evidence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from perfscheme.diagnostics import Diagnostic, InputError
from perfscheme.evidence.measurements import Measurement as Measured
from perfscheme.evidence.measuring import Measuring
from perfscheme.evidence.trails import Trail
from perfscheme.scheme.boards import Scoreboard, score_many
from perfscheme.scheme.scorers import Scorer


class Measurement(Measured):
    """What was measured by a scheme: for each subject a record of its inputs.

    A value is a `Decimal`, a label or a flag; None where it is missing: `evidence(subject)` says why. `problems` says
    what is wrong with the tables.
    """

    def __init__(self, scheme: Scorer, measuring: Measuring) -> None:
        super().__init__(measuring, scheme.statement.inputs)
        self._scheme = scheme

    def score(self, others: Mapping[str, Any] | None = None) -> Scoreboard:
        """Score everybody; each card carries the evidence of its values.

        Args:
            others: columns of the inputs that the evidence does not give, in the order of `subjects`.

        Raises:
            InputError: an input is neither measured nor among `others`, or it is both (PS340).
        """
        if twice := [name for name in others or () if name in self.inputs]:
            raise InputError([Diagnostic("PS340", (name,), {"name": name}) for name in twice])
        data = {**(others or {}), **self.columns()}
        return score_many(self._scheme, data, self.subjects, evidence=self._behind)

    def _behind(self, row: int) -> Mapping[str, Trail]:
        """A method, as a board that comes back from a worker takes it along."""
        return self.evidence(self.subjects[row])
