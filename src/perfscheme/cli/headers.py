"""Headers: which column of a data file gives which input, and which one names the people."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

import attrs

from perfscheme.diagnostics import Diagnostic, InputError, Text, nearest
from perfscheme.nouns.inputs import InputSpec


@attrs.frozen
class Columns:
    """What the columns of a file give.

    Args:
        subject: the place of the column that names the people; None where there is none.
        inputs: by place, the input that a column gives.
        warnings: what should be known about the whole file.
    """

    subject: int | None
    inputs: Mapping[int, InputSpec]
    warnings: tuple[Diagnostic, ...]


def columns_of(
    header: Sequence[str],
    filled: set[int],
    inputs: Sequence[InputSpec],
    names: Mapping[str, Text],
    subject_column: str | None,
    ignored: Sequence[str],
    counted: Sequence[InputSpec],
) -> Columns:
    """Match every header with an input, or say why not.

    Args:
        header: as the file writes it.
        filled: the places of columns in which anything stands.
        inputs: what the scheme asks for.
        names: further names of inputs, by key.
        subject_column: the header of the column that names the people; else the first column that is no input.
        ignored: headers of columns that are left out.
        counted: inputs that come from elsewhere, which the file must not have.

    Raises:
        InputError: everything that is wrong with the header.
    """
    if unknown := _unknown_options(header, subject_column, ignored):
        raise InputError(unknown)
    match = _Match(inputs, names, subject_column, ignored, counted)
    for index, written in enumerate(header):
        match.take(index, written, filled=index in filled)
    if match.problems:
        raise InputError(match.problems)
    absent = tuple(spec.key for spec in inputs if spec.key not in match.matched)
    warnings = (Diagnostic("PS416", (), {"inputs": absent}, severity="warning"),) if absent else ()
    by_key = {spec.key: spec for spec in inputs}
    return Columns(match.subject, {index: by_key[key] for key, index in match.matched.items()}, warnings)


class _Match:
    """Headers as they are matched, from the left; arguments as of `columns_of`."""

    def __init__(
        self,
        inputs: Sequence[InputSpec],
        names: Mapping[str, Text],
        subject_column: str | None,
        ignored: Sequence[str],
        counted: Sequence[InputSpec],
    ) -> None:
        self.subject: int | None = None
        self.matched: dict[str, int] = {}
        self.problems: list[Diagnostic] = []
        self._words, self._elsewhere = _words(inputs, names), _words(counted, names)
        self._keys = tuple(spec.key for spec in inputs)
        self._known = [word for _, spelled in self._words.values() for word in spelled]
        self._subject_word = None if subject_column is None else fold(subject_column)
        self._left_out = {fold(name) for name in ignored}

    def take(self, index: int, written: str, *, filled: bool) -> None:
        """The next header, and whether anything stands below it."""
        word = fold(written)
        if word == self._subject_word and self.subject is None:
            self.subject = index
            if word not in self._words:
                return
        if word in self._left_out or not (word or filled):
            return
        facts = {"column": _letter(index), "found": written}
        keys = self._words[word][0] if word in self._words else ()
        near = nearest(written, self._known)
        if word in self._elsewhere and not keys:
            self.problems.append(Diagnostic("PS417", (), facts))
        elif not word:
            self.problems.append(Diagnostic("PS414", (), facts))
        elif len(keys) > 1:
            self.problems.append(Diagnostic("PS413", (), {**facts, "inputs": keys}))
        elif len(keys) == 1 and keys[0] in self.matched:
            facts |= {"input": keys[0], "first": _letter(self.matched[keys[0]])}
            self.problems.append(Diagnostic("PS412", (), facts))
        elif len(keys) == 1:
            self.matched[keys[0]] = index
        elif self.subject is None and self._subject_word is None and near is None:
            self.subject = index
        else:
            self.problems.append(Diagnostic("PS411", (), {**facts, "inputs": self._keys, "nearest": near}))


def _unknown_options(header: Sequence[str], subject_column: str | None, ignored: Sequence[str]) -> list[Diagnostic]:
    """What is wrong with the options that name columns."""
    there = {fold(written) for written in header}
    asked = [("--ignore", name) for name in ignored]
    if subject_column is not None:
        asked.insert(0, ("--subject-column", subject_column))
    columns = tuple(written for written in header if written)
    return [
        Diagnostic(
            "PS415", (), {"option": option, "found": name, "columns": columns, "nearest": nearest(name, columns)}
        )
        for option, name in asked
        if fold(name) not in there
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
            keys, spelled = found.get(fold(written), ((), ()))
            if spec.key not in keys:
                found[fold(written)] = ((*keys, spec.key), (*spelled, written))
    for spec in inputs:
        found[fold(spec.key)] = ((spec.key,), (spec.key,))
    return found


def fold(written: str) -> str:
    """How a word is compared: without differences of case, width and blanks."""
    return " ".join(unicodedata.normalize("NFKC", written).casefold().split())


def _letter(index: int) -> str:
    """The name of a column in a spreadsheet: A to Z, AA, AB, ..."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
