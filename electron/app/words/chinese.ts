import type { AppWords } from './app-words.ts'

const SCOPES = {
  request: '单次请求',
  conversation: '单个对话',
  day: '今天',
  month: '本月',
  key: '此密钥本月',
} as const

export const chinese: AppWords = {
  closing: {
    message: (count) => `仍有 ${count} 个回答正在接收。`,
    detail: '已收到的内容会保留。服务器可能仍会对其余部分计费。',
    keepWaiting: '继续等待',
    close: '关闭',
  },
  link: {
    title: '打开链接',
    message: (host) => `在浏览器中打开 ${host}？`,
    open: '打开',
    cancel: '取消',
  },
  files: { usageLogs: '用量日志', all: '所有文件' },
  newerStorage: {
    message: '你的数据由更新版本的 Tokenbook 写入。',
    detail: (found, known) =>
      `此版本最高支持数据格式 ${known}，而你的数据是格式 ${found}。没有更改任何内容。请重新安装更新的版本来打开它。`,
    quit: '退出',
    openFolder: '打开数据文件夹',
  },
  budget: {
    reached: 'Tokenbook：已达到预算',
    almost: 'Tokenbook：预算即将用完',
    spent: (amount, limit, scope) => `${SCOPES[scope]}的预算 ${limit} 已花费 ${amount}。`,
    stops: '请求会在发送前被停止。',
  },
}
