"""The text interpreter: any formula in words and figures, in Chinese or English."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final, TypeAlias

from perfscheme.diagnostics import Language, language
from perfscheme.diagnostics.language import COLON
from perfscheme.formula import nodes
from perfscheme.formula.analysis import Analysis
from perfscheme.formula.bands import band_words, pieces_of
from perfscheme.formula.ranges import EVERYTHING
from perfscheme.formula.words import bracketed, exactly, label_text, listed, rounding_words, say, sequence

Names: TypeAlias = Mapping[nodes.Node | str, str]
"""What nodes are called, by the node itself; inputs and labels also by their key."""

LONGEST: Final = 4000
"""Characters after which the text of a node is cut: a formula may use a node many times."""

# How tightly the text of a node holds together, so that it is put into brackets where it must be.
_ATOM, _FACTOR, _TERM, _CLAUSE = range(4)
_Phrase: TypeAlias = tuple[str, int]


def describe(node: nodes.Node, lang: str = "en", names: Names | None = None) -> str:
    """A formula in words and figures.

    Args:
        node: any node of the algebra.
        lang: of the words.
        names: what inputs (by key) and other nodes (by the node) are called; a node with a name is not taken apart.

    >>> from perfscheme.formula.build import interpolate
    >>> describe(interpolate(nodes.Input("hours"), [(24, 100), (72, 80)]))
    'by hours: below 24: 100; between 24 and 72: 100 falling to 80; above 72: 80'
    """
    return _Describer(language(lang), names or {}).say(node)


def guard(node: nodes.If, ranges: Analysis) -> nodes.Formula | None:
    """The branch of a case that only keeps absences out: the other one never has a number."""
    match node:
        case nodes.If(condition=nodes.InState(x=x, state=nodes.State.PRESENT), other=other) if other is x:
            return node.then
        case nodes.If(condition=nodes.InState(x=x, state=nodes.State.PRESENT), then=then) if then is x:
            return None
    if ranges.range(node.other) is None:
        return node.then
    return node.other if ranges.range(node.then) is None else None


class _Describer:
    def __init__(self, lang: Language, names: Names) -> None:
        self.lang = lang
        self.names = names
        self.ranges = Analysis()
        self._known: dict[nodes.Node, _Phrase] = {}

    def say(self, node: nodes.Node) -> str:
        return self.phrase(node)[0]

    def phrase(self, node: nodes.Node) -> _Phrase:
        if node in self.names:
            return self.names[node], _ATOM
        if node not in self._known:
            text, tightness = _WAYS[type(node)](self, node)
            self._known[node] = (text if len(text) <= LONGEST else text[: LONGEST - 1] + "…", tightness)
        return self._known[node]

    def within(self, node: nodes.Node, most: int) -> str:
        """The text of a part, in brackets where it holds together less tightly than its place needs."""
        text, tightness = self.phrase(node)
        return f"({text})" if tightness > most else text

    def all(self, parts: Sequence[nodes.Node]) -> str:
        return listed([self.within(part, _TERM) for part in parts], self.lang)

    def key(self, key: str) -> str:
        return self.names.get(key, key)


def _sum(do: _Describer, node: nodes.Sum) -> _Phrase:
    conditions = counted(node)
    if conditions is not None:
        return say("count-of", do.lang, terms=listed([do.say(condition) for condition in conditions], do.lang)), _ATOM
    parts: list[tuple[bool, str]] = []
    if node.constant or not node.terms:
        parts.append((node.constant < 0, exactly(abs(node.constant))))
    for factor, x in node.terms:
        size = abs(factor)
        text = do.within(x, _FACTOR) if size == 1 else f"{bracketed(size)} × {do.within(x, _ATOM)}"
        parts.append((factor < 0, text))
    if parts[0][0] and any(not negative for negative, _ in parts):
        parts.sort(key=lambda part: part[0])
    text = ("−" if parts[0][0] else "") + parts[0][1]
    text += "".join(f" {'−' if negative else '+'} {part}" for negative, part in parts[1:])
    return text, _TERM if len(parts) > 1 else _FACTOR


def counted(node: nodes.Sum) -> list[nodes.Condition] | None:
    """The conditions that a sum counts, 1 for each that holds; None where it does anything else."""
    found = []
    for factor, term in node.terms:
        match term:
            case nodes.If(condition, nodes.Const(value=one), nodes.Const(value=none)) if one == 1 and none == 0:
                found.append(condition)
        if factor != 1 or node.constant:
            return None
    return found if len(found) == len(node.terms) > 1 else None


def _product(do: _Describer, node: nodes.Product) -> _Phrase:
    return f"{do.within(node.left, _FACTOR)} × {do.within(node.right, _FACTOR)}", _FACTOR


def _quotient(do: _Describer, node: nodes.Quotient) -> _Phrase:
    return f"{do.within(node.over, _FACTOR)} ÷ {do.within(node.under, _ATOM)}", _FACTOR


def _extreme(do: _Describer, node: nodes.Least | nodes.Greatest) -> _Phrase:
    least = isinstance(node, nodes.Least)
    match node.terms:
        case (x, (nodes.Const() | nodes.Choose()) as limit) | (nodes.Const() as limit, x):
            key = "capped" if least else "lifted"
            return say(key, do.lang, x=do.say(x), limit=do.within(limit, _TERM)), _CLAUSE
    return say("least-of" if least else "greatest-of", do.lang, terms=do.all(node.terms)), _CLAUSE


def _piecewise(do: _Describer, node: nodes.Piecewise) -> _Phrase:
    domain = do.ranges.range(node.x) or EVERYTHING
    lines = pieces_of(node, domain)
    colon = COLON.say(do.lang)
    text = sequence([colon.join(band_words(line, do.lang)) for line in lines], do.lang)
    if len(lines) == 1 and lines[0][0] is None and lines[0][1] is None:
        return text, _CLAUSE
    return say("by", do.lang, x=do.say(node.x), pieces=text), _CLAUSE


def _round(do: _Describer, node: nodes.Round) -> _Phrase:
    facts = {"mode": say(node.mode, do.lang), "unit": rounding_words(node.unit, do.lang)}
    return say("rounded", do.lang, x=do.say(node.x), **facts), _CLAUSE


def _power(do: _Describer, node: nodes.Power) -> _Phrase:
    return f"{do.within(node.x, _ATOM)} ^ {bracketed(node.exponent)}", _FACTOR


def log_name(base: Fraction | None) -> str:
    """How a logarithm is written."""
    return "ln" if base is None else f"log{exactly(base)}"


def _exp(do: _Describer, node: nodes.Exp) -> _Phrase:
    base = "e" if node.base is None else bracketed(node.base)
    return f"{base} ^ {do.within(node.x, _ATOM)}", _FACTOR


def _if(do: _Describer, node: nodes.If) -> _Phrase:
    if isinstance(node.condition, nodes.Always):
        return do.phrase(node.then if node.condition.value else node.other)
    kept = guard(node, do.ranges)
    if kept is not None:
        return do.phrase(kept)
    match node:
        case nodes.If(nodes.InState(x, nodes.State.MISSING), nodes.Const() as default, other) if other is x:
            return say("or-else", do.lang, x=do.within(x, _ATOM), value=do.say(default)), _ATOM
    first = say("if", do.lang, condition=do.say(node.condition), x=do.within(node.then, _TERM))
    other = node.other
    while isinstance(other, nodes.If) and other not in do.names and (inner := guard(other, do.ranges)) is not None:
        other = inner
    rest = do.say(other) if isinstance(other, nodes.If) else say("otherwise", do.lang, x=do.within(other, _TERM))
    return sequence([first, rest], do.lang), _CLAUSE


def _choose(do: _Describer, node: nodes.Choose) -> _Phrase:
    key = do.key(node.label.key)
    if all(isinstance(case, nodes.Const) for case in node.cases):
        each = [f"{label_text(label, do.lang)} {do.say(case)}" for label, case in zip(node.label.labels, node.cases)]
        return say("by-label", do.lang, label=key, each=listed(each, do.lang)), _CLAUSE
    cases = [
        say("case", do.lang, label=key, value=label_text(label, do.lang), x=do.within(case, _TERM))
        for label, case in zip(node.label.labels, node.cases, strict=True)
    ]
    return sequence(cases, do.lang), _CLAUSE


def _mean(do: _Describer, node: nodes.Mean | nodes.GeometricMean) -> _Phrase:
    if len({w.value if isinstance(w, nodes.Const) else w for w in node.weights}) == 1:
        equal = "equal-mean-of" if isinstance(node, nodes.Mean) else "equal-geometric-mean-of"
        return say(equal, do.lang, terms=do.all(node.terms)), _CLAUSE
    terms = [
        say("weighed", do.lang, x=do.within(x, _TERM), weight=do.within(weight, _TERM))
        for weight, x in zip(node.weights, node.terms, strict=True)
    ]
    key = "mean-of" if isinstance(node, nodes.Mean) else "geometric-mean-of"
    return say(key, do.lang, terms=listed(terms, do.lang)), _CLAUSE


def _best(do: _Describer, node: nodes.Best) -> _Phrase:
    return say("best-of", do.lang, count=node.count, terms=do.all(node.terms)), _CLAUSE


def _compare(do: _Describer, node: nodes.Compare) -> _Phrase:
    facts = {"left": do.within(node.left, _TERM), "right": do.within(node.right, _TERM)}
    return say(node.relation, do.lang, **facts), _TERM


def _one_of(do: _Describer, node: nodes.OneOf) -> _Phrase:
    values = [label_text(label, do.lang) for label in node.label.labels if label in node.labels]
    return say("is-label", do.lang, label=do.key(node.label.key), values=listed(values, do.lang, last="or")), _TERM


def _joined(do: _Describer, conditions: Sequence[nodes.Condition], last: str) -> _Phrase:
    parts = [do.within(condition, _TERM) for condition in conditions]
    return listed(parts, do.lang, last=last), _CLAUSE if len(parts) > 1 else _TERM


_WAYS: dict[type[nodes.Node], Callable[[_Describer, Any], _Phrase]] = {
    nodes.Const: lambda _, node: (exactly(node.value), _TERM if node.value < 0 else _ATOM),
    nodes.Absent: lambda do, node: (say(node.state.value, do.lang), _ATOM),
    nodes.Input: lambda do, node: (do.key(node.key), _ATOM),
    nodes.Sum: _sum,
    nodes.Product: _product,
    nodes.Quotient: _quotient,
    nodes.Least: _extreme,
    nodes.Greatest: _extreme,
    nodes.Piecewise: _piecewise,
    nodes.Round: _round,
    nodes.Power: _power,
    nodes.Log: lambda do, node: (f"{log_name(node.base)}({do.say(node.x)})", _ATOM),
    nodes.Exp: _exp,
    nodes.If: _if,
    nodes.Choose: _choose,
    nodes.Mean: _mean,
    nodes.GeometricMean: _mean,
    nodes.Best: _best,
    nodes.Always: lambda do, node: (say("always" if node.value else "never", do.lang), _ATOM),
    nodes.Compare: _compare,
    nodes.InState: lambda do, node: (
        say("is", do.lang, x=do.within(node.x, _TERM), state=say(node.state.value, do.lang)),
        _TERM,
    ),
    nodes.OneOf: _one_of,
    nodes.LabelInState: lambda do, node: (
        say("is", do.lang, x=do.key(node.label.key), state=say(node.state.value, do.lang)),
        _TERM,
    ),
    nodes.Every: lambda do, node: _joined(do, node.conditions, "both"),
    nodes.Some: lambda do, node: _joined(do, node.conditions, "or"),
    nodes.Not: lambda do, node: (say("not", do.lang, condition=do.within(node.condition, _TERM)), _CLAUSE),
}
