"""Repeats."""

from perfscheme.diagnostics.repeats import repeats


def test_each_repeat_is_told_at_its_own_place() -> None:
    """The first of a name is none; the third is one as the second."""
    assert [*repeats(["b", "a", "b", "b", "a"])] == [(2, "b"), (3, "b"), (4, "a")]
    assert [*repeats([])] == []
