"""What can be wrong with aggregations, policies, rules, conditions, grades and the tree: codes PS201 to PS299."""

from __future__ import annotations

from perfscheme.diagnostics.language import Messages

MESSAGES: Messages = {
    # weights
    "PS201": {
        "en": "{name} has no weight, and its dimension needs one for every child (`weights: {mode}`). Write `weight:`.",
        "zh": "{name} 没有权重，而其维度要求每个子项都有权重（`weights: {mode}`）。请写 `weight:`。",
    },
    "PS202": {
        "en": "{name} has a weight, which nothing uses: its dimension says `{where}`. Delete the weight, or choose "
        "an aggregation that uses weights, such as `weighted-mean`.",
        "zh": "{name} 写了权重，但其维度写的是 `{where}`，不会用到权重。请删去该权重，或改用使用权重的汇总方式，例如 "
        "`weighted-mean`。",
    },
    "PS203": {
        "en": "The weight of {name} is {found}. Write 0 or more; to take points away use the aggregation `sum` with "
        "`weights: factors`.",
        "zh": "{name} 的权重是 {found}。请写不小于 0 的数；若要扣分，请用汇总方式 `sum` 并写 `weights: factors`。",
    },
    "PS204": {
        "en": "The weights add up to {found}, not {wanted}: {weights}. Change them by {rest} in all, or write "
        "`weights: normalised` if they count in relation to their sum.",
        "zh": "权重之和是 {found}，不是 {wanted}：{weights}。请合计调整 {rest}；若权重只表示相对比例，请写 `weights: "
        "normalised`。",
    },
    "PS205": {
        "en": "For {case} the weights add up to {found}, not {wanted}: {weights}. Change them by {rest} in all, or "
        "write `weights: normalised` if they count in relation to their sum.",
        "zh": "当 {case} 时，权重之和是 {found}，不是 {wanted}：{weights}"
        "。请合计调整 {rest}；若权重只表示相对比例，请写 "
        "`weights: normalised`。",
    },
    "PS206": {
        "en": "All weights are 0: {weights}. Give at least one child a weight above 0.",
        "zh": "所有权重都是 0：{weights}。请至少给一个子项写大于 0 的权重。",
    },
    "PS207": {
        "en": "The weight of {name} is given per person, so nobody can promise that the weights add up to {wanted}. "
        "Write `weights: normalised`, or a fixed weight.",
        "zh": "{name} 的权重因人而异，无法保证权重之和为 {wanted}。请写 `weights: normalised`，或写固定的权重。",
    },
    "PS208": {
        "en": "The weight of {name} is given per person and may be below 0. Give its input a range from 0 up, such "
        "as `range: [0, 100]`.",
        "zh": "{name} 的权重因人而异，且可能小于 0。请给该输入写从 0 开始的范围，例如 `range: [0, 100]`。",
    },
    "PS209": {
        "en": "The weights depend on {labels} in too many combinations to prove their total. Let them depend on "
        "fewer labels.",
        "zh": "权重取决于 {labels} 的组合，组合太多，无法证明其总和。请让权重取决于较少的标签。",
    },
    # missing policies
    "PS211": {
        "en": "A coverage of {found} is not a percentage. Write a number from 0 to 100, such as `coverage: 60`.",
        "zh": "覆盖率 {found} 不是百分数。请写 0 到 100 之间的数，例如 `coverage: 60`。",
    },
    "PS212": {
        "en": "`{kind}` cannot follow `missing: {found}`. Write one of: {instead}.",
        "zh": "`{kind}` 不能采用 `missing: {found}`。请写其中之一：{instead}。",
    },
    "PS213": {
        "en": "There are two tables for the same missing children: {names}. Keep one of them.",
        "zh": "同一组缺失子项（{names}）有两张权重表。请只保留一张。",
    },
    "PS214": {
        "en": "{name} stands there twice. Keep one of the two.",
        "zh": "{name} 出现了两次。请只保留一个。",
    },
    "PS215": {
        "en": "The table names {name}, which is no child of this dimension; its children are: {known}. Write one of "
        "these.",
        "zh": "权重表写了 {name}，但它不是该维度的子项；子项有：{known}。请写其中之一。",
    },
    "PS216": {
        "en": "The table holds when {name} is missing, and yet gives it a weight. Delete that weight.",
        "zh": "该权重表用于 {name} 缺失之时，却给它写了权重。请删去这个权重。",
    },
    "PS217": {
        "en": "The table has no weight above 0. Write the weight of every child that is there.",
        "zh": "权重表中没有大于 0 的权重。请为每个未缺失的子项写权重。",
    },
    "PS218": {
        "en": "The weights of this table add up to {found}, those of the dimension to {wanted}: {weights}. Make "
        "both the same.",
        "zh": "该表的权重之和是 {found}，而维度的权重之和是 {wanted}：{weights}。请使两者一致。",
    },
    "PS219": {
        "en": "The list is empty. Write at least one item, or `missing: refuse` if no missing child is to be made "
        "up for.",
        "zh": "列表为空。请至少写一项；若任何子项缺失都不补救，请写 `missing: refuse`。",
    },
    "PS220": {
        "en": "The table has no weight for {names}. Write one for every child that is not missing; 0 is allowed.",
        "zh": "权重表没有 {names} 的权重。请为每个未缺失的子项写权重，可以为 0。",
    },
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
        "en": "{name} has no threshold {threshold}; it has: {known}. Add the threshold, or name one that all "
        "children have; a dimension has none.",
        "zh": "{name} 没有名为 {threshold} 的门槛；它有：{known}。请添加该门槛，或写各子项都有的门槛；维度没有门槛。",
    },
    "PS226": {
        "en": "Rows and columns are both looked up by {name}. Name another child for one of them.",
        "zh": "行和列都按 {name} 查找。请为其中一方写另一个子项。",
    },
    "PS227": {
        "en": "There is no child {name}; the children are: {known}. Write one of these.",
        "zh": "没有名为 {name} 的子项；子项有：{known}。请写其中之一。",
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
        "zh": "最后一档（且仅最后一档）写 `otherwise`，这样任何得分都有所属的档。例如写 `[90, 75, otherwise]`。",
    },
    "PS231": {
        "en": "The bands need exactly one of `from` (higher is better) and `to` (lower is better). Write one of them.",
        "zh": "各档须写 `from`（越高越好）或 `to`（越低越好）之一，且只写一个。",
    },
    "PS232": {
        "en": "There are {found} {side} of points for {wanted} bands. Write one for each band, in the same order.",
        "zh": "有 {wanted} 档，却写了 {found} 个得分（{side}）。请按相同顺序为每一档各写一个。",
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
    # conditions
    "PS241": {
        "en": "The condition compares with nothing. Write one of `at-least`, `above`, `at-most`, `below`, `equals` "
        "(for a label or flag `is` or `is-any`).",
        "zh": "条件没有写比较的对象。请写 `at-least`、`above`、`at-most`、`below`、`equals` 之一（标签或是/否值写 "
        "`is` 或 `is-any`）。",
    },
    "PS242": {
        "en": "The condition has several comparisons: {found}. Write one, and combine conditions with `all:` or "
        "`any:`.",
        "zh": "条件写了多个比较：{found}。请只写一个，并用 `all:` 或 `any:` 组合多个条件。",
    },
    "PS243": {
        "en": "{name} may be missing or not applicable, and the condition does not say what holds then. Write "
        "`if-missing: fails` (the condition does not hold) or `if-missing: holds`.",
        "zh": "{name} 可能缺失或不适用，而条件没有说明此时如何判断。请写 `if-missing: fails`（条件不成立）或 "
        "`if-missing: holds`（条件成立）。",
    },
    "PS244": {
        "en": "{label} is not a label of {name}, which has: {labels}. Write one of these.",
        "zh": "{label} 不是 {name} 的标签；它有：{labels}。请写其中之一。",
    },
    "PS245": {
        "en": "No indicator has a threshold {name}; there are: {known}. Write one of these.",
        "zh": "没有任何指标具有门槛 {name}；现有的门槛：{known}。请写其中之一。",
    },
    "PS246": {
        "en": "`{name}` is an empty list. Write at least one item.",
        "zh": "`{name}` 是空列表。请至少写一项。",
    },
    "PS247": {
        "en": "There is no input, indicator or dimension {name} that could be looked at here; there are: {known}. "
        "Write one of these.",
        "zh": "此处没有可查看的输入、指标或维度 {name}；现有：{known}。请写其中之一。",
    },
    "PS248": {
        "en": "{name} stands there twice and would count twice. Keep one of the two.",
        "zh": "{name} 出现了两次，会被计两次。请只保留一个。",
    },
    # rules
    "PS251": {
        "en": "The veto decides nothing. Write `points: 0`, `grade: D` or `grade-at-most: C`.",
        "zh": "该否决没有写后果。请写 `points: 0`、`grade: D` 或 `grade-at-most: C`。",
    },
    "PS252": {
        "en": "The veto says both `grade` and `grade-at-most`. Keep `grade` to decide it, or `grade-at-most` to "
        "bound it.",
        "zh": "该否决同时写了 `grade` 和 `grade-at-most`。若直接定级请保留 `grade`，若只限制上限请保留 "
        "`grade-at-most`。",
    },
    "PS253": {
        "en": "The grade limit has no limit. Write `at-most: C` or `at-least: C`.",
        "zh": "该等级限制没有写限制。请写 `at-most: C` 或 `at-least: C`。",
    },
    "PS254": {
        "en": "The grade is to be at least {least}, which is better than {most}, the best that is allowed. Exchange "
        "them.",
        "zh": "要求等级至少为 {least}，但它高于所允许的最高等级 {most}。请将两者对调。",
    },
    "PS255": {
        "en": "There is no grade {name}; the grades are: {known}. Write one of these.",
        "zh": "没有等级 {name}；等级有：{known}。请写其中之一。",
    },
    "PS256": {
        "en": "The {kind} has no amount. Write `points:`, or `per:` for an amount per step of an input.",
        "zh": "`{kind}` 没有写分数。请写 `points:`；若按某输入逐级计分，请写 `per:`。",
    },
    "PS257": {
        "en": "The {kind} has two amounts, `points` and `per`. Keep one of them, or write two rules.",
        "zh": "`{kind}` 同时写了 `points` 和 `per`。请只保留一个，或写成两条规则。",
    },
    "PS258": {
        "en": "A step of {found} has no size. Write `each:` above 0; to count downwards write `counting: down`.",
        "zh": "步长 {found} 无效。请写大于 0 的 `each:`；若向下计数，请写 `counting: down`。",
    },
    "PS259": {
        "en": "{found} is below 0 in a {kind}. Write the amount without a sign; `bonus` adds it, `deduction` takes "
        "it away.",
        "zh": "`{kind}` 中的 {found} 小于 0。请写不带符号的分数：`bonus` 加分，`deduction` 扣分。",
    },
    "PS260": {
        "en": "The amount of this {kind} can be below 0 for some inputs. Give the input a range from 0 up, such as "
        "`range: [0, 10]`.",
        "zh": "该 `{kind}` 的分数在某些输入下可能小于 0。请给该输入写从 0 开始的范围，例如 `range: [0, 10]`。",
    },
    "PS261": {
        "en": "There are no base points. Write `base:` for all children, or `bases:` by child.",
        "zh": "没有写基本分。请为全部子项写 `base:`，或按子项写 `bases:`。",
    },
    "PS262": {
        "en": "{name} is named twice in this rule. Name it once.",
        "zh": "该规则中 {name} 出现了两次。请只写一次。",
    },
    "PS263": {
        "en": "{name} is no child of this dimension; its children are: {known}. Write one of these.",
        "zh": "{name} 不是该维度的子项；子项有：{known}。请写其中之一。",
    },
    "PS264": {
        "en": "The lower limit {low} is above the upper limit {high}. Exchange them.",
        "zh": "下限 {low} 高于上限 {high}。请将两者对调。",
    },
    "PS265": {
        "en": "There are no base points for {names}. Add them to `bases:`, write `base:` for the rest, or name them "
        "under `except:`.",
        "zh": "{names} 没有基本分。请在 `bases:` 中补上，或为其余子项写 `base:`，或把它们写在 `except:` 下。",
    },
    "PS266": {
        "en": "No children are left out. Write their ids, such as `children: [cost]`.",
        "zh": "没有写要排除的子项。请写其标识，例如 `children: [cost]`。",
    },
    "PS267": {
        "en": "The curve `{found}` cannot convert points: it leaves them as they are, or reads labels. Write another, "
        "such as `linear` or `tiers`, or leave the rule out.",
        "zh": "曲线 `{found}` 不能换算得分：它不改变得分，或读取的是标签。请写其他曲线，例如 "
        "`linear` 或 `tiers`，或删去该规则。",
    },
    # grades
    "PS271": {
        "en": "There are no grades in the list. Write at least one, or leave out `grades:`.",
        "zh": "等级列表为空。请至少写一个等级，或不写 `grades:`。",
    },
    "PS272": {
        "en": "Grade {name} stands there twice. Give each grade a name of its own.",
        "zh": "等级 {name} 出现了两次。请给每个等级各自的名称。",
    },
    "PS273": {
        "en": "Grade {name} has no bound, which only the last and worst grade may do. Write `from:` (or `to:` where "
        "low totals are good), or `by-rule: true` if only rules give it.",
        "zh": "等级 {name} 没有边界；只有最后、最差的等级可以不写。请写 `from:`（若总分越低越好，写 "
        "`to:`）；若只由规则给出，请写 `by-rule: true`。",
    },
    "PS274": {
        "en": "Grade {name} has several bounds: {found}. Write one; the grade before it is the other end.",
        "zh": "等级 {name} 写了多个边界：{found}。请只写一个；另一端由前一个等级决定。",
    },
    "PS275": {
        "en": "Grade {name} is bounded by `{side}`, the one before it by `{first}`. Write `from` or `above` at all "
        "grades (higher is better), or `to` or `below` at all.",
        "zh": "等级 {name} 用 `{side}`，前一个等级用 `{first}`。请全部写 `from` 或 `above`（越高越好），或全部写 `to` "
        "或 `below`。",
    },
    "PS276": {
        "en": "Grade {name} ({side} {bound}) is not worse than the one before it ({first} {before}). Write the "
        "grades from best to worst, each with its own bound.",
        "zh": "等级 {name}（{side} {bound}）并不低于前一个等级（{first}"
        " {before}）。请从最好到最差排列等级，且边界各不相"
        "同。",
    },
    "PS277": {
        "en": "Some grades have a coefficient, but not {names}. Write one at every grade, or at none.",
        "zh": "部分等级有系数，但 {names} 没有。请为每个等级都写系数，或都不写。",
    },
    "PS278": {
        "en": "Totals can be {reach}, which no grade covers: the worst, {name}, is bounded by `{side}: {bound}`. "
        "Delete its bound, so that it takes all the rest, or move it.",
        "zh": "总分可能为 {reach}，没有等级与之对应：最差的等级 {name} 写了 `{side}: {bound}`。请删去其边界，使其包含其"
        "余全部，或移动边界。",
    },
    "PS279": {
        "en": "Totals have no limit on the worse side, and the worst grade, {name}, is bounded by `{side}: "
        "{bound}`. Delete its bound, so that it takes all the rest.",
        "zh": "总分在较差一侧没有界限，而最差的等级 {name} 写了 `{side}: {bound}`。请删去其边界，使其包含其余全部。",
    },
    "PS280": {
        "en": "No total can have grade {name}: totals end at {reach}. Move its bound, or delete the grade.",
        "zh": "没有总分能得到等级 {name}：总分止于 {reach}。请移动其边界，或删去该等级。",
    },
    "PS283": {
        "en": "Grade {name} is given `by-rule`, and yet has the bound `{side}`. Keep one of the two.",
        "zh": "等级 {name} 写了 `by-rule`（仅由规则给出），却又写了边界 `{side}`。请只保留一个。",
    },
    "PS284": {
        "en": "All grades are given `by-rule`, so no total has one. Write at least one grade without it.",
        "zh": "所有等级都写了 `by-rule`，没有总分能得到等级。请至少写一个不带 `by-rule` 的等级。",
    },
    "PS285": {
        "en": "Grade {name} is given `by-rule`, and no rule names it. Write the rule, such as `kind: grade-limit` with "
        "`at-least: {name}`, or delete the grade.",
        "zh": "等级 {name} 写了 `by-rule`，但没有规则提到它。请写相应的规则，例如 `kind: grade-limit` 并写 "
        "`at-least: {name}`，或删去该等级。",
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
    # examples
    "PS291": {
        "en": "The example expects nothing, so it cannot fail. Write `total:`, `grade:`, `points:` or `no-score: "
        "true`.",
        "zh": "该示例没有写预期结果，永远不会失败。请写 `total:`、`grade:`、`points:` 或 `no-score: true`。",
    },
    "PS292": {
        "en": "The example expects no score, and yet a `{key}`. Keep one of the two.",
        "zh": "该示例预期没有得分，却又写了 `{key}`。请只保留一个。",
    },
    "PS293": {
        "en": "A tolerance of {found} can never be kept. Write 0 or more, or leave it out for exact equality.",
        "zh": "容差 {found} 永远无法满足。请写不小于 0 的数；若要求完全相等，请不写。",
    },
    "PS294": {
        "en": "{name} stands there twice. Keep one of the two.",
        "zh": "{name} 出现了两次。请只保留一个。",
    },
}
