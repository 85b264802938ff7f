"""Scoring in words: what the indicators and dimensions of a plan are called, weigh and do, read from their formulas."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from perfscheme.diagnostics import Language
from perfscheme.formula.nodes import Choose, Const, Formula, If, Input, InState, LabelInput, Node, Product, State
from perfscheme.formula.text import describe
from perfscheme.formula.words import ends, exactly, label_text, listed, with_unit
from perfscheme.nouns.aggregations.matrices import Matrix
from perfscheme.nouns.aggregations.targets import ShareMet
from perfscheme.nouns.indicators import Indicator
from perfscheme.nouns.units import SPOKEN
from perfscheme.reports.documents import Table, filled
from perfscheme.reports.grids import grid
from perfscheme.reports.levels import label_of_levels, levels_for
from perfscheme.reports.shares import label_of_weights, share_of_total, shares
from perfscheme.reports.wording import word
from perfscheme.scheme import Scheme
from perfscheme.scheme.phrases import THRESHOLDS, called, phrase
from perfscheme.scheme.statement import NodeStatement


class Wordings:
    """Says what the nouns of one scheme do.

    Args:
        scheme: the scheme.
        lang: of the words.
    """

    def __init__(self, scheme: Scheme, lang: Language) -> None:
        self.scheme = scheme
        self.lang = lang
        self.nodes = scheme.statement.nodes
        self.root = next(iter(self.nodes))
        self.names: dict[Node | str, str] = self._names()

    def say(self, key: str, **facts: object) -> str:
        """A title or a sentence of documents."""
        return word(key, self.lang, **facts)

    def sentence(self, text: str) -> str:
        """A clause by itself."""
        return self.say("sentence", text=text[:1].upper() + text[1:])

    def called(self, key: str) -> str:
        """What an indicator or dimension is called."""
        if key == self.root:
            return self.say("total")
        name = self.nodes[key].noun.name
        return key if name is None else name.say(self.lang)

    def _names(self) -> dict[Node | str, str]:
        names: dict[Node | str, str] = {}
        for key, stated in self.nodes.items():
            if not isinstance(stated.points, (Input, Const)):
                names[stated.points] = self.say("points-of", name=self.called(key))
            for threshold, condition in stated.met.items():
                level = called(THRESHOLDS, threshold, self.lang)
                names[condition] = self.say("meets", name=self.called(key), threshold=level)
        names |= {key: name.say(self.lang) for key, name in self.scheme.statement.input_names.items()}
        return names

    def amount(self, value: Fraction | Decimal, unit: str | None) -> str:
        """A figure with its unit."""
        return with_unit(exactly(Fraction(value)), called(SPOKEN, unit, self.lang) if unit else "")

    def formula(self, node: Node, names: Mapping[Node | str, str] | None = None) -> str:
        """Any formula of the scheme in words."""
        return describe(node, self.lang, self.names if names is None else names)

    def level(self, stated: NodeStatement, name: str) -> str:
        """A threshold with its unit, or how it is found for each person."""
        node, unit = stated.thresholds[name], unit_of(stated)
        match node:
            case Const(value=value):
                return self.amount(value, unit)
            case Choose(label=label, cases=cases) if all(isinstance(case, Const) for case in cases):
                each = [
                    self.say("level-is", name=label_text(one, self.lang), value=self.amount(case.value, unit))
                    for one, case in zip(label.labels, cases, strict=True)
                    if isinstance(case, Const)
                ]
                return self.say("by-label", label=self.names.get(label.key, label.key), each=listed(each, self.lang))
        return self.formula(node)

    # Weights

    def share_by(self, label: LabelInput, one: str | bool) -> str:
        """The title of the shares of those who have a label."""
        return self.say("share-by", label=self.names.get(label.key, label.key), value=label_text(one, self.lang))

    def shares_by_label(self, key: str) -> tuple[str, Table] | None:
        """The label that alone decides the weights of a mean, as it is called, and the share of each child by it."""
        label = label_of_weights(self.nodes, key)
        if label is None:
            return None
        found = [shares(self.nodes, key, one) for one in label.labels]
        columns = [[self.percent(share) for share in column] for column in found if column is not None]
        if len(columns) < len(found):
            return None
        head = (self.say("indicator"), *(label_text(one, self.lang) for one in label.labels))
        rows = tuple(zip(map(self.called, self.nodes[key].children), *columns, strict=True))
        return self.names.get(label.key, label.key), Table(head, rows, numbers=frozenset(range(1, len(head))))

    def weight(self, key: str) -> str | None:
        """The share in its dimension, and of the total where that is another; None where there is no weight to name."""
        parent = self.nodes[key].parent
        assert parent is not None
        found, whole = shares(self.nodes, parent), share_of_total(self.nodes, key)
        if found is None:
            return self._weight_by_label(key, parent)
        share = self.percent(found[self.nodes[parent].children.index(key)])
        if parent == self.root or whole is None:
            return share
        return self.say("weight-in", share=share, name=self.called(parent), whole=self.percent(whole))

    def _weight_by_label(self, key: str, parent: str) -> str | None:
        """The share in a dimension whose weights are not the same for everybody, by the label that decides them."""
        label = label_of_weights(self.nodes, parent)
        found = None if label is None else [(one, shares(self.nodes, parent, one)) for one in label.labels]
        if found is None or not all(column for _, column in found):
            return None
        place = self.nodes[parent].children.index(key)
        said = [
            self.say("level-is", name=label_text(one, self.lang), value=self.percent(column[place]))
            for one, column in found
            if column
        ]
        return listed(said, self.lang)

    def matrix(self, key: str) -> Table | None:
        """The points of a dimension that are looked up by two children; None where they are not."""
        how = getattr(self.nodes[key].noun, "aggregation", None)
        if not isinstance(how, Matrix):
            return None
        return grid(how, self.called(how.rows.child), self.called(how.columns.child), self.lang)

    # Indicators

    def levels(self, key: str) -> Table | None:
        """Where thresholds differ by one label, a row for each label, with its weight where that differs by it, too."""
        stated = self.nodes[key]
        label = label_of_levels(stated)
        if label is None or stated.parent is None:
            return None
        weighed = label_of_weights(self.nodes, stated.parent)
        own = weighed is not None and weighed.key == label.key and shares(self.nodes, stated.parent) is None
        rows = []
        for one in label.labels:
            found = shares(self.nodes, stated.parent, one) if own else None
            share = "" if found is None else self.percent(found[self.nodes[stated.parent].children.index(key)])
            levels = (self.amount(at, unit_of(stated)) for at in levels_for(stated, one).values())
            rows.append((label_text(one, self.lang), share, *levels))
        names = (called(THRESHOLDS, name, self.lang) for name in stated.thresholds)
        names = (name[:1].upper() + name[1:] for name in names)
        head = (self.names.get(label.key, label.key), self.say("weight"), *names)
        return filled(Table(head, tuple(rows), numbers=frozenset(range(1, len(head)))))

    def names_but(self, stated: NodeStatement) -> dict[Node | str, str]:
        """All names but that of the node itself, which is to be taken apart."""
        return {node: name for node, name in self.names.items() if node not in (stated.points, stated.raw)}

    def missing(self, noun: Indicator) -> str | None:
        """What takes the place of a missing value."""
        found = noun.if_missing
        if found is None:
            return None
        if found.not_applicable:
            return self.say("missing-not-applicable")
        if found.value is not None:
            return self.say("missing-is", what=self.amount(found.value, noun.unit))
        assert found.points is not None
        return self.say("missing-is", what=self.amount(found.points, "points"))

    # Dimensions

    def made_of(self, key: str) -> str:
        """How the points of the children make up those of a dimension."""
        stated = self.nodes[key]
        children = [self.called(child) for child in stated.children]
        found = shares(self.nodes, key)
        how = getattr(stated.noun, "aggregation", None)
        if isinstance(how, ShareMet) and found is not None:
            weighed = [f"{name} {self.percent(share)}" for name, share in zip(children, found, strict=True)]
            facts = {"name": self.called(key), "scale": exactly(how.scale)}
            threshold = called(THRESHOLDS, how.threshold, self.lang)
            return self.say("share-met", threshold=threshold, children=listed(weighed, self.lang), **facts)
        if found is None or getattr(stated.raw, "terms", ()) != stated.terms:  # what is weighed may be targets met
            names = self.names_but(stated)
            names.update(zip(stated.terms, children, strict=True))
            return f"{self.called(key)} = {self.formula(applying(stated.raw), names)}"
        if len(set(found)) == 1:
            whole = children[0] if len(children) == 1 else f"({' + '.join(children)}) ÷ {len(children)}"
            return f"{self.called(key)} = {whole}"
        terms = [f"{name} × {self.percent(share)}" for name, share in zip(children, found, strict=True)]
        return f"{self.called(key)} = {' + '.join(terms)}"

    def percent(self, share: Fraction) -> str:
        """A share in percent, as a fraction where that never ends."""
        return f"{exactly(share * 100)}%" if ends(share * 100) else exactly(share)

    def absences(self, key: str) -> str | None:
        """What becomes of missing children."""
        policy: Any = getattr(getattr(self.nodes[key].noun, "aggregation", None), "missing", None)
        kind = getattr(policy, "kind", None)
        if kind is None:
            return None
        if kind == "renormalise" and policy.coverage == 0:
            return self.say("missing-spread")
        if kind == "renormalise":
            return self.say("missing-renormalise", needed=exactly(policy.coverage) + "%")
        if kind in ("refuse", "fallback-weights", "zero"):
            return self.say("if-missing", then=phrase(kind, self.lang))
        return phrase("policy", self.lang, kind=kind)


def unit_of(stated: NodeStatement) -> str | None:
    """The unit of an indicator."""
    assert isinstance(stated.noun, Indicator)
    return stated.noun.unit


def applying(node: Formula) -> Formula:
    """A formula for those to whom everything applies: what is left out for others would be told at each step."""
    match node:
        case If(condition=InState(state=State.NOT_APPLICABLE), other=other):
            return applying(other)
        case Product(left=left, right=right):
            return Product(applying(left), applying(right))
        case _:
            return node
