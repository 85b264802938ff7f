"""Faults of syntax: what PyYAML says about a text that is no YAML, in words that people understand."""

from __future__ import annotations

import re
from types import MappingProxyType

import attrs

from perfscheme.diagnostics.diagnostic import Diagnostic
from perfscheme.diagnostics.places import NOWHERE, Position, Span
from perfscheme.diagnostics.vocabulary import ENGLISH

BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
# What YAML allows, apart from escapes in double quotes.
FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FULL_WIDTH = MappingProxyType({
    "\uff1a": ": ", "\uff0c": ", ", "\u3001": ", ", "\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'",
    "\uff02": '"', "\uff07": "'", "\uff0d": "-", "\uff5b": "{", "\uff3b": "[", "\u3010": "[",
})  # fmt: skip

# A colon that ends a key; a quotation mark or bracket that begins a value; a dash of a list.
MARKS = (
    re.compile("^[ \t]*(?:- +)*[^:'\"#\\[{\uff1a]*(\uff1a)"),
    re.compile("(?:^|: +|- +|[\\[{,] *)([\u201c\u201d\u2018\u2019\uff02\uff07\uff5b\uff3b\u3010])"),
    re.compile("^[ \t]*(\uff0d)"),
)
# Spaces that look like one and are none, and characters that nobody sees.
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
UNSEEN = "\u00ad\u200b\u2060\ufeff"
INDENTED = re.compile(f"^[ \t]*(?:- +)*([{SPACES}{UNSEEN}])")  # before the first word of a line
SPACED = re.compile(f"^ *(?:- +)*[^ :'\"#\\[{{]+:([{SPACES}{UNSEEN}])")  # right after the colon
ITEM = re.compile("^ *-(?: |$)")  # an item of a list
HEADED = re.compile("^ *- +[^ :'\"#\\[{][^:]*:\\s*(?:#.*)?$")  # an item that is a name, and stands below it
BRACKETED = re.compile(
    '(?:: +|- +)(\\[[^\\[\\]{}:"\']*\\] ?[^\\s,\\]}#:][^,}\\]"]*)'
)  # a text that begins with brackets
DASH = re.compile("^ *-[^ -]")  # a list item right after its dash
WHOLE = re.compile("^ *(?:- +)*[^ :'\"#\\[{]+: +[^ ]")  # a key with its value
KEYED = re.compile("^ *(?:- +)*[^ :'\"#\\[{][^:]*:(?: |$)")  # a key, with a value or without
GLUED = re.compile("^ *(?:- +)*[^ :'\"#\\[{]+:[^ ]")  # a key with its value right after the colon
BEHIND = re.compile("^ *(?:- +)*(?:[^ :'\"#\\[{][^:'\"#\\[{]*: +)?((['\"]).*\\2) *$")  # a value in quotes, closed
BULLETS = "•●·‧・–—"  # what stands before the items of a list in other programs
BULLET = re.compile(f"^ *([{BULLETS}])")
BEYOND = re.compile(r"\\U(?!000[0-9a-fA-F]{5}|0010)[0-9a-fA-F]{8}")
DIRECTIVE = re.compile("^%", re.MULTILINE)
OPENING = re.compile("^ *(?:- +)*(?:[^ :'\"#\\[{][^:'\"#\\[{]*: +)?(['\"])")  # a value in quotes
COMMA = re.compile("[\\[{][^\\]}]*?([\uff0c\u3001])")  # between the parts of a list or mapping in brackets

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


def forbidden(text: str) -> Diagnostic | None:
    """The first character that may not stand in YAML, if there is one."""
    found = FORBIDDEN.search(text)
    if found is None:
        return None
    at = position(text, found.start())
    return Diagnostic("PS002", (), {"found": f"U+{ord(found.group()):04X}"}, span=Span(at, _after(at)))


