"""Problems as JSON, as annotations and as SARIF."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import attrs
import jsonschema
import pytest

from perfscheme.diagnostics import Diagnostic, Position, Severity, Span, Text
from perfscheme.reports.problems import FileProblem, as_github, as_json, as_sarif

SPAN = Span(Position(4, 12, 80), Position(4, 14, 82))
WIDE = Span(Position(4, 12, 80), Position(6, 2, 120))


def problem(
    *, file: str = "团队/a.scheme.yaml", span: Span | None = SPAN, severity: Severity = "error", **facts: object
) -> FileProblem:
    found = {"en": "50%: write 50, or 50.5", "zh": "50%：请写 50", **facts}
    return FileProblem(file, Diagnostic("X1", ("score", "children", 0), found, severity=severity, span=span))


def test_json_says_where_what_and_of_which_facts() -> None:
    """Places count from 1; exact numbers are text; the message is in the language asked for."""
    facts = {"sum": Fraction(95, 2), "third": Fraction(1, 3), "names": ("a", "b"), "name": Text(zh="名"), "count": 3}
    (data,) = json.loads(as_json([problem(**facts)], "zh"))
    assert (data["code"], data["severity"], data["file"]) == ("X1", "error", "团队/a.scheme.yaml")
    assert (data["start"], data["end"]) == ({"line": 5, "column": 13}, {"line": 5, "column": 15})
    assert (data["path"], data["message"]) == ("score.children[0]", "50%：请写 50")
    wanted = {"sum": "47.5", "third": "1/3", "names": ["a", "b"], "name": {"zh": "名", "en": None}, "count": 3}
    assert {name: data["facts"][name] for name in wanted} == wanted


def test_json_of_a_problem_without_a_place() -> None:
    """A file that is no text has no line: null, not zero."""
    (data,) = json.loads(as_json([problem(span=None)]))
    assert (data["start"], data["end"]) == (None, None)


def test_what_else_has_a_part_in_a_problem_is_told() -> None:
    """All weights of a wrong sum, the other indicators beyond a scale: in JSON and in SARIF as in a terminal."""
    found = problem()
    found = FileProblem(found.file, attrs.evolve(found.diagnostic, spans=(WIDE,)))
    (data,) = json.loads(as_json([found]))
    assert data["also"] == [{"start": {"line": 5, "column": 13}, "end": {"line": 7, "column": 3}}]
    (result,) = json.loads(as_sarif([found]))["runs"][0]["results"]
    (other,) = result["relatedLocations"]
    assert other["physicalLocation"]["region"] == {"startLine": 5, "startColumn": 13, "endLine": 7, "endColumn": 3}
    assert (
        other["physicalLocation"]["artifactLocation"] == result["locations"][0]["physicalLocation"]["artifactLocation"]
    )
    jsonschema.Draft7Validator(SARIF).validate(json.loads(as_sarif([found])))


def test_json_of_nothing_is_an_empty_list() -> None:
    """A program need not tell silence from success."""
    assert json.loads(as_json([])) == []
    assert as_github([]) == ""


def test_an_annotation_is_one_line_whatever_it_says() -> None:
    """Percent signs are escaped; in properties colons and commas, too."""
    assert as_github([problem(file="a,b:c%\n.yaml")]) == (
        "::error file=a%2Cb%3Ac%25%0A.yaml,line=5,endLine=5,col=13,endColumn=15,title=X1::50%25: write 50, or 50.5\n"
    )


@pytest.mark.parametrize(("severity", "command"), [("error", "error"), ("warning", "warning"), ("note", "notice")])
def test_an_annotation_has_the_severity_by_its_name_there(severity: Severity, command: str) -> None:
    """GitHub knows errors, warnings and notices."""
    assert as_github([problem(severity=severity)]).startswith(f"::{command} file=")


def test_an_annotation_over_several_lines_has_no_columns() -> None:
    """GitHub refuses columns there."""
    said = as_github([problem(span=WIDE)])
    assert "line=5,endLine=7," in said
    assert "col" not in said.lower().split("::")[1]


def test_sarif_has_what_the_standard_requires() -> None:
    """Version, driver, a rule for each code, and results that point at them with level, message, file and region."""
    log = json.loads(as_sarif([problem(), problem(severity="note", span=None)], "zh"))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    run = log["runs"][0]
    assert (run["columnKind"], run["language"]) == ("unicodeCodePoints", "zh")
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["X1"]
    first, second = run["results"]
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"]
    assert (first["level"], second["level"]) == ("error", "note")
    assert first["message"]["text"] == "50%：请写 50"
    physical = first["locations"][0]["physicalLocation"]
    assert physical["region"] == {"startLine": 5, "startColumn": 13, "endLine": 5, "endColumn": 15}
    assert "region" not in second["locations"][0]["physicalLocation"]


def test_sarif_describes_the_codes_of_the_catalogue() -> None:
    """A viewer shows the sentence beside the results; codes of one's own have none."""
    own = FileProblem("a.yaml", Diagnostic("PS009"))
    rules = json.loads(as_sarif([own, problem()]))["runs"][0]["tool"]["driver"]["rules"]
    assert [set(rule) for rule in rules] == [{"id", "shortDescription"}, {"id"}]
    assert rules[0]["shortDescription"]["text"].startswith("The file is empty")


