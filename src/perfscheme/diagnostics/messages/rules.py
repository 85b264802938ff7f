"""What can be wrong with conditions and rules: codes PS241 to PS270."""

from __future__ import annotations

from perfscheme.diagnostics.language import Messages

MESSAGES: Messages = {
    # conditions
    "PS241": {
        "en": "The condition compares with nothing. Write one of `at-least`, `above`, `at-most`, `below`, `equals` "
        "(for a label or flag `is` or `is-any`).",
        "zh": "条件没有写比较的对象。请写 `at-least`、`above`、`at-most`、`below`、`equals` 之一（标签或是/否值写 "
        "`is` 或 `is-any`）。",
    },
    "PS242": {
        "en": "The condition has several comparisons: {found}. Write one, and combine conditions with `all:` or "
        "`any:`.",
        "zh": "条件写了多个比较：{found}。请只写一个，并用 `all:` 或 `any:` 组合多个条件。",
    },
    "PS243": {
        "en": "{name} may be missing or not applicable, and the condition does not say what holds then. Write "
        "`if-missing: fails` (the condition does not hold) or `if-missing: holds`.",
        "zh": "{name} 可能缺失或不适用，而条件没有说明此时如何判断。请写 `if-missing: fails`（条件不成立）或 "
        "`if-missing: holds`（条件成立）。",
    },
    "PS244": {
        "en": "`{label}` is not a label of {name}. Write one that it has: {labels}.",
        "zh": "`{label}` 不是 {name} 的标签。请写其标签之一：{labels}。",
    },
    "PS245": {
        "en": "No indicator has a threshold {name}. Write one that there is: {known}.",
        "zh": "没有任何指标具有门槛 {name}。请写现有的门槛之一：{known}。",
    },
    "PS246": {
        "en": "`{name}` is an empty list. Write at least one item.",
        "zh": "`{name}` 是空列表。请至少写一项。",
    },
    "PS247": {
        "en": "There is no input, indicator or dimension {name} that could be looked at here. Write one that there "
        "is: {known}.",
        "zh": "此处没有可查看的输入、指标或维度 {name}。请写现有的之一：{known}。",
    },
    "PS248": {
        "en": "{name} stands there twice and would count twice. Keep one of the two.",
        "zh": "{name} 出现了两次，会被计两次。请只保留一个。",
    },
    "PS249": {
        "en": "Found `{found}`, expected a condition, which is a mapping of keys. Write for example `{instead}`.",
        "zh": "此处是 `{found}`，而条件应写成由键组成的映射。请写成例如 `{instead}`。",
    },
    "PS250": {
        "en": "`{key}` compares labels and flags, and {name} is a number. Write one of `at-least`, `above`, `at-most`, "
        "`below`, `equals` with a number, such as `{instead}`.",
        "zh": "`{key}` 用于比较标签或是/否值，而 {name} 是数字。请写 `at-least`、`above`、`at-most`、`below`、`equals` "
        "之一和数字，例如 `{instead}`。",
    },
    # rules
    "PS251": {
        "en": "The veto decides nothing. Write `points: 0`, `grade: D` or `grade-at-most: C`.",
        "zh": "该否决没有写后果。请写 `points: 0`、`grade: D` 或 `grade-at-most: C`。",
    },
    "PS252": {
        "en": "The veto says both `grade` and `grade-at-most`. Keep `grade` to decide it, or `grade-at-most` to "
        "bound it.",
        "zh": "该否决同时写了 `grade` 和 `grade-at-most`。若直接定级请保留 `grade`，若只限制上限请保留 "
        "`grade-at-most`。",
    },
    "PS253": {
        "en": "The grade limit has no limit. Write `at-most: C` or `at-least: C`.",
        "zh": "该等级限制没有写限制。请写 `at-most: C` 或 `at-least: C`。",
    },
    "PS254": {
        "en": "The grade is to be at least {least}, which is better than {most}, the best that is allowed. Exchange "
        "them.",
        "zh": "要求等级至少为 {least}，但它高于所允许的最高等级 {most}。请将两者对调。",
    },
    "PS255": {
        "en": "There is no grade {name}. Write one of the grades: {known}.",
        "zh": "没有等级 {name}。请写已有的等级之一：{known}。",
    },
    "PS256": {
        "en": "The {kind} has no amount. Write `points:`, or `per:` for an amount per step of an input.",
        "zh": "`{kind}` 没有写分数。请写 `points:`；若按某输入逐级计分，请写 `per:`。",
    },
    "PS257": {
        "en": "The {kind} has two amounts, `points` and `per`. Keep one of them, or write two rules.",
        "zh": "`{kind}` 同时写了 `points` 和 `per`。请只保留一个，或写成两条规则。",
    },
    "PS258": {
        "en": "A step of {found} has no size. Write `each:` above 0; to count downwards write `counting: down`.",
        "zh": "步长 {found} 无效。请写大于 0 的 `each:`；若向下计数，请写 `counting: down`。",
    },
    "PS259": {
        "en": "{found} is below 0 in a {kind}. Write the amount without a sign; `bonus` adds it, `deduction` takes "
        "it away.",
        "zh": "`{kind}` 中的 {found} 小于 0。请写不带符号的分数：`bonus` 加分，`deduction` 扣分。",
    },
    "PS260": {
        "en": "The amount of this {kind} can be below 0 for some inputs. Give the input a range from 0 up, such as "
        "`range: [0, 10]`.",
        "zh": "该 `{kind}` 的分数在某些输入下可能小于 0。请给该输入写从 0 开始的范围，例如 `range: [0, 10]`。",
    },
    "PS261": {
        "en": "There are no base points. Write `base:` for all children, or `bases:` by child.",
        "zh": "没有写基本分。请为全部子项写 `base:`，或按子项写 `bases:`。",
    },
    "PS262": {
        "en": "{name} is named twice in this rule. Name it once.",
        "zh": "该规则中 {name} 出现了两次。请只写一次。",
    },
    "PS263": {
        "en": "{name} is no child of this dimension. Write one of its children: {known}.",
        "zh": "{name} 不是该维度的子项。请写子项之一：{known}。",
    },
    "PS264": {
        "en": "The lower limit {low} is above the upper limit {high}. Exchange them.",
        "zh": "下限 {low} 高于上限 {high}。请将两者对调。",
    },
    "PS265": {
        "en": "There are no base points for {names}. Add them to `bases:`, write `base:` for the rest, or name them "
        "under `except:`.",
        "zh": "{names} 没有基本分。请在 `bases:` 中补上，或为其余子项写 `base:`，或把它们写在 `except:` 下。",
    },
    "PS266": {
        "en": "No children are left out. Write their ids, such as `children: [cost]`.",
        "zh": "没有写要排除的子项。请写其标识，例如 `children: [cost]`。",
    },
    "PS267": {
        "en": "The curve `{found}` cannot convert points: it leaves them as they are, or reads labels. Write another, "
        "such as `linear` or `tiers`, or leave the rule out.",
        "zh": "曲线 `{found}` 不能换算得分：它不改变得分，或读取的是标签。请写其他曲线，例如 "
        "`linear` 或 `tiers`，或删去该规则。",
    },
    "PS268": {
        "en": "How many indicators are at a threshold is a whole number, and {found} is none. Write how many, "
        "such as 7.",
        "zh": "达到门槛的项数是整数，而 {found} 不是。请写项数，例如 7。",
    },
}
