"""What can be wrong on the command line and in examples: codes PS401 to PS499."""

from __future__ import annotations

from perfscheme.diagnostics.language import Messages

MESSAGES: Messages = {
    # files
    "PS401": {
        "en": "The file {file} cannot be read: {reason}. Check the name and the folder.",
        "zh": "无法读取文件 {file}：{reason}。请检查文件名和所在文件夹。",
    },
    "PS402": {
        "en": "The file {file} cannot be written: {reason}. Name another file or folder.",
        "zh": "无法写入文件 {file}：{reason}。请换一个文件或文件夹。",
    },
    "PS403": {
        "en": "The data are neither UTF-8 nor GB18030 text. In the spreadsheet, save them as CSV UTF-8.",
        "zh": "数据既不是 UTF-8 也不是 GB18030 文本。请在表格软件中另存为 CSV UTF-8。",
    },
    "PS404": {
        "en": "Row {row} is no CSV: {reason}. Put a text that holds quotation marks, commas or line ends "
        "in quotation marks.",
        "zh": "第 {row} 行不是 CSV：{reason}。含有引号、逗号或换行的文字请放在引号内。",
    },
    "PS405": {
        "en": "There is no header row. Write the keys or the names of the inputs in the first row: {inputs}.",
        "zh": "没有表头。请在第一行写输入项的键或名称：{inputs}。",
    },
    "PS406": {
        "en": "There is neither a file nor a shipped scheme called {scheme}. Shipped are: {known}.",
        "zh": "没有名为 {scheme} 的文件，也没有同名的内置方案。内置方案有：{known}。",
    },
    "PS407": {
        "en": "The folder {file} holds no scheme. Name a file, or let the names of schemes end in {suffix}.",
        "zh": "文件夹 {file} 中没有方案。请指定文件，或让方案的文件名以 {suffix} 结尾。",
    },
    "PS408": {
        "en": "There is no code {found}. Write one that is there, such as {near}; `perfscheme rule` lists every code.",
        "zh": "没有代码 {found}。请写已有的代码，如 {near}；`perfscheme rule` 列出全部代码。",
    },
    "PS409": {
        "en": "The file {file} is there already. Name another one, or write --force to overwrite it.",
        "zh": "文件 {file} 已存在。请换一个文件名，或写 --force 覆盖。",
    },
    # headers
    "PS411": {
        "en": "Column {column}: {found} is no input of the scheme. Inputs: {inputs}. "
        "To leave the column out, write --ignore {found}; to take the subjects from it, --subject-column {found}.",
        "zh": "第 {column} 列：{found} 不是方案的输入项。输入项有：{inputs}。"
        "不需要此列时请写 --ignore {found}；它是被考核人时请写 --subject-column {found}。",
    },
    "PS417": {
        "en": "Column {column}: {found} is counted from the tables (`--table`), not read from the file. Delete the "
        "column, or write --ignore {found}.",
        "zh": "第 {column} 列：{found} 由数据表（`--table`）统计得出，不从文件读取。"
        "请删去此列，或写 --ignore {found}。",
    },
    "PS412": {
        "en": "Column {column}: {found} gives the input {input}, which column {first} gives already. Remove one.",
        "zh": "第 {column} 列：{found} 对应输入项 {input}，而第 {first} 列已给出该项。请删去其中一列。",
    },
    "PS413": {
        "en": "Column {column}: {found} is the name of several inputs: {inputs}. Write the key of one of them.",
        "zh": "第 {column} 列：{found} 是多个输入项的名称：{inputs}。请写其中一个的键。",
    },
    "PS414": {
        "en": "Column {column} has values but no header. Write the key or the name of an input above it.",
        "zh": "第 {column} 列有数据而没有表头。请在上方写输入项的键或名称。",
    },
    "PS415": {
        "en": "The option {option} names the column {found}, which is not there. Columns: {columns}.",
        "zh": "选项 {option} 指定的列 {found} 不存在。现有的列：{columns}。",
    },
    "PS416": {
        "en": "No column gives {inputs}: missing for everybody.",
        "zh": "没有任何列给出 {inputs}：所有人均按缺失处理。",
    },
    # rows
    "PS421": {
        "en": "The row has {found} cells, the header {expected}. Write one cell for each header, a blank one where "
        "the value is missing.",
        "zh": "此行有 {found} 格，表头有 {expected} 格。每个表头写一格，缺失的值留空。",
    },
    "PS422": {
        "en": "Nobody is called {subject} in this data. Write the name as it stands there.",
        "zh": "数据中没有名为 {subject} 的人。请照数据中的写法书写姓名。",
    },
    "PS423": {
        "en": "{subject} stands in rows {rows}. Name a column that tells these people apart: --subject-column.",
        "zh": "{subject} 同时出现在第 {rows} 行。请用 --subject-column 指定能区分这些人的列。",
    },
    "PS424": {
        "en": "The data have a header but no rows: nobody is scored. Write a row for each person.",
        "zh": "数据只有表头而没有数据行：无人计分。请为每个人写一行。",
    },
    # examples
    "PS425": {
        "en": "{file} cannot be read as a table: {reason}. Save it once more, as CSV, Parquet or XLSX.",
        "zh": "无法将 {file} 读作表格：{reason}。请重新另存为 CSV、Parquet 或 XLSX。",
    },
    "PS426": {
        "en": "{file} tells no format by its end; name a file that ends in one of {known}.",
        "zh": "无法从文件名 {file} 的后缀判断格式；请使用以下后缀之一：{known}。",
    },
    "PS427": {
        "en": "{file} has several sheets, and none that is called {name}, as the table is. Rename the one that is "
        "meant, or save it as a file of its own. The sheets are: {known}.",
        "zh": "{file} 有多张工作表，却没有与数据表同名的 {name}。请把要读取的工作表改为此名，或另存为单独的文件。"
        "现有工作表：{known}。",
    },
    "PS431": {
        "en": "The scheme has no examples. Write some under `examples:`, each with `values`, `total` and `grade`.",
        "zh": "方案没有示例。请在 `examples:` 下写示例，各含 `values`、`total` 和 `grade`。",
    },
    # how the command line is called
    "PS441": {
        "en": "There is no command {found}. Commands: {known}.",
        "zh": "没有命令 {found}。可用的命令：{known}。",
    },
    "PS442": {
        "en": "There is no option {found}. `{command} --help` lists the options.",
        "zh": "没有选项 {found}。`{command} --help` 列出全部选项。",
    },
    "PS443": {
        "en": "{name} is not given. `{command} --help` says what it is.",
        "zh": "缺少 {name}。`{command} --help` 说明其含义。",
    },
    "PS444": {
        "en": "The option {option} has no value. Write one after it; `{command} --help` says which.",
        "zh": "选项 {option} 没有值。请在其后写值；`{command} --help` 说明可以写什么。",
    },
    "PS445": {
        "en": "The option {option} takes no value. Write {option} alone.",
        "zh": "选项 {option} 不带值。请只写 {option}。",
    },
    "PS446": {
        "en": "{found} is more than `{command}` takes. `{command} --help` shows how it is called; a name with blanks "
        "stands in quotation marks.",
        "zh": "`{command}` 不接受多出的 {found}。`{command} --help` 说明用法；含空格的名称请放在引号内。",
    },
    "PS447": {
        "en": "The option {option} cannot be {found}. Write one of: {known}.",
        "zh": "选项 {option} 不能是 {found}。请写以下之一：{known}。",
    },
    "PS448": {
        "en": "The name {file} tells no format. Let it end in one of {known}, or write --format.",
        "zh": "从文件名 {file} 看不出格式。请使用以下后缀之一：{known}，或写 --format。",
    },
    "PS449": {
        "en": "--table is {found}. Write the name of the table and its file: NAME=FILE.",
        "zh": "--table 写成了 {found}。请写表名和文件：NAME=FILE。",
    },
    "PS450": {
        "en": "There is nothing to score. Name a file DATA, or tables by --table NAME=FILE.",
        "zh": "没有可计分的数据。请指定文件 DATA，或用 --table NAME=FILE 指定数据表。",
    },
    "PS451": {
        "en": "--rows lists rows of tables, and there are none. Name them by --table NAME=FILE.",
        "zh": "--rows 列出数据表中的行，而没有数据表。请用 --table NAME=FILE 指定。",
    },
    "PS452": {
        "en": "There are {found} indicators. Name 1 to {most}, with commas between them.",
        "zh": "指标有 {found} 个。请写 1 至 {most} 个，用逗号分开。",
    },
    "PS453": {
        "en": "There is no file {file}. `load` takes the path of a file; the shipped schemes are in "
        "`gallery()`: {known}.",
        "zh": "没有文件 {file}。`load` 接受文件的路径；内置方案在 `gallery()` 中：{known}。",
    },
    "PS454": {
        "en": "The command line needs {library}, which is not installed. Run `{pip}`.",
        "zh": "命令行需要 {library}，但尚未安装。请运行 `{pip}`。",
    },
}
