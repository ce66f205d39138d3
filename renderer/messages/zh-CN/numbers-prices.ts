import type { numbersPrices as english } from '../en/numbers-prices.ts'
import type { WithoutSingular } from '../translation.ts'

export const numbersPrices = {
  'input-price': {
    name: '输入价格',
    meaning: '未命中服务器缓存的一个提示词 token 的费用。',
    formula: '按价格表所列，为每 token 的整数 tick。每 token 10,000 tick 即每百万 token 1 美元。',
  },
  'cached-price': {
    name: '缓存价格',
    meaning: '服务器缓存中仍有的一个提示词 token 的费用。',
    formula: '按价格表所列，为每 token 的 tick 数。未列出或为 0 时，按输入价格计。',
  },
  'output-price': {
    name: '输出价格',
    meaning: '回答中一个 token 的费用。推理 token 的价格相同。',
    formula: '按价格表所列，为每 token 的整数 tick。',
  },
  'image-input-price': {
    name: '图像输入价格',
    meaning: '提示词中图像的一个 token 的费用。',
    formula: '按价格表所列，为每 token 的 tick 数。未列出时，按输入价格计。',
  },
  'long-context-price': {
    name: '长上下文价格',
    meaning: '提示词较长时取代普通价格的价格。',
    formula: '提示词（含缓存部分）达到阈值时，适用于该请求的每一个 token。',
  },
  'long-context-threshold': {
    name: '长上下文阈值',
    meaning: '从多少个提示词 token 起适用长上下文价格。',
    formula: '按价格表所列，以 token 计。影响整个请求，而不只是超出的部分。',
  },
  'search-price': {
    name: '搜索价格',
    meaning: '服务器为回答所搜索的一个来源的费用。',
    formula: '按价格表所列，为每个来源的 tick 数：所用来源数 × 此价格。',
  },
  'image-price': {
    name: '每张图像的价格',
    meaning: '生成一张图像的费用。图像按张计费，而不按 token。',
    formula: '按价格表所列，为每张的 tick 数：张数 × 此价格。',
  },
  'listed-price': {
    name: '列表价格',
    meaning: '价格表中此类 token 的价格。',
    formula: '每 token 的 tick 数，以所选单位显示；保留 tick 原值，因此没有舍入。',
  },
  'second-amount': {
    name: '第二货币的金额',
    meaning: '前面的美元金额大约合设置中所选货币的多少。',
    formula: '精确的美元金额 × 你输入的汇率，为便于阅读而取整。其他数字都不由它算出。',
  },
  'price-change': {
    name: '价格变化',
    meaning: '价格表两次已保存读取中，变化前后的价格。',
    formula: '新价格 − 旧价格；比例为该差额 ÷ 旧价格。',
  },
  'price-history': {
    name: '价格随时间的变化',
    meaning: '每次价格有所不同的读取中，价格表的内容。',
    formula: '每次与前一次不同的读取为一个点。',
  },
  'context-length': {
    name: '上下文长度',
    meaning: '提示词与回答合计最多可有多少个 token。',
    formula: '按 API 列表所列；若为参考数据，单元格和模型面板会注明。',
  },
  'prompt-limit': {
    name: '提示词上限',
    meaning: '图像模型的提示词最长可以多长。',
    formula: '按列表所示。API 未说明以字符还是 token 计。',
  },
  'model-count': {
    name: '模型数量',
    meaning: '列表中有多少个模型，以及搜索和筛选后剩下多少个。',
    formula: '从此密钥可见的列表中数出。',
  },
  'price-age': {
    name: '价格的新旧程度',
    meaning: '屏幕上的价格表最近一次从服务器读取的时间。',
    formula: '现在 − 最近一次成功读取的时间。',
  },
  'reference-price': {
    name: '参考价格',
    meaning: '随应用附带的其他厂商的公开标价，不是你的密钥的价格。',
    formula: '按公布所示，日期见表；从不算作最便宜。',
  },
  'price-difference': {
    name: '实时价格与附带价格',
    meaning: '附带参考数据与实时列表价格不一致之处，以实时列表为准。',
    formula: '两个价格均按原样，以相同单位显示。',
  },
} as const satisfies WithoutSingular<typeof english>
