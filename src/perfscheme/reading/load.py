"""Loading: the text of a file -> a scheme, or everything that is wrong with it."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import Final

import attrs

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.diagnostics.errors import SchemeError
from perfscheme.diagnostics.nearest import nearest
from perfscheme.diagnostics.places import NOWHERE, START, Span
from perfscheme.nouns.registry import Registry
from perfscheme.reading import scalars
from perfscheme.reading.anchors import idle
from perfscheme.reading.encodings import decoded
from perfscheme.reading.gallery import gallery, near
from perfscheme.reading.nodes import Node
from perfscheme.reading.spots import Spot, in_order, placed
from perfscheme.reading.structure import TORN, structure
from perfscheme.reading.tears import pasted
from perfscheme.scheme import Scheme

FORMAT: Final = "perfscheme"
VERSION: Final = 1
SCHEMA: Final = "$schema"
"""The key under which a file may name the schema that an editor is to use; no part of the scheme, as the format."""

GUESSED: Final = frozenset({"PS004", "PS010", "PS012", "PS013", "PS014", "PS015", "PS016", "PS018", "PS024", "PS025",
                            "PS027", "PS028", "PS029", "PS054", "PS055", "PS057", "PS059",
                            "PS064", "PS077", "PS078"})  # fmt: skip
"""Faults after which reading goes on with what was probably meant."""
_BYTES: Final = 4
"""The most that a character takes in UTF-8."""


def load(path: str | PathLike[str], *, registry: Registry | None = None) -> Scheme:
    """Load a scheme from a file.

    Args:
        path: a YAML file in UTF-8.
        registry: the strategies that it may name; the standard ones where none is given.

    Raises:
        SchemeError: everything that is wrong with the scheme, each with line and column.
        OSError: the file cannot be read; one that is not there is told with what stands near.
    """
    name = str(path)
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError as error:
        known = gallery()
        meant = f'gallery()["{name}"]' if name in known else near(path)
        found = Diagnostic("PS453", (), {"file": name, "known": tuple(known), "nearest": meant})
        raise FileNotFoundError(error.errno, found.message()) from None
    return loads(decode(data, name=name, registry=registry), name=name, registry=registry)


def loads(text: str, *, name: str = "<text>", registry: Registry | None = None) -> Scheme:
    """Load a scheme from a text.

    Args:
        text: YAML.
        name: what messages call the text.
        registry: the strategies that it may name; the standard ones where none is given.

    Raises:
        SchemeError: everything that is wrong with the scheme, each with line and column.
        TypeError: it is no text.
    """
    text = _unmarked(text)
    scheme, problems, _ = _read(text, registry)
    if scheme is None:
        raise SchemeError(problems, text=text, name=name)
    return scheme


def check(path: str | PathLike[str], *, registry: Registry | None = None) -> list[Diagnostic]:
    """Everything that can be said against the scheme in a file; see `checks`.

    Raises:
        OSError: the file cannot be read.
    """
    try:
        text = decode(Path(path).read_bytes(), name=str(path), registry=registry)
    except SchemeError as error:
        return list(error.diagnostics)
    return checks(text, registry=registry)


def checks(text: str, *, registry: Registry | None = None) -> list[Diagnostic]:
    """Everything that can be said against the text of a scheme, in its order: errors; where there are none, lints."""
    scheme, problems, spot = _read(_unmarked(text), registry)
    if scheme is None:
        return problems
    from perfscheme.lints import lint  # who loads a scheme to score by it does without

    return in_order([*problems, *(placed(found, spot) for found in lint(scheme))], spot)


def locate(problems: Iterable[Diagnostic], text: str) -> list[Diagnostic]:
    """Problems that were found after a scheme was loaded, each with its place in the text of the scheme.

    Args:
        problems: with paths from the root of the scheme.
        text: what the scheme was loaded from.
    """
    from perfscheme.reading import events

    root, _ = events.read(text.removeprefix("\ufeff"))
    return [*problems] if root is None else [placed(problem, Spot(root)) for problem in problems]


def decode(data: bytes, *, name: str = "<text>", registry: Registry | None = None) -> str:
    """The text of a file, without a byte order mark.

    Args:
        data: the bytes of the file.
        name: what messages call the file.
        registry: the strategies that it may name; the standard ones where none is given.

    Raises:
        SchemeError: it is not UTF-8: with all else that is wrong with it, where it is plain which encoding it is; or it
            is so long that it need not be decoded to know that it is too long.
    """
    from perfscheme.reading.events import Limits  # it imports yaml

    least, limit = len(data) // _BYTES, Limits().characters
    if least > limit:
        facts = {"found": f"≥ {least}", "limit": limit}
        raise SchemeError([Diagnostic("PS001", (), facts, span=NOWHERE)], name=name)
    found = decoded(data)
    if found.fault is not None:
        others = checks(found.text, registry=registry) if found.meant else []
        wrong = [problem for problem in others if problem.severity == "error"]
        raise SchemeError([found.fault, *wrong], text=found.text, name=name)
    return found.text


def _unmarked(text: str) -> str:
    """A text without a byte order mark."""
    if not isinstance(text, str):
        raise TypeError(f"the text of a scheme is a str, not {type(text).__name__}; `load` takes the path of a file")
    return text.removeprefix("\ufeff")


def _read(text: str, registry: Registry | None) -> tuple[Scheme | None, list[Diagnostic], Spot]:
    """The scheme, or None where something is wrong; what is wrong; and the spot at which the scheme stands."""
    from perfscheme.reading import events  # it imports yaml, which `import perfscheme` must not

    root, problems = events.read(text)
    if root is None:
        return None, problems, Spot(Node("scalar", START, START, ""))
    problems = pasted(root, problems)
    body, version_problems = _format(root)
    problems += version_problems
    if any(problem.code == "PS051" for problem in version_problems):
        return None, in_order(problems, Spot(body)), Spot(body)  # another format has other keys
    scheme, found = structure(body, Scheme, registry or _standard())
    # Of a line that could not be read as it stands nothing else is told.
    guessed = {problem.span.start.line for problem in problems if problem.code in GUESSED and problem.span}
    problems += [problem for problem in found if problem.span is None or problem.span.start.line not in guessed]
    problems = _not_twice(problems)
    # Who writes a percent sign does not mean a fraction.
    signs = {problem.span for problem in problems if problem.code == "PS042"}
    problems = [
        problem for problem in problems if problem.code != "PS108" or not {problem.span, *problem.spans} & signs
    ]
    wrong = any(problem.severity == "error" for problem in problems)
    problems += [] if wrong else idle(root)  # in a file with an error, it may be that which keeps a name from its use
    spot = Spot(body)
    return None if wrong else scheme, in_order(problems, spot), spot


def _not_twice(problems: list[Diagnostic]) -> list[Diagnostic]:
    """Problems without keys that stand there twice only because a head between the two is not there."""
    heads = [one.span.start for one in problems if one.code in TORN and one.span]

    def parted(problem: Diagnostic) -> bool:
        if problem.code != "PS023" or problem.span is None or not problem.spans:
            return False
        first, again = problem.spans[0].start, problem.span.start
        return any(head.column == again.column and first.line < head.line <= again.line for head in heads)

    return [problem for problem in problems if not parted(problem)]


def body_of(root: Node) -> Node:
    """The mapping of a file without the lines that are no part of the scheme."""
    return attrs.evolve(root, value=tuple(pair for pair in root.pairs if pair[0].text not in (FORMAT, SCHEMA)))


def _format(root: Node) -> tuple[Node, list[Diagnostic]]:
    """The file without the lines that are no part of the scheme, and what is wrong with the format."""
    if root.kind != "mapping":
        return root, []
    body = body_of(root)
    problems: list[Diagnostic] = []
    if (schema := root.get(SCHEMA)) is not None:
        note = functools.partial(_note, problems, SCHEMA, schema.span)
        scalars.basic(schema, "words", note)
    version = root.get(FORMAT)
    if version is None:
        if any(nearest(key.text, [FORMAT]) for key, _ in root.pairs):
            return body, problems  # it is reported as an unknown key
        _note(problems, FORMAT, Span(root.start, root.start), "PS050", version=VERSION)
        return body, problems
    if version.kind != "scalar" or not version.plain or version.text != str(VERSION):
        found = version.text if version.kind == "scalar" else version.kind
        _note(problems, FORMAT, version.span, "PS051", found=found, version=VERSION)
    return body, problems


def _note(problems: list[Diagnostic], key: str, span: Span, code: str, **facts: object) -> None:
    problems.append(Diagnostic(code, (key,), facts, span=span))


@functools.cache
def _standard() -> Registry:
    return Registry.standard()
