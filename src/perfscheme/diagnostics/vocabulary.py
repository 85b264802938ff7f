"""Vocabulary: the Chinese words of the glossary, other usual words, and the words of the file that stand for them.

A file is written in English words; who writes 权重 is told `weight`, who writes `drop-best` is told `drop-highest`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_TABLE = """
方案 方案编号 方案标识 标识: scheme
格式 格式版本: perfscheme
版本 方案版本: version
名称 名字: name
说明 描述: description
负责人 责任人 数据来源部门: owner
生效 生效日期: effective
周期 考核周期: period
输入 输入项: inputs input
所读的输入项: input
总分: score total
得分 评分: score points
规则: rules
舍入 取整 小数位: rounding
小数位数 位数: places decimals
步长: step each
方式 舍入方式: mode
先舍入后定级: before-grading
等级 评级: grades grade
示例 例子 样例: examples
开头 起始: beginning
结尾 末尾: end
成立: holds
不成立: fails
依据 来源 出处: sources
豁免: waive
文字章节 章节 背景 激励措施: sections
文件 文档: document
条款: clause
假定 设定: assumed
理由 原因: reason
种类 类型: kind
子项 下级: children
指标: children input
汇总 汇总方式 聚合: aggregation
缺失 缺失处理: missing
权重: weight weights
单位: unit
方向 优劣方向: better
越高越好 越大越好: higher better
高: higher
越低越好 越小越好: lower better
低: lower
范围 有效范围: range
分制 总分范围: scale
门槛: thresholds threshold floor
阈值: thresholds
门槛值: floor thresholds
底线值 保底值 底线: floor
目标 目标值: target thresholds
挑战 挑战值: stretch thresholds
曲线 计分曲线 计分方式: curve
缺失时: if-missing
按 按标签: by
情形 各种情形: cases
条件 当: when
不低于 至少 ≥ >=: at-least from
高于 大于 >: above
不高于 至多 ≤ <=: at-most to
低于 小于: below
等于: equals is
是: is true
否: false
是其中之一: is-any
分 分数 分值: points
达到: met
达到的个数 达标个数: count-met
不适用: not-applicable
全部 且: all
任一 或: any
非: not
绩效系数: coefficient
系数: coefficient multiplier
仅由规则给出: by-rule
起: from
至: to
数据 数值: values value
不出分: no-score refuse
权重写法: weights
容差: tolerance
演算 备注: note
分段线性 区间插值 线性: linear
层差法 分档: tiers
分级费率: rates
比率法 完成率: ratio
非此即彼法: all-or-nothing
扣分法 加分法 每步: per-step
等级说明法: levels
评分换算: rating
区间最优: target-range
幂函数: power
对数: log
公式: formula
按标签选曲线: choice
直接取值 原值: as-is
加权平均 加权平均值: weighted-mean
加权几何平均 几何平均: geometric-mean
求和 合计 加总: sum
取最低 最低 最小值: minimum
取最高 最高 最大值: maximum
连乘: product
达标率: share-met
取最好的几项: best
去掉最高分和最低分: trimmed
矩阵 九宫格: matrix
重新归一: renormalise
归一 归一化: normalised renormalise
等权 相等: equal
备用权重: fallback-weights
计零分 零分: zero
数据覆盖率 覆盖率: coverage
否决 一票否决: veto
封顶: cap
保底: floor
加分: bonus
扣分: deduction
其他指标只得基本分: base-points
剔除: leave-out
换算: curve
等级限制: grade-limit
四舍五入: half-up
四舍六入五成双 四舍六入五留双 银行家舍入: half-even
五舍六入: half-down
向上取整 向上: up ceiling
向下取整 向下 截断 舍去: down floor
月 月度 每月: month
季 季度 每季: quarter
半年 半年度: half-year
年 年度 全年: year
数字: number
标签: label labels
是否 是否值: flag
百分比 百分数 百分点: percent
小数 比例: fraction
小时: hours
分钟: minutes
天 日: days
个 次 件 次数 件数 数量: count
金额 元 货币: currency
数据依据 统计依据: evidence
数据表 表: tables table
统计口径 口径: measures
工作日历 日历: calendars calendar
归属列 归属: subject
列: columns column
时区: zone
不计入 不计入的行: leave-out
行编号 工单号: id
只统计哪些行 筛选: where
保留小数: decimals
计数: count
平均 平均值 均值: mean
中位数: median
百分位数 百分位: percentile
占比: share
评价小组 评价: panels
评价人: rater
关系 评价关系: relation relations
题目: item items
最少人数: minimum
不足时: below
并入: merge
不计: drop
不透露: withhold
自评: self
量表: scale
宽严 宽严调整: leniency
截尾平均 去极值平均: trimmed-mean
平均方式: average
比率: ratio
去重计数: distinct
最近一次 最新: latest
唯一值: only
人员占比: share-of-subjects
各阶段 阶段: stages
可能的词: labels
节假日 假日: holidays
时间: time
时长: duration
文字 文本: text
中文: zh
英文: en
真 对 yes y on: true
假 错 no n off: false
min minimum-value: from at-least
max maximum-value: to at-most
gte ge: at-least
gt: above
< lt: below
lte le: at-most
lt: below
eq: equals
if condition: when
indicators metrics kpis items: children
average avg 平均分: weighted-mean mean
忽略 跳过 不计算 ignore skip: renormalise
type: kind
% pct: percent
h hrs: hours
d: days
元/次: currency
drop-best drop-max drop-top 去掉最高分: drop-highest
drop-worst drop-min drop-bottom 去掉最低分: drop-lowest
"""

ENGLISH: Mapping[str, tuple[str, ...]] = MappingProxyType({
    chinese: tuple(english.split())
    for left, english in (line.split(": ") for line in _TABLE.strip().splitlines())
    for chinese in left.split()
})  # fmt: skip
"""By usual word, the words of the file that it may mean, the likeliest first."""
