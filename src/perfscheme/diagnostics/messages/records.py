"""What can be wrong with records and batches, and why a record has no score: codes PS301 to PS338."""

from __future__ import annotations

from perfscheme.diagnostics.language import Messages

MESSAGES: Messages = {
    "PS301": {
        "en": "The record has no {name}; hand in every declared input, None where the value is missing.",
        "zh": "记录中没有 {name}；请提供所有已声明的输入，缺失的值写 None。",
    },
    "PS302": {
        "en": "There is no column {name}; hand in a column for every declared input, left blank (in Python None or "
        "NaN) where a value is missing.",
        "zh": "没有 {name} 列；请为每个已声明的输入提供一列，缺失的值留空（在 Python 中写 None 或 NaN）。",
    },
    "PS303": {
        "en": "Columns differ in length: {name} has {rows} rows, but {uneven}; hand in columns of one length.",
        "zh": "各列长度不同：{name} 有 {rows} 行，而 {uneven}；请提供长度相同的列。",
    },
    "PS304": {
        "en": "There is no part {name} in this scheme. Write one that it has: {known}.",
        "zh": "方案中没有 {name} 这一部分。请改写为已有的：{known}。",
    },
    "PS305": {
        "en": "There is no row {row}; the board has {rows} rows, numbered from 0.",
        "zh": "没有第 {row} 行；得分表共 {rows} 行，从 0 开始编号。",
    },
    "PS306": {
        "en": "No score: {name} divides by zero for these values; state in the scheme what holds there.",
        "zh": "无得分：按这些数值计算 {name} 时除数为零；请在方案中写明此时如何计分。",
    },
    "PS307": {
        "en": "No score: {name} takes the logarithm of a number that is not above 0; limit the value in the scheme.",
        "zh": "无得分：{name} 对不大于 0 的数取对数；请在方案中限定数值范围。",
    },
    "PS308": {
        "en": "No score: {name} takes a root of a negative number; limit the value in the scheme.",
        "zh": "无得分：{name} 对负数开方；请在方案中限定数值范围。",
    },
    "PS309": {
        "en": "No score: nothing in this scheme is applicable to this person.",
        "zh": "无得分：方案中没有适用于该人员的内容。",
    },
    "PS310": {
        "en": "No score for {name}: missing {missing}; hand in the values, or change the missing policy of {name}.",
        "zh": "{name} 无得分：缺失 {missing}；请补充数值，或修改 {name} 的缺失处理方式。",
    },
    "PS311": {
        "en": "No score for {name}: {coverage} % of the weight is there, {needed} % is needed; missing {missing}.",
        "zh": "{name} 无得分：现有权重 {coverage}%，至少需要 {needed}%；缺失 {missing}。",
    },
    "PS312": {
        "en": "No score for {name}: the rule {rule} needs {missing}, which is missing. Hand in the value, or write in "
        "the rule what counts instead (`default:`).",
        "zh": "{name} 无得分：规则 {rule} 需要 {missing}，但其缺失。请补充数值，或在该规则中写明"
        "以何值代替（`default:`）。",
    },
    "PS313": {
        "en": "No score: {name} takes a power with too large an exponent; limit the value in the scheme.",
        "zh": "无得分：{name} 中幂的指数过大；请在方案中限定数值范围。",
    },
    "PS314": {
        "en": "The record has both {name} and {other}; hand in one of them, as nobody knows which is meant.",
        "zh": "记录中同时有 {name} 和 {other}，无法判断以哪个为准；请只保留一个。",
    },
    "PS315": {
        "en": "{found} is no record; hand in a mapping of inputs to values, or an object that has them as attributes. "
        "Several records go to `score_many`.",
        "zh": "{found} 不是记录；请提供从输入到数值的映射，或以属性给出数值的对象。多条记录请用 `score_many`。",
    },
    "PS316": {
        "en": "{found} is no batch; hand in a mapping of columns, a data frame, or a list of records. A single record "
        "goes to `score`.",
        "zh": "{found} 不是一批数据；请提供列的映射、数据框或记录的列表。单条记录请用 `score`。",
    },
    "PS317": {
        "en": "{name} is of type {found}, which has no value for each row; hand in an array or a list. A single record "
        "goes to `score`.",
        "zh": "{name} 的类型是 {found}，没有逐行的数值；请提供数组或列表。单条记录请用 `score`。",
    },
    "PS318": {
        "en": "{found} is no subject; write a text or a whole number, as text where it is anything else.",
        "zh": "{found} 不能作为被考核人标识；请使用文本或整数，其他类型请先转换为文本。",
    },
    "PS319": {
        "en": "The total lies beyond what an array can carry (1.8e308) and stands there as infinite; the card of this "
        "row has it in full.",
        "zh": "总分超出数组可表示的范围（1.8e308），数组中显示为无穷大；完整数值请见该行的得分单。",
    },
    "PS320": {
        "en": "The id {name} is used twice; the other one is {other}. Give each indicator and dimension an id of "
        "its own.",
        "zh": "标识 {name} 重复使用，另一处是 {other}；请为每个指标和维度使用不同的标识。",
    },
    "PS321": {
        "en": "No score for {name}: {found} of its parts have points, too few for its aggregation. "
        "Look at what is not applicable, or change what the aggregation drops or counts.",
        "zh": "{name} 无得分：只有 {found} 项有得分，少于其汇总方式所需。请检查标为不适用的项目，"
        "或修改汇总方式中去掉或计入的项数。",
    },
    "PS322": {
        "en": "Points depend on themselves: {ring}; let one of the rules read an input or a value instead.",
        "zh": "得分相互依赖：{ring}；请让其中一条规则改为读取输入或数值。",
    },
    "PS323": {
        "en": "The rule {kind} acts on the grade, which only the whole scheme has; write it under the scheme's own "
        "rules.",
        "zh": "规则 {kind} 作用于等级，只有整个方案才有等级；请写在方案顶层的 rules 下。",
    },
    "PS324": {
        "en": "The rule {kind} acts on the children of a dimension; write it under that dimension's rules.",
        "zh": "规则 {kind} 作用于维度的下级；请写在该维度的 rules 下。",
    },
    "PS325": {
        "en": "The rule {kind} acts on the grade, but the scheme has no grades; write grades, or remove the rule.",
        "zh": "规则 {kind} 作用于等级，但方案没有等级；请写出 grades，或删除该规则。",
    },
    "PS326": {
        "en": "`{found}` cannot be read as a day of the calendar; write year, month and day in quotes, "
        'like `"{instead}"`.',
        "zh": '`{found}` 无法识别为日期，或没有这一天；请加引号写年、月、日，例如 `"{instead}"`。',
    },
    "PS327": {
        "en": "The last day {found} is before the first day {first}; write a later day, or leave it out.",
        "zh": "截止日期 {found} 早于起始日期 {first}；请写更晚的日期，或将其删除。",
    },
    "PS328": {
        "en": "The example gives a value for {name}, but the scheme has no such input. Write one that it has "
        "({known}), or delete it.",
        "zh": "示例为 {name} 给出了数值，但方案没有这个输入。请改写为已有的输入（{known}），或删除。",
    },
    "PS329": {
        "en": "The example expects no score, but the total is {found}; correct the example, or the missing policy.",
        "zh": "示例预期无得分，但总分为 {found}；请更正示例或缺失处理方式。",
    },
    "PS330": {
        "en": "{name}: expected {expected}, scored {found}; correct the example, or what the scheme computes.",
        "zh": "{name}：预期 {expected}，实际得分 {found}；请更正示例或方案的计分方式。",
    },
    "PS331": {
        "en": "Grade: expected {expected}, got {found}; correct the example, or the grades.",
        "zh": "等级：预期 {expected}，实际为 {found}；请更正示例或等级划分。",
    },
    "PS334": {
        "en": "The example says nothing of {names}. Write each value, or where it is missing `{instead}`.",
        "zh": "示例没有写 {names}。请写出各数值；若为缺失，请写 `{instead}`。",
    },
    "PS332": {
        "en": "{found} cannot stand here; write a {role}.",
        "zh": "此处不能使用 {found}；请写角色为 {role} 的对象。",
    },
    "PS333": {
        "en": "A value of type {found} cannot stand here. Write one of: {expected}.",
        "zh": "此处不能使用类型为 {found} 的值。请写以下之一：{expected}。",
    },
    "PS335": {
        "en": "{found} is no frame; hand in one of pandas, Polars or PyArrow, or a list of mappings. Of a lazy frame "
        "hand in what its `collect()` gives.",
        "zh": "{found} 不是数据框；请提供 pandas、Polars 或 PyArrow 的数据框，或映射的列表。惰性数据框请先调用 "
        "`collect()`。",
    },
    "PS336": {
        "en": "The frame has a column {name} already; rename it or leave it out, so that the result can stand there.",
        "zh": "数据框已有 {name} 列；请将其改名或去掉，以便写入结果。",
    },
    "PS337": {
        "en": "The table has two columns {name}; rename one of them, as nobody knows which is meant.",
        "zh": "表格有两个 {name} 列，无法判断以哪个为准；请将其中一列改名。",
    },
    "PS338": {
        "en": 'This needs {library}, which is not installed; install it by `pip install "perfscheme[{extra}]"`.',
        "zh": '此功能需要 {library}，但尚未安装；请运行 `pip install "perfscheme[{extra}]"`。',
    },
    "PS339": {
        "en": "{found} is one text, where several subjects are expected; write [{found}].",
        "zh": "{found} 是单个文本，此处应为多个被考核人；请写 [{found}]。",
    },
    "PS340": {
        "en": "{name} is measured from the tables; leave its column out, or correct the tables.",
        "zh": "{name} 由数据表统计得出；请去掉这一列，或更正数据表。",
    },
}
