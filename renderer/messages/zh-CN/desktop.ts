import type { desktop as english } from '../en/desktop.ts'
import type { WithoutSingular } from '../translation.ts'

export const desktop = {
  diagnostics: {
    name: '诊断信息',
    about:
      '帮助你的人需要知道的内容。其中没有密钥、提示词、回答，也没有服务器名称。不会发送任何内容：由你复制并交给你信任的人。',
    text: '诊断信息的文本',
    copy: '复制到剪贴板',
    close: '关闭',
    read: '读取于 {{when}}',
  },
  log: {
    heading: '诊断',
    about:
      '应用在本机保留日志：启动、版本、失败及其代码、请求 ID 和时间，最多 3 MB。写入每一行之前都会去掉密钥；其中从不包含提示词和回答。日志不会发送到任何地方。',
    copyDiagnostics: '复制诊断信息',
    openFolder: '打开日志文件夹',
  },
} as const satisfies WithoutSingular<typeof english>
