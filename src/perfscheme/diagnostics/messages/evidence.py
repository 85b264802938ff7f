"""Messages about evidence: tables, columns, calendars and measures, and the rows that are handed in."""

from perfscheme.diagnostics.language import Messages

MESSAGES: Messages = {
    "PS601": {
        "en": "There is no time zone {found}; write one like Asia/Shanghai.",
        "zh": "没有 {found} 这个时区；请写成 Asia/Shanghai 这样的名称。",
    },
    "PS602": {
        "en": "The table {table} has no column {name}. Write one that it has ({known}), or declare it.",
        "zh": "表 {table} 没有声明 {name} 列。请改写为已声明的列（{known}），或补上声明。",
    },
    "PS603": {
        "en": "The range of a duration needs a unit; write for example `unit: minutes`.",
        "zh": "时长的范围需要单位；请写明，例如 `unit: minutes`。",
    },
    "PS604": {
        "en": "The column {name} is written twice; delete one of the two.",
        "zh": "{name} 列写了两次；请删除其中一个。",
    },
    "PS605": {
        "en": "{found} are no hours of a day; write from and to like `09:00-18:00`.",
        "zh": "{found} 不是一天中的时段；请写成 `09:00-18:00` 这样的起止时间。",
    },
    "PS606": {
        "en": "The hours {found} begin before the hours before them end; write them in the order of the day.",
        "zh": "时段 {found} 与前一时段重叠；请按一天中的先后顺序书写，互不重叠。",
    },
    "PS607": {
        "en": "The day {name} is written twice; keep the one that holds.",
        "zh": "日期 {name} 写了两次；请只保留一处。",
    },
    "PS608": {
        "en": "Nobody ever works in this week; write working hours, such as `monday: [09:00-18:00]`.",
        "zh": "这一周没有任何工作时间；请写出工作时段，例如 `monday: [09:00-18:00]`。",
    },
    "PS609": {
        "en": "There is no table {name}. Write one that the evidence has: {known}.",
        "zh": "没有 {name} 这张表。请改写为已声明的表：{known}。",
    },
    "PS610": {
        "en": "There is no calendar {name}. Write one that the evidence has: {known}.",
        "zh": "没有 {name} 这个日历。请改写为已声明的日历：{known}。",
    },
    "PS611": {
        "en": "{found} decimals cannot be kept; write a number from 0 to {most}.",
        "zh": "小数位数不能是 {found}；请写 0 到 {most} 之间的整数。",
    },
    "PS612": {
        "en": "A minimum of {found} rows says nothing; write 1 or more, or leave it out.",
        "zh": "最少行数不能是 {found}；请写 1 或更大的整数，或不写。",
    },
    "PS613": {
        "en": "{found} percent of the rows cannot be; write a number from 0 to 100.",
        "zh": "百分位不能是 {found}；请写 0 到 100 之间的数。",
    },
    "PS614": {
        "en": "There is no measure {name}. Write one that the evidence has: {known}.",
        "zh": "没有 {name} 这个统计口径。请改写为已有的：{known}。",
    },
    "PS615": {
        "en": "The measure {name} gives no input of the scheme, and no ratio reads it. Write the name of an input "
        "({known}), or delete it.",
        "zh": "统计口径 {name} 既不对应方案的输入项，也没有被任何比率引用。请改写为输入项的名称（{known}），或删除。",
    },
    "PS616": {
        "en": "{name} is a column of {found}; name a column of {expected}.",
        "zh": "{name} 列的类型是 {found}；请改写为以下类型之一的列：{expected}。",
    },
    "PS617": {
        "en": "The measure {name} counts in `{found}`, but the input is in `{wanted}`; {instead}.",
        "zh": "统计口径 {name} 的单位是 `{found}`，而输入项的单位是 `{wanted}`；{instead}。",
    },
    "PS618": {
        "en": "The figures of {name} need not end; write to how many decimals they are kept, such as `decimals: 2`.",
        "zh": "{name} 的结果可能是无限小数；请写明保留几位小数，例如 `decimals: 2`。",
    },
    "PS619": {
        "en": "Half a percent of {name} would be taken for the fraction 0.5; write `range: [0, 100]` at the indicator.",
        "zh": "{name} 为百分之零点五时会被误认为比例 0.5；请在指标上写明 `range: [0, 100]`。",
    },
    "PS620": {
        "en": "Working time cannot be counted in days of 24 hours; give {name} in hours.",
        "zh": "工作时间不能按每天 24 小时折算成天；请让 {name} 以小时为单位。",
    },
    "PS621": {
        "en": "The ratio {name} is made of itself; name other measures.",
        "zh": "比率 {name} 引用了自身；请改用其他统计口径。",
    },
    "PS622": {
        "en": "Nothing reads {name}; use it, or delete it.",
        "zh": "{name} 没有被使用；请使用或删除它。",
    },
    "PS663": {
        "en": "`{found}` is neither a column nor a number. Write a number in the unit of {name}: `{hours}` where it is "
        "hours, `{minutes}` where it is minutes.",
        "zh": "`{found}` 既不是列名，也不是数字。请按 {name} 列的单位写数字：以小时计为 `{hours}`，以分钟计为 "
        "`{minutes}`。",
    },
    "PS623": {
        "en": "{name} cannot be compared with a plain figure; name another column, or, for a duration, give the "
        "column a unit.",
        "zh": "{name} 不能与一个数直接比较；请改写为另一列的名称；若为时长，也可为该列写明单位。",
    },
    "PS624": {
        "en": "{name} and {other} cannot be compared; name a column of the same kind and unit.",
        "zh": "{name} 与 {other} 不能比较；请写同一类型、同一单位的列。",
    },
    "PS625": {
        "en": "{label} never stands in the column {name}. Write what may stand there: {labels}.",
        "zh": "{name} 列中不会出现 {label}。请改写为可能出现的值：{labels}。",
    },
    "PS626": {
        "en": "The measure {name} does not give what the input takes, a {kind}; name a column of that kind.",
        "zh": "统计口径 {name} 的结果与输入项的类型（{kind}）不符；请改读该类型的列。",
    },
    "PS627": {
        "en": "The name {name} stands twice; give each its own.",
        "zh": "名称 {name} 重复；请各用不同的名称。",
    },
    "PS631": {
        "en": "{found} is no text; hand in a text, or a whole number for one.",
        "zh": "{found} 不是文字；请提供文字，编号可用整数。",
    },
    "PS632": {
        "en": "{found} has no end as a decimal; hand in a decimal.",
        "zh": "{found} 不是有限小数；请提供有限小数。",
    },
    "PS633": {
        "en": "{found} is no duration; write H:MM:SS, or state the unit of the column, such as `unit: minutes`.",
        "zh": "{found} 不是时长；请写成 时:分:秒，或为该列写明单位，例如 `unit: minutes`。",
    },
    "PS634": {
        "en": "{found} is no time; write it like 2026-03-31 09:30.",
        "zh": "{found} 不是时间；请写成 2026-03-31 09:30 的形式。",
    },
    "PS635": {
        "en": "{name} has times without a time zone, {count} in all, the first {found}; write at the table in the "
        "scheme one for all, such as `zone: Asia/Shanghai`, or one with each in the data, such as +08:00.",
        "zh": "{name} 列有 {count} 个时间没有时区，第一个是 {found}；请在方案的表中统一写明，例如 "
        "`zone: Asia/Shanghai`，或在数据中逐一写明，例如 +08:00。",
    },
    "PS640": {
        "en": "The scheme reads no table {name}. It reads: {known}.",
        "zh": "方案不读取 {name} 表。它读取的表有：{known}。",
    },
    "PS641": {
        "en": "{name} is no table; hand in a mapping of columns, a data frame, or a list of records, each a "
        "mapping or an object with attributes.",
        "zh": "{name} 不是数据表；请提供列的映射、数据框，或记录的列表（每条为映射，或带属性的对象）。",
    },
    "PS642": {
        "en": "The table {table} was handed in without the column {name}, and what reads it is missing. The table "
        "has: {known}.",
        "zh": "所提供的 {table} 表没有 {name} 列，读取该列的数值均缺失。该表有：{known}。",
    },
    "PS643": {
        "en": "Nobody stands in {name}; the row is not measured. Write whose it is.",
        "zh": "{name} 为空，该行不知属于谁，未计入；请写明归属。",
    },
    "PS644": {
        "en": "{name} lies before {other}; the row is left out. Correct it, or name such rows under `leave-out`.",
        "zh": "{name} 早于 {other}，该行不计入；请更正，或在 `leave-out` 中写明此类情形。",
    },
    "PS645": {
        "en": "The table {name} is not handed in, and what reads it is missing. Hand it in, too; handed in are: "
        "{known}.",
        "zh": "没有提供 {name} 表，读取该表的数值均缺失。请一并提供；已提供：{known}。",
    },
    "PS646": {
        "en": "{found} is no period; write 2026, 2026-H1, 2026-Q3, 2026-07, or a first and a last day.",
        "zh": "{found} 不是考核周期；请写 2026、2026-H1、2026-Q3、2026-07，或首日和末日。",
    },
    "PS647": {
        "en": "{subject} has no row in any table; check the name.",
        "zh": "{subject} 在所有表中都没有数据；请核对名称。",
    },
    "PS648": {
        "en": "{name} was not measured. There are: {known}.",
        "zh": "没有 {name} 的统计结果。有的是：{known}。",
    },
    "PS649": {
        "en": "This scheme has no evidence to measure by; write `evidence:`, or hand the values in.",
        "zh": "方案没有写数据依据，无法统计；请写 `evidence:`，或直接提供数值。",
    },
    "PS650": {
        "en": "Too few rows: {found}, and at least {needed} are asked.",
        "zh": "只有 {found} 条，至少需要 {needed} 条。",
    },
    "PS651": {
        "en": "There is no row of {table} to measure.",
        "zh": "{table} 中没有可统计的行。",
    },
    "PS652": {
        "en": "The rows of {subject} contradict each other; keep the one that holds.",
        "zh": "{subject} 的各行互相矛盾；请只保留正确的一行。",
    },
    "PS653": {
        "en": "{name} is 0, by which nothing can be divided.",
        "zh": "{name} 为 0，不能作除数。",
    },
    "PS654": {
        "en": "{name} is {found}; at least {needed} are asked.",
        "zh": "{name} 为 {found}，至少需要 {needed}。",
    },
    "PS655": {
        "en": "{name} is missing.",
        "zh": "{name} 缺失。",
    },
    "PS656": {
        "en": "{table} was handed in without {name}.",
        "zh": "所提供的 {table} 没有 {name}。",
    },
    "PS657": {
        "en": "More of the same: {count}. Correct those that are told, and look for others like them.",
        "zh": "同类问题另有 {count} 处；请更正已列出的，并查找类似的。",
    },
    "PS658": {
        "en": "In the column {name} may stand {lacking}, which the input does not take; it takes {labels}. Write the "
        "same labels at both.",
        "zh": "{name} 列中可能出现 {lacking}，而输入项只接受 {labels}；请在两处写相同的标签。",
    },
    "PS659": {
        "en": "{table} was not handed in.",
        "zh": "没有提供 {table}。",
    },
    "PS660": {
        "en": "{name} divides by the time {to} and would count by the second, as nothing says by the hour or the day. "
        "Write the unit at the column, such as `{{kind: duration, unit: hours}}`, or hand the time in as plain "
        "numbers, in a column such as `{{kind: number, unit: hours}}`.",
        "zh": "{name} 除以时间 {to}，却没有写明按小时还是按天，会按秒计算。请在列上写明单位，例如 "
        "`{{kind: duration, unit: hours}}`，或以纯数字提供这段时间，列写成例如 `{{kind: number, unit: hours}}`。",
    },
    "PS664": {
        "en": "{found} is no record; hand in a mapping of columns to values, or an object that has them as attributes. "
        "The other rows are measured.",
        "zh": "{found} 不是记录；请提供从列到数值的映射，或以属性给出数值的对象。其他行照常统计。",
    },
    "PS665": {
        "en": "This row says something else of {subject} than row {row}; keep the one that holds.",
        "zh": "此行与第 {row} 行对 {subject} 的记载不同；请只保留正确的一行。",
    },
    "PS666": {
        "en": "No row lies in the period, {first} to {last}. Check the period, or the tables that have one: {known}.",
        "zh": "考核周期 {first} 至 {last} 内没有任何数据行。请核对周期，或有日期的表：{known}。",
    },
}
