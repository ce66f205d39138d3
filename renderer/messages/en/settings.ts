export const settings = {
  playground: {
    heading: 'Playground',
    drain: 'Stop keeps reading silently, so that the exact bill is known',
    drainAbout:
      'The count of tokens comes at the end of an answer. Without this, a stopped answer has an estimated cost; with it, the whole answer is made and billed, and you see no more of it.',
  },
  connection: {
    heading: 'Address of the connection in use',
    baseUrl: 'Base URL',
    hint: 'The host only, without a path, such as https://api.x.ai. Plain http is only possible for this computer.',
    save: 'Save',
    useDefault: 'Use default',
    saved: 'Saved. Requests are for {{host}}.',
    invalid: 'This is not a usable base URL. Enter an https address such as https://api.x.ai.',
    environment:
      'The environment variable XAI_BASE_URL sets it for this session, so it cannot be changed here. Start the app without it to choose another.',
    demo: 'The built-in demo server answers now, because there is no usable key for {{host}}.',
    keyFor: 'The key ending in {{lastFour}} is for {{host}} and is sent nowhere else.',
    unusable: 'A key for {{host}} is kept but cannot be opened now.',
    noKey: 'No key is kept for this address.',
    otherKey: 'A key for {{host}} is kept as well; it is not sent to this address.',
    toKey: 'Open API key',
    enterKey: 'Enter the key for {{host}}',
    demoInUse: 'The built-in demo is in use: its address cannot be changed.',
  },
  appearance: {
    heading: 'Appearance',
    language: 'Language',
    asSystem: 'System',
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark', 'high-contrast': 'High contrast' },
    density: 'Rows of tables',
    densities: { comfortable: 'Comfortable', compact: 'Compact' },
    zoom: 'Size of everything',
    priceUnit: 'Price unit',
    units: {
      'per-million': 'per 1M tokens',
      'per-thousand': 'per 1K tokens',
      'per-token': 'per token',
      raw: 'raw (ticks per token)',
    },
  },
  currency: {
    heading: 'Second currency',
    about:
      'Prices, Compare and the Playground then show an approximate amount beside each exact one in dollars. You give the rate; the app asks nobody for it. Usage, budgets and exports stay in dollars: one rate would rewrite what was paid at another.',
    code: 'Currency',
    none: 'None, dollars only',
    rate: '1 USD in {{code}}',
    date: 'Rate of',
    save: 'Save currency',
    wrong: {
      rate: 'Enter the rate as a number above zero with one decimal mark and no mark of thousands, such as 0.92.',
      date: 'Enter the day of the rate, today at the latest.',
    },
  },
  privacy: {
    heading: 'Privacy',
    noKeyring: 'There is no keyring on this computer now.',
    keys: {
      name: 'API keys',
      where:
        'Encrypted by the keyring of this computer, or in memory until the app closes; weakly protected on disk only where you chose that. Never shown, never copied, and sent only to the host each was entered for.',
    },
    models: {
      name: 'Models and prices',
      where: 'Each reading that differs from the one before, in the database in the data folder.',
    },
    conversations: {
      name: 'Conversations',
      where:
        'In the same database, as plain text that your account on this computer can read. They leave it only as the prompts you send.',
    },
    requests: {
      name: 'Requests and costs',
      where: 'What each request used and cost, with the redacted key, in the same database.',
    },
    preferences: { name: 'Appearance', where: 'In a small file in the data folder.' },
    log: {
      name: 'Log',
      where:
        'Starts, failures, request ids and times, in the folder “logs” in the data folder. Never a key, a prompt or an answer.',
    },
    sent: {
      name: 'Sent elsewhere',
      where:
        'Nothing: requests go to the host of the connection in use and to no other. There is no telemetry. Only what you turn on yourself asks others: the check for updates, and on Windows and Linux the dictionary of the spell check.',
    },
  },
  data: {
    heading: 'Data',
    folder: 'Data folder',
    copyFolder: 'Copy path',
    state: 'State',
    ok: 'All well: what you do is kept.',
    recovered:
      'The database was damaged. The backup of {{when}} is in use; the damaged file is kept as {{file}}.',
    recoveredEmpty:
      'The database was damaged and there was no backup, so it was started anew. The damaged file is kept as {{file}}.',
    'memory-only': {
      'read-only':
        'The data folder cannot be written, so nothing from this session is kept. Check its permissions, then start the app again.',
      'disk-full':
        'The disk is full, so nothing from this session is kept. Free some space, then start the app again.',
      unreadable:
        'The database cannot be read and was left as it is, so nothing from this session is kept. A newer version of the app may be able to read it.',
    },
  },
  care: {
    heading: 'Backups and deletion',
    database: 'Database',
    contents: '{{bytes}} bytes: {{requests}}, {{conversations}}',
    requests_one: '{{shown}} request',
    requests_other: '{{shown}} requests',
    conversations_one: '{{shown}} conversation',
    conversations_other: '{{shown}} conversations',
    damaged: 'Damaged files kept',
    backUp: 'Back up',
    backingUp: 'Backing up…',
    backedUp: 'Backed up, and the copy was checked.',
    backups: 'Backups',
    noBackups: 'There is no backup yet. One is made each day, and before each change of the database’s form.',
    bytes: '{{bytes}} bytes',
    restore: 'Restore',
    restoreQuestion: 'Restore the backup of {{when}}?',
    restoreMeaning:
      'Today’s data is backed up first, then the backup takes its place and the app starts again. Requests under way are stopped.',
    restoreYes: 'Restore backup',
    retention: 'Keep single requests',
    days: 'For days',
    rows: 'At most rows',
    saveRetention: 'Save retention',
    retentionQuestion: 'Delete older requests?',
    retentionMeaning:
      'Single requests beyond these limits are deleted at once: {{limits}}. Their sums by day, model, key and protocol stay. This cannot be taken back.',
    retentionYes: 'Delete older requests',
    keptDays_one: '{{shown}} day',
    keptDays_other: '{{shown}} days',
    keptRows_one: '{{shown}} row',
    keptRows_other: '{{shown}} rows',
    retentionHint:
      'Empty: for ever. Older rows are deleted at once and then daily; their sums by day, model, key and protocol stay.',
    retentionWrong: 'Enter whole numbers: 1 to 36,500 days, 1,000 to 100,000,000 rows, or nothing.',
    removed_one: 'Saved. {{shown}} row was let go.',
    removed_other: 'Saved. {{shown}} rows were let go.',
    openFolder: 'Open data folder',
    deleteAll: 'Delete all data',
    deleteQuestion: 'Delete everything?',
    deleteMeaning:
      'Keys, conversations, requests, prices, settings and all backups on this computer are deleted, and the app starts as new. This cannot be taken back.',
    deleteYes: 'Delete everything',
    no: 'Keep as it is',
  },
  about: {
    heading: 'About',
    version: 'Tokenbook',
    electron: 'Electron',
    chromium: 'Chromium',
    node: 'Node.js',
    sqlite: 'SQLite',
  },
} as const
