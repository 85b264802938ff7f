"""Tables of keys, and that those of docs/format.md are current."""

from __future__ import annotations

import os
import re
import typing
from pathlib import Path

import pytest

from perfscheme.diagnostics.language import Language
from perfscheme.nouns.conditions import IsMissing, When
from perfscheme.nouns.evidence.columns import Column
from perfscheme.nouns.evidence.conditions import RowCondition
from perfscheme.nouns.evidence.measures import Measure
from perfscheme.nouns.inputs import InputSpec
from perfscheme.nouns.missing import Renormalise, Zero
from perfscheme.nouns.registry import ROLES, Registry
from perfscheme.nouns.rules.named import NamedRule
from perfscheme.nouns.units import Unit
from perfscheme.reference.descriptions import NOUNS
from perfscheme.reference.tables import keys, kinds, strategies

FORMAT = Path(__file__).parents[2] / "docs" / "format.md"
TABLE = re.compile(r"(<!-- table: ([\w-]+) -->\n)((?:\|.*\n)*)")
UNIONS = {
    "inputs": InputSpec,
    "conditions": When,
    "columns": Column,
    "measures": Measure,
    "row-conditions": RowCondition,
}
BY_NAME = {noun.__name__: noun for noun in NOUNS}


def table(name: str) -> str:
    """The table that a mark in the document names: a noun, a role, or what may stand at a key."""
    if name in ROLES:
        return strategies(name, Registry.standard())
    return kinds(typing.get_args(UNIONS[name])) if name in UNIONS else keys(BY_NAME[name])


def test_the_tables_of_the_reference_are_current() -> None:
    """After a change of nouns or texts, `UPDATE_DOCS=1 pytest tests/reference/test_tables.py` writes them anew."""
    text = FORMAT.read_text(encoding="utf-8")
    current = TABLE.sub(lambda found: f"{found[1]}{table(found[2])}\n", text)
    if "UPDATE_DOCS" in os.environ:
        FORMAT.write_text(current, encoding="utf-8")
    else:
        assert current == text


def test_the_reference_has_the_keys_of_every_noun() -> None:
    """Those of which a line shows all that there is need no table."""
    told = {name for _, name, _ in TABLE.findall(FORMAT.read_text(encoding="utf-8"))}
    by_role = {entry.strategy for entry in Registry.standard().entries}
    others = {noun for union in UNIONS.values() for noun in typing.get_args(union)} | by_role
    pairs = {noun for noun in NOUNS if len(NOUNS[noun].keys) <= 2}  # of a key and its value
    assert {noun.__name__ for noun in set(NOUNS) - others - pairs} - told - {"Bound"} == set()
    assert {*ROLES, *UNIONS} <= told


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "| `coverage` | Percent of the applicable weight that must be there, 0 to 100. Example: `60`; below it "
               "there are no points. Required. |"),
        ("zh", "| `coverage` | 最低数据覆盖率，百分数 0 到 100。例：`60`，表示至少要有六成权重；"
               "不足则没有得分。必须写。 |"),
    ],
)  # fmt: skip
def test_a_key_has_its_line(lang: Language, line: str) -> None:
    """What it means, and whether it must be written."""
    assert keys(Renormalise, lang=lang).splitlines()[2] == line


def test_a_strategy_whose_keys_stand_beside_has_none_of_its_own() -> None:
    """`rule` is no key of a file."""
    lines = keys(NamedRule).splitlines()[2:]
    assert [line.split("|")[1].strip() for line in lines] == ["`name`", "`sources`", "`waive`"]


def test_a_kind_has_a_line_before_its_keys() -> None:
    """With what it is."""
    lines = kinds([Renormalise, Zero]).splitlines()
    assert [line.split("|")[1:3] for line in lines] == [
        [" kind ", " key "], [" --- ", " --- "], [" `renormalise` ", "  "], ["  ", " `coverage` "], [" `zero` ", "  "],
    ]  # fmt: skip
    assert kinds(()) == "| kind | key | what |\n| --- | --- | --- |"


def test_what_has_no_kind_is_called_by_its_name() -> None:
    """As conditions are."""
    lines = kinds([IsMissing]).splitlines()
    assert lines[2].startswith("| Condition: missing |  | An input is missing")
    assert lines[3] == "|  | `missing` | Key of an input, or an id. Required. |"


def test_words_and_defaults_are_told() -> None:
    """As a file would have them."""
    assert "`higher` (higher is better), `lower` (lower is better)." in keys(BY_NAME["Indicator"])
    assert "Without it: `false`." in keys(BY_NAME["Grade"])
    assert "Without it: `half-up`." in keys(BY_NAME["Rounding"])


def test_a_noun_of_ones_own_has_a_table_too() -> None:
    """In the words of its docstring."""
    assert "| `factor` | how many base units" in keys(Unit)
