import type { AttemptLedger } from '../../../electron/services/attempt-ledger.ts'
import { composeChat } from '../../../electron/services/compose-chat.ts'
import type { FinalRequest } from '../../../electron/services/estimates.ts'
import type { Expect } from '../../../electron/services/expectation.ts'
import type { ChatPart } from '../../../electron/services/ports.ts'
import type { ChatParameters } from '../../../shared/chat/parameters.ts'
import type { Attempt } from '../../../shared/contract/attempt.ts'
import type { ChatEvent } from '../../../shared/contract/chat.ts'
import type { ChatSetup, Conversation } from '../../../shared/contract/conversation.ts'
import type { FileToSave, SaveOutcome } from '../../../shared/contract/exports.ts'
import type { Message } from '../../../shared/contract/message.ts'
import { sampleCatalog } from '../sample-catalog.ts'
import { expectLittle } from './expect-little.ts'
import { manualTime } from './manual-time.ts'
import { type MemoryChatStore, memoryChatStore } from './memory-chat-store.ts'
import { sampleTarget } from './sample-target.ts'
import { scriptedStream, settle } from './scripted-stream.ts'

const xai = sampleTarget()

type Files = {
  /** What the person chooses to import. */
  chosen: { text: string } | 'too-large' | null
  saved: FileToSave[]
  save(file: FileToSave): SaveOutcome
}

/** The Playground on a manual clock, an in-memory disk and a server that the test plays, with one conversation open. */
export function chatBench(
  parts: {
    store?: MemoryChatStore
    onFinal?: (final: FinalRequest) => void
    parameters?: ChatParameters
    expect?: Expect
    follow?: AttemptLedger['follow']
  } = {},
) {
  const store = parts.store ?? memoryChatStore()
  const time = manualTime()
  const stream = scriptedStream()
  const bugs: unknown[] = []
  const server = { target: xai, catalog: sampleCatalog({ host: 'api.x.ai' }), ready: Promise.resolve() }
  const saved: FileToSave[] = []
  const files: Files = {
    chosen: null,
    saved,
    save(file) {
      saved.push(file)
      return { outcome: 'saved', fileName: file.suggestedName }
    },
  }
  let ids = 0
  const prefix = parts.store ? 'again' : 'id'
  const services = composeChat({
    expect: parts.expect ?? expectLittle,
    ...(parts.follow && { follow: parts.follow }),
    streamChat: stream.streamChat,
    connection: {
      async target() {
        await server.ready
        return server.target
      },
    },
    catalog: { read: async () => server.catalog },
    ...{ store, images: store.images, settings: store.settings, stores: store.stores },
    clock: time.clock,
    schedule: time.schedule,
    uuid: () => `${prefix}-${++ids}`,
    reportBug: (_where, error) => bugs.push(error),
    files: {
      exports: { save: async (file) => files.save(file) },
      chooseText: async () => files.chosen,
    },
    estimates: { learnFromRequest: async (final) => parts.onFinal?.(final) },
    tokens: { count: () => Promise.reject(new Error('nothing is counted here')) },
  })
  const open = services.conversations.latest()
  const setupFor = (model: string): ChatSetup => ({
    model,
    protocol: 'chat',
    parameters: parts.parameters ?? {},
  })
  let presses = 0
  const requestId = () => `press-${++presses}`
  const chat = {
    conversation: () => services.conversations.read({ ...open, before: null, limit: 10_000 }),
    send: ({ requestId: press, model, text: said }: { requestId: string; model: string; text: string }) =>
      services.chat.send({ requestId: press, ...open, setup: setupFor(model), text: said, images: [] }),
    retry: ({ requestId: press, model }: { requestId: string; model: string }) => {
      const instead = chat.conversation().messages.at(-1)?.id ?? null
      return services.chat.ask({ requestId: press, ...open, setup: setupFor(model), instead })
    },
    stop: () => services.chat.stop(open),
    startNew() {
      open.conversationId = services.conversations.create({ setup: null }).conversationId
      return chat.conversation()
    },
    events: (signal?: AbortSignal) => services.chat.events({ ...open, newest: 10_000 }, signal),
    suspend: services.chat.suspend,
    shutdown: services.chat.shutdown,
  }
  return {
    ...{ chat, services, open, files, store, time, stream, bugs, server },
    send: (said: string, model = 'grok-3-mini') => chat.send({ requestId: requestId(), model, text: said }),
    retry: (model = 'grok-3-mini') => chat.retry({ requestId: requestId(), model }),
    answer: () => answerOf(chat.conversation()),
  }
}

/** The newest answer of a conversation. */
export function answerOf(conversation: Conversation): Message & { attempt: Attempt } {
  const last = conversation.messages.at(-1)
  if (!last?.attempt) throw new Error('the last message is no answer')
  return { ...last, attempt: last.attempt }
}

export const text = (part: string): ChatPart => ({ kind: 'text', choice: 0, text: part })
export const served = (model: string): ChatPart => ({ kind: 'served-model', model })
export const done = (finishReason: string | null = 'stop'): ChatPart => ({ kind: 'end', finishReason })

/** Usage as chat completions send it (reference 5.2). */
export function usage(prompt: number, completion: number, ticks: number | null = null): ChatPart {
  const counts = {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: { text_tokens: prompt, cached_tokens: 0 },
  }
  return { kind: 'usage', raw: ticks === null ? counts : { ...counts, cost_in_usd_ticks: ticks } }
}

/** What a page has on screen after it applied these events in order. */
export function screenAfter(events: readonly ChatEvent[]): Conversation | null {
  return events.reduce<Conversation | null>((screen, event) => applied(screen, event), null)
}

function applied(screen: Conversation | null, event: ChatEvent): Conversation | null {
  if (event.kind === 'snapshot') return event.conversation
  if (screen === null) throw new Error('the first event was no snapshot')
  if (event.kind === 'progress') return screen
  if (event.kind === 'facts') return { ...screen, ...event.row, draining: event.draining }
  if (event.kind === 'message') {
    const known = screen.messages.some(({ id }) => id === event.message.id)
    const messages = known
      ? screen.messages.map((message) => (message.id === event.message.id ? event.message : message))
      : [...screen.messages, event.message]
    return { ...screen, messages, total: messages.length }
  }
  const messages = screen.messages.map((message) =>
    message.id === event.messageId
      ? { ...message, text: message.text + event.text, reasoning: message.reasoning + event.reasoning }
      : message,
  )
  return { ...screen, messages }
}

/** Reads all events that are there now; the last `next` stays open and is handed on. */
export function reader(events: AsyncIterableIterator<ChatEvent>) {
  let open: Promise<IteratorResult<ChatEvent>> | null = null
  return {
    async drain(): Promise<ChatEvent[]> {
      const seen: ChatEvent[] = []
      for (;;) {
        open ??= events.next()
        const result = await Promise.race([open, settle()])
        if (!result || result.done) return seen
        open = null
        seen.push(result.value)
      }
    },
    /** Whether the events have ended. */
    async ended(): Promise<boolean> {
      open ??= events.next()
      const result = await Promise.race([open, settle()])
      return result?.done === true
    },
  }
}
