"""What can be wrong with curves, units, inputs, thresholds and indicators: codes PS101 to PS199."""

from __future__ import annotations

from perfscheme.diagnostics.language import Messages

MESSAGES: Messages = {
    # numbers and values
    "PS101": {
        "en": "{found} ({type}) is not a number. Write an int, a float, a Decimal, a Fraction or plain decimal text.",
        "zh": "{found}（{type}）不是数字。请写 int、float、Decimal、Fraction 或纯十进制文本。",
    },
    "PS102": {
        "en": "{found} is not plain decimal text. Write {instead}: digits 0-9, a point, no unit, no separators.",
        "zh": "{found} 不是纯十进制文本。请写 {instead}：半角数字和小数点，不带单位，不带分隔符。",
    },
    "PS196": {
        "en": "{found} is not a number. Write digits, such as 12.5. If the value is missing, write None (in a file: "
        "null, or an empty cell); if it does not apply, NOT_APPLICABLE (in a file: not-applicable or n/a).",
        "zh": "{found} 不是数字。请写数字，如 12.5。若为缺失，请写 None（文件中写 null 或留空单元格）；"
        "若不适用，请写 NOT_APPLICABLE（文件中写 not-applicable 或 不适用）。",
    },
    "PS103": {
        "en": "{found} is blank, which may be a slip or an absence. Write the value, or for a missing one None (in "
        "a file: null, or an empty cell).",
        "zh": "{found} 是空白，可能是笔误，也可能表示缺失。请写数值；若为缺失，请写 None（文件中写 null "
        "或留空单元格）。",
    },
    "PS104": {
        "en": "{found} is not a finite number of a size that can be computed with. Write a number below 1e400.",
        "zh": "{found} 不是可参与计算的有限数。请写绝对值小于 1e400 的数字。",
    },
    "PS105": {
        "en": "{found} is a yes or no, where a number is expected. Write the number, or declare `kind: flag`.",
        "zh": "{found} 是“是/否”，此处应为数字。请写数字，或把该输入声明为 `kind: flag`。",
    },
    "PS106": {
        "en": "{found} is below the valid range, which begins at {low}. Correct the value, or write a wider `range`.",
        "zh": "{found} 低于有效范围的下限 {low}。请更正数值，或写更宽的 `range`。",
    },
    "PS107": {
        "en": "{found} is above the valid range, which ends at {high}. Correct the value, or write a wider `range`.",
        "zh": "{found} 高于有效范围的上限 {high}。请更正数值，或写更宽的 `range`。",
    },
    "PS108": {
        "en": "{found} percent looks like a fraction. If {percent} % is meant, write {percent}; if {found} % is meant, "
        "write `range: [0, 100]` at the input.",
        "zh": "百分数 {found} 看起来像小数。若指 {percent}%，请写 {percent}；若确指 {found}%，请写 `range: [0, 100]`。",
    },
    "PS109": {
        "en": "{found} is a length of time, where a number in `{unit}` is expected. Write a number, or declare a unit "
        "of time.",
        "zh": "{found} 是时长，此处应为以 `{unit}` 为单位的数字。请写数字，或声明时间单位。",
    },
    "PS110": {
        "en": "{found} is not one of the declared labels. Write one of them, exactly: {labels}.",
        "zh": "{found} 不在已声明的标签之中。请原样写其中一个：{labels}。",
    },
    "PS114": {
        "en": "{found} is not a flag. Write true or false, in tables also yes or no; 0 and 1 are not taken for one.",
        "zh": "{found} 不是是/否值。请写 true 或 false，表格中也可写 是 或 否；0 和 1 不会被当作是/否。",
    },
    # sources
    "PS111": {
        "en": "A source names nothing. Write `document:`, or `assumed: true` with a `reason:`.",
        "zh": "来源没有内容。请写 `document:`，或写 `assumed: true` 并附 `reason:`。",
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
        "zh": "取整既没有写 `places` 也没有写 `step`。请写其中一个，例如 `places: 2`。",
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
        "en": "The range from {low} to {high} is empty. Write the lower end first: `[low, high]`.",
        "zh": "从 {low} 到 {high} 的范围为空。请先写下限：`[下限, 上限]`。",
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
        "en": "There is no input {name}. Declare it under `inputs:`, or write one that is declared: {known}.",
        "zh": "没有名为 {name} 的输入。请在 `inputs:` 下声明它，或改写为已声明的之一：{known}。",
    },
    "PS124": {
        "en": "Input {name} is a label or flag, where a number is needed. Name a number input.",
        "zh": "输入 {name} 是标签或是/否值，此处需要数字。请写一个数字输入。",
    },
    "PS125": {
        "en": "Input {name} is a number, where a label or flag is needed. Name one of `kind: label` or `flag`.",
        "zh": "输入 {name} 是数字，此处需要标签或是/否值。请写 `kind: label` 或 `kind: flag` 的输入。",
    },
    "PS126": {
        "en": "`{label}` is not a label of {by}. Write one that it has: {labels}.",
        "zh": "`{label}` 不是 {by} 的标签。请写其标签之一：{labels}。",
    },
    "PS127": {
        "en": "There is no case for {missing} of {by}. Write one case for every label.",
        "zh": "{by} 的 {missing} 没有对应的情形。请为每个标签写一个情形。",
    },
    "PS128": {
        "en": "There is no threshold {name}. Write one that there is ({known}), a number, or add it.",
        "zh": "没有名为 {name} 的门槛。请改写为已写的之一（{known}）或数字，或在 `thresholds:` 下添加。",
    },
    "PS129": {
        "en": "There is no {name} whose result could be used here. Name one of these: {known}.",
        "zh": "此处没有可引用其结果的 {name}。请写以下之一：{known}。",
    },
    "PS130": {
        "en": "The total is not known yet here. Write this condition in a rule of the whole scheme.",
        "zh": "此处总分尚未得出。请把该条件写在整个方案的规则中。",
    },
    "PS131": {
        "en": "Input {name} is in `{found}`, which does not convert to `{wanted}`. Name an input in a unit of the "
        "same kind, or correct one of the units.",
        "zh": "输入 {name} 的单位是 `{found}`，不能换算为 `{wanted}`。请写同类单位的输入，或改正其中一个单位。",
    },
    # thresholds
    "PS132": {
        "en": "Threshold {harder} = {other} is not harder than {name} = {value} ({better} is better). Exchange them, "
        "or correct `better`.",
        "zh": "门槛 {harder} = {other} 并不比 {name} = {value} 更难达到（`better: {better}`）。请对调，"
        "或改正 `better`。",
    },
    "PS133": {
        "en": "Threshold {name} = {value} is outside the valid range, {reach}. Correct one of them.",
        "zh": "门槛 {name} = {value} 在有效范围（{reach}）之外。请更正其中之一。",
    },
    "PS134": {
        "en": "It is not said on which side {names} is met. Write `better: higher` or `better: lower`.",
        "zh": "只有写明方向，才知道怎样算达到门槛 {names}。请写 `better: higher` 或 `better: lower`。",
    },
    "PS135": {
        "en": "The thresholds of {label} have no {missing}, which others have. Write the same names in every case.",
        "zh": "{label} 的门槛缺少 {missing}，而其他情形有。请在每个情形中写相同的名称。",
    },
    # curves
    "PS136": {
        "en": "There is nothing in this table. Write at least one line.",
        "zh": "此表为空。请至少写一行。",
    },
    "PS137": {
        "en": "Levels {first} and {second} are at the same place. Keep one of them, or move the other.",
        "zh": "{first} 与 {second} 处于同一位置。请只保留一个，或移动另一个。",
    },
    "PS138": {
        "en": "It cannot be told in which order these levels ascend. Write them from the lowest value to the highest.",
        "zh": "无法判断这些档位的升序。请按数值从低到高书写。",
    },
    "PS139": {
        "en": "A single point gives no line to extend. Write a second point, or `clamp` or `zero`.",
        "zh": "只有一个点，无法延长直线。请再写一个点，或写 `clamp` 或 `zero`。",
    },
    "PS141": {
        "en": "Which side of a level is the better one is not said. Write `better: higher` or `better: lower`.",
        "zh": "没有写明档位的哪一侧更好。请写 `better: higher` 或 `better: lower`。",
    },
    "PS142": {
        "en": "The {what} that {form} divides by can be 0. Write `when-zero:` points, or a `range` without 0 where "
        "that {what} is declared.",
        "zh": "{form} 的除数（{what}）可能为 0。请写 `when-zero:` 的分值，或在声明该数值之处写不含 0 的 `range`。",
    },
    "PS143": {
        "en": "The {what} that {form} divides by can be negative, which turns the ratio round. Write `form: "
        "from-baseline`, or a `range` from 0 on where that {what} is declared.",
        "zh": "{form} 的除数（{what}）可能为负，比率会反向。请写 `form: from-baseline`，或在声明该数值之处"
        "写从 0 起的 `range`。",
    },
    "PS144": {
        "en": "{form} divides by 0 for everybody. Write `kind: all-or-nothing` or `kind: per-step` for a target of 0.",
        "zh": "{form} 对所有人都除以 0。目标为 0 时请用 `kind: all-or-nothing` 或 `kind: per-step`。",
    },
    "PS145": {
        "en": "`form: from-baseline` has no baseline. Write `baseline:`, the value that is worth 0.",
        "zh": "`form: from-baseline` 没有基准值。请写 `baseline:`，即得 0 分的数值。",
    },
    "PS146": {
        "en": "`form: {form}` uses no baseline. Leave `baseline:` out, or write `form: from-baseline`.",
        "zh": "`form: {form}` 不使用基准值。请删去 `baseline:`，或写 `form: from-baseline`。",
    },
    "PS147": {
        "en": "Nothing is at least {low} and at most {high}. Exchange `at-least` and `at-most`.",
        "zh": "没有数值既不低于 {low} 又不高于 {high}。请对调 `at-least` 与 `at-most`。",
    },
    "PS148": {
        "en": "The {what} can never be 0, so `when-zero` does nothing. Leave it out.",
        "zh": "{what}不可能为 0，`when-zero` 不起作用。请删去。",
    },
    "PS149": {
        "en": "A step of {found} leads nowhere. Write `each:` above 0; the sign of the points says which way they go.",
        "zh": "步长 {found} 无效。`each:` 请写大于 0 的数；加分还是扣分由分值的正负表示。",
    },
    "PS150": {
        "en": "Steps neither above nor below the level change anything. Write `above:` or `below:` points for a step.",
        "zh": "高于和低于起点的步数都不影响得分。请写 `above:` 或 `below:`，即每步的分值。",
    },
    "PS151": {
        "en": "This curve needs a label, but the indicator reads a number. Name one of `kind: label` or `flag`.",
        "zh": "该曲线需要标签，但指标读取的是数字。请写 `kind: label` 或 `flag` 的输入。",
    },
    "PS152": {
        "en": "A scale from {found} to {found} has no length. Write its two ends: `from: [1, 5]`.",
        "zh": "从 {found} 到 {found} 的评分尺度没有长度。请写两端：`from: [1, 5]`。",
    },
    "PS153": {
        "en": "Ratings can lie outside the scale, {low} to {high}. Write `range: [{low}, {high}]` at what is read.",
        "zh": "评分可能超出尺度 {low} 到 {high}。请在所读取的输入处写 `range: [{low}, {high}]`。",
    },
    "PS154": {
        "en": "{second} does not lie above {first}. Write the levels ascending, such as `best: [70, 80]` within "
        "`zero: [50, 100]`.",
        "zh": "{second} 不高于 {first}。请按升序写，例如 `best: [70, 80]` 位于 `zero: [50, 100]` 之内。",
    },
    "PS155": {
        "en": "The points fall on neither side. Write at least one end of `zero:`, such as `zero: [70, null]`.",
        "zh": "两侧得分都不下降。请至少写 `zero:` 的一端，例如 `zero: [70, null]`。",
    },
    "PS156": {
        "en": "{found} makes no power curve. Write an exponent above 0, and a coefficient other than 0.",
        "zh": "{found} 不构成幂曲线。指数请写大于 0 的数，系数请写非 0 的数。",
    },
    "PS157": {
        "en": "There are {found} points, where a logarithmic scale has two. Write its two ends.",
        "zh": "有 {found} 个点，而对数尺度需要两个。请写两端。",
    },
    "PS158": {
        "en": "{found} has no logarithm. Write levels above 0.",
        "zh": "{found} 没有对数。请写大于 0 的数值。",
    },
    "PS159": {
        "en": "Threshold {name} differs from person to person, which a logarithmic scale cannot use. Write a number.",
        "zh": "门槛 {name} 因人而异，对数尺度不能使用。请写数字。",
    },
    "PS160": {
        "en": "The points rise and fall, so an edge has no better side. Write `edge: at-least` (points hold from a "
        "level on) or `edge: at-most` (up to it).",
        "zh": "分值有升有降，档位边界没有“更好的一侧”。请写 `edge: at-least`（自该值起）或 `at-most`（至该值止）。",
    },
    # tiers with an edge each
    "PS188": {
        "en": "This tier is bounded by `{found}`, the first one by `{first}`. Write `from` or `above` at all tiers, or "
        "`to` or `below` at all.",
        "zh": "该档用 `{found}`，而第一档用 `{first}`。请各档都写 `from` 或 `above`，或都写 `to` 或 `below`。",
    },
    "PS189": {
        "en": "Every tier in a list says its own edge, so `edge` says nothing. Leave it out.",
        "zh": "列表中的每一档都写明了自己的边界，`edge` 没有作用。请删去。",
    },
    "PS190": {
        "en": "`{second}` stands after `{first}`, out of order. Write the tiers by their edges, lowest or highest "
        "first, and each edge once.",
        "zh": "`{second}` 写在 `{first}` 之后，顺序不对。请按边界从低到高或从高到低排列各档，且边界不重复。",
    },
    "PS191": {
        "en": "It is not said what points a value has that reaches no level. Write for example `otherwise: 0`.",
        "zh": "没有写未达到任何档位的数值得多少分。请写 `otherwise:`，例如 `otherwise: 0`。",
    },
    "PS192": {
        "en": "Values can lie beyond the outermost tier (`{side}: {bound}`), and have no points there. Write "
        "`otherwise:` for all the rest, or the `range` that values lie in.",
        "zh": "数值可能在最外一档（`{side}: {bound}`）之外，那里没有分值。请写 `otherwise:`，或写数值的 `range`。",
    },
    "PS193": {
        "en": "No value lies beyond the outermost tier (`{side}: {bound}`), so `otherwise` does nothing. Leave it out.",
        "zh": "没有数值在最外一档（`{side}: {bound}`）之外，`otherwise` 不起作用。请删去。",
    },
    "PS194": {
        "en": "The tier has no edge. Write `from`, `above`, `to` or `below`; the points of all the rest stand beside "
        "`tiers:` as `otherwise:`.",
        "zh": "该档没有边界。请写 `from`、`above`、`to` 或 `below`；其余全部的分值写在 `tiers:` 之外的 `otherwise:`。",
    },
    "PS197": {
        "en": "`{found}` is one label: the full-width {apart} separates nothing. Write `labels: [{instead}]`.",
        "zh": "`{found}` 是一个标签：全角的 {apart} 不分隔各项。请写 `labels: [{instead}]`。",
    },
    "PS198": {
        "en": "With `better: {better}` the points would rise and fall, with `better: {other}` only one of the two. "
        "Write `better: {other}`, or `edge: at-least` (points hold from a level on) or `edge: at-most` (up to it).",
        "zh": "按 `better: {better}` 计算，分值有升有降；若为 `better: {other}`，则只升不降或只降不升。请改写为 "
        "`better: {other}`，或写 `edge: at-least`（自该值起）或 `at-most`（至该值止）。",
    },
    "PS199": {
        "en": "Thresholds {name} and {harder} are both {value}, where {harder} is the harder one. Write another value "
        "at one of them, or keep only one.",
        "zh": "门槛 {name} 与 {harder} 同为 {value}，而 {harder} 应更难达到。请改写其中一个的数值，或只保留一个。",
    },
    "PS195": {
        "en": "The tier has several edges: {found}. Write one; the next tier is the other end.",
        "zh": "该档写了多个边界：{found}。请只写一个；另一端由相邻的档决定。",
    },
    # indicators
    "PS173": {
        "en": "`if-missing` gives {given}. Write exactly one of `value`, `points` and `not-applicable: true`.",
        "zh": "`if-missing` 给出了 {given}。请在 `value`、`points`、`not-applicable: true` 中恰好写一个。",
    },
    "PS174": {
        "en": "The value comes from input {input}, declared elsewhere. Write `range` there.",
        "zh": "数值来自别处声明的输入 {input}，其范围不由此处决定。请把 `range` 写在那里。",
    },
    "PS175": {
        "en": "The indicator reads a label, for which `{field}` has no meaning. Leave it out.",
        "zh": "该指标读取标签，`{field}` 对它没有意义。请删去。",
    },
}
