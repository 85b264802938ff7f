"""Words for what may stand in a file, and for what was found there, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from perfscheme.diagnostics.figures import printable, shown
from perfscheme.diagnostics.language import Text, text_of
from perfscheme.reading import shapes
from perfscheme.reading.nodes import Node

ROLES: Mapping[str, Text] = MappingProxyType({
    "curve": Text(zh="计分曲线", en="curve"),
    "aggregation": Text(zh="汇总方式", en="aggregation"),
    "rule": Text(zh="规则", en="rule"),
    "missing": Text(zh="缺失处理方式", en="missing policy"),
})  # fmt: skip
BASICS: Mapping[str, Text] = MappingProxyType({
    "number": Text(zh="数字", en="a number"),
    "whole": Text(zh="整数", en="a whole number"),
    "flag": Text(zh="是/否值 true 或 false", en="true or false"),
    "words": Text(zh="文字", en="text"),
    "text": Text(zh="文字，或 {zh: …, en: …}", en="text, or {zh: …, en: …}"),
})  # fmt: skip
MOST = 4
"""Forms of a field that a message names."""
LIST = Text(zh="列表 [ ]", en="a list")
NULL = Text(zh="空值", en="nothing")


def role(name: str) -> Text:
    """What a role is called."""
    return ROLES.get(name, text_of(name))


def found(node: Node) -> Text:
    """What stands there: a mapping or list by name, a scalar as it is written."""
    if node.kind == "mapping":
        keys = tuple(key.text for key, _ in node.pairs[:3])
        return _mapping(keys, more=len(node.pairs) > 3)
    if node.kind == "list":
        count = len(node.items)
        return Text(zh=f"含 {count} 项的列表", en=f"a list of {count}")
    if node.null:
        return NULL
    return Text(zh=f"文字 `{printable(node.text, 40)}`", en=f"the text `{printable(node.text, 40)}`")


def expected(shape: shapes.Shape, lone: Iterable[str] = ()) -> Text:
    """What may stand there; of a strategy also the kinds of which the `lone` word will do."""
    match shape:
        case shapes.Value(basic=basic):
            return BASICS[basic]
        case shapes.Choice():
            return Text(zh="以下之一：" + shown(shape.words, "zh"), en="one of " + shown(shape.words, "en"))
        case shapes.ListOf():
            return LIST
        case shapes.Row(items=items):
            return Text(zh=f"恰有 {len(items)} 项的列表", en=f"a list of {len(items)}")
        case shapes.Kinded(role=name):
            forms = [*lone, "{kind: …}"]
            article = "an" if name == "aggregation" else "a"
            return Text(
                zh=f"{role(name).zh}：{'、'.join(forms[:-1])}{'，或 ' if lone else ''}{forms[-1]}",
                en=f"{article} {role(name).en}: {', '.join(forms[:-1])}{' or ' if lone else ''}{forms[-1]}",
            )
        case shapes.Record(noun=noun):
            return mapping(noun) if (inside := shapes.inlined(shape)) is None else expected(inside)
        case shapes.KeyedBy():
            return Text(zh="映射（`名称: 内容`）", en="a mapping of `name: content`")
        case shapes.OneOf():
            return either(expected(member) for member in shape.members if not isinstance(member, shapes.Nothing))
        case shapes.Nothing():
            return NULL


def either(texts: Iterable[Text]) -> Text:
    """One text or another."""
    some = tuple(dict.fromkeys(texts))
    if len(some) > MOST:
        some = (*some[: MOST - 1], Text(zh="…", en="…"))
    return Text(zh="，或".join(text.say("zh") for text in some), en=", or ".join(text.say("en") for text in some))


def mapping(noun: type[Any], skip: int = 0) -> Text:
    """A mapping of a noun's fields, of which the first `skip` are given otherwise."""
    fields = shapes.fields(noun)[skip:]
    shown_first = [field.key for field in fields if field.required] or [field.key for field in fields[:3]]
    return _mapping(shown_first, more=len(shown_first) < len(fields))


def _mapping(keys: Iterable[str], *, more: bool) -> Text:
    names = [printable(key, 30) for key in keys] + (["…"] if more else [])
    return Text(zh=f"映射（键：{'、'.join(names)}）", en=f"a mapping with {', '.join(names) or 'no keys'}")
