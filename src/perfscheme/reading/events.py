"""Events of YAML -> a tree of nodes, with limits that act while the text is read."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from typing import Any

import attrs
import yaml

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.diagnostics.nearest import nearest
from perfscheme.diagnostics.places import NOWHERE, Position, Span
from perfscheme.reading.characters import FORBIDDEN, forbidden, position
from perfscheme.reading.heads import DASH
from perfscheme.reading.mending import Mended
from perfscheme.reading.nodes import UNNAMED, Node, Pairs
from perfscheme.reading.parsers import Refused, events, parsers, position_of
from perfscheme.reading.slips import bare, unique
from perfscheme.reading.tears import parted


@attrs.frozen
class Limits:
    """How large a file may be: characters, depth, nodes once every alias is written out, and problems of YAML."""

    characters: int = 1_000_000
    depth: int = 32
    nodes: int = 60_000  # a thousand indicators with names and thresholds are 50,000
    problems: int = 1_000


@attrs.define(eq=False)
class _Open:
    """A collection whose end has not been read yet."""

    is_list: bool
    start: Position
    anchor: str | None
    count: int  # nodes read before it
    parts: list[Node] = attrs.field(factory=list)
    height: int = 0


@attrs.frozen(eq=False)
class _Anchored:
    """A node that an alias may repeat, with what it costs to do so."""

    node: Node
    count: int
    height: int


MOST = 50
"""Places of one name that are shown."""
TABS = re.compile("\t{100}")


class _Stop(Exception):
    """Nothing can be made of the text."""


def read(text: str, *, limits: Limits | None = None) -> tuple[Node | None, list[Diagnostic]]:
    """Read a text as one YAML document.

    Args:
        text: the text of the file, without a byte order mark.
        limits: how large the file may be.

    Returns:
        The tree, or None where the text is no YAML or larger than the limits; and everything that is wrong.
    """
    mended = Mended(text)
    limits = limits or Limits()
    while True:
        try:
            _refuse(mended.text, limits)
            builder = _built(mended, limits)
        except Refused as refused:
            if not mended.mend(refused.diagnostic):
                return None, [*mended.strange, *(mended.faults or [refused.diagnostic]), *refused.before]
            continue
        bullet = next((problem for problem in builder.diagnostics if problem.code == "PS059"), None)
        if bullet is not None and mended.mend(bullet):
            continue
        if builder.root is None and not builder.diagnostics:
            return None, [*mended.strange, *mended.faults, Diagnostic("PS009", span=NOWHERE)]
        return builder.root, [*mended.strange, *mended.faults, *builder.diagnostics]


def _refuse(text: str, limits: Limits) -> None:
    """What is refused before any parser sees it."""
    if len(text) > limits.characters:
        facts = {"found": len(text), "limit": limits.characters}
        raise Refused(Diagnostic("PS001", (), facts, span=NOWHERE))
    if (bad := forbidden(text)) is not None:
        raise Refused(bad)
    if (tabs := TABS.search(text)) is not None:  # PyYAML's time for them grows with their square
        at = position(text, tabs.start())
        raise Refused(Diagnostic("PS011", span=Span(at, at)))


def _built(mended: Mended, limits: Limits) -> _Builder:
    """What the first parser that accepts the text builds of it."""
    *sooner, own = parsers(mended.text)
    for parser in sooner:
        with contextlib.suppress(Refused):
            return _Builder(mended, limits).build(parser)
    return _Builder(mended, limits).build(own)


class _Builder:
    """Takes events one by one and keeps the tree that they make."""

    def __init__(self, mended: Mended, limits: Limits) -> None:
        self.place = mended.origin
        self.text = mended.text
        self.guessed = {fault.span.start.line for fault in mended.faults if fault.span}
        self.limits = limits
        self.root: Node | None = None
        self.diagnostics: list[Diagnostic] = []
        self.documents = 0
        self.count = 0
        self.stack: list[_Open] = []
        self.anchors: dict[str, _Anchored] = {}
        self.heads = mended.heads
        self.torn = len(mended.heads)
        self.strangers: dict[str, int] = {}  # names that no anchor gives, by what is told of them

    def build(self, parser: Any) -> _Builder:
        """Take every event of a parser."""
        try:
            for event in events(self.text, parser):
                self._take(event)
        except _Stop:
            self.root = None
        except Refused as refused:
            raise Refused(refused.diagnostic, self.diagnostics) from None
        return self

    def _take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._start(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end(event)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents == 2:
                self._note("PS008", event)

    def _scalar(self, event: Any) -> None:
        self._begin(event, 1)
        if event.style == '"' and FORBIDDEN.search(event.value):  # by an escape
            self._note("PS017", event)
        start, end = self._position(event.start_mark), self._position(event.end_mark)
        value = event.value if event.value.isascii() else unicodedata.normalize("NFC", event.value)
        if not event.style:
            written = self.text[event.start_mark.index : event.end_mark.index]
            value = bare(value, written, start, end, self.diagnostics)
        is_open = not event.style and not value and start.line in self.guessed
        node = Node("scalar", start, end, value, not event.style, open=is_open, anchor=event.anchor)
        if event.anchor:
            self.anchors[event.anchor] = _Anchored(node, 1, 0)
        self._attach(node, 0)

    def _start(self, event: Any) -> None:
        self._begin(event, 1)
        is_list = isinstance(event, yaml.SequenceStartEvent)
        self.stack.append(_Open(is_list, self._position(event.start_mark), event.anchor, self.count - 1))
        self._depth(event, 0)

    def _end(self, event: Any) -> None:
        done = self.stack.pop()
        end = self._position(event.end_mark)
        torn: list[Pairs] = []
        heads: list[Node | None] = []
        if done.is_list:
            items = map(self._item, done.parts) if self.heads else done.parts
            node = Node("list", done.start, end, tuple(items), anchor=done.anchor)
        else:
            pairs = tuple(zip(done.parts[::2], done.parts[1::2], strict=True))
            if self.heads:
                pairs = tuple((key, self._value(key, value)) for key, value in pairs)
            before = len(self.diagnostics)
            kept, lost = unique(pairs, self.text, self.diagnostics)
            if (
                len(lost) > 1 and self.stack and (self.stack[-1].is_list or len(self.stack[-1].parts) % 2)
            ):  # no key itself
                first, *torn = parted(pairs)
            if torn:
                del self.diagnostics[before:]
                heads = [self._head(part) for part in (first, *torn[:-1])]
                kept, lost = unique(first if heads[0] is None else first[:-1], self.text, self.diagnostics)
            stop = torn[0][0][0].start if torn else end
            node = Node("mapping", done.start, stop, kept, lost=lost, anchor=done.anchor)
        if done.anchor:
            self.anchors[done.anchor] = _Anchored(node, self.count - done.count, done.height + 1)
        self._attach(node, done.height + 1)
        for some, head, below in zip(torn, heads, [*heads[1:], None], strict=False):
            self._attach_torn(some if below is None else some[:-1], end, done.height + 1, head)

    def _alias(self, event: Any) -> None:
        target = self.anchors.get(event.anchor)
        if any(part.anchor == event.anchor for part in self.stack):
            self._note("PS025", event, name=event.anchor)
            target = None
        elif target is None:
            near = nearest(event.anchor, self.anchors)
            target = self.anchors.get(near or "")
            self._stranger(event, near, () if target is None else (target.node.span,))
        if target is None:
            self._begin(event, 1)
            start, end = self._position(event.start_mark), self._position(event.end_mark)
            self._attach(Node("scalar", start, end, "", True, open=True), 0)
            return
        self._begin(event, target.count)
        self._depth(event, target.height)
        # The content is shared; the alias keeps its own place, so that a fault is shown where it is used.
        start, end = self._position(event.start_mark), self._position(event.end_mark)
        node = attrs.evolve(target.node, start=start, end=end, anchor=event.anchor, origin=target.node.span)
        self._attach(node, target.height)

    def _stranger(self, event: Any, near: str | None, meant: tuple[Span, ...]) -> None:
        """Note a name that no anchor gives, once for all its places."""
        span = Span(self._position(event.start_mark), self._position(event.end_mark))
        if (first := self.strangers.setdefault(event.anchor, len(self.diagnostics))) == len(self.diagnostics):
            self._note("PS024", event, meant, name=event.anchor, nearest=near)
        else:
            told = self.diagnostics[first]
            self.diagnostics[first] = attrs.evolve(told, spans=(*told.spans, span)[:MOST])

    def _begin(self, event: Any, count: int) -> None:
        self.count += count
        if self.count > self.limits.nodes:
            self._note("PS007", event, limit=self.limits.nodes)
            raise _Stop
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            written = re.search("![^ \n,]*", self.text[event.start_mark.index : event.end_mark.index + 1])
            self._note("PS020", event, tag=written[0] if written else tag)
        if not isinstance(event, yaml.AliasEvent) and event.anchor and self._named(event.anchor):
            self._note("PS026", event, name=event.anchor)

    def _depth(self, event: Any, below: int) -> None:
        if len(self.stack) + below > self.limits.depth:
            self._note("PS006", event, limit=self.limits.depth)
            raise _Stop

    def _named(self, anchor: str) -> bool:
        return anchor in self.anchors or any(part.anchor == anchor for part in self.stack)

    def _attach(self, node: Node, height: int) -> None:
        if self.stack:
            self.stack[-1].parts.append(node)
            self.stack[-1].height = max(self.stack[-1].height, height)
        elif self.root is None:
            self.root = node
        else:  # what follows `---` was hardly meant to be lost
            known = {key.text for key, _ in self.root.pairs}
            more = tuple(pair for pair in node.pairs if pair[0].text not in known)
            self.root = attrs.evolve(self.root, value=self.root.pairs + more) if self.root.pairs else self.root

    def _item(self, node: Node) -> Node:
        """An item of a list, of which it is known where its dash was put in."""
        return attrs.evolve(node, torn="PS074") if self.heads.get(node.start.line) == DASH else node

    def _value(self, key: Node, value: Node) -> Node:
        """The value of a key, of which it is known where that was put in."""
        return attrs.evolve(value, torn="PS074") if self.heads.get(key.start.line) == key.text else value

    def _head(self, pairs: Pairs) -> Node | None:
        """The last key of a mapping, where nothing stands under it: it is likely the head of what begins there."""
        key, value = pairs[-1]
        empty = key.plain and value.start == value.end and value.null
        return key if empty and len(pairs) > 1 and not self.stack[-1].is_list else None

    def _attach_torn(self, pairs: Pairs, end: Position, height: int, head: Node | None = None) -> None:
        """What begins again within a mapping, as another one of its kind."""
        start = pairs[0][0].start
        kept, lost = unique(pairs, self.text, self.diagnostics)
        if head is not None:
            self.diagnostics.append(Diagnostic("PS080", (), {"key": f"{head.text}:"}, span=head.span))
            self._attach(head, 0)
            self._attach(Node("mapping", start, end, kept, lost=lost), height)
            return
        if not self.stack[-1].is_list:
            self.torn += 1
            self._attach(Node("scalar", start, start, UNNAMED * self.torn, True), 0)
        self._attach(Node("mapping", start, end, kept, lost=lost, torn="PS075"), height)

    def _position(self, mark: Any) -> Position:
        return self.place(position_of(mark))

    def _note(self, code: str, event: Any, others: tuple[Span, ...] = (), **facts: object) -> None:
        span = Span(self._position(event.start_mark), self._position(event.end_mark))
        if len(self.diagnostics) >= self.limits.problems:
            limit = {"limit": self.limits.problems}
            self.diagnostics.append(Diagnostic("PS068", (), limit, span=span))
            raise _Stop
        self.diagnostics.append(Diagnostic(code, (), facts, span=span, spans=others))
