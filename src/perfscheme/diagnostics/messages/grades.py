"""What can be wrong with grades and with examples: codes PS272 to PS299, but for the tree's."""

from __future__ import annotations

from perfscheme.diagnostics.language import Messages

MESSAGES: Messages = {
    # grades
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
