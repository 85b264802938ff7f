"""What can be wrong with the keys and values of a file before they are understood: codes PS030 to PS099."""

from __future__ import annotations

from perfscheme.diagnostics.language import Messages

MESSAGES: Messages = {
    # What stands where something else belongs
    "PS030": {
        "en": "Found {found}, expected {expected}. Write it like `{instead}`.",
        "zh": "此处是{found}，应为{expected}。请写成 `{instead}` 这样。",
    },
    "PS031": {
        "en": "Found {found}, expected {expected}. Write each item after `- `, or all in `[ ]`, such as `{instead}`.",
        "zh": "此处是{found}，应为{expected}。请在每项前写 `- `，或全部写在 `[ ]` 中，例如 `{instead}`。",
    },
    "PS032": {
        "en": "Found {found}, expected {expected}. Write it like `{instead}`.",
        "zh": "此处是{found}，应为{expected}。请写成 `{instead}` 这样。",
    },
    "PS033": {
        "en": "The key `{key}` is not known here. Write one that is ({known}), or delete it.",
        "zh": "此处没有键 `{key}`。请改写为可用的键（{known}），或删除。",
    },
    "PS034": {
        "en": "The key `{key}` is missing. Write `{key}: ` and {expected}.",
        "zh": "缺少键 `{key}`。请写 `{key}: `，内容为{expected}。",
    },
    "PS035": {
        "en": "`{found}` cannot stand here. Write one of {options}.",
        "zh": "此处不能是 `{found}`。请写以下之一：{options}。",
    },
    "PS036": {
        "en": "No {role} has the kind `{found}`. Write one of the known kinds: {options}.",
        "zh": "没有种类为 `{found}` 的{role}。请写可用的种类之一：{options}。",
    },
    "PS037": {
        "en": "Nothing is written here. Write {expected}, or delete the key.",
        "zh": "此处没有内容。请写{expected}，或删除这个键。",
    },
    "PS038": {
        "en": "Found `{found}`, expected `true` or `false`. Write one of the two.",
        "zh": "此处是 `{found}`，应为 `true` 或 `false`。请写其中之一。",
    },
    "PS039": {
        "en": "Found `{found}`, expected `true` or `false`. Write `{instead}`.",
        "zh": "此处是 `{found}`，应为 `true` 或 `false`。请写 `{instead}`。",
    },
    # Numbers
    "PS040": {
        "en": "Found `{found}`, expected a number. Write digits with a decimal point, such as 12.5.",
        "zh": "此处是 `{found}`，应为数字。请写带小数点的数字，如 12.5。",
    },
    "PS041": {
        "en": "`{found}` can be read in more than one way. Write `{instead}`.",
        "zh": "`{found}` 可能有不同的读法。请写 `{instead}`。",
    },
    "PS042": {
        "en": "`{found}` has a percent sign. Write `{instead}` where the unit is percent, `{share}` where it is a "
        "fraction.",
        "zh": "`{found}` 带有百分号。单位为 percent 时请写 `{instead}`，为 fraction 时请写 `{share}`。",
    },
    "PS043": {
        "en": "`{found}` is a time of day. Write a decimal number: `{instead}` in the unit before the colon, "
        "`{smaller}` in the one after it.",
        "zh": "`{found}` 是时刻的写法。请写小数：以冒号前的单位为 `{instead}`，以冒号后的单位为 `{smaller}`。",
    },
    "PS044": {
        "en": "`{found}` is not a number that can be reckoned with. Leave the value out where there is no limit.",
        "zh": "`{found}` 不是可以计算的数字。没有上下限时请不写这个值。",
    },
    "PS045": {
        "en": "`{found}` has `{unit}` beside its number. Write the number alone, `{instead}`; where `unit` names "
        "another unit, convert it first.",
        "zh": "`{found}` 的数字之外还写了 `{unit}`。请只写数字 `{instead}`；若 `unit` 声明的是别的单位，请先换算。",
    },
    "PS046": {
        "en": "The whole number `{found}` stands in quotes. Delete the quotes.",
        "zh": "整数 `{found}` 带了引号。请去掉引号。",
    },
    "PS047": {
        "en": "The number `{found}` is longer than {limit} characters. Write fewer digits.",
        "zh": "数字 `{found}` 超过 {limit} 个字符。请减少位数。",
    },
    "PS048": {
        "en": "Found `{found}`, expected a whole number. Write digits without a decimal point, such as 2.",
        "zh": "此处是 `{found}`，应为整数。请写不带小数点的数字，如 2。",
    },
    "PS049": {
        "en": "`{found}` has a sign of comparison, where a number alone is expected. Write `{instead}`; its key says "
        "from where or up to where it holds, `better` which side is the better one.",
        "zh": "`{found}` 带有比较符号，此处只需数字。请写 `{instead}`；起止由键表示，哪一侧更好由 `better` 表示。",
    },
    # The file as a whole
    "PS050": {
        "en": "The line with the format is missing. Begin the file with `perfscheme: {version}`.",
        "zh": "缺少格式版本行。请以 `perfscheme: {version}` 开头。",
    },
    "PS051": {
        "en": "The format `{found}` is not known; this library reads `perfscheme: {version}`. Write that, or use a "
        "newer library.",
        "zh": "无法识别格式 `{found}`；本库读取 `perfscheme: {version}`。请照此书写，或升级本库。",
    },
    # Encodings that are certain
    "PS052": {
        "en": "The file is UTF-16 text (Notepad: Unicode), and a scheme is UTF-8. Save it as UTF-8: in Notepad by "
        "`Save as` and `Encoding`; in VS Code click `UTF-16` in the status bar, then `Save with Encoding`.",
        "zh": "文件是 UTF-16 编码（记事本中的“Unicode”或“UTF-16”），而方案文件应为 UTF-8。请另存为 UTF-8："
        "记事本用“另存为”并在“编码”中选 UTF-8；VS Code 点击状态栏中的 `UTF-16`，再选“通过编码保存”。",
    },
    "PS053": {
        "en": "The file is GBK or GB18030 text (Notepad: ANSI), and a scheme is UTF-8. Save it as UTF-8: in Notepad by "
        "`Save as` and `Encoding`; in VS Code `Reopen with Encoding` as GB18030 first, then `Save with Encoding`.",
        "zh": "文件是 GBK 或 GB18030 编码（记事本中的“ANSI”），而方案文件应为 UTF-8。请另存为 UTF-8："
        "记事本用“另存为”并在“编码”中选 UTF-8；VS Code 先用 GB18030“通过编码重新打开”，再“通过编码保存”。",
    },
    # Syntax once more
    "PS054": {
        "en": "`{found}` stands behind the closing quotation mark, where the text has ended. Put all of it in quotes, "
        "the other sort outside: `'…\"…\"…'`.",
        "zh": "`{found}` 位于后一个引号之后，而文字到引号已结束。请把全部文字放在引号内，外层用另一种引号："
        "`'…\"…\"…'`。",
    },
    "PS055": {
        "en": "`{found}` is one too many here, where nothing is left that it could end or part. Delete it, or put the "
        "text in quotes.",
        "zh": "此处多了一个 `{found}`，前面没有它可以结束或分隔的内容。请删除，或给文字加引号。",
    },
    "PS056": {
        "en": "A list begins behind its key, and its items are lines of their own. Write each `- ` on a new line, "
        "indented below the key; or put text that begins with `- ` in quotes.",
        "zh": "列表写在了键的后面，而列表的每项应各占一行。请另起一行、缩进后写 `- `；若是以 `- ` 开头的文字，"
        "请加引号。",
    },
    "PS057": {
        "en": "A line that begins with `%` is an instruction to YAML, of which a scheme has none. Delete it, or write "
        "`#` for a comment.",
        "zh": "以 `%` 开头的行是给 YAML 的指令，而方案文件不含指令。请删除；若为注释，请用 `#` 开头。",
    },
    "PS058": {
        "en": "The line begins with {found}, as in a comparison, a merge, a mail or a chat, and is no part of a "
        "scheme. Delete the sign, or the line where it is the old one.",
        "zh": "此行以 {found} 开头，是比对、合并、邮件或聊天中的标记，不属于方案。请删除标记；若为旧内容，请删除整行。",
    },
    "PS059": {
        "en": "`{found}` is no dash, which the items of a list begin with. Write `- ` before each of them.",
        "zh": "`{found}` 不是短横线，而列表的各项应以短横线开头。请在每项前写 `- `。",
    },
    # Nouns
    "PS060": {
        "en": "{problem}",
        "zh": "{problem}",
    },
    "PS061": {
        "en": "Found a list of {found}, expected one of {expected}. Write so many, as in `{instead}`.",
        "zh": "列表有 {found} 项，应为 {expected} 项。请写成 `{instead}` 这样。",
    },
    "PS062": {
        "en": "This {role} has no `kind`. Write `kind: ` and one of {options}.",
        "zh": "此{role}没有 `kind`。请写 `kind: ` 和以下之一：{options}。",
    },
    "PS063": {
        "en": "Found the keys {found}, expected one of {options} among them. Write one of these.",
        "zh": "此处的键是 {found}，其中应有以下之一：{options}。请写其中之一。",
    },
    "PS064": {
        "en": "`{found}` stands in full-width quotation marks, which become part of the text. Write `{instead}`.",
        "zh": "`{found}` 用的是全角引号，会成为文字的一部分。请写 `{instead}`。",
    },
    "PS065": {
        "en": "`{found}` means nothing in double quotes. Write `\\\\` for a backslash, or use single quotes.",
        "zh": "双引号中的 `{found}` 没有含义。反斜杠请写 `\\\\`，或改用单引号。",
    },
    "PS066": {
        "en": "`{key}` stands beside `{where}` and looks like one of its entries. Indent it, so that it stands under "
        "`{where}`.",
        "zh": "`{key}` 与 `{where}` 并列，看来应是其中的一项。请缩进，使其位于 `{where}` 之下。",
    },
    "PS067": {
        "en": "`equals` compares numbers, and `{found}` is none. Write `is: {found}` for a flag.",
        "zh": "`equals` 用于比较数字，而 `{found}` 不是数字。是/否值请写 `is: {found}`。",
    },
    "PS068": {
        "en": "The file has more than {limit} mistakes; those that follow are not told. Correct these first.",
        "zh": "文件中的错误超过 {limit} 个，其余不再列出。请先改正这些。",
    },
    "PS069": {
        "en": "The lone word `{found}` says nothing of {lacking}, which it needs. Write for example `{instead}`.",
        "zh": "仅写 `{found}` 没有说明必需的 {lacking}。请写成例如 `{instead}`。",
    },
    "PS070": {
        "en": "`{found}` is a range, where one number is expected. Write the end at which it begins, `{low}` or "
        "`{high}`; the next level is the other end.",
        "zh": "`{found}` 是一段范围，此处应为一个数字。请只写起点 `{low}`（越低越好时写 `{high}`）；"
        "另一端由相邻的档决定。",
    },
    # Strategies of one's own
    "PS071": {
        "en": "{name} is no strategy. It needs `@attrs.frozen`, a class attribute `kind`, and the method of one role: "
        "of a curve `formula(self, x, setting)`, an aggregation `aggregate(self, children, setting)`, a rule, or a "
        "missing policy `terms(self, children, setting)`, which needs `coverage`, too.",
        "zh": "{name} 不是可用的策略。它应是 `@attrs.frozen` 的类，有类属性 `kind`，并有且仅有一种角色的方法：曲线的 "
        "`formula(self, x, setting)`、汇总的 `aggregate(self, children, setting)`、规则的方法，或缺失处理方式的 "
        "`terms(self, children, setting)`；缺失处理方式另需 `coverage`。",
    },
    "PS072": {
        "en": "The {role} kind `{kind}` of {name} is taken by {other}. Give it another kind.",
        "zh": "{name} 的{role}种类 `{kind}` 已被 {other} 占用。请换一个种类名。",
    },
    "PS073": {
        "en": "The rule {name} has the field {fields}, which every rule has in a scheme. Call the field otherwise, or "
        "leave it out.",
        "zh": "规则 {name} 自带字段 {fields}，而方案中的每条规则都已有该字段。请改用其他名称，或删去。",
    },
    # Lines that are not there
    "PS074": {
        "en": "Nothing above says what this is, where a line for that is expected. Write `{instead}` above it, further "
        "left.",
        "zh": "上文没有说明以下内容是什么，此处应有一行说明。请在其上方靠左处写 `{instead}`。",
    },
    "PS075": {
        "en": "From here on there are keys again that stand above already. If something else begins here, write "
        "`{instead}` above it, further left; if not, delete what stands there twice.",
        "zh": "从此处起，上文已有的键再次出现。若另起一项，请在其上方靠左处写 `{instead}`；否则请删去重复的行。",
    },
    # writing
    "PS081": {
        "en": "{found} cannot be written here so that it reads back as the same. Hand in the registry that has its "
        "kind, or give its field an annotation that it fits.",
        "zh": "{found} 写在此处后，读回的内容会不同。请传入包含其种类的注册表，或给该字段写相符的类型注解。",
    },
    "PS082": {
        "en": "{found} takes more than the 60 signs that a number in a file may have. Round it.",
        "zh": "{found} 超过文件中数字的 60 个字符上限。请将其舍入。",
    },
    "PS083": {
        "en": "The text of this scheme would read back as another one. Write its texts in Unicode's form NFC, and give "
        "the fields of your own strategies plain annotations.",
        "zh": "该方案写出后会读回成另一个方案。请将文本写成 NFC 形式，并给自定义策略的字段写简单的类型注解。",
    },
    "PS084": {
        "en": "The file was left as it is: laid out anew it would be another scheme, or lack a comment. Move comments "
        "from inside brackets to lines of their own, and try again.",
        "zh": "文件未作改动：重新排版后会变成另一个方案，或丢失注释。请把括号内的注释移到单独的行，然后重试。",
    },
}
