import type { palette as english } from '../en/palette.ts'
import type { WithoutSingular } from '../translation.ts'

export const palette = {
  name: '命令面板',
  input: '搜索命令、模型或对话',
  results: '结果',
  found_other: '{{count}} 个结果',
  nothing: '没有匹配的结果。',
  groups: {
    views: '视图',
    actions: '操作',
    recent: '最近使用',
    conversations: '对话',
    models: '模型',
    connections: '连接',
  },
  untitled: '未命名的对话',
  recent: { model: '模型', comparison: '对比' },
  useConnection: '使用连接“{{name}}”',
  sheet: {
    name: '键盘快捷键',
    close: '关闭',
    everywhere: {
      title: '任何位置',
      views: '按导航中的顺序打开视图',
      zoom: '放大、缩小、恢复原样',
      close: '关闭已打开的面板、菜单或对话框',
    },
    tables: {
      title: '表格',
      rows: '上一行或下一行',
      ends: '第一行或最后一行',
      open: '打开该行',
      select: '选择该行加入对比',
    },
    tokens: {
      title: '分词器',
      next: '下一个 token',
      lines: '上方或下方的 token',
      found: '下一个匹配项',
      foundBefore: '上一个匹配项',
    },
    playground: { title: '演练场', send: '发送', line: '换行' },
  },
} as const satisfies WithoutSingular<typeof english>