def syntax(text: str, problem: str, at: Position, since: Position | None = None) -> Diagnostic:
    """The fault that the parser met at `at`, while it read what begins at `since`.

    A full-width colon, quotation mark or bracket on the line, or on the one before, is what most people have to
    look for, so it is named first.
    """
    lines = BREAKS.split(text)
    for line, before in ((at.line, at.column), (at.line - 1, None)):
        if 0 <= line < len(lines) and (hit := full_width(lines[line], before)) is not None:
            start = _place(text, line, hit)
            char = lines[line][hit]
            facts = {"found": char, "instead": FULL_WIDTH[char]}
            return Diagnostic("PS004", (), facts, span=Span(start, _after(start)))
    for line in (at.line, at.line - 1):
        if 0 <= line < len(lines) and (found := INDENTED.match(lines[line]) or SPACED.match(lines[line])):
            start = _place(text, line, found.start(1))
            return Diagnostic("PS029", (), {"found": f"U+{ord(found[1]):04X}"}, span=Span(start, _after(start)))
    for line in (at.line, at.line - 1):
        if 0 <= line < len(lines) and (bullet := BULLET.match(lines[line])):
            start = _place(text, line, bullet.start(1))
            return Diagnostic("PS059", (), {"found": bullet[1]}, span=Span(start, _after(start)))
    code = next((code for wording, code in WORDINGS if wording in problem), "PS003")
    if code in ("PS003", "PS057") and (directive := DIRECTIVE.search(text)) is not None:
        start = position(text, directive.start())
        return Diagnostic("PS057", (), {}, span=Span(start, _after(start)))
    if code == "PS013" and "<scalar>" in problem and (quoted := BEHIND.match(lines[at.line][: at.column])):
        start, end = _place(text, at.line, quoted.start(1)), _place(text, at.line, len(lines[at.line].rstrip()))
        return Diagnostic("PS054", (), {"found": text[at.index : end.index]}, span=Span(start, end))
    here = text[at.index : at.index + 1].strip()
    words = lines[at.line] if at.line < len(lines) else ""
    outside = since is not None and since.line < at.line and _indent(words) <= _indent(lines[since.line])
    if code == "PS015" and since is not None and outside:
        facts = {"found": text[since.index : since.index + 1]}
        left = _indent(lines[since.line])
        below = (n for n in range(since.line + 1, len(lines)) if lines[n].strip() and _indent(lines[n]) <= left)
        ends = [_words(text, n, lines[n]) for n in below][:1]
        return Diagnostic("PS027", (), facts, span=Span(since, _after(since)), spans=tuple(ends))
    if since is not None and (quote := _open_quote(lines, since, at)) is not None:
        start = _place(text, *quote)
        return Diagnostic("PS014", (), {}, span=Span(start, _after(start)))
    if code == "PS065":
        back = at.index - text.rfind("\\", 0, at.index)
        at = Position(at.line, at.column - back, at.index - back)
        return Diagnostic(code, (), {"found": text[at.index : at.index + 2]}, span=Span(at, _after(at)))
    if code == "PS016" and since is not None and since.line == at.line and since.index < at.index:
        at, here = since, text[since.index]
    if code == "PS014" and since is not None:
        return Diagnostic(code, (), {}, span=Span(since, _after(since)))
    if code in ("PS010", "PS012", "PS013") and DASH.match(words):
        dash = _place(text, at.line, _indent(words))
        return Diagnostic("PS028", (), {}, span=Span(dash, _after(dash)))
    if code == "PS016" and here == "":
        code = "PS003"
    if code == "PS012" and since is not None and since.line < at.line:
        loose = _unfinished(text, since.line, lines[since.line])
        outer = None if KEYED.match(lines[since.line - 1]) else _outer(lines, since.line)
        return loose if outer is None else attrs.evolve(loose, spans=(_words(text, outer, lines[outer]),))
    if code == "PS010" and at.line and ": " not in words[: at.column]:
        # This line is well; the parser is still busy with the text of the line above.
        number = next((line for line in range(at.line - 1, 0, -1) if lines[line].strip()), 0)
        if not WHOLE.match(lines[number]):
            number = _begin(lines, number)
            return _unfinished(text, number, lines[number])
        at, code = _place(text, at.line, _indent(words)), "PS013"
    if code == "PS010" and GLUED.match(words):
        return _unfinished(text, at.line, words)
    # A sign that is all of the value is likely meant as a word of the file: `unit: %`.
    alone = code == "PS016" and words[at.column :].strip() == here
    if code in ("PS013", "PS015") and (text_ := _bracketed(words, at.column)) is not None:
        start, end = _place(text, at.line, text_.start(1)), _place(text, at.line, text_.end(1))
        facts = {"found": text_[1], "instead": f'"{text_[1]}"'}
        return Diagnostic("PS078", (), facts, span=Span(start, end))
    if code == "PS013" and _indent(words) == at.column and (other := _mixed(lines, at.line)) is not None:
        dashed = words if ITEM.match(words) else lines[other]
        facts = {"found": dashed.strip()[1:].strip()}
        return Diagnostic("PS077", (), facts, span=Span(at, _after(at)), spans=(_words(text, other, lines[other]),))
    facts = {"found": here, "nearest": next(iter(ENGLISH.get(here, ())), None)} if alone else {"found": here}
    spans: tuple[Span, ...] = ()
    if code == "PS013" and (outer := _outer(lines, at.line)) is not None:
        spans = (_words(text, outer, lines[outer]),)
    return Diagnostic(code, (), facts, span=Span(at, _after(at)), spans=spans)


