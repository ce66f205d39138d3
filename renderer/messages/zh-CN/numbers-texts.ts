import type { numbersTexts as english } from '../en/numbers-texts.ts'
import type { WithoutSingular } from '../translation.ts'

export const numbersTexts = {
  'token-count': {
    name: 'token 数量',
    meaning: '所选模型的分词器把此文本分成多少个 token。',
    formula: '由服务器的分词器计数；前面带“约”时为根据文本本身的估算。',
  },
  'estimate-error': {
    name: '估算误差',
    meaning: '至今对这类文本的估算与精确计数相差多少。',
    formula: '（估算 − 精确）÷ 精确；取最近几次中最大的。',
  },
  characters: {
    name: '字符',
    meaning: '文本的字符数。',
    formula: '从文本中数出。每 token 字符数：字符 ÷ token。',
  },
  'text-bytes': { name: '字节', meaning: '文本的大小。', formula: '从文本或文件中数出。' },
  'token-place': {
    name: 'token 的位置',
    meaning: '是第几个 token、在词表中的编号以及在文本中的位置。',
    formula: '按分词器所答；位置从文本中数出。',
  },
  'text-cost': {
    name: '此文本的费用',
    meaning: '文本作为提示词的费用，或连同回答、按你指定的次数的费用。',
    formula: '（token × 输入价格 + 回答 token × 输出价格）× 次数，以 tick 计。',
  },
  'count-difference': {
    name: '两个计数之差',
    meaning: '第二个文本或模型多用或少用多少个 token。',
    formula: '第二个的 token − 第一个的 token。',
  },
  'learned-factor': {
    name: '学得的系数',
    meaning: '对这类文本和模型，一个估算 token 相当于多少个精确 token。',
    formula: '最近各次计数中“精确计数 ÷ 原始估算”的中位数。',
  },
  'files-counted': {
    name: '已计数的文件',
    meaning: '拖入文件的计数进度。',
    formula: '已完成的文件数，占全部拖入的文件。',
  },
  'workload-sum': {
    name: '工作负载的一次请求',
    meaning: '上方工作负载的一次请求发送和接收的内容。',
    formula: '你自己的数值；图像 token 按你所选的公式。',
  },
  'workload-cost': {
    name: '工作负载费用',
    meaning: '你的工作负载用此模型在各周期内的费用。',
    formula: '一次请求的费用 × 每天请求数 × 天数（每月 30、每年 365），以 tick 计。',
  },
  'cost-ratio': {
    name: '相对最低价',
    meaning: '是最便宜模型费用的几倍。为便于阅读而舍入；金额是精确的。',
    formula: '此模型的费用 ÷ 最便宜模型的费用。',
  },
  'class-cost': {
    name: '按 token 类别的费用',
    meaning: '工作负载费用中各类 token 各占多少。',
    formula: '该类 token × 其价格，按所选周期，以 tick 计。',
  },
  'break-even': {
    name: '盈亏平衡点',
    meaning: '两个模型中一个开始比另一个便宜之处。',
    formula: '两者每次请求费用相等时的数值；长上下文价格的跳变予以保留。',
  },
} as const satisfies WithoutSingular<typeof english>
