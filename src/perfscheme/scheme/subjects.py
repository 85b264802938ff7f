"""Subjects: whose record it is, a text that the host chose."""

from __future__ import annotations

import operator
from collections.abc import Iterable
from typing import Any, TypeAlias

from perfscheme.diagnostics import Diagnostic, InputError

Subject: TypeAlias = str | int
"""As a host hands it in; a whole number is kept as its text, so that cards, boards and files say the same."""


def subject_text(subject: Any) -> str:
    """The text of a subject.

    Raises:
        InputError: it is neither a text nor a whole number.

    >>> subject_text("E1024"), subject_text(12)
    ('E1024', '12')
    """
    if isinstance(subject, str):
        return str(subject)  # of NumPy's own text too
    if not isinstance(subject, bool):
        try:
            return str(operator.index(subject))
        except TypeError:
            pass
    raise InputError(Diagnostic("PS318", ("subject",), {"found": repr(subject)}))


def subject_texts(subjects: Iterable[Any]) -> tuple[str, ...]:
    """The texts of several subjects.

    Raises:
        InputError: one of them is neither a text nor a whole number; or they are one text, whose letters are nobody.
    """
    if isinstance(subjects, str):
        raise InputError(Diagnostic("PS339", ("subjects",), {"found": repr(str(subjects))}))
    return tuple(map(subject_text, subjects))
