"""What can be wrong with a formula written as text: codes PS161 to PS187."""

from __future__ import annotations

from perfscheme.diagnostics.language import Messages

MESSAGES: Messages = {
    "PS161": {
        "en": "Column {column}: {found} is no part of a formula. Write {instead}.",
        "zh": "第 {column} 列：{found} 不能用于公式。请写 {instead}。",
    },
    "PS162": {
        "en": "Column {column}: found {found}, where the formula needs something like {expected}. Write that there.",
        "zh": "第 {column} 列：此处是 {found}，而公式需要 {expected} 之类。请改写。",
    },
    "PS163": {
        "en": "Column {column}: there is no {name} to calculate with. Write one that is known: {known}.",
        "zh": "第 {column} 列：没有可参与计算的 {name}。请写已知的之一：{known}。",
    },
    "PS164": {
        "en": "Column {column}: there is no function {name}. Write one of {known}.",
        "zh": "第 {column} 列：没有函数 {name}。请写其中之一：{known}。",
    },
    "PS165": {
        "en": "Column {column}: {name} has {found} arguments, where it takes {wanted}. Write as many.",
        "zh": "第 {column} 列：{name} 有 {found} 个参数，应有 {wanted} 个。请改正个数。",
    },
    "PS166": {
        "en": "The formula is too long: more than {longest} characters, {tokens} words and signs, or {deepest} "
        "levels of brackets. Write it in parts, as several indicators.",
        "zh": "公式超过 {longest} 个字符、{tokens} 个词与符号或 {deepest} 层括号。请拆开。",
    },
    "PS167": {
        "en": "Column {column}: an exponent and its base both vary. Write a fixed exponent, or a fixed base above 0.",
        "zh": "第 {column} 列：底数与指数都在变化。请写固定的指数，或大于 0 的固定底数。",
    },
    "PS168": {
        "en": "Column {column}: this is true or false, where a number is needed. Write `if(..., 1, 0)` around it.",
        "zh": "第 {column} 列：此处是真假，而公式需要数字。请写成 `if(..., 1, 0)`。",
    },
    "PS169": {
        "en": "Column {column}: this is a number, where true or false is needed. Write a comparison, such as `x >= 1`.",
        "zh": "第 {column} 列：此处是数字，而公式需要真假。请写比较式，例如 `x >= 1`。",
    },
    "PS170": {
        "en": "Column {column}: {name} is the name of several things (value, threshold, input). Write another name "
        "for the threshold.",
        "zh": "第 {column} 列：{name} 同时是几样东西的名称（数值、门槛、输入）。请给门槛改名。",
    },
    "PS171": {
        "en": "Column {column}: the decimal places of round are no whole number up to {most}. Write `round(x, 2)`.",
        "zh": "第 {column} 列：round 的小数位数不是 {most} 以内的整数。请写整数：`round(x, 2)`。",
    },
    "PS172": {
        "en": "Column {column}: this power grows past a degree of {most}. Write a smaller or shorter exponent.",
        "zh": "第 {column} 列：该乘方的次数超过 {most}。请写更小或更短的指数。",
    },
    "PS176": {
        "en": "Column {column}: the formula ends, where it needs something like {expected}. Write that there.",
        "zh": "第 {column} 列：公式到此结束，但还需要 {expected} 之类。请补上。",
    },
    "PS177": {
        "en": "Column {column}: '{found}' is a text, which is only compared with a label. Write a comparison such as "
        "`role == 'senior'`, and figures without quotes.",
        "zh": "第 {column} 列：'{found}' 是文字，只能与标签比较。请写比较式，例如 `role == 'senior'`；数字不加引号。",
    },
    "PS178": {
        "en": "Column {column}: a text begins here and does not end. Write the closing quote, as in `'senior'`.",
        "zh": "第 {column} 列：文字从此处开始，却没有结束。请写右引号，例如 `'senior'`。",
    },
    "PS179": {
        "en": "Column {column}: {name} is a label or flag, where a number is needed. Write `{instead}`.",
        "zh": "第 {column} 列：{name} 是标签或是/否值，此处需要数字。请写 `{instead}`。",
    },
    "PS180": {
        "en": "Column {column}: {name} is a label, neither true nor false. Write a comparison such as `{instead}`.",
        "zh": "第 {column} 列：{name} 是标签，没有真假。请写比较式，例如 `{instead}`。",
    },
    "PS181": {
        "en": "Column {column}: {name} is true or false by itself. Write `{name}` or `not {name}`.",
        "zh": "第 {column} 列：{name} 本身就是真假。请写 `{name}` 或 `not {name}`。",
    },
    "PS182": {
        "en": "Column {column}: label {name} can only be equal (`==`) or not (`!=`) to one of its words in quotes. "
        "Write for example `{instead}`.",
        "zh": "第 {column} 列：标签 {name} 只能用 `==` 或 `!=` 与加引号的标签值比较。请写例如 `{instead}`。",
    },
    "PS183": {
        "en": "Column {column}: '{label}' is not a label of {by}. Write one that it has: {labels}.",
        "zh": "第 {column} 列：'{label}' 不是 {by} 的标签。请写其标签之一：{labels}。",
    },
    "PS184": {
        "en": "Column {column}: {name} is a number, and is compared with the text '{found}'. Write figures without "
        "quotes, or name a label.",
        "zh": "第 {column} 列：{name} 是数字，却与文字 '{found}' 比较。请写不加引号的数字，或改用标签。",
    },
    # formulas that join children
    "PS185": {
        "en": "Column {column}: {name} is no child of this dimension. Write one of its children ({known}), or move "
        "{name} here.",
        "zh": "第 {column} 列：{name} 不是该维度的子项。请写子项之一（{known}），或把 {name} 移到此处。",
    },
    "PS186": {
        "en": "Column {column}: {name} is the value that the curve of an indicator reads. A dimension joins the points "
        "of its children: {known}. Write their ids.",
        "zh": "第 {column} 列：{name} 是指标曲线读取的数值；维度汇总的是子项的得分：{known}。请写子项的标识。",
    },
    "PS187": {
        "en": "{name} is not in the formula, so its points are not used. Write it there, or move it to another "
        "dimension.",
        "zh": "公式中没有 {name}，其得分不会用到。请把它写进公式，或移到其他维度。",
    },
}
