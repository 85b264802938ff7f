"""Problems: what is wrong with files, as JSON, as annotations of GitHub and as SARIF 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

import attrs

from perfscheme.diagnostics import Diagnostic, Fact, Language, Span, Text, figure, path_text
from perfscheme.diagnostics.catalogue import MESSAGES, meaning
from perfscheme.scheme.identity import LIBRARY_VERSION

SARIF_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


@attrs.frozen
class FileProblem:
    """A diagnostic and the file that it is about.

    Args:
        file: its name as the user gave it.
        diagnostic: what is wrong there.
    """

    file: str
    diagnostic: Diagnostic


def problem_data(problem: FileProblem, lang: Language = "en") -> dict[str, Any]:
    """A problem as plain data; lines and columns count from 1, in characters, and `end` is just behind the stretch.

    What else has a part in it, such as all weights of a wrong sum, stands under `also`.
    """
    diagnostic = problem.diagnostic
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "file": problem.file,
        **_stretch(diagnostic.span),
        "also": [_stretch(span) for span in diagnostic.spans],
        "path": path_text(diagnostic.path),
        "message": diagnostic.message(lang),
        "facts": {name: _fact(value) for name, value in diagnostic.facts.items()},
    }


def _stretch(span: Span | None) -> dict[str, dict[str, int] | None]:
    places = (None, None) if span is None else (span.start, span.end)
    start, end = (None if at is None else {"line": at.line + 1, "column": at.column + 1} for at in places)
    return {"start": start, "end": end}


def as_json(problems: Iterable[FileProblem], lang: Language = "en") -> str:
    """A list of problems."""
    return json.dumps([problem_data(problem, lang) for problem in problems], ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Iterable[FileProblem], lang: Language = "en") -> str:
    """Workflow commands, a line each, that GitHub shows beside the lines of a change."""
    return "".join(_annotation(problem, lang) + "\n" for problem in problems)


def as_sarif(problems: Sequence[FileProblem], lang: Language = "en") -> str:
    """A log in the Static Analysis Results Interchange Format, version 2.1.0."""
    codes = sorted({problem.diagnostic.code for problem in problems})
    driver = {
        "name": "perfscheme",
        "semanticVersion": LIBRARY_VERSION,
        "language": lang,
        "rules": [_rule(code, lang) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": lang,
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes.index(problem.diagnostic.code), lang) for problem in problems],
    }
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, lang: Language) -> dict[str, Any]:
    """A code as SARIF describes it; one of a strategy of one's own has no sentence in the catalogue."""
    return {"id": code, "shortDescription": {"text": meaning(code, lang)}} if code in MESSAGES else {"id": code}


def _fact(value: Fact) -> Any:
    """A fact as JSON has it: exact numbers as text, which loses nothing."""
    match value:
        case Text():
            return {"zh": value.zh, "en": value.en}
        case bool() | int() | str() | None:
            return value
        case Fraction():
            return figure(value)
        case _:
            return [_fact(each) for each in value]


def _annotation(problem: FileProblem, lang: Language) -> str:
    diagnostic, span = problem.diagnostic, problem.diagnostic.span
    # GitHub calls the third severity a notice.
    command = "notice" if diagnostic.severity == "note" else diagnostic.severity
    properties = {"file": problem.file, **({} if span is None else dict(_lines(problem))), "title": diagnostic.code}
    written = ",".join(f"{name}={_escaped(str(value), inside=True)}" for name, value in properties.items())
    return f"::{command} {written}::{_escaped(diagnostic.message(lang))}"


def _lines(problem: FileProblem) -> Iterator[tuple[str, int]]:
    span = problem.diagnostic.span
    if span is None:
        return
    yield "line", span.start.line + 1
    yield "endLine", span.end.line + 1
    if span.start.line == span.end.line:
        # Columns of a stretch over several lines are refused.
        yield "col", span.start.column + 1
        yield "endColumn", span.end.column + 1


def _escaped(text: str, *, inside: bool = False) -> str:
    """Text as workflow commands carry it; `inside` a property, where colons and commas part."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if inside else text


def _result(problem: FileProblem, place: int, lang: Language) -> dict[str, Any]:
    diagnostic, span = problem.diagnostic, problem.diagnostic.span
    location = _location(problem.file, span)
    if diagnostic.path:
        location["logicalLocations"] = [{"fullyQualifiedName": path_text(diagnostic.path)}]
    others = [_location(problem.file, other) for other in diagnostic.spans]
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": place,
        "level": diagnostic.severity,
        "message": {"text": diagnostic.message(lang)},
        "locations": [location],
        **({"relatedLocations": others} if others else {}),
    }


def _location(file: str, span: Span | None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(file)}}
    if span is not None:
        physical["region"] = {
            "startLine": span.start.line + 1,
            "startColumn": span.start.column + 1,
            "endLine": span.end.line + 1,
            "endColumn": span.end.column + 1,
        }
    return {"physicalLocation": physical}


def _uri(name: str) -> str:
    """The name of a file as a reference: relative ones stay relative to where the command ran."""
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
