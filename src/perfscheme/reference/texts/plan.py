"""The scheme and what stands at its top: each noun and each of its keys, said in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from perfscheme.diagnostics.language import Text
from perfscheme.nouns.examples import Example, ExamplePoints, ExampleValue
from perfscheme.nouns.grades import Grade
from perfscheme.nouns.inputs import FlagInput, LabelInputSpec, NumberInput
from perfscheme.nouns.roundings import Rounding, TotalRounding
from perfscheme.nouns.sections import Section
from perfscheme.nouns.sources import Source
from perfscheme.nouns.waivers import Waiver
from perfscheme.reference.sayings import Saying
from perfscheme.scheme import Scheme
from perfscheme.scheme.identity import Effective

NOUNS: Mapping[type[Any], Saying] = MappingProxyType({
    Scheme: Saying(
        Text(zh="绩效方案", en="Performance plan"),
        Text(
            zh="一份绩效方案：一个文件写清考核什么、如何计分、缺数据怎么办、得几等。",
            en=(
                "A performance plan: what is measured, how it scores, what becomes of missing "
                "data, which grade results."
            ),
        ),
        {
            "scheme": Text(
                zh="方案编号，写入每份结果，请勿更改。例：`sales-2026`。",
                en="Id of the scheme, stored with every result. Example: `sales-2026`.",
            ),
            "score": Text(
                zh="总分：方案的根维度，它的得分就是总分。",
                en="The root dimension: its points are the total.",
            ),
            "version": Text(
                zh='方案版本，由编写者自定，请加引号。例：`"1.0"`。',
                en='Version of the plan, as its authors number it; text, so in quotes. Example: `"1.0"`.',
            ),
            "effective": Text(
                zh='方案的生效日期。例：`{from: "2026-01-01", to: "2026-12-31"}`。',
                en='First and last day of the plan. Example: `{from: "2026-01-01", to: "2026-12-31"}`.',
            ),
            "period": Text(zh="一份得分对应的考核周期。", en="What one score is for."),
            "sections": Text(
                zh="方案中不参与计分的文字：背景、激励措施、实施与监控等；`perfscheme docs` 原样写出。",
                en=(
                    "What the plan says beside its arithmetic: background, incentives, who brings it about; "
                    "`perfscheme docs` writes it out."
                ),
            ),
            "inputs": Text(
                zh="不归某一个指标所有的输入项：工龄、是否见习、岗位、事故次数等。指标自己的数据不必写在这里。",
                en=(
                    "Inputs that are not declared by an indicator: tenure, trainee or not, role, "
                    "incidents. What an indicator itself reads need not stand here."
                ),
            ),
            "rounding": Text(
                zh="总分如何舍入。例：`{places: 2, before-grading: true}`。不写则不舍入。",
                en="How the total is rounded. Example: `{places: 2, before-grading: true}`. Without it: not at all.",
            ),
            "scale": Text(
                zh="总分的预定范围（分制）。例：`[0, 100]`。它不限制得分；得分超出或达不到两端时，检查会提示。",
                en=(
                    "The totals that are meant to be possible. Example: `[0, 100]`. It limits no score: what leaves "
                    "it, and an end that nobody can reach, is a finding."
                ),
            ),
            "rules": Text(
                zh="作用于总分和等级的规则，按书写顺序执行。",
                en="Rules on the total and the grade, in the order in which they act.",
            ),
            "grades": Text(
                zh="等级，从最好写到最差；不写则只有总分。",
                en="Grades, best first; without them the total is the result.",
            ),
            "examples": Text(
                zh="算好的示例，由 `perfscheme test` 核对。",
                en="Worked examples, run by `perfscheme test`.",
            ),
            "evidence": Text(
                zh="输入项的值如何由原始数据表统计而来；不写则由调用方直接提供数值。",
                en="How the values of inputs come from tables; without it a host hands in the values.",
            ),
            "sources": Text(
                zh="不属于某个指标的数字出自何处。",
                en="Where figures come from that stand at no indicator.",
            ),
        },
    ),
    Effective: Saying(
        Text(zh="生效日期", en="Effective dates"),
        Text(zh="方案从哪天到哪天有效，首尾两天都算。", en="From when to when the plan holds, both days included."),
        {
            "from": Text(
                zh='生效的第一天，请加引号。例：`"2026-01-01"`。',
                en='The first day, in quotes. Example: `"2026-01-01"`.',
            ),
            "to": Text(
                zh="有效的最后一天，请加引号；不写则一直有效。",
                en="The last day, in quotes; without it the plan has no end.",
            ),
        },
    ),
    Section: Saying(
        Text(zh="文字章节", en="Section"),
        Text(
            zh="方案中不参与计分的一节文字；也可只写一段文字。",
            en="Words of the plan under a title of their own, by which nobody is scored; a text alone will do.",
        ),
        {
            "section": Text(zh="章节的编号。例：`incentives`。", en="Its id. Example: `incentives`."),
            "text": Text(
                zh="一段文字；可分中英文写：{zh: …, en: …}。",
                en="A paragraph; may be in two languages: {zh: …, en: …}.",
            ),
            "items": Text(
                zh="段后的各条。例：`[季度最佳员工]`。",
                en="A list below it. Example: `[best of the quarter]`.",
            ),
            "place": Text(zh="写在文档的哪里；不写则为 `end`。", en="Where it stands in documents; without it `end`."),
        },
    ),
    Waiver: Saying(
        Text(zh="豁免", en="Waiver"),
        Text(zh="不报告的一条检查提示，及其理由。", en="A lint that is not to be reported, and why."),
        {
            "lint": Text(zh="检查提示的代码。例：PS521。", en="Its code. Example: PS521."),
            "reason": Text(zh="方案为何这样是对的。", en="Why the scheme is right as it is."),
        },
    ),
    NumberInput: Saying(
        Text(zh="数字输入项", en="Number input"),
        Text(zh="一个数字，有单位和有效范围。", en="A number, in a unit and within a range."),
        {
            "key": Text(zh="输入项的键，即数据表中的名称。", en="Its key, the name under which it is handed in."),
            "unit": Text(zh="数字的单位。", en="The unit of the number."),
            "range": Text(
                zh="最低和最高的有效值。例：`[0, 500]`；某一端写 null 表示不限。不写则用单位自带的范围。",
                en=(
                    "Lowest and highest valid value. Example: `[0, 500]`; null leaves an end "
                    "open. Without it: the unit's natural range."
                ),
            ),
        },
    ),
    FlagInput: Saying(
        Text(zh="是否输入项", en="Flag input"),
        Text(zh="是或否，写作 true 或 false。", en="A yes or no, written true or false."),
        {
            "key": Text(zh="输入项的键，即数据表中的名称。", en="Its key, the name under which it is handed in."),
        },
    ),
    LabelInputSpec: Saying(
        Text(zh="标签输入项", en="Label input"),
        Text(zh="一组词中的一个，如岗位、等级、地区。", en="One word of a list: a role, a level, a site."),
        {
            "key": Text(zh="输入项的键，即数据表中的名称。", en="Its key, the name under which it is handed in."),
            "labels": Text(
                zh="允许的词，按显示顺序。例：`[初级, 高级]`。",
                en="The words that it may be, in the order in which they are shown. Example: `[junior, senior]`.",
            ),
        },
    ),
    Rounding: Saying(
        Text(zh="舍入", en="Rounding"),
        Text(zh="舍入到小数位，或舍入到某数的倍数。", en="To decimal places, or to the multiple of a step."),
        {
            "places": Text(
                zh="保留几位小数，−15 到 15。例：`2`；−1 表示舍入到十位。",
                en="Decimal places, -15 to 15. Example: `2`; -1 rounds to tens.",
            ),
            "step": Text(
                zh="舍入到这个数的倍数。例：`0.5`。与 `places` 只能写一个。",
                en="Rounds to multiples of this number. Example: `0.5`. Write either this or `places`.",
            ),
            "mode": Text(zh="正好在中间或有余数时如何取舍。", en="What becomes of the rest."),
        },
    ),
    TotalRounding: Saying(
        Text(zh="总分的舍入", en="Rounding of the total"),
        Text(
            zh="总分如何舍入，以及定等级用舍入前还是舍入后的总分。",
            en="How the total is rounded, and whether the rounded or the exact total is graded.",
        ),
        {
            "places": Text(zh="保留几位小数，−15 到 15。例：`2`。", en="Decimal places, -15 to 15. Example: `2`."),
            "step": Text(
                zh="舍入到这个数的倍数。例：`0.5`。与 `places` 只能写一个。",
                en="Rounds to multiples of this number. Example: `0.5`. Write either this or `places`.",
            ),
            "mode": Text(zh="正好在中间或有余数时如何取舍。", en="What becomes of the rest."),
            "before-grading": Text(
                zh="true：用舍入后的总分定等级（89.995 显示为 90.00，够得上 90 起的等级）；false：用舍入前的总分。",
                en=(
                    "true: the rounded total is graded (89.995, shown as 90.00, reaches a grade "
                    "from 90); false: the exact one."
                ),
            ),
        },
    ),
    Grade: Saying(
        Text(zh="等级", en="Grade"),
        Text(
            zh="总分落入的一档。界限写 `from`、`above`、`to`、`below` 之一，最差的一档可以不写。",
            en=(
                "A band of totals. One of `from`, `above`, `to`, `below` says where it lies; "
                "the last grade may have none."
            ),
        ),
        {
            "grade": Text(
                zh="等级名称，写入结果。例：`A、优秀`。",
                en="Its name, as a result states it. Example: `A`.",
            ),
            "from": Text(
                zh="得到本等级的最低总分，正好等于也算。例：`90`。",
                en="The lowest total that has it; the edge belongs to this grade. Example: `90`.",
            ),
            "above": Text(
                zh="总分高于此数才得本等级，正好等于不算。",
                en="The grade begins above this total; the edge does not belong to it.",
            ),
            "to": Text(
                zh="总分越低越好时：得到本等级的最高总分，正好等于也算。",
                en="Where low totals are good: the highest total that has it; the edge belongs to this grade.",
            ),
            "below": Text(
                zh="总分越低越好时：总分低于此数才得本等级，正好等于不算。",
                en="Where low totals are good: the grade ends below this total.",
            ),
            "by-rule": Text(
                zh="true：没有总分对应本等级，只有规则才给；它在表中的位置说明介于哪两等之间。",
                en="true: no total has it, only rules give it; its place in the list says between which grades it is.",
            ),
            "coefficient": Text(
                zh="绩效系数：工资或奖金乘以它。例：`1.2`。",
                en="What pay is multiplied by. Example: `1.2`.",
            ),
        },
    ),
    Example: Saying(
        Text(zh="示例", en="Example"),
        Text(
            zh="一份数据和手工算出的结果，由 `perfscheme test` 核对。",
            en="A record and what it scores, worked out by hand; run by `perfscheme test`.",
        ),
        {
            "name": Text(zh="示例说明什么。例：`全部达标`。", en="What it shows. Example: `all on target`."),
            "values": Text(
                zh="各输入项的值，每项都要写：缺失写 null，不适用写 not-applicable。例：`{quality: 80}`。",
                en=(
                    "A value for every input: null where it is missing, not-applicable where it does "
                    "not apply. Example: `{quality: 80}`."
                ),
            ),
            "total": Text(zh="应得的总分，按方案舍入后的数。", en="The expected total, rounded as the scheme says."),
            "grade": Text(zh="应得的等级。", en="The expected grade."),
            "coefficient": Text(zh="应得的绩效系数。", en="The expected coefficient."),
            "points": Text(
                zh="各指标或维度应得的分；null 表示应没有得分。",
                en="Expected points by id; null: no points are expected.",
            ),
            "no-score": Text(zh="true：应当没有总分。", en="true: there is to be no total at all."),
            "tolerance": Text(
                zh="数字可以差多少；不写则必须完全相等。",
                en="How far numbers may be off; without it: not at all.",
            ),
            "note": Text(zh="演算过程或备注。", en="The working, or a remark."),
        },
    ),
    ExampleValue: Saying(
        Text(zh="示例数据", en="Example value"),
        Text(zh="示例中一个输入项的值。", en="One value of an example."),
        {
            "input": Text(zh="输入项的键。", en="Key of the input."),
            "value": Text(
                zh="数字、标签、true 或 false；null 为缺失，not-applicable 为不适用。",
                en="A number, a label, true or false; null: missing; not-applicable.",
            ),
        },
    ),
    ExamplePoints: Saying(
        Text(zh="示例得分", en="Example points"),
        Text(zh="示例中一个指标或维度应得的分。", en="The points that an indicator or dimension is to have."),
        {
            "id": Text(zh="指标或维度的编号。", en="Id of the indicator or dimension."),
            "points": Text(zh="应得的分；null 表示应没有得分。", en="The expected points; null: none."),
        },
    ),
    Source: Saying(
        Text(zh="依据", en="Source"),
        Text(
            zh="一个数字出自何处：文件和条款，或编写者的设定及理由。",
            en="Where a figure comes from: a document and clause, or an assumption with its reason.",
        ),
        {
            "document": Text(
                zh="出自哪份文件；可分中英文写。例：`绩效管理办法`。",
                en="The document that gives it; may be in two languages. Example: `plan 2`.",
            ),
            "clause": Text(
                zh='文件中的条款，请加引号。例：`"3.2"`。',
                en='The place in the document, in quotes. Example: `"3.2"`.',
            ),
            "assumed": Text(
                zh="true：文件没有规定，由编写者设定；须写明 `reason`。",
                en="true: no document gives it, the author chose it; needs a `reason`.",
            ),
            "reason": Text(zh="为什么这样设定。", en="Why it was chosen so."),
        },
    ),
})  # fmt: skip
