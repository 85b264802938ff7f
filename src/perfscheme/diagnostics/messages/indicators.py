"""What can be wrong with curves, units, inputs, thresholds and indicators: codes PS101 to PS199."""

from __future__ import annotations

from perfscheme.diagnostics.language import Messages

MESSAGES: Messages = {
    # numbers and values
    "PS101": {
        "en": "{found} ({type}) is not a number. Write an int, a float, a Decimal, a Fraction or plain decimal text.",
        "zh": "{found}({type})不是数字。请写 int、float、Decimal、Fraction 或纯十进制文本。",
    },
    "PS102": {
        "en": "{found} is not plain decimal text. Write {instead}: digits 0-9, a point, no unit, no separators.",
        "zh": "{found} 不是纯十进制文本。请写 {instead}:半角数字和小数点,不带单位,不带分隔符。",
    },
    "PS103": {
        "en": "{found} is blank, which may be a slip or an absence. For a missing value write None or leave it out.",
        "zh": "{found} 是空白,可能是笔误,也可能表示缺失。若为缺失,请写 None 或不写该项。",
    },
    "PS104": {
        "en": "{found} is not a finite number of a size that can be computed with. Write a number below 1e400.",
        "zh": "{found} 不是可参与计算的有限数。请写绝对值小于 1e400 的数字。",
    },
    "PS105": {
        "en": "{found} is a yes or no, where a number is expected. Write the number, or declare `kind: flag`.",
        "zh": "{found} 是“是/否”,此处应为数字。请写数字,或把该输入声明为 `kind: flag`。",
    },
    "PS106": {
        "en": "{found} is below the valid range, which begins at {low} {unit}. Correct the value, or write a wider "
        "`range`.",
        "zh": "{found} 低于有效范围的下限 {low}({unit})。请更正数值,或写更宽的 `range`。",
    },
    "PS107": {
        "en": "{found} is above the valid range, which ends at {high} {unit}. Correct the value, or write a wider "
        "`range`.",
        "zh": "{found} 高于有效范围的上限 {high}({unit})。请更正数值,或写更宽的 `range`。",
    },
    "PS108": {
        "en": "{found} percent looks like a fraction. If {percent} % is meant, write {percent}; if {found} % is meant, "
        "write `range: [0, 100]` at the input.",
        "zh": "百分数 {found} 看起来像小数。若指 {percent}%,请写 {percent};若确指 {found}%,请写 `range: [0, 100]`。",
    },
    "PS109": {
        "en": "{found} is a length of time, where {unit} are expected. Write a number, or declare a unit of time.",
        "zh": "{found} 是时长,此处单位应为 {unit}。请写以 {unit} 计的数字,或声明时间单位。",
    },
    "PS110": {
        "en": "{found} is not one of the declared labels: {labels}. Write one of them, exactly.",
        "zh": "{found} 不在已声明的标签之中:{labels}。请原样写其中一个。",
    },
    "PS114": {
        "en": "{found} is not a flag. Write True or False; 0, 1 and words are not taken for one.",
        "zh": "{found} 不是是/否值。请写 True 或 False;0、1 和文字不会被当作是/否。",
    },
    # sources
    "PS111": {
        "en": "A source names nothing. Write `document:`, or `assumed: true` with a `reason:`.",
        "zh": "来源没有内容。请写 `document:`,或写 `assumed: true` 并附 `reason:`。",
    },
    "PS112": {
        "en": "An assumed figure has no reason. Write `reason:` beside `assumed: true`.",
        "zh": "假定的数字没有理由。请在 `assumed: true` 旁写 `reason:`。",
    },
    "PS113": {
        "en": "Clause {clause} belongs to no document. Write `document:` beside `clause:`.",
        "zh": "条款 {clause} 不属于任何文件。请在 `clause:` 旁写 `document:`。",
    },
    # roundings
    "PS115": {
        "en": "A rounding says neither `places` nor `step`. Write one of them, such as `places: 2`.",
        "zh": "取整既没有写 `places` 也没有写 `step`。请写其中一个,例如 `places: 2`。",
    },
    "PS116": {
        "en": "A rounding says both `places` and `step`. Keep one of them.",
        "zh": "取整同时写了 `places` 和 `step`。请只保留一个。",
    },
    "PS117": {
        "en": "{found} decimal places are outside -{most} to {most}. Write a number in that range.",
        "zh": "小数位数 {found} 不在 -{most} 到 {most} 之间。请写该范围内的数字。",
    },
    "PS118": {
        "en": "A rounding step of {found} has no multiples to round to. Write a step above 0.",
        "zh": "取整步长 {found} 没有可取的倍数。请写大于 0 的步长。",
    },
    # inputs and what refers to them
    "PS119": {
        "en": "The range from {low} to {high} is empty. Write the lower end first: `range: [low, high]`.",
        "zh": "从 {low} 到 {high} 的范围为空。请先写下限:`range: [下限, 上限]`。",
    },
    "PS120": {
        "en": "There are no labels. Write at least one.",
        "zh": "没有标签。请至少写一个。",
    },
    "PS121": {
        "en": "A label is blank. Write a word, or leave it out.",
        "zh": "有一个标签为空白。请写文字或删去。",
    },
    "PS122": {
        "en": "Label {label} stands there twice. Keep one of the two.",
        "zh": "标签 {label} 出现了两次。请只保留一个。",
    },
    "PS123": {
        "en": "There is no input {name}; declared are: {known}. Declare it under `inputs:`, or write one of these.",
        "zh": "没有名为 {name} 的输入;已声明的有:{known}。请在 `inputs:` 下声明它,或改写为其中之一。",
    },
    "PS124": {
        "en": "Input {name} is a label or flag, where a number is needed. Name a number input.",
        "zh": "输入 {name} 是标签或是/否值,此处需要数字。请写一个数字输入。",
    },
    "PS125": {
        "en": "Input {name} is a number, where a label or flag is needed. Name one of `kind: label` or `flag`.",
        "zh": "输入 {name} 是数字,此处需要标签或是/否值。请写 `kind: label` 或 `kind: flag` 的输入。",
    },
    "PS126": {
        "en": "{label} is not a label of {by}, which has: {labels}. Write one of these.",
        "zh": "{label} 不是 {by} 的标签;它有:{labels}。请写其中之一。",
    },
    "PS127": {
        "en": "There is no case for {missing} of {by}. Write one case for every label.",
        "zh": "{by} 的 {missing} 没有对应的情形。请为每个标签写一个情形。",
    },
    "PS128": {
        "en": "There is no threshold {name}; written are: {known}. Write one of these, a number, or add it.",
        "zh": "没有名为 {name} 的门槛;已写的有:{known}。请在 `thresholds:` 下添加,或改写为其中之一或数字。",
    },
    "PS129": {
        "en": "There is no {name} whose result could be used here; there are: {known}. Name one of these.",
        "zh": "此处没有可引用其结果的 {name};可用的有:{known}。请写其中之一。",
    },
    "PS130": {
        "en": "The total is not known yet here. Write this condition in a rule of the whole scheme.",
        "zh": "此处总分尚未得出。请把该条件写在整个方案的规则中。",
    },
    "PS131": {
        "en": "Input {name} is in {found}, which does not convert to {wanted}. Name one in a unit of the same kind.",
        "zh": "输入 {name} 的单位是 {found},不能换算为 {wanted}。请写同类单位的输入。",
    },
}
