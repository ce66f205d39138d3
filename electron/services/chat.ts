import type { Catalog } from '../../shared/contract/catalog.ts'
import type { ChatEvent, Conversation, Message } from '../../shared/contract/chat.ts'
import { type FailureCode, failureOf } from '../../shared/contract/failure.ts'
import { type Schedule, schedule as systemSchedule } from '../xai/wire-ports.ts'
import { createAnswerSaver } from './answer-saver.ts'
import type { Ending } from './chat-answer.ts'
import { createChatEvents } from './chat-events.ts'
import { turnsOf, upToTurnToRetry } from './chat-prompt.ts'
import { pendingAnswer, userMessage } from './chat-rows.ts'
import { type ChatRun, type RunRequest, startRun } from './chat-run.ts'
import type { FinalRequest } from './estimates.ts'
import { ratesFrom } from './known-rates.ts'
import { type ChatStore, type Clock, ServiceFailure, type StreamChat, type Target } from './ports.ts'
import type { ReportBug } from './report-bug.ts'
import { createRequestMemory } from './request-memory.ts'

export type ChatPorts = {
  streamChat: StreamChat
  connection: { target(): Promise<Target> }
  catalog: { read(): Promise<Catalog> }
  store: ChatStore
  clock: Clock
  uuid: () => string
  reportBug: ReportBug
  /** Hears of each request when it has come to its end, with what was sent and what was billed. */
  onFinal?: (final: FinalRequest) => void
  schedule?: Schedule
  /** How long text may wait before the page gets it, in ms; one frame unless told otherwise. */
  flushMs?: number
}

export type ChatService = {
  conversation(): Conversation
  /** `messageId` is that of the answer. Throws `busy`, `stopped` (before anything was sent), and what storing throws. */
  send(request: { requestId: string; model: string; text: string }): Promise<{ messageId: string }>
  /** Like `send`, with the last user turn; `not-found` when there is no answer to ask for again. */
  retry(request: { requestId: string; model: string }): Promise<{ messageId: string }>
  /** At once in every phase: what came is kept, and nothing that comes later changes it. */
  stop(): { stopped: boolean }
  /** Throws `busy` while an answer is under way. An empty conversation is not left for another one. */
  startNew(): Conversation
  /** First a snapshot, then every change once. Ends with `signal` or with the service. */
  events(signal?: AbortSignal): AsyncIterableIterator<ChatEvent>
  /** Ends what is under way as `unknown` and writes it; takes no new request afterwards. */
  shutdown(): Promise<void>
}

type Phase =
  | { kind: 'idle' }
  | { kind: 'preparing'; abort: AbortController }
  | { kind: 'answering'; run: ChatRun }
  | { kind: 'closed' }

/** What one press asks for: a new user turn, or with `text: null` the last one again. */
type Asked = { requestId: string; model: string; text: string | null }

/**
 * One conversation at a time with at most one answer under way. An answer's row is on disk before its request leaves;
 * its cost is in ticks, by the rates in force when it was sent. Answers that an earlier run of the app left unfinished
 * become `unknown`.
 */
export function createChatService(ports: ChatPorts): ChatService {
  const { store, clock, uuid, schedule = systemSchedule, flushMs = 16, reportBug } = ports
  store.settleUnfinished()
  let conversation = store.current() ?? store.startNew(uuid(), clock.now())
  let phase: Phase = { kind: 'idle' }
  const saver = createAnswerSaver(store, schedule, reportBug)
  const once = createRequestMemory<{ messageId: string }>()
  const events = createChatEvents(() => {
    if (phase.kind === 'answering') phase.run.flush()
    return current()
  })
  const runPorts = {
    streamChat: ports.streamChat,
    ...{ clock, schedule, flushMs, reportBug },
    publish: events.publish,
    save: saver.save,
    settled(message: Message, { target, model, turns }: RunRequest) {
      conversation = withMessage(conversation, message)
      phase = { kind: 'idle' }
      ports.onFinal?.({ target, model, turns, usage: message.attempt?.usage ?? null })
    },
  }

  function current(): Conversation {
    return phase.kind === 'answering' ? withMessage(conversation, phase.run.message()) : conversation
  }

  async function ask(asked: Asked): Promise<{ messageId: string }> {
    const sent = conversation.messages.find(({ attempt }) => attempt?.id === asked.requestId)
    if (sent) return { messageId: sent.id }
    if (phase.kind !== 'idle') throw failed(phase.kind === 'closed' ? 'stopped' : 'busy')
    const history = asked.text === null ? upToTurnToRetry(conversation.messages) : conversation.messages
    if (history === null) throw failed('not-found')
    const preparing: Phase = { kind: 'preparing', abort: new AbortController() }
    phase = preparing
    try {
      const target = await ports.connection.target()
      const catalog = await ports.catalog.read()
      if (preparing.abort.signal.aborted) throw failed('stopped')
      return { messageId: begin(asked, history, target, catalog) }
    } catch (error) {
      if (phase === preparing) phase = { kind: 'idle' }
      throw error
    }
  }

  /** From here to the request nothing waits, so nothing can come between the rows and what is sent. */
  function begin(asked: Asked, history: readonly Message[], target: Target, catalog: Catalog): string {
    const { requestId, model, text } = asked
    const at = clock.now()
    const ratesFor = ratesFrom(catalog, target)
    const { rates } = ratesFor(model, null)
    const said = text === null ? [] : [userMessage(uuid(), text, at)]
    const pending = pendingAnswer({ id: uuid(), requestId, model, target, rates, at })
    const added = [...said, pending]
    saver.saveWaiting()
    store.setModel(conversation.id, model)
    store.addMessages(conversation.id, added)
    conversation = { ...conversation, model, messages: [...conversation.messages, ...added] }
    for (const message of added) events.publish({ kind: 'message', message })
    const turns = turnsOf([...history, ...said])
    phase = { kind: 'answering', run: startRun({ target, model, turns, pending, ratesFor }, runPorts) }
    return pending.id
  }

  function stop(ending: Ending): boolean {
    if (phase.kind === 'preparing') {
      phase.abort.abort()
      phase = { kind: 'idle' }
      return true
    }
    if (phase.kind !== 'answering') return false
    phase.run.end(ending)
    return true
  }

  return {
    conversation: current,
    send: (request) => once(request.requestId, () => ask(request)),
    retry: (request) => once(request.requestId, () => ask({ ...request, text: null })),
    stop: () => ({ stopped: stop({ kind: 'stopped' }) }),
    startNew() {
      if (phase.kind !== 'idle') throw failed('busy')
      if (conversation.messages.length > 0) conversation = store.startNew(uuid(), clock.now())
      events.restart()
      return conversation
    },
    events: (signal) => events.listen(signal),
    async shutdown() {
      stop({ kind: 'app-ended' })
      saver.finish()
      phase = { kind: 'closed' }
      events.close()
    },
  }
}

function withMessage(conversation: Conversation, message: Message): Conversation {
  const messages = conversation.messages.map((known) => (known.id === message.id ? message : known))
  return { ...conversation, messages }
}

function failed(code: FailureCode): ServiceFailure {
  return new ServiceFailure(failureOf(code))
}
