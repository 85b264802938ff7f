"""What a parser of YAML says of a text, event by event, so that two parsers can be compared."""

from typing import Any

import yaml

MARKS = ("start_mark", "end_mark")
FACTS = ("anchor", "tag", "implicit", "value")


def told(text: str, parser: Any) -> list[tuple[object, ...]] | None:
    """The events of a text with their places, or None where the parser refuses it."""
    try:
        return [_event(event) for event in yaml.parse(text, Loader=parser)]
    except (yaml.YAMLError, ValueError, OverflowError):
        return None


def _event(event: Any) -> tuple[object, ...]:
    places = [(mark.index, mark.line, mark.column) for mark in (getattr(event, name) for name in MARKS)]
    quoted = bool(getattr(event, "style", None)) if isinstance(event, yaml.ScalarEvent) else None
    return (type(event).__name__, *places, quoted, *(getattr(event, fact, None) for fact in FACTS))
