"""Law 10, nothing written is ignored: one line of a sound scheme changed is told beside it, or changes what it says.

What an edit may come to:

- *told*: one message at least that the sound scheme has not, with a line of its frame within one line of the edit;
- *another scheme*, and all that is different in it is what the changed lines say; a number that is scored by is
  scored otherwise by a witness, and the way the edit says;
- *nothing*, and then the lines were comments, or keys of one mapping in another order.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edits.texts import FILES, SHIPPED, Edit, Lines, Sound, edit, leaves, meant, plain, sound, substance, ways
from perfscheme.diagnostics import Diagnostic, SchemeError
from perfscheme.diagnostics.places import Path as Way
from perfscheme.reading import events
from perfscheme.reading.heads import HEAD
from perfscheme.reading.load import checks, loads
from perfscheme.scheme import Scheme
from perfscheme.testing import schemes
from perfscheme.writing import dumps

KINDS = ("delete", "duplicate", "misspell", "retype", "move")
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def hold(before: Sound, change: Edit) -> None:
    """Never an exception, and never silence."""
    lines = change.text.split("\n")
    found = checks(change.text)
    fresh = [diagnostic for diagnostic in found if substance(diagnostic) not in before.said]
    near = set().union(*(beside(lines, new) for new in change.new))
    told = any(shown(diagnostic) & near or at_a_loss(diagnostic, before, change) for diagnostic in fresh)
    if any(diagnostic.severity == "error" for diagnostic in found):
        assert told, [diagnostic.line() for diagnostic in fresh]
        with pytest.raises(SchemeError):
            loads(change.text)
        return
    after = loads(change.text)
    new = leaves(dumps(after))
    differing = {way for way in before.leaves.keys() | new.keys() if before.leaves.get(way) != new.get(way)}
    if not differing:
        # Comments, layout, names of anchors, keys in another order.
        assert meant(change.text) == meant(before.text) or told
        return
    said = {way for at in passed(before, change) for way in before.ways.get(at, ())}
    for first, last in change.new:
        for line in {first, last}:
            said |= {*ways(change.text).get(line, ())}
    # Where a list gets longer or shorter, all the items below the change are others.
    said |= {way[:-1] for way in said if way and isinstance(way[-1], int)}
    assert [way for way in differing if not any(related(way, other) for other in said if other)] == []


def passed(before: Sound, change: Edit) -> range:
    """The line that is changed; with those over which it is moved where it is a head, and they come under another."""
    *_, (to, _) = change.new
    moved = len(change.new) > 1 and HEAD.match(before.text.split("\n")[change.at])
    return range(min(change.at, to), max(change.at, to) + 1) if moved else range(change.at, change.at + 1)


def beside(lines: list[str], new: Lines) -> set[int]:
    """The new lines and one on each side that says something: blank lines and comments do not count."""
    first, last = new
    found = set(range(first, last + 1))
    for side in (range(first - 1, -1, -1), range(last + 1, len(lines))):
        found |= {*[i for i in side if not idle(lines[i])][:1]}
    return found


def idle(line: str) -> bool:
    return not line.strip() or line.strip().startswith("#")


def related(one: Way, two: Way) -> bool:
    return one[: len(two)] == two or two[: len(one)] == one


def shown(found: Diagnostic) -> set[int]:
    """The lines of a message's frame."""
    return {span.start.line for span in (found.span, *found.spans) if span is not None}


WHOLE = {"PS278"}
"""Proofs over all totals, told where their claim stands: any figure of the scheme may have broken them."""
WITHIN = {"PS223"}
"""Proofs over all points of a part, told at the part: any figure of it may have broken them."""


