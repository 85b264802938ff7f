"""Faults of syntax: what PyYAML says about a text that is no YAML, in words that people understand."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import attrs

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.diagnostics.places import NOWHERE, Position, Span
from perfscheme.diagnostics.vocabulary import ENGLISH
from perfscheme.reading.characters import BREAKS, BULLETS, FULL_WIDTH, SPACES, UNSEEN, full_width, place, position, sign

INDENTED = re.compile(f"^[ \t]*(?:- +)*([{SPACES}{UNSEEN}])")  # before the first word of a line
SPACED = re.compile(f"^ *(?:- +)*[^ :'\"#\\[{{]+:([{SPACES}{UNSEEN}])")  # right after the colon
COMPARED = re.compile("([<>]=?) *:")  # a sign in the place of a key
ITEM = re.compile("^ *-(?: |$)")  # an item of a list
FLOW = re.compile("^ *[{\\[].*[}\\]] *(?:#.*)?$")  # a mapping or list in brackets
HEADED = re.compile("^ *- +[^ :'\"#\\[{][^:]*:\\s*(?:#.*)?$")  # an item that is a name, and stands below it
BRACKETED = re.compile(
    '(?:: +|- +)(\\[[^\\[\\]{}:"\']*\\] ?[^\\s,\\]}#:][^,}\\]"]*)'
)  # a text that begins with brackets
DASH = re.compile("^ *-[^ -]")  # a list item right after its dash
WHOLE = re.compile("^ *(?:- +)*[^ :'\"#\\[{]+: +[^ ]")  # a key with its value
KEYED = re.compile("^ *(?:- +)*[^ :'\"#\\[{][^:]*:(?: |$)")  # a key, with a value or without
GLUED = re.compile("^ *(?:- +)*[^ :'\"#\\[{]+:[^ ]")  # a key with its value right after the colon
BEHIND = re.compile("^ *(?:- +)*(?:[^ :'\"#\\[{][^:'\"#\\[{]*: +)?((['\"]).*\\2) *$")  # a value in quotes, closed
BULLET = re.compile(f"^ *([{BULLETS}])")
BEYOND = re.compile(r"\\U(?!000[0-9a-fA-F]{5}|0010)[0-9a-fA-F]{8}")
DIRECTIVE = re.compile("^%", re.MULTILINE)
OPENING = re.compile("^ *(?:- +)*(?:[^ :'\"#\\[{][^:'\"#\\[{]*: +)?(['\"])")  # a value in quotes

# PyYAML's and libyaml's wordings are alike here; the first that fits names the fault.
WORDINGS: tuple[tuple[str, str], ...] = (
    ("directive", "PS057"),
    ("found character '\\t'", "PS011"),
    ("found a tab character", "PS011"),
    ("found character that cannot start any token", "PS016"),
    ("expected chomping or indentation indicators", "PS016"),
    ("expected a comment or a line break", "PS016"),
    ("expected alphabetic or numeric character", "PS016"),
    ("did not find expected alphabetic or numeric character", "PS016"),
    ("found unknown escape character", "PS065"),
    ("expected escape sequence of", "PS065"),
    ("found character '", "PS016"),
    ("mapping values are not allowed", "PS010"),
    ("could not find expected ':'", "PS012"),
    ("expected <block end>, but found ']'", "PS055"),
    ("expected <block end>, but found '}'", "PS055"),
    ("expected <block end>, but found ','", "PS055"),
    ("expected <block end>", "PS013"),
    ("did not find expected key", "PS013"),
    ("did not find expected '-' indicator", "PS013"),
    ("unexpected end of stream", "PS014"),
    ("found unexpected document separator", "PS014"),
    ("expected ',' or", "PS015"),
    ("expected the node content, but found '-'", "PS013"),
    ("expected the node content, but found '", "PS055"),
    ("sequence entries are not allowed", "PS056"),
    ("incompatible YAML document", "PS057"),
    ("parsing a tag", "PS016"),
    ("scanning a tag", "PS016"),
    ("undefined tag handle", "PS016"),
    ("mapping keys are not allowed", "PS016"),
)


def syntax(text: str, problem: str, at: Position, since: Position | None = None) -> Diagnostic:
    """The fault that the parser met at `at`, while it read what begins at `since`.

    A character that only looks like one of YAML, on the line or on the one before, is what most people have to look
    for, so it is named first.

    Args:
        text: that was read.
        problem: what the parser says.
        at: where it stopped.
        since: where what it could not finish begins; None where it does not say.
    """
    stop = _Stop(text, BREAKS.split(text), problem, at, since)
    if (alike := stop.look_alike()) is not None:
        return alike
    code = next((code for wording, code in WORDINGS if wording in problem), "PS003")
    if code in ("PS003", "PS057") and (directive := DIRECTIVE.search(text)) is not None:
        return Diagnostic("PS057", (), {}, span=sign(position(text, directive.start())))
    for find in _LIKELY.get(code, (_Stop.open_quote,)):
        if (found := find(stop)) is not None:
            return found
    return Diagnostic(code, (), {"found": stop.here}, span=sign(at))


def beyond(text: str) -> Diagnostic:
    """A number that no character has, in an escape, or a directive with a number that no version has."""
    for code, pattern in (("PS065", BEYOND), ("PS057", DIRECTIVE)):
        if (found := pattern.search(text)) is not None:
            return Diagnostic(code, (), {"found": found[0]}, span=sign(position(text, found.start())))
    return Diagnostic("PS003", span=NOWHERE)


class _Stop:
    """Where a parser stopped. Each method is one thing that may be wrong there; None: it is not that."""

    def __init__(self, text: str, lines: list[str], problem: str, at: Position, since: Position | None) -> None:
        self.text = text
        self.lines = lines
        self.problem = problem
        self.at = at
        self.since = since
        self.here = text[at.index : at.index + 1].strip()
        self.words = lines[at.line] if at.line < len(lines) else ""

    def look_alike(self) -> Diagnostic | None:
        """A full-width mark; else a space that is none; else a bullet."""
        there = [line for line in (self.at.line, self.at.line - 1) if 0 <= line < len(self.lines)]
        for line in there:
            before = self.at.column if line == self.at.line else None
            if (hit := full_width(self.lines[line], before)) is not None:
                char = self.lines[line][hit]
                facts = {"found": char, "instead": FULL_WIDTH[char]}
                return Diagnostic("PS004", (), facts, span=sign(place(self.text, line, hit)))
        for line in there:
            if (found := INDENTED.match(self.lines[line]) or SPACED.match(self.lines[line])) is not None:
                facts = {"found": f"U+{ord(found[1]):04X}"}
                return Diagnostic("PS029", (), facts, span=sign(place(self.text, line, found.start(1))))
        for line in there:
            if (bullet := BULLET.match(self.lines[line])) is not None:
                return Diagnostic("PS059", (), {"found": bullet[1]}, span=sign(place(self.text, line, bullet.start(1))))
        return None

    def behind_quotes(self) -> Diagnostic | None:
        """Text behind a value in quotes."""
        at = self.at
        if "<scalar>" not in self.problem or (quoted := BEHIND.match(self.words[: at.column])) is None:
            return None
        start = place(self.text, at.line, quoted.start(1))
        end = place(self.text, at.line, len(self.words.rstrip()))
        return Diagnostic("PS054", (), {"found": self.text[at.index : end.index]}, span=Span(start, end))

    def unclosed(self) -> Diagnostic | None:
        """A bracket whose block ends before it is closed."""
        since = self.since
        if since is None or since.line >= self.at.line or _indent(self.words) > _indent(self.lines[since.line]):
            return None
        left = _indent(self.lines[since.line])
        further = ((n, self.lines[n]) for n in range(since.line + 1, len(self.lines)))
        below = (n for n, line in further if line.strip() and _indent(line) <= left)
        ends = [self._said(n) for n in below][:1]
        facts = {"found": self.text[since.index : since.index + 1]}
        return Diagnostic("PS027", (), facts, span=sign(since), spans=tuple(ends))

    def open_quote(self) -> Diagnostic | None:
        """A quotation mark that is not closed on its line, after which the parser went astray."""
        if self.since is None:
            return None
        lines, at = self.lines, self.at
        for number in range(min(at.line, len(lines) - 1), max(self.since.line - 1, at.line - 50, -1), -1):
            found = OPENING.match(lines[number])
            if found is None:
                continue
            mark, rest = found[1], lines[number][found.end() :]
            rest = rest.replace("\\\\", "").replace('\\"', "") if mark == '"' else rest.replace("''", "")
            closing = next((line for line in lines[number + 1 : at.line + 1] if mark in line), "")
            opens = OPENING.match(closing)
            if mark not in rest and (not closing or (opens is not None and opens.start(1) == closing.index(mark))):
                return Diagnostic("PS014", (), {}, span=sign(place(self.text, number, found.start(1))))
        return None

    def unended(self) -> Diagnostic | None:
        """What begins and does not end."""
        return None if self.since is None else Diagnostic("PS014", (), {}, span=sign(self.since))

    def escape(self) -> Diagnostic:
        """A backslash before what it says nothing of."""
        back = self.at.index - self.text.rfind("\\", 0, self.at.index)
        at = Position(self.at.line, self.at.column - back, self.at.index - back)
        return Diagnostic("PS065", (), {"found": self.text[at.index : at.index + 2]}, span=sign(at))

    def dash(self) -> Diagnostic | None:
        """A list item right after its dash."""
        if DASH.match(self.words) is None:
            return None
        return Diagnostic("PS028", (), {}, span=sign(place(self.text, self.at.line, _indent(self.words))))

    def stray_sign(self) -> Diagnostic:
        """A sign that YAML keeps for itself; one that is all of the value is likely meant as a word: `unit: %`."""
        at, here = self.at, self.here
        if self.since is not None and self.since.line == at.line and self.since.index < at.index:
            at, here = self.since, self.text[self.since.index]
        if not here:
            return Diagnostic("PS003", (), {"found": here}, span=sign(at))
        facts: dict[str, str | None] = {"found": here}
        if (compared := COMPARED.match(self.words, at.column)) is not None:
            facts = {"found": compared[1], "instead": ENGLISH[compared[1]][0]}
            return Diagnostic("PS087", (), facts, span=sign(at))
        if self.words[at.column :].strip() == here:
            facts["nearest"] = next(iter(ENGLISH.get(here, ())), None)
        return Diagnostic("PS016", (), facts, span=sign(at))

    def no_key(self) -> Diagnostic | None:
        """A line above that is no `key: value`; with what it seems to stand in, unless it goes on from a key."""
        since = self.since
        if since is None or since.line >= self.at.line:
            return None
        if FLOW.match(self.lines[since.line]) is not None:
            at = place(self.text, since.line, _indent(self.lines[since.line]))
            if (mixed := _Stop(self.text, self.lines, self.problem, at, None).mixed()) is not None:
                return mixed
        loose = self._unfinished(since.line)
        outer = None if KEYED.match(self.lines[since.line - 1]) else self._outer(since.line)
        return loose if outer is None else attrs.evolve(loose, spans=(self._said(outer),))

    def above(self) -> Diagnostic | None:
        """A text above with which the parser is still busy, as this line is well."""
        if not self.at.line or ": " in self.words[: self.at.column]:
            return None
        number = next((line for line in range(self.at.line - 1, 0, -1) if self.lines[line].strip()), 0)
        if WHOLE.match(self.lines[number]) is None:
            while number and self._goes_on(number):
                number -= 1
            return self._unfinished(number)
        at = place(self.text, self.at.line, _indent(self.words))
        deeper = _Stop(self.text, self.lines, self.problem, at, self.since)
        deeper.here = self.here
        return deeper.bracketed() or deeper.mixed() or deeper.out_of_column()

    def glued(self) -> Diagnostic | None:
        """A value right after its colon."""
        return self._unfinished(self.at.line) if GLUED.match(self.words) else None

    def bracketed(self) -> Diagnostic | None:
        """A text that begins with words in brackets, behind which the parser stopped."""
        there = BRACKETED.finditer(self.words)
        found = next((one for one in there if one.start(1) < self.at.column <= one.end(1)), None)
        if found is None:
            return None
        start, end = (place(self.text, self.at.line, column) for column in found.span(1))
        return Diagnostic("PS078", (), {"found": found[1], "instead": f'"{found[1]}"'}, span=Span(start, end))

    def mixed(self) -> Diagnostic | None:
        """A line in the column of one above, where one of the two has a dash and the other has none."""
        column = _indent(self.words)
        if column != self.at.column:
            return None
        dash, whole = bool(ITEM.match(self.words)), bool(FLOW.match(self.words))
        for number in range(self.at.line - 1, -1, -1):
            line = self.lines[number]
            if not line.strip() or line.lstrip().startswith("#") or _indent(line) > column:
                continue
            dashed = bool(ITEM.match(line))
            # Under items that are no names, a key is no neighbour of theirs: it stands too deep; a mapping in brackets
            # has lost its dash.
            if _indent(line) < column or dashed == dash or (dashed and not (HEADED.match(line) or whole)):
                return None
            facts = {"found": (self.words if dash else line).strip()[1:].strip()}
            return Diagnostic("PS077", (), facts, span=sign(self.at), spans=(self._said(number),))
        return None

    def out_of_column(self) -> Diagnostic:
        """A line that lines up with nothing above it."""
        outer = self._outer(self.at.line)
        spans = () if outer is None else (self._said(outer),)
        return Diagnostic("PS013", (), {"found": self.here}, span=sign(self.at), spans=spans)

    def _outer(self, number: int) -> int | None:
        """The line above that begins further left: there ended whatever this line was to line up with."""
        here = _indent(self.lines[number]) if number < len(self.lines) else 0
        above = ((n, self.lines[n]) for n in range(number - 1, -1, -1))
        said = ((n, line) for n, line in above if line.strip() and not line.lstrip().startswith("#"))
        return next((n for n, line in said if _indent(line) < here), None)

    def _goes_on(self, number: int) -> bool:
        """Whether a line only goes on from the one above it, which is no key."""
        above = self.lines[number - 1]
        return bool(above.strip()) and _indent(above) == _indent(self.lines[number]) and not KEYED.match(above)

    def _said(self, number: int) -> Span:
        """What a line says, from its first word on."""
        line = self.lines[number]
        return Span(place(self.text, number, _indent(line)), place(self.text, number, len(line.rstrip())))

    def _unfinished(self, number: int) -> Diagnostic:
        """A line that is no `key: value`, which shows only on the next."""
        line = self.lines[number]
        span = Span(place(self.text, number, _indent(line)), place(self.text, number, len(line)))
        return Diagnostic("PS018" if GLUED.match(line) else "PS012", (), {"found": line.strip()}, span=span)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


# What may be behind each thing that a parser says, the likeliest first.
_LIKELY: Mapping[str, tuple[Callable[[_Stop], Diagnostic | None], ...]] = {
    "PS010": (_Stop.open_quote, _Stop.dash, _Stop.above, _Stop.glued),
    "PS012": (_Stop.open_quote, _Stop.dash, _Stop.no_key),
    "PS013": (
        _Stop.behind_quotes, _Stop.open_quote, _Stop.dash, _Stop.bracketed, _Stop.mixed, _Stop.out_of_column,
    ),
    "PS014": (_Stop.open_quote, _Stop.unended),
    "PS015": (_Stop.unclosed, _Stop.open_quote, _Stop.bracketed),
    "PS016": (_Stop.open_quote, _Stop.stray_sign),
    "PS065": (_Stop.open_quote, _Stop.escape),
}  # fmt: skip
