import type { Attempt } from '../../shared/contract/attempt.ts'
import type { WrittenMessage } from '../../shared/contract/messages.ts'
import type { Rates } from '../../shared/pricing/price-schema.ts'
import type { ImageStore, StoredMessage } from './chat-store.ts'
import type { Target } from './ports.ts'

export type PendingAnswer = StoredMessage & { attempt: Attempt }

/** A message as a person wrote it. `null`: one of its images is not stored. Times are UTC ms. */
export function writtenMessage(
  id: string,
  { role, text, images, toolCallId }: WrittenMessage,
  at: number,
  store: Pick<ImageStore, 'facts'>,
): StoredMessage | null {
  const known = images.map((image) => ({ image, facts: store.facts(image.hash) }))
  const used = known.flatMap(({ image, facts }) => (facts ? [{ ...facts, ...image }] : []))
  if (used.length < known.length) return null
  const inOrder = used.sort((a, b) => a.at - b.at)
  const empty = { reasoning: '', toolCalls: [], editedAt: null, attempt: null, limits: null, copied: false }
  return { id, role, text, images: inOrder, toolCallId, createdAt: at, ...empty, sources: [] }
}

/** An answer that was not yet asked for: the row that must be durable before the request leaves (reliability B3). */
export function pendingAnswer(asked: {
  id: string
  requestId: string
  model: string
  target: Target
  rates: Rates | null
  at: number
}): PendingAnswer {
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
  const empty = { text: '', reasoning: '', images: [], toolCalls: [], toolCallId: null, limits: null }
  return {
    id: asked.id,
    role: 'assistant',
    ...empty,
    createdAt: asked.at,
    editedAt: null,
    attempt,
    copied: false,
    sources: [],
  }
}
