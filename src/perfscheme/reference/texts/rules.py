"""Rules: each kind and each of its keys, said in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from perfscheme.diagnostics.language import Text
from perfscheme.nouns.rules.amounts import Bonus, Deduction, Per
from perfscheme.nouns.rules.conversions import Conversion
from perfscheme.nouns.rules.fallbacks import Base, BasePoints, LeaveOut
from perfscheme.nouns.rules.limits import Cap, Floor, Multiplier
from perfscheme.nouns.rules.named import NamedRule
from perfscheme.nouns.rules.vetoes import GradeLimit, Veto
from perfscheme.reference.sayings import Saying

NOUNS: Mapping[type[Any], Saying] = MappingProxyType({
    NamedRule: Saying(
        Text(zh="规则", en="Rule"),
        Text(zh="一条规则，可以有名称和依据。", en="A rule, which may have a name and sources."),
        {
            "name": Text(
                zh="规则的名称，得分说明中用它称呼这条规则；可分中英文写：{zh: …, en: …}。",
                en="Its name for people: explanations call the rule by it; may be in two languages: {zh: …, en: …}.",
            ),
        },
    ),
    Veto: Saying(
        Text(zh="一票否决", en="Veto"),
        Text(zh="出现某种情形，直接决定得分、等级或两者。", en="One event decides the points, the grade, or both."),
        {
            "when": Text(
                zh="什么情形。例：`{input: major-complaints, at-least: 1, if-missing: fails}`。",
                en="The event. Example: `{input: major-complaints, at-least: 1, if-missing: fails}`.",
            ),
            "points": Text(zh="得分改为多少。例：`0`。", en="What the points become. Example: `0`."),
            "grade": Text(zh="等级改为什么。", en="What the grade becomes."),
            "grade-at-most": Text(
                zh="等级最高只能是什么。例：`C`。",
                en="The best grade that can still be given. Example: `C`.",
            ),
        },
    ),
    Cap: Saying(
        Text(zh="封顶", en="Cap"),
        Text(zh="得分不超过一个数。", en="The points are no more than this."),
        {
            "at-most": Text(zh="上限。例：`100`。", en="The cap. Example: `100`."),
        },
    ),
    Floor: Saying(
        Text(zh="保底", en="Floor"),
        Text(zh="得分不低于一个数。", en="The points are no less than this."),
        {
            "at-least": Text(zh="下限。例：`0`。", en="The floor. Example: `0`."),
        },
    ),
    Multiplier: Saying(
        Text(zh="系数", en="Multiplier"),
        Text(zh="得分乘以系数，可设上下限。", en="The points times a factor, within limits."),
        {
            "by": Text(
                zh="系数；可因人而异或按标签而定。例：`1.1`。",
                en="The factor; may be given per person or chosen by a label. Example: `1.1`.",
            ),
            "at-least": Text(zh="乘后的下限。", en="Lower limit of the points that result."),
            "at-most": Text(zh="乘后的上限。例：`120`。", en="Upper limit of the points that result. Example: `120`."),
        },
    ),
    Bonus: Saying(
        Text(zh="加分", en="Bonus"),
        Text(zh="额外加分：固定的，或按次数、数量计算。", en="Points on top: fixed, or for each so much of an input."),
        {
            "points": Text(zh="加多少分。与 `per` 只能写一个。", en="The amount; or else `per`."),
            "per": Text(zh="按某个输入项每满多少加多少。", en="An amount for each step of an input."),
            "at-most": Text(zh="最多加多少分。", en="The limit of the amount."),
        },
    ),
    Deduction: Saying(
        Text(zh="扣分", en="Deduction"),
        Text(
            zh="扣分：固定的，或按次数、数量计算；数字写正数。",
            en="Points taken away, written without a sign: fixed, or for each so much of an input.",
        ),
        {
            "points": Text(
                zh="扣多少分，写正数。与 `per` 只能写一个。",
                en="The amount, without a sign; or else `per`.",
            ),
            "per": Text(zh="按某个输入项每满多少扣多少。", en="An amount for each step of an input."),
            "at-most": Text(zh="最多扣多少分。", en="The limit of the amount."),
        },
    ),
    Per: Saying(
        Text(zh="按数量", en="Per"),
        Text(zh="某个输入项每满多少算多少分。", en="So many points for each so much of an input."),
        {
            "input": Text(zh="数字输入项的键。", en="Key of the number input."),
            "each": Text(
                zh="一步有多大，单位同输入项。例：`1`。",
                en="The size of a step, in the input's unit. Example: `1`.",
            ),
            "points": Text(zh="每一步多少分。例：`3`。", en="Points for each step. Example: `3`."),
            "steps": Text(zh="不满一步怎么算。", en="What becomes of a step that is not complete."),
            "from": Text(zh="从多少开始计步。", en="Where counting begins."),
            "counting": Text(zh="数高出的部分，还是低于的部分。", en="Whether steps above or below it are counted."),
            "default": Text(
                zh="某人没有这个输入项时按多少算；不写则得分也缺失。",
                en="The value for a person for whom the input is missing; without it the points are missing too.",
            ),
        },
    ),
    BasePoints: Saying(
        Text(zh="其他指标只得基本分", en="Base points"),
        Text(
            zh="条件成立时，子项的分不超过基本分。",
            en="Where the condition holds, children get no more than their base points.",
        ),
        {
            "base": Text(
                zh="基本分，用于 `bases` 中没有写的子项。例：`60`。",
                en="Base points of every child that `bases` does not name. Example: `60`.",
            ),
            "bases": Text(zh="各子项的基本分。例：`{speed: 50}`。", en="Base points by child. Example: `{speed: 50}`."),
            "except": Text(
                zh="不受影响的子项。例：`[quality]`。",
                en="Children that the rule leaves alone. Example: `[quality]`.",
            ),
        },
    ),
    Base: Saying(
        Text(zh="基本分", en="Base"),
        Text(zh="一个子项的基本分。", en="The base points of one child."),
        {
            "child": Text(zh="子项的编号。", en="Id of the child."),
            "points": Text(zh="它的基本分。", en="Its base points."),
        },
    ),
    LeaveOut: Saying(
        Text(zh="剔除", en="Leave out"),
        Text(
            zh="条件成立时，这些子项视为不适用，不计权重。",
            en="Where the condition holds, children become not applicable and leave the weights.",
        ),
        {
            "children": Text(zh="子项的编号。例：`[speed]`。", en="Ids of the children. Example: `[speed]`."),
        },
    ),
    Conversion: Saying(
        Text(zh="换算", en="Conversion"),
        Text(
            zh="得分经一条曲线换成另一个数，如另一种分制、奖金比例。",
            en="The points go through a curve: another scale, a payout.",
        ),
        {
            "curve": Text(zh="用哪条曲线；得分就是曲线的数值。", en="The curve; the points are its value."),
            "better": Text(
                zh="得分高的算好还是低的算好，曲线需要时写。",
                en="Which points are better, where the curve needs to know it.",
            ),
        },
    ),
    GradeLimit: Saying(
        Text(zh="等级限制", en="Grade limit"),
        Text(
            zh="条件成立时，等级最高或最低是什么。",
            en="The grade is at most, or at least, a stated one where the condition holds.",
        ),
        {
            "at-most": Text(zh="等级最高只能是什么。例：`D`。", en="The best grade that can be given. Example: `D`."),
            "at-least": Text(zh="等级最低也是什么。", en="The worst grade that can be given."),
        },
    ),
})  # fmt: skip
