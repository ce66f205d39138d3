import type { Attempt, Message } from '../../shared/contract/chat.ts'
import type { Rates } from '../../shared/pricing/price-schema.ts'
import type { Target } from './ports.ts'

/** A turn of the person, as it is written before the request leaves. `createdAt` is UTC ms. */
export function userMessage(id: string, text: string, createdAt: number): Message {
  return { id, role: 'user', text, reasoning: '', createdAt, attempt: null }
}

/** An answer that was not yet asked for: the row that must be durable before the request leaves (reliability B3). */
export function pendingAnswer(asked: {
  id: string
  requestId: string
  model: string
  target: Target
  rates: Rates | null
  at: number
}): Message & { attempt: Attempt } {
  const attempt: Attempt = {
    // The page makes this id once per press, so the same press is known again even after a restart.
    id: asked.requestId,
    state: { kind: 'pending' },
    askedModel: asked.model,
    servedModel: null,
    host: new URL(asked.target.baseUrl).host,
    demo: asked.target.demo,
    startedAt: asked.at,
    retries: [],
    serviceTier: null,
    firstTokenMs: null,
    durationMs: null,
    requestId: null,
    usage: null,
    rates: asked.rates,
    ratesFor: 'asked',
    computed: null,
  }
  return { id: asked.id, role: 'assistant', text: '', reasoning: '', createdAt: asked.at, attempt }
}
