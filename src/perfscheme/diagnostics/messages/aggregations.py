"""What can be wrong with aggregations and the tree: codes PS221 to PS240, PS281 and PS282."""

from __future__ import annotations

from perfscheme.diagnostics.language import Messages

MESSAGES: Messages = {
    # aggregations
    "PS221": {
        "en": "The best {found} of the children are none. Write a count of at least 1.",
        "zh": "取最好的 {found} 个子项，等于一个都不取。请写不小于 1 的个数。",
    },
    "PS222": {
        "en": "The best {found} are asked for, but there are only {most} children. Write a smaller `count`.",
        "zh": "要求取最好的 {found} 个，但只有 {most} 个子项。请写较小的 `count`。",
    },
    "PS223": {
        "en": "{name} can have points below 0, of which there is no geometric mean. Give it a `floor` of 0 or more, "
        "or use `weighted-mean`.",
        "zh": "{name} 的得分可能小于 0，无法取几何平均。请给它写不小于 0 的 `floor` 规则，或改用 `weighted-mean`。",
    },
    "PS224": {
        "en": "{found} points cannot stand for the whole. Write a number above 0, such as 100.",
        "zh": "{found} 分不能代表整体。请写大于 0 的数，例如 100。",
    },
    "PS225": {
        "en": "There is no threshold {threshold} at {names}. Add it, or name one that all children have (the children "
        "have: {known}); a dimension has none.",
        "zh": "{names} 没有名为 {threshold} 的门槛。请添加该门槛，或写各子项都有的门槛（各子项有：{known}）；维度没有"
        "门槛。",
    },
    "PS226": {
        "en": "Rows and columns are both looked up by {name}. Name another child for one of them.",
        "zh": "行和列都按 {name} 查找。请为其中一方写另一个子项。",
    },
    "PS227": {
        "en": "There is no child {name}. Write one of the children: {known}.",
        "zh": "没有名为 {name} 的子项。请写子项之一：{known}。",
    },
    "PS228": {
        "en": "{name} is neither the row nor the column of the matrix, so its points are not used. Move it to "
        "another dimension.",
        "zh": "{name} 既不是矩阵的行也不是列，其得分不会用到。请把它移到其他维度。",
    },
    "PS229": {
        "en": "The edge {found} does not come after {before}. Write the edges of `{key}` from the best band to the "
        "worst.",
        "zh": "边界 {found} 不应排在 {before} 之后。请把 `{key}` 的边界从最好的档写到最差的档。",
    },
    "PS230": {
        "en": "The last band, and only the last, is `otherwise`: so every number of points has a band. Write for "
        "example `[90, 75, otherwise]`.",
        "zh": "最后一档（且仅最后一档）应为 `otherwise`，这样任何得分都有所属的档。请写成例如 `[90, 75, otherwise]`。",
    },
    "PS231": {
        "en": "The bands need exactly one of `from` (higher is better) and `to` (lower is better). Write one of them.",
        "zh": "各档须有 `from`（越高越好）或 `to`（越低越好）之一，且只有一个。请写其中之一。",
    },
    "PS232": {
        "en": "There are {wanted} bands, and {side} are {found}. Write one for each band, in the same order.",
        "zh": "有 {wanted} 档，而{side}是 {found}。请按相同顺序为每一档各写一个。",
    },
    "PS236": {
        "en": "{found} children cannot be dropped. Write 0 or more.",
        "zh": "不能去掉 {found} 个子项。请写不小于 0 的整数。",
    },
    "PS237": {
        "en": "Nothing is dropped. Write `drop-highest:`, `drop-lowest:`"
        " or both, or use `weighted-mean` with `weights: "
        "equal`, or `sum`.",
        "zh": "没有去掉任何子项。请写 `drop-highest:`、`drop-lowest:`"
        " 或两者；否则请用 `weighted-mean`（`weights: equal`）"
        "或 `sum`。",
    },
    "PS238": {
        "en": "Of {most} children the {highest} highest and the {lowest} lowest are dropped, which leaves none. Drop "
        "fewer.",
        "zh": "{most} 个子项中去掉最高的 {highest} 个和最低的 {lowest} 个，一个也不剩。请少去掉一些。",
    },
    # the tree
    "PS281": {
        "en": "Dimension {name} has no children. Write at least one under `children:`.",
        "zh": "维度 {name} 没有子项。请在 `children:` 下至少写一个。",
    },
    "PS282": {
        "en": "Two children are called {name}. Give each an id of its own.",
        "zh": "有两个子项都叫 {name}。请给每个子项各自的标识。",
    },
}
