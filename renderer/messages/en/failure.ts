import type { FailureCode } from '../../../shared/contract/failure.ts'

/** `title` says what happened; `next` says what the person can do. A new code does not compile without both. */
export const failure = {
  offline: {
    title: 'This computer is offline',
    next: 'Check the network connection, then try again.',
  },
  'host-not-found': {
    title: 'The server name could not be found',
    next: 'Check the base URL in Settings and the network connection.',
  },
  'connection-refused': {
    title: 'The server refused the connection',
    next: 'Check the address and port in Settings, and that the server is running.',
  },
  'connection-lost': {
    title: 'The connection broke off',
    next: 'Try again. If it keeps happening, check the network or the proxy.',
  },
  slept: {
    title: 'Interrupted by sleep',
    next: 'This computer went to sleep, and the connection with it. Try again.',
  },
  'certificate-invalid': {
    title: 'The server’s certificate is not trusted',
    next: 'Nothing was sent. Check the base URL, the clock of this computer, and whether a proxy inspects traffic.',
  },
  'proxy-refused': {
    title: 'The proxy refused the request',
    next: 'Check the proxy settings of this computer and whether it allows this host.',
  },
  'timed-out': {
    title: 'The server did not answer in time',
    next: 'Try again in a moment. If it keeps happening, check the network connection and the base URL in Settings.',
  },
  stopped: { title: 'Stopped', next: 'Nothing more is sent. Start again when you like.' },
  'no-key': {
    title: 'The request had no API key',
    next: 'Add an API key for this server in API key.',
  },
  'wrong-key': {
    title: 'The API key is not accepted',
    next: 'Check the key in API key, or replace it with a new one from the console.',
  },
  'not-permitted': {
    title: 'This key may not do that',
    next: 'Look at the permissions in API key, or use a key that is allowed this endpoint and model.',
  },
  'key-disabled': {
    title: 'This API key is disabled',
    next: 'Enable it in the console of the provider, or use another key.',
  },
  'key-blocked': {
    title: 'This API key or its team is blocked',
    next: 'The reason stands in the console of the provider. Use another key meanwhile.',
  },
  'credits-used-up': {
    title: 'The credits are used up or the spending limit is reached',
    next: 'Add credits or raise the limit in the console. Trying again will not help.',
  },
  'rate-limited': {
    title: 'Too many requests',
    next: 'Wait a moment, then try again.',
  },
  'model-not-found': {
    title: 'The server does not know this model for this key',
    next: 'Choose a model from Models. A retired name or a missing permission gives the same answer.',
  },
  'route-not-found': {
    title: 'The server has no such address',
    next: 'Check the base URL in Settings: it should be the host only, without a path.',
  },
  'prompt-too-long': {
    title: 'The prompt is longer than the model’s context',
    next: 'Shorten the prompt or choose a model with a larger context.',
  },
  'invalid-request': {
    title: 'The server did not accept the request',
    next: 'The server’s own words are below.',
  },
  unavailable: {
    title: 'The server is busy or being maintained',
    next: 'Try again in a moment.',
  },
  'server-error': {
    title: 'The server had an error of its own',
    next: 'Try again. If it stays, report the request id to the provider.',
  },
  redirected: {
    title: 'The server sent the request elsewhere',
    next: 'It was not followed, so the key stayed here. Set the final address in Settings.',
  },
  'not-the-api': {
    title: 'The answer is not from the API',
    next: 'A web page came instead of data: check the base URL, a sign-in page of the network, or a proxy.',
  },
  'malformed-answer': {
    title: 'The answer could not be read',
    next: 'Try again. If it stays, copy the details: the answer does not have the shape of this API.',
  },
  'empty-answer': { title: 'The server answered with nothing', next: 'Try again.' },
  'answer-too-large': {
    title: 'The answer is larger than this app accepts',
    next: 'Check the base URL: this is probably not the API.',
  },
  'cut-off': {
    title: 'The answer broke off before its end',
    next: 'What came is kept. Ask again for the rest.',
  },
  'key-unusable': {
    title: 'The stored key cannot be opened now',
    next: 'Nothing was deleted. Unlock the keyring and restart, or enter the key again in API key.',
  },
  'no-keyring': {
    title: 'This computer has no keyring now',
    next: 'Keep the key for this session only, or start a keyring and try again.',
  },
  'invalid-base-url': {
    title: 'This is not a usable base URL',
    next: 'Enter an https address such as https://api.x.ai; http is only possible for this computer.',
  },
  busy: { title: 'Something is already under way', next: 'Wait until it is done, or stop it first.' },
  'not-found': { title: 'That is no longer there', next: 'Go back and choose again.' },
  'disk-full': {
    title: 'The disk is full',
    next: 'Nothing new can be kept. Free some space, then try again.',
  },
  'storage-read-only': {
    title: 'The data folder cannot be written',
    next: 'Check its permissions. The app works, but keeps nothing.',
  },
  'storage-failed': {
    title: 'The local database failed',
    next: 'Restart the app. If it stays, copy the details.',
  },
  'no-images': {
    title: 'This model takes no images',
    next: 'Choose another model or remove the images. Nothing was sent.',
  },
  'budget-reached': {
    title: 'A budget is reached',
    next: 'Nothing was sent. Change the budget in Usage, or allow this one request.',
  },
} as const satisfies Record<FailureCode, { title: string; next: string }>
