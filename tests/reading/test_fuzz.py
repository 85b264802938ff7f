"""Fuzzing: whatever a text holds, it is read or told, and both parsers read the same; `make fuzz` takes longer."""

import os
import time

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oracle.parsing import told
from perfscheme.diagnostics import render
from perfscheme.reading.gallery import gallery
from perfscheme.reading.load import checks
from perfscheme.reading.parsers import parsers

LINES = [line + "\n" for path in gallery().values() for line in path.read_text(encoding="utf-8").split("\n")]
MARKS = [*":-?,[]{}#&*!|>'\"%@`<=~ \n\t：，“”\u3000\u00a0\u200b\ufeff\x00\x85\r",
         "\n  ", "\n- ", ": ", "- ", "&a ", "*a",
         "<<: ", "!!int ", "---\n", "指标", "40%", "1:30", "010", "😀", "\\", '"\\x07"', "perfscheme: 1\n"]  # fmt: skip
TEXTS = st.lists(st.sampled_from([*MARKS, "a", "b", "1", "kind", "weight"]), max_size=40).map("".join) | st.lists(
    st.sampled_from(LINES) | st.sampled_from(MARKS), max_size=12
).map("".join)


@given(TEXTS)
def holds(text: str) -> None:
    """Told in both languages, never raised; what both parsers accept they read alike."""
    for problem in checks(text):
        assert problem.span is not None
        for lang in ("zh", "en"):
            assert render(problem, text=text, name="f", lang=lang)
    if len(parsers(text)) == 2 and (fast := told(text, yaml.CBaseLoader)) is not None:
        assert fast == told(text, yaml.BaseLoader)


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
