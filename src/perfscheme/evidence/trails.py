"""Trails: what stands behind a measured value: how it was counted, of how many rows, and what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

import attrs

from perfscheme.diagnostics import Diagnostic, Language, Text, figure, language
from perfscheme.diagnostics.language import COLON, COMMA, SEMICOLON, STOP
from perfscheme.evidence.opinions import ItemScore

KINDS: Mapping[str, Text] = MappingProxyType({
    "count": Text(zh="{rows}的条数", en="count of {rows}"),
    "sum": Text(zh="{rows}之和", en="sum of {rows}"),
    "mean": Text(zh="{rows}的平均", en="mean of {rows}"),
    "median": Text(zh="{rows}的中位数", en="median of {rows}"),
    "percentile": Text(zh="{rows}的第 {percent} 百分位数", en="percentile {percent} of {rows}"),
    "minimum": Text(zh="{rows}中的最小值", en="least of {rows}"),
    "maximum": Text(zh="{rows}中的最大值", en="greatest of {rows}"),
    "share": Text(zh="在 {rows}中的占比", en="share of {rows}"),
    "distinct": Text(zh="{rows}中不同值的个数", en="different values in {rows}"),
    "latest": Text(zh="{rows}中最近一条", en="latest of {rows}"),
    "only": Text(zh="取自{rows}", en="taken from {rows}"),
    "share-of-subjects": Text(zh="{rows}中符合条件的人员占比", en="share of the people in {rows}"),
})  # fmt: skip
"""How a value was counted; what is said of a ratio is said of its two measures."""

ROWS = Text(zh="{n} 条{table}", en="{n} {table}")
ROW = Text(zh="{n} 条{table}", en="{n} row of {table}")
LEFT_OUT = Text(zh="{n} 条不计入（{reason}）", en="{n} left out ({reason})")
STAGE = Text(zh="{name} {figure}", en="{name} {figure}")
STAGES = Text(zh="各阶段：{stages}", en="stages: {stages}")
RATIO = Text(zh="{of} {over} ÷ {to} {under}", en="{of} {over} / {to} {under}")


@attrs.frozen
class Trail:
    """What stands behind the value of one subject.

    Args:
        name: of the measure.
        kind: how it was counted.
        table: what its rows are called; None of a ratio.
        figure: the value, in the unit of its input; None: missing.
        count: how many rows were measured.
        left_out: how many rows were left out, by reason.
        stages: the mean of each stage, where it is a sum of stages.
        operands: of a ratio the two measures.
        lacking: why the value is missing; None where it is there.
        panel: what a panel says, where the value is one of it.
        percent: of a percentile, which.
    """

    name: Text
    kind: str
    table: Text | None
    figure: Fraction | str | bool | None
    count: int
    left_out: tuple[tuple[Text, int], ...] = attrs.field(default=(), kw_only=True)
    stages: tuple[tuple[Text, Fraction | None], ...] = attrs.field(default=(), kw_only=True)
    operands: tuple[Trail, ...] = attrs.field(default=(), kw_only=True)
    lacking: Diagnostic | None = attrs.field(default=None, kw_only=True)
    panel: ItemScore | None = attrs.field(default=None, kw_only=True)
    percent: Fraction | None = attrs.field(default=None, kw_only=True)

    def say(self, lang: str = "en") -> str:
        """How the value was counted: `mean of 41 tickets, 2 left out (answered before reported)`."""
        words = language(lang)
        if self.panel is not None:
            return self.panel.say(words)
        comma = COMMA.say(words)
        said = [*self._counted(words)]
        for reason, n in self.left_out:
            said.append(LEFT_OUT.say(words).format(n=n, reason=reason.say(words)))
        text = comma.join(said)
        if self.stages:
            parts = [STAGE.say(words).format(name=name.say(words), figure=_shown(x)) for name, x in self.stages]
            text += SEMICOLON.say(words) + STAGES.say(words).format(stages=comma.join(parts))
        for operand in self.operands:
            text += SEMICOLON.say(words) + operand.name.say(words) + COLON.say(words)
            text += operand.say(words)
        if self.lacking is not None:
            text += STOP.say(words) + self.lacking.message(words)
        return text

    def _counted(self, lang: Language) -> list[str]:
        if self.table is None:
            over, under = self.operands
            facts = {"of": over.name.say(lang), "to": under.name.say(lang)}
            return [RATIO.say(lang).format(over=_shown(over.figure), under=_shown(under.figure), **facts)]
        rows = (ROW if self.count == 1 else ROWS).say(lang).format(n=self.count, table=self.table.say(lang))
        percent = None if self.percent is None else figure(self.percent)
        return [KINDS[self.kind].say(lang).format(rows=rows, percent=percent)]


@attrs.frozen
class EvidenceRow:
    """A row behind a value.

    Args:
        row: its number within the table, from 0.
        name: what the table's `id` calls it; None where it has none.
        left_out: why it was left out; None: it was measured.
        amount: what was measured in it, in the unit of the input; None where that is no number.
    """

    row: int
    name: str | None
    left_out: Text | None
    amount: Fraction | None


def _shown(value: Fraction | str | bool | None) -> str:
    if value is None:
        return "–"
    return figure(value) if isinstance(value, Fraction) else str(value)
