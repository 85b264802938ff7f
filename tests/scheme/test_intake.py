"""Records and batches as hosts hand them in."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import attrs

from perfscheme.nouns.inputs import NumberInput
from perfscheme.scheme.intake import Table


@attrs.frozen
class Series:
    """A column that looks `[row]` up in an index of its own, as a pandas Series does."""

    index: tuple[int, ...]
    iloc: Sequence[float]

    def __len__(self) -> int:
        return len(self.iloc)

    def __getitem__(self, label: int) -> float:
        return self.iloc[self.index.index(label)]


def test_rows_are_counted_from_the_first_whatever_index_a_column_has() -> None:
    """A sorted frame keeps its old labels; its rows are still the rows that are seen."""
    table = Table({"hours": NumberInput("hours", "hours")}, {"hours": Series((2, 0, 1), [10.5, 11.5, 12.5])})
    assert [table.value("hours", row) for row in range(table.rows)] == [10.5, 11.5, 12.5]


class Frame:
    """As much of a data frame as the library looks at."""

    columns = ("satisfaction",)

    def __getitem__(self, name: str) -> list[float]:
        return [90.0, 95.0]


def test_a_data_frame_is_a_mapping_of_columns() -> None:
    """It has columns by name, though it is no mapping."""
    table = Table({"satisfaction": NumberInput("satisfaction", "percent")}, Frame())
    assert table.rows == 2
    assert table.read(1) == ({"satisfaction": Fraction(95)}, [])
