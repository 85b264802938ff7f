"""Identity: when a scheme holds, and the hash that tells its content from any other."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, cast

import attrs

from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.nouns.days import day_of
from perfscheme.nouns.examples import Example
from perfscheme.nouns.sections import Section
from perfscheme.nouns.shapes import ByKey, Inline, keys, marked
from perfscheme.nouns.sources import Source
from perfscheme.nouns.waivers import Waiver

if TYPE_CHECKING:
    from collections.abc import Hashable

LIBRARY_VERSION: Final = "0.1.0"
BESIDE: Final = (Example, Section, Source, Waiver)
"""What stands in a scheme so that its readers may understand and trust it, not to be scored by."""

Period: TypeAlias = Literal["month", "quarter", "half-year", "year"]


@attrs.frozen
class Effective:
    """From when to when a scheme holds, both days included.

    Args:
        from_: first day, `YYYY-MM-DD`.
        to: last day; None: until another scheme takes its place.

    Raises:
        SchemeError: no such day, or `to` before `from_`.
    """

    from_: str
    to: str | None = None

    def __attrs_post_init__(self) -> None:
        problems: list[Diagnostic] = []
        days = []
        for key, value in (("from", self.from_), ("to", self.to)):
            if value is None:
                continue
            try:
                days.append(day_of(value, key))
            except SchemeError as error:
                problems += error.diagnostics
        if len(days) == 2 and days[1] < days[0]:
            problems.append(Diagnostic("PS327", ("to",), {"found": str(self.to), "first": self.from_}))
        if problems:
            raise SchemeError(problems)


def content_hash(noun: Any) -> str:
    """SHA-256, in hexadecimal, of the canonical JSON of a noun, without what only stands beside it.

    Examples, sections, sources and waivers change nobody's score and no sentence that is said of it: whoever adds one
    has the same plan.
    """
    import hashlib  # it loads OpenSSL, which few who read a scheme need

    text = json.dumps(canonical(noun, without=BESIDE), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


def canonical(value: Any, *, without: tuple[type[Any], ...] = ()) -> Any:
    """A noun as plain data: fields at their defaults left out, numbers as exact text, mappings by their keys.

    Args:
        value: a noun, or what it holds.
        without: sorts of nouns that are left out of lists.
    """
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, (int, Fraction)):
        return str(value)  # 8 and Fraction(8) are equal, so they must be the same content
    if isinstance(value, (tuple, list)):
        return [canonical(item, without=without) for item in value if not isinstance(item, without)]
    if not attrs.has(type(value)):
        raise TypeError(f"{type(value).__name__} has no canonical form")
    keyed, inline = (marked(cast("Hashable", type(value)), mark) for mark in (ByKey, Inline))
    data: dict[str, Any] = {}
    if isinstance(kind := getattr(value, "kind", None), str):
        data["kind"] = kind
    for field in attrs.fields(type(value)):
        found = getattr(value, field.name)
        if not field.init or field.name.startswith("_") or found == _default(field):
            continue
        plain = canonical(found, without=without)
        if found and plain == []:
            continue
        if field.name in inline:
            data |= plain
            continue
        if field.name in keyed and isinstance(plain, list):
            plain = sorted(plain, key=lambda item: json.dumps(item, sort_keys=True, ensure_ascii=False))
        data[keys(cast("Hashable", type(value)))[field.name]] = plain
    return data


def _default(field: attrs.Attribute[Any]) -> Any:
    if isinstance(field.default, attrs.Factory):  # type: ignore[arg-type]  # a class at run time
        return attrs.NOTHING
    return field.default
