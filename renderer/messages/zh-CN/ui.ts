import type { ui as english } from '../en/ui.ts'
import type { WithoutSingular } from '../translation.ts'

export const ui = {
  unexpected: {
    title: 'Tokenbook 出现问题',
    next: '这是应用的缺陷。请重试；如果一直如此，请复制详细信息并报告。',
  },
  retryAfter: '服务器要求等待 {{wait}}。',
  serverSaid: '服务器的说明',
  status: 'HTTP {{status}}',
  requestId: '请求 {{id}}',
  atEvent: '数据流的第 {{event}} 个事件',
  phase: {
    connect: '没有及时建立连接。',
    headers: '没有及时开始应答：服务器繁忙，或从这里无法连接到服务器。',
    idle: '应答不再有进展。',
    total: '整个应答用时过长。',
  },
  copyDetails: '复制详细信息',
  copied: '已复制',
  copyFailed: '复制失败',
  copyTable: {
    label: '复制表格',
    tsv: '用于电子表格（TSV）',
    csv: 'CSV',
    markdown: 'Markdown',
  },
  tryAgain: '重试',
  saveImage: '保存图像',
  dataTable: '数据表',
  loading: '正在加载…',
  demo: '演示',
  demoMeaning: '来自内置演示服务器：并非真实的价格或账单。',
  unknown: '–',
  unknownMeaning: '未知：{{reason}}',
  atLeast: '至少 {{amount}}',
  secondRate: '≈ 按 1 USD = {{rate}} {{code}}（{{date}}，在设置中输入）',
  surcharge:
    '据说 {{host}} 的计费比其价格表高 {{percent}}%。此处的价格和估算以价格表为准；每次应答的实际计费按告知的显示。',
  notTold: 'API 未说明',
  nothingKnown: '没有任何部分是已知的',
} as const satisfies WithoutSingular<typeof english>
