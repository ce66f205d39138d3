import type { StoredMessage } from '../../../../electron/services/chat-store.ts'
import type { Attempt } from '../../../../shared/contract/attempt.ts'
import { failureOf } from '../../../../shared/contract/failure.ts'

/** An attempt that is under way, with what a test wants to see in it. */
function sampleAttempt(id: string, over: Partial<Attempt> = {}): Attempt {
  return {
    id,
    state: { kind: 'pending' },
    askedModel: 'grok-4',
    servedModel: null,
    host: 'api.x.ai',
    demo: false,
    startedAt: 1_700_000_000_000,
    retries: [],
    serviceTier: null,
    firstTokenMs: null,
    durationMs: null,
    requestId: null,
    usage: null,
    rates: null,
    ratesFor: 'asked',
    computed: null,
    ...over,
  }
}

export function sampleMessage(id: string, over: Partial<StoredMessage> = {}): StoredMessage {
  return {
    id,
    role: 'user',
    text: `text of ${id}`,
    reasoning: '',
    images: [],
    toolCalls: [],
    toolCallId: null,
    createdAt: 1_700_000_000_000,
    editedAt: null,
    attempt: null,
    limits: null,
    sources: [],
    copied: false,
    ...over,
  }
}

export function sampleAnswer(id: string, attempt: Partial<Attempt> = {}, text = ''): StoredMessage {
  return sampleMessage(id, { role: 'assistant', text, attempt: sampleAttempt(`attempt-${id}`, attempt) })
}

/** A finished attempt in which every column has a value, amounts beyond 2^53 included. */
export const finished: Partial<Attempt> = {
  state: { kind: 'complete', finishReason: 'stop' },
  servedModel: 'grok-4-0709',
  retries: [
    {
      failedAt: 1_700_000_000_000,
      waitMs: 475.5,
      maxTries: 3,
      failure: failureOf('unavailable', { status: 503 }),
    },
  ],
  serviceTier: 'priority',
  firstTokenMs: 312.25,
  durationMs: 2048.5,
  requestId: 'b1c2',
  usage: {
    promptTokens: 1200,
    cachedTokens: 1000,
    imageTokens: 0,
    answerTokens: 40,
    reasoningTokens: 260,
    billedOutputTokens: 300,
    totalTokens: 1500,
    sources: 0,
    serverToolCalls: null,
    billed: 9_007_199_254_740_993n,
  },
  rates: {
    input: 30_000n,
    cachedInput: 7_500n,
    imageInput: null,
    output: 150_000n,
    perSource: 250_000_000n,
    longContext: {
      threshold: 128_000,
      input: 60_000n,
      cachedInput: null,
      imageInput: null,
      output: 300_000n,
    },
  },
  ratesFor: 'served',
  computed: {
    total: 58_500_000n,
    complete: true,
    tier: 'standard',
    lines: [
      { kind: 'input', tokens: 200, rate: 30_000n, amount: 6_000_000n },
      { kind: 'cached-input', tokens: 1000, rate: 7_500n, amount: 7_500_000n },
      { kind: 'reasoning', tokens: 300, rate: 150_000n, amount: 45_000_000n },
    ],
  },
}
