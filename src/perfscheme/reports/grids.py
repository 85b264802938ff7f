"""Grids: an aggregation that looks its points up, as the table that the plan has."""

from __future__ import annotations

from fractions import Fraction

from perfscheme.diagnostics import Language
from perfscheme.formula.bands import band_words, pieces_of
from perfscheme.formula.nodes import Cut, Input, Piecewise
from perfscheme.formula.ranges import EVERYTHING
from perfscheme.formula.words import exactly
from perfscheme.nouns.aggregations.matrices import Axis, Matrix
from perfscheme.reports.documents import Table


def grid(matrix: Matrix, rows: str, columns: str, lang: Language) -> Table:
    """A row for each band of one child, a column for each of the other, best first as in the file.

    Args:
        matrix: the aggregation.
        rows: what the child of the rows is called.
        columns: what the child of the columns is called.
        lang: of the words.
    """
    head = (f"{rows} ↓ {columns} →", *_bands(matrix.columns, lang))
    found = tuple(
        (band, *map(exactly, line)) for band, line in zip(_bands(matrix.rows, lang), matrix.points, strict=True)
    )
    return Table(head, found, numbers=frozenset(range(1, len(head))))


def _bands(axis: Axis, lang: Language) -> list[str]:
    """The bands of an axis in words, in the order of the file."""
    cuts: tuple[Cut, ...] = axis.cuts()
    pieces = tuple((Fraction(i), Fraction(0)) for i in range(len(cuts) + 1))
    lines = pieces_of(Piecewise(Input("x"), cuts, pieces), EVERYTHING)
    words = [band_words(line, lang)[0] for line in lines]
    return words if axis.from_ is None else words[::-1]
