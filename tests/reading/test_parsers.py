"""Two parsers of YAML: libyaml reads a text where it cannot be told from PyYAML's own."""

from random import Random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from oracle.parsing import told
from perfscheme.reading.gallery import gallery
from perfscheme.reading.parsers import DOUBTFUL, parsers

pytestmark = pytest.mark.skipif(not hasattr(yaml, "CBaseLoader"), reason="PyYAML was built without libyaml")

FILES = [path.read_text(encoding="utf-8").splitlines(keepends=True) for path in gallery().values()]
PUT = [*"abc:,-?!&*|>%@`'\"#{}[] \n\t01\\.~<=：，\r😀é“”\x85\u2028\ufeff\u3000",
       ": # c\n", "\n  ", "- ", ": ", ", ", "&a ", "*a", "|\n  ", ">-\n ",
       "''", '""', "# x", "<<: ", "---\n", "...\n", "\r\n", "\n\n", "%"]  # fmt: skip
READ_APART = [  # each is read in two ways, or accepted by one of the two alone
    "a: {b: 1,\n\tc: 2}\n",
    "a: [1?, 2]\n",
    "a: {b: , c: 1}\n",
    "a: {b: \x85, c: 1}\n",
    "a: {b: # x\n}\n",
    "a: |# x\n",
    "a: {kind: !linear, b: 1}\n",
    'a: "\\ud800"\n',
    "a\ufeffb: 1\n",
    "a:\n  b: 1",
]


def agree(text: str) -> None:
    """What libyaml accepts of a text that is not doubtful, PyYAML's parser accepts and reads alike."""
    fast = told(text, yaml.CBaseLoader)
    if len(parsers(text)) == 2 and fast is not None:
        assert fast == told(text, yaml.BaseLoader)


@settings(max_examples=300)
@given(st.randoms(use_true_random=False), st.integers(0, 4))
def test_what_is_not_doubtful_both_read_alike(random: Random, edits: int) -> None:
    """Any event, at any place, of any file with some edits."""
    lines = random.choice(FILES)
    text = "".join(lines[: random.randint(1, len(lines))])
    for _ in range(edits):
        at, gone = random.randint(0, len(text)), random.choice([0, 0, 0, 1, 5])
        text = text[:at] + (random.choice(PUT) if not gone or random.random() < 0.5 else "") + text[at + gone :]
    agree(text if text.endswith("\n") else text + "\n")


@pytest.mark.parametrize("text", READ_APART)
def test_what_the_two_read_apart_is_doubtful(text: str) -> None:
    """Such a text is read by PyYAML's own parser alone."""
    assert told(text, yaml.CBaseLoader) != told(text, yaml.BaseLoader)
    assert DOUBTFUL.search(text)


def test_an_ordinary_scheme_is_not_doubtful() -> None:
    """So `check` and scoring read it by libyaml."""
    assert len(parsers(gallery()["weighted"].read_text(encoding="utf-8"))) == 2
