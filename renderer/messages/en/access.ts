/** What the key may do, in words: for pickers, buttons and refused requests, wherever they are. */
export const access = {
  reason: {
    'no-endpoint': 'This key has no access to the endpoint {{endpoint}}.',
    'no-model': 'This key has no access to this model.',
    neither: 'This key has access neither to the endpoint {{endpoint}} nor to this model.',
    'no-any-model': 'This key has no access to any model, so every request is refused.',
    'key-disabled': 'This key is disabled by its owner, so every request is refused.',
    'key-blocked': 'This key is blocked by the provider, so every request is refused.',
    'team-blocked': 'The team of this key is blocked, so no model answers.',
  },
  refusal: {
    noKey: 'No key was sent: there is none for this connection.',
    wrongKey: 'The server does not know this key. Replace it, or check that it belongs to this host.',
    blocked: 'The provider blocked the key or its team; its flags stand beside its permissions.',
    unexplained:
      'The access strings of this key allow this, so they do not explain the refusal. Only the server’s own words do.',
    unnamed: 'The answer does not name the permission that is missing.',
    unread: 'What this key may do was not read, so the refusal cannot be explained here.',
    missing_one: 'Missing access string:',
    missing_other: 'Missing access strings:',
  },
  option: '{{text}} (not for this key)',
  see: 'See permissions',
} as const
