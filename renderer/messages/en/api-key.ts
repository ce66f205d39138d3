export const apiKey = {
  form: {
    add: 'Add an API key',
    replace: 'Replace the API key',
    enterAgain: 'Enter the key again',
    field: 'API key',
    save: 'Save key',
    cancel: 'Keep the present key',
    empty: 'Enter the key first.',
    notAKey:
      'No key was found in what was pasted. A key is 8 to 512 letters, digits and signs without a space inside; quotes, “Bearer” and a variable name around it are taken away by the app.',
    'space-inside': 'There is a space or a line break inside. A key is one word: paste the key alone.',
    shortened: 'This is a shortened key, as lists show it. Its middle is missing; paste the whole key.',
    'wrong-characters': 'This has a character that no key has. Copy the key again, without formatting.',
    'too-short': 'This is too short to be a key. Check that all of it was copied.',
    'too-long': 'This is too long to be a key. Check what was pasted.',
    'wrong-prefix': 'Keys of xAI begin with “xai-”; this one does not. Check what was copied.',
    'other-service':
      'This looks like a key of {{service}}. It was not sent anywhere; xAI would not know it. Keys of xAI begin with “xai-”.',
    kept: 'What you typed is still in the field.',
    bound: 'It will only ever be sent to {{host}}.',
    boundChange: 'For another server, choose or add another connection.',
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
    demo: 'The demo is in use, which needs no key. A key entered here is for the connection {{name}}, which is then put to use.',
    replace: 'Replace key',
    forget: 'Forget key',
  },
  forget: {
    question: 'Forget the key ending in {{lastFour}}?',
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
    timeAndAge: '{{time}} (<age/>)',
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
    again: 'Read again',
    zdr: 'Data retention',
    zdrStatus: {
      no_zdr: 'kept as usual (no_zdr)',
      zdr: 'zero data retention (zdr)',
      pii_scrubbing: 'personal data is scrubbed (pii_scrubbing)',
    },
    oauth: 'OAuth client',
    me: {
      absent: 'This server has no /v1/me.',
      failed: '/v1/me could not be read.',
    },
    refused: '/v1/api-key itself was refused; what is here comes from /v1/me.',
    noSuchCall: 'This service does not say anything about its keys: there is no /v1/api-key.',
    stale: 'The latest reading failed; what is below is older.',
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
  grid: {
    heading: 'What this key may do',
    label: 'Permissions',
    model: 'Model',
    aliases: 'Other names',
    image: 'image model',
    unlisted: 'not in the list',
    also: '{{id}}, also called {{aliases}}',
    columnGranted: 'The key has access to the endpoint {{endpoint}}.',
    columnRefused: 'The key has no access to the endpoint {{endpoint}}.',
    short: {
      allowed: 'Allowed',
      'no-endpoint': 'No endpoint',
      'no-model': 'No model',
      neither: 'Neither',
      'key-disabled': 'Disabled',
      'key-blocked': 'Blocked',
      'team-blocked': 'Team blocked',
    },
    reason: {
      allowed: 'The key has access to the endpoint {{endpoint}} and to this model.',
      'no-endpoint': 'The key has access to this model, but not to the endpoint {{endpoint}}.',
      'no-model': 'The key has access to the endpoint {{endpoint}}, but not to this model.',
      neither: 'The key has access neither to the endpoint {{endpoint}} nor to this model.',
      'key-disabled':
        'The key is disabled by its owner: every request is refused until it is enabled in the console.',
      'key-blocked':
        'The provider blocked this key: every request is refused, whatever the key has access to.',
      'team-blocked':
        'The team of this key is blocked: lists can still be read, but no model answers, whatever the key has access to.',
    },
    stopped: {
      'key-disabled': 'The key is disabled by its owner, so nothing below is allowed now.',
      'key-blocked': 'The key is blocked by the provider, so nothing below is allowed now.',
      'team-blocked':
        'The team of this key is blocked: the key still reads lists and counts tokens, but no model answers.',
    },
    summary: {
      full: 'Its access strings cover every endpoint and every model.',
      some: 'A request needs access to its endpoint and to its model; a key that lacks one of them is refused.',
      nothing:
        'The key has no access string at all, so every request is refused. Keys made by the management API begin like this; give it access in the console.',
      'no-models':
        'The key has access to endpoints but to no model. A request needs both, so every request is refused until a model is added in the console.',
      'no-endpoints':
        'The key has access to models but to no endpoint. A request needs both, so every request is refused until an endpoint is added in the console.',
      neither:
        'None of its access strings gives access to an endpoint or to a model of the list, so every request is refused.',
      untold: 'The server did not say what this key may do, so nothing can be held for or against it.',
    },
    oneModel:
      'All names of a model are one model here: access to an alias is access to its dated id, and the other way round.',
    find: 'Filter models',
    show: { label: 'Rows shown', all: 'All', usable: 'Allowed somewhere', refused: 'Refused somewhere' },
    count: '{{shown}} of {{all}} models',
    none: 'No model matches the filter.',
    noModels: 'The list of models is empty and no access string names one.',
    choose: 'Choose a cell to read why.',
    hidden: 'The filter hides this model.',
    showAll: 'Show all models',
    noSuchModel:
      'Neither the list of models nor an access string names {{model}}. A list can hold only what the key has access to, so the model may exist: the key would need api-key:model:{{model}}.',
    noSuchEndpoint: 'No access string and no known endpoint is called {{endpoint}}.',
    mayCell: 'Allowed: <id>{{endpoint}}</id> with <id>{{model}}</id>.',
    mayNotCell: 'Not allowed: <id>{{endpoint}}</id> with <id>{{model}}</id>.',
    missing_one: 'Missing access string:',
    missing_other: 'Missing access strings:',
    addInConsole: 'Access is changed in the console of the provider.',
    sameModel: '{{aliases}}: the same model as {{id}}.',
    grantedBy: 'Its access to the model comes from <code>{{text}}</code>',
    csv: 'Export CSV',
    markdown: 'Export Markdown',
    copy: 'Copy as Markdown',
    fileName: 'tokenbook-permissions',
    saved: 'Saved as {{file}}.',
    source: 'Key {{key}} on {{host}}, read {{readAt}}',
    sourceDemo: 'Demo key {{key}} on {{host}}, read {{readAt}}',
  },
  further: {
    label: 'Further fields',
    explained: 'What the server said beside that, exactly as it came.',
  },
  access: {
    label: 'Access',
    untold: 'The server did not say what this key may do.',
    explained:
      'The access strings exactly as the server sent them. A request needs one for its endpoint and one for its model.',
    none: 'The list is empty: every request with this key is refused until it gets access in the console.',
    empty: '"" (an empty string)',
  },
} as const
