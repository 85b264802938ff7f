"""Guesses: what an indicator of a new scheme most likely is, from its name; whoever writes the scheme checks them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final, Literal, TypeAlias

import attrs

Better: TypeAlias = Literal["higher", "lower"]
Unit: TypeAlias = Literal["percent", "hours", "count", "currency"]

# The first that is found counts, so what makes a rate of a count or of a time stands before these.
UNITS: Final[Mapping[Unit, re.Pattern[str]]] = {
    "percent": re.compile(r"率|比例|占比|满意|差异|[%％]|\b(rate|ratio|share|percent(age)?|satisfaction|on time)\b"),
    "hours": re.compile(r"时间|时长|耗时|\b(times?|hours|duration|delay)\b"),
    "currency": re.compile(r"额|收入|利润|成本|费用|\b(revenue|sales|profit|costs?|expenses?)\b"),
    "count": re.compile(
        r"数$|数量|次数|件数|投诉|申诉|纠纷|差错|退回|退货|事故"
        r"|\b(number|count|per hour|per day|complaints?|appeals?|disputes?|errors?|returns?|defects?|incidents?"
        r"|accidents?|violations?|escalations?)\b"
    ),
}
# What turns a good word round stands before it, a good word before what it does away with (投诉处理率).
BETTER: Final[tuple[tuple[Better, re.Pattern[str]], ...]] = (
    (
        "lower",
        re.compile(
            r"[不未](合格|良|达标|满|通过|完成|达成|解决|处理|及时|按时|准时)"
            r"|\b(unresolved|unsolved|incomplete|dissatisfaction|not (resolved|completed|passed|on time))\b"
        ),
    ),
    (
        "higher",
        re.compile(
            r"解决|处理率|完成|达成|满意|及时|按时|准时|合格|通过|培训|修复|挽回|服务时长"
            r"|\b(resolution rate|resolved|solved|satisfaction|completed|completion|training|passed|on time|billable)\b"
        ),
    ),
    (
        "lower",
        re.compile(
            r"投诉|客诉|申诉|纠纷|差评|差错|错误|失误|失败|错漏|漏检|漏报|退回|退货|退款|退单|拒收|返工|返修"
            r"|重复|缺陷|次品|废品|报废|不良|事故|工伤|故障|停机|宕机|逾期|延误|延期|超期|超时|超支|拖欠|欠款"
            r"|坏账|违规|违约|违章|偏差|流失|离职|缺勤|旷工|迟到|早退|空置|缺货|积压|滞销|取消|放弃|差异|误差"
            r"|破损|货损|损耗|浪费|能耗|排放|时间|时长|耗时|等待|周期|周转天数|成本|费用"
            r"|\b(complaints?|appeals?|disputes?|refunds?|errors?|mistakes?|failures?|returns?|rejects?"
            r"|rejections?|rework|scrap|waste|defects?|accidents?|incidents?|injur(y|ies)|downtime|overdue"
            r"|overruns?|delays?|late|lateness|bad debts?|violations?|breaches|absences?|absenteeism|vacanc(y"
            r"|ies)|cancell?ations?|abandonment|abandoned|escalations?|backlog|difference|deviations?|damages?"
            r"|losses|turnover rate|staff turnover|employee turnover|attrition|churn|times?|hours|duration"
            r"|days to|costs?|expenses?|emissions?)\b"
        ),
    ),
)
LEVELS: Final[Mapping[tuple[Unit, Better], tuple[int, int, int]]] = {
    ("percent", "higher"): (60, 80, 100),
    ("percent", "lower"): (20, 10, 0),
    ("hours", "higher"): (8, 16, 24),
    ("hours", "lower"): (72, 48, 24),
    ("count", "higher"): (6, 8, 10),
    ("count", "lower"): (10, 4, 0),
    ("currency", "higher"): (60000, 80000, 100000),
    ("currency", "lower"): (100000, 80000, 60000),
}
"""What is just enough, wanted, and outstanding."""

ROOT: Final = "score"
"""The id of the whole plan, which no part of it can have."""


@attrs.frozen
class Guess:
    """An indicator as it begins.

    Args:
        key: its id, with which data and rules name it.
        taken: the id that it would have, were it not another's.
        name: its name for people.
        unit: of its values.
        better: which way is better.
    """

    key: str
    name: str
    unit: Unit
    better: Better
    taken: str | None = None

    @property
    def levels(self) -> tuple[int, int, int]:
        """Floor, target and stretch."""
        return LEVELS[self.unit, self.better]

    def attained(self, share: Fraction) -> Fraction:
        """The value that attains so much of the target."""
        target = self.levels[1]
        return target * (share if self.better == "higher" else 2 - share)


def guesses(said: Iterable[str]) -> list[Guess]:
    """Indicators by their names, each alone or as `name=key`.

    A key keeps the words of the name, Chinese ones as they are: whoever reads `客户满意度` in a rule or above a column
    knows what is meant.
    """
    found: list[Guess] = []
    for text in said:
        name, _, key = (part.strip() for part in text.replace("＝", "=").partition("="))
        unit: Unit = next((unit for unit, words in UNITS.items() if words.search(name.lower())), "percent")
        better: Better = next((way for way, words in BETTER if words.search(name.lower())), "higher")
        wanted = _key(key or name)
        own = _free(wanted, [ROOT, *(guess.key for guess in found)])
        found.append(Guess(own, name or key, unit, better, None if own == wanted else wanted))
    return found


def _key(text: str) -> str:
    words = re.findall(r"[^\W_]+", text)
    return "-".join(word.lower() if word.isascii() else word for word in words) or "indicator"


def _free(key: str, taken: list[str]) -> str:
    others = (f"{key}-{place}" for place in range(2, len(taken) + 3))
    return key if key not in taken else next(other for other in others if other not in taken)
