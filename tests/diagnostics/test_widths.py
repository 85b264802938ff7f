"""How wide text is."""

from perfscheme.diagnostics.widths import columns


def test_chinese_signs_are_two_columns_wide() -> None:
    """As a terminal draws them; combining signs take none."""
    signs = ("abc", "客诉", "（1）", "满Ａ", "e\u0301", "≈×−", "a\u200b")
    assert [columns(text) for text in signs] == [3, 4, 5, 4, 1, 3, 1]
