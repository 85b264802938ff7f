"""What a plan stands on."""

from __future__ import annotations

from perfscheme.reading import gallery, load, loads
from perfscheme.reports.documents import Paragraph, Table
from perfscheme.reports.grounds import Grounds
from perfscheme.reports.scoring import Wordings

PLAN = """\
perfscheme: 1
scheme: s
score:
  aggregation: {kind: weighted-mean, weights: equal, missing: refuse}
  children:
    a: {unit: percent, curve: as-is, OWNER}
    b: {unit: points, range: [1, 5], curve: as-is}
"""


def grounds(owner: str, whole: str = "") -> tuple[Paragraph, Table]:
    said, table = Grounds(Wordings(loads(PLAN.replace("OWNER", owner) + whole), "en")).data()
    assert isinstance(said, Paragraph)
    assert isinstance(table, Table)
    return said, table


def test_who_answers_for_data_stands_beside_them_only_where_it_differs() -> None:
    """One that answers for all is told once; where nobody does there is no column."""
    said, table = grounds("owner: HR")
    assert [row[-1] for row in table.rows] == ["HR", "—"]
    said, table = grounds("", "owner: HR\n")
    assert said.text.endswith("; HR answers for them:")
    assert table.head == ("Datum", "Key", "Unit and valid values")
    said, table = grounds("")
    assert "answers" not in said.text
    assert len(table.head) == 3


def test_clauses_of_one_document_stand_together() -> None:
    """The document is named once for each item."""
    table = next(iter(Grounds(Wordings(load(gallery()["weighted"]), "en")).sources()))
    assert isinstance(table, Table)
    assert table.head == ("Item", "Document", "Clause")
    assert ("Customer satisfaction", "plan 2", "三.1 and 四.1") in table.rows
