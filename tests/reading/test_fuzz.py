"""Fuzzing: whatever a text holds, it is read or told, and both parsers read the same; `make fuzz` takes longer."""

import os
import time

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perfscheme.diagnostics import render
from perfscheme.reading.events import read
from perfscheme.reading.gallery import gallery
from perfscheme.reading.load import checks
from perfscheme.reading.nodes import Node

LINES = [line + "\n" for path in gallery().values() for line in path.read_text(encoding="utf-8").split("\n")]
MARKS = [*":-?,[]{}#&*!|>'\"%@`<=~ \n\t：，“”\u3000\u00a0\u200b\ufeff\x00\x85\r",
         "\n  ", "\n- ", ": ", "- ", "&a ", "*a",
         "<<: ", "!!int ", "---\n", "指标", "40%", "1:30", "010", "😀", "\\", '"\\x07"', "perfscheme: 1\n"]  # fmt: skip
TEXTS = st.lists(st.sampled_from([*MARKS, "a", "b", "1", "kind", "weight"]), max_size=40).map("".join) | st.lists(
    st.sampled_from(LINES) | st.sampled_from(MARKS), max_size=12
).map("".join)


def plain(node: Node) -> object:
    """What a tree says, without its places."""
    if node.kind == "mapping":
        return [(key.text, plain(value)) for key, value in node.pairs]
    return [plain(item) for item in node.items] if node.kind == "list" else (node.text, node.plain)


@given(TEXTS)
def holds(text: str) -> None:
    """Told in both languages, never raised; what both parsers accept they read alike."""
    for problem in checks(text):
        assert problem.span is not None
        for lang in ("zh", "en"):
            assert render(problem, text, "f", lang)
    pure, said = read(text)
    fast, also = read(text, fast=True)
    if pure is not None and fast is not None and not said and not also and hasattr(yaml, "CBaseLoader"):
        assert plain(pure) == plain(fast)


def test_whatever_stands_in_a_file_is_read_or_told() -> None:
    """A hundred texts of marks and of shuffled lines."""
    settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))(holds)()


@pytest.mark.slow
def test_for_a_stated_time() -> None:
    """As many texts as there is time for: FUZZ_SECONDS, a minute if it is not set."""
    longer = given(TEXTS)(holds.hypothesis.inner_test)  # type: ignore[attr-defined]
    settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck), database=None)(longer)
    end = time.monotonic() + float(os.environ.get("FUZZ_SECONDS", "60"))
    while time.monotonic() < end:
        longer()
