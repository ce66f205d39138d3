export const app = {
  skip: 'Skip to content',
  navigation: 'Views',
  views: {
    models: 'Models',
    compare: 'Compare',
    tokenizer: 'Tokenizer',
    playground: 'Playground',
    usage: 'Usage',
    'api-key': 'API key',
    settings: 'Settings',
  },
  collapse: 'Collapse navigation',
  expand: 'Expand navigation',
  status: {
    label: 'Status',
    connecting: 'Connecting…',
    unavailable: 'Connection unknown',
    xai: 'xAI',
    segmind: 'Segmind',
    demo: 'Demo',
    key: 'Key …{{lastFour}}',
    noKey: 'No key',
    unusableKey: 'Key …{{lastFour}} cannot be opened',
    storage: {
      keyring: 'kept in the keyring ({{backend}})',
      session: 'kept for this session only',
      weak: 'kept without real protection',
      environment: 'from XAI_API_KEY, this session only',
    },
    demoHost: 'The built-in demo server on {{host}}',
    host: 'Requests go to {{host}}',
    switch: '{{name}}: switch connection',
    pricesRead: 'Prices read <age/>',
    pricesNever: 'Prices never read',
    pricesReading: 'Reading prices…',
    pricesFailed: 'last attempt failed',
    refresh: 'Refresh prices',
  },
  banner: {
    label: 'Demo mode',
    text: 'Demo mode: models, prices and answers come from a small server inside this app, so nothing costs money.',
    addKey: 'Add API key',
    keepExploring: 'Keep exploring',
  },
  storage: {
    recovered:
      'The database was damaged. The backup of {{when}} is in use; the damaged file is kept as {{file}}.',
    recoveredEmpty:
      'The database was damaged and there was no backup, so the app started empty. The damaged file is kept as {{file}}.',
    'memory-only': {
      'read-only': 'The data folder cannot be written: nothing from this session will be kept.',
      'disk-full': 'The disk is full: nothing from this session will be kept.',
      unreadable:
        'The database cannot be read and was left as it is: nothing from this session will be kept.',
    },
  },
  crash: { heading: 'This view failed' },
} as const