def test_sarif_names_a_file_by_a_reference(tmp_path: Path) -> None:
    """Percent-encoded; absolute paths as file:."""
    uris = [
        json.loads(as_sarif([problem(file=name)]))["runs"][0]["results"][0]["locations"][0]["physicalLocation"][
            "artifactLocation"
        ]["uri"]
        for name in ("团队/a b.yaml", str(tmp_path / "方案 #1?.yaml"), "a:100%.yaml")
    ]
    assert uris[0] == "%E5%9B%A2%E9%98%9F/a%20b.yaml"
    assert uris[1] == f"file://{tmp_path}/%E6%96%B9%E6%A1%88%20%231%3F.yaml"
    assert uris[2] == "a%3A100%25.yaml", "what stands before a colon would be a protocol"


def test_sarif_keeps_to_the_schema_of_the_standard() -> None:
    """Every object that is written has no key that the standard does not know, and all that it demands."""
    plain = problem(severity="note", span=None)
    for log in (
        as_sarif([]),
        as_sarif([problem(), plain], "zh"),
        as_sarif([FileProblem("a.yaml", Diagnostic("PS009"))]),
    ):
        jsonschema.Draft7Validator(SARIF).validate(json.loads(log))


@pytest.mark.parametrize(
    "wrong",
    [
        {"version": "2.1", "runs": []},
        {"version": "2.1.0", "runs": [{"results": []}]},
        {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"level": "notice"}]}]},
    ],
)  # fmt: skip
def test_the_schema_of_the_standard_refuses_what_is_wrong(wrong: dict[str, object]) -> None:
    """Else the test above could not fail."""
    assert not jsonschema.Draft7Validator(SARIF).is_valid(wrong)


def closed(required: tuple[str, ...] = (), **properties: object) -> dict[str, object]:
    return {"type": "object", "additionalProperties": False, "required": [*required], "properties": properties}


def many(item: object) -> dict[str, object]:
    return {"type": "array", "items": item}


WORDS = {"type": "string"}
FROM_1 = {"type": "integer", "minimum": 1}
REFERENCE = {"type": "string", "format": "uri-reference"}
SAID = closed(("text",), text=WORDS, markdown=WORDS)
MESSAGE = closed(text=WORDS, markdown=WORDS, id=WORDS, arguments=many(WORDS)) | {
    "anyOf": [{"required": ["text"]}, {"required": ["id"]}]
}
REGION = closed(startLine=FROM_1, startColumn=FROM_1, endLine=FROM_1, endColumn=FROM_1, snippet=closed(text=WORDS))
FILE = closed(uri=REFERENCE, uriBaseId=WORDS, index={"type": "integer", "minimum": -1}, description=MESSAGE)
LOCATION = closed(
    id={"type": "integer", "minimum": -1},
    physicalLocation=closed(("artifactLocation",), artifactLocation=FILE, region=REGION, contextRegion=REGION),
    logicalLocations=many(closed(name=WORDS, fullyQualifiedName=WORDS, kind=WORDS)),
    message=MESSAGE,
)
RULE = closed(
    ("id",), id=WORDS, name=WORDS, shortDescription=SAID, fullDescription=SAID, help=SAID, helpUri=REFERENCE,
)  # fmt: skip
DRIVER = closed(
    ("name",), name=WORDS, version=WORDS, semanticVersion=WORDS, informationUri=REFERENCE, rules=many(RULE),
    language={"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
)  # fmt: skip
RESULT = closed(
    ("message",), ruleId=WORDS, ruleIndex={"type": "integer", "minimum": -1}, message=MESSAGE,
    level={"enum": ["none", "note", "warning", "error"]}, locations=many(LOCATION), relatedLocations=many(LOCATION),
)  # fmt: skip
RUN = closed(
    ("tool",), tool=closed(("driver",), driver=DRIVER), results=many(RESULT),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]}, language=DRIVER["properties"]["language"],  # type: ignore[index]
)  # fmt: skip
SARIF = closed(("version", "runs"), **{"$schema": REFERENCE}, version={"enum": ["2.1.0"]}, runs=many(RUN))
"""Of the schema of SARIF 2.1.0 (OASIS), the objects that a log of problems has, with what it demands of them."""
