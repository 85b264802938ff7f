"""Layout: lines keep to their width, and nothing of the text is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from perfscheme.diagnostics.widths import columns
from perfscheme.scheme.layout import WIDTH, closed, row, wrap


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


def test_a_calculation_is_broken_before_its_signs_and_only_where_it_must_be() -> None:
    """Whole on the next line if it fits there; else before an equals sign, then at a sum; a product stays together."""
    reason = "48.4 小时介于 24 小时（100 分）与 72 小时（80 分）之间："
    sum_ = "100 − (48.4 − 24) × 20/48 = 539/6 ≈ 89.8333 分"
    assert wrap(reason + sum_) == [reason, sum_]
    terms = " + ".join(f"{i} × 74.8" for i in range(10, 22))
    lines = wrap(f"总分：({terms}) ÷ 100 = 1391.28")
    assert [line[0] for line in lines] == ["总", "+", "="]
    assert not [line for line in lines if line[-1] in "+−×÷=" or line[0] in "×÷"]


def test_a_figure_keeps_its_unit() -> None:
    """Neither 分 nor 小时 stands alone at the beginning of a line, nor points."""
    for words, unit in (("门槛值 168 小时", "168 小时"), ("得 86.25 分", "86.25 分"), ("it is 20 points", "20 points")):
        for before in range(60, 80):
            assert unit in "\n".join(wrap("a" * before + " " + words))


def test_chinese_is_closed_and_figures_keep_their_blanks() -> None:
    """Between Chinese signs there is none."""
    assert closed("48 小时 介于 24 和 72 之间 ，达到 目标值 90%") == "48 小时介于 24 和 72 之间，达到目标值 90%"
