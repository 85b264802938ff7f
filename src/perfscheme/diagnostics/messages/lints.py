"""What can be said against a scheme that is right in form: codes PS501 to PS599."""

from __future__ import annotations

from typing import Final

from perfscheme.diagnostics.language import Messages

MESSAGES: Messages = {
    # directions
    "PS501": {
        "en": "The points of {name} rise and fall as its values get better (`better: {better}`): {input} "
        "{worse} has {points} points, the better {value} has {fewer}. Change the figures of the curve; "
        "or, if a middle is best, leave out `better`.",
        "zh": "{name} 的得分随数值变好时升时降（`better: {better}`）：{input} 为 {worse} 时得 {points} 分，更好"
        "的 {value} 却得 {fewer} 分。请改正曲线的数值；若居中最好，请不写 `better`。",
    },
    "PS502": {
        "en": "A better value makes the total worse, though no rule fires: with {name} at {worse} the total is "
        "{before}, with the better {value} it is {after} (the other inputs: {record}). Good turns into "
        "bad at {culprit}. Turn its sign or order round, or correct `better` of {name}.",
        "zh": "数值变好，总分反而变差，且没有规则触发：{name} 为 {worse} 时总分为 {before}，为更好的 {value} 时"
        "总分为 {after}（其他输入：{record}）。好坏在此处颠倒：{culprit}。请调换其正负或顺序，或改正 "
        "{name} 的 `better`。",
    },
    "PS503": {
        "en": "It could be neither proved nor disproved that a better value of {name} (input {input}) never "
        "makes the total worse: from {place} on, the formula is not seen to move one way only. Look at that "
        "place, and waive this with the reason.",
        "zh": "无法证明、也无法否定：{name}（输入 {input}）变好时总分绝不变差——从 {place} 起，看不出公式只朝一个"
        "方向变化。请检查该处，并写明理由予以豁免（`waive`）。",
    },
    # curves
    "PS511": {
        "en": "{name} has {points} points whatever its value is, so measuring it changes nothing. Correct the "
        "levels of the curve, or the `range`.",
        "zh": "无论数值是多少，{name} 都得 {points} 分，衡量它不起作用。请改正曲线的水平，或改正 `range`。",
    },
    "PS512": {
        "en": "No value of {name} can be {level}: its values are {reach}, so the {points} points "
        "written here are never reached by it. Correct the level, or the `range`.",
        "zh": "{name} 的数值不可能是 {level}：其数值为 {reach}，因此不会按这里的 {points} 分"
        "得分。请改正该水平，或改正 `range`。",
    },
    "PS513": {
        "en": "Nobody can meet the threshold {threshold} of {name}: it is {value}, and its values are {reach}. Correct "
        "the threshold, or the limits of the input.",
        "zh": "没有人能达到 {name} 的门槛 {threshold}：它是 {value}，而其数值为 {reach}。请改正该门"
        "槛，或改正输入的范围。",
    },
    "PS514": {
        "en": "Whoever meets the target of {name} has no more than {found} points, though the curve gives {points} "
        "there. Write points, such as `at-most: 120`, or leave out `at-most`.",
        "zh": "{name} 达到目标时最多只得 {found} 分，而曲线在该处是 {points} 分。请写分数，例如 `at-most: 120`，或不写 "
        "`at-most`。",
    },
    "PS515": {
        "en": "One percent meets every threshold of {name}: the hardest, {threshold}, is {value} %. If {percent} % is "
        "meant, write {percent}, and the others likewise.",
        "zh": "{name} 只要 1% 就达到所有门槛：最难的 {threshold} 是 {value}%。若指 {percent}%，请写 {percent}，其余门"
        "槛照此改写。",
    },
    # weights
    "PS521": {
        "en": "{name} has the weight 0, so its points count for nothing in {parent}. Give it a weight, or delete it.",
        "zh": "{name} 的权重是 0，其得分对 {parent} 不起作用。请给它权重，或删去它。",
    },
    "PS522": {
        "en": "In {name} no weight is ever spread over the rest: without {child}, which weighs least, {left} % "
        "of the weight is left at most, and the coverage asks for {coverage}. Write a lower coverage, or "
        "`missing: refuse`.",
        "zh": "{name} 的缺项权重永远不会分给其余子项：即使只缺权重最小的 {child}，最多也只剩 {left}% 的权重，而"
        "覆盖率要求 {coverage}%。请降低覆盖率，或写 `missing: refuse`。",
    },
    # rules
    "PS531": {
        "en": "The rule can never fire: its condition is that {condition}, and the figures are {reach}. "
        "Correct the condition, or delete the rule.",
        "zh": "该规则永远不会触发：其条件是 {condition}，而数值范围是 {reach}。请改正条件，或删去该规则。",
    },
    "PS532": {
        "en": "The rule fires for everybody of whom nothing is missing: its condition is that {condition}, and "
        "the figures are {reach}. Correct the condition, or leave out `when`.",
        "zh": "只要数据齐全，该规则对所有人都触发：其条件是 {condition}，而数值范围是 {reach}。请改正条件，或不"
        "写 `when`。",
    },
    "PS533": {
        "en": "The rule changes nothing, even where it fires: without it the result is {reach} all the same. "
        "Correct its figures, or delete it.",
        "zh": "该规则即使触发也不改变结果：没有它，结果同样是 {reach}。请改正其数值，或删去它。",
    },
    "PS534": {
        "en": "This part of the condition {holds}: it is that {condition}, and the figures are {reach}. Correct it, "
        "or delete it.",
        "zh": "条件的这一部分{holds}：它是 {condition}，而数值范围是 {reach}。请改正它，或删去它。",
    },
    # names
    "PS541": {
        "en": "Nothing reads the input {name}, and yet it must be handed in for everybody. Use it, or delete it.",
        "zh": "没有任何地方读取输入 {name}，但每个人都必须提供它。请使用它，或删去它。",
    },
    "PS542": {
        "en": "No curve, condition or aggregation uses the threshold {threshold} of {name}; it is only shown. "
        "Use it, or delete it.",
        "zh": "没有曲线、条件或汇总方式使用 {name} 的门槛 {threshold}；它只用于显示。请使用它，或删去它。",
    },
    "PS543": {
        "en": "The text “{found}” has no {lacking}, which other texts of the scheme have. Add `{key}:`.",
        "zh": "文字“{found}”没有{lacking}，而方案的其他文字有。请补上 `{key}:`。",
    },
    "PS544": {
        "en": "The threshold {threshold} of {name} has a name of your own, so that its order is not checked and no "
        "card tells how far away it is. Write the usual name wherever it stands, or waive this with the reason.",
        "zh": "{name} 的门槛 {threshold} 用的是自拟名称：不检查高低顺序，得分单也不说明差距。请在提到它的各处改用通用"
        "名称，或写明理由予以豁免（`waive`）。",
    },
    # grades
    "PS545": {
        "en": "Grade {name} is better than {other}, and has the coefficient {found}, which is below {more}. Exchange "
        "them.",
        "zh": "等级 {name} 比 {other} 好，系数 {found} 却低于 {more}。请对调。",
    },
    "PS546": {
        "en": "Nobody of whom everything is there can have grade {name}: their totals end at {reach}, and only where "
        "something is missing or does not apply can a total be better. Correct the points, weights or rules, or move "
        "the bound of the grade.",
        "zh": "数据齐全且各项都适用的人不可能得到等级 {name}：其总分止于 {reach}，只有缺失或不适用时才可能更好。请改正"
        "得分、权重或规则，或移动该等级的边界。",
    },
    # scale
    "PS551": {
        "en": "The points of {name} leave the scale, which ends at {end}: {record} gives {points} points. "
        "Correct the curve or limit it, or write a `scale` that has room for it.",
        "zh": "{name} 的得分超出分制的界限 {end}：{record} 时得 {points} 分。请改正或限制计分曲线，"
        "或把 `scale` 写得容得下它。",
    },
    "PS552": {
        "en": "The total leaves the scale, which ends at {end}: it is {total} with {record}. Correct the points, "
        "weights or rules, add a cap, or write a `scale` that has room for it.",
        "zh": "总分超出分制的界限 {end}：{record} 时总分为 {total}。请改正得分、权重或规则，或加上封顶，或把 `scale` "
        "写得容得下它。",
    },
    "PS553": {
        "en": "Nobody can have a total of {end}, where the scale ends: totals go from {low} to {high} at most. "
        "Correct the points, weights or rules, or the `scale`.",
        "zh": "没有人的总分能达到分制的界限 {end}：总分最多在 {low} 至 {high} 之间。请改正得分、权重或规"
        "则，或改正 `scale`。",
    },
    "PS554": {
        "en": "It could be neither proved nor disproved that {name} keeps to the scale, which ends at {end}: by "
        "its formula it lies from {low} to {high} at most. Add a rule that limits it, or waive this with the reason.",
        "zh": "无法证明、也无法否定：{name} 不超出分制的界限 {end}——按公式最多在 {low} 至 {high} 之间。请用规则加"
        "以限制，或写明理由予以豁免（`waive`）。",
    },
    "PS555": {
        "en": "Nobody of whom everything is there can have a total of {end}, where the scale ends: their totals go "
        "from {low} to {high}, and only where something is missing or does not apply can a total be better. Correct "
        "the points, weights or rules, or the `scale`.",
        "zh": "数据齐全且各项都适用的人，总分不可能达到分制的界限 {end}：其总分在 {low} 至 {high} 之间，只有缺失或不适"
        "用时才可能更好。请改正得分、权重或规则，或改正 `scale`。",
    },
    # panels
    "PS561": {
        "en": "Ratings of {panel} go from {low} to {high}, and {name} from {least} to {most}, so that its value never "
        "leaves a small part of that. Write `scale: [{least}, {most}]` at the panel to convert them, or correct "
        "`range`.",
        "zh": "评价小组 {panel} 的评分只有 {low} 至 {high}，而 {name} 的取值范围是 {least} 至 {most}，其数值只会落在"
        "其中一小段。请在评价小组中写 `scale: [{least}, {most}]` 加以换算，或改正 `range`。",
    },
    # waivers
    "PS591": {
        "en": "The waiver of {found} is needless: there is no such finding here. Delete it.",
        "zh": "对 {found} 的豁免是多余的：此处没有这一提示。请删去它。",
    },
    "PS592": {
        "en": "There is no lint {found} that could be waived. Write one of: {known}.",
        "zh": "没有可豁免的代码 {found}。请写其中之一：{known}。",
    },
    "PS593": {
        "en": "The waiver has no reason. Write why the scheme is right as it is.",
        "zh": "豁免没有写理由。请写明方案为何这样是对的。",
    },
}

WAIVABLE: Final = ("PS148", "PS193", "PS280", "PS285", *(code for code in MESSAGES if code < "PS590"))
"""Codes that a scheme may waive: those of the table of lints, and what nouns report as warnings themselves."""