def at_a_loss(found: Diagnostic, before: Sound, change: Edit) -> bool:
    """Whether a message tells as near as can be known what the edited line took from somewhere else.

    - What a mapping or list lacks is told at its head, by name: nobody can know on which of its lines it stood. Where
      something in it is only wrong for want of that, it is told there, with what to write.
    - A name that is gone is told where it is used, by name, and so is one that is used twice.
    - A key that is there twice is told at both places: what parted the two stood between.
    - What stands under a head that is gone is told at the first of its keys that fits nowhere.
    """
    lines = change.text.split("\n")
    by_line = ways_or_none(change.text)
    line = before.text.split("\n")[change.at]
    top = min(before.ways.get(change.at, [()]), key=len)
    placed = [plain(way) for way in (found.path, *found.also)]
    lacking = bool(top) and any(
        way[: len(top) - 1] == top[:-1] and (len(way) <= len(top) or isinstance(top[-1], int)) for way in placed
    )
    asked = bool(top) and f"`{top[-1]}:" in found.message() and any(way[: len(top) - 1] == top[:-1] for way in placed)
    at = change.new[0][0]
    between = found.code == "PS023" and min(shown(found)) <= at <= max(shown(found))
    stretch = [lines[at] for at in shown(found)] + [lines[at] for at in by_line if placed[0] in by_line[at]]
    words = [word for word in found.facts.values() if isinstance(word, str) and word.strip()]
    named = any(word in line and word in other for word in words for other in stretch)
    near = [way for new in change.new for line in beside(lines, new) for way in by_line.get(line, ())]
    begun = len(found.path) > 1 and placed[0][:-1] in near
    broken = found.code in WITHIN and any(way[: len(placed[0])] == placed[0] for way in (top, *near))
    return lacking or asked or between or broken or named or begun or found.code in WHOLE


def ways_or_none(text: str) -> dict[int, list[Way]]:
    root, _ = events.read(text)
    return {} if root is None else ways(text)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", SHIPPED)
@settings(max_examples=8, deadline=None, suppress_health_check=SLOW)
@given(at=st.integers(0, 10_000), to=st.integers(0, 10_000))
def test_an_edit_of_a_shipped_scheme_is_told_or_says_something_else(name: str, kind: str, at: int, to: int) -> None:
    """Any line, any way."""
    before = sound(name)
    hold(before, edit(before.text, kind, at % len(before.text.split("\n")), to))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=20, deadline=None, suppress_health_check=SLOW)
@given(name=st.sampled_from(sorted(FILES)), at=st.integers(0, 10_000), to=st.integers(0, 10_000))
def test_an_edit_of_a_published_rule_is_told_or_says_something_else(name: str, kind: str, at: int, to: int) -> None:
    """Forty schemes, written in as many ways."""
    before = sound(name)
    hold(before, edit(before.text, kind, at % len(before.text.split("\n")), to))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10, deadline=None, suppress_health_check=SLOW)
@given(scheme=schemes(depth=1), at=st.integers(0, 10_000), to=st.integers(0, 10_000))
def test_an_edit_of_any_scheme_is_told_or_says_something_else(kind: str, scheme: Scheme, at: int, to: int) -> None:
    """However it is composed."""
    before = Sound.of(dumps(scheme))
    hold(before, edit(before.text, kind, at % len(before.text.split("\n")), to))


@pytest.mark.parametrize("name", SHIPPED)
def test_a_head_that_is_deleted_is_one_mistake(name: str) -> None:
    """Two where an anchor is gone with it, a few more where its neighbours have names that stand below it, too."""
    before = sound(name)
    lines = before.text.split("\n")
    heads = [at for at, line in enumerate(lines) if HEAD.match(line) and not idle(line)]
    told = {at: checks(edit(before.text, "delete", at, 0).text) for at in heads}
    counts = [sum(substance(found) not in before.said for found in told[at]) for at in heads]
    assert max(counts) <= 3
    assert sum(count > 1 for count in counts) <= 2


def test_thresholds_that_are_gone_are_told_beside_their_indicator() -> None:
    """And not in the curve alone, which may stand further below."""
    kept = "curve: {kind: choice, by: l, cases: {a: {kind: ratio, form: actual-over-target}, b: as-is}}"
    head = "perfscheme: 1\nscheme: a\ninputs: {l: {kind: label, labels: [a, b]}}\nscore:\n  aggregation: "
    text = head + "{kind: weighted-mean, weights: equal, missing: refuse}\n  children:\n    x:\n      unit: points\n"
    found = [one for one in checks(f"{text}      better: higher\n      {kept}\n") if one.code == "PS128"]
    assert [one.also for one in found] == [(("score", "children", "x"),)]
