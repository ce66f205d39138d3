import type { glossary as english } from '../en/glossary.ts'
import type { WithoutSingular } from '../translation.ts'

export const glossary = {
  tick: {
    name: 'Tick',
    meaning: '0.0000000001 美元（1e-10），API 计费的单位。这里的所有金额都是整数 tick，因此没有舍入。',
  },
  token: { name: 'Token', meaning: '模型读取的一段文本：一个词、词的一部分、一个字符或一个字节。按它付费。' },
  tokenizer: {
    name: '分词器',
    meaning: '把文本切成 token 的工具。各模型可能不同，因此同一文本的费用可能不同。',
  },
  'cached-input': { name: '缓存输入', meaning: '服务器从先前请求中仍保有的提示词部分，按缓存价格计费。' },
  'cache-write': { name: '缓存写入', meaning: '把提示词放入缓存。xAI 不为此收费；有些其他厂商会收。' },
  'reasoning-tokens': {
    name: '推理 token',
    meaning:
      '模型回答之前的思考。按输出价格计费；在 chat completions 中计在 completion_tokens 之外，而不在其中。',
  },
  'long-context': { name: '长上下文价格', meaning: '提示词达到模型阈值后，整个请求适用的更高价格。' },
  'priority-tier': {
    name: '优先档',
    meaning: '以两倍 token 价格换取更快的服务。以应答所说的档位为准，而不是所请求的档位。',
  },
  'context-window': { name: '上下文窗口', meaning: '提示词与回答合计最多可有多少个 token；也叫上下文长度。' },
  modality: { name: '模态', meaning: '模型输入或输出的种类：文本、图像、音频。' },
  alias: { name: '别名', meaning: '模型的另一个名称。别名明天可能指向更新、价格不同的模型。' },
  pinned: { name: '固定', meaning: '带日期或版本的名称，始终指向同一个模型。' },
  moving: { name: '浮动', meaning: '例如“latest”的名称，预计有一天会指向更新的模型。' },
  'served-model': {
    name: '应答的模型',
    meaning: '应答中注明的模型。以它的价格为准，而不是所请求名称的价格。',
  },
  billed: { name: '计费金额', meaning: 'API 告知的一个回答的收费金额，以 tick 计。' },
  computed: { name: '计算金额', meaning: 'token × 价格，由本应用算出，不参考账单。' },
  ledger: {
    name: '账本',
    meaning: '本机上对每次已发送尝试的记录，含用量和费用。行从不更改，只由后续的行更正。',
  },
  pending: { name: '进行中', meaning: '已发送但尚未结束的请求的状态。' },
  final: { name: '已确认', meaning: 'API 完整告知用量的请求的状态。' },
  estimated: { name: '估算', meaning: '在告知用量之前被停止或中断的请求的状态；其费用带 ≈。' },
  rejected: { name: '被拒绝', meaning: '服务器在做任何工作之前拒绝的请求的状态。' },
  unknown: { name: '未知', meaning: '没有人告知。显示为 –，绝不显示为零；含此部分的合计显示“至少”。' },
  'first-token': { name: '首个 token 用时（TTFT）', meaning: '到回答的第一部分到达为止的时间。' },
  overhead: { name: '请求附加的部分', meaning: '服务器给提示词附加的隐藏 token；在此由账单学得。' },
  estimate: { name: '估算值', meaning: '发送之前仅由文本得出的数值。学得的误差标在旁边。' },
  budget: { name: '预算', meaning: '你设定的上限。会超出上限的请求在发送前被阻止。' },
  reconcile: { name: '对账', meaning: '把提供商的合计与账本的合计并列，找出不同的原因。' },
  'break-even': { name: '盈亏平衡点', meaning: '两个模型对你的工作负载费用相同之处。' },
  workload: { name: '工作负载', meaning: '你输入的每天请求数以及一次请求发送和接收的内容。' },
  'price-unit': {
    name: '价格单位',
    meaning: '价格的写法：每百万 token、每千 token、每 token 或原始 tick。只改变写法。',
  },
  'access-string': {
    name: '权限字符串',
    meaning: '密钥的一项权利，例如 api-key:model:*，指明密钥可用的端点和模型。',
  },
  connection: { name: '连接', meaning: '带有自己密钥的服务器。密钥只发送到那里。' },
  keyring: { name: '密钥环', meaning: '操作系统保存机密之处。保存在那里的密钥由它加密。' },
  'rate-limit': {
    name: '速率限制',
    meaning: '服务器在一段时间内接受多少请求或 token。超出时以 HTTP 429 应答。',
  },
  credits: { name: 'Credits', meaning: '预付金额的剩余，以告知它的服务的单位计。' },
  protocol: {
    name: '协议',
    meaning: '提问的方式之一：chat completions、Responses、Messages、Completions、Complete。',
  },
  'reference-data': {
    name: '参考数据',
    meaning: '随应用附带的公开事实，总是注明来源和日期。以实时列表为准。',
  },
  demo: { name: '演示', meaning: '应用内使用相同 API 的小型服务器。其中没有真实金钱，且全部带有标记。' },
} as const satisfies WithoutSingular<typeof english>
