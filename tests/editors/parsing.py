"""What an editor makes of a text before it lays a schema on it: plain values, by the rules of YAML 1.2."""

from __future__ import annotations

import re
from typing import Any

import yaml

WHOLE = re.compile(r"[-+]?[0-9]+")
FIGURE = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
WORDS = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
}


def parsed(text: str) -> Any:
    """The value of a text.

    Raises:
        yaml.YAMLError: it is no YAML.
    """
    return value(yaml.compose(text, Loader=yaml.BaseLoader))


def value(node: yaml.Node | None) -> Any:
    """The value of a node."""
    match node:
        case yaml.MappingNode():
            return {key.value: value(below) for key, below in node.value if isinstance(key.value, str)}
        case yaml.SequenceNode():
            return [value(below) for below in node.value]
        case yaml.ScalarNode(style=None, value=str(plain)):
            if plain in WORDS:
                return WORDS[plain]
            if WHOLE.fullmatch(plain):
                return int(plain)
            return float(plain) if FIGURE.fullmatch(plain) else plain
        case yaml.ScalarNode():
            return node.value
        case _:
            return None
