import type { numbersUsage as english } from '../en/numbers-usage.ts'
import type { WithoutSingular } from '../translation.ts'

export const numbersUsage = {
  spent: {
    name: '花费',
    meaning: '一段时间内各请求的花费。其中有未知部分时显示“至少”。',
    formula: '各请求之和：取计费金额，否则取计算金额，再没有则取估算值。三个部分相加等于它。',
  },
  'request-count': {
    name: '请求数量',
    meaning: '账本在此时段和筛选条件下有多少次尝试。',
    formula: '每次已发送的尝试计一次，被拒绝或中断的也算。',
  },
  'billed-sum': {
    name: '计费金额',
    meaning: '对告知了账单的请求，API 所说的收费金额。',
    formula: '各计费金额之和，以 tick 计。',
  },
  'computed-sum': {
    name: '计算金额',
    meaning: '各请求按其发送时的价格表得出的费用。',
    formula: '每个请求 token × 价格之和，以 tick 计。',
  },
  'difference-sum': {
    name: '差额',
    meaning: '计费金额与计算金额相差多少。',
    formula: '两者都有的请求中“计费金额 − 计算金额”之和。',
  },
  'confirmed-part': {
    name: '已确认',
    meaning: '花费中基于 API 账单或完整用量的部分。',
    formula: '状态为“已确认”或“被拒绝”的请求之和。',
  },
  'estimated-part': {
    name: '估算',
    meaning: '在 API 告知用量之前被停止或中断的部分。',
    formula: '提示词与已到达文本 × 价格之和，标为估算。',
  },
  'unknown-part': {
    name: '未知',
    meaning: '不知如何结束的请求。此和是目前能得出的下限。',
    formula: '从不算作零：合计随之显示“至少”。',
  },
  'token-sum': {
    name: '时段内的 token',
    meaning: '请求用了多少个某类 token。',
    formula: 'API 用量所述之和。',
  },
  'spend-chart': {
    name: '花费图表',
    meaning: '按天、模型、对话、密钥或 token 类别的花费。',
    formula: '与合计相同的 tick，经分组；图表下方的数据表有精确值。',
  },
  'cost-spread': {
    name: '费用分布',
    meaning: '多少个请求大约花了多少。',
    formula: '按费用区间计数的请求。',
  },
  'model-speed': {
    name: '模型速度',
    meaning: '在本机测得的各模型首个 token 用时和每秒 token 数。',
    formula: '时段内各请求的平均值、中位数和最慢 5%。',
  },
  'row-sequence': {
    name: '行号',
    meaning: '此行按记录先后的次序，与时钟无关。',
    formula: '每记录一行加一，不会重复使用。',
  },
  'row-tokens': {
    name: '请求的 token',
    meaning: 'API 为此行请求计的某类 token。',
    formula: '来自回答的用量；未告知时为横线。',
  },
  'row-cost': {
    name: '请求的费用',
    meaning: '此行请求的费用。',
    formula: '取计费金额，否则取计算金额，再没有则取估算值；其状态说明是哪一种。',
  },
  'month-end': {
    name: '月末预测',
    meaning: '若余下日子与至今相似，本月会花多少。',
    formula: '至今已花 + 最近完整日的平均值 × 剩余天数。十个这样的月有八个落在该范围内。',
  },
  'budget-limit': {
    name: '预算上限',
    meaning: '你允许花费的金额。会超出它的请求在发送前被阻止。',
    formula: '你自己的数值。',
  },
  'budget-used': {
    name: '已用预算',
    meaning: '其周期内已花多少、进行中多少，以及占上限的比例。',
    formula: '周期内已花 + 为进行中的请求预留；比例 = 其和 ÷ 上限。',
  },
  'what-if': {
    name: '假设试算',
    meaning: '同样的请求换用另一个模型会花多少。',
    formula:
      '每个请求的 token × 另一个模型的价格之和，以 tick 计；差额 = 其和 − 实际。计数未知的请求不计入并注明。',
  },
  reconciliation: {
    name: '对账',
    meaning: '同一时段内提供商的合计与账本的合计并列。',
    formula: '提供商 − 账本；差额不超过提供商数字的舍入时即在容差之内。',
  },
  'try-number': {
    name: '尝试次数',
    meaning: '这是同一次发送的第几次尝试；1 表示首次。',
    formula: '请求因暂时性原因失败时会重新发送，每次尝试都单独成行并各有费用。',
  },
  'import-count': {
    name: '导入的行',
    meaning: '文件中有多少行是新的、已知的或无法读取的。',
    formula: '从文件中数出；已知的行不会再次添加。',
  },
  'check-time': {
    name: '检查所用时间',
    meaning: '服务器用了多久说明它对密钥所知的内容。',
    formula: '应答到达的时间 − 询问的时间。',
  },
  'permission-count': {
    name: '模型数量',
    meaning: '网格显示多少个模型，共有多少个。',
    formula: '从模型列表和密钥的权限字符串中数出。',
  },
  'data-size': {
    name: '磁盘占用',
    meaning: '数据库、备份或文件占用多少空间。',
    formula: '本机上文件的大小。',
  },
  retention: {
    name: '保留时长',
    meaning: '多少天之后自动删除，以及因此删除了什么。',
    formula: '你自己的数值。',
  },
} as const satisfies WithoutSingular<typeof english>
