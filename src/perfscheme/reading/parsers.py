"""The parsers of YAML: libyaml where it reads a text as PyYAML's own does, which reads every other text."""

from __future__ import annotations

import re
from typing import Any, Final

import yaml

BREAK: Final = "\n\r\x85\u2028\u2029"
DOUBTFUL: Final = re.compile(
    "[\t?!\\\\\ufeff]"  # tabs, explicit keys, tags, escapes, a byte order mark, which one of them does not count
    "|^%"  # directives
    "|[|>][^|>\n]*#"  # a comment where a block of text begins
    f"|:\\s*(?:#[^{BREAK}]*[{BREAK}]\\s*)*[,\\]}}]"  # nothing after a colon in brackets
    "|[^\n]\\Z",  # where a last line without an end ends
    re.MULTILINE,
)
"""What the two parsers read apart, or one alone accepts, and what is as rare.

Whatever libyaml accepts of a text without these it reads with the same events at the same places, and much faster; see
`test_what_is_not_doubtful_both_read_alike`.
"""


def parsers(text: str) -> tuple[Any, ...]:
    """The parsers to try in turn: what is told about a text must not depend on which of them are installed."""
    fast = getattr(yaml, "CBaseLoader", None)
    return (yaml.BaseLoader,) if fast is None or DOUBTFUL.search(text) else (fast, yaml.BaseLoader)
