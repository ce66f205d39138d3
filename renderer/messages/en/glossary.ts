/** Words of the field and of this app. docs/guide/glossary.md is made of them. */
export const glossary = {
  tick: {
    name: 'Tick',
    meaning:
      '0.0000000001 US dollar (1e-10), the unit in which the API bills. All amounts here are whole numbers of ticks, so nothing is rounded.',
  },
  token: {
    name: 'Token',
    meaning:
      'A piece of text as the model reads it: a word, a part of one, a character or a byte. It is what is paid for.',
  },
  tokenizer: {
    name: 'Tokenizer',
    meaning:
      'What cuts a text into tokens. Models may have different ones, so the same text may cost more on one.',
  },
  'cached-input': {
    name: 'Cached input',
    meaning:
      'The part of a prompt that the server still had from an earlier request. It costs the cached price.',
  },
  'cache-write': {
    name: 'Cache write',
    meaning: 'Putting a prompt into the cache. xAI does not charge for it; some other vendors do.',
  },
  'reasoning-tokens': {
    name: 'Reasoning tokens',
    meaning:
      'What a model thinks before it answers. Billed at the output price; in chat completions counted beside completion_tokens, not inside.',
  },
  'long-context': {
    name: 'Long-context price',
    meaning: 'Higher prices for the whole request once its prompt reaches the model’s threshold.',
  },
  'priority-tier': {
    name: 'Priority tier',
    meaning:
      'Faster service for twice the token price. What the answer says it was served with counts, not what was asked.',
  },
  'context-window': {
    name: 'Context window',
    meaning: 'How many tokens prompt and answer may have together; also called context length.',
  },
  modality: { name: 'Modality', meaning: 'A kind of input or output of a model: text, image, audio.' },
  alias: {
    name: 'Alias',
    meaning: 'Another name of a model. An alias may stand for a newer model tomorrow, with other prices.',
  },
  pinned: {
    name: 'Pinned',
    meaning: 'A name with a date or version in it, which keeps standing for one model.',
  },
  moving: {
    name: 'Moving',
    meaning: 'A name such as “latest”, which is expected to stand for a newer model some day.',
  },
  'served-model': {
    name: 'Served model',
    meaning:
      'The model that the answer says it came from. Its prices count, not those of the name that was asked for.',
  },
  billed: { name: 'Billed', meaning: 'What the API says it charged for an answer, in ticks.' },
  computed: { name: 'Computed', meaning: 'Tokens × prices, worked out here without looking at the bill.' },
  ledger: {
    name: 'Ledger',
    meaning:
      'The record on this computer of every attempt that was sent, with what it used and cost. Rows are never changed, only corrected by further rows.',
  },
  pending: { name: 'Under way', meaning: 'State of a request that was sent and has not ended.' },
  final: { name: 'Confirmed', meaning: 'State of a request whose usage the API told in full.' },
  estimated: {
    name: 'Estimated',
    meaning:
      'State of a request that was stopped or broke off before its usage was told; its cost is marked with ≈.',
  },
  rejected: {
    name: 'Refused',
    meaning: 'State of a request that the server turned down before it did any work.',
  },
  unknown: {
    name: 'Unknown',
    meaning:
      'Nobody told it. It is shown as –, never as zero, and a total that has such a part says “at least”.',
  },
  'first-token': {
    name: 'Time to first token (TTFT)',
    meaning: 'How long it takes until the first piece of an answer comes.',
  },
  overhead: {
    name: 'Overhead of a request',
    meaning: 'Hidden tokens that the server adds to a prompt; learned here from bills.',
  },
  estimate: {
    name: 'Estimate',
    meaning:
      'A number that is worked out from the text alone, before anything is sent. Its learned error stands beside it.',
  },
  budget: {
    name: 'Budget',
    meaning: 'A limit of yours. A request that would pass it is stopped before it is sent.',
  },
  reconcile: {
    name: 'Reconcile',
    meaning: 'To put the provider’s total beside the ledger’s and to find out why they differ.',
  },
  'break-even': {
    name: 'Break-even',
    meaning: 'The point at which two models cost the same for your workload.',
  },
  workload: {
    name: 'Workload',
    meaning: 'Requests per day and what one of them sends and receives, as you enter it.',
  },
  'price-unit': {
    name: 'Price unit',
    meaning:
      'How prices are written: per 1M tokens, per 1K tokens, per token, or raw ticks. Only the writing changes.',
  },
  'access-string': {
    name: 'Access string',
    meaning:
      'A right of a key, such as api-key:model:* – it names endpoints and models that the key may use.',
  },
  connection: {
    name: 'Connection',
    meaning: 'A server with a key of its own. The key is sent there and nowhere else.',
  },
  keyring: {
    name: 'Keyring',
    meaning: 'Where the operating system keeps secrets. A key that is kept there is encrypted with it.',
  },
  'rate-limit': {
    name: 'Rate limit',
    meaning: 'How many requests or tokens the server takes in a time. Beyond it, it answers with HTTP 429.',
  },
  credits: {
    name: 'Credits',
    meaning: 'What is left of prepaid money, in the units of the service that tells it.',
  },
  protocol: {
    name: 'Protocol',
    meaning: 'One of the ways to ask: chat completions, Responses, Messages, Completions, Complete.',
  },
  'reference-data': {
    name: 'Reference data',
    meaning:
      'Public facts bundled with the app, always marked with source and date. The live list counts more.',
  },
  demo: {
    name: 'Demo',
    meaning:
      'A small server inside the app that speaks the same API. Nothing of it is real money, and all of it is marked.',
  },
} as const
