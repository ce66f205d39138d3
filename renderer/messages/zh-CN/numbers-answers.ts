import type { numbersAnswers as english } from '../en/numbers-answers.ts'
import type { WithoutSingular } from '../translation.ts'

export const numbersAnswers = {
  'prompt-tokens': {
    name: '提示词 token',
    meaning: '现在发送会按多少个提示词 token 计费：对话、你的文本及其图像。',
    formula: '文本的 token（估算或计数）+ 请求附加的 token + 图像的 token。',
  },
  'prompt-overhead': {
    name: '请求附加的部分',
    meaning: '服务器给每个提示词附加的隐藏 token：它自己的指令和格式。',
    formula: '此模型已计费请求中“计费提示词 − 文本 token”的中位数。',
  },
  'likely-cost': {
    name: '预计费用',
    meaning: '此请求大概会花多少。',
    formula:
      '提示词 token × 输入价格 + 预计的回答 × 输出价格，以 tick 计。回答长度取此对话先前回答的中位数，否则取 500 个 token。',
  },
  'largest-cost': {
    name: '最高费用',
    meaning: '回答达到最长时，此请求最多花多少。',
    formula:
      '提示词 token × 输入价格 + 最长预计的回答 × 输出价格，以 tick 计。上限只限制可见部分，因此会推理的模型可能占满其窗口。',
  },
  'context-share': {
    name: '占上下文窗口',
    meaning: '提示词占模型可容纳量的多少。',
    formula: 'token ÷ 上下文长度。',
  },
  'budget-left': {
    name: '剩余预算',
    meaning: '在预算阻止请求之前还可以花多少。',
    formula: '上限 − 账本记录的该周期内的花费。',
  },
  'live-tokens': {
    name: '目前的回答 token',
    meaning: '回答仍在增长时的长度。',
    formula: '由已到达的文本估算；结束时由服务器告知的数值取代。',
  },
  'running-cost': {
    name: '目前的费用',
    meaning: '回答若现在结束会花多少。',
    formula: '提示词 token × 输入价格 + 目前 token × 输出价格；计数为估算时带 ≈。',
  },
  'first-token': {
    name: '首个 token 用时',
    meaning: '到回答或其推理的第一部分到达为止的时间。',
    formula: '第一部分到达的时间 − 请求发送的时间。',
  },
  'answer-speed': {
    name: '每秒 token 数',
    meaning: '回答开始之后到达的速度。',
    formula: '可见回答 token × 1,000 ÷（总用时 − 首个 token 用时），均以毫秒计。',
  },
  duration: {
    name: '总用时',
    meaning: '请求所用的时间，含等待。',
    formula: '回答结束的时间 − 请求发送的时间。',
  },
  billed: {
    name: '计费金额',
    meaning: 'API 告知的收费金额。这就是你账单上的数字。',
    formula: '回答中的 cost_in_usd_ticks 原值：1 tick = 0.0000000001 美元。',
  },
  computed: {
    name: '计算金额',
    meaning: '按价格表得出的费用，不参考账单。',
    formula: '各类 token × 该类价格之和，以 tick 计，采用发送时的价格。',
  },
  'bill-difference': {
    name: '计费金额与计算金额之差',
    meaning: '计费金额与计算金额相差多少，以及哪一处改变能精确到 tick 地解释差额。',
    formula: '计费金额 − 计算金额。只有与计费金额一个 tick 都不差，才称为确切原因。',
  },
  'class-tokens': {
    name: '一类 token 的数量',
    meaning: 'API 为此请求计了多少个这类 token。',
    formula: '来自回答的用量。缓存和图像 token 已从提示词行中扣除，不会重复计算。',
  },
  'class-price': {
    name: '一类 token 的价格',
    meaning: '此请求中这类 token 每个的费用。',
    formula: '发送时的价格，按该请求适用的上下文档位。',
  },
  'class-amount': {
    name: '一类 token 的金额',
    meaning: '这类 token 的费用。',
    formula: 'token × 价格，以整数 tick 计。',
  },
  'request-total': {
    name: '请求合计',
    meaning: '一个请求所有类别合计的费用。',
    formula: '上方金额之和，精确到 tick。有未知部分时显示“至少”。',
  },
  'reasoning-tokens': {
    name: '推理 token',
    meaning: '模型回答之前思考的 token，与回答同价计费。',
    formula: '来自回答的用量。在 chat completions 中它在 completion_tokens 之外，而不在其中。',
  },
  'limits-left': {
    name: '剩余限额',
    meaning: '在服务器拒绝之前还剩多少请求、token 或 credits。',
    formula: '按最近一次应答的响应头所述，适用于应答的模型。',
  },
  'message-cost': {
    name: '消息费用',
    meaning: '此对话中每个回答的费用。',
    formula: 'API 告知账单时取计费金额，否则取计算金额，再没有则取估算值（≈）。',
  },
  'conversation-cost': {
    name: '对话费用',
    meaning: '此对话至今所有回答的费用，含未显示的分支。',
    formula: '各消息之和，精确到 tick。',
  },
  'answer-length': {
    name: '回答长度',
    meaning: '回答有多长。',
    formula: '回答用量中的输出 token；增长期间为估算。',
  },
  'event-time': {
    name: '请求中的时间',
    meaning: '与服务器交互的每一部分发生的时间。',
    formula: '事件时间 − 请求发送时间，以毫秒计。',
  },
} as const satisfies WithoutSingular<typeof english>
