import type { Attempt } from '../../shared/contract/attempt.ts'
import type { ChatEvent } from '../../shared/contract/chat.ts'
import type { Conversation } from '../../shared/contract/conversation.ts'
import type { Message } from '../../shared/contract/message.ts'
import type { TokenUsage } from '../../shared/usage/usage-schema.ts'
import { sampleMessage } from './sample-conversation.ts'

/** A hand on the events of a conversation: a test pushes what the main process would. Each listener gets a snapshot. */
export function chatFeed(start: Conversation) {
  let conversation = start
  const listeners = new Set<(event: ChatEvent | null) => void>()

  async function* events(_input: unknown, signal: AbortSignal | undefined): AsyncGenerator<ChatEvent, void> {
    const waiting: (ChatEvent | null)[] = [{ kind: 'snapshot', conversation }]
    let wake: () => void = () => undefined
    const hear = (event: ChatEvent | null) => {
      waiting.push(event)
      wake()
    }
    listeners.add(hear)
    signal?.addEventListener('abort', () => hear(null))
    try {
      for (;;) {
        const event = waiting.shift()
        if (event === null) return
        if (event !== undefined) yield event
        else await new Promise<void>((resolve) => (wake = resolve))
      }
    } finally {
      listeners.delete(hear)
    }
  }

  return {
    events,
    push: (...pushed: ChatEvent[]) => {
      for (const event of pushed) for (const hear of listeners) hear(event)
    },
    /** The conversation that the next listener gets. */
    become: (next: Conversation) => {
      conversation = next
    },
    end: () => {
      for (const hear of listeners) hear(null)
    },
    listeners: () => listeners.size,
  }
}

export function sampleAttempt(parts: Partial<Attempt> = {}): Attempt {
  return {
    id: '5b0c1c62-1f0f-4d0a-9a7e-0f6f0f6f0f6f',
    state: { kind: 'complete', finishReason: 'stop' },
    askedModel: 'grok-3-mini',
    servedModel: 'grok-3-mini',
    host: 'api.x.ai',
    demo: false,
    startedAt: 1_770_000_000_000,
    retries: [],
    serviceTier: null,
    firstTokenMs: 412,
    durationMs: 1_412,
    requestId: 'cd6edcc5-req',
    usage: null,
    rates: null,
    ratesFor: 'served',
    computed: null,
    ...parts,
  }
}

export function userMessage(id: string, text: string): Message {
  return sampleMessage({ id, text })
}

export function answerMessage(id: string, parts: Partial<Message> & { attempt: Attempt }): Message {
  return sampleMessage({ id, role: 'assistant', ...parts })
}

export const noUsage: TokenUsage = {
  promptTokens: null,
  cachedTokens: null,
  imageTokens: null,
  answerTokens: null,
  reasoningTokens: null,
  billedOutputTokens: null,
  totalTokens: null,
  sources: null,
  serverToolCalls: null,
  billed: null,
}
/** 10 × 3000 + 2 × 750 + (1 + 228) × 5000 = 1,176,500 ticks: a recorded bill of grok-3-mini (reference 5.2). */
export const miniUsage: TokenUsage = {
  ...noUsage,
  promptTokens: 12,
  cachedTokens: 2,
  imageTokens: 0,
  answerTokens: 1,
  reasoningTokens: 228,
  billedOutputTokens: 229,
  totalTokens: 241,
  billed: 1_176_500n,
}