def beyond(text: str) -> Diagnostic:
    """A number that no character has, in an escape, or a directive with a number that no version has."""
    for code, pattern in (("PS065", BEYOND), ("PS057", DIRECTIVE)):
        if (found := pattern.search(text)) is not None:
            at = position(text, found.start())
            return Diagnostic(code, (), {"found": found[0]}, span=Span(at, _after(at)))
    return Diagnostic("PS003", span=NOWHERE)


def _open_quote(lines: list[str], since: Position, at: Position) -> tuple[int, int] | None:
    """Line and column of a quotation mark that is not closed on its line, where the parser went astray after it."""
    for number in range(min(at.line, len(lines) - 1), max(since.line - 1, at.line - 50, -1), -1):
        found = OPENING.match(lines[number])
        if found is None:
            continue
        mark, rest = found[1], lines[number][found.end() :]
        rest = rest.replace("\\\\", "").replace('\\"', "") if mark == '"' else rest.replace("''", "")
        closing = next((line for line in lines[number + 1 : at.line + 1] if mark in line), "")
        opens = OPENING.match(closing)
        if mark not in rest and (not closing or (opens is not None and opens.start(1) == closing.index(mark))):
            return number, found.start(1)
    return None


def _outer(lines: list[str], number: int) -> int | None:
    """The line above that begins further left: there ended whatever this line was to line up with."""
    here = _indent(lines[number]) if number < len(lines) else 0
    said = (
        line for line in range(number - 1, -1, -1) if lines[line].strip() and not lines[line].lstrip().startswith("#")
    )
    return next((line for line in said if _indent(lines[line]) < here), None)


def _mixed(lines: list[str], number: int) -> int | None:
    """The line above in the column of this one, where one of the two has a dash and the other has none."""
    here = _indent(lines[number])
    for line in range(number - 1, -1, -1):
        if not lines[line].strip() or lines[line].lstrip().startswith("#") or _indent(lines[line]) > here:
            continue
        dashed = bool(ITEM.match(lines[line]))
        beside = _indent(lines[line]) == here and dashed != bool(ITEM.match(lines[number]))
        # Under items that are no names, a key is no neighbour of theirs: it stands too deep.
        return line if beside and (not dashed or HEADED.match(lines[line])) else None
    return None


def _bracketed(words: str, column: int) -> re.Match[str] | None:
    """A text that begins with words in brackets, if the parser stopped behind these."""
    return next((found for found in BRACKETED.finditer(words) if found.start(1) < column <= found.end(1)), None)


def _begin(lines: list[str], number: int) -> int:
    """The first line of a text that stands on several lines without a key."""
    while number and lines[number - 1].strip() and _indent(lines[number - 1]) == _indent(lines[number]):
        if KEYED.match(lines[number - 1]):
            break
        number -= 1
    return number


def _words(text: str, number: int, line: str) -> Span:
    """What a line says, from its first word on."""
    return Span(_place(text, number, _indent(line)), _place(text, number, len(line.rstrip())))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _unfinished(text: str, line: int, words: str) -> Diagnostic:
    """A line that is no `key: value`, which shows only on the next."""
    code = "PS018" if GLUED.match(words) else "PS012"
    start = _place(text, line, len(words) - len(words.lstrip()))
    return Diagnostic(code, (), {"found": words.strip()}, span=Span(start, _place(text, line, len(words))))


def full_width(line: str, before: int | None = None) -> int | None:
    """Column of the first full-width mark that stands where YAML wants its half-width sister, or None.

    Args:
        line: the line to search.
        before: where the parser stopped on this line; None for the line above, which it could read.
    """
    patterns = MARKS if before is None else (*MARKS, COMMA)
    hits = [found.start(1) for pattern in patterns if (found := pattern.search(line)) is not None]
    return min((hit for hit in hits if before is None or hit <= before), default=None)


def position(text: str, index: int) -> Position:
    """Line and column of a character."""
    line, start = 0, 0
    for match in BREAKS.finditer(text, 0, index):
        line, start = line + 1, match.end()
    return Position(line, index - start, index)


def _place(text: str, line: int, column: int) -> Position:
    start = 0
    for number, match in enumerate(BREAKS.finditer(text), 1):
        if number > line:
            break
        start = match.end()
    return Position(line, column, start + column)


def _after(at: Position) -> Position:
    return Position(at.line, at.column + 1, at.index + 1)
