"""The narrating interpreter: how one record's values became the value of a node, with figures to check by hand."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from types import MappingProxyType

from perfscheme.diagnostics import language
from perfscheme.formula import exact, nodes, reals
from perfscheme.formula.exact import Evaluation
from perfscheme.formula.narrators import Label, Labels, Narrator, Ways
from perfscheme.formula.nodes import State
from perfscheme.formula.text import counted, guard, log_name
from perfscheme.formula.words import bracketed, exactly, label_text, listed, rounded, rounding_words, say, with_unit

__all__ = ["Label", "Labels", "narrate", "reason"]


def narrate(
    node: nodes.Formula,
    evaluation: Evaluation,
    lang: str = "en",
    *,
    gives: str = "",
    labels: Labels | None = None,
) -> str:
    """How a node came to its value.

    Args:
        node: any number node.
        evaluation: of the record.
        lang: of the words.
        gives: unit of the result.
        labels: of nodes that are not to be taken apart (other than `node` itself), and of inputs.

    >>> from perfscheme.formula.build import interpolate
    >>> curve = interpolate(nodes.Input("hours"), [(24, 100), (72, 80)])
    >>> run, labels = Evaluation({"hours": Fraction(30)}), {"hours": Label("", "h")}
    >>> narrate(curve, run, gives="points", labels=labels)
    '30 h lies between 24 h (100 points) and 72 h (80 points): 100 − (30 − 24) × 20/48 = 97.5 points'
    """
    narrator = Narrator(evaluation, language(lang), gives, labels or {}, node, _WAYS)
    return narrator.whole(node)


def reason(
    condition: nodes.Condition, evaluation: Evaluation, lang: str = "en", *, labels: Labels | None = None
) -> str:
    """Why a condition holds, or why it does not; arguments as for `narrate`."""
    narrator = Narrator(evaluation, language(lang), "", labels or {}, None, _WAYS)
    return narrator.reason(condition, evaluation.holds(condition))


def _sum(do: Narrator, node: nodes.Sum, final: bool) -> None:
    conditions = counted(node)
    if conditions is not None:
        holding = [condition for condition in conditions if do.run.holds(condition)]
        why = listed([do.reason(condition, True) for condition in holding], do.lang)
        key = "holding" if holding else "none-holding"
        do.add(key, count=len(holding), all=len(conditions), terms=why)
        return
    for factor, x in node.terms:
        if factor:
            do.tell(x)
    if any(factor for factor, _ in node.terms) or node.constant:
        do.steps.append(do.sum(_terms(do, node), do.value(node), final))


def _terms(do: Narrator, node: nodes.Sum) -> str:
    parts: list[tuple[bool, str]] = []
    if node.constant:
        parts.append((node.constant < 0, exactly(abs(node.constant))))
    for factor, x in node.terms:
        if factor:
            size, figure, alone = exactly(abs(factor)), do.bare(x), len(node.terms) == 1 and not node.constant
            if abs(factor) == 1:
                # A fraction by itself is clear enough in a sum.
                parts.append((factor < 0, figure.strip("()") if "/" in figure and "-" not in figure else figure))
            elif abs(factor).numerator == 1 and (alone or "/" in size):
                # 9 hours are 9 ÷ 8 steps of 8 hours, not 0.125 × 9.
                parts.append((factor < 0, f"{figure} ÷ {factor.denominator}"))
            else:
                parts.append((factor < 0, f"{figure} × {size}" if "/" in size else f"{size} × {figure}"))
    if parts[0][0]:
        parts.sort(key=lambda part: part[0])
    text = ("−" if parts[0][0] else "") + parts[0][1]
    return text + "".join(f" {'−' if negative else '+'} {part}" for negative, part in parts[1:])


def _product(do: Narrator, node: nodes.Product, final: bool) -> None:
    do.steps.append(do.sum(f"{_operand(do, node.left)} × {_operand(do, node.right)}", do.value(node), final))


def _quotient(do: Narrator, node: nodes.Quotient, final: bool) -> None:
    do.steps.append(do.sum(f"{_operand(do, node.over)} ÷ {_operand(do, node.under)}", do.value(node), final))


def _operand(do: Narrator, node: nodes.Formula) -> str:
    """A factor or divisor: a short sum of single values stands in brackets, all else is told before."""
    match node:
        case nodes.Sum(constant=constant, terms=terms) if (
            node not in do.told
            and do.label(node) is None
            and len(terms) + bool(constant) == 2
            and all(abs(factor) == 1 and do.single(x) for factor, x in terms)
        ):
            return f"({_terms(do, node)})"
    do.tell(node)
    return do.bare(node)


def _extreme(do: Narrator, node: nodes.Least | nodes.Greatest, final: bool) -> None:
    least = isinstance(node, nodes.Least)
    x, *limits = node.terms
    chosen = (nodes.Const, nodes.Choose)
    if len(limits) == 1 and (isinstance(limits[0], chosen) or (do.named(limits[0]) and not do.named(x))):
        acts = reals.compare(do.value(x), do.value(limits[0])) == (1 if least else -1)
        do.tell(x, final and not acts)
        if not acts and not final:
            do.mention(x)
        if acts:
            do.tell(limits[0])
            points = do.points(do.value(node), final)
            do.add("at-most-limit" if least else "at-least-limit", limit=do.full(limits[0]), points=points)
        return
    for term in node.terms:
        do.tell(term)
    terms = listed([do.full(term) for term in node.terms], do.lang)
    text = say("least-of" if least else "greatest-of", do.lang, terms=terms)
    do.add("so", reason=text, points=do.points(do.value(node), final))


def _piecewise(do: Narrator, node: nodes.Piecewise, final: bool) -> None:
    do.tell(node.x)
    x, y = do.value(node.x), do.value(node)
    place = exact.piece(node, x)
    start, slope = node.pieces[place]
    low = node.cuts[place - 1] if place else None
    high = node.cuts[place] if place < len(node.cuts) else None
    label = do.label(node.x)
    unit = label.unit if label is not None else ""

    def at(cut: nodes.Cut | None) -> str:
        return "" if cut is None else with_unit(exactly(cut.at), unit)

    facts = {"x": do.full(node.x), "low": at(low), "high": at(high)}
    edge = next((cut for cut in (low, high) if cut is not None and reals.compare(x, cut.at) == 0), None)
    if edge is not None:
        do.add("stands-at", points=do.points(y, final), **facts)
    elif not slope:
        key = {
            (True, True): "flat-between", (True, False): "flat-from" if low and low.inclusive else "flat-over",
            (False, True): "flat-under" if high and high.inclusive else "flat-to", (False, False): "so",
        }[low is not None, high is not None]  # fmt: skip
        do.add(key, reason=facts["x"], points=do.points(y, final), **facts)
    else:
        first, last = (None if cut is None else start + slope * cut.at for cut in (low, high))
        text = do.sum(_along(do.bare(node.x), low, high, first, last, start, slope), y, final)
        facts |= {"first": "" if first is None else do.points(first, final)}
        facts |= {"last": "" if last is None else do.points(last, final)}
        key = {(True, True): "lies-between", (True, False): "lies-beyond", (False, True): "lies-before",
               (False, False): "since"}[low is not None, high is not None]  # fmt: skip
        do.add(key, reason=text, sum=text, **facts)


def _along(
    x: str,
    low: nodes.Cut | None,
    high: nodes.Cut | None,
    first: Fraction | None,
    last: Fraction | None,
    start: Fraction,
    slope: Fraction,
) -> str:
    """A place on a straight line, counted from the end of the line that is there."""
    if low is not None and high is not None and first is not None and last is not None:
        up, across = abs(last - first), high.at - low.at
        whole = up.denominator == across.denominator == 1
        rate = f"{exactly(up)}/{exactly(across)}" if whole else f"{bracketed(up)} ÷ {bracketed(across)}"
        anchor, base, away = exactly(first), bracketed(low.at), True
    elif low is not None and first is not None:
        rate, anchor, base, away = bracketed(abs(slope)), exactly(first), bracketed(low.at), True
    elif high is not None and last is not None:
        rate, anchor, base, away = bracketed(abs(slope)), exactly(last), bracketed(high.at), False
    else:
        return f"{exactly(start)} {'+' if slope > 0 else '−'} {bracketed(abs(slope))} × {x}"
    distance = f"({x} − {base})" if away else f"({base} − {x})"
    if base == "0" and away:
        distance = x
    sign = "+" if (slope > 0) == away else "−"
    if anchor == "0":
        return f"{distance} × {rate}" if sign == "+" else f"−{distance} × {rate}"
    return f"{anchor} {sign} {distance} × {rate}"


def _round(do: Narrator, node: nodes.Round, final: bool) -> None:
    if reals.compare(do.value(node.x), do.value(node)) == 0:
        do.tell(node.x, final)
        if not final:
            do.mention(node.x)
        return
    before = len(do.steps)
    do.tell(node.x)
    x = do.full(node.x) if len(do.steps) == before else rounded(do.value(node.x))
    words = say("rounded", do.lang, x=x, mode=say(node.mode, do.lang), unit=rounding_words(node.unit, do.lang))
    do.add("so", reason=words, points=do.points(do.value(node), final))


def _power(do: Narrator, node: nodes.Power, final: bool) -> None:
    do.tell(node.x)
    text = f"{do.bare(node.x)} ^ {bracketed(node.exponent)}"
    do.steps.append(do.sum(text, do.value(node), final))


def _log(do: Narrator, node: nodes.Log, final: bool) -> None:
    do.tell(node.x)
    do.steps.append(do.sum(f"{log_name(node.base)}({exactly(do.value(node.x))})", do.value(node), final))


def _exp(do: Narrator, node: nodes.Exp, final: bool) -> None:
    do.tell(node.x)
    base = "e" if node.base is None else bracketed(node.base)
    do.steps.append(do.sum(f"{base} ^ {do.bare(node.x)}", do.value(node), final))


def _if(do: Narrator, node: nodes.If, final: bool) -> None:
    holds = do.run.holds(node.condition)
    taken = node.then if holds else node.other
    if guard(node, do.ranges) is taken or do.quiet(node.condition):
        do.tell(taken, final)
        return
    why = do.reason(node.condition, holds)
    before = len(do.steps)
    do.tell(taken, final)
    if len(do.steps) > before:
        do.steps.insert(before, why)
    else:
        do.add("so", reason=why, points=do.points(do.value(node), final))


def _choose(do: Narrator, node: nodes.Choose, final: bool) -> None:
    value = do.run.values[node.label.key]
    assert isinstance(value, (str, bool))  # it has a number: the label is there
    taken = node.cases[node.label.labels.index(value)]
    label = do.labels.get(node.label.key)
    name = node.label.key if label is None else label.name
    said = f"{name} {label_text(value, do.lang)}".strip()
    before = len(do.steps)
    do.tell(taken, final)
    if len(do.steps) > before:
        do.steps.insert(before, said)
    else:
        do.add("so", reason=said, points=do.points(do.value(node), final))


def _terms_there(do: Narrator, terms: Sequence[nodes.Formula]) -> None:
    for term in terms:
        if not isinstance(do.run(term), State):
            do.tell(term)


def _mean(do: Narrator, node: nodes.Mean | nodes.GeometricMean, final: bool) -> None:
    _terms_there(do, node.terms)
    there = exact.shares(do.run, node)
    assert not isinstance(there, State)
    weights = [weight for weight, _ in there]
    whole = sum(weights, Fraction(0))
    figures = [(bracketed(weight), bracketed(x)) for weight, x in there]
    if isinstance(node, nodes.GeometricMean):
        equal = len(set(weights)) == 1
        inside = " × ".join(x if equal else f"{x} ^ {weight}" for weight, x in figures)
        root = Fraction(len(figures)) if equal else whole
        text = inside if root == 1 else f"({inside}) ^ (1 ÷ {exactly(root)})"
    elif len(set(weights)) == 1:
        text = f"({' + '.join(x for _, x in figures)}) ÷ {len(figures)}"
    else:
        text = f"({' + '.join(f'{weight} × {x}' for weight, x in figures)}) ÷ {bracketed(whole)}"
    words = do.points(do.value(node), final) if len(figures) == 1 else do.sum(text, do.value(node), final)
    do.steps.append(words if len(there) == len(node.terms) else say("left-out", do.lang, sum=words))


def _best(do: Narrator, node: nodes.Best, final: bool) -> None:
    _terms_there(do, node.terms)
    found = [x for term in node.terms if not isinstance(x := do.run(term), State)]
    best = sorted(found, key=reals.by_size, reverse=True)[: node.count]
    text = " + ".join(bracketed(x) for x in best)
    terms = listed([rounded(x) for x in found], do.lang)
    do.add("best-are", count=node.count, terms=terms, sum=do.sum(text, do.value(node), final))


# Constants and inputs are their own explanation; an absence has none to narrate.
_WAYS: Ways = MappingProxyType(
    {
        nodes.Sum: _sum,
        nodes.Product: _product,
        nodes.Quotient: _quotient,
        nodes.Least: _extreme,
        nodes.Greatest: _extreme,
        nodes.Piecewise: _piecewise,
        nodes.Round: _round,
        nodes.Power: _power,
        nodes.Log: _log,
        nodes.Exp: _exp,
        nodes.If: _if,
        nodes.Choose: _choose,
        nodes.Mean: _mean,
        nodes.GeometricMean: _mean,
        nodes.Best: _best,
    }
)
