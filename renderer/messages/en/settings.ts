export const settings = {
  connection: {
    heading: 'Connection',
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
  },
  appearance: {
    heading: 'Appearance',
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark', 'high-contrast': 'High contrast' },
    priceUnit: 'Price unit',
    units: {
      'per-million': 'per 1M tokens',
      'per-thousand': 'per 1K tokens',
      'per-token': 'per token',
      raw: 'raw (ticks per token)',
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
  about: {
    heading: 'About',
    version: 'Tokenbook',
    electron: 'Electron',
    chromium: 'Chromium',
    node: 'Node.js',
    sqlite: 'SQLite',
  },
} as const
