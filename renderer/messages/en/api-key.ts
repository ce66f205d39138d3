export const apiKey = {
  form: {
    add: 'Add an API key',
    replace: 'Replace the API key',
    enterAgain: 'Enter the key again',
    field: 'API key',
    save: 'Save key',
    cancel: 'Keep the present key',
    empty: 'Enter the key first.',
    notAKey: 'A key has no spaces or line breaks inside. Check what was pasted.',
    kept: 'What you typed is still in the field.',
    bound: 'It will only ever be sent to {{host}}.',
    boundChange: 'For another server, set the base URL in Settings first.',
    toSettings: 'Open Settings',
    console: 'Keys are made in the console of the provider (for xAI: console.x.ai).',
  },
  keep: {
    label: 'How to keep it',
    strongest: 'Encrypted by this computer’s keyring ({{backend}})',
    session: 'In memory only, until the app closes',
    noKeyring:
      'This computer has no keyring that is running, so the key stays in memory until the app closes and has to be entered again next time.',
    weak: 'Keep it on disk with weaker protection',
    weakMeaning:
      'Weaker means: the key is encrypted, but what opens it lies in a file beside it that only file permissions protect. Any program that runs as you, and anyone who gets a copy of the whole data folder, can read the key.',
  },
  stored: {
    label: 'On this computer',
    key: 'Key',
    ending: 'ends in {{lastFour}}',
    boundTo: 'Sent only to',
    how: 'How it is kept',
    keyring: 'Encrypted by this computer’s keyring ({{backend}})',
    session: 'In memory only: it is gone when the app closes',
    weak: 'On disk with weaker protection: whoever can read the data folder can read the key',
    environment: 'Taken from XAI_API_KEY for this session; nothing is written to disk',
    environmentChange:
      'To use another key, start the app with another XAI_API_KEY, or without it to enter one here.',
    otherHost:
      'A key for {{other}} is kept as well. It is not sent to {{host}}; set the base URL back to use it.',
    replace: 'Replace key',
    forget: 'Forget key',
  },
  forget: {
    question: 'Forget this key?',
    meaning:
      'It is removed from this computer and the app goes back to demo mode. The key itself stays valid until it is revoked in the console.',
    yes: 'Forget key now',
    no: 'Keep key',
  },
  unusable: {
    heading: 'The stored key cannot be opened now',
    'no-keyring':
      'It was encrypted by the keyring {{before}}, and no keyring is running now. Start and unlock it, then start the app again.',
    'backend-changed':
      'It was encrypted by the keyring {{before}}, but this session has {{now}}. Sign in to a session with {{before}} to open it.',
    'decrypt-failed':
      'It was encrypted by the keyring {{before}}, which refuses to open it. Unlock that keyring, then start the app again.',
    noneNow: 'none',
    kept: 'Nothing was deleted. The key ends in {{lastFour}} and is for {{host}}. You can also enter it again here.',
  },
  facts: {
    label: 'What the server says of this key',
    demoLabel: 'What the demo server says of its key',
    read: 'Read',
    name: 'Name',
    noName: 'no name was given',
    redacted: 'Key',
    team: 'Team',
    keyId: 'Key id',
    owner: 'User',
    created: 'Created',
    modified: 'Changed',
    modifiedBy: 'Changed by',
    usable: 'Nothing blocks this key.',
    notTold: 'the server did not say',
    yes: 'Yes',
    no: 'No',
  },
  flags: {
    label: 'Blocks',
    teamBlocked: {
      name: 'Team blocked',
      meaning: 'When set, the whole team cannot use the API.',
      next: 'Look at the team’s credits and notices in the console; another key of the same team will not help.',
    },
    apiKeyBlocked: {
      name: 'Key blocked',
      meaning: 'When set, the provider blocked this key, for example because it was found in public.',
      next: 'Make a new key in the console, replace this one here, and find out where it leaked.',
    },
    apiKeyDisabled: {
      name: 'Key disabled',
      meaning: 'When set, the key was switched off by its owner.',
      next: 'Enable it in the console, or use another key.',
    },
  },
  access: {
    label: 'Access',
    explained:
      'The access strings exactly as the server sent them. A request needs one for its endpoint and one for its model.',
    none: 'The list is empty: every request with this key is refused until it gets access in the console.',
    empty: '"" (an empty string)',
  },
} as const
