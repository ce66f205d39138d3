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
  option: '{{text}} (not for this key)',
  see: 'See permissions',
} as const
