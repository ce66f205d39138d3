/** The words on screen that a person follows through the app: names of controls as read, in the language shown. */
export type WalkWords = {
  views: Readonly<
    Record<'models' | 'compare' | 'tokenizer' | 'playground' | 'usage' | 'key' | 'settings', string>
  >
  tour: Readonly<Record<'start' | 'next' | 'done', string>>
  models: Readonly<Record<'search' | 'table' | 'copyId' | 'prices', string>>
  compare: Readonly<Record<'start' | 'table' | 'cheapest' | 'cachedShare', string>>
  tokenizer: Readonly<Record<'text' | 'count' | 'firstToken', string>>
  playground: Readonly<
    Record<'message' | 'send' | 'stop' | 'answer' | 'stopped' | 'bill' | 'agree' | 'billed', string>
  >
  usage: Readonly<Record<'totals' | 'requests', string>>
  key: Readonly<Record<'add' | 'field' | 'permissions', string>>
  settings: Readonly<Record<'dark', string>>
  palette: string
}

export const ENGLISH: WalkWords = {
  views: {
    ...{ models: 'Models', compare: 'Compare', tokenizer: 'Tokenizer', playground: 'Playground' },
    ...{ usage: 'Usage', key: 'API key', settings: 'Settings' },
  },
  tour: { start: 'Take the tour', next: 'Next', done: 'Done' },
  models: { search: 'Search models', table: 'Language models', copyId: 'Copy id', prices: 'Prices' },
  compare: {
    ...{ start: 'Compare grok-4.7 and grok-4.3', table: 'Workload cost' },
    ...{ cheapest: 'Cheapest', cachedShare: 'Cached share' },
  },
  tokenizer: { text: 'Text', count: 'Count tokens', firstToken: 'Token 1: ' },
  playground: {
    ...{ message: 'Message', send: 'Send', stop: 'Stop', answer: 'Answer', billed: 'Billed' },
    stopped: 'You stopped this answer.',
    bill: 'Cost of this answer',
    agree: 'Billed and computed agree to the last digit.',
  },
  usage: { totals: 'Totals', requests: 'Requests and their cost' },
  key: { add: 'Add an API key', field: 'API key', permissions: 'Permissions' },
  settings: { dark: 'Dark' },
  palette: 'Command palette',
}

export const CHINESE: WalkWords = {
  views: {
    ...{ models: '模型', compare: '对比', tokenizer: '分词器', playground: '演练场' },
    ...{ usage: '用量', key: 'API 密钥', settings: '设置' },
  },
  tour: { start: '开始导览', next: '下一步', done: '完成' },
  models: { search: '搜索模型', table: '语言模型', copyId: '复制 ID', prices: '价格' },
  compare: {
    ...{ start: '对比 grok-4.7 和 grok-4.3', table: '工作负载费用' },
    ...{ cheapest: '最便宜', cachedShare: '缓存占比' },
  },
  tokenizer: { text: '文本', count: '统计 token', firstToken: 'token 1：' },
  playground: {
    ...{ message: '消息', send: '发送', stop: '停止', answer: '回答', billed: '计费金额' },
    stopped: '你停止了此回答。',
    bill: '此回答的费用',
    agree: '计费金额与计算金额完全一致。',
  },
  usage: { totals: '合计', requests: '请求及其费用' },
  key: { add: '添加 API 密钥', field: 'API 密钥', permissions: '权限' },
  settings: { dark: '深色' },
  palette: '命令面板',
}
