"""Mending: a text that is no YAML, changed where it is plain what was meant, so that reading can go on."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.diagnostics.places import Position, Span
from perfscheme.reading.characters import BREAKS, FULL_WIDTH, full_width
from perfscheme.reading.heads import KEY, beheaded, indent
from perfscheme.reading.nodes import UNNAMED
from perfscheme.reading.strangers import MOST as STRANGE
from perfscheme.reading.strangers import strangers

MOST = 20
"""Faults of syntax that are told at once."""
EFFORT = 400_000
"""Characters that are read again for their sake."""
CLOSING = {"{": "}", "[": "]"}
SISTERS = {"\u201c": "\u201d", "\u2018": "\u2019", "\uff02": "\uff02", "\uff07": "\uff07",
           "\uff5b": "\uff5d", "\uff3b": "\uff3d", "\u3010": "\u3011"}  # fmt: skip
HALF = {"\u201d": '"', "\u2019": "'", "\uff02": '"', "\uff07": "'", "\uff5d": "}", "\uff3d": "]", "\u3011": "]"}
TWO_WORDS = re.compile(r"[:,{\[] +[^\s,:{\[]+ +[^\s,:]+$")  # a value, and the key that follows without a comma
BEYOND = ("PS012", "PS013", "PS014", "PS027")  # these may turn up again on the line below, wrongly mended
VALUE = re.compile(r"^ *(?:- +)*(?:[^ :'\"#\[{][^:'\"#\[{]*: +|- +)?")


@attrs.frozen
class _Edit:
    """`put` takes the place of `length` characters of one line; a line of its own is seen at `column` of the next."""

    index: int
    length: int
    put: str
    column: int = 0


class Mended:
    """A text with what has been changed in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.faults: list[Diagnostic] = []
        self.strange: list[Diagnostic] = []
        self.heads: dict[int, str] = {}  # what was put before which line
        self._edits: list[tuple[int, _Edit]] = []
        self._effort = 0
        self._estranged()

    def _estranged(self) -> None:
        """Lines of a comparison, a merge or a mail are told at once, and put out of the way."""
        if (found := strangers(self.text)) is None:
            return
        self.strange.append(found[0])
        if len(found[1]) <= STRANGE:
            for one in reversed(found[1]):
                self._edit(one.line, _Edit(one.index, len(one.sign) if one.put != "#" else 0, one.put))

    def _edit(self, line: int, edit: _Edit) -> None:
        self.text = self.text[: edit.index] + edit.put + self.text[edit.index + edit.length :]
        self._edits.append((line, edit))

    def origin(self, at: Position) -> Position:
        """Where in the text as it was written a place stands."""
        for line, edit in reversed(self._edits):
            grown = len(edit.put) - edit.length
            if edit.put.endswith("\n"):
                if at.index >= edit.index + grown:
                    at = Position(at.line - 1, at.column, at.index - grown)
                elif at.index >= edit.index:
                    at = Position(line, edit.column, edit.index + edit.column)
            elif at.index > edit.index:
                back = min(at.index - edit.index, grown) if grown > 0 else grown
                column = at.column - back if at.line == line else at.column
                at = Position(at.line, column, at.index - back)
        return at

    def mend(self, fault: Diagnostic) -> bool:
        """Note a fault, its place in the text as it now stands, and mend it.

        Returns:
            Whether it is plain what was meant, so that the text can be read again. A fault that follows upon one
            that was mended is not noted.
        """
        assert fault.span is not None
        if fault.code in ("PS013", "PS077") and self._headed(fault.span.start.line):
            return True
        others = tuple(Span(self.origin(span.start), self.origin(span.end)) for span in fault.spans)
        start, end = self.origin(fault.span.start), self.origin(fault.span.end)
        if self.faults and self.faults[-1].span is not None:
            below = start.line - self.faults[-1].span.start.line
            if below <= 0 or (below == 1 and self.faults[-1].code in BEYOND):
                return False
        self.faults.append(attrs.evolve(fault, span=Span(start, end), spans=others))
        self._effort += len(self.text)
        if len(self.faults) >= MOST or self._effort > EFFORT:
            return False
        line = fault.span.start.line
        first, words = _line(self.text, line)
        edits = [*_edits(fault, words, fault.span.start.column, self.text, first)]
        for edit in sorted(edits, key=lambda edit: -edit.index):
            self._edit(line, edit)
        return bool(edits)

    def _headed(self, number: int) -> bool:
        """Put a head where the line `number` shows that there is none; it is told where it is read."""
        self._effort += len(self.text)
        found = beheaded(BREAKS.split(self.text), number) if self._effort <= EFFORT else None
        if found is None or len(self.heads) >= MOST:
            return False
        line, column, sign = found
        first, words = _line(self.text, line)
        at = self.origin(Position(line, indent(words), first + indent(words)))
        put = UNNAMED * len(self.heads) + sign if sign == KEY else sign
        self.heads[at.line] = put.removesuffix(":")
        self._edit(line, _Edit(first, 0, " " * column + put + "\n", indent(words)))
        return True


