"""Messages about panels: who rates, and what is told of it; none quotes a score."""

from perfscheme.diagnostics.language import Messages

MESSAGES: Messages = {
    "PS661": {
        "en": "The ratings of {table} belong to periods by {column}, and nothing says how long one is; periods that "
        "overlap would tell what one rater said. Write `period: quarter` at the top, or month, half-year, year.",
        "zh": "{table} 的评分按 {column} 归入周期，而方案没有写周期多长；时段一旦重叠，会透露单个评价人的评分。"
        "请在顶层写 `period: quarter`，或 month、half-year、year。",
    },
    "PS662": {
        "en": "Ratings are told for one whole period of the plan, as those of other days that overlap with it would "
        "tell what one rater said; ask for a period such as {example}.",
        "zh": "评分只按方案的一个完整周期给出，因为与之重叠的其他时段会透露单个评价人的评分；"
        "请指定周期，例如 {example}。",
    },
    "PS668": {
        "en": "What single raters say of {name} is not listed; `evidence` tells what may be told.",
        "zh": "{name} 的单个评分不予列出；可透露的内容见 `evidence`。",
    },
    "PS669": {
        "en": "Leniency of anonymous raters would tell what each of them said, and all are anonymous here; delete it.",
        "zh": "匿名评价人的宽严会透露各人的评分，而这里没有不匿名的评价人；请删除。",
    },
    "PS670": {
        "en": "A weight cannot be {found}; write 0 or more.",
        "zh": "权重不能是 {found}；请写 0 或更大的数。",
    },
    "PS671": {
        "en": "A minimum of {found} keeps nobody anonymous: the mean of one or two tells them what each said. Write "
        "1 where everybody knows who rates, else {least} or more.",
        "zh": "最少人数 {found} 不能保护匿名：只有一两个人评分时，凭均值就能知道或算出各人的评分。"
        "评价人本就公开时请写 1，否则请写 {least} 或更多。",
    },
    "PS672": {
        "en": "{found} percent of the raters cannot be left out at either end; write a number above 0 and below 50.",
        "zh": "不能在两端各去掉百分之 {found} 的评价人；请写大于 0、小于 50 的数。",
    },
    "PS673": {
        "en": "{found} scores do not show whether a rater is lenient; write {least} or more.",
        "zh": "凭 {found} 个评分看不出评价人的宽严；请写 {least} 或更多。",
    },
    "PS674": {
        "en": "{name} stands twice; give each its own.",
        "zh": "{name} 重复；请各用不同的名称。",
    },
    "PS675": {
        "en": "No relation has a weight above 0; give at least one of them a weight.",
        "zh": "没有一种评价关系的权重大于 0；请至少给其中一种写上权重。",
    },
    "PS676": {
        "en": "There is no relation {name}. Write one that the panel has: {known}.",
        "zh": "没有 {name} 这种评价关系。请改写为评价小组已有的：{known}。",
    },
    "PS677": {
        "en": "{ring}: each is merged into the next, and so {name} into itself; merge one of them into another "
        "relation, or write `below: drop` or `below: withhold`.",
        "zh": "{ring} 依次并入，最终 {name} 又并入了自身；请把其中之一并入另一种关系，或写 "
        "`below: drop`、`below: withhold`。",
    },
    "PS678": {
        "en": "{name} is anonymous and {other} is not: who knows what the latter said can take it away again. Merge "
        "into an anonymous relation.",
        "zh": "{name} 是匿名的而 {other} 不是：知道后者评分的人可以把它减去。请并入匿名的关系。",
    },
    "PS679": {
        "en": "Subjects who rate themselves are one each; write `minimum: 1` for {name}.",
        "zh": "自评每人只有一份；{name} 请写 `minimum: 1`。",
    },
    "PS680": {
        "en": "A scale goes from its low to its high end, and words have scores of their own; write `scale: [0, 100]` "
        "for numbers, `labels` for words.",
        "zh": "换算后的量表须由低到高，而文字评价各有自己的分值；数字请写 `scale: [0, 100]`，文字请写 `labels`。",
    },
    "PS681": {
        "en": "The measure {name} reads {table}, whose ratings the panel {panel} keeps anonymous; use another table.",
        "zh": "统计口径 {name} 读取表 {table}，而评价小组 {panel} 要为其中的评分保密；请改用其他表。",
    },
    "PS682": {
        "en": "Another panel reads the item {name} of {table}; what two panels tell of the same ratings could be "
        "compared to find one of them. Let one panel read it.",
        "zh": "另一个评价小组已读取表 {table} 的题目 {name}；对照两个小组的结果可能推出单个评分。请只由一个小组读取。",
    },
    "PS683": {
        "en": "There is no input {name} in the scheme. Write one that it has: {known}.",
        "zh": "方案中没有 {name} 这个输入项。请改写为已有的：{known}。",
    },
    "PS684": {
        "en": "The panel gives {low} to {high}, and the input {name} does not take all of that; write another `scale`, "
        "or another range at the indicator.",
        "zh": "评价小组的结果为 {low} 至 {high}，超出输入项 {name} 的范围；请改写 `scale`，或修改指标的范围。",
    },
    "PS685": {
        "en": "Nobody can say what is a possible score of {name}; give the column a range, such as `range: [1, 5]`.",
        "zh": "不知道 {name} 可能有哪些评分；请为该列写明范围，例如 `range: [1, 5]`。",
    },
    "PS686": {
        "en": "{name} holds numbers, which need no labels; delete them, or read a column of text.",
        "zh": "{name} 列是数字，不需要 `labels`；请删除它，或改读文字列。",
    },
    "PS687": {
        "en": "{name} holds words; write under `labels` what each is worth.",
        "zh": "{name} 列是文字；请在 `labels` 下写明各值多少分。",
    },
    "PS688": {
        "en": "Nothing is said of {lacking}, which may stand in the column {name}; write a line for each.",
        "zh": "{name} 列中可能出现 {lacking}，但没有写明如何处理；请各写一行。",
    },
    "PS689": {
        "en": "How many rows are left out by {name} would tell of the scores that the panel {panel} keeps; leave rows "
        "out by another column.",
        "zh": "按 {name} 剔除的行数会透露评价小组 {panel} 要保密的评分；请按其他列剔除。",
    },
    "PS691": {
        "en": "{name} holds the scores, which are told of nobody; name another column.",
        "zh": "{name} 列是评分，不能透露；请改写其他列。",
    },
    "PS690": {
        "en": "The input {name} is given twice; keep one of the two.",
        "zh": "输入项 {name} 由两处给出；请只保留一处。",
    },
    "PS692": {
        "en": "What stands in {name} is no possible score; correct it. It is not shown, and the row is left out.",
        "zh": "{name} 列的内容不是可能的评分；请更正。为保密不显示原文，该行不计入。",
    },
    "PS693": {
        "en": "The panel does not know the {name} {found}, and leaves the row out. It has: {known}.",
        "zh": "评价小组中没有 {name} {found}，该行不计入。已有的是：{known}。",
    },
    "PS694": {
        "en": "A score without a {name} is left out; hand in all of the row.",
        "zh": "有评分而没有 {name}，该行不计入；请补全。",
    },
    "PS695": {
        "en": "Rater and subject are the same, but the relation is not {name}; correct one of them. The row is "
        "left out.",
        "zh": "评价人与被评人相同，而关系不是 {name}；请更正其一。该行不计入。",
    },
    "PS696": {
        "en": "The relation is {name}, but rater and subject differ; correct one of them. The row is left out.",
        "zh": "关系是 {name}，而评价人与被评人不同；请更正其一。该行不计入。",
    },
    "PS697": {
        "en": "Too few raters answered for a value that keeps each of them anonymous; ask more of them.",
        "zh": "作答的评价人太少，无法在保护匿名的前提下给出结果；请邀请更多人评价。",
    },
    "PS698": {
        "en": "The same rater says the same of this item of the subject in row {row}; it counts once.",
        "zh": "同一评价人在第 {row} 行对此人此题作过相同的评价；只计一次。",
    },
    "PS699": {
        "en": "The same rater says something else of this item of the subject in row {row}; neither counts. "
        "Correct one.",
        "zh": "同一评价人在第 {row} 行对此人此题作过不同的评价；两者都不计入。请更正。",
    },
}
