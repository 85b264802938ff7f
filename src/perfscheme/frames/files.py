"""Files of tables, CSV, Parquet and XLSX, read some rows at a time: a file may be larger than the memory."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

import attrs

from perfscheme.diagnostics import Diagnostic, InputError, MissingLibraryError
from perfscheme.diagnostics.repeats import repeats
from perfscheme.formula.cuts import WHOLE
from perfscheme.frames.columns import array_of
from perfscheme.frames.encodings import encoding_of
from perfscheme.frames.library import arrow
from perfscheme.frames.texts import as_kind, tidy

ROWS: Final = 1 << 17
"""So many rows are read at a time."""

_BLOCK: Final = 1 << 24


class Rows(Mapping[str, Any]):
    """Some rows of a file, by column; of the columns that nobody knows there are only the names.

    Args:
        names: of all columns.
        columns: those that are needed.
        spare: what makes others, while the rows are the last that were read.
        rows: how many there are.
        first: the number of the first row in the file, as a spreadsheet counts.
        done: how much of the file was read with them, from 0 to 1.
    """

    def __init__(
        self,
        names: tuple[str, ...],
        columns: dict[str, Any],
        spare: Mapping[str, Callable[[], Any]],
        rows: int,
        first: int,
        done: float,
    ) -> None:
        self._names = names
        self._columns = columns
        self._spare = spare
        self.rows = rows
        self.first = first
        self.done = done

    def __getitem__(self, name: str) -> Any:
        if name not in self._columns:
            self._columns[name] = self._spare[name]()
        return self._columns[name]

    def __contains__(self, name: object) -> bool:
        return name in self._columns or name in self._spare

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@attrs.frozen
class BadRow:
    """A row of a file that has not as many cells as the header, and was left out.

    Args:
        row: its number in the file, as a spreadsheet counts.
        diagnostic: what was found.
    """

    row: int
    diagnostic: Diagnostic


def read_rows(
    name: str,
    kinds: Mapping[str, str],
    bad: Callable[[BadRow], object],
    spare: Collection[str] = (),
    sheets: Collection[str] = (),
) -> Iterator[Rows]:
    """The rows of a file, some at a time.

    Args:
        name: of the file; its end says what it is.
        kinds: the columns that are known, and what each is to be: `text`, `number`, `time`, `flag`, `duration`.
        bad: is told of every row that does not fit the header.
        spare: those of them that are made only where somebody asks for them.
        sheets: what the sheet may be called that is meant, where a workbook shows several.

    Raises:
        OSError: the file cannot be opened.
        InputError: nothing can be made of it (PS403, PS425), its name tells no format (PS426), a column is there twice
            (PS337), or none of several sheets is called so (PS427).
        MissingLibraryError: what reads it, of the extra `files`, is not installed (PS338).
    """
    suffix = Path(name).suffix.lower()
    if suffix == ".xlsx":
        yield _xlsx(name, kinds, sheets)
    elif (reader := READERS.get(suffix)) is not None:
        yield from reader(name, kinds, bad, spare)
    else:
        raise InputError(Diagnostic("PS426", (), {"file": name, "known": (*READERS, ".xlsx")}))


def _library() -> Any:
    try:
        return arrow()
    except MissingLibraryError:
        raise MissingLibraryError(Diagnostic("PS338", (), {"library": "pyarrow", "extra": "files"})) from None


def _unread(name: str, error: Exception) -> InputError:
    reason = str(error).strip().splitlines() or [type(error).__name__]
    return InputError(Diagnostic("PS425", (), {"file": name, "reason": reason[0]}))


def _distinct(names: list[str], file: str) -> tuple[str, ...]:
    if twice := [name for _, name in repeats(names) if name]:
        raise InputError(Diagnostic("PS337", (), {"name": twice[0]}), name=file)
    return tuple(names)


def _parquet(
    name: str, kinds: Mapping[str, str], bad: Callable[[BadRow], object], spare: Collection[str]
) -> Iterator[Rows]:
    library = _library()
    import pyarrow.parquet as parquet

    try:
        with Path(name).open("rb") as opened:
            # Words stand in a dictionary, and go on as codes.
            file = parquet.ParquetFile(opened, read_dictionary=[x for x, kind in kinds.items() if kind == "text"])
            names = _distinct(list(file.schema_arrow.names), name)
            needed = [column for column in names if column in kinds and column not in spare]
            first, rows = 1, max(file.metadata.num_rows, 1)
            for group in range(file.num_row_groups):
                # One row group after the other: a reader of several keeps what it has read of the file.
                start = first
                for batch in file.iter_batches(ROWS, row_groups=[group], columns=needed, use_threads=False):
                    columns = {column: _array(batch.column(column), kinds[column]) for column in needed}
                    place = slice(first - start, first - start + batch.num_rows)
                    others = {
                        column: partial(_again, file, group, column, kinds[column], place)
                        for column in names
                        if column in kinds and column in spare
                    }
                    first += batch.num_rows
                    yield Rows(names, columns, others, batch.num_rows, first - batch.num_rows, (first - 1) / rows)
    except library.ArrowException as error:
        raise _unread(name, error) from None


def _again(file: Any, group: int, column: str, kind: str, place: slice) -> Any:
    """A column of some rows of a row group that were read without it."""
    whole = file.read_row_group(group, columns=[column], use_threads=False).column(column)
    return _array(whole[place.start : place.stop], kind)


def _csv(
    name: str, kinds: Mapping[str, str], bad: Callable[[BadRow], object], spare: Collection[str]
) -> Iterator[Rows]:
    library = _library()
    from pyarrow import csv

    size = max(Path(name).stat().st_size, 1)
    encoding = encoding_of(lambda: _blocks(name), name)

    def skip(row: Any) -> str:
        facts = {"found": row.actual_columns, "expected": row.expected_columns}
        bad(BadRow(row.number, Diagnostic("PS421", (), facts)))
        return "skip"

    reading = csv.ReadOptions(encoding=encoding.name, use_threads=False, block_size=_BLOCK, skip_rows=encoding.blank)
    try:
        with Path(name).open("rb") as opened:
            head = csv.open_csv(
                opened,
                read_options=reading,
                parse_options=csv.ParseOptions(
                    delimiter=encoding.delimiter, newlines_in_values=True, invalid_row_handler=lambda row: "skip"
                ),
            ).schema.names
        names = _distinct([column.strip() for column in head], name)
        written = {column: whole for column, whole in zip(names, head) if column in kinds}
        texts = csv.ConvertOptions(
            column_types=dict.fromkeys(written.values(), library.string()),
            include_columns=list(written.values()) or head[:1],
            strings_can_be_null=True,
            null_values=[""],
        )
        # A blank line is a row in which nothing stands, so that those after it keep their numbers.
        parsing = csv.ParseOptions(
            delimiter=encoding.delimiter, newlines_in_values=True, ignore_empty_lines=False, invalid_row_handler=skip
        )
        with Path(name).open("rb") as opened:
            first = 2 + encoding.blank
            for batch in csv.open_csv(opened, read_options=reading, parse_options=parsing, convert_options=texts):
                made = {
                    column: partial(_tidied, batch.column(whole), kinds[column]) for column, whole in written.items()
                }
                columns = {column: make() for column, make in made.items() if column not in spare}
                others = {column: make for column, make in made.items() if column in spare}
                yield Rows(names, columns, others, batch.num_rows, first, min(opened.tell() / size, 1.0))
                first += batch.num_rows
    except library.ArrowInvalid as error:
        raise _unread(name, error) from None


def _tidied(column: Any, kind: str) -> Any:
    return _array(tidy(column), kind)


def _array(column: Any, kind: str) -> Any:
    return array_of(as_kind(column, kind))


def _blocks(name: str) -> Iterator[bytes]:
    with Path(name).open("rb") as file:
        while block := file.read(_BLOCK):
            yield block


def _xlsx(name: str, kinds: Mapping[str, str], sheets: Collection[str]) -> Rows:
    try:
        import python_calamine as calamine
    except ModuleNotFoundError:
        raise MissingLibraryError(Diagnostic("PS338", (), {"library": "python-calamine", "extra": "files"})) from None
    try:
        with Path(name).open("rb") as opened:
            book = calamine.CalamineWorkbook.from_filelike(opened)
            shown: list[str] = [x.name for x in book.sheets_metadata if x.visible == calamine.SheetVisibleEnum.Visible]
            sheet = book.get_sheet_by_name(_meant(name, shown, sheets))
            rows = iter(sheet.to_python(skip_empty_area=False))
    except calamine.CalamineError as error:
        raise _unread(name, error) from None
    first, head = next(((n, row) for n, row in enumerate(rows, 2) if any(cell != "" for cell in row)), (2, []))
    names = _distinct([str(cell).strip() for cell in head], name)
    done = list(rows)
    while done and not any(cell != "" for cell in done[-1]):
        done.pop()
    columns = {
        column: [_cell(row[place], kinds[column]) for row in done]
        for place, column in enumerate(names)
        if column in kinds
    }
    return Rows(names, columns, {}, len(done), first, 1.0)


def _meant(file: str, shown: Sequence[str], sheets: Collection[str]) -> str:
    """The sheet that is meant: the only one that is shown, or the one that is called so."""
    if len(shown) == 1:
        return shown[0]
    wanted = {name.strip().casefold() for name in sheets}
    found = [name for name in shown if name.strip().casefold() in wanted]
    if len(found) != 1:
        raise InputError(Diagnostic("PS427", (), {"file": file, "known": tuple(shown), "name": next(iter(sheets), "")}))
    return found[0]


def _cell(value: Any, kind: str) -> Any:
    """A cell as its column means it: a blank one is missing, a number of a ticket has no decimals, and a length of time
    below a day is shown as a time of the day.
    """
    if isinstance(value, str):
        return value.strip() or None
    if kind == "duration" and isinstance(value, datetime.time):
        return datetime.datetime.combine(datetime.date.min, value) - datetime.datetime.min
    plain = kind == "text" and isinstance(value, float) and value.is_integer() and abs(value) < WHOLE
    return int(value) if plain else value


READERS: Final[
    Mapping[str, Callable[[str, Mapping[str, str], Callable[[BadRow], object], Collection[str]], Iterator[Rows]]]
] = {
    ".csv": _csv,
    ".parquet": _parquet,
}
