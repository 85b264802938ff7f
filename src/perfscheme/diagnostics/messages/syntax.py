"""What can be wrong with a text before it is a tree of keys and values: codes PS001 to PS029."""

from __future__ import annotations

from perfscheme.diagnostics.language import Messages

MESSAGES: Messages = {
    "PS001": {
        "en": "The file has {found} characters, more than the {limit} that a scheme may have. Split it.",
        "zh": "文件有 {found} 个字符，超过方案文件的上限 {limit}。请拆分文件。",
    },
    "PS002": {
        "en": "The character {found} cannot stand in YAML. Delete it.",
        "zh": "字符 {found} 不能出现在 YAML 中。请删除。",
    },
    "PS003": {
        "en": "From here on the text is no YAML, and a scheme is `key: value` in lines. Compare the line with those "
        "above it, and put text with special characters in quotes.",
        "zh": "从此处起不再符合 YAML 语法，而方案应由 `键: 值` 的各行组成。请与上文各行对照；"
        "含特殊字符的文字请加引号。",
    },
    "PS004": {
        "en": "This is not valid YAML: `{found}` is a full-width character. Write the half-width `{instead}`.",
        "zh": "此处有全角字符 `{found}`，不是合法的 YAML。请改用半角 `{instead}`。",
    },
    "PS005": {
        "en": "The full-width {found} does not separate a key from its value. Write the half-width `{instead}`.",
        "zh": "全角的 {found} 不能分隔键和值。请改用半角 `{instead}`。",
    },
    "PS006": {
        "en": "Lists and mappings stand more than {limit} deep in one another. Write the scheme flatter.",
        "zh": "列表和映射的嵌套超过 {limit} 层。请减少层次。",
    },
    "PS007": {
        "en": "The file has more than {limit} values, each alias (`*name`) counted in full. Write fewer.",
        "zh": "文件中的值超过 {limit} 个（别名 `*name` 按展开后计算）。请减少。",
    },
    "PS008": {
        "en": "A second document begins here, and a file holds one scheme. Delete `---`, or use two files.",
        "zh": "此处开始了第二个文档，而一个文件只放一个方案。请删除 `---`，或拆成两个文件。",
    },
    "PS009": {
        "en": "The file is empty, where a scheme is expected. Write `perfscheme: 1` in the first line, or begin with "
        "`perfscheme init`.",
        "zh": "文件是空的，此处应为一个方案。请在第一行写 `perfscheme: 1`，或用 `perfscheme init` 开始。",
    },
    "PS010": {
        "en": "A second `: ` stands in one entry. Put the text in quotes, or begin a new line.",
        "zh": "同一项中出现了第二个 `: `。请给文字加引号，或另起一行。",
    },
    "PS011": {
        "en": "A tab stands here. Indent with spaces.",
        "zh": "此处是制表符（Tab）。请用空格缩进。",
    },
    "PS012": {
        "en": "No `: ` was found after this key. Write `key: value`.",
        "zh": "键的后面没有 `: `。请写成 `键: 值`。",
    },
    "PS013": {
        "en": "This does not line up with what stands above: keys of one mapping, and dashes of one list, begin in the "
        "same column. Move the line with spaces.",
        "zh": "此处与上文没有对齐：同一映射的键、同一列表的短横线要从同一列开始。请用空格移动这一行。",
    },
    "PS014": {
        "en": "The quotes are not closed. Write the closing quotation mark.",
        "zh": "引号没有闭合。请补上后一个引号。",
    },
    "PS015": {
        "en": "A comma or a closing bracket is missing before this. Write `[a, b]` or `{{a: 1, b: 2}}`, and "
        "text with a colon in quotes.",
        "zh": "此处之前缺少逗号或右括号。请写成 `[a, b]` 或 `{{a: 1, b: 2}}`；含冒号的文字请加引号。",
    },
    "PS016": {
        "en": "Text cannot begin with `{found}`. Put it in quotes.",
        "zh": "文字不能以 `{found}` 开头。请加引号。",
    },
    "PS017": {
        "en": "The text holds a control character, written as an escape. Delete it.",
        "zh": "文字中有以转义写出的控制字符。请删除。",
    },
    "PS018": {
        "en": "No space stands after the colon in `{found}`. Write `key: value`.",
        "zh": "`{found}` 的冒号后面没有空格。请写成 `键: 值`。",
    },
    "PS019": {
        "en": "Byte {position} of the file is no UTF-8 text, which a scheme is. Save the file as UTF-8: Notepad asks "
        "for the encoding at `Save as`, VS Code in the status bar.",
        "zh": "文件的第 {position} 个字节不是 UTF-8，而方案文件应为 UTF-8 编码。请另存为 UTF-8："
        "记事本在“另存为”中选择编码，VS Code 在状态栏中选择。",
    },
    # What YAML allows and a scheme does not
    "PS020": {
        "en": "The tag {tag} is not allowed. Delete it; the type of a value follows from its field.",
        "zh": "不允许使用标签 {tag}。请删除；值的类型由字段决定。",
    },
    "PS021": {
        "en": "Merge keys (`<<`) are not allowed. Write the keys out.",
        "zh": "不允许使用合并键（`<<`）。请把各键写全。",
    },
    "PS022": {
        "en": "A list or a mapping stands as a key. Write a word.",
        "zh": "列表或映射不能作键。请写一个词。",
    },
    "PS023": {
        "en": "The key `{key}` stands on line {line} already. Delete one of the two.",
        "zh": "键 `{key}` 在第 {line} 行已经出现。请删除其中一个。",
    },
    "PS076": {
        "en": "From line {line} on, the file repeats itself: the keys at the top stand there again. Delete one of the "
        "two copies.",
        "zh": "从第 {line} 行起，文件内容重复：顶层的键又出现了一遍，多半是整份内容粘贴了两次。请删除其中一份。",
    },
    "PS077": {
        "en": "Here lines with a dash and lines without one stand side by side: a mapping has keys alone, and a list "
        "a dash before each item. Delete the dash before `{found}`, or write one before each; if a list of its own "
        "begins here, the line above it that names it is missing.",
        "zh": "同一级中，有的行带短横线，有的行不带：映射只写键，列表则每一项前都有短横线。请删去 `{found}` "
        "前的短横线，或在各项前都写上；若此处另起一个列表，则上方缺少写明它是什么的一行。",
    },
    "PS078": {
        "en": "`{found}` begins with a bracket, which makes it a list, and goes on behind it. Put the text in quotes: "
        "`{instead}`.",
        "zh": "`{found}` 以方括号开头，会被读作列表，而括号之后还有内容。请给文字加引号：`{instead}`。",
    },
    "PS079": {
        "en": "Nothing repeats what is named `&{name}`. Delete the name, or write `*{name}` where it is meant.",
        "zh": "没有任何地方引用锚点 `&{name}`。请删去该锚点，或在应当引用之处写 `*{name}`。",
    },
    "PS080": {
        "en": "Nothing stands under `{key}`, and below it keys come again that stand above: the line is indented too "
        "deep. Move it to the left, into the column of its neighbours.",
        "zh": "`{key}` 之下没有内容，而从下一行起，上文的键再次出现：这一行缩进过深。请将它左移，与同级的键对齐。",
    },
    "PS087": {
        "en": "`{found}` cannot be a key: a comparison is written in words. Write `{instead}: `.",
        "zh": "`{found}` 不能作键：比较要写成文字。请写 `{instead}: `。",
    },
    "PS086": {
        "en": "Found {keys} at the end of `{inside}:`, where that cannot belong: it is indented too deep. Move it to "
        "the left, into the column of `{where}:`.",
        "zh": "此处的 {keys} 写在 `{inside}:` 之内，但不可能属于它：缩进过深。请将其左移，与 `{where}:` 对齐。",
    },
    "PS085": {
        "en": "`{found}` begins with a dash, as an item of a list, and goes on with the text above it. Move it into "
        "its list, in the column of the other dashes; begin a text of several lines with `|`.",
        "zh": "`{found}` 以短横线开头，像是列表的一项，却被读作上文的延续。请将它移到所属的列表，与其他短横线对齐；"
        "多行文字请以 `|` 开头。",
    },
    "PS024": {
        "en": "Nothing above is marked `&{name}`. Write the value out, or put text that begins with * in quotes.",
        "zh": "上文没有标记为 `&{name}` 的内容。请把值写全；以 * 开头的文字请加引号。",
    },
    "PS025": {
        "en": "`*{name}` stands inside of what it repeats. Write the value out.",
        "zh": "`*{name}` 位于它所引用的内容之内。请把值写全。",
    },
    "PS026": {
        "en": "The mark `&{name}` stands above already. Use another name.",
        "zh": "标记 `&{name}` 在上文已经使用。请换一个名称。",
    },
    # Syntax again
    "PS027": {
        "en": "The bracket `{found}` that opens here is not closed. Write the closing one.",
        "zh": "此处的 `{found}` 没有闭合。请补上右括号。",
    },
    "PS028": {
        "en": "No space stands after the dash. Write `- ` before each item of a list.",
        "zh": "短横线后面没有空格。请在列表的每项前写 `- `。",
    },
    "PS029": {
        "en": "The character {found} stands here, which looks like a space or is not seen at all. Write an ordinary "
        "space, or delete it.",
        "zh": "此处的字符 {found} 看似空格，或根本看不见。请改用普通空格，或删除。",
    },
}
