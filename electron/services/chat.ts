import { readTree } from '../../shared/chat/conversation-tree.ts'
import type { ExchangeEvent } from '../../shared/chat/exchange.ts'
import type { Catalog } from '../../shared/contract/catalog.ts'
import type { ChatEvent, Progress } from '../../shared/contract/chat.ts'
import { type FailureCode, failureOf } from '../../shared/contract/failure.ts'
import type { ImageToUse } from '../../shared/contract/message.ts'
import { type Schedule, schedule as systemSchedule } from '../xai/wire-ports.ts'
import { type Choice, madeIn } from './answer-choices.ts'
import type { AnswerSaver } from './answer-saver.ts'
import { createAnswerStart, type StartedAnswer } from './answer-start.ts'
import type { AttemptLedger } from './attempt-ledger.ts'
import type { Ending } from './chat-answer.ts'
import type { ChatFeed } from './chat-feed.ts'
import type { PendingAnswer } from './chat-rows.ts'
import { type ChatRun, startRun } from './chat-run.ts'
import type { ChatStore, ImageStore, StoredMessage } from './chat-store.ts'
import type { DraftStore } from './drafts.ts'
import type { LiveAnswers, Phase } from './live-answers.ts'
import { type Clock, ServiceFailure, type StreamChat, type Target } from './ports.ts'
import type { Asked, Press } from './press.ts'
import { createProgressTeller } from './progress-teller.ts'
import type { ConversationReader } from './read-conversation.ts'
import type { ReportBug } from './report-bug.ts'
import { createRequestMemory } from './request-memory.ts'

export type ChatPorts = {
  streamChat: StreamChat
  connection: { target(): Promise<Target> }
  catalog: { read(): Promise<Catalog> }
  store: ChatStore
  images: ImageStore
  drafts: Pick<DraftStore, 'save'>
  clock: Clock
  uuid: () => string
  reportBug: ReportBug
  /** Whether `Stop` reads on silently; asked at each. */
  drainOnStop: () => boolean
  /** Hears of everything on the wire, at once and before it leaves; what it throws at `leaves` keeps that from leaving. */
  watch?: (answer: StartedAnswer, event: ExchangeEvent) => void
  /** Hears of each usage as the server wrote it. */
  usageTold?: (answer: StartedAnswer, raw: unknown) => void
  /** Hears of each answer when it has come to its end, and once more when one that was stopped was read to its end. */
  settled?: (answer: StartedAnswer, message: PendingAnswer, drained: boolean) => void
  /** Asked before anything is written; see `AttemptLedger`. */
  follow?: AttemptLedger['follow']
  /** Hears now and then how an answer goes. */
  progress?: (answer: StartedAnswer, progress: Progress) => void
  schedule?: Schedule
  /** How long text may wait before the page gets it, in ms; one frame unless told otherwise. */
  flushMs?: number
}

/** What the conversations of one app share. */
export type ChatParts = { live: LiveAnswers; reader: ConversationReader; feed: ChatFeed; saver: AnswerSaver }

export type ChatService = {
  /** `messageId` is that of the answer. Throws `busy`, `stopped` (before anything was sent), and what storing throws. */
  send(request: Press & { text: string; images: readonly ImageToUse[] }): Promise<{ messageId: string }>
  /** Asks without a new turn; `instead` is an answer to make again beside it. `not-found` when it is not there. */
  ask(request: Press & { instead: string | null }): Promise<{ messageId: string }>
  /** At once in every phase: what came is kept, and nothing that comes later changes its text. */
  stop(request: { conversationId: string }): { stopped: boolean }
  /** First a snapshot, then every change once. Throws `not-found`. Ends with `signal` or with the service. */
  events(
    request: { conversationId: string; newest: number },
    signal?: AbortSignal,
  ): AsyncIterableIterator<ChatEvent>
  /** How many answers are asked for or read now. */
  underWay(): number
  /** No connection survives a sleep of the computer: ends what is under way as `slept`, and writes it before that. */
  suspend(): void
  /** Ends what is under way as `unknown` and writes it; takes no new request afterwards. */
  shutdown(): Promise<void>
}

/**
 * At most one answer under way in each conversation. An answer's row is on disk before its request leaves; its cost is
 * in ticks, by the rates in force when it was sent. Answers that an earlier run of the app left unfinished become
 * `unknown`.
 */
