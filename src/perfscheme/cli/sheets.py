"""Sheets: CSV files as people save them, read as records of a scheme's inputs."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import attrs

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
        for subject in self.subjects:
            self.only(subject)
        return self.subjects


@attrs.frozen
class _Columns:
    """Which column gives what; `inputs` by column."""

    subject: int | None
    inputs: Mapping[int, InputSpec]
    warnings: tuple[Diagnostic, ...]


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
    columns = _columns(header, filled, inputs, names or {}, subject_column, tuple(ignored), counted)
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
    word = _fold(text)
    if word in NOT_APPLICABLE:
        return State.NOT_APPLICABLE
    if isinstance(spec, FlagInput):
        return FLAG_WORDS.get(word, text)
    return text


def _columns(
    header: Sequence[str],
    filled: set[int],
    inputs: Sequence[InputSpec],
    names: Mapping[str, Text],
    subject_column: str | None,
    ignored: Sequence[str],
    counted: Sequence[InputSpec],
) -> _Columns:
    """Match every header with an input, or say why not.

    Raises:
        InputError: everything that is wrong with the header.
    """
    words, elsewhere = _words(inputs, names), _words(counted, names)
    by_key = {spec.key: spec for spec in inputs}
    known = [word for text in words.values() for word in text[1]]
    if unknown := _unknown_options(header, subject_column, ignored):
        raise InputError(unknown)
    problems: list[Diagnostic] = []
    subject: int | None = None
    matched: dict[str, int] = {}
    left_out = {_fold(name) for name in ignored}
    for index, written in enumerate(header):
        facts = {"column": _letter(index), "found": written}
        word = _fold(written)
        if subject_column is not None and subject is None and word == _fold(subject_column):
            subject = index
            if word not in words:
                continue
        if word in left_out or (not word and index not in filled):
            continue
        keys = words[word][0] if word in words else ()
        near = nearest(written, known)
        if word in elsewhere and not keys:
            problems.append(Diagnostic("PS417", (), facts))
        elif not word:
            problems.append(Diagnostic("PS414", (), facts))
        elif len(keys) > 1:
            problems.append(Diagnostic("PS413", (), {**facts, "inputs": keys}))
        elif len(keys) == 1 and keys[0] in matched:
            facts |= {"input": keys[0], "first": _letter(matched[keys[0]])}
            problems.append(Diagnostic("PS412", (), facts))
        elif len(keys) == 1:
            matched[keys[0]] = index
        elif subject is None and subject_column is None and near is None:
            subject = index
        else:
            problems.append(Diagnostic("PS411", (), {**facts, "inputs": tuple(by_key), "nearest": near}))
    if problems:
        raise InputError(problems)
    absent = tuple(key for key in by_key if key not in matched)
    warnings = (Diagnostic("PS416", (), {"inputs": absent}, severity="warning"),) if absent else ()
    return _Columns(subject, {index: by_key[key] for key, index in matched.items()}, warnings)


def _unknown_options(header: Sequence[str], subject_column: str | None, ignored: Sequence[str]) -> list[Diagnostic]:
    """What is wrong with the options that name columns."""
    there = {_fold(written) for written in header}
    asked = [("--ignore", name) for name in ignored]
    if subject_column is not None:
        asked.insert(0, ("--subject-column", subject_column))
    columns = tuple(written for written in header if written)
    return [
        Diagnostic(
            "PS415", (), {"option": option, "found": name, "columns": columns, "nearest": nearest(name, columns)}
        )
        for option, name in asked
        if _fold(name) not in there
    ]


def _words(
    inputs: Sequence[InputSpec], names: Mapping[str, Text]
) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The folded headers that are known: the keys of the inputs that each may mean, and how it is written.

    A key means its own input, whatever else is called so.
    """
    found: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for spec in inputs:
        texts = [text for text in (spec.name, names.get(spec.key)) if text is not None]
        for written in dict.fromkeys(word for text in texts for word in (text.zh, text.en) if word):
            keys, spelled = found.get(_fold(written), ((), ()))
            if spec.key not in keys:
                found[_fold(written)] = ((*keys, spec.key), (*spelled, written))
    for spec in inputs:
        found[_fold(spec.key)] = ((spec.key,), (spec.key,))
    return found


def _fold(written: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", written).casefold().split())


def _letter(index: int) -> str:
    """The name of a column in a spreadsheet: A to Z, AA, AB, ..."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
