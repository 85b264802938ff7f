"""Layout: lines keep to their width, and nothing of the text is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from perfscheme.diagnostics.widths import columns
from perfscheme.scheme.layout import WIDTH, row, wrap


@given(st.text(alphabet=st.sampled_from("ab1. ，。（）客诉工程师≈"), max_size=300), st.integers(0, 12))
def test_wrapping_keeps_the_text_and_the_width(text: str, indent: int) -> None:
    """All signs stay in their order; a line is only too long where a single word is."""
    lines = wrap(text, indent=indent, hanging=indent + 2)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert columns(line) <= WIDTH or " " not in line.strip()


def test_closing_punctuation_never_begins_a_line() -> None:
    """A line of Chinese that ends at the edge takes its full stop along."""
    for extra in range(6):
        lines = wrap("a" * extra + "客" * 39 + "。" + "诉" * 39 + "）工（程")
        assert not [line for line in lines if line[0] in "。）" or line[-1] == "（"]


def test_a_row_has_its_two_texts_at_both_ends() -> None:
    """The right text ends at the edge, also after wide signs."""
    (line,) = row("投诉处理效率", "权重 25%", indent=2)
    assert (columns(line), line.startswith("  投"), line.endswith("25%")) == (WIDTH, True, True)


def test_a_row_without_room_becomes_two_lines() -> None:
    """Neither text is cut."""
    assert [line.strip() for line in row("a" * 60, "b" * 30)] == ["a" * 60, "b" * 30]
    assert row("left", "") == ["left"]