export function createChatService(ports: ChatPorts, { live, reader, feed, saver }: ChatParts): ChatService {
  const { store, clock, schedule = systemSchedule, flushMs = 16, reportBug } = ports
  store.settleUnfinished()
  const start = createAnswerStart({ ...ports, reader, saver })
  const once = createRequestMemory<{ messageId: string }>()
  let closed = false

  async function ask(press: Press, asked: Asked): Promise<{ messageId: string }> {
    const { conversationId: id } = press
    const sent = store.answerOf(press.requestId)
    if (sent !== null) return { messageId: sent }
    if (closed || live.phase(id)) throw failed(closed ? 'stopped' : 'busy')
    if (store.row(id) === null) throw failed('not-found')
    const preparing: Phase = { kind: 'preparing', abort: new AbortController() }
    live.begin(id, preparing)
    feed.facts(id)
    try {
      const target = await ports.connection.target()
      const catalog = await ports.catalog.read()
      if (preparing.abort.signal.aborted) throw failed('stopped')
      return { messageId: begin(start(press, asked, target, catalog)) }
    } catch (error) {
      live.finish(id, preparing)
      feed.facts(id)
      throw error
    }
  }

  /** From the rows to the request nothing waits, so nothing can come between them and what is sent. */
  function begin(answer: StartedAnswer): string {
    const { conversationId: id, added } = answer
    const tellProgress = createProgressTeller(answer.request, clock, (progress) => {
      feed.publish(id, { kind: 'progress', messageId: run.messageId, progress })
      ports.progress?.(answer, progress)
    })
    let beside: readonly Choice[] = []
    const close = (message: PendingAnswer) =>
      answer.followed?.settle({ attempt: message.attempt, ...madeIn([message, ...beside]) })
    const run: ChatRun = startRun(answer.request, {
      ...{ streamChat: ports.streamChat, clock, schedule, flushMs, reportBug, save: saver.save },
      publish(event) {
        if (event.kind === 'append') feed.publish(id, event)
        else tellWhole(id, event.message)
        tellProgress(run.message())
      },
      watch(event) {
        answer.followed?.watch(event)
        ports.watch?.(answer, event)
      },
      usageTold: (raw) => ports.usageTold?.(answer, raw),
      settled(message, others, readsOn) {
        live.finish(id)
        beside = others
        if (readsOn) live.addDrain(id, run)
        else close(message)
        keepOthers(answer, message, others)
        feed.facts(id)
        ports.settled?.(answer, message, false)
      },
      drained(message) {
        live.endDrain(id, message.id)
        close(message)
        keepBill(id, message)
        feed.facts(id)
        ports.settled?.(answer, message, true)
      },
    })
    live.begin(id, { kind: 'answering', run })
    if (added === null) feed.renew(id)
    for (const message of added ?? []) feed.publish(id, { kind: 'message', message })
    feed.facts(id)
    return run.messageId
  }

  /** Not while another branch is shown: a page would put it at the end of that one. The snapshot of its own has it. */
  function tellWhole(id: string, message: StoredMessage): void {
    try {
      const tree = readTree(store.tree(id))
      if (!tree.path.includes(message.id)) return
      feed.publish(id, { kind: 'message', message: reader.withBranch(message, tree) })
    } catch (error) {
      // What the disk cannot read must not keep an answer from its end.
      if (!(error instanceof ServiceFailure)) reportBug('chat.tell', error)
    }
  }

  /** To the message as it stands now: it may have been edited since it was stopped. */
  function keepBill(id: string, { id: messageId, attempt }: PendingAnswer): void {
    for (const message of reader.messages([messageId])) {
      const billed = { ...message, attempt }
      saver.save(billed)
      tellWhole(id, billed)
    }
  }

  /** Choices beside the first become branches beside it; a disk that refuses loses them, not the answer. */
  function keepOthers(
    { conversationId, addBeside }: StartedAnswer,
    message: PendingAnswer,
    others: readonly Choice[],
  ) {
    if (others.length === 0) return
    try {
      addBeside(message, others)
      feed.renew(conversationId)
    } catch (error) {
      if (!(error instanceof ServiceFailure)) reportBug('chat.choices', error)
    }
  }

  function end(id: string, ending: Ending, readOn: boolean): boolean {
    const phase = live.phase(id)
    if (phase?.kind === 'preparing') {
      phase.abort.abort()
      live.finish(id)
      feed.facts(id)
    } else phase?.run.end(ending, readOn)
    return phase !== null
  }

  function endAll(ending: Ending): void {
    for (const { conversationId } of live.all()) end(conversationId, ending, false)
    for (const run of live.allDrains()) run.end(ending)
  }

  return {
    send: ({ text, images, ...press }) =>
      once(press.requestId, () => ask(press, { kind: 'turn', text, images })),
    ask: ({ instead, ...press }) => once(press.requestId, () => ask(press, { kind: 'again', instead })),
    stop: ({ conversationId }) => ({
      stopped: end(conversationId, { kind: 'stopped' }, ports.drainOnStop()),
    }),
    events({ conversationId, newest }, signal) {
      if (reader.row(conversationId) === null) throw failed('not-found')
      return feed.listen(conversationId, newest, signal)
    },
    underWay: () => live.all().length,
    suspend: () => endAll({ kind: 'failed', failure: failureOf('slept') }),
    async shutdown() {
      closed = true
      endAll({ kind: 'app-ended' })
      saver.finish()
      feed.close()
    },
  }
}

function failed(code: FailureCode): ServiceFailure {
  return new ServiceFailure(failureOf(code))
}
