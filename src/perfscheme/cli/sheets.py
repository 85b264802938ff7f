"""Sheets: CSV files as people save them, read as records of a scheme's inputs."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import attrs

from perfscheme.cli.headers import columns_of, fold
from perfscheme.diagnostics import Diagnostic, InputError, Text, nearest
from perfscheme.formula.nodes import State
from perfscheme.frames.encodings import encoding_of
from perfscheme.nouns.inputs import FLAG_WORDS, FlagInput, InputSpec, LabelInputSpec

Cell: TypeAlias = str | bool | State | None

NOT_APPLICABLE = frozenset({"n/a", "not-applicable", "不适用"})


@attrs.frozen
class SheetProblem:
    """What is wrong with one row.

    Args:
        row: its number in a spreadsheet; the header is 1.
        subject: whose it is.
        field: the key of the input; None where the whole row is wrong.
        diagnostic: what is wrong.
        header: as the file writes the header of that column; None where it has no such column.
    """

    row: int
    subject: str
    field: str | None
    diagnostic: Diagnostic
    header: str | None = None

    @property
    def column(self) -> str | None:
        """What people look for: the header, else the key."""
        return self.header or self.field


@attrs.frozen
class Sheet:
    """The rows of a data file that fit its header.

    Args:
        subjects: whose row it is; the row's number where the file has no such column.
        records: every input of each row by key, None where it is missing.
        rows: the number of each row in the file.
        problems: rows that do not fit the header; they are in no record.
        warnings: what should be known about the whole file.
        headers: as the file writes them, by the key of their input.
    """

    subjects: tuple[str, ...]
    records: tuple[Mapping[str, Cell], ...]
    rows: tuple[int, ...]
    problems: tuple[SheetProblem, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()
    headers: Mapping[str, str] = attrs.field(factory=dict, eq=False)

    def only(self, subject: str) -> Sheet:
        """The sheet of one person.

        Raises:
            InputError: nobody is called so, or several people are.
        """
        places = [place for place, name in enumerate(self.subjects) if name == subject]
        problems = tuple(problem for problem in self.problems if problem.subject == subject)
        rows = sorted([self.rows[place] for place in places] + [problem.row for problem in problems])
        if len(rows) > 1:
            raise InputError(Diagnostic("PS423", (), {"subject": subject, "rows": tuple(map(str, rows))}))
        if not rows:
            near = nearest(subject, dict.fromkeys(self.subjects))
            raise InputError(Diagnostic("PS422", (), {"subject": subject, "nearest": near}))
        chosen = slice(places[0], places[0] + 1) if places else slice(0)
        return attrs.evolve(
            self,
            subjects=self.subjects[chosen],
            records=self.records[chosen],
            rows=self.rows[chosen],
            problems=problems,
        )

    def distinct(self) -> tuple[str, ...]:
        """Everybody in the sheet.

        Raises:
            InputError: somebody has two rows.
        """
        rows = Counter([*self.subjects, *(problem.subject for problem in self.problems)])
        for subject in self.subjects:
            if rows[subject] > 1:
                self.only(subject)
        return self.subjects


def read_sheet(
    data: bytes,
    inputs: Sequence[InputSpec],
    *,
    names: Mapping[str, Text] | None = None,
    subject_column: str | None = None,
    ignored: Iterable[str] = (),
    counted: Sequence[InputSpec] = (),
) -> Sheet:
    """Read a CSV file.

    Args:
        data: the bytes of the file: UTF-8 with or without a byte order mark, else GB18030; cells between commas,
            semicolons or tabs.
        inputs: what the scheme asks for. A header is the key of one of them, or its name in either language.
        names: further names of inputs, by key.
        subject_column: the header of the column that names the people; else the first column that is no input.
        ignored: headers of columns that are left out.
        counted: inputs that come from elsewhere, which the file must not have.

    Raises:
        InputError: the file is no CSV, or its header does not fit the scheme; all problems of the header at once.
    """
    lines = _rows(data)
    head_row, header = next(((number, line) for number, line in lines if any(line)), (1, []))
    if not header:
        raise InputError(Diagnostic("PS405", (), {"inputs": tuple(spec.key for spec in inputs)}))
    body = [(number, line) for number, line in lines if number > head_row and any(line)]
    filled = {index for _, line in body for index, cell in enumerate(line) if cell}
    columns = columns_of(header, filled, inputs, names or {}, subject_column, tuple(ignored), counted)
    subjects, records, rows, problems = [], [], [], []
    for number, line in body:
        subject = line[columns.subject] if columns.subject is not None and columns.subject < len(line) else ""
        subject = subject or str(number)
        if len(line) < len(header) or any(line[len(header) :]):
            facts = {"found": len(line), "expected": len(header)}
            problems.append(SheetProblem(number, subject, None, Diagnostic("PS421", (), facts)))
            continue
        subjects.append(subject)
        rows.append(number)
        given: dict[str, Cell] = {spec.key: _cell(line[index], spec) for index, spec in columns.inputs.items()}
        records.append({spec.key: given.get(spec.key) for spec in inputs})
    headers = {spec.key: header[index] for index, spec in columns.inputs.items()}
    return Sheet(tuple(subjects), tuple(records), tuple(rows), tuple(problems), columns.warnings, headers)


def _rows(data: bytes) -> list[tuple[int, list[str]]]:
    """Every row with its number, cells without the blanks around them."""
    encoding = encoding_of(lambda: [data])
    text = data.decode(encoding.name).removeprefix("\ufeff")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=encoding.delimiter, strict=True)
    found: list[tuple[int, list[str]]] = []
    try:
        for number, line in enumerate(reader, 1):
            found.append((number, [cell.strip() for cell in line]))
    except csv.Error as error:
        raise InputError(Diagnostic("PS404", (), {"row": len(found) + 1, "reason": str(error)})) from None
    return found


def _cell(text: str, spec: InputSpec) -> Cell:
    """What a cell says. Numbers stay text, so that the library reads them exactly."""
    if not text:
        return None
    if isinstance(spec, LabelInputSpec) and text in spec.labels:
        return text
    word = fold(text)
    if word in NOT_APPLICABLE:
        return State.NOT_APPLICABLE
    if isinstance(spec, FlagInput):
        return FLAG_WORDS.get(word, text)
    return text
