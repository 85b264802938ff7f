"""What can be wrong with weights and with policies for missing children: codes PS201 to PS220."""

from __future__ import annotations

from perfscheme.diagnostics.language import Messages

MESSAGES: Messages = {
    "PS201": {
        "en": "There is no weight at {names}, and the dimension needs one for every child (`weights: {mode}`). Write "
        "`weight:`, or `weights: {equal}` if all count the same.",
        "zh": "{names} 没有权重，而其维度要求每个子项都有权重（`weights: {mode}`）。请写 `weight:`；若各项同等重要，"
        "请写 `weights: {equal}`。",
    },
    "PS202": {
        "en": "Nothing uses the weight of {names}: the dimension says `{where}`. Delete the weight, or choose "
        "an aggregation that uses weights, such as `weighted-mean`.",
        "zh": "{names} 写了权重，但其维度写的是 `{where}`，不会用到权重。请删去权重，或改用使用权重的汇总方式，例如 "
        "`weighted-mean`。",
    },
    "PS203": {
        "en": "The weight of {name} is {found}. Write 0 or more; to take points away use the aggregation `sum` with "
        "`weights: factors`.",
        "zh": "{name} 的权重是 {found}。请写不小于 0 的数；若要扣分，请用汇总方式 `sum` 并写 `weights: factors`。",
    },
    "PS204": {
        "en": "The weights add up to {found}, not {wanted}: {weights}. Change them by {rest} in all, or write "
        "`weights: {mode}` if they count in relation to their sum.",
        "zh": "权重之和是 {found}，不是 {wanted}：{weights}。请合计调整 {rest}；若权重只表示相对比例，请写 `weights: "
        "{mode}`。",
    },
    "PS210": {
        "en": "The weights add up to 1, not {wanted}: {weights}. Write them in percent, {instead}, or write "
        "`weights: to-1`.",
        "zh": "权重之和是 1，不是 {wanted}：{weights}。请按百分数书写：{instead}；或写 `weights: to-1`。",
    },
    "PS205": {
        "en": "For {case} the weights add up to {found}, not {wanted}: {weights}. Change them by {rest} in all, or "
        "write `weights: {mode}` if they count in relation to their sum.",
        "zh": "当 {case} 时，权重之和是 {found}，不是 {wanted}：{weights}"
        "。请合计调整 {rest}；若权重只表示相对比例，请写 "
        "`weights: {mode}`。",
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
        "en": "The table names {name}, which is no child of this dimension. Write one of its children: {known}.",
        "zh": "权重表写了 {name}，但它不是该维度的子项。请写子项之一：{known}。",
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
}
