"""What is said of one noun."""

import pytest

from perfscheme.diagnostics.language import Text
from perfscheme.reference.sayings import Saying


def test_a_saying_cannot_be_changed() -> None:
    """Its keys are its own."""
    keys = {"a": Text(en="first")}
    saying = Saying(Text(en="A"), Text(en="a noun"), keys)
    keys["a"] = Text(en="second")
    assert saying.keys["a"].en == "first"
    with pytest.raises(TypeError):
        saying.keys["a"] = Text(en="second")  # type: ignore[index]
