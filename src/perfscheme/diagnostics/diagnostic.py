"""Diagnostics: one thing that is wrong, where, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

import attrs

from perfscheme.diagnostics import catalogue
from perfscheme.diagnostics.figures import Fact, shown
from perfscheme.diagnostics.language import Text, language
from perfscheme.diagnostics.places import Path, Span, path_text

Severity: TypeAlias = Literal["error", "warning", "note"]

SEVERITIES: Final[Mapping[Severity, Text]] = MappingProxyType(
    {
        "error": Text(zh="错误", en="error"),
        "warning": Text(zh="警告", en="warning"),
        "note": Text(zh="提示", en="note"),
    }
)
"""What severities are called, the gravest first."""


class Facts(Mapping[str, Fact]):
    """What a diagnostic knows: a mapping that can be hashed and pickled."""

    __slots__ = ("_items",)

    def __init__(self, facts: Mapping[str, object] | None = None) -> None:
        items = [(name, tuple(v) if isinstance(v, list | set) else v) for name, v in (facts or {}).items()]
        self._items: dict[str, Fact] = dict(sorted(items))  # type: ignore[arg-type]

    def __getitem__(self, name: str) -> Fact:
        return self._items[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(tuple(self._items.items()))

    def __reduce__(self) -> tuple[type[Facts], tuple[dict[str, Fact]]]:
        return Facts, (dict(self._items),)

    def __repr__(self) -> str:
        return repr(self._items)


def _path(steps: Iterable[str | int]) -> Path:
    return tuple(steps)


def _paths(paths: Iterable[Iterable[str | int]]) -> tuple[Path, ...]:
    return tuple(_path(path) for path in paths)


@attrs.frozen
class Diagnostic:
    """One thing that is wrong.

    Args:
        code: like `"PS101"`, a key of the catalogue of messages.
        path: the way from the root (of the file, or of the noun that complains) in YAML keys and list indexes.
        facts: the values that the message names: str, int, Fraction, Text, a tuple of these, or None. A fact `nearest`
            that is not None adds a "did you mean" to the message, and with `called` tells that it is a name for people
            of which the other is the key. A code outside the catalogue says its facts `zh` and `en`.
        severity: `error`, `warning` or `note`.
        span: the stretch of the file that is wrong, set by the reader.
        also: the way to everything else that has a part in it, such as all weights of a wrong sum.
        spans: of these, set by the reader.
    """

    code: str
    path: Path = attrs.field(default=(), converter=_path)
    facts: Facts = attrs.field(factory=Facts, converter=Facts)
    severity: Severity = attrs.field(default="error", kw_only=True)
    span: Span | None = attrs.field(default=None, kw_only=True)
    also: tuple[Path, ...] = attrs.field(default=(), converter=_paths, kw_only=True)
    spans: tuple[Span, ...] = attrs.field(default=(), kw_only=True)

    def message(self, lang: str = "en") -> str:
        """The sentence: what was found, what was expected, what to write instead."""
        return catalogue.sentence(self.code, self.facts, language(lang))

    def within(self, *prefix: str | int) -> Diagnostic:
        """The same diagnostic, seen from further up: `prefix` is put before its path."""
        return attrs.evolve(self, path=prefix + self.path, also=[prefix + path for path in self.also])

    def line(self, lang: str = "en") -> str:
        """The diagnostic on one line, with its path: `score.rounding: error[PS101] ...`."""
        where = path_text(self.path)
        said = self.label(lang) + self.message(lang)
        return f"{shown(where, language(lang))}: {said}" if where else said

    def label(self, lang: str = "en") -> str:
        """Severity and code as they begin a message: `error[PS101] `."""
        return f"{SEVERITIES[self.severity].say(lang)}[{self.code}] "
