import type { settings as english } from '../en/settings.ts'
import type { WithoutSingular } from '../translation.ts'

export const settings = {
  playground: {
    heading: '演练场',
    drain: '“停止”后继续静默读取，以得知准确的账单',
    drainAbout:
      'token 计数在回答结束时才会给出。不选此项时，被停止的回答只有估算的费用；选中时，回答会完整生成并计费，但你不会再看到其余内容。',
  },
  connection: {
    heading: '当前连接的地址',
    baseUrl: 'Base URL',
    hint: '只填主机，不带路径，例如 https://api.x.ai。只有本机可以使用明文 http。',
    save: '保存',
    useDefault: '使用默认值',
    saved: '已保存。请求将发送到 {{host}}。',
    invalid: '这不是可用的 Base URL。请输入 https 地址，例如 https://api.x.ai。',
    environment:
      '本次会话由环境变量 XAI_BASE_URL 设置，因此无法在此更改。要选择其他地址，请不带该变量启动应用。',
    demo: '没有可用于 {{host}} 的密钥，因此现在由内置演示服务器应答。',
    keyFor: '以 {{lastFour}} 结尾的密钥用于 {{host}}，不会发送到别处。',
    unusable: '保存了用于 {{host}} 的密钥，但现在无法打开。',
    noKey: '没有为此地址保存密钥。',
    otherKey: '还保存着用于 {{host}} 的密钥；它不会发送到此地址。',
    toKey: '打开“API 密钥”',
    enterKey: '输入用于 {{host}} 的密钥',
    surcharge:
      '据说 {{host}} 的计费比其价格表高 {{percent}}%。此处的价格和估算以价格表为准；每次应答的实际计费按告知的显示。',
    demoInUse: '正在使用内置演示：其地址无法更改。',
  },
  appearance: {
    heading: '外观',
    language: '语言',
    asSystem: '跟随系统',
    theme: '主题',
    themes: { system: '跟随系统', light: '浅色', dark: '深色', 'high-contrast': '高对比度' },
    density: '表格行高',
    densities: { comfortable: '宽松', compact: '紧凑' },
    zoom: '整体大小',
    priceUnit: '价格单位',
    units: {
      'per-million': '每百万 token',
      'per-thousand': '每千 token',
      'per-token': '每 token',
      raw: '原始值（每 token 的 tick 数）',
    },
  },
  currency: {
    heading: '第二货币',
    about:
      '价格、比较和演练场会在每个精确的美元金额旁显示一个近似金额。汇率由你提供，应用不会向任何人查询。用量、预算和导出保持美元：用同一个汇率会改写按其他汇率支付的金额。',
    code: '货币',
    none: '无，仅美元',
    rate: '1 USD 合 {{code}}',
    date: '汇率日期',
    save: '保存货币',
    wrong: {
      rate: '请将汇率输入为大于零的数，只用一个小数点，例如 0.92。',
      date: '请输入汇率的日期，最晚为今天。',
    },
  },
  privacy: {
    heading: '隐私',
    noKeyring: '本机现在没有密钥环。',
    keys: {
      name: 'API 密钥',
      where:
        '由本机的密钥环加密，或保留在内存中直到应用关闭；只有在你选择时才以较弱的保护保存在磁盘上。从不显示，从不复制，只发送到各自对应的主机。',
    },
    models: {
      name: '模型和价格',
      where: '每次与前一次不同的读取结果，保存在数据文件夹的数据库中。',
    },
    conversations: {
      name: '对话',
      where: '在同一个数据库中，为纯文本，你在本机上的账户可以读取。只有作为你发送的提示词时才会离开本机。',
    },
    requests: {
      name: '请求和费用',
      where: '每次请求的用量和费用，连同隐去内容的密钥，在同一个数据库中。',
    },
    preferences: { name: '外观', where: '在数据文件夹的一个小文件中。' },
    log: {
      name: '日志',
      where: '启动、失败、请求 ID 和时间，保存在数据文件夹的“logs”文件夹中。从不包含密钥、提示词或回答。',
    },
    sent: {
      name: '发送到别处',
      where:
        '没有：请求只发送到当前连接的主机。没有遥测。只有你自己开启的功能会询问其他服务器：检查更新，以及 Windows 和 Linux 上拼写检查的词典。',
    },
  },
  data: {
    heading: '数据',
    folder: '数据文件夹',
    copyFolder: '复制路径',
    state: '状态',
    ok: '一切正常：你的操作会保存。',
    recovered: '数据库已损坏。现在使用 {{when}} 的备份；损坏的文件保留为 {{file}}。',
    recoveredEmpty: '数据库已损坏且没有备份，因此重新建立了数据库。损坏的文件保留为 {{file}}。',
    'memory-only': {
      'read-only': '数据文件夹不可写，因此本次会话的内容不会保留。请检查其权限，然后重新启动应用。',
      'disk-full': '磁盘已满，因此本次会话的内容不会保留。请腾出一些空间，然后重新启动应用。',
      unreadable: '数据库无法读取，已原样保留，因此本次会话的内容不会保留。更新版本的应用也许可以读取它。',
    },
  },
  care: {
    heading: '备份与删除',
    database: '数据库',
    contents: '{{bytes}} 字节：{{rows}} 次请求，{{conversations}} 个对话',
    damaged: '保留的损坏文件',
    backUp: '立即备份',
    backingUp: '正在备份…',
    backedUp: '已备份，并已校验副本。',
    backups: '备份',
    noBackups: '还没有备份。每天会自动备份一次，数据库结构每次变更前也会备份。',
    bytes: '{{bytes}} 字节',
    restore: '恢复',
    restoreQuestion: '恢复 {{when}} 的备份？',
    restoreMeaning: '会先备份当前的数据，然后用该备份替换，并重新启动应用。正在进行的请求会被停止。',
    restoreYes: '恢复备份',
    retention: '保留单次请求',
    days: '保留天数',
    rows: '最多行数',
    saveRetention: '保存保留设置',
    retentionQuestion: '删除更早的请求？',
    retentionMeaning:
      '超出以下限制的单次请求会立即删除：{{limits}}。按日期、模型、密钥和协议的合计会保留。此操作无法撤销。',
    retentionYes: '删除更早的请求',
    keptDays_other: '{{shown}} 天',
    keptRows_other: '{{shown}} 行',
    retentionHint: '留空：永久保留。更早的行会立即删除，此后每天删除；按日期、模型、密钥和协议的合计会保留。',
    retentionWrong: '请输入整数：1 到 36,500 天，1,000 到 100,000,000 行，或留空。',
    removed_other: '已保存。删除了 {{shown}} 行。',
    openFolder: '打开数据文件夹',
    deleteAll: '删除所有数据',
    deleteQuestion: '删除所有内容？',
    deleteMeaning:
      '本机上的密钥、对话、请求、价格、设置和所有备份都会被删除，应用将恢复为全新状态。此操作无法撤销。',
    deleteYes: '全部删除',
    no: '保持原样',
  },
  about: {
    heading: '关于',
    version: 'Tokenbook',
    electron: 'Electron',
    chromium: 'Chromium',
    node: 'Node.js',
    sqlite: 'SQLite',
  },
} as const satisfies WithoutSingular<typeof english>
