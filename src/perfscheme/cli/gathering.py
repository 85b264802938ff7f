"""Gathering: everybody's result, from a file of values, from tables that are counted, or from both."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from perfscheme.cli.data import noted, sheet_of
from perfscheme.cli.lines import Line, lines_of, lines_of_measured
from perfscheme.cli.outputs import problem_line
from perfscheme.cli.sheets import Sheet
from perfscheme.cli.tables import Measured, measured
from perfscheme.diagnostics import Diagnostic, InputError, Language, nearest
from perfscheme.scheme import Scheme


@attrs.frozen
class Gathered:
    """Everybody's result.

    Args:
        lines: in the order of the data.
        told: what is wrong with the data, a line each.
        clean: nothing at all was wrong.
        measured: what was counted from tables.
    """

    lines: list[Line]
    told: tuple[str, ...]
    clean: bool
    measured: Measured | None = None


def gather(
    scheme: Scheme,
    data: str | None,
    tables: tuple[str, ...],
    lang: Language,
    *,
    period: str | None = None,
    subject_column: str | None = None,
    ignored: Iterable[str] = (),
    subject: str | None = None,
    keep: bool = False,
) -> Gathered:
    """Score a file of values, or what is counted from tables; where both are given, the file has the other inputs.

    Args:
        scheme: by which.
        data: the file; None: all is counted.
        tables: as in `measured`.
        lang: of what is told.
        period: as in `measured`.
        subject_column: as in `sheet_of`.
        ignored: as in `sheet_of`.
        subject: who is asked for; None: everybody.
        keep: as in `measured`.

    Raises:
        InputError: there is nothing to read, a file does not serve, or nobody is called so.
    """
    if data is None and not tables:
        raise InputError(Diagnostic("PS450"))
    sheet: Sheet | None = None
    if data is not None:
        counted = scheme.evidence.given if scheme.evidence and tables else ()
        read = sheet_of(data, scheme, subject_column=subject_column, ignored=ignored, counted=counted)
        sheet = noted(read, data, lang)
        try:
            sheet = sheet if subject is None else sheet.only(subject)
            asked = sheet.distinct() if tables else None
        except InputError as error:
            raise InputError(error.diagnostics, name=data) from None
    else:
        asked = None if subject is None else (subject,)
    found = measured(scheme, tables, period, lang, subjects=asked, keep=keep) if tables else None
    if found is not None and subject is not None and sheet is None:
        _known(scheme, found, tables, period, lang, subject)
    if found is None:
        assert sheet is not None, "there is a file or a table"
        lines = lines_of(scheme, sheet)
    else:
        lines = lines_of_measured(scheme, found.measurement, sheet)
    told = [problem_line(problem, lang, data) for line in lines for problem in line.problems]
    before = () if found is None else found.told
    clean = not told and not before and not (sheet is not None and sheet.warnings)
    return Gathered(lines, (*before, *told), clean, found)


def _known(
    scheme: Scheme, found: Measured, tables: tuple[str, ...], period: str | None, lang: Language, subject: str
) -> None:
    """Whether anybody is called so.

    Raises:
        InputError: nobody is, with the nearest name.
    """
    if all(trail.count == 0 for trail in found.measurement.evidence(subject).values()):
        everybody = measured(scheme, tables, period, lang).measurement.subjects
        if subject not in everybody:
            raise InputError(Diagnostic("PS422", (), {"subject": subject, "nearest": nearest(subject, everybody)}))
