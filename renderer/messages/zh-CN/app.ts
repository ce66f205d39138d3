import type { app as english } from '../en/app.ts'
import type { WithoutSingular } from '../translation.ts'

export const app = {
  skip: '跳到内容',
  navigation: '视图',
  views: {
    models: '模型',
    compare: '对比',
    tokenizer: '分词器',
    playground: '演练场',
    usage: '用量',
    'api-key': 'API 密钥',
    settings: '设置',
  },
  collapse: '收起导航',
  expand: '展开导航',
  status: {
    label: '状态',
    connecting: '正在连接…',
    unavailable: '连接状态未知',
    xai: 'xAI',
    segmind: 'Segmind',
    demo: '演示',
    key: '密钥 …{{lastFour}}',
    noKey: '无密钥',
    unusableKey: '密钥 …{{lastFour}} 无法打开',
    storage: {
      keyring: '保存在密钥环中（{{backend}}）',
      session: '仅保留于本次会话',
      weak: '保存时没有真正的保护',
      environment: '来自 XAI_API_KEY，仅限本次会话',
    },
    demoHost: '{{host}} 上的内置演示服务器',
    host: '请求发送到 {{host}}',
    switch: '{{name}}：切换连接',
    pricesRead: '价格读取于 <age/>',
    pricesNever: '从未读取价格',
    pricesReading: '正在读取价格…',
    pricesFailed: '上次尝试失败',
    refresh: '刷新价格',
  },
  banner: {
    label: '演示模式',
    text: '演示模式：模型、价格和回答都来自应用内的一个小型服务器，因此不会产生任何费用。',
    addKey: '添加 API 密钥',
    keepExploring: '继续体验',
  },
  storage: {
    recovered: '数据库已损坏。现在使用 {{when}} 的备份；损坏的文件保留为 {{file}}。',
    recoveredEmpty: '数据库已损坏且没有备份，因此应用以空数据启动。损坏的文件保留为 {{file}}。',
    'memory-only': {
      'read-only': '数据文件夹不可写：本次会话的内容不会保留。',
      'disk-full': '磁盘已满：本次会话的内容不会保留。',
      unreadable: '数据库无法读取，已原样保留：本次会话的内容不会保留。',
    },
  },
  crash: { heading: '此视图出错' },
} as const satisfies WithoutSingular<typeof english>