def _edits(fault: Diagnostic, words: str, column: int, text: str, first: int) -> Iterator[_Edit]:
    """What to change in the line of a fault, if that is plain; places count from the beginning of the text."""
    match fault.code:
        case "PS004":
            yield from _half_width(words, first)
        case "PS018":
            yield _Edit(first + words.index(":", column) + 1, 0, " ")
        case "PS028":
            yield _Edit(first + column + 1, 0, " ")
        case "PS012" if (word := re.match(r"\s*(?:- +)*[^\s]+", words)) is not None:
            yield _Edit(first + word.end(), 0, ":")
        case "PS010" | "PS016" | "PS054":
            yield from _quoted(words, first)
        case "PS055":
            yield _Edit(first + column, 1, "")
        case "PS077" if words.lstrip().startswith("- ") and words.rstrip().endswith(":"):
            yield _Edit(first + column, 2, "")
        case "PS077" if words.lstrip()[:1] in ("{", "["):
            yield _Edit(first + column, 0, "- ")
        case "PS078" if fault.span is not None:
            yield _Edit(first + column, 0, '"')
            yield _Edit(first + fault.span.end.column, 0, '"')
        case "PS059":
            yield _Edit(first + column, 1, "-" if words[column + 1 : column + 2] == " " else "- ")
        case "PS057":
            yield _Edit(first, 0, "#")
        case "PS013":
            yield from _aligned(words, text, first)
        case "PS029":
            spaces = words[: len(words) - len(words.lstrip())]
            if column < len(spaces):
                yield _Edit(first, len(spaces), "".join("  " if char == "\u3000" else " " for char in spaces))
            else:
                yield _Edit(first + column, 1, " ")
        case "PS014" if (value := VALUE.match(words)) is not None and value.end() == column:
            yield _Edit(first + len(words.rstrip()), 0, words[column])
        case "PS015" if words[column : column + 1] == ":" and TWO_WORDS.search(words[:column]):
            yield _Edit(first + words.rindex(" ", 0, column), 0, ",")
        case "PS027":
            bare = re.sub(r"\s+#.*$", "", words.rstrip())
            short = bare.removesuffix(",")
            yield _Edit(first + len(short), len(bare) - len(short), CLOSING[words[column]])


def _half_width(words: str, first: int) -> Iterator[_Edit]:
    """Every full-width mark of the line that stands where YAML wants its sister."""
    mended = words
    while (hit := full_width(mended, len(mended))) is not None:
        char = mended[hit]
        yield _Edit(first + hit, 1, FULL_WIDTH[char])
        # One character takes the place of one while the line is searched, so that places stay.
        mended = mended[:hit] + FULL_WIDTH[char].strip()[:1].ljust(1) + mended[hit + 1 :]
        after = mended.find(SISTERS.get(char, "\n"), hit + 1)
        if after >= 0:
            yield _Edit(first + after, 1, HALF[mended[after]])
            mended = mended[:after] + HALF[mended[after]] + mended[after + 1 :]


def _quoted(words: str, first: int) -> Iterator[_Edit]:
    """The value of the line in quotes."""
    found = VALUE.match(words)
    start = found.end() if found else 0
    value = re.sub(r"\s+#.*$", "", words[start:].rstrip())
    mark = next((mark for mark in "\"'" if mark not in value), None)
    if value and mark and value[0] not in "{[" and "\\" not in value:
        yield _Edit(first + start, 0, mark)
        yield _Edit(first + start + len(value), 0, mark)


def _aligned(words: str, text: str, first: int) -> Iterator[_Edit]:
    """The line moved to the nearest column in which a line above begins."""
    columns: list[int] = []
    for above in reversed(BREAKS.split(text[:first])):
        begins = indent(above)
        if above.strip() and not above.lstrip().startswith("#") and (not columns or begins < columns[-1]):
            columns.append(begins)
    below = next((line for line in BREAKS.split(text[first + len(words) :]) if line.strip()), "")
    if words.rstrip().endswith(":"):  # what stands below it is its own
        columns = [column for column in columns if column < indent(below)]
    if columns:
        wanted = min(columns, key=lambda column: (abs(column - indent(words)), -column))
        if wanted != indent(words):
            yield _Edit(first, indent(words), " " * wanted)


def _line(text: str, number: int) -> tuple[int, str]:
    """Where a line begins, and what it says."""
    start = 0
    for at, found in enumerate(BREAKS.finditer(text), 1):
        if at > number:
            return start, text[start : found.start()]
        start = found.end()
    return start, text[start:]
