"""Choice: one curve of several, by a label."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Protocol, TypeAlias

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.formula.nodes import Formula
from perfscheme.nouns.entries import entries
from perfscheme.nouns.quantities import twice
from perfscheme.nouns.setting import Setting, label_text
from perfscheme.nouns.shapes import Keyed, Strategy


class CurveProtocol(Protocol):
    """From a value to points."""

    kind: ClassVar[str]

    def formula(self, x: Formula, setting: Setting) -> Formula:
        """Points of the value `x`; `setting` stands at the curve."""


Curve: TypeAlias = Annotated[CurveProtocol, Strategy("curve")]
"""The annotation of a field that holds a curve."""


@attrs.frozen
class CurveCase:
    """The curve of one label."""

    label: str | bool
    curve: Curve


def _cases(value: Any) -> tuple[CurveCase, ...]:
    return entries(CurveCase, value)


@attrs.frozen
class Choice:
    """A curve chosen by a label or flag: by role, level, site, year.

    Args:
        by: key of the label or flag.
        cases: a curve for each of its labels; none may be left out.

    Raises:
        SchemeError: no cases, or a label twice.

    >>> from perfscheme.formula.exact import Evaluation
    >>> from perfscheme.formula.nodes import Input
    >>> from perfscheme.nouns.curves.linear import Linear
    >>> from perfscheme.nouns.inputs import FlagInput
    >>> from perfscheme.nouns.numbers import number
    >>> curve = Choice("trainee", {True: Linear({0: 0, 50: 100}), False: Linear({0: 0, 100: 100})})
    >>> formula = curve.formula(Input("cases"), Setting({"trainee": FlagInput("trainee")}, []))
    >>> [str(Evaluation({"cases": number(40), "trainee": flag})(formula)) for flag in (True, False)]
    ['80', '40']
    """

    kind: ClassVar[str] = "choice"

    by: str
    cases: Keyed[CurveCase] = attrs.field(converter=_cases)

    def __attrs_post_init__(self) -> None:
        problems = list(twice((case.label for case in self.cases), "cases"))
        if not self.cases:
            problems.append(Diagnostic("PS136", ("cases",)))
        if problems:
            raise SchemeError(problems)

    @property
    def labels(self) -> tuple[str | bool, ...] | None:
        """The labels that the curves read instead of a number, where all of them do."""
        found = [getattr(case.curve, "labels", None) for case in self.cases]
        if any(labels is None for labels in found):
            return None
        return tuple(dict.fromkeys(label for labels in found for label in labels or ()))

    def formula(self, x: Formula, setting: Setting) -> Formula:
        """Points of the value `x` by the curve of the label."""
        cases = [
            (case.label, case.curve.formula(x, setting.at("cases", label_text(case.label)))) for case in self.cases
        ]
        return setting.choose(self.by, cases)
